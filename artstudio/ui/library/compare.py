"""Two to four results side by side, with what is different in how they were made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from artstudio.documents.film import Footage
from artstudio.library.entry import Details
from artstudio.sdk import Audio, Media, Score, Text
from artstudio.ui import theme
from artstudio.ui.candidates.media_view import MediaView
from artstudio.ui.film.footage_view import FootageView
from artstudio.ui.library.stars import Stars
from artstudio.ui.library.words import measure, when


@dataclass(frozen=True)
class Compared:
    """One of them; a model has no value."""

    details: Details
    value: Media | Footage | None


class LibraryCompare(QDialog):
    """Reads, stars and opens. Number keys open one in its pane; texts are scrolled as one."""

    open_wanted = Signal(object)  # Details
    play_wanted = Signal(object)  # Details
    star_wanted = Signal(object, int)  # list of ids, number

    def __init__(self, compared: list[Compared], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._differing = differing([one.details for one in compared])
        columns = 2 if len(compared) != 3 else 3
        grid = QGridLayout(self)
        grid.setSpacing(2 * theme.GAP_PX)
        self._texts: list[QTextEdit] = []
        for i, one in enumerate(compared):
            grid.addWidget(self._place(one, i + 1), i // columns, i % columns)
            grid.setColumnStretch(i % columns, 1)
            grid.setRowStretch(i // columns, 1)
        for text in self._texts:
            for other in self._texts:
                if other is not text:
                    text.verticalScrollBar().valueChanged.connect(other.verticalScrollBar().setValue)
        self.resize(460 * columns, 440 if len(compared) <= columns else 800)

    def _place(self, one: Compared, number: int) -> QWidget:
        details, entry, place = one.details, one.details.entry, QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        place.setAccessibleName(f"{number}. {entry.title}")
        heading = QLabel(entry.title)
        heading.setProperty("heading", True)
        stars = Stars()
        stars.show_number(entry.star)
        stars.set_by_hand.connect(lambda lit: self.star_wanted.emit([entry.id], lit))
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(stars)
        column.addLayout(head)
        column.addWidget(self._view(one.value), 1)
        facts = [measure(entry), when(entry.made_ms), entry.model]
        lines = [" · ".join(fact for fact in facts if fact)]
        lines += [f"{name}: {value}" for name, value in self._differing[number - 1].items()]
        small = QLabel("\n".join(lines))
        small.setProperty("dim", True)
        small.setWordWrap(True)
        small.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(small)
        foot = QHBoxLayout()
        opens = QPushButton(theme.icon("arrow-top-left", theme.ON_ACCENT), self.tr("Open in pane"))
        opens.setProperty("primary", True)
        opens.setShortcut(str(number))
        opens.setToolTip(self.tr("Bring this one into the project ({n})").format(n=number))
        opens.clicked.connect(lambda: self.open_wanted.emit(details))
        foot.addWidget(opens)
        if isinstance(one.value, Score | Audio):
            play = QPushButton(theme.icon("play"), self.tr("Play"))
            play.clicked.connect(lambda: self.play_wanted.emit(details))
            foot.addWidget(play)
        foot.addStretch(1)
        column.addLayout(foot)
        for button in place.findChildren(QPushButton):
            button.setAutoDefault(False)
        return place

    def _view(self, value: Media | Footage | None) -> QWidget:
        if isinstance(value, Footage):
            film = FootageView(value)
            film.play_unasked()
            return film
        if isinstance(value, Text):
            text = QTextEdit()
            text.setReadOnly(True)
            text.setAccessibleName(self.tr("Text"))
            text.setPlainText(value.text)
            self._texts.append(text)
            return text
        return MediaView(value)


def differing(compared: list[Details]) -> list[dict[str, Any]]:
    """Of each the settings that are not the same in all, the seed among them."""
    settings = [{**one.recipe.params, "seed": one.recipe.seed} for one in compared]
    names = dict.fromkeys(name for one in settings for name in one)
    return [
        {
            name: one[name]
            for name in names
            if name in one and any(other.get(name) != settings[0].get(name) for other in settings)
        }
        for one in settings
    ]
