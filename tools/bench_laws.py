"""The library of laws: 100 MB of generated text taken in, and searched beside the bare FTS5 query."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from bench_data import SEED
from bench_figures import Figure, at_most, in_turn

from village_desk import ids, pinyin, profile
from village_desk.commands import laws
from village_desk.keys import new_data_key
from village_desk.queries import laws as library
from village_desk.session import Actor, Session
from village_desk.store import Store, create_store

BYTES = 100_000_000
_LAW = 500_000
_WORDS = (
    "当事人",
    "合同",
    "违约金",
    "承担",
    "责任",
    "应当",
    "可以",
    "人民法院",
    "土地承包",
    "经营权",
    "婚姻",
    "财产",
    "赔偿",
    "损失",
    "义务",
    "权利",
    "登记",
    "协议",
    "调解",
    "村民委员会",
    "劳动者",
    "用人单位",
    "报酬",
    "工伤",
    "保险",
    "交通事故",
    "抚养",
    "赡养",
    "继承",
    "遗嘱",
    "债务",
    "担保",
    "利息",
    "期限",
    "届满",
    "请求",
    "诉讼",
    "时效",
    "证据",
    "送达",
    "行政机关",
    "处罚",
    "许可",
    "听证",
    "复议",
    "申请",
    "决定",
    "通知",
    "期间",
    "法定",
    "代理",
    "委托",
    "未成年人",
    "老年人",
    "残疾人",
    "妇女",
    "家庭",
    "暴力",
    "保护",
)


def library_of_laws(home: Path) -> list[Figure]:
    """Take 100 MB of generated text in, then look for articles; the peer is the same index asked directly."""
    folder = home / "laws"
    shutil.rmtree(folder, ignore_errors=True)
    texts = _texts(folder / "files")
    (folder / "desk").mkdir()
    store = create_store(folder / "desk", new_data_key())
    with store.unit_of_work(None, 1) as uow:
        uow.set_state("unit_code", "620702101201")
    actor = Actor(ids.new_id(), "[练习]", "village_clerk", b"", ("620702101201",))
    session = Session(store, actor, profile.load())
    told: list[int] = []
    started = time.process_time()
    taken = laws.take_in(session, texts, lambda done, _all: told.append(done))
    seconds = time.process_time() - started
    megabytes = sum(path.stat().st_size for path in texts) / 1e6
    size = (folder / "desk" / "desk.db").stat().st_size / 1e6
    peers = {"MB": megabytes, "laws": float(taken.new), "told": float(len(told)), "file_MB": size}
    figures = [at_most("taking laws in, processor time a MB", seconds / megabytes, "s", 3, **peers)]
    for what, typed in (("a common word", "违约金"), ("two words", "土地承包 赔偿"), ("a number", "577")):
        ours, bare = in_turn([_ours(session, typed), _bare(store, typed)])
        found = float(len(library.found(session, typed)))
        name = f"law search for {what}, of the bare FTS5 query"
        figures.append(at_most(name, ours / bare, "×", 2, ours_ms=ours, bare_ms=bare, found=found))
    store.close_connection()
    shutil.rmtree(folder)
    return figures


def _texts(folder: Path) -> list[Path]:
    folder.mkdir(parents=True)
    draw, paths = random.Random(SEED), []
    for number in range(BYTES // _LAW):
        path = folder / f"law{number}.md"
        lines, size, article = [f"# 练习法第{number}号", "（2026年1月1日练习通过）", "## 第一章　练习"], 0, 0
        while size < _LAW:
            article += 1
            line = f"第{article}条　" + "".join(draw.choices(_WORDS, k=40)) + "。"
            lines.append(line)
            size += len(line.encode()) + 1
        path.write_text("\n".join(lines), "utf-8")
        paths.append(path)
    return paths


def _ours(session: Session, typed: str) -> Callable[[], object]:
    return lambda: library.found(session, typed)


def _bare(store: Store, typed: str) -> Callable[[], object]:
    """The index is asked for the first fifty, and the articles they stand for are read."""
    wanted = pinyin.query_terms(typed)

    def bare() -> None:
        places = store.query(
            'SELECT "rowid" FROM "law_search" WHERE "words" MATCH ? ORDER BY "rowid" LIMIT 50', (wanted,)
        )
        for (place,) in places:
            store.query('SELECT * FROM "law_article" WHERE "id" = ?', (place,))

    return bare
