"""The faces of a bad county: each ends the round with its sentence, and nothing of the desk is lost.

Real desks speak over real sockets and real TLS to something that is not the county, or is it in a bad hour;
then to the county itself, which gets everything once.
"""

import contextlib
import datetime as dt
import ipaddress
import socket
import ssl
import sys
import threading
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from county_server import audit
from sync import engine, exchange
from sync.enrolment import identity
from sync.exchange import HttpExchange, Tls
from sync.messages import NONCE_HEADER
from tests.sync.test_exchange import Scripted, listening
from tests.sync.world import serving
from village_desk.commands import records
from village_desk.errors import SyncTrouble
from village_desk.ids import new_id
from village_desk.queries import integrity
from village_desk.sentences import has_sentence, sentence

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
from netlab import Fault, Faults, Line, Shaper

pytestmark = pytest.mark.county
KIND = "consultation"
NONCED = {NONCE_HEADER: "n"}
BOMB = b"\x28\xb5\x2f\xfd\xa0\xff\xff\xff\x7f"
"""The head of a zstd frame that says it unpacks to two gigabytes."""


@pytest.fixture
def desk(desk_at):
    made = desk_at()
    write(made)
    return made


def write(desk, count=3):
    made = [new_id() for _ in range(count)]
    for record_id in made:
        records.save(desk.session, KIND, record_id, {"name": "张某某", "content": "问"})
    return made


def code_of(desk, address, tls=None):
    """Try a round; return the code of what goes wrong, after looking that people are told in a sentence."""
    line = HttpExchange(address, identity(desk.store), tls)
    try:
        with pytest.raises(SyncTrouble) as caught:
            engine.run_round(desk.store, line, desk.session.clock)
    finally:
        line.close()
    code = caught.value.code
    assert has_sentence(code)
    assert code not in sentence(code, caught.value.details)
    assert desk.store.query('SELECT "outcome" FROM "sync_round" ORDER BY "id" DESC LIMIT 1') == [(code,)]
    return code


def nothing_was_lost(county, desk):
    """The real county gets everything once, and the desk's history is sound."""
    before = desk.store.head()
    assert desk.sync().complete
    assert desk.store.head() == before
    assert desk.store.query('SELECT DISTINCT "state" FROM "change"') == [("merged",)]
    assert integrity.verify(desk.store).sound
    assert audit.verify(county).problems == []
    with county.database.reading():
        assert county.database.rows("SELECT count(*), count(DISTINCT n) FROM feed") == [(before.n, before.n)]


FACES = {
    "bytes without sense": ((200, NONCED, b"\x00\xff" * 40), "sync.nonsense"),
    "a page of HTML": (
        (200, {"Content-Type": "text/html"}, b"<html>Welcome, please log in"),
        "sync.nonsense",
    ),
    "a way to another page": ((302, {"Location": "http://login.example/"}, b""), "sync.nonsense"),
    "nothing, as some portals answer": ((204, {}, b""), "sync.nonsense"),
    "nothing, though changes were sent": ((204, NONCED, b""), "sync.nonsense"),
    "JSON of something else": ((200, NONCED, b'{"hello": "world"}'), "sync.nonsense"),
    "a bomb": ((200, NONCED, BOMB), "sync.nonsense"),
    "a page that says it is not found": ((404, {}, b"<html>not found"), "sync.nonsense"),
    "a failure": ((500, NONCED, b"Internal Server Error"), "sync.server"),
    "a gateway without a county": ((502, {}, b"<html>bad gateway"), "sync.busy"),
    "busy": ((503, NONCED | {"Retry-After": "30"}, b'{"code":"busy"}'), "sync.busy"),
    "too often": ((429, NONCED | {"Retry-After": "30"}, b'{"code":"busy"}'), "sync.busy"),
    "another device's name": ((401, NONCED, b'{"code":"device"}'), "sync.unknown"),
    "half an answer": (
        (200, NONCED | {"Content-Length": "900", "Connection": "close"}, b"half"),
        "sync.offline",
    ),
    "no answer at all": (("cut", {}, b""), "sync.offline"),
}


@pytest.mark.parametrize("face", FACES)
def test_each_face_has_its_sentence_and_nothing_is_lost(county, desk, face):
    answer, code = FACES[face]
    script = Scripted()
    script.answers = [(200, NONCED, b"{}"), *[answer] * 3]
    with listening(script) as port:
        assert code_of(desk, f"http://127.0.0.1:{port}") == code
    nothing_was_lost(county, desk)


def test_a_county_that_hangs_is_a_timeout(county, desk, monkeypatch):
    monkeypatch.setattr(exchange, "ANSWER_SECONDS", 0.3)
    script = Scripted()
    script.answers = [("hang", {}, b"")] * 3
    with listening(script) as port:
        assert code_of(desk, f"http://127.0.0.1:{port}") == "sync.timeout"
    nothing_was_lost(county, desk)


@pytest.mark.parametrize(
    "beginning",
    [b"HTTP/1.1 200 OK\r\nVD-Nonce: n\r\nContent-Length: 99999\r\n\r\n", b"HTTP/1.1 200 OK\r\nVD-Nonce: "],
    ids=["body", "head"],
)
def test_a_county_that_goes_on_for_ever_byte_by_byte_is_given_up(county, desk, monkeypatch, beginning):
    """Each byte comes in time, and the last would never come."""
    monkeypatch.setattr(exchange, "ANSWER_SECONDS", 0.2)
    monkeypatch.setattr(exchange, "SLOWEST", 10_000)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        dripping = threading.Thread(target=_drip, args=(listener, beginning), daemon=True)
        dripping.start()
        assert code_of(desk, f"http://127.0.0.1:{listener.getsockname()[1]}") == "sync.timeout"
        dripping.join()
    nothing_was_lost(county, desk)


def _cut_at_once(listener):
    near, _ = listener.accept()
    near.close()


def _drip(listener, beginning):
    near, _ = listener.accept()
    near.recv(65_536)
    with near, contextlib.suppress(OSError):
        near.sendall(beginning)
        pause = threading.Event()
        while True:
            near.sendall(b"x")
            pause.wait(0.01)


def test_slow_bytes_are_waited_for(county, desk):
    with serving(county) as address, Faults(int(address.rpartition(":")[2])) as slow:
        slow.plan = iter([Fault(), *[Fault("slow")] * 5])
        line = HttpExchange(slow.address, identity(desk.store))
        assert engine.run_round(desk.store, line, desk.session.clock).complete
        line.close()
    nothing_was_lost(county, desk)


def test_a_far_and_losing_line_carries_all_and_counts_it(county, desk):
    with serving(county) as address:
        line = Line(rtt_ms=40, up_kbit=200, down_kbit=200, loss=0.1, seed=3)
        with Shaper(int(address.rpartition(":")[2]), line) as shaper:
            over = HttpExchange(shaper.address, identity(desk.store))
            assert engine.run_round(desk.store, over, desk.session.clock).complete
            over.close()
            counts = shaper.counted()
    assert counts.requests == 2
    assert counts.connections == 1
    assert 500 < counts.up < 10_000
    nothing_was_lost(county, desk)


@pytest.mark.parametrize("years", [-20, 3])
def test_a_county_whose_clock_is_wrong_changes_no_order_and_no_record(county, desk, clock, years):
    real, county_clock = clock, county.clock
    shifted = years * 31_536_000_000
    object.__setattr__(county, "clock", lambda: real() + shifted)
    before = desk.store.query('SELECT "body" FROM "change" ORDER BY "n"')
    with serving(county) as address:
        line = HttpExchange(address, identity(desk.store))
        report = engine.run_round(desk.store, line, desk.session.clock)
        line.close()
    object.__setattr__(county, "clock", county_clock)
    assert report.pushed == 3
    assert desk.store.query('SELECT "body" FROM "change" ORDER BY "n"') == before
    assert abs(int(desk.store.text_state("clock_offset")) + shifted) < 60_000
    assert desk.sync().complete
    assert audit.verify(county).problems == []


# ---------------------------------------------------------------- TLS


def certificate(folder, name, days, host="127.0.0.1"):
    """A self-signed certificate, valid from the first of `days` to the second, counted from today."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(host))])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + dt.timedelta(days=days[0]))
        .not_valid_after(now + dt.timedelta(days=days[1]))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{name}.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(made.public_bytes(Encoding.PEM) + secret)
    return file


def test_a_certificate_that_is_good_is_talked_to(county, desk, tmp_path):
    file = str(certificate(tmp_path, "good", (-1, 1)))
    with serving(county, ssl_certfile=file, ssl_keyfile=file) as address:
        line = HttpExchange(address, identity(desk.store), Tls(Path(file)))
        assert engine.run_round(desk.store, line, desk.session.clock).complete
        line.close()
    nothing_was_lost(county, desk)


@pytest.mark.parametrize(
    ("days", "host", "code"),
    [
        ((-30, -1), "127.0.0.1", "sync.tls_expired"),
        ((1, 30), "127.0.0.1", "sync.tls_early"),
        ((-1, 1), "127.0.0.2", "sync.tls_name"),
    ],
)
def test_a_certificate_that_is_not_good_is_refused_before_a_byte_is_sent(
    county, desk, tmp_path, days, host, code
):
    file = certificate(tmp_path, "bad", days, host)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    script = Scripted()
    with listening(script, context) as port:
        assert code_of(desk, f"https://127.0.0.1:{port}", Tls(file)) == code
    assert script.asked == []
    nothing_was_lost(county, desk)


def test_a_stranger_s_certificate_and_no_tls_at_all_are_refused(county, desk, tmp_path):
    trusted, other = (certificate(tmp_path, name, (-1, 1)) for name in ("county", "other"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(other)
    script = Scripted()
    with listening(script, context) as port:
        for tls in (Tls(), Tls(trusted), Tls(other, frozenset({"0" * 64}))):
            assert code_of(desk, f"https://127.0.0.1:{port}", tls) == "sync.tls_stranger"
    with listening(script) as port:
        assert code_of(desk, f"https://127.0.0.1:{port}", Tls(trusted)) == "sync.tls"
    assert script.asked == []
    with pytest.raises(SyncTrouble, match="sync.tls"):
        HttpExchange("https://127.0.0.1", None, Tls(tmp_path / "moved away.pem"))
    nothing_was_lost(county, desk)


def test_a_line_that_breaks_while_it_is_secured_is_no_fault_of_the_certificate(county, desk):
    with socket.create_server(("127.0.0.1", 0)) as portal:
        cutting = threading.Thread(target=_cut_at_once, args=(portal,), daemon=True)
        cutting.start()
        assert code_of(desk, f"https://127.0.0.1:{portal.getsockname()[1]}") == "sync.offline"
        cutting.join()
    nothing_was_lost(county, desk)


# ---------------------------------------------------------------- a tampered change


def test_a_change_altered_in_the_desk_file_is_named_and_stops_nobody(county, desk, desk_at):
    other = desk_at("乙[练习]")
    desk.sync()
    other.sync()
    with desk.store.unit_of_work(None, 1) as uow:
        uow.execute('UPDATE "change" SET "body" = replace("body", ?, ?) WHERE "n" = 2', ("张某某", "李某某"))
    found = integrity.verify(desk.store)
    assert not found.sound
    assert found.broken_at == 2
    write(desk)
    write(other)
    for one in (desk, other, desk, other):
        assert one.sync().complete
    assert audit.verify(county).problems == []
    assert other.store.query(f'SELECT count(*) FROM "{KIND}" WHERE "name" = ?', ("张某某",)) == [(9,)]


def test_a_change_altered_at_the_county_is_named_by_it_and_noticed_by_the_desk_that_reads_it(
    county, desk, desk_at
):
    desk.sync()
    with county.database.writing():
        county.database.rows(
            "UPDATE feed SET body = CAST(replace(CAST(body AS TEXT), ?, ?) AS BLOB) WHERE n = 2",
            "张某某",
            "李某某",
        )
    problems = audit.verify(county).problems
    assert [(code, where.endswith("2")) for code, where in problems] == [("chain", True)]
    other = desk_at("乙[练习]")
    report = other.sync()
    assert report.mismatched == (other.store.unit_scope,)
    write(desk)
    write(other)
    for one in (desk, other, desk):
        assert one.sync().complete
    assert desk.store.query(f'SELECT count(*) FROM "{KIND}" WHERE "name" = ?', ("张某某",)) == [(9,)]
