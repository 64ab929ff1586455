"""The way over HTTP: what the network can do to a request, and what a desk makes of it."""

import datetime as dt
import http.server
import ipaddress
import ssl
import threading
from contextlib import contextmanager

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from sync import exchange
from sync.exchange import HttpExchange, Identity, Request, Tls, spki_pin
from sync.messages import DEVICE_HEADER, NONCE_HEADER, SIGNATURE_HEADER, signed_request
from village_desk.errors import SyncTrouble

SYNC = Request("POST", "/v1/sync", b"body")


class Scripted:
    """A server that answers as it is told and remembers what it was asked."""

    def __init__(self):
        self.answers, self.asked, self.hang = [], [], threading.Event()

    def handler(self):
        script = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                length = int(self.headers.get("Content-Length", 0))
                script.asked.append((self.command, self.path, dict(self.headers), self.rfile.read(length)))
                status, headers, body = script.answers.pop(0)
                if status == "hang":
                    script.hang.wait(20)
                if status in ("hang", "cut"):
                    self.close_connection = True
                    return
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self):
                self.do_POST()

            def log_message(self, *_args):
                pass

        return Handler


@contextmanager
def listening(script, context=None):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), script.handler())
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        script.hang.set()
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def script():
    return Scripted()


@pytest.fixture
def send(script):
    """Returns a function that sends a request to the scripted server."""
    with listening(script) as port:
        made = HttpExchange(f"http://127.0.0.1:{port}/", Identity("d" * 32, lambda claim: claim[:8]))
        yield made
        made.close()


UNSIGNED = Request("POST", "/v1/enrol", b"body", signed=False)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ((503, {"Retry-After": "7"}, b'{"code":"busy"}'), "sync.busy"),
        ((429, {}, b""), "sync.busy"),
        ((502, {}, b"<html>bad gateway"), "sync.busy"),
        ((500, {}, b"Traceback"), "sync.server"),
        ((302, {"Location": "http://login.example/"}, b""), "sync.nonsense"),
        ((404, {}, b"<html>not found"), "sync.nonsense"),
        ((404, {}, b'{"code":"absent"}'), "sync.absent"),
        ((403, {}, b'{"code":"revoked"}'), "sync.revoked"),
        ((403, {}, b'{"code":"code"}'), "sync.code"),
        ((413, {}, b'{"code":"too_large"}'), "sync.too_large"),
        ((426, {}, b'{"code":"version"}'), "sync.version"),
        ((400, {}, b'{"code":"nonsense"}'), "sync.refused"),
        ((400, {}, b'{"code":"<script>"}'), "sync.nonsense"),
        ((401, {}, b'{"code":"signature"}'), "sync.refused"),
        (("cut", {}, b""), "sync.offline"),
        ((200, {"Content-Length": "99"}, b"short"), "sync.offline"),
    ],
)
def test_each_failure_has_its_code(script, send, answer, code):
    if answer[1].get("Content-Length"):
        answer[1]["Connection"] = "close"
    script.answers = [answer]
    with pytest.raises(SyncTrouble) as trouble:
        send(UNSIGNED)
    assert trouble.value.code == code


def test_how_long_the_county_asks_to_wait_is_passed_on(script, send):
    said = ("7", "Fri, 31 Dec", "\u00b2", "9" * 5000)
    script.answers = [(status, {"Retry-After": text}, b"") for status in (503, 429) for text in said]
    waits = []
    for _ in range(2 * len(said)):
        with pytest.raises(SyncTrouble) as trouble:
            send(UNSIGNED)
        waits.append(trouble.value.details["retry_after"])
    assert waits == [7.0, None, None, None] * 2


def test_an_endless_answer_is_cut_off(script, send, monkeypatch):
    monkeypatch.setattr(exchange, "ANSWER_LIMIT", 100)
    script.answers = [(200, {}, bytes(101))]
    with pytest.raises(SyncTrouble, match="sync.nonsense"):
        send(UNSIGNED)


def test_a_county_that_does_not_answer_in_time_is_a_timeout(script, send, monkeypatch):
    monkeypatch.setattr(exchange, "ANSWER_SECONDS", 0.2)
    script.answers = [("hang", {}, b"")]
    with pytest.raises(SyncTrouble, match="sync.timeout"):
        send(UNSIGNED)


def test_no_county_at_all_is_offline():
    with pytest.raises(SyncTrouble, match="sync.offline"):
        HttpExchange("http://127.0.0.1:9")(UNSIGNED)


def test_a_request_is_signed_over_the_nonce_of_the_last_answer(script, send):
    script.answers = [
        (200, {NONCE_HEADER: "one"}, b"hello"),
        (200, {NONCE_HEADER: "two"}, b"first"),
        (200, {}, b"second"),
    ]
    assert [send(SYNC), send(SYNC)] == [b"first", b"second"]
    hello, first, second = script.asked
    assert hello[1] == "/v1/hello"
    for nonce, asked in (("one", first), ("two", second)):
        assert asked[2][DEVICE_HEADER] == "d" * 32
        assert asked[2][NONCE_HEADER] == nonce
        assert asked[2][SIGNATURE_HEADER] == signed_request("POST", "/v1/sync", nonce, b"body")[:8].hex()


def test_an_aged_nonce_costs_one_more_request(script, send):
    script.answers = [
        (200, {NONCE_HEADER: "old"}, b""),
        (401, {NONCE_HEADER: "new"}, b'{"code":"nonce"}'),
        (200, {NONCE_HEADER: "next"}, b"taken"),
    ]
    assert send(SYNC) == b"taken"
    assert [asked[2].get(NONCE_HEADER) for asked in script.asked] == [None, "old", "new"]


def test_a_nonce_outlives_the_connection(script, send):
    script.answers = [
        (200, {NONCE_HEADER: "one"}, b"hello"),
        (200, {NONCE_HEADER: "two"}, b"first"),
        (200, {}, b"second"),
    ]
    send(SYNC)
    send.close()
    again = HttpExchange(send._address, Identity("d" * 32, lambda claim: claim[:8]))
    assert again(SYNC) == b"second"
    assert [asked[2].get(NONCE_HEADER) for asked in script.asked] == [None, "one", "two"]
    again.close()


def test_a_county_that_never_likes_a_nonce_is_not_asked_for_ever(script, send):
    again = (401, {NONCE_HEADER: "n"}, b'{"code":"nonce"}')
    script.answers = [(200, {NONCE_HEADER: "n"}, b""), again, again]
    with pytest.raises(SyncTrouble, match="sync.refused"):
        send(SYNC)


def test_a_proxy_in_the_environment_is_not_used(script, send, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "")
    script.answers = [(200, {}, b"direct")]
    assert send(UNSIGNED) == b"direct"


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://county.example", "sync.tls"),
        ("ftp://127.0.0.1", "sync.address"),
        ("county.example", "sync.address"),
        ("", "sync.address"),
    ],
)
def test_an_address_must_be_one_and_be_secured_beyond_this_machine(address, code):
    with pytest.raises(SyncTrouble) as trouble:
        HttpExchange(address)
    assert trouble.value.code == code


# ---------------------------------------------------------------- TLS


def certificate(folder, name):
    """Make a self-signed certificate of 127.0.0.1; return its file (with key) and its pin."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{name}.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(made.public_bytes(Encoding.PEM) + secret)
    return file, spki_pin(made.public_bytes(Encoding.DER))


@pytest.fixture
def secured(script, tmp_path):
    """A scripted server with TLS; gives address, certificate file and pin."""
    file, pin = certificate(tmp_path, "county")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    with listening(script, context) as port:
        yield f"https://127.0.0.1:{port}", file, pin


def test_the_expected_certificate_is_talked_to(script, secured):
    address, file, pin = secured
    script.answers = [(200, {}, b"one"), (200, {}, b"two")]
    assert HttpExchange(address, tls=Tls(file))(UNSIGNED) == b"one"
    assert HttpExchange(address, tls=Tls(file, frozenset({"0" * 64, pin})))(UNSIGNED) == b"two"


def test_a_stranger_is_refused_before_a_byte_of_the_request_is_sent(script, secured, tmp_path):
    address, file, _pin = secured
    other, other_pin = certificate(tmp_path, "other")
    for tls in (Tls(), Tls(other), Tls(file, frozenset({other_pin}))):
        with pytest.raises(SyncTrouble, match="sync.tls"):
            HttpExchange(address, tls=tls)(UNSIGNED)
    assert script.asked == []
