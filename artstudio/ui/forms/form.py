"""A form drawn from a JSON schema: one row a parameter, the advanced ones folded away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QToolButton, QVBoxLayout, QWidget

from artstudio.ui import theme
from artstudio.ui.forms.editors import resolved
from artstudio.ui.forms.name_label import NameLabel
from artstudio.ui.forms.puck_pair import PuckPair, paired
from artstudio.ui.forms.row import LABEL_PX, RESET_PX, Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QImage


class Form(QWidget):
    """The parameters of one action or training."""

    changed = Signal()
    renamed = Signal()  # the artist gave a nameable parameter another name

    def __init__(self, schema: Mapping[str, Any]) -> None:
        super().__init__()
        definitions = schema.get("$defs", {})
        entries = {name: resolved(entry, definitions) for name, entry in schema.get("properties", {}).items()}
        pairs = paired(entries)
        self.rows = [Row(name, entry) for name, entry in entries.items()]
        rows = {row.name: row for row in self.rows}
        self._pucks = {
            x: PuckPair((rows[x], rows[y]), (entries[x], entries[y]), LABEL_PX) for x, y in pairs.items()
        }
        for pair in self._pucks.values():
            pair.moved.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_PX)
        column.addLayout(self._grid([row for row in self.rows if not row.advanced]))
        self._more = QWidget()
        self._more.setLayout(self._grid([row for row in self.rows if row.advanced]))
        self._fold = QToolButton()
        self._fold.setAutoRaise(True)
        self._fold.setText(self.tr("Advanced"))
        self._fold.setWhatsThis(self.tr("Shows or hides what need not be set each time."))
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.clicked.connect(lambda: self.unfold(self._more.isHidden()))
        self.unfold(False)
        if any(row.advanced for row in self.rows):
            column.addWidget(self._fold)
            column.addWidget(self._more)
        else:
            self._fold.setParent(self)
            self._fold.hide()
            self._more.setParent(self)
        for row in self.rows:
            row.refresh()
            if isinstance(row.label, NameLabel):
                row.label.setToolTip(self.tr("Double-click to name what this changes"))
                row.label.renamed.connect(self.renamed)

    def names(self) -> dict[str, str]:
        """What the artist calls the nameable parameters, by parameter; those never named are left out."""
        labels = {row.name: row.label for row in self.rows if isinstance(row.label, NameLabel)}
        return {name: label.name for name, label in labels.items() if label.name}

    def set_names(self, names: Mapping[str, str]) -> None:
        """Show names given at another time."""
        for row in self.rows:
            if isinstance(row.label, NameLabel):
                row.label.set_name(str(names.get(row.name, "")))

    def values(self) -> dict[str, Any]:
        """Every parameter by name."""
        return {row.name: row.editor.value() for row in self.rows}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show the named values; names that the schema no longer has are passed over."""
        for row in self.rows:
            if row.name in values:
                row.editor.set_value(values[row.name])
                if row.editor.problem() and not row.editor.asks():  # from before the plugin changed its range
                    row.editor.set_value(row.default)
            row.refresh()
        for pair in self._pucks.values():
            pair.refresh()

    def show_pictures(self, pictures: Sequence[QImage]) -> None:
        """Put the pictures that the action works on into the corners of its pucks."""
        for pair in self._pucks.values():
            pair.puck.show_pictures(pictures)

    def problem(self) -> str:
        """The first thing that cannot be used, with the name of its row, or ""."""
        for row in self.rows:
            if found := row.editor.problem():
                return f"{row.label.text()}: {found}"
        return ""

    def _grid(self, rows: list[Row]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GAP_PX)
        grid.setVerticalSpacing(theme.GAP_PX)
        grid.setColumnStretch(1, 1)
        in_pairs = {row for pair in self._pucks.values() for row in pair.rows}
        for i, row in enumerate(rows):
            top = Qt.AlignmentFlag.AlignVCenter
            if row.name in self._pucks:
                grid.addWidget(self._pucks[row.name], 2 * i, 0, 1, 3)
            elif row not in in_pairs:
                grid.addWidget(row.label, 2 * i, 0, top)
                grid.addWidget(row.editor, 2 * i, 1)
                grid.addWidget(row.reset, 2 * i, 2, top)
            grid.addWidget(row.problem, 2 * i + 1, 1, 1, 2)
            row.reset.setFixedWidth(RESET_PX)
            row.reset.setToolTip(self.tr("Back to {value}").format(value=row.default))
            row.reset.setWhatsThis(row.reset.toolTip())
            row.reset.setAccessibleName(self.tr("Reset {name}").format(name=row.label.text()))
            row.reset.clicked.connect(lambda _=False, row=row: self._reset(row))
            row.editor.edited.connect(lambda row=row: self._edited(row))
        return grid

    def _edited(self, row: Row) -> None:
        row.refresh()
        for pair in self._pucks.values():
            pair.refresh()
        self.changed.emit()

    def _reset(self, row: Row) -> None:
        row.editor.set_value(row.default)
        row.editor.setFocus()
        self._edited(row)

    def unfold(self, shown: bool) -> None:
        """Show or hide the advanced parameters."""
        self._more.setVisible(shown)
        self._fold.setIcon(theme.icon("chevron-down" if shown else "chevron-right", theme.TEXT_DIM))
