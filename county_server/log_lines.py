"""What the server tells whoever runs it: one line of JSON an event, without anybody's data.

Our own messages are made of codes and places. What a library says may quote values, so of it only the words
before they were filled in are kept; of an exception its type and where it was, never its text.
"""

import json
import logging
import os
import sys
import traceback
from datetime import UTC, datetime

OWN = ("county_server", "sync", "village_desk")
ACCESS = "county_server.access"


class JsonLines(logging.Formatter):
    """A record as one line: when, level, logger, event, process, what is `told` beside it, where it broke."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _event(record),
            "process": record.process or os.getpid(),
        }
        told = getattr(record, "told", None)
        if isinstance(told, dict):
            line |= told
        if record.exc_info and record.exc_info[1]:
            line["exception"] = type(record.exc_info[1]).__name__
            line["where"] = places(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=lambda value: type(value).__name__)


def _event(record: logging.LogRecord) -> str:
    if record.name.startswith(OWN):
        return record.getMessage()
    return record.msg if isinstance(record.msg, str) else type(record.msg).__name__


def places(error: BaseException) -> str:
    """Return where an exception came from, innermost first: names of functions and numbers of lines."""
    frames = traceback.extract_tb(error.__traceback__)
    return " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))


def begin(level: str) -> None:
    """Let all loggers write lines of JSON to standard error from `level` on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level.upper(), handlers=[handler])
