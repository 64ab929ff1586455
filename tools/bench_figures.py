"""What a measurement is, and how it is taken: medians of many, both sides in turn, in one run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One line of the table. `peers` are what it was compared with, in the unit their name says."""

    name: str
    value: float
    unit: str
    goal: str
    met: bool
    peers: dict[str, float] = field(default_factory=dict)

    def row(self) -> dict[str, object]:
        """The same for the report."""
        return asdict(self)


def at_most(name: str, value: float, unit: str, limit: float, **peers: float) -> Figure:
    """Return a figure whose goal is not to pass `limit`."""
    return Figure(name, _short(value), unit, f"≤ {limit:g}", value <= limit, _shorts(peers))


def at_least(name: str, value: float, unit: str, limit: float, **peers: float) -> Figure:
    """Return a figure whose goal is to reach `limit`."""
    return Figure(name, _short(value), unit, f"≥ {limit:g}", value >= limit, _shorts(peers))


def memory_bytes(line: str, process: str = "self") -> int:
    """Return what a process uses, "VmRSS", or has used at most since it began, "VmHWM"; 0 when it is gone.

    Not `getrusage`: what that says was the most goes on to a program started later.
    """
    status = Path(f"/proc/{process}/status").read_text("ascii")
    found = [each.split()[1] for each in status.splitlines() if each.startswith(f"{line}:")]
    return int(found[0]) * 1024 if found else 0


def median_ms(work: Callable[[], object], times: int = 30, warm: int = 3) -> float:
    """Return the median of so many runs, in milliseconds, after a few that do not count."""
    return in_turn([work], times, warm)[0]


def in_turn(works: list[Callable[[], object]], times: int = 30, warm: int = 3) -> list[float]:
    """Return the median of each of `works` in milliseconds; they take turns: noise meets all alike."""
    taken: list[list[float]] = [[] for _ in works]
    for turn in range(times + warm):
        for place, work in enumerate(works):
            started = time.perf_counter()
            work()
            if turn >= warm:
                taken[place].append((time.perf_counter() - started) * 1000)
    return [statistics.median(each) for each in taken]


def table(figures: list[Figure]) -> str:
    """Return the figures for people."""
    lines = []
    for figure in figures:
        peers = ", ".join(f"{name.replace('_', ' ')} {value:g}" for name, value in figure.peers.items())
        mark = "ok " if figure.met else "NOT"
        lines.append(f"{mark} {figure.name:58} {figure.value:>9g} {figure.unit:6} {figure.goal:8} {peers}")
    return "\n".join(lines)


def _short(value: float) -> float:
    return round(value, 3 if value < 100 else 0)


def _shorts(peers: dict[str, float]) -> dict[str, float]:
    return {name: _short(value) for name, value in peers.items()}
