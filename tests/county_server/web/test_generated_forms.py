"""Generated forms and questions to every page of the county, as each role: what is described, or nothing.

No answer of 500 and above and none that is not described here; without the key of the form nothing is
changed; what is changed with it is proved afterwards. `make prove` makes more of them (`VD_CASES`).
"""

import os
import re
from collections import Counter
from html import unescape

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st

from county_server import app, audit
from county_server.limits import Limits
from county_server.web import signing_in
from tests.county_server.conftest import VILLAGE, running
from tests.county_server.dumps import dump
from tests.county_server.web import secrets
from tests.county_server.web.test_rights_of_pages import ANYBODY, OPEN, SESSION, filled, routes

pytestmark = pytest.mark.county
CASES = int(os.environ.get("VD_CASES", "2000")) // 80
ANSWERS = {200, 303, 400, 403, 404, 409, 413, 429, 503}
_FORM = re.compile(r'<form[^>]*method="post"[^>]*action="([^"]+)".*?</form>', re.DOTALL)
_FIELD = re.compile(r'<(?:input|select|textarea)[^>]*\bname="([^"]+)"')
_VALUE = re.compile(r'<(?:option|input)[^>]*\bvalue="([^"]*)"')
_NAMES = ("move", "at", "after", "page", "year", "month", "day", "kind", "unit", "area", "code", "format")
_TEXT = st.text(max_size=60) | st.sampled_from(
    ["", "0", "-1", "9" * 30, "2026-11-22", "2026-13-45", "练习", "<b>", "'\"--", "\0", "grant", VILLAGE]
)


@pytest.fixture
def database_url(tmp_path):
    """One system is enough here; the other meets the same commands elsewhere."""
    return str(tmp_path / "county.db")


@pytest.fixture
def address(here):
    with running(app.make(here, Limits(device_minute=10**9, codes_minute=10**9))) as at:
        yield at


def forms(one, paths):
    """The forms on the pages a browser may open, as {address: (names, values on the page)}."""
    found = {}
    for path in paths:
        for match in _FORM.finditer(one.get(path).text):
            names = set(_FIELD.findall(match.group(0))) - {"form_key"}
            values = {unescape(value) for value in _VALUE.findall(match.group(0))}
            held = found.setdefault(unescape(match.group(1)), (set(), set()))
            held[0].update(names)
            held[1].update(values)
    return found


def requests_for(one, pages, targets):
    """Generated requests: (method, path, what is sent, with the key of the form)."""
    known = forms(one, pages)
    values = sorted({value for _names, held in known.values() for value in held})[:200]
    text = _TEXT | st.sampled_from(values or [""])
    asked = st.tuples(
        st.just("GET"), st.sampled_from(pages), st.dictionaries(st.sampled_from(_NAMES), text, max_size=3)
    )
    ends = {path for _, path in ANYBODY}  # who has signed out is not told of a wrong key
    sent = st.sampled_from(sorted({*targets, *known} - ends)).flatmap(
        lambda path: st.tuples(
            st.just("POST"),
            st.just(path),
            st.dictionaries(
                st.sampled_from(sorted({*known.get(path, (set(), set()))[0], *_NAMES})), text, max_size=6
            ),
        )
    )
    return st.tuples(sent | asked, st.booleans())


def send(one, request, key):
    """Send one; with another key, or the right one of the session."""
    method, path, values = request
    if method == "GET":
        return one.session.get(one.address + path, params=values, timeout=60, allow_redirects=False)
    sent = {**values, "form_key": one.form_key if key else "0" * 32}
    return one.session.post(one.address + path, data=sent, timeout=60, allow_redirects=False)


@pytest.mark.parametrize("role", signing_in.ROLES)
def test_generated_forms_meet_only_described_answers_and_change_nothing_without_their_key(
    here, address, signed_in, role
):
    secrets.plant(here, ("legal_aid", "hotline_order", "referral", "agency_decision", "hardship_statement"))
    one, seen, planted = signed_in(role), Counter(), audit.verify(here).problems
    every = [one for one in routes(here) if one not in OPEN | ANYBODY]
    pages = [place for method, path in every if method == "GET" for place in filled(path)]
    targets = [place for method, path in every if method == "POST" for place in filled(path)]

    @hypothesis.seed(7)
    @hypothesis.settings(
        max_examples=CASES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @hypothesis.given(requests_for(one, pages, targets))
    def each(case):
        nonlocal one
        request, key = case
        before = dump(here, SESSION) if request[0] == "POST" and not key else None
        reply = send(one, request, key)
        assert reply.status_code in ANSWERS, (request, reply.status_code)
        assert reply.headers["Content-Security-Policy"].startswith("default-src 'none'")
        seen[reply.status_code] += 1
        out = reply.headers.get("Location") == "/web/sign-in"  # as who has taken back their own right
        if before is not None:
            assert reply.status_code == 403 or out, request
            assert dump(here, SESSION) == before, request
        if out:
            seen["out"] += 1
            one = signed_in(role, f"{role}{seen['out']}", f"[练习]{seen['out']}")

    each()
    assert seen[200]
    assert seen[403] > seen["out"]
    assert audit.verify(here).problems == planted
