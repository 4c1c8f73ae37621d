"""One result on the strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QProgressBar, QVBoxLayout

from artstudio.documents.film import Footage
from artstudio.engine.job import State
from artstudio.sdk import Audio, Image, Score, Text
from artstudio.ui import theme
from artstudio.ui.candidates.media_view import MediaView
from artstudio.ui.candidates.side_by_side import source_of
from artstudio.ui.film.footage_view import FootageView
from artstudio.ui.focus_ring import paint_ring
from artstudio.ui.jobs.words import time_left
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QAction,
        QContextMenuEvent,
        QEnterEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
    )

    from artstudio.ui.candidates.tray import Take

CARD_PX = QSize(184, 158)


class Card(QFrame):
    """Shows a take and says what the artist wants with it."""

    accessible_role = QAccessible.Role.ListItem

    chosen = Signal(bool)  # with Ctrl held: added to the comparison
    keep_wanted = Signal()
    discard_wanted = Signal()
    play_wanted = Signal()
    again_wanted = Signal(bool)  # with a new seed
    recipe_wanted = Signal()
    export_wanted = Signal()
    settings_wanted = Signal()
    compare_wanted = Signal()
    before_wanted = Signal()  # the picture it was made of over the result, or the text beside it
    step_wanted = Signal(int)  # to the card that many places on

    def __init__(self, take: Take) -> None:
        super().__init__()
        self.take = take
        self._compared = False
        self._shown = False
        self._under_mouse = False
        self._standing: object = None  # what the buttons were last set for
        self.setFixedSize(CARD_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("card")
        self.view = MediaView()
        self.view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.film: FootageView | None = None
        """In place of `view`, once there is a film."""
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.dress(self._problem, "color: $WARN; background: $DESK; padding: 6px;")
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setRange(0, 1_000)
        self._title = QLabel()
        self._title.setProperty("dim", True)
        self.play = tool_button("play", self.tr("Play (Space)"), self.play_wanted.emit)
        self.keep = tool_button("check", self.tr("Keep in the project (Enter)"), self.keep_wanted.emit)
        self.before = tool_button(
            "circle-half-full", self.tr("Before and after (B)"), self.before_wanted.emit
        )
        self.discard = tool_button("close", self.tr("Discard (Delete)"), self.discard_wanted.emit)
        self.more = tool_button("dots-horizontal", self.tr("More"), self._open_menu)
        self._buttons = (self.play, self.before, self.keep, self.discard, self.more)
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the card itself takes the keys

        foot = QHBoxLayout()
        foot.setContentsMargins(4, 0, 2, 2)
        foot.setSpacing(0)
        foot.addWidget(self._title, 1)
        for button in self._buttons:
            foot.addWidget(button)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 0)
        column.setSpacing(2)
        column.addWidget(self.view, 1)
        column.addWidget(self._problem, 1)
        column.addWidget(self._bar)
        column.addLayout(foot)
        self.refresh()

    def refresh(self) -> None:
        """Show the take as it is now. Called up to 30 times a second: what stays is not set anew."""
        take = self.take
        base = take.candidate.base if take.candidate is not None else None
        if base is None and take.kind == "score":
            base = next((value for value in take.generation.media.values() if isinstance(value, Score)), None)
        if isinstance(take.value, Footage):
            self._show_film(take.value)
        else:
            self.view.set_value(take.value, base)
        standing = (take.making, take.kept, take.problem, take.value is None)
        if standing != self._standing:
            self._standing = standing
            self._show_standing()
        self.tick()

    def _show_film(self, footage: Footage) -> None:
        if self.film is None:
            self.film = FootageView(footage)
            self.film.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.film.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.film.toggled.connect(self._show_playing)
            self._column.insertWidget(0, self.film, 1)
            self._play_if_looked_at()

    def _show_playing(self, playing: bool) -> None:
        self.play.setIcon(theme.icon("pause" if playing else "play"))

    def _play_if_looked_at(self) -> None:
        """A film plays while its card is chosen or under the mouse."""
        if self.film is not None:
            self.film.play_unasked() if self._shown or self._under_mouse else self.film.pause()

    def _show_standing(self) -> None:
        take, ready = self.take, self.take.candidate is not None
        self.view.setVisible(not take.problem and self.film is None)
        self._problem.setText(take.problem)
        self._problem.setVisible(bool(take.problem))
        self._bar.setVisible(take.making)
        self.keep.setVisible(ready)
        self.keep.setEnabled(not take.kept)
        self.keep.setIcon(theme.icon("check-bold" if take.kept else "check", theme.ACCENT_BRIGHT))
        self.before.setVisible(self._has_before)
        self.play.setVisible(isinstance(take.value, Score | Audio | Footage))
        self.more.setVisible(not take.making)
        self._say(self._state_words())
        self.setToolTip(take.problem or f"{take.title} · {self.tr('seed')} {take.generation.seed}")
        self.setAccessibleName(f"{take.title}, {take.problem or self._state_words()}")
        self._frame()

    @property
    def _has_before(self) -> bool:
        pictured = self.take.candidate is not None and isinstance(self.take.candidate.base, Image)
        return pictured or source_of(self.take) is not None

    def tick(self) -> None:
        """Show progress and time left."""
        job = self.take.job
        if self.take.making and job is not None:
            progress = job.progress
            share = progress.done / progress.total if progress is not None and progress.total else 0.0
            self._bar.setValue(round(share * 1_000))
            self._say(self._state_words())

    def set_shown(self, shown: bool) -> None:
        """Mark the card whose result the panes preview."""
        if shown != self._shown:
            self._shown = shown
            self._play_if_looked_at()
        self._frame()

    def set_compared(self, compared: bool) -> None:
        """Mark the card as one of those to compare."""
        self._compared = compared
        self.setAccessibleDescription(self.tr("marked to be compared") if compared else self.toolTip())
        self._frame()

    def _say(self, words: str) -> None:
        """Write beside the buttons; of a title that does not fit there, its number remains."""
        taken = sum(button.sizeHint().width() for button in self._buttons if not button.isHidden())
        room = CARD_PX.width() - taken - 16
        fits = self.fontMetrics().horizontalAdvance(words) <= room
        self._title.setText(words if fits else words.partition(" · ")[0])

    def _state_words(self) -> str:
        take = self.take
        if take.making:
            if take.job is None or take.job.state is State.QUEUED:
                return self.tr("Waiting")
            return time_left(take.job) or self.tr("Working…")
        if take.problem:
            return self.tr("No result")
        return self.tr("Kept") if take.kept else f"{take.number} · {take.title}"

    def _frame(self) -> None:
        edge = theme.WARN if self._compared else theme.ACCENT if self._shown else theme.LINE
        fill = theme.HOVER if self._shown else theme.RAISED
        line = "dashed" if self._compared else "solid"  # not by colour alone
        look = f"background: ${fill.role}; border: 2px {line} ${edge.role}; border-radius: 6px;"
        theme.dress(self, f"#card {{ {look} }}")

    def menu(self) -> QMenu:
        """All that can be done with the card."""
        menu = QMenu(self)
        ready = self.take.candidate is not None

        def add(title: str, key: str, signal: object, possible: bool = True) -> QAction:
            action = menu.addAction(f"{title}\t{key}" if key else title)
            action.triggered.connect(lambda: signal())  # type: ignore[operator]
            action.setEnabled(possible)
            return action

        add(self.tr("Keep"), self.tr("Enter"), self.keep_wanted.emit, ready and not self.take.kept)
        add(self.tr("Discard"), self.tr("Del"), self.discard_wanted.emit)
        add(self.tr("Compare"), "C", self.compare_wanted.emit, ready)
        if self._has_before:
            side_by_side = isinstance(self.take.value, Text)
            title = self.tr("Beside Its Source") if side_by_side else self.tr("Before and After")
            add(title, "B", self.before_wanted.emit)
        menu.addSeparator()
        add(self.tr("Again with a New Seed"), "R", lambda: self.again_wanted.emit(True))
        add(self.tr("Again"), self.tr("Shift+R"), lambda: self.again_wanted.emit(False))
        menu.addSeparator()
        add(self.tr("Use These Settings"), "U", self.settings_wanted.emit, ready)
        add(self.tr("Export…"), "E", self.export_wanted.emit, ready)
        add(self.tr("Show Recipe"), "I", self.recipe_wanted.emit, ready)
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_ring(painter, self, self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus()
            self.chosen.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.keep_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers():
                self.keep_wanted.emit()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.discard_wanted.emit()
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self.step_wanted.emit(-1)
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self.step_wanted.emit(1)
            case Qt.Key.Key_Space:
                self.play_wanted.emit()
            case Qt.Key.Key_C if not event.modifiers():
                self.compare_wanted.emit()
            case Qt.Key.Key_B if not event.modifiers() and self._has_before:
                self.before_wanted.emit()
            case Qt.Key.Key_R if not event.modifiers() or shift:
                self.again_wanted.emit(not shift)
            case Qt.Key.Key_U if not event.modifiers():
                self.settings_wanted.emit()
            case Qt.Key.Key_E if not event.modifiers():
                self.export_wanted.emit()
            case Qt.Key.Key_I if not event.modifiers():
                self.recipe_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._under_mouse = True
        self._play_if_looked_at()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._under_mouse = False
        self._play_if_looked_at()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.chosen.emit(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
