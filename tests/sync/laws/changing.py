"""What changes around the desks in a generated history: grants, places of records, the desks themselves."""

import shutil

import hypothesis.strategies as st
from hypothesis.stateful import precondition, rule

from county_server import accounts, enrolment
from sync import renewing
from tests.sync.laws.people import PICK, WHO
from tests.sync.laws.place import KIND, OTHER_VILLAGE, READS, ROLES, TOWNSHIP, VILLAGE, WatchedLine
from village_desk.store import relog

PLACES = st.sampled_from((VILLAGE, OTHER_VILLAGE, TOWNSHIP.ljust(12, "0")))


class Changing:
    """Rules of the machine; `self.place` says who may do what at the moment.

    What is done under a grant that was taken, to a record that was moved, or by a desk that was withdrawn may
    be set aside: `suspect` says so.
    """

    def suspect(self, name, record_id):
        """Say whether the county may have had a reason to set aside what a desk did to a record."""
        return (
            (name, record_id) in self.forbidden
            or record_id in self.moved
            or name in self.place.withdrawn
            or (name == "adviser" and self.regranted)
        )

    # ------------------------------------------------------------ grants

    @rule(both=st.booleans())
    def give_the_adviser(self, both):
        """One village or both, by a grant in place of the one before."""
        county, desk = self.county, self.desks["adviser"]
        user = desk.session.actor.user
        areas = READS["adviser"] if both else (VILLAGE,)
        held = next(each for each in accounts.accounts(county) if each.user == user).grants
        accounts.add_grant(county, user, ROLES["adviser"], areas)
        for each in held:
            if each.revoked_at is None:
                accounts.revoke_grant(county, bytes.fromhex(each.grant.id))
        if "adviser" not in self.place.withdrawn:
            self.place.reads["adviser"] = self.place.writes["adviser"] = areas
        self.regranted = True

    # ------------------------------------------------------------ places

    @rule(who=st.sampled_from(("office", "adviser")), pick=PICK, scope=PLACES)
    def move(self, who, pick, scope):
        desk = self.desks[who]
        found = [each for each in self.ids if desk.row(KIND, each)]
        if found:
            record_id = found[pick % len(found)]
            self.moved.add(record_id)
            with desk.store.unit_of_work(desk.session.actor, desk.session.now()) as uow:
                uow.move(KIND, record_id, scope)

    # ------------------------------------------------------------ desks

    @rule(who=st.sampled_from(("clerk", "adviser")))
    def withdraw(self, who):
        """The desk is withdrawn; what it has it may still hand over."""
        if self.restored or relog.due(self.desks[who].store):
            return
        enrolment.revoke_device(self.county, self.desks[who].line.device)
        self.place.withdrawn.add(who)
        self.place.reads[who] = self.place.writes[who] = ()

    @rule(who=WHO)
    def copy_the_desk(self, who):
        desk, copy = self.desks[who], self.place.folder / f"copy-{who}"
        desk.store.query("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.place.folder / who, copy)
        self.copies[who] = list(self.attached)

    @precondition(lambda self: self.copies)
    @rule(who=WHO)
    def put_the_copy_back(self, who):
        """What was typed and not sent since is lost with the disk; the file goes on as another device."""
        desk, copy = self.desks[who], self.place.folder / f"copy-{who}"
        if who not in self.copies or who in self.place.withdrawn:
            return
        desk.close()
        shutil.rmtree(self.place.folder / who)
        shutil.copytree(copy, self.place.folder / who)
        with desk.store.unit_of_work(None, self.place.clock()) as uow:
            relog.came_from_backup(uow)
        desk.line.device, desk.line.kept = desk.store.device_id, []
        had = {attached for _, _, attached, _ in self.copies[who]}
        self.attached = [one for one in self.attached if one[0] != who or one[2] in had]
        self.put_back_desks.add(who)
        self.cursors[who] = 0

    def renew(self, who):
        """Become another device, if the file says it must; say whether it did."""
        desk = self.desks[who]
        if not relog.due(desk.store):
            return False
        renewing.renew(desk.store, desk.line, self.place.clock)
        requests, patched, lost = desk.line.requests, desk.line.patched, desk.line.lost
        desk.line = WatchedLine(self.county, desk.store.device_id, name=who, place=self.place)
        desk.line.requests, desk.line.patched, desk.line.lost = requests, patched, lost
        self.place.persons[desk.line.device] = who
        return True
