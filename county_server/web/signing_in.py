"""Who is there: a password and a second factor make a session, which the browser shows with each request.

The first visit takes a code that `county-server sign-in` prints once; there the person chooses a password and
takes the key of the second factor (RFC 6238) into a telephone. A session ends after half an hour of rest,
after twelve hours, with the last grant for the county, and when they sign out; their other sessions end when
they change their password or wish it. What the browser holds is kept as a digest only.
"""

import base64
import os
import secrets
import unicodedata
from dataclasses import dataclass
from typing import Any

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from county_server import accounts
from county_server.county import County
from county_server.errors import CountyTrouble, Refused
from county_server.web import journal
from village_desk import crypto, times
from village_desk.keys import passwords

ROLES = ("administrator", "county_pls", "county_legal_aid", "hotline_agent", "supervisor")
"""Who works at the county; everybody else works at a desk."""
START_MS = 72 * 3_600_000
REST_MS = 30 * 60_000
LONGEST_MS = 12 * 3_600_000
SEEN_MS = 60_000
"""How exactly it is kept when somebody was last there."""
TRIES = 5
"""Wrong tries before a person has to wait, each time twice as long."""
FIRST_WAIT_MS, LONGEST_WAIT_MS = 30_000, 15 * 60_000
STEP_SECONDS = 30

_hasher = PasswordHasher()
_NOBODY = _hasher.hash(secrets.token_hex())
"""Who has no password, or does not exist, takes as long to refuse as anybody; nobody knows this one."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who is signed in: `roles` are those of today's grants; `form_key` stands in every form they get."""

    user: bytes
    name: str
    roles: frozenset[str]
    form_key: str


@dataclass(frozen=True, slots=True)
class Session:
    """Where a person is signed in: since when, when last there (to the minute), and if it asks now."""

    began_at: times.Moment
    seen_at: times.Moment
    asking: bool


def begin(county: County, user: bytes, login: str) -> str:
    """Let a person of the county sign in, or begin anew; return the code of the first visit, shown once.

    Raises:
        CountyTrouble: "county.user_missing", "county.login": another person signs in by this name.
    """
    code = base64.b32encode(os.urandom(15)).decode()
    moment = county.clock()
    with county.database.writing():
        if not county.database.one("SELECT 1 FROM user_account WHERE id = ?", user):
            raise CountyTrouble("county.user_missing")
        login = _plain(login)
        other = county.database.one("SELECT 1 FROM sign_in WHERE login = ? AND user_id <> ?", login, user)
        if other or not login:
            raise CountyTrouble("county.login")
        county.database.rows("DELETE FROM web_session WHERE user_id = ?", user)
        county.database.rows("DELETE FROM sign_in WHERE user_id = ?", user)
        county.database.rows(
            "INSERT INTO sign_in (user_id, login, start, start_until, password, factor, step,"
            " failed, failed_at) VALUES (?, ?, ?, ?, '', ?, 0, 0, 0)",
            user,
            login,
            crypto.digest(code.encode()),
            moment + START_MS,
            pyotp.random_base32(),
        )
        journal.note(county, user, "begin")
    return code


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def factor_of(county: County, login: str, code: str) -> str:
    """Return the key of the second factor of somebody on their first visit.

    Raises:
        Refused: "start" (403): not this code, or too old, or used; "busy" (429): wrong too often.
    """
    with county.database.writing():
        found = _started(county, login, code)
    if found is None:
        raise Refused("start", 403)
    return found[1]


def _started(county: County, login: str, code: str) -> tuple[bytes, str] | None:
    """Return user and factor; a wrong code is counted, so the transaction must be kept."""
    row = _row(county, login, "start, start_until, factor")
    if row is None:
        return None
    user, (start, until, key) = row
    right = crypto.digest(code.strip().upper().encode())
    if start is None or county.clock() > until or not crypto.same(bytes(start), right):
        _failed(county, user, "refused")
        return None
    return user, str(key)


def _row(county: County, login: str, columns: str) -> tuple[bytes, list[Any]] | None:
    """Return the id and some columns of who signs in by `login`, after they have waited long enough."""
    row = county.database.one(
        f"SELECT user_id, failed, failed_at, {columns} FROM sign_in WHERE login = ?",  # noqa: S608 - our own names
        _plain(login),
    )
    if row is None:
        return None
    user, failed, failed_at, *rest = row
    wait = min(FIRST_WAIT_MS << min(failed - TRIES, 10), LONGEST_WAIT_MS) if failed >= TRIES else 0
    left = failed_at + wait - county.clock()
    if left > 0:
        raise Refused("busy", 429, retry_after=-(-left // 1000))
    return bytes(user), rest


def _failed(county: County, user: bytes, act: str) -> None:
    moment = county.clock()
    county.database.rows(
        "UPDATE sign_in SET failed = failed + 1, failed_at = ? WHERE user_id = ?", moment, user
    )
    journal.note(county, user, act)


def finish_first(county: County, login: str, code: str, password: str, digits: str) -> None:
    """End the first visit: keep the password, and know that the telephone shows the right digits.

    Raises:
        Refused: "start", "busy" as `factor`; "factor" (403): not the digits of now.
        Invalid: The password is too short or too common.
    """
    passwords.check_password(password, login)
    hashed = _hasher.hash(_plain(password))
    with county.database.writing():
        found = _started(county, login, code)
        step = _step(county, found[1], digits, 0) if found else 0
        if found and step:
            county.database.rows(
                "UPDATE sign_in SET start = NULL, password = ?, step = ?, failed = 0 WHERE user_id = ?",
                hashed,
                step,
                found[0],
            )
            journal.note(county, found[0], "first")
    if found is None:
        raise Refused("start", 403)
    if not step:
        raise Refused("factor", 403)


def _step(county: County, key: str, digits: str, used: int) -> int:
    """Return the time step these digits are of, newer than the one last used, or 0.

    The telephone may be half a minute off either way.
    """
    now = county.clock() // 1000 // STEP_SECONDS
    totp = pyotp.TOTP(key, interval=STEP_SECONDS)
    given = "".join(_plain(digits).split()).encode()
    steps = [
        step for step in (now - 1, now, now + 1) if crypto.same(totp.at(step * STEP_SECONDS).encode(), given)
    ]
    return next((step for step in steps if step > used), 0)


def sign_in(county: County, login: str, password: str, digits: str) -> str:
    """Return what the browser shows from now on.

    Raises:
        Refused: "sign_in" (403): nothing tells whether name, password or digits were wrong, or the person has
            no grant for the county any more; "busy" (429): wrong too often.
    """
    proof = _proved(county, login, password, digits, "refused")
    token = secrets.token_urlsafe(32)
    moment = county.clock()
    with county.database.writing():
        _use(county, proof)
        county.database.rows("DELETE FROM web_session WHERE seen_at < ?", moment - LONGEST_MS)
        county.database.rows(
            "INSERT INTO web_session (id, user_id, form_key, began_at, seen_at) VALUES (?, ?, ?, ?, ?)",
            _digest(token),
            proof.user,
            secrets.token_urlsafe(32),
            moment,
            moment,
        )
        journal.note(county, proof.user, "sign_in")
    return token


@dataclass(frozen=True, slots=True)
class _Proof:
    """Who knew the password kept as `hashed`, while their telephone showed the digits of `step`."""

    user: bytes
    hashed: str
    step: int


def _proved(county: County, login: str, password: str, digits: str, refusal: str) -> _Proof:
    """Return who has password and telephone; whoever has not is counted, and the journal says `refusal`.

    Raises:
        Refused: "sign_in", "busy" as `sign_in`.
    """
    with county.database.reading():
        row = _row(county, login, "password, factor, step")
        user = row[0] if row else b""
        roles = roles_of(county, user)
    # Nobody writes meanwhile: trying a password takes a tenth of a second, and desks would wait.
    hashed, factor, used = row[1] if row else ("", "", 0)
    right = _matches(hashed or _NOBODY, password)
    step = _step(county, factor, digits, used) if row else 0
    if not (right and step and roles):
        if row:
            with county.database.writing():
                _failed(county, user, refusal)
        raise Refused("sign_in", 403)
    return _Proof(user, hashed, step)


def _use(county: County, proof: _Proof) -> None:
    """Let no digits of this step or one before count again; call inside a transaction."""
    sql = county.database.locked("SELECT step, password FROM sign_in WHERE user_id = ?")
    row = county.database.one(sql, proof.user)
    if row is None or row[0] >= proof.step or row[1] != proof.hashed:
        # At the same moment the same digits were used, or the password was changed.
        raise Refused("sign_in", 403)
    county.database.rows("UPDATE sign_in SET step = ?, failed = 0 WHERE user_id = ?", proof.step, proof.user)


def _matches(hashed: str, password: str) -> bool:
    try:
        return _hasher.verify(hashed, _plain(password))
    except VerificationError:
        return False


def change_password(county: County, user: bytes, token: str, present: str, password: str, digits: str) -> str:
    """Let a user whose browser shows `token` change their password; return what it shows from now on.

    Their sessions elsewhere end. The one asking goes on under another name, so that a copy of what the
    browser showed before is worth nothing.

    Raises:
        Refused: "sign_in" (403): the present password or the digits are wrong; "busy" (429): wrong too often.
        Invalid: The new password is too short or too common.
    """
    login = logins(county)[user]
    passwords.check_password(password, login)
    proof = _proved(county, login, present, digits, "password_refused")
    hashed, renewed = _hasher.hash(_plain(password)), secrets.token_urlsafe(32)
    with county.database.writing():
        _use(county, proof)
        county.database.rows("UPDATE sign_in SET password = ? WHERE user_id = ?", hashed, user)
        _end_others(county, user, token)
        county.database.rows("UPDATE web_session SET id = ? WHERE id = ?", _digest(renewed), _digest(token))
        journal.note(county, user, "password")
    return renewed


def end_others(county: County, user: bytes, token: str) -> None:
    """End all sessions of a user but the one of `token`."""
    with county.database.writing():
        _end_others(county, user, token)
        journal.note(county, user, "end_sessions")


def _end_others(county: County, user: bytes, token: str) -> None:
    county.database.rows("DELETE FROM web_session WHERE user_id = ? AND id <> ?", user, _digest(token))


def sessions(county: County, user: bytes, token: str) -> list[Session]:
    """Return where a user is signed in now, last seen first; `token` is that of the session asking."""
    moment = county.clock()
    with county.database.reading():
        rows = county.database.rows(
            "SELECT began_at, seen_at, id FROM web_session WHERE user_id = ?"
            " ORDER BY seen_at DESC, began_at DESC",
            user,
        )
    return [
        Session(began_at, seen_at, bytes(name) == _digest(token))
        for began_at, seen_at, name in rows
        if not _over(moment, began_at, seen_at)
    ]


def logins(county: County) -> dict[bytes, str]:
    """Return by what name each person signs in who may."""
    with county.database.reading():
        return {
            bytes(user): str(login)
            for user, login in county.database.rows("SELECT user_id, login FROM sign_in")
        }


def roles_of(county: County, user: bytes) -> frozenset[str]:
    """Return the county's roles of a user by today's grants; call inside a transaction."""
    moment = county.clock()
    held = [one.grant for one in accounts.grants_of(county, user) if one.valid(moment)]
    return frozenset(grant.role for grant in held if grant.role in ROLES and county.code in grant.areas)


def visitor(county: County, token: str) -> Visitor | None:
    """Return who shows this, if their session holds; being seen keeps it from ending by rest."""
    name = _digest(token)
    moment = county.clock()
    with county.database.reading():
        row = county.database.one(
            "SELECT s.user_id, a.name, s.form_key, s.began_at, s.seen_at FROM web_session s"
            " JOIN user_account a ON a.id = s.user_id WHERE s.id = ?",
            name,
        )
        roles = roles_of(county, bytes(row[0])) if row else frozenset()
    if row is None:
        return None
    user, called, form_key, began_at, seen_at = row
    if _over(moment, began_at, seen_at) or not roles:
        sign_out(county, token)
        return None
    if moment - seen_at > SEEN_MS:
        with county.database.writing():
            county.database.rows("UPDATE web_session SET seen_at = ? WHERE id = ?", moment, name)
    return Visitor(bytes(user), str(called), roles, str(form_key))


def _over(moment: int, began_at: int, seen_at: int) -> bool:
    """Say whether a session has ended, by rest or by age."""
    return moment - seen_at > REST_MS or moment - began_at > LONGEST_MS


def _digest(token: str) -> bytes:
    return crypto.digest(token.encode("utf-8", "replace"))


def sign_out(county: County, token: str) -> None:
    """End a session."""
    with county.database.writing():
        county.database.rows("DELETE FROM web_session WHERE id = ?", _digest(token))
