"""Attachments over real HTTP: sent by tus with cuts, fetched by range, and nobody else's business."""

import base64
import hashlib
import itertools
import os
import random
import re

import msgspec
import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from county_server import blobs, uploads
from county_server.county import UploadLimits
from county_server.errors import Refused
from sync import packing, tus
from tests.village_desk.disks import small_disk
from village_desk import crypto

pytestmark = pytest.mark.county


def _code(reply):
    return reply.status_code, msgspec.json.decode(reply.content)["code"]


def _b64(data):
    return base64.b64encode(data).decode()


def _attach(desk, data, **fields):
    """Write the record of an attachment and push it; return the digest of its bytes."""
    digest = hashlib.sha256(data).hexdigest()
    values = {"record_kind": "consultation", "record_id": "0" * 32, "title": "[练习] 照片"}
    desk.write({**values, "wire_digest": digest, **fields}, kind="attachment")
    assert desk.push(len(desk.log)).verdicts == []
    return digest


def _begin(wire, digest, size):
    metadata = f"digest {_b64(digest.encode())}"
    headers = {"Tus-Resumable": "1.0.0", "Upload-Length": str(size), "Upload-Metadata": metadata}
    return wire.send("POST", "/v1/uploads", **headers)


def _go_on(wire, place, offset, data, **headers):
    usual = {"Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream"}
    return wire.send("PATCH", place, data, **{**usual, "Upload-Offset": str(offset), **headers})


def _look(wire, place):
    return wire.send("HEAD", place, **{"Tus-Resumable": "1.0.0"})


def _send(wire, data, digest=None):
    """Send a whole attachment in one piece; return the last answer."""
    begun = _begin(wire, digest or hashlib.sha256(data).hexdigest(), len(data))
    return _go_on(wire, begun.headers["Location"], 0, data) if begun.status_code == 201 else begun


def _files(here):
    return sorted(path for path in here.blobs.rglob("*") if path.is_file())


# ------------------------------------------------------------------ up


def test_the_options_say_what_is_spoken(address):
    reply = requests.options(f"{address}/v1/uploads", timeout=20)
    assert (reply.status_code, reply.headers["Tus-Version"]) == (204, "1.0.0")
    assert reply.headers["Tus-Extension"] == "creation,checksum,termination,expiration"
    assert reply.headers["Tus-Checksum-Algorithm"] == "sha256,sha1"
    assert reply.headers["Tus-Max-Size"] == "50000000"


def test_an_attachment_goes_up_in_pieces_and_is_visible_only_when_whole(line, new_desk, here):
    desk, colleague = new_desk(), new_desk()
    data = os.urandom(300_000)
    digest = _attach(desk, data)
    wire, fetching = line(desk), line(colleague)
    begun = _begin(wire, digest, len(data))
    place = begun.headers["Location"]
    assert packing.unpack(begun.content, tus.Upload).offset == 0
    assert _go_on(wire, place, 0, data[:200_000]).headers["Upload-Offset"] == "200000"
    found = _look(wire, place)
    assert (found.headers["Upload-Offset"], found.headers["Upload-Length"]) == ("200000", "300000")
    assert found.headers["Upload-Metadata"] == f"digest {_b64(digest.encode())}"
    assert re.fullmatch(r"\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT", found.headers["Upload-Expires"])
    assert _code(fetching.send("GET", f"/v1/blob/{digest}")) == (404, "absent")
    assert _go_on(wire, place, 200_000, data[200_000:]).status_code == 204
    assert fetching.send("GET", f"/v1/blob/{digest}").content == data
    assert [path.name for path in _files(here)] == [digest]
    with here.database.reading():
        assert here.database.rows("SELECT digest, size FROM blob") == [(digest, len(data))]


def test_asking_twice_finds_the_upload_begun_before_and_of_a_known_attachment_it_is_done(line, new_desk):
    desk, colleague = new_desk(), new_desk()
    data = os.urandom(5_000)
    digest = _attach(desk, data)
    wire = line(desk)
    place = _begin(wire, digest, 5_000).headers["Location"]
    _go_on(wire, place, 0, data[:1_000])
    again = _begin(wire, digest, 5_000)
    assert (again.headers["Location"], again.headers["Upload-Offset"]) == (place, "1000")
    _go_on(wire, place, 1_000, data[1_000:])
    assert _begin(wire, digest, 5_000).headers["Upload-Offset"] == "5000"
    assert _look(wire, place).headers["Upload-Offset"] == "5000"
    assert _begin(line(colleague), digest, 5_000).headers["Upload-Offset"] == "5000"


def test_two_desks_sending_the_same_bytes_do_not_hinder_each_other(line, new_desk):
    desk, colleague = new_desk(), new_desk()
    data = os.urandom(4_000)
    digest = _attach(desk, data)
    one, other = line(desk), line(colleague)
    places = [_begin(wire, digest, 4_000).headers["Location"] for wire in (one, other)]
    assert places[0] != places[1]
    _go_on(one, places[0], 0, data[:2_000])
    assert _go_on(other, places[1], 0, data).status_code == 204
    assert _code(_go_on(one, places[0], 2_000, data[2_000:])) == (409, "offset")
    assert _look(one, places[0]).headers["Upload-Offset"] == "4000"


def test_a_wrong_offset_is_refused_and_changes_nothing(line, new_desk):
    desk = new_desk()
    data = os.urandom(9_000)
    wire = line(desk)
    place = _begin(wire, _attach(desk, data), 9_000).headers["Location"]
    _go_on(wire, place, 0, data[:4_000])
    for offset in (0, 3_999, 4_001, 9_000):
        assert _code(_go_on(wire, place, offset, b"x" * 10)) == (409, "offset")
    assert _code(_go_on(wire, place, "-1", b"x")) == (400, "nonsense")
    assert _look(wire, place).headers["Upload-Offset"] == "4000"
    assert _go_on(wire, place, 4_000, data[4_000:]).status_code == 204


def test_a_wrong_checksum_is_refused_and_changes_nothing(line, new_desk):
    desk = new_desk()
    data = os.urandom(1_000)
    wire = line(desk)
    place = _begin(wire, _attach(desk, data), 1_000).headers["Location"]
    right = {"Upload-Checksum": f"sha256 {_b64(hashlib.sha256(data).digest())}"}
    assert _code(_go_on(wire, place, 0, data[:-1] + b"!", **right)) == (460, "checksum")
    assert _code(_go_on(wire, place, 0, data, **{"Upload-Checksum": "md5 AAAA"})) == (400, "nonsense")
    assert _code(_go_on(wire, place, 0, data, **{"Upload-Checksum": "sha256 ???"})) == (400, "nonsense")
    assert _look(wire, place).headers["Upload-Offset"] == "0"
    assert _go_on(wire, place, 0, data, **right).status_code == 204


def test_a_whole_that_is_not_what_it_was_said_to_be_leaves_nothing_and_can_be_sent_again(
    line, new_desk, here
):
    desk = new_desk()
    digest = _attach(desk, b"right")
    wire = line(desk)
    assert _code(_send(wire, b"wrong", digest)) == (460, "checksum")
    assert _files(here) == []
    assert _code(wire.send("GET", f"/v1/blob/{digest}")) == (404, "absent")
    assert _send(wire, b"right").status_code == 204
    assert wire.send("GET", f"/v1/blob/{digest}").content == b"right"


def test_more_bytes_than_announced_or_allowed_are_refused(line, new_desk, here):
    desk = new_desk()
    digest = _attach(desk, b"right")
    wire = line(desk)
    assert _code(_begin(wire, digest, 50_000_001)) == (413, "too_large")
    assert _code(_begin(wire, digest, 0)) == (400, "nonsense")
    place = _begin(wire, digest, 5).headers["Location"]
    assert _code(_go_on(wire, place, 0, b"righter")) == (400, "nonsense")
    assert _code(_go_on(wire, place, 0, bytes(tus.CHUNK_LIMIT + 1))) == (413, "too_large")
    assert _files(here) == []


def test_a_length_that_was_wrong_is_put_right_by_asking_again(line, new_desk):
    desk = new_desk()
    digest = _attach(desk, b"right")
    wire = line(desk)
    place = _begin(wire, digest, 4).headers["Location"]
    _go_on(wire, place, 0, b"rig")
    assert _begin(wire, digest, 5).headers["Upload-Offset"] == "0"
    assert _go_on(wire, place, 0, b"right").status_code == 204


def test_what_is_not_tus_is_refused(line, new_desk):
    desk = new_desk()
    wire = line(desk)
    place = _begin(wire, _attach(desk, b"right"), 5).headers["Location"]
    assert _code(wire.send("POST", "/v1/uploads")) == (412, "version")
    old = wire.send("PATCH", place, b"right", **{"Tus-Resumable": "0.2.2"})
    assert (*_code(old), old.headers["Tus-Resumable"]) == (412, "version", "1.0.0")
    assert _code(_go_on(wire, place, 0, b"right", **{"Content-Type": "text/plain"})) == (415, "nonsense")
    for metadata in ("", "digest", "digest !!!", "digest gA==", "other AAAA", "digest " + _b64(b"../" * 9)):
        reply = wire.send(
            *("POST", "/v1/uploads"),
            **{"Tus-Resumable": "1.0.0", "Upload-Length": "5", "Upload-Metadata": metadata},
        )
        assert reply.status_code in (400, 404)
    for name in ("0" * 32, "..%2fcounty.db", "%00" * 32, "x" * 5000):
        assert _look(wire, f"/v1/uploads/{name}").status_code in (
            401,
            404,
        )  # 401: not the path that was signed


def test_an_upload_can_be_given_up(line, new_desk, here):
    desk = new_desk()
    wire = line(desk)
    place = _begin(wire, _attach(desk, b"right"), 5).headers["Location"]
    _go_on(wire, place, 0, b"rig")
    assert wire.send("DELETE", place, **{"Tus-Resumable": "1.0.0"}).status_code == 204
    assert _look(wire, place).status_code == 404
    assert _files(here) == []


def test_uploads_nobody_goes_on_with_are_cleared_away(here, new_desk, clock):
    desk = new_desk()
    digests = [_attach(desk, data) for data in (b"first", b"other")]
    old = uploads.create(here, desk.id, digests[0], 5)
    uploads.append(here, old, 0, b"fir")
    clock.now += here.limits.days * uploads.DAY_MS + 1
    uploads.create(here, desk.id, digests[1], 5)
    assert _files(here) == []
    with pytest.raises(Refused, match="absent"):
        uploads.find(here, desk.id, old.id)
    assert uploads.create(here, desk.id, digests[0], 5).offset == 0


def test_a_device_may_begin_only_so_many_at_once(line, new_desk):
    desk = new_desk()
    wire = line(desk)
    texts = [b"%05d" % number for number in range(UploadLimits().open + 1)]
    digests = [_attach(desk, text) for text in texts]
    replies = [_begin(wire, digest, 5) for digest in digests]
    assert [reply.status_code for reply in replies] == [201] * UploadLimits().open + [429]
    assert replies[-1].headers["Retry-After"]
    assert _send(wire, texts[0]).status_code == 204
    assert _begin(wire, digests[-1], 5).status_code == 201


@pytest.mark.parametrize("by", ["a county killed in between", "another device"])
def test_what_came_whole_without_its_being_recorded_is_no_upload_under_way(here, new_desk, by):
    desk, other = new_desk(), new_desk()
    for number in range(UploadLimits().open + 1):
        data = b"%05d" % number
        upload = uploads.create(here, desk.id, _attach(desk, data), len(data))
        assert not upload.done
        if by == "another device":
            uploads.append(here, uploads.create(here, other.id, upload.digest, len(data)), 0, data)
        else:
            blobs.path_of(here, upload.digest).parent.mkdir(parents=True, exist_ok=True)
            blobs.path_of(here, upload.digest).write_bytes(data)
        assert uploads.create(here, desk.id, upload.digest, len(data)).done
    with here.database.reading():
        kept = here.database.rows("SELECT size, count(*) FROM blob GROUP BY size")
    assert kept == [(5, UploadLimits().open + 1)]  # what a backup and an audit look for


# ------------------------------------------------------------------ whose business it is


def test_an_attachment_of_another_village_or_class_is_as_if_it_were_not(line, new_desk):
    desk, foreign, adviser = new_desk(), new_desk(unit="620702104001"), new_desk("adviser")
    data = b"CANARY picture"
    digest = _attach(desk, data)
    assert _code(_begin(line(foreign), digest, len(data))) == (404, "absent")
    assert _send(line(desk), data).status_code == 204
    replies = [
        line(foreign).send("GET", f"/v1/blob/{digest}"),
        line(foreign).send("GET", f"/v1/blob/{digest}", Range="bytes=0-3"),
        _begin(line(foreign), digest, len(data)),
    ]
    assert [_code(reply) for reply in replies] == [(404, "absent")] * 3
    assert not any(b"CANARY" in reply.content for reply in replies)
    secret = b"CANARY hardship"
    hidden = _attach(desk, secret, **{"class": "hardship"})
    assert _send(line(desk), secret).status_code == 204
    assert _code(line(adviser).send("GET", f"/v1/blob/{hidden}")) == (404, "absent")


def test_the_upload_of_another_device_is_as_if_it_were_not(line, new_desk):
    desk, colleague = new_desk(), new_desk()
    place = _begin(line(desk), _attach(desk, b"right"), 5).headers["Location"]
    other = line(colleague)
    assert _look(other, place).status_code == 404
    assert _code(_go_on(other, place, 0, b"right")) == (404, "absent")
    assert other.send("DELETE", place, **{"Tus-Resumable": "1.0.0"}).status_code == 404
    assert _look(line(desk), place).headers["Upload-Offset"] == "0"


def test_without_the_devices_signature_nothing_is_taken(line, new_desk):
    desk = new_desk()
    wire = line(desk)
    place = _begin(wire, _attach(desk, b"right"), 5).headers["Location"]
    forged = {"VD-Signature": crypto.sign(crypto.new_signing_key(), b"x").hex()}
    assert _code(_go_on(wire, place, 0, b"right", **forged)) == (401, "signature")
    assert _look(wire, place).headers["Upload-Offset"] == "0"


# ------------------------------------------------------------------ faults


@given(st.lists(st.integers(1, 700), min_size=1, max_size=12), st.integers(0, 2**32))
def test_any_sequence_of_pieces_cuts_and_lost_answers_gives_the_same_bytes(here, new_desk, cuts, seed):
    desk = _known(new_desk)
    draw = random.Random(seed)
    data = next(_numbers).to_bytes(8, "big") + draw.randbytes(1_992)  # an example run again is another file
    upload = uploads.create(here, desk.id, _attach(desk, data), len(data))
    sent = 0
    for length in (*cuts, *[500] * 20):
        piece = data[upload.offset : upload.offset + length]
        if upload.done:
            break
        lost = draw.choice(("", "", "answer", "repeated"))
        moved = uploads.append(here, upload, upload.offset, piece)
        sent += len(piece)
        if lost == "repeated":
            with pytest.raises(Refused, match="offset|nonsense"):
                uploads.append(here, moved, upload.offset, piece)
        upload = uploads.find(here, desk.id, upload.id) if lost == "answer" else moved
    assert upload.done
    assert sent == len(data)
    assert (here.blobs / upload.digest[:2] / upload.digest).read_bytes() == data


_desks = {}
_numbers = itertools.count()


def _known(new_desk):
    """One desk for all examples of a test."""
    return _desks.setdefault(new_desk, new_desk())


def test_what_was_written_beyond_the_offset_that_was_said_counts_for_nothing(here, new_desk):
    desk = new_desk()
    data = os.urandom(3_000)
    upload = uploads.create(here, desk.id, _attach(desk, data), 3_000)
    upload = uploads.append(here, upload, 0, data[:1_000])
    (part,) = _files(here)
    with part.open("ab") as file:
        file.write(b"torn by a power cut" * 200)
    upload = uploads.find(here, desk.id, upload.id)
    assert upload.offset == 1_000
    assert uploads.append(here, upload, 1_000, data[1_000:]).done
    assert _files(here)[0].read_bytes() == data


def test_a_part_file_that_is_gone_or_shorter_is_sent_again_from_where_it_ends(here, new_desk):
    desk = new_desk()
    data = os.urandom(3_000)
    upload = uploads.append(here, uploads.create(here, desk.id, _attach(desk, data), 3_000), 0, data[:2_000])
    (part,) = _files(here)
    os.truncate(part, 500)
    upload = uploads.find(here, desk.id, upload.id)
    assert upload.offset == 500
    part.unlink()
    upload = uploads.find(here, desk.id, upload.id)
    assert upload.offset == 0
    assert uploads.append(here, upload, 0, data).done


def test_a_full_disk_leaves_nothing_visible_and_the_upload_goes_on_when_there_is_room(here, new_desk, line):
    desk = new_desk()
    data = os.urandom(4_000_000)
    digest = _attach(desk, data)
    wire = line(desk)
    with small_disk(here.blobs, 3) as make_room:
        place = _begin(wire, digest, len(data)).headers["Location"]
        assert _go_on(wire, place, 0, data[:2_000_000]).status_code == 204
        full = _go_on(wire, place, 2_000_000, data[2_000_000:])
        assert _code(full) == (503, "busy")
        assert full.headers["Retry-After"]
        assert _code(wire.send("GET", f"/v1/blob/{digest}")) == (404, "absent")
        assert _look(wire, place).headers["Upload-Offset"] == "2000000"
        make_room()
        assert _go_on(wire, place, 2_000_000, data[2_000_000:]).status_code == 204
        assert wire.send("GET", f"/v1/blob/{digest}").content == data


# ------------------------------------------------------------------ down


def test_a_part_is_fetched_by_range(line, new_desk):
    desk = new_desk()
    data = os.urandom(10_000)
    digest = _attach(desk, data)
    wire = line(desk)
    _send(wire, data)

    def part(wanted):
        return wire.send("GET", f"/v1/blob/{digest}", Range=wanted)

    middle = part("bytes=1000-1999")
    assert (middle.status_code, middle.content) == (206, data[1000:2000])
    assert middle.headers["Content-Range"] == "bytes 1000-1999/10000"
    assert middle.headers["ETag"] == f'"{digest}"'
    assert part("bytes=9000-").content == data[9000:]
    assert part("bytes=9000-99999999").content == data[9000:]
    assert _code(part("bytes=10000-10001")) == (416, "range")
    assert _code(part("bytes=5-4")) == (416, "range")
    assert part("lines=1-2").content == data


def test_a_damaged_file_is_not_handed_out_and_is_replaced_by_whoever_has_it_whole(line, new_desk, here):
    desk = new_desk()
    digest = _attach(desk, b"whole")
    wire = line(desk)
    _send(wire, b"whole")
    (stored,) = _files(here)
    stored.write_bytes(b"whale")
    assert _code(wire.send("GET", f"/v1/blob/{digest}")) == (404, "absent")
    assert _code(wire.send("GET", f"/v1/blob/{digest}", Range="bytes=0-1")) == (404, "absent")
    assert _send(wire, b"whole").status_code == 204
    assert wire.send("GET", f"/v1/blob/{digest}").content == b"whole"


@pytest.mark.parametrize("name", ["0" * 64, "..%2f..%2fcounty.db", "A" * 64, "x", "%00", "0" * 5000])
def test_a_digest_nobody_named_is_absent(line, new_desk, name):
    reply = line(new_desk()).send("GET", f"/v1/blob/{name}")
    assert 400 <= reply.status_code < 500
