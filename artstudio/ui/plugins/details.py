"""All about one plugin, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from artstudio.ui import theme
from artstudio.ui.plugins.about import AboutPage
from artstudio.ui.plugins.log import LogPage
from artstudio.ui.plugins.models import ModelsPage
from artstudio.ui.plugins.permissions import PermissionsPage
from artstudio.ui.plugins.presets import PresetsPage
from artstudio.ui.plugins.resources import ResourcesPage
from artstudio.ui.plugins.roster import Entry, Standing
from artstudio.ui.plugins.settings import SettingsPage
from artstudio.ui.question_bar import QuestionBar

if TYPE_CHECKING:
    from artstudio.studio.studio import Studio
    from artstudio.ui.session import Session


class Details(QWidget):
    """Shows an entry. What its buttons want is told by `wanted`; removing is asked about first, in place."""

    wanted = Signal(str)  # "enable", "disable", "update", "roll_back", "repair", "remove", "retry"
    switched = Signal(str, bool)  # a permission
    failed = Signal(object)

    def __init__(self, session: Session, studio: Studio) -> None:
        super().__init__()
        self._session = session
        self._entry: Entry | None = None
        self._busy = False
        self.name = QLabel()
        self.name.setStyleSheet("font-size: 15pt; font-weight: 600;")
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.reason.setProperty("tone", "warn")
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(theme.GAP_PX)
        for wish, icon, text in (
            ("retry", "replay", self.tr("Try again")),
            ("enable", "power-plug", self.tr("Switch on")),
            ("disable", "power-plug-off-outline", self.tr("Switch off")),
            ("update", "update", self.tr("Update")),
            ("roll_back", "undo-variant", self.tr("Roll back")),
            ("repair", "wrench-outline", self.tr("Repair")),
            ("remove", "delete-outline", self.tr("Remove…")),
        ):
            button = QPushButton(theme.icon(icon), text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, wish=wish: self._want(wish))
            self.buttons[wish] = button
            row.addWidget(button)
        row.addStretch(1)

        self.bar = QuestionBar(self.tr("Remove"), self.tr("Keep it"))
        self.really, self.keep = self.bar.really, self.bar.keep
        self.really.clicked.connect(self._remove)
        self.keep.clicked.connect(self._leave_question)

        self.about, self.permissions = AboutPage(), PermissionsPage()
        self.resources, self.log = ResourcesPage(session, studio), LogPage(studio)
        self.models, self.settings = ModelsPage(session), SettingsPage(session, studio)
        self.presets = PresetsPage(session, studio)
        self.permissions.switched.connect(self.switched)
        self.presets.failed.connect(self.failed)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("About the plugin"))
        for page, title in (
            (self.about, self.tr("About")),
            (self.permissions, self.tr("Permissions")),
            (self.resources, self.tr("Resources")),
            (self.log, self.tr("Log")),
            (self.models, self.tr("Models")),
            (self.settings, self.tr("Settings")),
            (self.presets, self.tr("Presets")),
        ):
            self.tabs.addTab(page, title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_PX)
        column.addWidget(self.name)
        column.addWidget(self.reason)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.tabs, 1)
        self.bar.hide()

    def show_entry(self, entry: Entry | None) -> None:
        """Show a plugin; None shows nothing."""
        if entry is None or self._entry is None or entry.key != self._entry.key:
            self._leave_question()
        self._entry = entry
        self.setVisible(entry is not None)
        if entry is None:
            return
        self.name.setText(f"{entry.title} {entry.version}".strip())
        reason = entry.reason.rstrip(".。")
        stop = QCoreApplication.translate("errors", ".")
        self.reason.setText(f"{reason[:1].upper()}{reason[1:]}{stop}" if reason else "")
        self.reason.setVisible(bool(entry.reason))
        self.about.show_entry(entry, self._session.catalog.schemas.get(entry.id))
        for page in (
            self.permissions, self.resources, self.log, self.models, self.settings, self.presets,
        ):  # fmt: skip
            page.show_entry(entry)
        self._show_buttons()

    def set_busy(self, busy: bool) -> None:
        """While something is under way nothing else can be begun."""
        self._busy = busy
        self.permissions.setEnabled(not busy)
        self._show_buttons()

    def ask_remove(self) -> None:
        """Ask whether to remove it."""
        if self._entry is not None and self._entry.installed:
            words = self.tr("Remove {title} with all that was installed for it? Models you trained stay.")
            self.bar.question.setText(words.format(title=self._entry.title))
            self.bar.show()
            self.keep.setFocus()

    def _show_buttons(self) -> None:
        entry = self._entry
        record = None if entry is None else entry.record
        installed = entry is not None and entry.installed
        off = record is not None and record.disabled
        aside = record is not None and record.aside
        broken = entry is not None and entry.standing is Standing.BROKEN
        linked = record is not None and record.linked is not None
        shown = {
            "retry": aside and not off,
            "enable": off,
            "disable": record is not None and not off,
            "update": record is not None and not linked,
            "roll_back": record is not None and record.previous is not None,
            "repair": record is not None and (broken or not off),
            "remove": installed,
        }
        for wish, button in self.buttons.items():
            had_focus = button.hasFocus()
            button.setVisible(shown[wish])
            button.setEnabled(not self._busy)
            if had_focus and not shown[wish]:
                self.tabs.setFocus()

    def _want(self, wish: str) -> None:
        if wish == "remove":
            self.ask_remove()
        else:
            self.wanted.emit(wish)

    def _remove(self) -> None:
        self._leave_question()
        self.wanted.emit("remove")

    def _leave_question(self) -> None:
        self.bar.hide()
