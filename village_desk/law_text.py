"""The text of a law out of a file as people have it: Markdown, plain text or DOCX, split into its articles.

A law is divided into 编, 分编, 章, 节 and 条; only what a line begins with counts, so a reference to an
article within a sentence divides nothing. What has no articles (an interpretation, a notice) is divided by
its paragraphs.
"""

import html
import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from village_desk.errors import UserError

SUFFIXES = (".md", ".txt", ".docx")
MOST_BYTES = 60_000_000
"""Of one file, unpacked: a larger one is no law."""
_NUMBER = "[〇零一二三四五六七八九十百千0-9]+"
_ARTICLE = re.compile(rf"(第{_NUMBER}条(?:之{_NUMBER})?)[\s　：:]*(.*)", re.DOTALL)
_PARTS = tuple(re.compile(rf"第{_NUMBER}{word}(?:[\s　]+.*)?") for word in ("编", "分编", "章", "节"))
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_ITEM = re.compile(r"[一二三四五六七八九十]+、|\d+[.、．]")
_PARAGRAPH_END = re.compile(r"</w:p>")
_RUN = re.compile(r"<w:t(?:\s[^>]*)?>([^<]*)</w:t>|<w:(tab|br)\b[^>]*/>")
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Article:
    """One article: where it stands, its number as printed ("" for none), its text."""

    place: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Law:
    """One law. `dated` is the last day its heading names (ISO), "" for none: which text this is."""

    title: str
    dated: str
    articles: tuple[Article, ...]

    @property
    def characters(self) -> int:
        """How long its text is."""
        return sum(len(one.text) for one in self.articles)


def read(path: Path) -> Law:
    """Read the law in a file.

    Raises:
        UserError: "law.file": it cannot be read, or is none of these files; "law.empty": it holds no text.
    """
    try:
        raw = path.read_bytes()
        text = _docx(raw) if path.suffix.lower() == ".docx" else _plain(raw)
    except (OSError, UnicodeDecodeError, KeyError, zipfile.BadZipFile, zlib.error) as error:
        raise UserError("law.file", file=path.name) from error
    if len(raw) > MOST_BYTES:
        raise UserError("law.file", file=path.name)
    law = parse(text, path.stem)
    if not law.articles:
        raise UserError("law.empty", file=path.name)
    return law


def _plain(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030")


def _docx(raw: bytes) -> str:
    """Return the paragraphs of a DOCX file; only its text is looked at, nothing in it is carried out."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        if archive.getinfo("word/document.xml").file_size > MOST_BYTES:
            raise zipfile.BadZipFile
        document = archive.read("word/document.xml").decode("utf-8")
    lines = []
    for paragraph in _PARAGRAPH_END.split(document):
        runs = [
            html.unescape(match[1]) if match[1] is not None else " " for match in _RUN.finditer(paragraph)
        ]
        lines.append("".join(runs))
    return "\n".join(lines)


def parse(text: str, name: str = "") -> Law:
    """Divide the text of a law; `name` serves as its title where it has none."""
    lines = [line.replace("**", "").strip().lstrip("#> ").strip() for line in text.splitlines()]
    lines = [line for line in lines if line and line.strip("-—=_ ")]
    first = next((at for at, line in enumerate(lines) if _ARTICLE.match(line)), None)
    if first is None:
        return _unnumbered(lines, name)
    head = lines[:first]
    title = next((line for line in head if not _level(line) and not line.startswith(("（", "("))), name)
    return Law(title[:_LONGEST_TITLE], _dated(head), tuple(_articles(lines)))


def _articles(lines: list[str]) -> list[Article]:
    found: list[Article] = []
    place = ["", "", "", ""]
    label, held = "", list[str]()

    def close() -> None:
        if label:
            found.append(Article(" ".join(filter(None, place_then)), label, "\n".join(filter(None, held))))

    place_then = list(place)
    for line in lines:
        article, level = _ARTICLE.match(line), _level(line)
        if article is None and not level:
            held.append(line)
            continue
        close()
        if level:
            place[level - 1 :] = [line, *[""] * (len(place) - level)]
            label, held = "", []
        elif article is not None:
            label, held, place_then = article[1], [article[2]], list(place)
    close()
    return found


def _unnumbered(lines: list[str], name: str) -> Law:
    title, rest = (lines[0], lines[1:]) if lines else (name, [])
    items = tuple(
        Article("", item[0].strip("、.．") if (item := _ITEM.match(line)) else "", line) for line in rest
    )
    return Law(title[:_LONGEST_TITLE] or name, _dated(rest[:5]), items)


def _level(line: str) -> int:
    """Return which division a line begins, from 1 (编) to 4 (节); 0 for none."""
    return next((level for level, part in enumerate(_PARTS, start=1) if part.fullmatch(line)), 0)


def _dated(head: list[str]) -> str:
    days = [match for line in head for match in _DAY.finditer(line)]
    return max((f"{int(one[1]):04}-{int(one[2]):02}-{int(one[3]):02}" for one in days), default="")


_DIGITS = {character: place for place, character in enumerate("零一二三四五六七八九")} | {"〇": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def number_of(label: str) -> int:
    """Return the number in 第…条, 0 where there is none: 第五百七十七条 is 577."""
    match = re.search(_NUMBER, label)
    if match is None:
        return 0
    if match[0].isdigit() and match[0].isascii():
        return int(match[0])
    total = digit = 0
    for character in match[0]:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS.get(character, 0)
    return total + digit
