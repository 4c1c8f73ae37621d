"""Two rows of a form that one puck sets: the square beside the two numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from artstudio.ui import theme
from artstudio.ui.forms.puck import Puck

if TYPE_CHECKING:
    from artstudio.ui.forms.row import Row

_DECIMALS = 3  # of a value that a drag gives
_STEP = 0.01  # of the range, where the schema says none


def paired(entries: dict[str, dict[str, Any]]) -> dict[str, str]:
    """Which y belongs to which x, by name. What cannot be paired loses its mark and gets a slider."""
    pairs: dict[str, str] = {}
    waiting: str | None = None
    for name, entry in entries.items():
        mark = entry.get("puck")
        if mark is None or not _has_range(entry):
            continue
        if mark == "x":
            waiting = name
        elif waiting is not None:
            pairs[waiting], waiting = name, None
    kept = {*pairs, *pairs.values()}
    for name in entries.keys() - kept:
        entries[name] = {key: value for key, value in entries[name].items() if key != "puck"}
    return pairs


def _has_range(entry: dict[str, Any]) -> bool:
    low, high = entry.get("minimum"), entry.get("maximum")
    return entry.get("type") == "number" and low is not None and high is not None and low < high


class PuckPair(QWidget):
    """Holds the widgets of both rows, numbers `width_px` wide; what is dragged goes into their editors."""

    moved = Signal()

    def __init__(self, rows: tuple[Row, Row], entries: tuple[dict[str, Any], ...], width_px: int) -> None:
        super().__init__()
        self.rows = rows
        self._ranges = [(float(entry["minimum"]), float(entry["maximum"])) for entry in entries]
        steps = [
            float(entry.get("step", 0)) / (high - low) or _STEP
            for entry, (low, high) in zip(entries, self._ranges, strict=True)
        ]
        names = rows[0].label.text(), rows[1].label.text()
        self.puck = Puck(names, (steps[0], steps[1]))
        self.puck.moved.connect(self._take)
        numbers = QVBoxLayout()
        numbers.setSpacing(2)
        for row in rows:
            head = QHBoxLayout()
            head.setSpacing(0)
            row.label.setFixedWidth(width_px - row.reset.sizeHint().width())
            row.editor.setFixedWidth(width_px)
            head.addWidget(row.label)
            head.addWidget(row.reset)
            numbers.addLayout(head)
            numbers.addWidget(row.editor)
            numbers.addSpacing(theme.GAP_PX)
        numbers.addStretch(1)
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setHorizontalSpacing(theme.GAP_PX)
        whole.addLayout(numbers, 0, 0)
        whole.addWidget(self.puck, 0, 1, Qt.AlignmentFlag.AlignTop)
        whole.setColumnStretch(1, 1)
        self.refresh()

    def refresh(self) -> None:
        """Put the puck where the numbers say."""
        values = [float(row.editor.value()) for row in self.rows]
        shares = [
            (value - low) / (high - low) for value, (low, high) in zip(values, self._ranges, strict=True)
        ]
        self.puck.show_values((shares[0], shares[1]), (values[0], values[1]))

    def _take(self, x: float, y: float) -> None:
        for row, share, (low, high) in zip(self.rows, (x, y), self._ranges, strict=True):
            row.editor.set_value(round(low + share * (high - low), _DECIMALS))
            row.refresh()
        self.refresh()
        self.moved.emit()
