"""What stands beside the cards when several are chosen, or none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from artstudio.library.changing import Change
from artstudio.ui import theme
from artstudio.ui.library.stars import Stars
from artstudio.ui.library.verbs import MOST_COMPARED


class Several(QWidget):
    """Marks all that are chosen at once."""

    change_wanted = Signal(object)  # Change
    verb_wanted = Signal(str)  # as the grid's keys

    def __init__(self) -> None:
        super().__init__()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stars = Stars()
        self.tags = QLineEdit()
        self.tags.setPlaceholderText(self.tr("Tag all of them"))
        self.collection = QLineEdit()
        self.collection.setPlaceholderText(self.tr("Put all of them into a collection"))
        self.compare_button = QPushButton(theme.icon("compare"), self.tr("Compare (C)"))
        self.delete_button = QPushButton(theme.icon("trash-can-outline"), self.tr("Delete (Del)"))
        for line in (self.tags, self.collection):
            line.setAccessibleName(line.placeholderText())
        self._marks = (self.stars, self.tags, self.collection, self.compare_button, self.delete_button)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.stars)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(2 * theme.GAP_PX)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addLayout(row)
        for widget in self._marks[1:]:
            column.addWidget(widget)
        column.addStretch(2)
        self.stars.set_by_hand.connect(lambda number: self.change_wanted.emit(Change(star=number)))
        self.tags.returnPressed.connect(lambda: self._name(self.tags))
        self.collection.returnPressed.connect(lambda: self._name(self.collection))
        self.compare_button.clicked.connect(lambda: self.verb_wanted.emit("C"))
        self.delete_button.clicked.connect(lambda: self.verb_wanted.emit("Del"))

    def show_number(self, number: int) -> None:
        """So many are chosen."""
        several = number > 1
        hint = self.tr("Choose a result to see how it was made,\nor several to compare them.")
        chosen = self.tr("{n} results chosen").format(n=self.locale().toString(number))
        self.words.setText(chosen if several else hint)
        self.words.setProperty("dim", not several)
        self.words.style().polish(self.words)
        for widget in self._marks:
            widget.setVisible(several)
        self.stars.show_number(0)
        self.compare_button.setEnabled(number <= MOST_COMPARED)
        most = self.tr("Up to {n} can be compared").format(n=MOST_COMPARED)
        self.compare_button.setToolTip("" if number <= MOST_COMPARED else most)

    def _name(self, line: QLineEdit) -> None:
        names = tuple(part.strip() for part in line.text().replace("，", ",").split(",") if part.strip())
        line.clear()
        if names:
            tags = line is self.tags
            self.change_wanted.emit(Change(add_tags=names) if tags else Change(add_to=names))
