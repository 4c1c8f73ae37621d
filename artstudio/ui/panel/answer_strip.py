"""The strip above the foot in which an action answers live: a switch, how small, and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from artstudio.studio.answers import SIDES_PX
from artstudio.ui import theme
from artstudio.ui.candidates.sample import SampleView
from artstudio.ui.panel.live_answers import LiveAnswers

if TYPE_CHECKING:
    from artstudio.sdk import Media
    from artstudio.ui.session import Session

LEAST_PX, MOST_PX = 100, 280  # the answer's height
SHARE: Final = 0.2  # of the panel's height: what is dragged is to stay in sight


class AnswerStrip(QFrame):
    """Hidden for actions that do not answer live.

    Attributes:
        answers: What is asked, by whoever knows the question.
    """

    wanted = Signal()  # a question: it was switched on, or the size changed
    opened = Signal()  # there is less room for all else

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.answers = LiveAnswers(session, self)
        self.switch = QToolButton()
        self.switch.setCheckable(True)
        self.switch.setIcon(theme.icon("lightning-bolt-outline"))
        self.switch.setText(self.tr("Live"))
        self.switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.switch.setToolTip(self.tr("Answer every change at once with a small picture"))
        self.switch.toggled.connect(self._switch)
        self.side = QComboBox()
        for side_px in SIDES_PX:
            self.side.addItem(self.tr("{n} px").format(n=side_px), side_px)
        self.side.setAccessibleName(self.tr("Size of the live answer"))
        self.side.setToolTip(self.tr("How small pictures are made first: the smaller, the faster"))
        self.side.activated.connect(self.wanted)
        self.words = QLabel()
        self.words.setProperty("dim", True)
        # written anew with every answer, which must not lay the panel out anew
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setProperty("tone", "warn")
        self.view = SampleView(QSize(LEAST_PX, LEAST_PX), follows=True)
        self.view.setMinimumWidth(0)
        self.view.setMaximumWidth(16_777_215)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.view.setToolTip(self.tr("The answer, made small; click to see it large"))
        self.view.setAccessibleName(self.tr("Live answer"))
        row = QHBoxLayout()
        row.setSpacing(theme.GAP_PX)
        row.addWidget(self.switch)
        row.addWidget(self.side)
        row.addWidget(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP_PX, theme.GAP_PX, theme.GAP_PX, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.problem)
        column.addWidget(self.view)
        self.answers.answered.connect(self._show)
        self.answers.refused.connect(self._refuse)
        self.answers.stopped.connect(lambda: self.switch.setChecked(False))
        self._clear()

    @property
    def side_px(self) -> int:
        """Of the longer side of what is asked."""
        return int(self.side.currentData())

    def set_side_px(self, side_px: object) -> None:
        """Ask at this size, or at the smallest where there is none such."""
        self.side.setCurrentIndex(max(0, self.side.findData(side_px)))

    def fit(self, panel_px: int) -> None:
        """Take the share of a panel of this height."""
        self.view.setFixedHeight(min(max(round(panel_px * SHARE), LEAST_PX), MOST_PX))

    def open_for(self, possible: bool) -> None:
        """Be there for another action, if it answers live; switched off at first."""
        self.switch.setChecked(False)
        self.setVisible(possible)

    def _switch(self, on: bool) -> None:
        self._clear()
        if on:
            self.view.show()  # empty: the room is taken once, not with the first answer
            self.answers.start()
            self.words.setText(self.tr("Getting ready…"))
            self.wanted.emit()
            self.opened.emit()
        else:
            self.answers.stop()
        self.side.setVisible(on)

    def _clear(self) -> None:
        self.view.show_value(None)
        self.words.clear()
        self.problem.hide()
        self.side.setVisible(self.switch.isChecked())

    def _show(self, made: Media, seconds: float) -> None:
        self.problem.hide()
        self.view.show_value(made)
        self.words.setText(self.tr("{n} ms").format(n=round(seconds * 1000)))

    def _refuse(self, words: str) -> None:
        self.words.clear()
        self.problem.setText(words)
        self.problem.show()
