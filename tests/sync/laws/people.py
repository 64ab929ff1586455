"""What people do in a generated history: write, attach, archive, decide; also what they may not."""

import random
from dataclasses import replace

import hypothesis.strategies as st
from hypothesis.stateful import rule

from tests.sync.laws.place import KIND, NAMES, OTHER_VILLAGE, PIECE, VILLAGE, WRITES, write
from village_desk.commands import attachments, conflicts, records
from village_desk.ids import new_id
from village_desk.store import Birth

GUARDED = ("name", "cause", "x_newer")
"""The last is a field of a newer program: the others do not know it, keep it, and send nothing of it back."""
WHO = st.sampled_from(NAMES)
WRITERS = st.sampled_from(("clerk", "adviser"))
PICK = st.integers(0, 9)
GROUPS = st.lists(st.sampled_from("12345"), unique=True)


class People:
    """Rules of the machine; `self.place` is where it happens."""

    def known(self, who, pick):
        """One of the records this desk has and may write, or None."""
        found = [record_id for record_id in self.ids if self.writes(who, record_id)]
        return found[pick % len(found)] if found else None

    def writes(self, who, record_id):
        row = self.desks[who].row(KIND, record_id)
        return row is not None and row["scope"] in WRITES[who]

    def put(self, who, record_id, values, born=None):
        """Write as any program could that does not ask what it may."""
        desk = self.desks[who]
        with desk.store.unit_of_work(desk.session.actor, desk.session.now()) as uow:
            uow.put(KIND, record_id, values, born=born)

    @rule(who=WHO, second=st.booleans(), groups=GROUPS)
    def create(self, who, second, groups):
        record_id = new_id()
        self.ids.append(record_id)
        scope = WRITES[who][-1 if second else 0]
        values = {
            "name": self.place.fresh(record_id),
            "content": "一\n二\n三",
            "handling": tuple(sorted(groups)),
        }
        self.put(who, record_id, values, Birth(scope))

    @rule(who=WHO, pick=PICK, field=st.sampled_from(["name", "cause", "phone"]))
    def edit(self, who, pick, field):
        record_id = self.known(who, pick)
        if record_id:
            self.place.count += 1
            value = f"1390000{self.place.count:04d}" if field == "phone" else self.place.fresh(record_id)
            records.save(self.desks[who].session, KIND, record_id, {field: value})

    @rule(who=WRITERS, pick=PICK)
    def edit_with_a_newer_program(self, who, pick):
        record_id = self.known(who, pick)
        if record_id:
            self.put(who, record_id, {"x_newer": self.place.fresh(record_id)})

    @rule(who=WHO, pick=PICK)
    def clear(self, who, pick):
        record_id = self.known(who, pick)
        if record_id:
            records.save(self.desks[who].session, KIND, record_id, {"cause": None})

    @rule(who=WRITERS, pick=PICK, groups=GROUPS)
    def tick(self, who, pick, groups):
        record_id = self.known(who, pick)
        if record_id:
            values = {"handling": tuple(sorted(groups))}
            records.save(self.desks[who].session, KIND, record_id, values)

    @rule(who=WRITERS, pick=PICK, line=st.integers(0, 2))
    def rewrite_a_paragraph(self, who, pick, line):
        desk = self.desks[who]
        record_id = self.known(who, pick)
        if record_id:
            lines = (desk.row(KIND, record_id)["content"] or "").split("\n")
            lines[line % len(lines)] = self.place.fresh(record_id)
            records.save(desk.session, KIND, record_id, {"content": "\n".join(lines)})

    @rule(who=WRITERS, pick=PICK)
    def write_at_length(self, who, pick):
        record_id = self.known(who, pick)
        if record_id:
            values = {"answer": f"{self.place.fresh(record_id)}一二三四" * 1_000}
            records.save(self.desks[who].session, KIND, record_id, values)

    @rule(pick=PICK, field=st.sampled_from(GUARDED))
    def both_edit_the_same(self, pick, field):
        record_id = self.known("clerk", pick)
        if record_id and self.writes("adviser", record_id):
            for who in ("clerk", "adviser"):
                self.put(who, record_id, {field: self.place.fresh(record_id)})

    @rule(who=WRITERS, pick=PICK)
    def edit_two_together(self, who, pick):
        record_id = self.known(who, pick)
        if record_id:
            other = new_id()
            self.ids.append(other)
            both = [
                (KIND, record_id, {"cause": self.place.fresh(record_id)}),
                (KIND, other, {"name": self.place.fresh(other)}),
            ]
            session = self.desks[who].session
            records.save_all(replace(session, place=session.store.unit_scope), both)

    @rule(who=WRITERS, pick=PICK)
    def archive(self, who, pick):
        record_id = self.known(who, pick)
        if record_id:
            records.archive(self.desks[who].session, KIND, record_id)

    @rule(who=WRITERS, pick=PICK, keep=st.booleans())
    def decide(self, who, pick, keep):
        desk = self.desks[who]
        found = desk.store.query(
            'SELECT "id", "field", "value", "record_id" FROM "conflict" WHERE "open" = 1 ORDER BY "id"'
        )
        if not found:
            return
        conflict_id, field, value, record_id = found[pick % len(found)]
        conflicts.resolve(desk.session, conflict_id, self.chosen(desk, field, value, record_id, keep))

    # ------------------------------------------------------------ attachments

    @rule(who=WHO, pick=PICK, pieces=st.integers(1, 3))
    def attach(self, who, pick, pieces):
        record_id = self.known(who, pick)
        if record_id and not self.suspect(who, record_id):
            data = random.Random(len(self.attached)).randbytes(PIECE * pieces - 100)
            attached = new_id()
            about = {"title": self.place.fresh(attached), "media_type": "image/jpeg"}
            attachments.attach(self.desks[who].session, (KIND, record_id), attached, data, about)
            self.attached.append((who, record_id, attached, data))

    # ------------------------------------------------------------ what nobody may

    @rule(pick=PICK, together=st.booleans())
    def the_office_writes_what_is_a_villages(self, pick, together):
        found = [
            each
            for each in self.ids
            if self.desks["office"].row(KIND, each) and not self.writes("office", each)
        ]
        if not found:
            return
        desk, record_id, own = self.desks["office"], found[pick % len(found)], new_id()
        self.forbidden.add(("office", record_id))
        with desk.store.unit_of_work(desk.session.actor, desk.session.now()) as uow:
            if together:
                self.ids.append(own)
                self.forbidden.add(("office", own))
                uow.put(KIND, own, {"name": self.place.fresh(own)}, born=Birth(WRITES["office"][0]))
            uow.put(KIND, record_id, {"name": self.place.fresh(record_id)})

    @rule(who=st.sampled_from(("clerk", "office")))
    def make_a_record_where_one_may_not(self, who):
        record_id = new_id()
        self.forbidden.add((who, record_id))
        write(self.desks[who], record_id, OTHER_VILLAGE if who == "clerk" else VILLAGE)
