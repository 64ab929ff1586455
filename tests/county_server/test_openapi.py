"""Generated requests for every route as the county describes it: by a device of each role, and unsigned.

No answer but those described, none of 500 and above, and not a byte of the database changed. `make prove`
makes more of them (`VD_CASES`).
"""

import base64
import json
import os
from collections import Counter
from urllib.parse import unquote

import hypothesis
import pytest
import requests
import schemathesis
import zstandard
from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st
from msgspec import inspect
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from county_server import app, config, county
from county_server.limits import Limits
from sync.messages import EnrolRequest, SyncRequest
from sync.states import StatesRequest
from sync.succession import SuccessionRequest
from tests.county_server.conftest import COUNTY, TOWNSHIP, VILLAGE, desk_of, running, signed_headers
from tests.county_server.dumps import dump
from tests.county_server.test_authorisation import ROUTES
from village_desk import rights

pytestmark = pytest.mark.county

CASES = int(os.environ.get("VD_CASES", "2000"))
CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
)
DEVICES = [role for role in rights.ROLES if role != "county_device"]
"""Roles that work at a desk or, from the county, at one of its machines; the first is a village's clerk."""
AREAS = {
    **{role: (VILLAGE, [VILLAGE]) for role in rights.VILLAGE_ROLES},
    **{role: (f"{TOWNSHIP}000", [TOWNSHIP]) for role in ("station_staff", "station_head")},
}
COUNTY_ONLY = (f"{COUNTY}000000", [COUNTY])
CONTACT = ("device_contact",)
"""Says when a desk was last heard of."""
NO_LIMIT = Limits(device_minute=10**9, codes_minute=10**9, guest_minute=10**9)
MESSAGES = {
    "/v1/sync": SyncRequest,
    "/v1/enrol": EnrolRequest,
    "/v1/states": StatesRequest,
    "/v1/succeed": SuccessionRequest,
}
ZSTD = "application/zstd"
SHARES = {"/v1/sync": 8, "/v1/states": 4, "/v1/enrol": 4, "/v1/hello": 0, "/health": 0}
"""How many of the requests go where, beside others with 2; with 0 there is little to vary."""
FEW = 5


@schemathesis.serializer(ZSTD, "application/offset+octet-stream", "application/octet-stream")
def _as_it_is(_context, value):
    return bytes(value, "utf-8", "surrogatepass") if isinstance(value, str) else bytes(value)


@pytest.fixture
def served(tmp_path):
    """A county with two records, a desk of each role, and its address."""
    settings = config.Config(database=str(tmp_path / "county.db"), blobs=str(tmp_path / "blobs"))
    here = county.create(settings, "620702", "甘州区")
    desks = [desk_of(here, f"[练习] {role}", role, *AREAS.get(role, COUNTY_ONLY)) for role in DEVICES]
    desks[0].write({"name": "[练习] 甲", "content": "问"})
    desks[0].write({"name": "[练习] 乙"})
    desks[0].push()
    with running(app.make(here, NO_LIMIT)) as address:
        yield here, desks, address
    here.close()


_HEX = st.text("0123456789abcdef", min_size=32, max_size=32)
_LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**65), 2**65)
    | st.floats(allow_nan=False)
    | st.text(max_size=20)
)
_ANYTHING = st.recursive(
    _LEAVES,
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.text(max_size=5), part, max_size=3),
    max_leaves=6,
)


def _shaped(declared):
    """Return JSON in the shape of a declared type, and now and then in none."""
    if isinstance(declared, inspect.StructType) and declared.array_like:
        right = st.tuples(*(_shaped(one.type) for one in declared.fields))
    elif isinstance(declared, inspect.StructType):
        right = st.fixed_dictionaries(
            {}, optional={one.encode_name: _shaped(one.type) for one in declared.fields}
        )
    elif isinstance(declared, inspect.UnionType):
        right = st.one_of(*map(_shaped, declared.types))
    elif isinstance(declared, inspect.ListType):
        right = st.lists(_shaped(declared.item_type), max_size=3)
    elif isinstance(declared, inspect.DictType):
        right = st.dictionaries(st.text(max_size=12), _shaped(declared.value_type), max_size=3)
    else:
        right = _PLAIN.get(type(declared), _ANYTHING)
    return st.one_of(*[right] * 24, _ANYTHING)


_PLAIN = {
    inspect.IntType: st.integers(-(2**63), 2**64) | st.integers(-2, 3),
    inspect.StrType: st.text(max_size=40) | _HEX,
    inspect.BytesType: (st.binary(min_size=16, max_size=16) | st.binary(max_size=64)).map(
        lambda raw: base64.b64encode(raw).decode()
    ),
    inspect.BoolType: st.booleans(),
    inspect.NoneType: st.none(),
}


def _message(kind, desk):
    """Return packed messages of a kind, most of them as this device would say them."""
    known = {"proto": 1, "device": desk.device}
    said = st.tuples(_shaped(inspect.type_info(kind)), st.integers(0, 4)).map(
        lambda pair: {**pair[0], **known} if isinstance(pair[0], dict) and pair[1] else pair[0]
    )
    plain = st.one_of(*[said.map(json.dumps).map(str.encode)] * 8, st.binary(max_size=200))
    return plain.map(zstandard.ZstdCompressor().compress)


def _bodies(path, desk):
    if path in MESSAGES:
        return st.one_of(*[_message(MESSAGES[path], desk)] * 8, st.binary(max_size=100))
    return st.none()


def _send(session, address, desk, case, body, signed):
    """Send a case, with another body if there is one; return the answer and the nonce it brought."""
    parts = case.as_transport_kwargs(base_url=address)
    parts["headers"] = {
        name: value for name, value in dict(parts["headers"]).items() if name != "Content-Length"
    }
    if body is not None:
        parts["data"] = body
    asked = session.prepare_request(requests.Request(**{key: parts[key] for key in parts if key in _KNOWN}))
    if signed:
        if "Tus-Resumable" in asked.headers:
            asked.headers["Tus-Resumable"] = "1.0.0"
        sent = asked.body or b""
        sent = sent.encode() if isinstance(sent, str) else bytes(sent)
        path = unquote(asked.path_url.partition("?")[0])
        asked.headers.update(signed_headers(desk, asked.method, path, session.nonce, sent))
    return session.send(asked, timeout=60)


_KNOWN = ("method", "url", "headers", "data", "params", "json", "cookies")


@pytest.mark.parametrize(
    "route", sorted({path.replace(":str", "").replace(":int", "") for _, path in ROUTES})
)
def test_generated_requests_meet_only_described_answers_and_change_nothing(served, route):
    here, desks, address = served
    schema = schemathesis.openapi.from_url(f"{address}/openapi/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations()]
    every = sum(SHARES.get(operation.path, 2) for operation in operations)
    before, seen = dump(here, CONTACT), Counter()
    with requests.Session() as session:
        session.nonce = session.get(f"{address}/v1/hello").headers["VD-Nonce"]
        for operation in operations:
            if operation.path == route:
                cases = FEW + CASES * SHARES.get(route, 2) // every
                _try(operation, cases, (session, address, desks, seen))
    assert dump(here, CONTACT) == before
    assert sum(seen.values()) >= FEW - 1
    if route in ("/v1/hello", "/health", "/v1/sync", "/v1/states", "/v1/proof/{seq}/{size}"):
        assert seen["2xx"] > 0


def _try(operation, cases, at):
    (session, address, desks, seen), asked = at, set()
    bodies = {desk.device: _bodies(operation.path, desk) for desk in desks}
    who = st.sampled_from(desks).flatmap(lambda desk: st.tuples(st.just(desk), bodies[desk.device]))

    @hypothesis.seed(7)
    @hypothesis.settings(
        max_examples=cases,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @hypothesis.given(operation.as_strategy(), who, st.integers(0, 4).map(bool))
    def one(case, whose, signed):
        desk, body = whose
        asked.add(desk.device)
        answered = _send(session, address, desk, case, body, signed)
        seen[f"{answered.status_code // 100}xx"] += 1
        case.validate_response(answered, checks=CHECKS)

    one()
    assert len(asked) > min(cases, len(desks)) // 3
