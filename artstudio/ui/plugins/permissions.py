"""What a plugin may reach, each with a switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from artstudio.host.installing.permissions import words
from artstudio.sandbox.report import not_enforced
from artstudio.ui import theme
from artstudio.ui.phrases import phrase

if TYPE_CHECKING:
    from artstudio.sdk.manifest import PermissionName
    from artstudio.ui.plugins.roster import Entry


class PermissionsPage(QScrollArea):
    """Shows what was granted. A switch takes something away again, or gives it back."""

    switched = Signal(str, bool)  # name of the permission, whether it is allowed

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(self.tr("Permissions"))
        self.switches: dict[str, QCheckBox] = {}
        self._entry: Entry | None = None

    def show_entry(self, entry: Entry) -> None:
        """Show a plugin."""
        if entry == self._entry:
            return
        self._entry = entry
        self.switches = {}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(theme.GAP_PX)
        for widget in (*self._granted(entry), *self._unenforced()):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(page)

    def _granted(self, entry: Entry) -> list[QWidget]:
        if entry.origin == "builtin":
            return [
                _label(self.tr("It came with the studio, and may use nothing beyond what you hand to it."))
            ]
        record = entry.record
        if record is None:
            return [_label(self.tr("It may use nothing beyond what you hand to it: it was not installed."))]
        granted = record.granted
        if not granted.names:
            return [_label(self.tr("It asked for nothing: it sees its own folder and what you hand to it."))]
        found: list[QWidget] = [_label(self.tr("What it may do, besides working on what you hand to it:"))]
        for name in granted.names:
            may = QCoreApplication.translate("permissions", words(granted, name))
            switch = QCheckBox(may[:1].upper() + may[1:])
            switch.setChecked(name not in record.revoked)
            switch.toggled.connect(lambda on, name=name: self._switch(name, on))
            why = phrase(granted.reasons.get(name, "").strip()) or self.tr("It does not say why.")
            switch.setToolTip(why)
            reason = _label(why, dim=True)
            reason.setContentsMargins(24, 0, 0, 6)
            self.switches[name] = switch
            found += [switch, reason]
        found.append(_label(self.tr("A change holds from its next job on."), dim=True))
        return found

    def _unenforced(self) -> list[QWidget]:
        missing = not_enforced()
        if not missing:
            words = self.tr("This system enforces all of this.")
            return [_label(words, dim=True)]
        head = _label(self.tr("What this system cannot enforce"))
        head.setProperty("heading", True)
        lines = [_label(phrase(one)) for one in missing]
        for label in lines:
            label.setProperty("tone", "warn")
        return [head, *lines]

    def _switch(self, name: PermissionName, on: bool) -> None:
        self.switched.emit(name, on)


def _label(text: str, *, dim: bool = False) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("dim", dim)
    return label
