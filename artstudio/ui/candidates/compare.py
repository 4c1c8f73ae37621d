"""Results side by side, large; of one made of a picture, what was before it too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from artstudio.documents.film import Footage
from artstudio.sdk import Audio, Image, Score, Text
from artstudio.ui import theme
from artstudio.ui.candidates.media_view import MediaView
from artstudio.ui.candidates.split_view import SplitView
from artstudio.ui.film.footage_view import FootageView

if TYPE_CHECKING:
    from artstudio.ui.candidates.tray import Take, Tray


class CompareWindow(QDialog):
    """Takes in columns, each with its own Keep and Discard. Number keys keep a column.

    A picture lies over the one it was made of. Of a single take half of each is seen at first.
    """

    play_wanted = Signal(object)  # Take

    def __init__(self, tray: Tray, takes: list[Take], parent: QWidget) -> None:
        super().__init__(parent)
        self._tray = tray
        self._takes = list(takes)
        self.setWindowTitle(self.tr("Compare") if len(takes) > 1 else self.tr("Before and After"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(max(640, 480 * len(takes)), 480 if len(takes) > 1 else 600)
        row = QHBoxLayout(self)
        row.setSpacing(2 * theme.GAP_PX)
        for number, take in enumerate(takes, 1):
            row.addWidget(self._column(take, number), 1)
        tray.removed.connect(self._leave)

    def _column(self, take: Take, number: int) -> QWidget:
        assert take.candidate is not None
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        heading = QLabel(f"{take.title} · " + self.tr("seed {seed}").format(seed=take.generation.seed))
        heading.setProperty("heading", True)
        column.setAccessibleName(f"{number}. {heading.text()}")
        layout.addWidget(heading)
        film = FootageView(take.value) if isinstance(take.value, Footage) else None
        if isinstance(take.value, Text):
            text = QTextEdit()
            text.setPlainText(take.value.text)
            text.setReadOnly(True)
            text.setAccessibleName(take.title)
            layout.addWidget(text, 1)
        elif isinstance(take.value, Image) and isinstance(take.candidate.base, Image):
            split = 0.5 if len(self._takes) == 1 else 0.0
            layout.addWidget(SplitView(take.candidate.base, take.value, split), 1)
        elif film is not None:
            film.play_unasked()  # all of them from their first frame
            layout.addWidget(film, 1)
        else:
            layout.addWidget(MediaView(take.value, take.candidate.base), 1)
        params = ", ".join(f"{name} {value}" for name, value in take.generation.params.items())
        small = QLabel(params)
        small.setProperty("dim", True)
        small.setWordWrap(True)
        layout.addWidget(small)
        buttons = QHBoxLayout()
        keep = QPushButton(theme.icon("check", theme.ON_ACCENT), self.tr("Keep"))
        keep.setProperty("primary", True)
        keep.setShortcut(str(number))
        keep.setToolTip(self.tr("Keep this one ({n})").format(n=number))
        keep.clicked.connect(lambda: self._keep(take))
        discard = QPushButton(theme.icon("close"), self.tr("Discard"))
        discard.clicked.connect(lambda: self._tray.discard(take))
        buttons.addWidget(keep)
        buttons.addWidget(discard)
        if film is not None:
            play = QPushButton()

            def show(on: bool) -> None:
                play.setIcon(theme.icon("pause" if on else "play"))
                play.setText(self.tr("Pause") if on else self.tr("Play"))

            show(film.playing)
            play.clicked.connect(film.toggle)
            film.toggled.connect(show)
            buttons.addWidget(play)
        if isinstance(take.value, Score | Audio):
            play = QPushButton(theme.icon("play"), self.tr("Play"))
            play.clicked.connect(lambda: self.play_wanted.emit(take))
            buttons.addWidget(play)
        for button in column.findChildren(QPushButton):
            button.setAutoDefault(False)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        return column

    def _keep(self, take: Take) -> None:
        self._tray.keep([take])
        self.close()

    def _leave(self, take: Take) -> None:
        if take in self._takes:
            self.close()
