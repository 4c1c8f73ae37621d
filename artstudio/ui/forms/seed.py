"""The seed: another one for every result, unless it is locked."""

from __future__ import annotations

import random

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from artstudio.ui import theme
from artstudio.ui.tool_button import tool_button

SEEDS = 2**31
ROLLED = 1_000_000  # of those, the dice keeps to numbers that can be read out to somebody


class SeedEditor(QWidget):
    """A number that decides every random choice, a dice for another one and a lock to keep it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line = QLineEdit()
        self._line.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,10}")))
        self._line.setAccessibleName(self.tr("Seed"))
        self._line.setToolTip(self.tr("The same seed, model and settings give the same result"))
        self._line.textEdited.connect(self._typed)
        self.dice = tool_button("dice-5-outline", self.tr("Another seed"), self.roll)
        self.lock = tool_button("", self.tr("Keep this seed for the next results"), checkable=True)
        self.lock.toggled.connect(self._show_lock)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._line, 1)
        for button in (self.dice, self.lock):
            row.addWidget(button)
        self.setFocusProxy(self._line)
        self._show_lock(False)
        self.roll()

    def value(self) -> int:
        """0 to 2**31 - 1."""
        return int(self._line.text() or 0) % SEEDS

    def set_value(self, seed: int, locked: bool) -> None:
        """Show `seed`."""
        self._line.setText(str(seed))
        self.lock.setChecked(locked)

    def roll(self) -> None:
        """Choose another seed at random."""
        self._line.setText(str(another_seed()))
        self.changed.emit()

    def next(self) -> None:
        """Go on to another seed, unless it is locked."""
        if not self.lock.isChecked():
            self.roll()

    def _typed(self) -> None:
        self.lock.setChecked(True)  # who types a seed wants that one
        self.changed.emit()

    def _show_lock(self, locked: bool) -> None:
        self.lock.setIcon(theme.icon("lock" if locked else "lock-open-variant-outline"))


def another_seed() -> int:
    """A seed by chance."""
    return random.randrange(ROLLED)
