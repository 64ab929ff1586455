"""Who may see and change what at the county: every role, place and route, with canaries in each record.

The expectations stand here in words of the domain (services §6.2, §6.3), not in the table the county uses
(domain: sync §5.6). A route that is not in `ROUTES` fails the first test.
"""

import base64
import hashlib
from dataclasses import dataclass, field

import pytest
import requests
import zstandard

from county_server import accounts, app, enrolment, uploads
from sync import packing, tus
from sync.messages import SyncReply
from sync.states import StatesReply, StatesRequest
from sync.succession import SuccessionRequest, succession_claim
from tests.county_server.conftest import COUNTY, TOWNSHIP, Desk, desk_of, enrol_bytes
from tests.county_server.dumps import TOLD, dump
from village_desk import crypto

pytestmark = pytest.mark.county

PLACES = {
    "own": "620702103001",
    "sibling": "620702103002",
    "parent": "620702103000",
    "moved out": "620702103003",
    "moved in": "620702103004",
    "elsewhere": "620702104001",
    "township moved out": "620702105001",
    "township moved in": "620702106001",
}
OFFICE = ("parent",)
"""Records of the judicial office itself."""


@dataclass(frozen=True)
class Asker:
    """Who asks: a role over areas, of which some were given or taken since; what they may do, by place.

    `attaches` are the places where they may file a sheet or a scan to a record they may not change otherwise:
    a township prints of its villages' records, and a signed scan comes back to it.
    `fate` is what happened to the desk afterwards: "" nothing, "revoked" or "stripped" of every grant.
    """

    role: str
    areas: tuple[str, ...]
    given: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    reads: frozenset[str] = frozenset()
    fetches: frozenset[str] = frozenset()
    writes: frozenset[str] = frozenset()
    attaches: frozenset[str] = frozenset()
    fate: str = ""


def _village_desk(role, fate=""):
    seen = frozenset() if fate else frozenset(("own", "moved in"))
    places = (PLACES["own"],), (PLACES["moved in"],), (PLACES["moved out"],)
    return Asker(role, *places, reads=seen, fetches=seen, writes=seen, fate=fate)


_OF_THE_TOWNSHIP = frozenset(("own", "sibling", "parent", "moved out", "moved in", "township moved in"))
ASKERS = {
    "cadre": _village_desk("village_clerk"),
    "adviser": _village_desk("adviser"),
    "township reviewer": Asker(
        "station_head",
        (TOWNSHIP,),
        (PLACES["township moved in"][:9],),
        (PLACES["township moved out"][:9],),
        reads=_OF_THE_TOWNSHIP,
        fetches=_OF_THE_TOWNSHIP,
        writes=frozenset(("parent",)),
        attaches=_OF_THE_TOWNSHIP,
    ),
    "county service": Asker("county_pls", (COUNTY,), reads=frozenset(PLACES)),
    "county administrator": Asker("administrator", (COUNTY,)),
    "revoked": _village_desk("village_clerk", "revoked"),
    "none": _village_desk("village_clerk", "stripped"),
}


# ------------------------------------------------------------------ the world


@dataclass
class Secret:
    """What lies in one place: a record with a conflict, an attachment, an upload under way."""

    canary: str
    record: str
    conflict: str
    data: bytes
    upload: str
    author: Desk = field(repr=False)

    @property
    def digest(self):
        return hashlib.sha256(self.data).hexdigest()


def _planted(here, name):
    """Let two desks of a place write, dispute and attach something with the place's canary in it."""
    place = PLACES[name]
    canary = f"CANARY{place}"
    role, area = ("station_head", place[:9]) if name in OFFICE else ("village_clerk", place)
    first, second = (
        desk_of(here, f"[练习] {name}{number}", role, area if name in OFFICE else place, [area])
        for number in (1, 2)
    )
    first.unit = second.unit = place
    values = {"name": f"[练习] {canary}", "content": f"{canary} 一", "address": canary}
    record = first.write(values)
    data = f"{canary} 照片".encode() * 20
    _attach(first, record, data, canary)
    begun = f"{canary} 未完".encode() * 20
    _attach(first, record, begun, canary)
    assert first.push().verdicts == []
    second.pull()
    first.write({"content": f"{canary} 二"}, record=record, b=1)
    second.write({"content": f"{canary} 三"}, record=record, b=1)
    assert first.push(4).verdicts == []
    assert [verdict.outcome for verdict in second.push().verdicts] == ["conflict"]
    conflict = next(one.id for row in first.pull() for one in row.c)
    for sent in (data, begun):
        upload = uploads.create(here, first.id, hashlib.sha256(sent).hexdigest(), len(sent))
        uploads.append(here, upload, 0, sent if sent is data else sent[:50], "")
    return Secret(canary, record, conflict, data, upload.id, first)


def _attach(desk, record, data, canary):
    of = {"record_kind": "consultation", "record_id": record, "title": f"[练习] {canary}"}
    desk.write({**of, "wire_digest": hashlib.sha256(data).hexdigest()}, kind="attachment")


def _asking(here, name, asker):
    """Enrol the desk of an asker, then give and take what has changed since."""
    unit = PLACES["own"] if len(asker.areas[0]) == 12 else asker.areas[0]
    desk = desk_of(here, f"[练习] {name}", asker.role, unit, [*asker.areas])
    user = bytes.fromhex(desk.user)
    taken = accounts.add_grant(here, user, asker.role, [*asker.taken]) if asker.taken else None
    desk.pull()
    if taken:
        accounts.revoke_grant(here, taken)
    if asker.given:
        accounts.add_grant(here, user, asker.role, [*asker.given])
    if asker.fate == "stripped":
        for held in accounts.accounts(here):
            for grant in held.grants if held.user == user else ():
                accounts.revoke_grant(here, bytes.fromhex(grant.grant.id))
    if asker.fate == "revoked":
        enrolment.revoke_device(here, desk.id)
    desk.cursor, desk.grant = 0, ""
    return desk


# ------------------------------------------------------------------ every route


def _packed(desk, **parts):
    return packing.pack(desk.request(first=len(desk.log) + 1, **parts))


def _whole_feed(wire, desk, **parts):
    """Pull to the end, page by page; return what was answered."""
    answers, cursor, more = [], 0, True
    while more:
        answers.append(
            wire.send("POST", "/v1/sync", _packed(desk, cursor=cursor, want=1, tally=True, **parts))
        )
        reply = _reply(answers[-1], SyncReply)
        more, cursor = bool(reply and reply.more), reply.cursor if reply else 0
    return answers


def _reply(answered, kind):
    return packing.unpack(answered.content, kind) if answered.status_code == 200 else None


def _sync(wire, desk, secrets):
    answers = _whole_feed(wire, desk)
    for secret in secrets:
        answers += _whole_feed(wire, desk, village=secret.author.unit)
        answers += _whole_feed(wire, desk, records=[secret.record])
    return [*answers, wire.send("POST", "/v1/sync", _packed(desk, states=True, want=1))]


def _succeed(wire, desk, _secrets):
    key = crypto.new_signing_key()
    public = crypto.public_key(key)
    signature = crypto.sign(key, succession_claim(desk.device, public))
    asked = SuccessionRequest(device=desk.device, public_key=public, signature=signature)
    return [wire.send("POST", "/v1/succeed", packing.pack(asked))]


def _states(wire, desk, _secrets):
    answers, after, more = [], "", True
    while more:
        asked = packing.pack(StatesRequest(device=desk.device, after=after, want=1))
        answers.append(wire.send("POST", "/v1/states", asked))
        reply = _reply(answers[-1], StatesReply)
        more, after = bool(reply and reply.more), reply.upto if reply else ""
    return answers


def _history(wire, _desk, secrets):
    return [wire.send("GET", f"/v1/history/consultation/{secret.record}") for secret in secrets]


def _blob(wire, _desk, secrets):
    paths = [f"/v1/blob/{secret.digest}" for secret in secrets]
    ranged = [wire.send("GET", path, Range="bytes=0-40") for path in paths]
    return [*ranged, *(wire.send("GET", path) for path in paths)]


def _begin(wire, _desk, secrets):
    def metadata(secret):
        return f"digest {base64.b64encode(secret.digest.encode()).decode()}"

    usual = {"Tus-Resumable": tus.TUS_VERSION}
    return [
        wire.send(
            "POST",
            "/v1/uploads",
            **usual,
            Upload_Length=str(len(secret.data)),
            Upload_Metadata=metadata(secret),
        )
        for secret in secrets
    ]


def _on_upload(method, body=b"", **headers):
    def ask(wire, _desk, secrets):
        usual = {"Tus-Resumable": tus.TUS_VERSION, **headers}
        answers = [wire.send(method, f"/v1/uploads/{secret.upload}", body, **usual) for secret in secrets]
        assert {answered.status_code for answered in answers} <= {403, 404}
        return answers

    return ask


def _of_digest(method, path, body=b"", **headers):
    return lambda wire, _desk, secrets: [
        wire.send(method, f"{path}/{secret.digest}", body, **headers) for secret in secrets
    ]


def _enrol(wire, _desk, _secrets):
    request = enrol_bytes("AAAAA-BBBBB", crypto.new_signing_key())
    return [requests.post(f"{wire.address}/v1/enrol", data=request, timeout=20)]


def _plain(method, path):
    return lambda wire, _desk, _secrets: [wire.send(method, path)]


ROUTES = {
    ("GET", "/v1/hello"): _plain("GET", "/v1/hello"),
    ("GET", "/health"): _plain("GET", "/health"),
    ("POST", "/v1/enrol"): _enrol,
    ("POST", "/v1/sync"): _sync,
    ("POST", "/v1/states"): _states,
    ("POST", "/v1/succeed"): _succeed,
    ("GET", "/v1/history/{kind:str}/{record:str}"): _history,
    ("GET", "/v1/proof/{seq:int}/{size:int}"): _plain("GET", "/v1/proof/1/3"),
    ("GET", "/v1/blob/{digest:str}"): _blob,
    ("OPTIONS", "/v1/uploads"): _plain("OPTIONS", "/v1/uploads"),
    ("POST", "/v1/uploads"): _begin,
    ("HEAD", "/v1/uploads/{upload:str}"): _on_upload("HEAD"),
    ("PATCH", "/v1/uploads/{upload:str}"): _on_upload(
        "PATCH", b"x", **{"Content-Type": tus.TUS_CHUNK, "Upload-Offset": "50"}
    ),
    ("DELETE", "/v1/uploads/{upload:str}"): _on_upload("DELETE"),
    ("GET", "/v1/bundle/{digest:str}"): _of_digest("GET", "/v1/bundle"),
    ("PATCH", "/v1/bundle/{digest:str}"): _of_digest(
        "PATCH", "/v1/bundle", b"VDB1 no bundle", **{"Upload-Offset": "0", "Upload-Length": "14"}
    ),
    ("POST", "/v1/bundle/{digest:str}"): _of_digest("POST", "/v1/bundle"),
    ("GET", "/v1/answer/{digest:str}"): _of_digest("GET", "/v1/answer", Range="bytes=0-99"),
}
OPEN = ("/v1/hello", "/health", "/v1/bundle/{digest:str}", "/v1/answer/{digest:str}")
"""Answered to anybody; a bundle is brought by anybody, and is sealed."""


TOLD_ELSEWHERE = {
    ("GET", path) for path in ("/metrics", "/openapi", "/openapi/openapi.json", "/openapi/{path:str}")
}
"""Figures without a name, for this machine or a token (`test_watching.py`); the description of the routes."""


def test_every_route_stands_in_the_table_or_is_a_page(here):
    """Pages for people are asked for in `web/test_rights_of_pages.py`, by the same rule which they are."""
    found = {
        (method, route.path)
        for route in app.make(here).routes
        for method in route.methods
        if method != "OPTIONS" or route.path == "/v1/uploads"
    }
    pages = {(method, path) for method, path in found if path == "/" or path.startswith("/web")}
    assert found - pages == set(ROUTES) | TOLD_ELSEWHERE
    assert {method for method, _path in pages} == {"GET", "POST"}


def _said(answers):
    """Return all that was said, unpacked."""
    text = []
    for answered in answers:
        text.append(repr(answered.headers))
        body = answered.content
        packed = body.startswith(zstandard.MAGIC_NUMBER.to_bytes(4, "little"))
        text.append((packing.unpacked(body) if packed else body).decode("utf-8", "replace"))
    return "\n".join(text)


def _seen(answers, secrets):
    said = _said(answers)
    return {name for name, secret in secrets.items() if secret.canary in said}


# ------------------------------------------------------------------ every push


def _attempts(desk, secret, *, attaches):
    """Write one change of each kind to a foreign record, and new ones beside it; a scan where none may be."""
    there = {"record": secret.record, "s": secret.author.unit, "b": 2}
    desk.write({"name": "[练习] 改"}, **there)
    desk.write({"state": "answered"}, **there)
    desk.write({}, op="move", **there)
    desk.write({}, op="archive", **there)
    desk.write({"content": "定", "conflicts": [secret.conflict]}, op="resolve", **there)
    desk.write({"readers": [desk.user]}, **there)
    desk.write({"name": "[练习] 冒认"}, record=secret.record)  # said to be new, and of one's own village
    desk.write({"name": "[练习] 新"}, s=secret.author.unit)
    if not attaches:
        _scan(desk, secret)


def _scan(desk, secret):
    of = {"record_kind": "consultation", "record_id": secret.record}
    desk.write(of, kind="attachment", s=secret.author.unit)


def _push(wire, desk, first):
    answered = wire.send("POST", "/v1/sync", packing.pack(desk.request(first=first, cursor=2**40)))
    return answered, packing.unpack(answered.content, SyncReply)


def _check_pushes(here, wire, desk, asker, secrets):
    before = dump(here, TOLD)
    for name, secret in secrets.items():
        if name not in asker.writes:
            _attempts(desk, secret, attaches=name in asker.attaches)
    answered, reply = _push(wire, desk, 1)
    assert {verdict.n for verdict in reply.verdicts if verdict.outcome == "quarantined"} == {
        n + 1 for n in range(len(desk.log))
    }
    assert _seen([answered], secrets) == set()
    assert dump(here, TOLD) == before
    first = len(desk.log) + 1
    for name in asker.writes:
        desk.write({"name": "[练习] 改"}, record=secrets[name].record, s=secrets[name].author.unit, b=2)
        desk.write({"name": "[练习] 新"}, s=secrets[name].author.unit)
    for name in asker.writes | asker.attaches:
        _scan(desk, secrets[name])
    if len(desk.log) >= first:
        assert _push(wire, desk, first)[1].verdicts == []


# ------------------------------------------------------------------ the matrix


@pytest.fixture
def secrets(here):
    return {name: _planted(here, name) for name in PLACES}


def test_nobody_is_told_or_changes_more_than_todays_grants_allow(here, secrets, desk_line, address):
    for name, asker in ASKERS.items():
        desk = _asking(here, name, asker)
        wire = desk_line(address, desk)
        for (method, path), ask in ROUTES.items():
            allowed = asker.fetches if "/v1/blob" in path else asker.reads
            answers = ask(wire, desk, list(secrets.values()))
            assert all(answered.status_code < 500 for answered in answers), (name, method, path)
            assert _seen(answers, secrets) <= allowed, (name, method, path)
            if path in ("/v1/sync", "/v1/states") or "history" in path or "/v1/blob" in path:
                assert _seen(answers, secrets) == allowed, (name, method, path)
        _check_pushes(here, wire, desk, asker, secrets)


def test_without_a_signature_nothing_is_told(here, secrets, address):
    paths = {path: ("/v1/proof/1/3" if "proof" in path else path) for _, path in ROUTES}
    digests, records = [one.digest for one in secrets.values()], [one.record for one in secrets.values()]
    for method, path in ROUTES:
        filled = [
            paths[path]
            .replace("{digest:str}", digest)
            .replace("{kind:str}", "consultation")
            .replace("{record:str}", record)
            .replace("{upload:str}", secret.upload)
            for digest, record, secret in zip(digests, records, secrets.values(), strict=True)
        ]
        answers = [requests.request(method, address + one, timeout=20) for one in filled]
        assert _seen(answers, secrets) == set()
        if path not in OPEN and (method, path) != ("OPTIONS", "/v1/uploads"):
            assert {answered.status_code for answered in answers} <= {400, 401, 412, 415}, (method, path)
