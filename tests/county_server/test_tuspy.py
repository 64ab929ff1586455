"""A tus client made by others sends to our server, is cut, and resumes; the server is killed in between."""

import contextlib
import hashlib
import http.server
import io
import os
import threading

import pytest
from tusclient.client import TusClient
from tusclient.exceptions import TusCommunicationError, TusUploadFailed

from tests.county_server.test_serving import _served

pytestmark = pytest.mark.county
CHUNK = 40_000


class _Signer(http.server.ThreadingHTTPServer):
    """Signs as a desk what a client that knows of no signatures sends, and loses what it is told to lose."""

    daemon_threads = True

    def __init__(self, wire):
        super().__init__(("127.0.0.1", 0), _SignedOn)
        self.wire = wire
        self.lose = iter(())
        self.carried = 0
        self.address = f"http://127.0.0.1:{self.server_address[1]}/v1/uploads"


class _SignedOn(http.server.BaseHTTPRequestHandler):
    def _carry(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        lost = next(self.server.lose, "") if self.command == "PATCH" else ""
        if lost == "request":
            return
        passed = {
            name: value
            for name, value in self.headers.items()
            if name.lower().startswith(("tus-", "upload-", "content-type"))
        }
        self.server.carried += len(body) if self.command == "PATCH" else 0
        reply = self.server.wire.send(self.command, self.path, body, **passed)
        if lost == "answer":
            return
        self.send_response(reply.status_code)
        for name in ("Location", "Upload-Offset", "Upload-Length", "Tus-Resumable"):
            if name in reply.headers:
                self.send_header(name, reply.headers[name])
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_PATCH = do_HEAD = _carry  # noqa: N815 - as http.server names them

    def log_message(self, *_what):
        pass


@contextlib.contextmanager
def _signing(wire):
    server = _Signer(wire)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(20)


def _named(desk, data):
    digest = hashlib.sha256(data).hexdigest()
    values = {"record_kind": "consultation", "record_id": "0" * 32, "title": "[练习] 照片"}
    desk.write({**values, "wire_digest": digest}, kind="attachment")
    desk.push(len(desk.log))
    return digest


def _uploader(address, data, digest, url=None):
    """A client that was just started: it knows where the upload is, and nothing of how far."""
    return TusClient(address).uploader(
        file_stream=io.BytesIO(data),
        chunk_size=CHUNK,
        metadata={"digest": digest, "filename": "a.jpg", "filetype": "image/jpeg"},
        upload_checksum=True,
        url=url,
    )


def test_a_tus_client_is_cut_again_and_again_and_resumes(line, new_desk):
    desk = new_desk()
    data = os.urandom(10 * CHUNK + 123)
    digest = _named(desk, data)
    with _signing(line(desk)) as signer:
        uploader = _uploader(signer.address, data, digest)
        uploader.upload_chunk()
        signer.lose = iter(["", "request", "", "answer", "", "", "request", "answer"])
        cuts = 0
        while uploader.offset < len(data):
            try:
                uploader.upload()
            except (TusCommunicationError, TusUploadFailed):
                cuts += 1
                uploader = _uploader(signer.address, data, digest, uploader.url)
        assert cuts == 4
        assert signer.carried == len(data)  # a lost answer costs nothing: the county says how far it is
    assert line(desk).send("GET", f"/v1/blob/{digest}").content == data


def test_a_tus_client_that_sends_other_bytes_leaves_nothing(line, new_desk, here):
    desk = new_desk()
    digest = _named(desk, b"right" * CHUNK)
    with _signing(line(desk)) as signer:
        uploader = _uploader(signer.address, b"wrong" * CHUNK, digest)
        with pytest.raises(TusUploadFailed):
            uploader.upload()
    assert [path for path in here.blobs.rglob("*") if path.is_file()] == []


def test_a_server_killed_between_and_within_pieces_goes_on_where_it_was(
    here, new_desk, database_url, tmp_path, desk_line
):
    desk = new_desk()
    data = os.urandom(9 * CHUNK)
    digest = _named(desk, data)
    place, least = "", 0
    for round_ in range(4):
        with (
            _served(database=database_url, blobs=tmp_path / "blobs") as (process, address),
            _signing(desk_line(address, desk)) as signer,
        ):
            known = signer.address + place.rpartition("/uploads")[2] if place else None
            uploader = _uploader(signer.address, data, digest, known)
            assert uploader.offset >= least
            if round_ == 3:
                uploader.upload()
                assert desk_line(address, desk).send("GET", f"/v1/blob/{digest}").content == data
                return
            uploader.upload_chunk()
            uploader.upload_chunk()
            place, least = uploader.url, uploader.offset
            if round_ == 1:  # while a piece is under way
                threading.Timer(0.003, process.kill).start()
                with contextlib.suppress(TusCommunicationError, TusUploadFailed):
                    uploader.upload()
            process.kill()
            process.wait()
