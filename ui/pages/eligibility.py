"""Who can apply for legal aid: a few questions, and what the law says to the answers while they are given."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.pages.aid_case import standard
from ui.widgets.buttons import Button
from ui.widgets.cards import ScrollColumn, column, row
from ui.widgets.editors import Setting
from ui.widgets.findings import FindingsCard
from ui.widgets.labels import label
from ui.widgets.record_form import Cell, RecordForm, Section
from village_desk import times
from village_desk.eligibility import SITUATION, findings
from village_desk.fields import is_empty
from village_desk.i18n import N_
from village_desk.kinds import Values

_ = Cell
_QUESTIONS = (
    Section(
        N_("layouts", "The matter and the person"),
        (
            _("matter", 12),
            _("groups", 12),
            _("has_agent", 3),
            _("in_court", 3),
            _("work_injury", 3),
            _("detained", 3),
            _("no_capacity", 4),
            _("guardian_harms", 4),
            _("against_family", 4),
        ),
    ),
    Section(
        N_("layouts", "Means"),
        (
            _("no_income", 4),
            _("judicial_relief", 4),
            _("proof", 4),
            _("household_size", 4),
            _("total_income", 8),
        ),
    ),
    Section(N_("layouts", "Is it urgent?"), (_("limitation_on", 6), _("preservation", 6))),
)


class EligibilityPage(QWidget):
    """The questions beside the answers; nothing is kept until an application is begun with them.

    Signals:
        back: Show what was shown before.
        began: First values of an application that is begun with the answers.
    """

    back = Signal()
    began = Signal(dict)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        today = times.legal_day(desk.session.now())
        self.form = RecordForm(SITUATION, _QUESTIONS, Setting(desk.session.profile, today))
        self.law = FindingsCard()
        self.back_button = Button(self.tr("Back"), self.back.emit, icon_name="fa6s.arrow-left")
        self.begin_button = Button(
            self.tr("Begin an application with these answers"),
            self._begin,
            look="main",
            icon_name="fa6s.plus",
        )
        self.clear_button = Button(self.tr("Next person"), self.open)
        top = row(self.back_button, label(self.tr("Who can apply for legal aid?"), "title"), None, spacing=12)
        top.addWidget(self.clear_button)
        top.addWidget(self.begin_button)
        scroll = ScrollColumn()
        scroll.body.addWidget(self.form)
        scroll.body.addWidget(self.law)
        scroll.body.addStretch(1)
        layout = column(10)
        layout.setContentsMargins(24, 16, 24, 12)
        layout.addLayout(top)
        layout.addWidget(scroll, 1)
        self.setLayout(layout)
        self.form.edited.connect(self._say)
        esc = QShortcut(QKeySequence("Esc"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        esc.activated.connect(self.back.emit)

    def open(self) -> None:
        """Begin with no answers."""
        self.form.fill({})
        self._say()
        self.form.focus_first(empty=False)

    def _say(self) -> None:
        today = times.legal_day(self._desk.session.now())
        found = findings(self.form.draft(), today, standard(self._desk.session.profile))
        self.law.show_findings(found)

    def _begin(self) -> None:
        said = self.form.draft()
        first: Values = {name: said[name] for name in ("matter", "groups", "limitation_on")}
        first["urgent"] = said["preservation"]
        self.began.emit({name: value for name, value in first.items() if not is_empty(value)})
