"""The heat under the artist's hand: pointing at a token, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from artstudio.ui.actions import Action
from artstudio.ui.writing.explaining import Explaining
from artstudio.ui.writing.heat import Heat
from artstudio.ui.writing.heat_bar import HeatBar
from artstudio.ui.writing.heat_popup import HeatPopup

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from artstudio.ui.session import Session
    from artstudio.ui.writing.sight import Sight

_HOVER_MS: Final = 140


class HeatView(QObject):
    """Of one editor.

    Attributes:
        bar: The legend, to stand above the text.
    """

    def __init__(self, session: Session, sight: Sight) -> None:
        super().__init__(sight.editor)
        self._sight, self._session = sight, session
        self.heat = Heat(session, sight)
        self.explaining = Explaining(session, self.heat)
        self.bar = HeatBar(self.heat, self.explaining)
        self.popup = HeatPopup(sight.editor)
        self.popup.taken.connect(self.explaining.take_alternative)
        self.popup.asked.connect(self.explaining.ask_attention)
        self._point = QPoint()
        self._hover = QTimer(self, singleShot=True, interval=_HOVER_MS)
        self._hover.timeout.connect(self._at_point)
        self.heat.changed.connect(self.popup.close_up)
        session.selection_changed.connect(self.bar.refresh)
        sight.editor.viewport().installEventFilter(self)

    def actions(self) -> list[Action]:
        """What the Text menu offers."""
        return [
            Action("text.explain", self.tr("Show how &likely each word is"), "text", self.explaining.explain,
                   icon="thermometer", group=9, when=lambda: self._sight.scribe.passage_id is not None),
            Action("text.alternatives", self.tr("&What else could stand here"), "text", self.at_cursor,
                   ("Ctrl+Space",), when=lambda: self.heat.on, group=9),
            Action("text.attention", self.tr("What does this word l&ook at"), "text", self.look_from_cursor,
                   when=lambda: self.heat.on and self.explaining.can_ask, group=9),
        ]  # fmt: skip

    def at_cursor(self) -> None:
        """Show the alternatives to the token at the cursor, to be chosen with the keys."""
        number = self._at_cursor()
        if number >= 0:
            self._open(number, held=True)

    def look_from_cursor(self) -> None:
        """Show what the token at the cursor looks at."""
        if (number := self._at_cursor()) >= 0:
            self.explaining.ask_attention(number)

    def takes_key(self, event: QKeyEvent) -> bool:
        """A key pressed in the editor; whether it was for the heat."""
        if self.popup.isVisible():
            if self.popup.held:
                return self.popup.takes_key(event)
            self.popup.close_up()
        if event.key() == Qt.Key.Key_Escape:
            return self.explaining.stop() or self.heat.back()
        return False

    def _at_cursor(self) -> int:
        cursor = self._session.selection.cursor
        number = self.heat.token_at(cursor)
        return number if number >= 0 else self.heat.token_at(cursor - 1)

    def _at_point(self) -> None:
        place = self._sight.at(self._point) if self.heat.on else None
        number = self.heat.token_at(place) if place is not None else -1
        if number >= 0 and not self.popup.held:
            self._open(number, held=False)

    def _open(self, number: int, *, held: bool) -> None:
        token = self.heat.tokens[number]
        box = self._sight.rect(token.start)
        at = self._sight.editor.viewport().mapToGlobal(box.bottomLeft())
        self.popup.show_token(
            number, self.heat.look_of(number), token, at, can_ask=self.explaining.can_ask, held=held
        )

    def eventFilter(self, _viewport: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseMove if self.heat.tokens and isinstance(event, QMouseEvent):
                self._point = event.position().toPoint()
                self._leave_popup()
                self._hover.start()
            case QEvent.Type.Leave:
                self._hover.stop()
            case QEvent.Type.MouseButtonPress | QEvent.Type.Wheel:
                self._hover.stop()
                self.popup.close_up()
        return False

    def _leave_popup(self) -> None:
        """The pointer is on the text: what is shown of another token goes."""
        if self.popup.isVisible() and not self.popup.held:
            place = self._sight.at(self._point)
            if place is None or self.heat.token_at(place) != self.popup.number:
                self.popup.close_up()
