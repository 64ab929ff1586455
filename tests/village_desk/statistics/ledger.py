"""Sixty invented cases and eight sweeps as a ledger, and what puts such lines into a desk."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

from village_desk import ids
from village_desk.store import Birth

HERE = Path(__file__).parent
TOWNSHIP = "620702101"
OFFICE, FIRST, SECOND, THIRD = (f"620702101{last}" for last in ("000", "201", "202", "203"))


def lines(name):
    """Return the lines of a ledger beside this file."""
    with (HERE / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def day(text):
    return date.fromisoformat(text) if text else None


def enter(session, ledger="cases.csv", sweeps="sweeps.csv"):
    """Enter the ledger; return the id of each case by its line."""
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        made = {line["no"]: enter_case(uow, line) for line in lines(ledger)}
        for line in lines(sweeps):
            _enter_sweep(uow, line)
    return made


def enter_case(uow, line):
    """Enter one case with what hangs on it."""
    case_id, born = ids.new_id(), Birth(line["place"], line.get("class", "normal"))
    values = {
        "title": f"[练习]第{line['no']}件",
        "number": f"（2026）练习{line['no']}号",
        "applied_on": day(line["accepted"]),
        "accepted_on": day(line["accepted"]),
        "source": line["source"],
        "dispute_type": line["type"],
        "difficulty": line["difficulty"],
        "at_stake": int(Decimal(line["stake"]) * 100) if line["stake"] else None,
        "state": line["state"],
        "result": line["result"],
        "averted": line["averted"],
        "averted_people": int(line["people"]) if line["people"] else None,
        "committee_type": line["committee_type"],
        "mediator": "[练习]李某",
    }
    uow.put("mediation_case", case_id, {name: value or None for name, value in values.items()}, born=born)
    for kind, values in _parts(line):
        uow.put(kind, ids.new_id(), {"case": case_id, **values}, born=born)
    if line["archived"] == "1":
        uow.archive("mediation_case", case_id)
    return case_id


def _parts(line):
    for number in range(int(line["parties"])):
        side = "respondent" if number else "applicant"
        role = "party" if number % 2 else None
        yield "case_party", {"name": f"[练习]甲{number}", "side": side, "role": role, "order": number}
    for _ in range(int(line["agents"])):
        yield "case_party", {"name": "[练习]代理人", "side": "applicant", "role": "entrusted_agent"}
    for kind in ("agreement",) * int(line["written"]) + ("oral_agreement",) * int(line["oral"]):
        yield kind, {"terms": "[练习]当场履行"}
    for _ in range(int(line["paid"])):
        yield "instalment", {"what": "付款", "due_on": date(2026, 9, 1), "done_on": date(2026, 9, 1)}
    for _ in range(int(line["unpaid"])):
        yield "instalment", {"what": "付款", "due_on": date(2026, 12, 1)}
    for found in filter(None, line["visit"].split("+")):
        yield "follow_up", {"performance": found}
    if line["confirmation"]:
        yield "court_confirmation", {"outcome": line["confirmation"], "applied_on": date(2026, 9, 30)}


def _enter_sweep(uow, line):
    sweep_id, born = ids.new_id(), Birth(line["place"])
    swept_on = day(line["swept_on"])
    prevented = int(line["prevented"]) if line["prevented"] else None
    uow.put(
        "dispute_sweep", sweep_id, {"swept_on": swept_on, "area": "全村", "prevented": prevented}, born=born
    )
    for found in filter(None, line["found_on"].split(";")):
        values = {"sweep": sweep_id, "found_on": None if found == "-" else day(found), "parties": "[练习]乙"}
        uow.put("found_dispute", ids.new_id(), values, born=born)
    if line["archived"] == "1":
        uow.archive("dispute_sweep", sweep_id)
