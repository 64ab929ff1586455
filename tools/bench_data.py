"""The desk file that `make bench` measures: seeded, made once, kept until its recipe changes.

The rows are the program's own: each thousand records is one unit of work, so that change log, search text
and sums are what a village would have after many years.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from practice_county import VILLAGE, new_desk

from village_desk import ids, paths, profile, times
from village_desk.commands import setup
from village_desk.keys import KEYS_FILE, DataKey, users
from village_desk.keys import unlock as unlock_slots
from village_desk.kinds import Values
from village_desk.session import Session
from village_desk.store import Store, open_store

_MADE_BY = (
    "village_desk/store/migrations",
    "village_desk/store/search.py",
    "village_desk/pinyin.py",
    "tools/bench_data.py",
)
"""What decides how the generated file looks: when one of these changes, it is made anew."""
SEED = 20261122
PASSWORD = "a long bench password"  # noqa: S105 - of invented data that anybody can make again
BIG, SMALL = 200_000, 2_000
OPEN = 200
"""Consultations at the end that are not closed yet."""
PERSONS_EACH = 4
"""Consultations for each person."""
BATCH = 1_000
_DAY_MS = 86_400_000

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
)
_GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玉萍红梅建国志华文海燕春生金凤山水林森喆𬭎"
_TOPICS = (
    "土地承包",
    "宅基地边界",
    "相邻排水",
    "婚姻家庭",
    "赡养老人",
    "拖欠工资",
    "人身损害",
    "民间借贷",
    "征地补偿",
    "交通事故",
)
_PHRASES = (
    "来访人称与邻居多年前口头约定了地界，现在对方修墙占用了通道，双方多次争吵没有结果。",
    "对方至今没有付清约定的款项，只有收条，没有书面合同，想知道怎样才能要回来。",
    "村民小组开会讨论过一次，意见不一致，来访人希望由人民调解委员会出面调解。",
    "来访人担心超过诉讼时效，询问应当在多长时间内提出请求，需要准备哪些材料。",
    "家中老人长期患病，几个子女对医药费和照料的分担意见不同，请求给出处理建议。",
    "已告知有权申请法律援助以及申请的条件、地点和需要的材料，来访人表示明白。",
    "建议先协商，协商不成可以申请人民调解，也可以向人民法院起诉，并保存好证据。",
)  # fmt: skip


@dataclass(frozen=True, repr=False)
class BenchDesk:
    """A generated desk, open for its user."""

    folder: Path
    session: Session


def _recipe() -> str:
    digest = hashlib.sha256()
    for name in _MADE_BY:
        path = paths.ROOT / name
        for file in sorted(path.glob("*.sql")) if path.is_dir() else [path]:
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def prepared(home: Path, consultations: int) -> BenchDesk:
    """Return the desk with so many consultations; made now if it is not there."""
    folder = home / f"desk-{consultations}-{_recipe()}"
    if not (folder / "complete").exists():
        for older in home.glob(f"desk-{consultations}-*"):
            shutil.rmtree(older)
        _make(folder, consultations)
        (folder / "complete").touch()
    return opened(folder)


def opened(folder: Path) -> BenchDesk:
    """Open a generated desk with its password."""
    owner = users(folder / KEYS_FILE)[0]
    store = open_store(folder, key_of(folder))
    return BenchDesk(folder, Session(store, setup.actor_of(store, owner.user), profile.load()))


def key_of(folder: Path) -> DataKey:
    """Return the key of a generated desk."""
    slots = folder / KEYS_FILE
    return unlock_slots(slots, users(slots)[0].user, PASSWORD)


def copied(desk: BenchDesk, name: str) -> BenchDesk:
    """Return a copy to write in, so that the next run measures the same file."""
    desk.session.store.close_connection()
    target = desk.folder.with_name(name)
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(desk.folder, target)
    return opened(target)


def _make(folder: Path, consultations: int) -> None:
    made = new_desk(folder, VILLAGE, ("王桂兰[练习]", "village_clerk"), PASSWORD)
    started = time.monotonic()
    draw = random.Random(SEED)
    now = times.now()
    records = _records(draw, consultations)
    total = consultations + consultations // PERSONS_EACH
    store, actor = made.session.store, made.session.actor
    for first in range(0, total, BATCH):
        at = now - (total - first) * _DAY_MS // 200
        with store.unit_of_work(actor, at) as uow:
            for kind, values in (each for each, _ in zip(records, range(BATCH), strict=False)):
                uow.at += 1
                uow.put(kind, ids.new_id(), values)
        if first % 20_000 == 0:
            print(f"  {first:>7} of {total} records, {time.monotonic() - started:5.0f} s", flush=True)
    _settle(store)
    store.query("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close_connection()


def _settle(store: Store) -> None:
    """Let the county have received everything: an archive of years is not waiting to be sent."""
    with store.unit_of_work(None, times.now()) as uow:
        uow.execute('UPDATE "change" SET "state" = \'merged\', "seq" = "n", "ver" = 1')
        for kind in ("consultation", "person"):
            uow.execute(f'UPDATE "{kind}" SET "ver" = 1, "pending" = 0')  # noqa: S608 - two names
    store.query("VACUUM")


def _records(draw: random.Random, consultations: int) -> Iterator[tuple[str, Values]]:
    for number in range(consultations):
        if number % PERSONS_EACH == 0:
            name = _name(draw)
            yield "person", {"name": name, "phone": _phone(draw), "address": f"乌江村{draw.randint(1, 9)}社"}
        yield "consultation", consultation(draw, name, number, consultations)


def consultation(draw: random.Random, name: str, number: int, total: int = 0) -> Values:
    """Return one invented consultation of about the size of a real one."""
    met_on = date(2026, 11, 20) - timedelta(days=draw.randint(0, 3_000))
    return {
        "number": f"咨〔{met_on.year}〕{number:06d}",
        "met_on": met_on,
        "name": name,
        "phone": _phone(draw),
        "address": f"乌江村{draw.randint(1, 9)}社{draw.randint(1, 300)}号",
        "channel": draw.choice("12"),
        "cause": draw.choice(_TOPICS),
        "content": draw.choice(_TOPICS) + "。" + "".join(draw.sample(_PHRASES, 3)),
        "answer": "".join(draw.sample(_PHRASES, 3)),
        "received_by": "王桂兰[练习]",
        "state": "closed" if number < total - OPEN else draw.choice(("registered", "waiting", "answered")),
    }


def _name(draw: random.Random) -> str:
    return draw.choice(_SURNAMES) + "".join(draw.sample(_GIVEN, draw.randint(1, 2))) + "[练习]"


def _phone(draw: random.Random) -> str:
    return f"1{draw.choice('3578')}{draw.randint(0, 999_999_999):09d}"
