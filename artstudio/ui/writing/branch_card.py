"""One branch of a fork, as a card to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from artstudio.ui import theme
from artstudio.ui.focus_ring import paint_ring
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

CARD_PX = QSize(186, 106)
_MOST: Final = 600  # characters: more is never seen


class BranchCard(QFrame):
    """Says what the artist wants with it by signals."""

    accessible_role = QAccessible.Role.ListItem

    chosen = Signal()
    compare_wanted = Signal()
    pin_wanted = Signal()
    prune_wanted = Signal()
    step_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("branch")
        self.setFixedSize(CARD_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown = self._compared = self._pinned = False
        self.excerpt = _Excerpt()
        self._says = QLabel()
        self._says.setProperty("dim", True)
        self._says.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.pin_button = tool_button(
            "pin-outline", self.tr("Pin: keep when pruning (P)"), self.pin_wanted.emit
        )
        self.prune_button = tool_button(
            "content-cut", self.tr("Prune this branch (Delete)"), self.prune_wanted.emit
        )
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 0, 2, 2)
        foot.setSpacing(0)
        foot.addWidget(self._says, 1)
        for button in (self.pin_button, self.prune_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 0)
        column.setSpacing(0)
        column.addWidget(self.excerpt, 1)
        column.addLayout(foot)
        self._frame()

    def show_branch(
        self, text: str, says: str, *, shown: bool, pinned: bool = False, making: bool = False, tip: str = ""
    ) -> None:
        """Show it as it is now: what it says, where it is from, and how it stands."""
        self.excerpt.set_text(text)
        self._says.setText(says)
        self.setToolTip(tip)
        self.setAccessibleName(f"{says}: {text[:200]}")
        self._shown = shown
        self.pin_button.setVisible(not making)
        self.pin_button.setIcon(
            theme.icon("pin" if pinned else "pin-outline", theme.WARN if pinned else theme.TEXT)
        )
        self.prune_button.setVisible(not making)
        self.prune_button.setEnabled(not shown and not pinned)
        self._pinned = pinned
        self._frame()
        self._describe()

    @property
    def text(self) -> str:
        """As much of what it says as is read here."""
        return self.excerpt.text

    @property
    def says(self) -> str:
        """Where it is from, in words."""
        return self._says.text()

    def set_compared(self, compared: bool) -> None:
        """Mark it as one of two to compare."""
        self._compared = compared
        self._frame()
        self._describe()

    def _describe(self) -> None:
        said = {
            self.tr("in the text"): self._shown,
            self.tr("pinned"): self._pinned,
            self.tr("marked to be compared"): self._compared,
        }
        self.setAccessibleDescription(", ".join(word for word, so in said.items() if so))

    def _frame(self) -> None:
        edge = theme.WARN if self._compared else theme.ACCENT if self._shown else theme.LINE
        fill = theme.HOVER if self._shown else theme.RAISED
        line = "dashed" if self._compared else "solid"  # not by colour alone
        look = f"background: ${fill.role}; border: 2px {line} ${edge.role}; border-radius: 6px;"
        theme.dress(self, f"#branch {{ {look} }}")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_ring(painter, self, self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus()
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.compare_wanted.emit()
            else:
                self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if not event.modifiers():
                self.chosen.emit()
            case Qt.Key.Key_Left if not event.modifiers():
                self.step_wanted.emit(-1)
            case Qt.Key.Key_Right if not event.modifiers():
                self.step_wanted.emit(1)
            case Qt.Key.Key_P if not event.modifiers():
                self.pin_wanted.emit()
            case Qt.Key.Key_C if not event.modifiers():
                self.compare_wanted.emit()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.prune_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


class _Excerpt(QWidget):
    """The first lines of a text, or while it grows the last."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = ""

    def set_text(self, text: str) -> None:
        if text[:_MOST] != self.text:
            self.text = text[:_MOST]
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.DESK))
        inner = QRectF(self.rect()).adjusted(6, 4, -6, -4)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.setClipRect(inner)
        painter.setPen(QColor(theme.TEXT if self.text.strip() else theme.TEXT_DIM))
        painter.drawText(inner, self.text.lstrip() if self.text.strip() else self.tr("(nothing)"), option)
        painter.end()
