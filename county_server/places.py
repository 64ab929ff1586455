"""The places of a county: its townships and villages by code, and how they are called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from county_server import accounts
from county_server.county import COUNTY_CODE_DIGITS, County
from village_desk import divisions
from village_desk.rights import TOWNSHIP_DIGITS, VILLAGE_DIGITS

OFFICE = "（本级）"
"""Stands behind the name of a township or county whose own office is meant."""


@dataclass(frozen=True, slots=True)
class Places:
    """Every unit of a county that was named, has a desk, or has a record; `names` are those given here."""

    county: str
    county_name: str
    names: Mapping[str, str]
    units: frozenset[str]

    def name(self, code: str) -> str:
        """Return how a place is called; its code when nobody has named it."""
        if code == self.county:
            return self.county_name
        held = divisions.division(code)
        normal = divisions.normal_code(code) or code
        office = OFFICE if len(code) == VILLAGE_DIGITS > len(normal) else ""
        if normal == self.county:
            return self.county_name + office
        shown = self.names.get(code) or (held.short_name if held else self._of_office(code))
        return shown if not office or code in self.names else shown + office

    def _of_office(self, code: str) -> str:
        return self.names.get(code.ljust(VILLAGE_DIGITS, "0")) or code

    def townships(self, found: Iterable[str] = ()) -> list[str]:
        """Return the codes of the townships, also of `found`; nine digits."""
        codes = {unit[:TOWNSHIP_DIGITS] for unit in (*self.units, *found)}
        return sorted(code for code in codes if not code.endswith("000") and len(code) == TOWNSHIP_DIGITS)

    def within(self, place: str, found: Iterable[str] = ()) -> list[str]:
        """Return the units of a place, also those of `found`."""
        return sorted(unit for unit in {*self.units, *found} if unit.startswith(place))

    def above(self, place: str) -> list[str]:
        """Return the place with those it lies in, the county first."""
        lengths = (COUNTY_CODE_DIGITS, TOWNSHIP_DIGITS, VILLAGE_DIGITS)
        return [place[:length] for length in lengths if length <= len(place)]

    def knows(self, place: str) -> bool:
        """Say whether a place is the county, one of its townships or units."""
        return place == self.county or place in self.units or place in self.townships()


def look(county: County) -> Places:
    """Return the county's places as they are now."""
    with county.database.reading():
        names = dict(accounts.units(county))
        rows = county.database.rows(
            "SELECT village FROM tally UNION SELECT unit FROM device WHERE revoked_at IS NULL"
        )
    seen = {str(code) for (code,) in rows} | set(names)
    units = frozenset(code for code in seen if len(code) == VILLAGE_DIGITS and code.startswith(county.code))
    return Places(county.code, county.name, names, units)
