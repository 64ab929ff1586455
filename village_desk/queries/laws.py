"""The library of laws: what is in it, and what is found in it; texts to read, never an answer."""

from dataclasses import dataclass

from village_desk.session import Session
from village_desk.store import laws as library

LIMIT = 50


@dataclass(frozen=True, slots=True)
class LawLine:
    """A law of the library; `dated` is the day of its text (ISO), "" where its heading names none."""

    id: int
    title: str
    dated: str
    characters: int


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article with the law it stands in."""

    id: int
    law: int
    title: str
    dated: str
    place: str
    label: str
    text: str

    @property
    def cited(self) -> str:
        """The article as it is cited: title, day of the text, number, wording."""
        year, _, rest = self.dated.partition("-")
        month, _, day = rest.partition("-")
        text_of = f"（{year}年{int(month)}月{int(day)}日文本）" if day else ""
        return f"《{self.title}》{text_of}{self.label}：{self.text}"


def laws(session: Session) -> list[LawLine]:
    """Return the laws of the library by title."""
    return [LawLine(*one) for one in library.laws(session.store)]


def found(session: Session, typed: str, limit: int = LIMIT) -> list[ArticleLine]:
    """Return the articles that hold all words of `typed`: Chinese, the number of an article, a law's name."""
    return [ArticleLine(*one) for one in library.search(session.store, typed, limit)]


def articles(session: Session, law: int) -> list[ArticleLine]:
    """Return all articles of a law in their order."""
    return [ArticleLine(*one) for one in library.articles(session.store, law)]
