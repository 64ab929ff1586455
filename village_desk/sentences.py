"""The sentence for every code that people may meet: problems, errors, reasons, moves, hints and deadlines.

The sentence of an error has three parts: what happened, whether the data is safe, what to do. Texts stand
in `sentence_table` and `trouble_table` in English and are translated here, where they are shown.
"""

from collections.abc import Mapping

from village_desk.i18n import N_, translated
from village_desk.kinds import KINDS
from village_desk.sentence_table import SENTENCES
from village_desk.trouble_table import TROUBLES

_CONTEXT = "sentences"
_RULE = N_("sentences", "Rule: {article}.")
_UNKNOWN = N_("sentences", "Something went wrong that has no sentence yet ({code}).")
_CHINESE_STOP = "。"


def parts(code: str, details: Mapping[str, object] | None = None) -> tuple[str, ...]:
    """Return the parts of the sentence for `code` in the user's language, with the rule behind it last.

    Blanks are filled from `details`; a kind is shown by its title. A code without a sentence of its own
    gets the one of its family ("template" for "template.sum").
    """
    blanks = _Blanks(details or {}, code=code)
    texts = list(_texts(code))
    if (details or {}).get("article"):
        texts.append(_RULE)
    return tuple(translated(_CONTEXT, text).format_map(blanks) for text in texts)


def sentence(code: str, details: Mapping[str, object] | None = None) -> str:
    """Return all parts of the sentence for `code` as one line; see `parts`."""
    line = ""
    for part in parts(code, details):
        line += part if not line or line.endswith(_CHINESE_STOP) else f" {part}"
    return line


def has_sentence(code: str) -> bool:
    """Say whether `code`, or its family, has a sentence."""
    return _texts(code) != (_UNKNOWN,)


def _texts(code: str) -> tuple[str, ...]:
    if code in SENTENCES:
        return (SENTENCES[code],)
    return TROUBLES.get(code) or TROUBLES.get(code.partition(".")[0]) or (_UNKNOWN,)


class _Blanks(dict[str, object]):
    """What fills a sentence; a blank nobody filled shows as …, for a gap is better than a crash."""

    def __init__(self, details: Mapping[str, object], code: str) -> None:
        super().__init__({"code": code} | {name: _shown(name, value) for name, value in details.items()})

    def __missing__(self, key: str) -> str:
        return "…"


def _shown(name: str, value: object) -> object:
    if name == "kind" and value in KINDS:
        return translated("kinds", KINDS[str(value)].title)
    if isinstance(value, (list, tuple, set, frozenset)):
        return " ".join(str(one) for one in value)
    return value
