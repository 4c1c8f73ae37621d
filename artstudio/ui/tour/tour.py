"""A tour of five steps over the window: each lights a place and says what one does there. Nothing moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from artstudio.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from artstudio.ui.main_window import MainWindow

_CARD_PX: Final = 340
_GAP_PX: Final = 14
_DIM: Final = 150  # how dark the rest is, of 255


@dataclass(frozen=True)
class Step:
    """One stop.

    Attributes:
        panes: Ids of the panes that are lit together; each is brought to the front.
        title: Translated.
        text: Translated.
    """

    panes: tuple[str, ...]
    title: str
    text: str


def steps() -> list[Step]:
    """The five stops, in the window's language."""
    tr = QCoreApplication.translate
    return [
        Step(
            ("canvas",),
            tr("Tour", "The canvas"),
            tr(
                "Tour",
                "Paint here. The tools stand at its left, their settings above. Rough colours "
                "are enough: a model can paint over them while you go on.",
            ),
        ),
        Step(
            ("models",),
            tr("Tour", "The models"),
            tr(
                "Tour",
                "Choose here what a model should make: a picture, a film, a tune, a text. Set "
                "what you care about, and press Generate. The same seed gives the same result.",
            ),
        ),
        Step(
            ("timeline",),
            tr("Tour", "The timeline"),
            tr(
                "Tour",
                "Tunes stand here as notes that you can hear, draw and move; films lie on a "
                "lane above them. Space plays.",
            ),
        ),
        Step(
            ("text",),
            tr("Tour", "The text"),
            tr(
                "Tour",
                "Write here. Where you stop, a model can go on; every try is kept as a branch "
                "that you can come back to.",
            ),
        ),
        Step(
            ("candidates", "jobs"),
            tr("Tour", "Jobs and results"),
            tr(
                "Tour",
                "What models work on is listed under Jobs, and can be stopped there. What they "
                "made waits under Results until you keep or discard it. Undo takes anything "
                "back.",
            ),
        ),
    ]


class Tour(QWidget):
    """Covers the window while it runs. Arrow keys or Return go on and back, Esc ends it."""

    accessible_role = QAccessible.Role.Dialog

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._at = 0
        self._steps: list[Step] = []
        self._layout_before = ""
        self._focus_before: QWidget | None = None
        self._lit: list[QRect] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Tour"))
        self.card = QFrame(self)
        self.card.setProperty("panel", "true")
        self.card.setFixedWidth(_CARD_PX)
        self.title = QLabel()
        self.title.setProperty("heading", "true")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.count = QLabel()
        self.count.setProperty("dim", "true")
        self.skip = QPushButton()
        self.back = QPushButton()
        self.on = QPushButton()
        self.on.setProperty("primary", "true")
        self.skip.clicked.connect(self.end)
        self.back.clicked.connect(lambda: self.go(-1))
        self.on.clicked.connect(lambda: self.go(1))
        self._lay_out()
        self.hide()

    @property
    def at(self) -> int:
        """Which step is shown, from 0."""
        return self._at

    def start(self) -> None:
        """Show the first step."""
        if self.isVisible():
            return
        self._steps = steps()
        self._layout_before = self._window.layout_state()
        self._focus_before = QApplication.focusWidget()
        self._window.installEventFilter(self)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._show_step(0)

    def go(self, step: int) -> None:
        """That many steps on; behind the last one it ends."""
        if self._at + step >= len(self._steps):
            self.end()
        else:
            self._show_step(max(0, self._at + step))

    def end(self) -> None:
        """Take it away; the panes stand as before."""
        if self.isVisible():
            self._window.removeEventFilter(self)
            self.hide()
            self._window.restore_layout(self._layout_before)
            if self._focus_before is not None:
                self._focus_before.setFocus()

    # ------------------------------------------------------------------------------------------ showing

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.skip)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.on)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(*(2 * theme.GAP_PX + 2,) * 4)
        column.setSpacing(theme.GAP_PX + 2)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addLayout(buttons)

    def _show_step(self, at: int) -> None:
        self._at = at
        step = self._steps[at]
        for pane_id in step.panes:
            self._window.reveal(pane_id)
        self.raise_()  # above a pane that was shown just now
        self.title.setText(step.title)
        self.text.setText(step.text)
        self.count.setText(self.tr("{n} of {most}").format(n=at + 1, most=len(self._steps)))
        self.skip.setText(self.tr("Skip (Esc)"))
        self.back.setText(self.tr("Back"))
        self.back.setEnabled(at > 0)
        self.on.setText(self.tr("Done") if at + 1 == len(self._steps) else self.tr("Next"))
        self.on.setFocus()
        self.card.setAccessibleName(f"{step.title}. {step.text}")
        QAccessible.updateAccessibility(QAccessibleEvent(self.card, QAccessible.Event.NameChanged))
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._place()

    def _place(self) -> None:
        """Light the step's panes, and put the card beside them."""
        self._lit = []
        for pane_id in self._steps[self._at].panes:
            place = self._window.docks.get(pane_id) or self._window.panes[pane_id]
            if place.isVisible() and place.window() is self._window:
                self._lit.append(QRect(place.mapTo(self._window, QPoint()), place.size()) & self.rect())
        self.update()
        self.card.adjustSize()
        self.card.move(self._beside(self._lit[0] if self._lit else self.rect()))

    def _beside(self, there: QRect) -> QPoint:
        """The first side of `there` with room; inside it where none has."""
        size, room = self.card.size(), self.rect().adjusted(_GAP_PX, _GAP_PX, -_GAP_PX, -_GAP_PX)
        middle = there.center() - QPoint(size.width() // 2, size.height() // 2)
        for corner in (
            QPoint(there.right() + _GAP_PX, middle.y()),
            QPoint(there.left() - _GAP_PX - size.width(), middle.y()),
            QPoint(middle.x(), there.top() - _GAP_PX - size.height()),
            QPoint(middle.x(), there.bottom() + _GAP_PX),
        ):  # fmt: skip
            across = min(max(corner.x(), room.left()), room.right() - size.width())
            down = min(max(corner.y(), room.top()), room.bottom() - size.height())
            card = QRect(QPoint(across, down), size)
            if not any(card.intersects(one) for one in self._lit):
                return card.topLeft()
        return middle

    # ------------------------------------------------------------------------------------------- events

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark = QPainterPath()
        dark.addRect(self.rect())
        lit = QPainterPath()
        for place in self._lit:
            lit.addRoundedRect(place.adjusted(1, 1, -1, -1), 6, 6)
        painter.fillPath(dark - lit, QColor(0, 0, 0, _DIM))
        painter.setPen(QPen(QColor(theme.ACCENT_BRIGHT), 2))
        painter.drawPath(lit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1,
                Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))  # fmt: skip
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif step is not None:
            self.go(step)
        else:
            event.accept()  # the window below is not to hear it

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round within the card."""
        stops = [one for one in (self.skip, self.back, self.on) if one.isEnabled()]
        now = QApplication.focusWidget()
        at = stops.index(now) if now in stops else 0
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
            self._place()
        return False
