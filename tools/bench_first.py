"""The first sync of a desk with an archive of 100,000 records: processor, bytes, transactions, memory.

The county is filled once and kept; each run enrols a new desk in a process of its own, which reads everything
over HTTP through a relay that counts the bytes, and then writes the words that search finds it by. Meanwhile
another thread asks again and again for the file, as a person does who saves.
"""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import bench_data
from bench_figures import Figure, at_most, memory_bytes
from bench_sync import Relay
from msgspec import Raw
from practice_county import VILLAGE, PracticeCounty, enrolled, new_desk

from county_server import accounts, county, enrolment, service
from county_server.county import County
from sync import codes, engine, messages, packing
from sync import enrolment as desk_enrolment
from sync.exchange import HttpExchange, Request
from sync.messages import EnrolReply, EnrolRequest, Sent, SyncRequest
from village_desk import changes, crypto, ids, paths
from village_desk.changes import Body
from village_desk.keys.passwords import Cost
from village_desk.kinds import KINDS
from village_desk.store import Store, UnitOfWork, indexing

T = TypeVar("T")

RECORDS = 100_000
BATCH = 500
_WORDS = [
    "土地承包", "经营权", "流转", "合同", "纠纷", "调解", "协议", "履行", "宅基地", "邻里", "赔偿",
    "婚姻", "抚养", "赡养", "劳务", "工资", "拖欠", "借款", "利息", "证据", "村委会", "当事人", "双方",
    "自愿", "达成", "如下", "道路", "通行", "排水", "相邻", "权属", "登记", "林地", "山林", "界址",
    "征收", "补偿", "安置", "人身", "损害", "交通", "事故", "医疗", "费用", "承担", "责任", "期限",
    "违约", "法律", "援助", "申请", "咨询", "答复", "司法所", "人民调解", "委员会", "现场", "勘查",
    "笔录", "签字", "确认", "户主", "子女", "老人", "低保", "残疾", "务工", "返乡", "合作社", "化肥",
    "种子", "质量", "退还", "押金", "房屋", "漏水", "修缮",
]  # fmt: skip
"""As in the records the other engines were measured with."""
_PROSE = 78
"""Words in each of the two texts of a record, which make it 1.45 kB with all around it."""
_CHEAP = Cost(memory=64, passes=1, lanes=1)


def first_sync(home: Path, records: int = RECORDS) -> list[Figure]:
    """Measure the first sync of a new desk; `home` keeps the county between runs."""
    served = _filled(home, records)
    served.start()
    try:
        relay = Relay(served.address)
        code = served.invite(VILLAGE, "乌江村[练习]", [(f"乙{time.time_ns()}[练习]", "adviser")])
        command = [sys.executable, __file__, relay.address, code]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        county_peak = _peak(str(served.process))
    finally:
        served.stop()
    said = json.loads(done.stdout.splitlines()[-1])
    bytes_down = relay.down / 1_000_000
    read, indexed = said["read"], said["indexed"]
    peers = {"seconds": read["seconds"], "waiting_for_county_s": said["waited"], "records": said["records"]}
    name = f"first sync of {records:,}"
    return [
        at_most(f"{name}: processor of the desk", read["used"], "s", 15 * records / RECORDS, **peers),
        at_most(f"{name}: down the line", bytes_down, "MB", 35 * records / RECORDS, requests=relay.requests),
        at_most(
            f"{name}: longest transaction", read["longest"], "ms", 50,
            p99=read["p99"], mean=read["mean"], longest_processor=read["longest_used"],
        ),
        at_most(f"{name}: longest wait of a save", read["waited"], "ms", 100, p99=read["waited_p99"]),
        at_most(f"{name}: memory of the desk's process", said["peak"], "MB", 150, before=said["before"]),
        at_most(f"{name}: memory of the county's process", county_peak, "MB", 250),
        at_most(
            f"{name}: search, behind other work", indexed["used"], "s", 30 * records / RECORDS,
            seconds=indexed["seconds"], longest_transaction_ms=indexed["longest"], p99_ms=indexed["p99"],
            longest_processor_ms=indexed["longest_used"], longest_wait_of_a_save_ms=indexed["waited"],
        ),
    ]  # fmt: skip


# ---------------------------------------------------------------- the county


def _filled(home: Path, records: int) -> PracticeCounty:
    recipe = hashlib.sha256(Path(__file__).read_bytes())
    for file in sorted((paths.ROOT / "county_server" / "migrations" / "sqlite").glob("*.sql")):
        recipe.update(file.read_bytes())
    folder = home / f"county-{records}-{recipe.hexdigest()[:12]}"
    served = PracticeCounty(folder)
    if not (folder / "complete").exists():
        for older in home.glob(f"county-{records}-*"):
            shutil.rmtree(older)
        served.create()
        here = county.open_county(served.settings())
        try:
            _fill(here, records)
        finally:
            here.close()
        (folder / "complete").touch()
    return served


def _fill(here: County, records: int) -> None:
    """Push records as a desk would, without keeping one."""
    accounts.add_unit(here, VILLAGE, "乌江村[练习]")
    user = accounts.add_user(here, "王桂兰[练习]", VILLAGE)
    grant = accounts.add_grant(here, user, "village_clerk", [VILLAGE])
    key = crypto.new_signing_key()
    code = enrolment.invite(here, VILLAGE, [user])
    public = crypto.public_key(key)
    proof = messages.proof(codes.code_key(code), messages.enrol_claim(public, 1))
    asked = EnrolRequest(proto=1, code=codes.code_name(code), public_key=public, proof=proof)
    device = packing.unpack(enrolment.enrol(here, packing.pack(asked)), EnrolReply).device
    draw, head = random.Random(bench_data.SEED), crypto.CHAIN_START
    values = _values(draw, records)
    for first in range(1, records + 1, BATCH):
        sent = []
        for n in range(first, min(first + BATCH, records + 1)):
            body = Body(
                n=n, g=n, r=ids.new_id().hex(), t="consultation", s=VILLAGE, op="put", b=0, p=0, u=user.hex(),
                grant=grant.hex(), sv=1, at=1_790_000_000_000 + n * 1_000, clock=None, f=next(values),
            )  # fmt: skip
            raw, salt = changes.encode(body), crypto.new_salt()
            head = crypto.chain_step(head, salt, raw)
            sent.append(Sent(salt, Raw(raw)))
        last = first + len(sent) - 1
        signature = crypto.sign(key, messages.batch_claim(1, device, last, head))
        request = SyncRequest(
            proto=1, device=device, cursor=2**40, changes=sent, head=head, signature=signature, want=0
        )
        service.answer(here, bytes.fromhex(device), packing.pack(request))
        if last % 20_000 == 0:
            print(f"  {last:>7} of {records} records at the county", flush=True)


def _values(draw: random.Random, records: int) -> Iterator[dict[str, object]]:
    """Yield consultations of 1.45 kB."""
    kind = KINDS["consultation"]
    for number in range(records):
        values = bench_data.consultation(draw, bench_data._name(draw), number, records)  # noqa: SLF001 - the same names
        values["content"], values["answer"] = _prose(draw), _prose(draw)
        yield kind.to_json(values)


def _prose(draw: random.Random) -> str:
    return "".join(draw.choice(_WORDS) + ("，" if draw.random() < 0.3 else "") for _ in range(_PROSE)) + "。"


# ---------------------------------------------------------------- the desk, in a process of its own


def _desk(address: str, code: str) -> dict[str, object]:
    with tempfile.TemporaryDirectory(dir="/var/tmp") as name:
        person = ("乙[练习]", "adviser")
        made = new_desk(Path(name) / "desk", VILLAGE, person, bench_data.PASSWORD, _CHEAP)
        desk = enrolled(made, address, code)
        store = desk.session.store
        exchange = HttpExchange(address, desk_enrolment.identity(store))
        waited: list[float] = []

        def timed(request: Request) -> bytes:
            started = time.perf_counter()
            try:
                return exchange(request)
            finally:
                waited.append(time.perf_counter() - started)

        _forget_peak()
        before = _peak()
        read, report = _measured(store, lambda: engine.run_round(store, timed))
        exchange.close()
        if not report.complete or report.mismatched or report.repaired:
            raise RuntimeError("the first sync did not end equal to the county")
        peak = _peak()
        indexed, _none = _measured(store, indexing.Indexing(store).run)
        return {
            "read": read,
            "indexed": indexed,
            "waited": sum(waited),
            "records": report.pulled,
            "peak": peak,
            "before": before,
        }


def _peak(process: str = "self") -> float:
    """Return the most memory a process has used since it began, or since `_forget_peak`, in MB."""
    return memory_bytes("VmHWM", process) / 1e6


def _forget_peak() -> None:
    """Let the peak begin anew: this process has made a desk before, and has half a county in it."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")


def _measured(store: Store, work: Callable[[], T]) -> tuple[dict[str, float], T]:
    """Do something, and say in seconds what it took and in milliseconds how long it held the file."""
    held, waits, over = _timed_transactions(store), [0.0], threading.Event()

    def save_now_and_then() -> None:
        real = type(store).unit_of_work
        while not over.wait(0.02):
            started = time.perf_counter()
            with real(store, None, 1):
                waits.append(time.perf_counter() - started)
        store.close_connection()

    saving = threading.Thread(target=save_now_and_then)
    saving.start()
    started, used = time.perf_counter(), time.process_time()
    try:
        answer = work()
    finally:
        used, seconds = time.process_time() - used, time.perf_counter() - started
        over.set()
        saving.join()
    transactions = [one for one, _used in held]
    return {
        "seconds": seconds,
        "used": used,
        "longest_used": max(used for _one, used in held) * 1000,
        "longest": max(transactions) * 1000,
        "p99": _percentile(transactions, 99) * 1000,
        "mean": sum(transactions) / len(transactions) * 1000,
        "waited": max(waits) * 1000,
        "waited_p99": _percentile(waits, 99) * 1000,
    }, answer


def _percentile(values: list[float], share: int) -> float:
    return sorted(values)[len(values) * share // 100]


def _timed_transactions(store: Store) -> list[tuple[float, float]]:
    """Note how long each transaction of the store holds the file, and how much of the processor it takes."""
    taken: list[tuple[float, float]] = []
    real = type(store).unit_of_work.__get__(store)

    @contextmanager
    def timed(actor: None, at: int) -> Iterator[UnitOfWork]:
        with real(actor, at) as uow:
            started, used = time.perf_counter(), time.thread_time()
            yield uow
        taken.append((time.perf_counter() - started, time.thread_time() - used))

    store.unit_of_work = timed  # type: ignore[method-assign,assignment]  # of this one store, to look at it
    return taken


if __name__ == "__main__":
    print(json.dumps(_desk(sys.argv[1], sys.argv[2])))
