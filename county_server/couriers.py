"""The keys of bundles at the county: its own, and the directory each device is handed out with its grants."""

import msgspec

from county_server.county import County
from sync.sticks import couriers
from sync.sticks.couriers import Courier, Directory
from village_desk import crypto
from village_desk.rights import TOWNSHIP_DIGITS


def directory(county: County, device: bytes, unit: str) -> Directory:
    """Return the couriers the device in `unit` has to do with; call inside a transaction.

    A village has to do with its township's desks, a township with those of its villages, withdrawn ones
    too: what they hand over is evidence.
    """
    own = Courier(county.code, county.code, county.public_key, county.bundle_public_key)
    near = [each for each in _related(county, unit) if each.device != device.hex()]
    unsigned = Directory(county=county.code, at=county.clock(), couriers=[own, *near])
    signature = crypto.sign(county.key, couriers.directory_claim(unsigned))
    return msgspec.structs.replace(unsigned, signature=signature)


def _related(county: County, unit: str) -> list[Courier]:
    if len(unit) < TOWNSHIP_DIGITS:
        return []
    office = len(unit) == TOWNSHIP_DIGITS
    rows = county.database.rows(
        "SELECT id, unit, public_key, bundle_key FROM device"
        " WHERE bundle_key <> '' AND unit LIKE ? AND (1 = ? OR revoked_at IS NULL) ORDER BY id",
        f"{unit}%" if office else unit[:TOWNSHIP_DIGITS],
        int(office),
    )
    return [Courier(bytes(device).hex(), place, bytes(key), seal) for device, place, key, seal in rows]


def tell(county: County, unit: str) -> None:
    """Let the desks that have to do with one in `unit` ask for their grants and directory again.

    Call inside a writing transaction, when a device was added or withdrawn.
    """
    if len(unit) < TOWNSHIP_DIGITS:
        return
    county.database.rows(
        "UPDATE device SET epoch = epoch + 1 WHERE unit = ? OR unit LIKE ?",
        unit[:TOWNSHIP_DIGITS],
        f"{unit}%" if len(unit) == TOWNSHIP_DIGITS else unit[:TOWNSHIP_DIGITS],
    )
