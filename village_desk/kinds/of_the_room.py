"""The kinds of the room's registers and public work, declared together (domain: services F27 to F34)."""

from village_desk.i18n import N_
from village_desk.kinds import directory, helpers, oversight, public_work, unit
from village_desk.kinds.base import kind_of

DECLARED = (
    kind_of(
        public_work.PublicityActivity,
        "publicity_activity",
        N_("kinds", "Publicity activity"),
        sv=2,
        name_of=("topic",),
        reviewed=True,
    ),
    kind_of(public_work.Satisfaction, "satisfaction", N_("kinds", "Satisfaction")),
    kind_of(public_work.NeedsSurvey, "needs_survey", N_("kinds", "Survey of needs")),
    kind_of(public_work.Complaint, "complaint", N_("kinds", "Complaint"), sv=2, name_of=("matter", "name")),
    kind_of(
        public_work.MajorMatter, "major_matter", N_("kinds", "Report of a major matter"), name_of=("facts",)
    ),
    kind_of(helpers.Volunteer, "volunteer", N_("kinds", "Volunteer"), name_of=("name",)),
    kind_of(
        helpers.VolunteerService,
        "volunteer_service",
        N_("kinds", "Time served"),
        parent="volunteer",
        name_of=("project",),
    ),
    kind_of(helpers.VolunteerCall, "volunteer_call", N_("kinds", "Volunteers wanted"), name_of=("title",)),
    kind_of(helpers.LawAwarePerson, "law_aware_person", N_("kinds", "Law-aware person"), name_of=("name",)),
    kind_of(helpers.Training, "training", N_("kinds", "Training"), parent="person", name_of=("content",)),
    kind_of(
        directory.Resource, "resource", N_("kinds", "Entry of the directory"), sv=2, name_of=("name", "unit")
    ),
    kind_of(directory.NoticeBoard, "notice_board", N_("kinds", "Notice board"), name_of=("room",)),
    kind_of(
        oversight.ServiceEntry, "service_entry", N_("kinds", "Service of the catalogue"), name_of=("name",)
    ),
    kind_of(oversight.HotMatter, "hot_matter", N_("kinds", "Hot matter"), name_of=("title",)),
    kind_of(oversight.Inspection, "inspection", N_("kinds", "Inspection"), name_of=("inspected_unit",)),
    kind_of(oversight.Responsibility, "responsibility", N_("kinds", "Responsibility"), name_of=("unit",)),
    kind_of(unit.UnitProfile, "unit_profile", N_("kinds", "Profile of the unit"), name_of=("name",)),
    kind_of(unit.WallText, "wall_text", N_("kinds", "Rule on the wall"), name_of=("title",)),
)
"""In the order of their forms, 048 to 058; then those without a form, and 061 to 064."""
