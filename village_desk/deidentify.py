"""Taking out of a text who and where it was: names, numbers, places, days of birth (去标识).

What the record knows is looked for however it is written: with blanks between the characters, in full-width
digits, a given name alone, an old name of a village. Numbers are found by their shape as well. A name that
is an ordinary word too ("高兴", "和平") is not replaced by a guess: it is asked about. Rule: 个人信息保护法
第七十三条; domain services §6.6 (names, villages, ID, phones removed).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from village_desk import paths

What = Literal["person", "unit", "place", "address", "number", "birth"]
WORDS = paths.RESOURCES / "ordinary_words.txt"
"""Names and places that are ordinary words too, one a line."""

STEMS = "甲乙丙丁戊己庚辛壬癸"
_NEUTRAL: dict[What, str] = {"unit": "某单位", "address": "某处", "birth": "某年某月某日"}
_NUMBERS = {
    "id": "某证件号",
    "phone": "某电话",
    "plate": "某车牌",
    "account": "某账号",
    "file": "某案号",
    "mail": "某邮箱",
}
_LEVELS = {
    "省": "某省",
    "自治区": "某自治区",
    "市": "某市",
    "州": "某州",
    "盟": "某盟",
    "县": "某县",
    "区": "某区",
    "旗": "某旗",
    "镇": "某镇",
    "乡": "某乡",
    "街道": "某街道",
    "村": "某村",
    "社区": "某社区",
    "居委会": "某居委会",
    "村委会": "某村委会",
    "村民委员会": "某村委会",
    "居民委员会": "某居委会",
}
_ENDINGS = sorted(_LEVELS, key=len, reverse=True)
_COMPOUND = "欧阳司马上官诸葛司徒东方独孤南宫夏侯尉迟皇甫公孙慕容令狐宇文长孙端木闻人钟离呼延"
_COMPOUND_SURNAMES = frozenset(_COMPOUND[at : at + 2] for at in range(0, len(_COMPOUND), 2))


@dataclass(frozen=True, slots=True, repr=False)
class Known:
    """What a record says of who and where it was.

    Attributes:
        people: Names of people.
        units: Names of firms and offices.
        places: Names of divisions, from the province to the village, and of groups.
        addresses: Where somebody lives, as it was typed.
        numbers: Anything that is looked up by its digits and letters: cards, phones, case numbers.
        births: Days of birth.
        ordinary: What a person has said to be ordinary words in this text.
        certain: What a person has said to be a name, although it is an ordinary word too.
    """

    people: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    births: tuple[date, ...] = ()
    ordinary: frozenset[str] = frozenset()
    certain: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, repr=False)
class Found:
    """One place in a text: from `start` to `end` stands `text`; `word` is to take its place.

    `asks`: what stands there may be an ordinary word; only a person can say.
    """

    start: int
    end: int
    text: str
    what: What
    word: str
    asks: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Cleaned:
    """A text after replacing: where the words now stand, and what was not replaced because it asks."""

    text: str
    replaced: tuple[tuple[int, int], ...] = ()
    asks: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A pattern to look for in folded text, and what takes the place of what it finds."""

    pattern: str
    what: What
    word: str
    asks: bool = False


def find(text: str, known: Known) -> list[Found]:
    """Return everything in `text` that says who or where, in order; the longest of what overlaps."""
    folded = _folded(text)
    hits = [
        Found(match.start(), match.end(), text[match.start() : match.end()], one.what, one.word, one.asks)
        for one in _wanted(known)
        for match in re.finditer(one.pattern, folded, re.IGNORECASE)
        if match.end() > match.start()
    ]
    hits.sort(key=lambda hit: (hit.asks, hit.start - hit.end, hit.start))
    taken: list[Found] = []
    for hit in hits:
        if all(hit.end <= one.start or hit.start >= one.end for one in taken):
            taken.append(hit)
    return sorted(taken, key=lambda hit: hit.start)


def clean(text: str, known: Known) -> Cleaned:
    """Return `text` with neutral words for all that is certain; what asks stays and is named."""
    parts: list[str] = []
    marks: list[tuple[int, int]] = []
    asks: list[Found] = []
    at = length = 0
    for hit in find(text, known):
        parts.append(text[at : hit.start])
        length += hit.start - at
        word = hit.text if hit.asks else hit.word
        if hit.asks:
            asks.append(Found(length, length + len(word), hit.text, hit.what, hit.word, asks=True))
        else:
            marks.append((length, length + len(word)))
        parts.append(word)
        length += len(word)
        at = hit.end
    return Cleaned("".join([*parts, text[at:]]), tuple(marks), tuple(asks))


# ---------------------------------------------------------------- what is looked for


def _wanted(known: Known) -> Iterator[_Wanted]:
    yield from _numbers(known)
    for address in known.addresses:
        if len(address.strip()) > 2:
            yield _Wanted(_spaced(address), "address", _NEUTRAL["address"])
    yield from _units(known)
    yield from _people(known)
    yield from _places(known)
    yield from _births(known)


def _people(known: Known) -> Iterator[_Wanted]:
    people = [name for name in dict.fromkeys(map(_bare, known.people)) if len(name) > 1]
    for place, name in enumerate(people):
        word = f"{STEMS[place % len(STEMS)]}{place // len(STEMS) or ''}某"
        surname = _surname(name)
        forms = [*_forms(name), *(f"{before}{surname}" for before in "老小阿")]
        for form in dict.fromkeys(forms):
            if form not in known.ordinary:
                yield _Wanted(_spaced(form), "person", word, _ordinary(form, known))
        yield _Wanted(f"{re.escape(surname)}(?:{_TITLES})", "person", word)


_TITLES = "先生|女士|大爷|大妈|大叔|大婶|大娘|大哥|大姐|奶奶|爷爷|师傅|老汉|老太|某某|某"


def _units(known: Known) -> Iterator[_Wanted]:
    for unit in map(_bare, known.units):
        core = _FIRM.sub("", unit)
        for place in known.places:
            core = core.removeprefix(_bare(place))
        for form in dict.fromkeys((unit, core)):
            if len(form) > 2 and form not in known.ordinary:
                yield _Wanted(_spaced(form), "unit", _NEUTRAL["unit"], _ordinary(form, known))


_FIRM = re.compile(
    "(?:股份有限公司|有限责任公司|有限公司|公司|专业合作社|合作社|商店|超市|餐馆|饭店|工厂|厂)$"
)


def _forms(name: str) -> Iterator[str]:
    yield name
    given = name[len(_surname(name)) :]
    if len(given) > 1:
        yield given
    if "·" in name:
        yield from (part for part in name.split("·") if len(part) > 1)


def _surname(name: str) -> str:
    return name[:2] if name[:2] in _COMPOUND_SURNAMES and len(name) > 2 else name[:1]


def _bare(name: str) -> str:
    """Return a name without what stands in brackets behind it and without blanks."""
    return re.sub(r"[\[（(【].*?[\]）)】]|\s", "", unicodedata.normalize("NFKC", name)).strip("、，,；;")


def _places(known: Known) -> Iterator[_Wanted]:
    for name in sorted({_bare(place) for place in known.places if _bare(place)}, key=len, reverse=True):
        ending = next((one for one in _ENDINGS if name.endswith(one) and len(name) > len(one)), "")
        word = _LEVELS.get(ending, "某地")
        for form in dict.fromkeys((name, name[: len(name) - len(ending)])):
            if len(form) < 2 or form in known.ordinary:
                continue
            rest = "" if form == name else f"(?:{'|'.join(_ENDINGS)})?"
            yield _Wanted(_spaced(form) + rest, "place", word, form != name and _ordinary(form, known))


def _births(known: Known) -> Iterator[_Wanted]:
    for born in known.births:
        year, month, day = born.year, born.month, born.day
        written = rf"{_digits(year)}\s*[-./年]\s*0?{month}\s*[-./月]\s*0?{day}\s*日?"
        yield _Wanted(written, "birth", _NEUTRAL["birth"])
        yield _Wanted(rf"(?<!\d){year}{month:02}{day:02}(?!\d)", "birth", _NEUTRAL["birth"])
        chinese = f"{_chinese_year(year)}年{_chinese(month)}月{_chinese(day)}[日号]?"
        yield _Wanted(chinese, "birth", _NEUTRAL["birth"])
    yield _Wanted(rf"{_DATE}(?=\s*(?:出)?生)", "birth", _NEUTRAL["birth"])
    yield _Wanted(rf"(?:(?<=出生日期[:：])|(?<=出生于)|(?<=生于))\s*{_DATE}", "birth", _NEUTRAL["birth"])


_DATE = r"(?:19|20)\d\d\s*[-./年]\s*\d{1,2}\s*(?:[-./月]\s*\d{1,2}\s*日?|月)"


def _digits(number: int) -> str:
    return r"\s*".join(str(number))


def _chinese_year(year: int) -> str:
    return "".join("〇一二三四五六七八九"[int(one)] if one != "0" else "[〇零○]" for one in str(year))


def _chinese(number: int) -> str:
    ones = "〇一二三四五六七八九"[number % 10] if number % 10 else ""
    tens = {0: "", 1: "十"}.get(number // 10, "〇一二三四五六七八九"[number // 10] + "十")
    return tens + ones


_SHAPES: tuple[tuple[str, str], ...] = (
    ("mail", r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
    (
        "plate",
        r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-Z][\s·.-]*(?:[A-Z0-9]\s*){4,5}[A-Z0-9挂学警]",
    ),
    ("id", r"(?<![0-9A-Z])\d(?:[\s-]*\d){16}[\s-]*[\dX](?![0-9A-Z])"),
    ("id", r"(?<![0-9A-Z])\d{15}(?![0-9A-Z])"),
    ("id", r"(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])"),
    ("account", r"(?<!\d)(?:\d{4}[\s-]?){3,4}\d{0,3}(?!\d)"),
    ("account", r"(?<!\d)\d{12,21}(?!\d)"),
    ("phone", r"(?<!\d)(?:\+?86[\s-]*)?1[3-9]\d[\s-]*\d{4}[\s-]*\d{4}(?!\d)"),
    ("phone", r"(?<!\d)\(?0\d{2,3}\)?[\s-]?\d{7,8}(?:[\s-]\d{1,6})?(?!\d)"),
    ("phone", r"(?:(?<=电话)|(?<=手机)|(?<=座机)|(?<=号码))[:是为\s]*\d[\d\s-]{4,14}\d"),
    ("phone", r"(?:[一二三四五六七八九零〇○幺]\s*){11}"),
    ("file", r"[(〔\[]\s*\d{4}\s*[)〕\]][^,。;\s]{0,24}?第?\s*\d+\s*号"),
)
"""Shapes of numbers that say who: by what they are replaced, and the pattern over folded text."""


def _numbers(known: Known) -> Iterator[_Wanted]:
    for number in known.numbers:
        letters = re.sub(r"[^0-9A-Za-z一-鿿]", "", unicodedata.normalize("NFKC", number))
        if len(letters) < 5:
            continue
        between = r"[^0-9A-Za-z一-鿿]*"
        pattern = between.join(map(re.escape, letters))
        yield _Wanted(pattern, "number", _NUMBERS[_sort(letters)])
    for sort, shape in _SHAPES:
        yield _Wanted(shape, "number", _NUMBERS[sort])


def _sort(letters: str) -> str:
    if re.fullmatch(r"1[3-9]\d{9}|0?\d{7,11}", letters):
        return "phone"
    if re.fullmatch(r"\d{17}[\dXx]|\d{15}|[0-9A-Z]{18}", letters):
        return "id"
    if re.search(r"[一-鿿]", letters):
        return "plate" if re.fullmatch(r"[一-鿿][A-Za-z][0-9A-Za-z]{5,6}", letters) else "file"
    return "account"


# ---------------------------------------------------------------- how it is written


class _Folding(dict[int, str]):
    """Full-width letters and digits as plain ones, one character for one, so that places stay true."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKC", chr(code))
        self[code] = plain if len(plain) == 1 else chr(code)
        return self[code]


_PLAIN = _Folding()


def _folded(text: str) -> str:
    return text.translate(_PLAIN)


def _spaced(words: str) -> str:
    """Return a pattern of characters that may have blanks between them."""
    return r"\s*".join(re.escape(one) for one in _folded(words) if not one.isspace())


def _ordinary(word: str, known: Known) -> bool:
    return word not in known.certain and is_ordinary(word)


def is_ordinary(word: str) -> bool:
    """Say whether a word is an ordinary one, although somebody or some place may be called so."""
    from pypinyin.phrases_dict import phrases_dict  # noqa: PLC0415 - what only this page needs

    return word in _own_words() or word in phrases_dict


@cache
def _own_words() -> frozenset[str]:
    lines = WORDS.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
