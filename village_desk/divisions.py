"""Administrative divisions (行政区划): the national list of statistical codes, and a desk's own part of it.

A code has 12 digits: province 2, prefecture 2, county 2 (GB/T 2260), township 3 (GB/T 10114), village 3.
Inside the program a code is its shortest form, 2, 4, 6, 9 or 12 digits, so that an area is simply a prefix.
The list shipped is that of 30 June 2023; villages merge and split since, therefore a desk keeps the rows of
its own county in its store (`village_desk.division_edits` changes them), and every function that looks for
divisions takes such rows, too.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice

from village_desk import paths
from village_desk.pinyin import readings, spells

LEVELS = {2: "province", 4: "prefecture", 6: "county", 9: "township", 12: "village"}
SIZES = tuple(LEVELS)
MOST_LOOKED_AT = 2000

_INDEX = "00"
# Rows of the table that are no places: nobody writes them in an address.
_NO_PLACES = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
_CODE = re.compile(r"[1-9][0-9]+")
_COMMITTEE = re.compile(r"(?P<stem>.+?)(?P<whose>村民|居民|村|居)?(?:委员会|委会)")
_VILLAGE_ENDS = ("村", "嘎查", "社区", "队", "场")


@dataclass(frozen=True, slots=True, order=True)
class Division:
    """One row of the list.

    Attributes:
        code: Shortest form, 2 to 12 digits.
        name: As in the statistical table; of a village that of its committee (乌江村村民委员会).
        closed_on: Legal day since when it exists no longer; None while it does.
        merged_into: Code of the division that took it over, or empty.
    """

    code: str
    name: str
    closed_on: date | None = None
    merged_into: str = ""

    @property
    def level(self) -> str:
        """`province`, `prefecture`, `county`, `township` or `village`."""
        return LEVELS[len(self.code)]

    @property
    def parent(self) -> str:
        """Code of the division above; empty for a province."""
        return parent_of(self.code)

    @property
    def short_name(self) -> str:
        """The place instead of its committee: 乌江村村民委员会 → 乌江村, 多福巷社区居委会 → 多福巷社区."""
        return _short(self.name) if len(self.code) == 12 else self.name


def normal_code(text: str) -> str:
    """Return the shortest form of a code (620702104000 → 620702104), or "" when `text` is no code at all."""
    code = text.strip()
    if len(code) not in LEVELS or not _CODE.fullmatch(code):
        return ""
    if len(code) == 12:
        while len(code) > 2 and not code[len(parent_of(code)) :].strip("0"):
            code = parent_of(code)
    return code


def parent_of(code: str) -> str:
    """Return the code of the division above by its digits alone; empty for a province."""
    return next((code[:size] for size in reversed(SIZES) if size < len(code)), "")


def is_within(code: str, prefix: str) -> bool:
    """Say whether `code` is `prefix` or lies in it. What is no code contains nothing and lies nowhere."""
    inner, outer = normal_code(code), normal_code(prefix)
    return bool(inner and outer) and inner.startswith(outer)


def provinces() -> list[Division]:
    """Return all provinces, by code."""
    return [division for division in _index().values() if len(division.code) == 2]


def children(code: str) -> list[Division]:
    """Return what lies directly below `code` in the shipped list, by code; nothing for an unknown one."""
    known = normal_code(code)
    below = county(known[:6]) if len(known) >= 6 else _index().values()
    return [row for row in below if known and row.parent == known]


def division(code: str) -> Division | None:
    """Return one division of the shipped list; None when the list does not have it."""
    known = normal_code(code)
    if len(known) <= 6 or known[:2] not in _index():
        return _index().get(known)
    text = _lower(known[:2])
    start = text.find(f"\n{known},") + 1
    return next(_rows(text[start : text.find("\n", start)])) if start else None


def county(code: str) -> list[Division]:
    """Return all townships and villages of a county, by code: the rows a desk keeps for itself."""
    known = normal_code(code)
    if len(known) != 6 or known not in _index():
        return []
    text = _lower(known[:2])
    start = text.find(f"\n{known}") + 1
    end = text.find("\n", text.rfind(f"\n{known}") + 1) + 1
    return list(_rows(text[start:end])) if start else []


def full_name(code: str, local: Mapping[str, Division] | None = None) -> str:
    """Return the place as an address begins: 甘肃省张掖市甘州区乌江镇敬依村.

    Args:
        code: A code of any level.
        local: The desk's own rows by code, asked first; the shipped list answers for the rest. Levels
            that neither knows are left out.
    """
    known = normal_code(code)
    names: list[str] = []
    for size in SIZES:
        found = _lookup(known[:size], local or {}) if size <= len(known) else None
        if found and found.short_name not in _NO_PLACES and found.short_name not in names[-1:]:
            names.append(found.short_name)
    return "".join(names)


def find(text: str, within: str = "", limit: int = 20, *, counties_only: bool = False) -> list[Division]:
    """Look in the shipped list by code, name or pinyin (full or initials); best matches first.

    Args:
        text: What a person types.
        within: Code of the area to look in; empty for the whole country. Inside one county pinyin finds
            everything; in a wider area it finds down to counties, because 660,000 names are not spelt out.
            A Chinese name is searched in all levels, which takes 0.3 s for the whole country.
        limit: Most rows returned. A word found everywhere (村) is not followed to the end of the country.
        counties_only: Look only among provinces, prefectures and counties; 20 ms.
    """
    area = normal_code(within)
    if len(text) > 5 and text.isascii() and text.isdigit() and text.startswith(area):
        area = text[:6]
    if len(area) >= 6:
        rows: Iterable[Division] = [row for row in county(area[:6]) if row.code.startswith(area)]
        return find_in(text, [*filter(None, [_index().get(area)]), *rows], limit)
    upper = [row for row in _index().values() if row.code.startswith(area)]
    lower = islice(_lower_named(text.strip(), area), 0 if counties_only else MOST_LOOKED_AT)
    return _best([*_matching(upper, text), *lower], text, limit)


def find_in(text: str, rows: Iterable[Division], limit: int = 20) -> list[Division]:
    """Look among `rows`, the desk's own, as `find` does; what is closed is not offered."""
    return _best(_matching(rows, text), text, limit)


def _matching(divisions: Iterable[Division], text: str) -> Iterator[Division]:
    typed = text.strip()
    if not typed:
        return
    code = normal_code(typed) or typed
    for row in divisions:
        found = row.code.startswith(code) or typed in row.name or spells(typed, row.short_name)
        if found and row.closed_on is None:
            yield row


def _lower_named(typed: str, area: str) -> Iterator[Division]:
    """Look for a Chinese name in whole provinces: a search in their text, without making rows of all."""
    if not typed or typed.isascii():
        return
    for province in provinces():
        if not province.code.startswith(area[:2]):
            continue
        text = _lower(province.code)
        for found in re.finditer(rf"^{area}\d*,.*{re.escape(typed)}.*$", text, re.MULTILINE):
            yield from _rows(found[0])


def _best(found: Iterable[Division], text: str, limit: int) -> list[Division]:
    typed = text.strip().lower()

    def rank(row: Division) -> tuple[bool, bool, int, str]:
        exact = typed in (row.code, row.name, row.short_name)
        sounds = [readings(character)[0] for character in row.short_name]
        begun = (row.code, row.name, "".join(sounds), "".join(sound[0] for sound in sounds))
        return (not exact, not any(way.startswith(typed) for way in begun), len(row.code), row.code)

    return sorted(found, key=rank)[:limit]


def _lookup(code: str, local: Mapping[str, Division]) -> Division | None:
    return local.get(code) or division(code)


def _short(name: str) -> str:
    found = _COMMITTEE.fullmatch(name)
    if not found:
        return name
    stem, whose = found["stem"], found["whose"]
    if stem.endswith(("村", "嘎查", "社区")):
        return stem
    if whose in ("村民", "村"):
        return stem if stem.endswith(_VILLAGE_ENDS) else stem + "村"
    return stem + "居委会" if whose else name


@lru_cache(maxsize=1)
def _index() -> Mapping[str, Division]:
    return {row.code: row for row in _rows(_member(_INDEX))}


@lru_cache(maxsize=1)
def _lower(province: str) -> str:
    """Return the townships and villages of one province, each line after a line end."""
    return "\n" + _member(province)


def _member(name: str) -> str:
    with zipfile.ZipFile(paths.RESOURCES / "divisions" / "divisions.zip") as archive:
        return archive.read(f"{name}.csv").decode()


def _rows(text: str) -> Iterator[Division]:
    for line in text.splitlines():
        code, name = line.split(",", 1)
        yield Division(code, name)
