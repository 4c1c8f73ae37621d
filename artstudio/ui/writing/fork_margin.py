"""Marks in the margin where the text could have gone on otherwise: n of m; a click shows the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from artstudio.documents.forks import shown_forks
from artstudio.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent, QMouseEvent, QPaintEvent

    from artstudio.documents.forks import Fork
    from artstudio.documents.project import Change
    from artstudio.ui.session import Session
    from artstudio.ui.writing.sight import Sight

WIDTH_PX: Final = 28
_HEIGHT_PX: Final = 17


class ForkMargin(QWidget):
    """Left of the text."""

    accessible_role = QAccessible.Role.Graphic

    walked = Signal(str, int)  # the id of a fork, and by how many branches

    def __init__(self, session: Session, sight: Sight) -> None:
        super().__init__(sight.editor)
        self._session, self._sight = session, sight
        self._forks: list[Fork] = []
        self._marks: list[tuple[QRectF, Fork]] = []
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Forks"))
        sight.editor.viewport().installEventFilter(self)
        session.changed.connect(self._on_change)
        session.selection_changed.connect(self._on_selection)
        session.project_replaced.connect(self._look)
        self._passage_id: str | None = None
        # there for good: with a first fork the text would move aside, and a book be laid out anew
        sight.editor.setViewportMargins(WIDTH_PX, 0, 0, 0)
        self._stand()
        self._look()

    def marks(self) -> list[tuple[QRectF, str, str]]:
        """Where each mark in view is, what it says and the id of its fork."""
        self._lay_out()
        return [(box, _says(fork), fork.id) for box, fork in self._marks]

    def _look(self) -> None:
        self._passage_id = self._session.selection.passage_id
        found = [one for one in self._session.project.sheet.passages if one.id == self._passage_id]
        self._forks = list(shown_forks(found[0].forks)) if found else []
        self.update()

    def _on_change(self, change: Change) -> None:
        if change.old.passages is not change.new.passages:
            self._look()

    def _on_selection(self) -> None:
        if self._session.selection.passage_id != self._passage_id:
            self._look()

    def _stand(self) -> None:
        view = self._sight.editor.viewport().geometry()
        self.setGeometry(view.left() - WIDTH_PX, view.top(), WIDTH_PX, view.height())

    def eventFilter(self, _viewport: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:  # it may have been scrolled
            self.update()
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._stand()
        return False

    def _lay_out(self) -> None:
        low, high = self._sight.in_view()
        self._marks, free = [], float("-inf")
        for fork in sorted(self._forks, key=lambda one: one.start):
            if low <= fork.start <= high:
                y, height = self._sight.top_of_line(fork.start)
                y = max(y + (height - _HEIGHT_PX) / 2, free)
                self._marks.append((QRectF(1, y, WIDTH_PX - 3, _HEIGHT_PX), fork))
                free = y + _HEIGHT_PX + 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._lay_out()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() - 1.5)
        painter.setFont(font)
        for box, fork in self._marks:
            painter.setPen(QColor(theme.LINE_STRONG))
            painter.setBrush(QColor(theme.RAISED))
            painter.drawRoundedRect(box, 6, 6)
            painter.setPen(QColor(theme.ACCENT_BRIGHT))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _says(fork))
        painter.end()

    def _fork_at(self, y: float) -> Fork | None:
        return next((fork for box, fork in self._marks if box.top() <= y <= box.bottom()), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        fork = self._fork_at(event.position().y())
        if fork is not None:
            back = event.button() == Qt.MouseButton.RightButton or bool(
                event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            )
            self.walked.emit(fork.id, -1 if back else 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._fork_at(event.position().y()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            tip: QHelpEvent = event  # type: ignore[assignment]
            fork = self._fork_at(tip.pos().y())
            words = self.tr("Branch {n} of {m}: click for the next, with Shift for the one before")
            if fork is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(tip.globalPos(), words.format(n=fork.shown + 1, m=len(fork.branches)), self)
            return True
        return super().event(event)


def _says(fork: Fork) -> str:
    return f"{fork.shown + 1}/{len(fork.branches)}"
