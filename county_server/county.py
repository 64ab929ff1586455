"""One county: its database, keys and profile, opened once and passed to everything."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from county_server.config import Config
from county_server.database import Database
from county_server.errors import CountyTrouble
from sync import bundle, publishing
from village_desk import crypto, ids, profile, times
from village_desk.errors import StoreTrouble
from village_desk.profile import Profile

_log = logging.getLogger(__name__)

COUNTY_CODE_DIGITS = 6


@dataclass(frozen=True, slots=True)
class UploadLimits:
    """What a device may send.

    Attributes:
        size: Most bytes of one attachment.
        open: Most uploads a device may have begun and not finished.
        days: Days after which an upload that nobody went on with is given up.
    """

    size: int = 50_000_000
    open: int = 8
    days: int = 14


@dataclass(slots=True)
class GoneBy:
    """The profile the county goes by, and the number it was published under; 0 for the one of the folder."""

    profile: Profile = field(repr=False)
    published: int = 0


@dataclass(frozen=True, slots=True)
class County:
    """What every request works with.

    Attributes:
        gone_by: The profile; another from the day one that was published begins.
        code: The county's division code, six digits; the prefix of every area.
        incarnation: 32 hexadecimal digits that change when the database is restored from a backup.
        generation: How often it was restored; versions of records are numbered above a block of their own.
        key: The county's private signing key; it signs grants and receipts.
        secret: Key of nonces; shared by all processes through the database.
        bundle_key: The county's private key for bundles on sticks.
        blobs: Folder of the attachments.
        clock: Returns the present moment, UTC ms.
        limits: What may be sent as attachments.
        device_keys: Public key and suite of the devices that have asked this process; they never change.
    """

    database: Database
    gone_by: GoneBy
    code: str
    name: str
    incarnation: str
    key: bytes = field(repr=False)
    secret: bytes = field(repr=False)
    bundle_key: str = field(repr=False)
    blobs: Path
    clock: Callable[[], times.Moment] = times.now
    limits: UploadLimits = UploadLimits()
    device_keys: dict[bytes, tuple[bytes, int]] = field(default_factory=dict, repr=False)
    generation: int = 0

    @property
    def profile(self) -> Profile:
        """The profile the county goes by."""
        return self.gone_by.profile

    @property
    def bundle_public_key(self) -> str:
        """The county's public key for bundles."""
        return bundle.public_key(self.bundle_key)

    @property
    def public_key(self) -> bytes:
        """The county's public key, which desks verify grants and receipts with."""
        return crypto.public_key(self.key)

    def close(self) -> None:
        """Close all connections."""
        self.database.close()


def create(config: Config, code: str, name: str, clock: Callable[[], int] = times.now) -> County:
    """Make the tables, the keys and the incarnation of a new county, and open it.

    Raises:
        CountyTrouble: "county.exists": this database already holds a county; "county.code": `code` is
            not a county's six digits.
    """
    if len(code) != COUNTY_CODE_DIGITS or not (code.isascii() and code.isdigit()):
        raise CountyTrouble("county.code")
    database = Database(config.database, config.connections)
    try:
        database.migrate()
        with database.writing():
            if database.one("SELECT v FROM meta WHERE k = 'code'"):
                raise CountyTrouble("county.exists")
            for key, value in _new_meta(code, name, clock()).items():
                database.rows("INSERT INTO meta (k, v) VALUES (?, ?)", key, value)
            database.rows("INSERT INTO unit (code, id, name) VALUES (?, ?, ?)", code, ids.new_id(), name)
    finally:
        database.close()
    Path(config.blobs).mkdir(mode=0o700, parents=True, exist_ok=True)
    return open_county(config, clock)


def _new_meta(code: str, name: str, moment: int) -> dict[str, str]:
    return {
        "code": code,
        "name": name,
        "incarnation": ids.id_text(ids.new_id()),
        "key": crypto.new_signing_key().hex(),
        "secret": crypto.new_key().hex(),
        "bundle_key": bundle.new_key(),
        "created_at": str(moment),
    }


def open_county(config: Config, clock: Callable[[], int] = times.now) -> County:
    """Open an existing county and bring its tables up to date.

    Raises:
        CountyTrouble: "county.missing": there is none in this database; "county.newer": a newer program
            made it.
    """
    if "://" not in config.database and not Path(config.database).is_file():
        raise CountyTrouble("county.missing")
    database = Database(config.database, config.connections)
    try:
        database.migrate()
        meta = _read_meta(database)
        made = County(
            database=database,
            gone_by=GoneBy(profile.load(Path(config.profile))),
            code=meta["code"],
            name=meta["name"],
            incarnation=meta["incarnation"],
            key=bytes.fromhex(meta["key"]),
            secret=bytes.fromhex(meta["secret"]),
            bundle_key=meta["bundle_key"],
            blobs=Path(config.blobs),
            clock=clock,
            limits=UploadLimits(config.upload_limit, config.uploads_open, config.upload_days),
            generation=int(meta.get("generation", "0")),
        )
        with database.reading():
            go_by_last(made)
    except BaseException:
        database.close()
        raise
    return made


def last_profile(database: Database) -> int:
    """Return the version published last, 0 for none; call inside a transaction."""
    row = database.one("SELECT max(version) FROM published_profile")
    return int(row[0] or 0) if row else 0


def go_by_last(here: County) -> int:
    """Go by the profile published last of those that have begun, and return the version published last.

    Asked at every round, so that each process hears of what another published. Call inside a transaction.
    """
    today = times.legal_day(here.clock()).isoformat()
    sql = "SELECT max(version), max(CASE WHEN since <= ? THEN version END) FROM published_profile"
    last, begun = here.database.one(sql, today) or (0, 0)
    if begun and begun != here.gone_by.published:
        row = here.database.one("SELECT files FROM published_profile WHERE version = ?", begun)
        here.gone_by.published = begun
        try:
            here.gone_by.profile = profile.over_national(publishing.read(row[0] if row else ""))
        except StoreTrouble as trouble:  # a newer program published it; this one goes by the one of before
            _log.warning("profile %d: %s", begun, trouble.code)
    return int(last or 0)


def _read_meta(database: Database) -> dict[str, str]:
    with database.reading():
        meta = dict(database.rows("SELECT k, v FROM meta"))
    if "code" not in meta:
        raise CountyTrouble("county.missing")
    return meta
