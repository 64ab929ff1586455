"""Search text in Chinese and pinyin, and the query for what a person types.

FTS5 with its `unicode61` tokenizer takes a run of Chinese characters for one word, and its `trigram`
tokenizer finds no word of two. So the words of a text are written as overlapping pairs (土地承包 → `土地 地承
承包 包`) and searched as a phrase. Names also get each of their characters alone, because a surname is typed
first, and their pinyin, as initials and in full, in all readings of their surnames.

One character finds the names that hold it. Finding it inside long texts too would mean to gather all pairs
that begin with it, which takes longer with every year of an archive, and finds nearly all of them.

The words handed to FTS5 consist of ASCII letters, digits and Chinese characters only; any other letter is
written as its code point. Neither the Unicode tables of the SQLite in use nor anything a person types can
therefore change what a word is or break the syntax of a query.
"""

import operator
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, product

# Its table of words would cost each start 0.11 s and 44 MB, and tells names nothing (仇) and places little
# (see `_ALSO`); it must be declined before the import.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "1")

QUERY_LIMIT = 120
"""Characters of a query that are looked at; nobody reads what a longer one finds."""

SHORT_NAME = 4
"""Characters in a name of a person. Up to here all readings are indexed, beyond only of the first two."""

SPELLING_LIMIT = 32
SUFFIX_SYLLABLES = 6
SUFFIX_INITIALS = 8
SHORTEST_NUMBER = 4

# Readings as a surname that the dictionary lacks.
_SURNAMES = {"黑": ["he"], "谌": ["shen"]}

# The characters whose second reading is common in names of places and organisations, counted over 80,000 of
# them: with these, 9,996 of 10,000 characters of long names are indexed as they are read.
_ALSO = frozenset("长朝都畜行调佛圈柏乐什似重藏厦堡")

# Of 吕 and 女 without ü: v at the keyboard, yu or u in passports.
_UMLAUTS = {"lv": "lyu", "nv": "nyu", "lve": "lue", "nve": "nue"}

_SEPARATORS = re.compile(r"[\W_]+")
_AS_IT_IS = re.compile("[\x00-\x7f\u3400-\u9fff\U00020000-\U000323af]+")
_LATIN_OR_NOT = re.compile(r"[a-z0-9]+|[^a-z0-9]+")


def text_terms(text: str) -> str:
    """Return the words of `text` for an FTS5 column: every substring of two characters or more is found."""
    folded = text.translate(_FOLDED)
    as_it_is = _AS_IT_IS.fullmatch(folded) is not None  # asked once: a long text has many short runs
    terms: list[str] = []
    for run in folded.split():
        words: Sequence[str] = run if as_it_is else [_word(character) for character in run]
        terms += map(operator.add, words, words[1:])
        terms.append(words[-1])
    return " ".join(terms)


def name_terms(name: str) -> str:
    """Return the words of a name of a person, organisation or place: its text and its pinyin.

    Found by initials (`wxy`), in full (`wangxiaoyi`), by surname and initials (`wangxy`), and by the given
    name alone. 阿不都·热合曼 is also found without its dot, 张 三 without its space, and a part in brackets
    does not stand in the way of the rest.
    """
    runs = _runs(name)
    whole = "".join(runs)
    alone = dict.fromkeys(_word(character) for character in whole if not character.isascii())
    written = [text_terms(name), *(_pairs(whole) if len(runs) > 1 else ()), *alone]
    spelt = frozenset[str]().union(*(_spelt(part) for part in (whole, *runs)))
    return " ".join([*written, *sorted(spelt)])


def number_terms(number: str) -> str:
    """Return the words of an identity, telephone or case number: found by any four characters in a row."""
    whole = "".join(_runs(number))
    if len(whole) <= SHORTEST_NUMBER:
        return whole
    return " ".join(whole[start:] for start in range(len(whole) - SHORTEST_NUMBER + 1))


def query_terms(query: str) -> str:
    """Return the FTS5 MATCH expression for what a person types; empty when there is nothing to look for.

    All words must be found. A word is Chinese, pinyin (full or initials), digits, or a mixture; quotes,
    operators and brackets are separators like any other.
    """
    return " AND ".join(_wanted(run) for run in _runs(query[:QUERY_LIMIT]))


@lru_cache(maxsize=20_000)
def readings(character: str) -> tuple[str, ...]:
    """Return all readings of a character without tones, the usual one first; of a letter, the letter."""
    if character.isascii():
        return (character,)
    from pypinyin import Style, pinyin  # noqa: PLC0415 - 35 ms that only a name costs, not every start

    known = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    sounds = [sound for sound in known[0] if sound.isascii()] if known else []
    sounds += _SURNAMES.get(character, ())
    sounds += [_UMLAUTS[sound] for sound in sounds if sound in _UMLAUTS]
    return tuple(dict.fromkeys(sounds)) or (_word(character),)


def spells(typed: str, name: str) -> bool:
    """Say whether `typed` is pinyin of characters in a row of `name`: full, initials, mixed, or begun.

    For lists too short or too temporary for an index. `typed` is ASCII; its case, spaces and apostrophes
    do not count.
    """
    wanted = "".join(_runs(typed)).replace("ü", "v")
    if not wanted or not wanted.isascii():
        return False
    options = [readings(character) for character in "".join(_runs(name))]
    return any(_spells_from(wanted, options[start:]) for start in range(len(options)))


class _Folding(dict[int, str]):
    """For `str.translate`: what each character is in a word, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = _SEPARATORS.sub(" ", unicodedata.normalize("NFKC", chr(code))).casefold()
        self[code] = folded
        return folded


_FOLDED = _Folding()


def _runs(text: str) -> list[str]:
    """Split into words; each character is folded by itself, so that a part looks as it does in the whole."""
    return text.translate(_FOLDED).split()


def _word(character: str) -> str:
    return character if _AS_IT_IS.fullmatch(character) else f"u{ord(character):06x}"


def _pairs(run: str) -> list[str]:
    words: Sequence[str] = run if _AS_IT_IS.fullmatch(run) else [_word(character) for character in run]
    return [*map(operator.add, words, words[1:]), words[-1]]


def _wanted(run: str) -> str:
    pieces = _LATIN_OR_NOT.findall(run.replace("ü", "v"))
    ways = [] if run.isascii() and len(run) <= 2 else [_phrase(run)]  # the prefix finds it as well
    if len(pieces) > 1:
        ways.append("(" + " AND ".join(_wanted(piece) for piece in pieces) + ")")
    elif pieces[0].isascii():
        ways.append(f'"{pieces[0]}"*')
    return "(" + " OR ".join(ways) + ")"


def _phrase(run: str) -> str:
    if len(run) == 1:
        return f'"{_word(run[0])}"'
    return '"' + " ".join(islice(_pairs(run), len(run) - 1)) + '"'


@lru_cache(maxsize=4_000)
def _spelt(name: str) -> frozenset[str]:
    """Return the pinyin words of a name; cached because the same few people come again and again."""
    if name.isascii():
        return frozenset()
    return frozenset(word for spelling in _spellings(name) for word in _pinyin_words(spelling))


def _spellings(name: str) -> Iterable[tuple[str, ...]]:
    options = [readings(character) for character in name]
    if len(name) > SHORT_NAME:
        options[2:] = [readings(character)[: 2 if character in _ALSO else 1] for character in name[2:]]
    # Turned round so that the surname varies fastest: what the limit cuts off are rare given names.
    return (spelling[::-1] for spelling in islice(product(*reversed(options)), SPELLING_LIMIT))


def _pinyin_words(spelling: tuple[str, ...]) -> Iterator[str]:
    initials = "".join(sound[0] for sound in spelling)
    yield initials
    yield "".join(spelling)
    for start in range(1, len(spelling)):
        if len(initials) - start > 1:
            yield initials[start : start + SUFFIX_INITIALS]
        yield "".join(spelling[start : start + SUFFIX_SYLLABLES])
    for surname in (1, 2):
        if surname + 1 < len(spelling) <= SHORT_NAME:
            yield "".join(spelling[:surname]) + initials[surname:]


def _spells_from(wanted: str, options: list[tuple[str, ...]]) -> bool:
    """Follow all ways at once: the positions in `wanted` that the characters so far can have reached."""
    reached = {0}
    for option in options:
        ahead: set[int] = set()
        for at in reached:
            for sound in option:
                if sound.startswith(wanted[at:]):
                    return True
                ahead.add(at + 1 if sound[0] == wanted[at] else 0)
                ahead.add(at + len(sound) if wanted.startswith(sound, at) else 0)
        reached = ahead - {0}
        if not reached:
            return False
    return False
