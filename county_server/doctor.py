"""Looking at a server before its users do: configuration, database, profile, folders, certificate."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509

from county_server import county, database
from county_server.config import Config
from county_server.sentences import sentence
from village_desk import times
from village_desk.errors import VillageDeskError

LEAST_FREE = 2 * 1_073_741_824
"""Bytes of free disk below which the doctor warns."""
CERTIFICATE_DAYS = 21
DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at."""

    what: str
    well: bool
    detail: str


def examine(settings: Config) -> list[Check]:
    """Look at everything that can be looked at; opening the county brings its tables up to date."""
    return [*_look_at_county(settings), _blobs(settings), _disk(settings), _certificate(settings)]


def _look_at_county(settings: Config) -> list[Check]:
    try:
        here = county.open_county(settings)
    except VillageDeskError as error:
        return [Check("database", well=False, detail=sentence(error))]
    try:
        with here.database.reading():
            row = here.database.one("SELECT head FROM feed_head WHERE one = 1")
        migrations = len(database.migration_files(here.database.dialect))
        return [
            Check("database", well=True, detail=f"{here.database.dialect}, migration {migrations}"),
            Check("county", well=True, detail=f"{here.code} {here.name}"),
            Check("feed", well=row is not None, detail=str(row[0] if row else "")),
            Check("profile", well=True, detail=f"{here.profile.id} {here.profile.version}"),
        ]
    finally:
        here.close()


def _blobs(settings: Config) -> Check:
    folder = Path(settings.blobs)
    try:
        probe = folder / ".doctor"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        return Check("blobs", well=False, detail=error.strerror or type(error).__name__)
    return Check("blobs", well=True, detail=str(folder))


def _disk(settings: Config) -> Check:
    place = Path(settings.blobs)
    free = shutil.disk_usage(place if place.exists() else Path.cwd()).free
    return Check("free disk", well=free >= LEAST_FREE, detail=f"{free // 1_048_576} MiB")


def _certificate(settings: Config) -> Check:
    if not settings.tls_certificate:
        return Check("tls", well=True, detail="off")
    try:
        certificate = x509.load_pem_x509_certificate(Path(settings.tls_certificate).read_bytes())
    except (OSError, ValueError) as error:
        return Check("tls", well=False, detail=type(error).__name__)
    end = times.moment_of(certificate.not_valid_after_utc)
    return Check("tls", well=end > times.now() + CERTIFICATE_DAYS * DAY_MS, detail=times.local_text(end))
