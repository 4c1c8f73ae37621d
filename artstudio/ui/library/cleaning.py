"""Cleaning up: what would go is shown first, and goes only then."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from artstudio.library.cleaning import Proposal, Unwanted
from artstudio.ui import theme
from artstudio.ui.library.grid import Grid
from artstudio.ui.library.shelf import Shelf
from artstudio.ui.qthreads import in_background
from artstudio.ui.words import counted, size

if TYPE_CHECKING:
    from artstudio.library.library import Library
    from artstudio.ui.session import Session

_DAY_MS: Final = 86_400_000
_SETTLE_MS: Final = 250


class CleaningDialog(QDialog):
    """Proposes by what is ticked. Delete in the list spares an entry."""

    def __init__(self, session: Session, library: Library, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._library = session, library
        self._spared: set[int] = set()
        self._number = 0
        self.proposal = Proposal((), 0)
        self.setWindowTitle(self.tr("Clean Up the Library"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.old = QCheckBox(self.tr("Older than"))
        self.days = QSpinBox()
        self.days.setRange(0, 10_000)
        self.days.setValue(90)
        self.days.setSuffix(self.tr(" days"))
        self.large = QCheckBox(self.tr("Larger than"))
        self.mib = QDoubleSpinBox()
        self.mib.setRange(0, 100_000)
        self.mib.setDecimals(1)
        self.mib.setValue(10)
        self.mib.setSuffix(self.tr(" MiB"))
        self.missing = QCheckBox(self.tr("No longer on the disk"))
        self.duplicates = QCheckBox(self.tr("The same as a newer one"))
        self.old.setChecked(True)
        self._shelf = Shelf(library, self)
        self.grid = Grid(self._shelf)
        self.grid.setAccessibleName(self.tr("What would go"))
        self.grid.key_wanted.connect(lambda key: self.spare() if key == "Del" else None)
        self.sum = QLabel()
        self.sum.setProperty("heading", True)
        hint = QLabel(
            self.tr(
                "What has a star, a tag, a note or a collection always stays. "
                "Choose entries below and press Delete to keep them, too."
            )
        )
        hint.setProperty("dim", True)
        hint.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(self.tr("Delete these"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.go.clicked.connect(self.clean)
        self.buttons.rejected.connect(self.reject)
        wishes = QGridLayout()
        wishes.setColumnStretch(2, 1)
        for row, (box, number) in enumerate(((self.old, self.days), (self.large, self.mib))):
            wishes.addWidget(box, row, 0)
            wishes.addWidget(number, row, 1)
            number.setAccessibleName(box.text())
        wishes.addWidget(self.missing, 0, 3)
        wishes.addWidget(self.duplicates, 1, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(2 * theme.GAP_PX,) * 4)
        column.setSpacing(theme.GAP_PX)
        column.addLayout(wishes)
        column.addWidget(hint)
        column.addWidget(self.grid, 1)
        column.addWidget(self.sum)
        column.addWidget(self.buttons)
        self._later = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._later.timeout.connect(self.propose)
        self.days.valueChanged.connect(lambda _: self._later.start())
        self.mib.valueChanged.connect(lambda _: self._later.start())
        for box in (self.old, self.large, self.missing, self.duplicates):
            box.toggled.connect(lambda _: self._later.start())
        self.finished.connect(self._shelf.close)
        self.resize(720, 560)
        self.propose()

    def propose(self) -> None:
        """Look for what would go."""
        now_ms = time.time_ns() // 1_000_000
        old = now_ms - self.days.value() * _DAY_MS if self.old.isChecked() else None
        large = round(self.mib.value() * 2**20) if self.large.isChecked() else None
        wish = Unwanted(old, large, self.missing.isChecked(), self.duplicates.isChecked())
        spared, self._number = set(self._spared), self._number + 1
        number = self._number

        def look() -> Proposal:
            found = self._library.proposal(wish)
            if not spared & set(found.ids):
                return found
            ids = tuple(one for one in found.ids if one not in spared)
            return Proposal(ids, self._library.freed(ids))

        def show(found: Proposal) -> None:
            if number == self._number:
                self._show(found)

        self.go.setEnabled(False)
        self.sum.setText(self.tr("Looking…"))
        in_background(self, "library clean-up", look, show, self._session.failed.emit)

    def spare(self) -> None:
        """Take what is chosen off the list."""
        self._spared |= set(self.grid.picked())
        self.propose()

    def clean(self) -> None:
        """Delete what is shown."""
        self._library.delete(self.proposal.ids)
        one = self.tr("{n} result was deleted, {room} are free again.")
        many = self.tr("{n} results were deleted, {room} are free again.")
        said = counted(len(self.proposal.ids), one, many)
        self._session.said.emit(said.format(room=size(self.proposal.freed_nbytes)))
        self.accept()

    def _show(self, found: Proposal) -> None:
        self.proposal = found
        self.grid.entries.complete(np.array(found.ids, np.int64))
        number = len(found.ids)
        one = self.tr("{n} result would go, and free {room}.")
        words = counted(number, one, self.tr("{n} results would go, and free {room}."))
        nothing = self.tr("Nothing would go.")
        self.sum.setText(words.format(room=size(found.freed_nbytes)) if number else nothing)
        self.go.setEnabled(number > 0)
