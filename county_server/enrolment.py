"""Enrolment: a one-time code, bound to a unit and its users, makes a desk a device of the county.

The code has 128 random bits, is shown once, holds 72 hours and works for one device key: when an answer is
lost, the same desk asks again and gets the same device. The county stores what both sides make from the
code and not the code, and proves with it that it is the county that made it.
"""

import base64
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass

import peewee

from county_server import accounts, couriers, numbers, readmission, viewer
from county_server.county import County
from county_server.errors import CountyTrouble, Refused
from sync import bundle, codes, messages, packing
from sync.messages import PROTOCOL, EnrolReply, EnrolRequest
from village_desk import crypto
from village_desk.errors import SyncTrouble

CODE_BYTES = 16
HOURS = 72
HOUR_MS = 3_600_000
NAME_LIMIT = 100


def invite(county: County, unit: str, users: Sequence[bytes]) -> str:
    """Make a code for a desk in the unit `unit` that `users` will use; it is shown once and holds 72 hours.

    Raises:
        CountyTrouble: "county.area", "county.user_missing": one of the users is not known, or none is named.
    """
    accounts.check_area(county, unit)
    plain = base64.b32encode(os.urandom(CODE_BYTES)).decode().rstrip("=")
    code = "-".join(plain[start : start + 5] for start in range(0, len(plain), 5))
    moment = county.clock()
    with county.database.writing():
        known = {bytes(user) for (user,) in county.database.rows("SELECT id FROM user_account")}
        if not users or not known.issuperset(users):
            raise CountyTrouble("county.user_missing")
        county.database.rows(
            "INSERT INTO enrolment (code, proof_key, unit, users, created_at, expires_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            codes.code_name(code),
            codes.code_key(code),
            unit,
            json.dumps([user.hex() for user in users]),
            moment,
            moment + HOURS * HOUR_MS,
        )
    return code


@dataclass(frozen=True, slots=True)
class _Invitation:
    """What a code stands for."""

    key: bytes
    unit: str
    users: list[str]
    device: bytes | None


def enrol(county: County, request: bytes) -> bytes:
    """Answer one packed `EnrolRequest`: make the device, use the code up, prove who we are.

    Raises:
        Refused: "nonsense" (400), "code" (403: wrong, used or too old; nothing tells which), "unit" (403),
            "revoked" (403: a desk the county knows after all), "version" (426), "busy" (503).
    """
    try:
        asked = packing.unpack(request, EnrolRequest, packing.QUESTION_LIMIT)
    except SyncTrouble:
        raise Refused("nonsense") from None
    if asked.proto != PROTOCOL or asked.suite not in crypto.SUITES:
        raise Refused("version", 426)
    if len(asked.public_key) != crypto.KEY_BYTES:
        raise Refused("nonsense")
    try:
        with county.database.writing():
            invitation = _invitation(county, asked)
            return packing.pack(_enrolled(county, asked, invitation))
    except peewee.IntegrityError:
        raise Refused("busy", 503) from None  # another desk of the unit got the same block of numbers first


def _invitation(county: County, asked: EnrolRequest) -> _Invitation:
    select = "SELECT proof_key, unit, users, device FROM enrolment WHERE code = ? AND expires_at > ?"
    row = county.database.one(county.database.locked(select), asked.code.replace("\0", ""), county.clock())
    if row is None:
        raise Refused("code", 403)
    found = _Invitation(bytes(row[0]), row[1], json.loads(row[2]), bytes(row[3]) if row[3] else None)
    expected = messages.proof(found.key, messages.enrol_claim(asked.public_key, asked.suite, asked.device))
    if not crypto.same(expected, asked.proof):
        raise Refused("code", 403)
    if asked.unit not in ("", found.unit):
        raise Refused("unit", 403)
    if found.device and viewer.find(county, found.device).public_key != asked.public_key:
        raise Refused("code", 403)
    return found


def _enrolled(county: County, asked: EnrolRequest, invitation: _Invitation) -> EnrolReply:
    device = invitation.device or _insert_device(county, asked, invitation)
    claim = messages.answer_claim(asked.public_key, county.public_key, device.hex())
    return reply(county, device, invitation.unit, messages.proof(invitation.key, claim))


def reply(county: County, device: bytes, unit: str, proof: bytes) -> EnrolReply:
    """Return what a new device needs, with what proves who says so; call inside a transaction."""
    who = viewer.find(county, device)
    unit_id, unit_name = accounts.unit(county, unit)
    return EnrolReply(
        device=device.hex(),
        unit=unit_id,
        unit_code=unit,
        unit_name=unit_name,
        county=county.code,
        county_name=county.name,
        county_key=county.public_key,
        inc=county.incarnation,
        epoch=who.epoch,
        grants=list(who.every),
        blocks=numbers.blocks_of(county, device),
        profile=county.profile.version,
        now=who.moment,
        couriers=couriers.directory(county, device, unit),
        proof=proof,
    )


def _insert_device(county: County, asked: EnrolRequest, invitation: _Invitation) -> bytes:
    """Make the device, use the code up, and give the first blocks of numbers; a known one stays as it is."""
    database, moment = county.database, county.clock()
    device, known = readmission.device_of(county, asked)
    database.rows("UPDATE enrolment SET used_at = ?, device = ? WHERE code = ?", moment, device, asked.code)
    if known:
        return device
    users = readmission.users(county, asked.users, invitation.users) if asked.device else invitation.users
    couriers.tell(county, invitation.unit)
    database.rows(
        "INSERT INTO device (id, unit, name, suite, public_key, last, head, epoch, enrolled_at, bundle_key)"
        " VALUES (?, ?, ?, ?, ?, 0, ?, 1, ?, ?)",
        device,
        invitation.unit,
        asked.name.replace("\0", "")[:NAME_LIMIT],
        asked.suite,
        asked.public_key,
        crypto.CHAIN_START,
        moment,
        asked.bundle_key if bundle.is_public_key(asked.bundle_key) else "",
    )
    database.many(
        "INSERT INTO device_user (device, user_id) VALUES (?, ?)",
        [(device, bytes.fromhex(user)) for user in users],
    )
    numbers.first_blocks(county, invitation.unit, device)
    return device


def revoke_device(county: County, device: bytes) -> None:
    """End a device and those that continue it: they may still hand over what they have, and are told no more.

    Raises:
        CountyTrouble: "county.device_missing".
    """
    with county.database.writing():
        row = county.database.one("SELECT unit FROM device WHERE id = ?", device)
        if row is None:
            raise CountyTrouble("county.device_missing")
        couriers.tell(county, row[0])
        moment = county.clock()
        gone = [(moment, one) for one in (device, *successors(county, device))]
        county.database.many("UPDATE device SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", gone)


def successors(county: County, device: bytes) -> list[bytes]:
    """Return the devices that continue `device`, and those that continue them; call inside a transaction."""
    found, ask = list[bytes](), [device]
    while ask:
        rows = county.database.rows("SELECT id FROM device WHERE continues = ?", ask.pop())
        more = [bytes(one) for (one,) in rows]
        found, ask = found + more, ask + more
    return found


@dataclass(frozen=True, slots=True)
class Device:
    """An enrolled desk: the unit it stands in, and the highest number of its log that is here.

    `continues` is the device it was before its file was copied or restored.
    """

    device: bytes
    unit: str
    name: str
    last: int
    revoked_at: int | None
    continues: bytes | None


def devices(county: County) -> list[Device]:
    """Return all enrolled desks by unit."""
    with county.database.reading():
        rows = county.database.rows(
            "SELECT id, unit, name, last, revoked_at, continues FROM device ORDER BY unit, id"
        )
    return [Device(bytes(device), *rest) for device, *rest in rows]
