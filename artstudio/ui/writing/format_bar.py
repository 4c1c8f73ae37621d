"""The small bar above the text: what the paragraph is and how its letters look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QMenu, QToolButton, QWidget

from artstudio.ui import theme
from artstudio.ui.actions import plain
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from artstudio.documents.prose import Kind, ParagraphStyle
    from artstudio.ui.actions import Action

_GAP_PX = 2
_KINDS_PX = 118


def kind_titles() -> dict[Kind, str]:
    """Every kind of paragraph by its name."""
    tr = QCoreApplication.translate
    return {
        "body": tr("Writing", "Body"),
        "heading1": tr("Writing", "Heading 1"),
        "heading2": tr("Writing", "Heading 2"),
        "heading3": tr("Writing", "Heading 3"),
        "heading4": tr("Writing", "Heading 4"),
        "heading5": tr("Writing", "Heading 5"),
        "heading6": tr("Writing", "Heading 6"),
        "bullet": tr("Writing", "List"),
        "numbered": tr("Writing", "Numbered list"),
        "quote": tr("Writing", "Quote"),
        "verse": tr("Writing", "Verse"),
        "code": tr("Writing", "Code"),
        "rule": tr("Writing", "Line"),
    }


class FormatBar(QWidget):
    """A list of the kinds and buttons for actions, the most wanted first; those without room are in a menu.

    Attributes:
        kinds: The list; its data are the kinds' ids.
        buttons: By the ids of their actions.
    """

    kind_chosen = Signal(str, str)  # the kind's id and title

    def __init__(self, actions: list[Action]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Format"))
        self._actions = actions
        self.kinds = QComboBox(self)
        self.kinds.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.kinds.setAccessibleName(self.tr("Kind of paragraph"))
        self.kinds.setToolTip(self.kinds.accessibleName())
        for kind, title in kind_titles().items():
            if kind != "rule":
                self.kinds.addItem(title, kind)
        self.kinds.activated.connect(
            lambda i: self.kind_chosen.emit(self.kinds.itemData(i), self.kinds.itemText(i))
        )
        self.buttons = {action.id: self._button(action) for action in actions}
        self.more = tool_button("dots-horizontal", self.tr("More"), self._show_more)
        self.more.setParent(self)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(self.kinds.sizeHint().height())

    def show_state(self, style: ParagraphStyle) -> None:
        """The cursor is in a paragraph of this style."""
        self.kinds.setCurrentIndex(self.kinds.findData(style.kind))
        for action in self._actions:
            if action.checked is not None:
                self.buttons[action.id].setChecked(action.checked())

    def minimumSizeHint(self) -> QSize:
        return QSize(_KINDS_PX, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = self.height()
        self.kinds.setGeometry(0, 0, min(_KINDS_PX, self.width() - height - _GAP_PX), height)
        x, step = self.kinds.width() + 2 * _GAP_PX, height + _GAP_PX
        room = (self.width() - x) // step
        shown = len(self._actions) if len(self._actions) <= room else max(0, room - 1)
        for number, button in enumerate(self.buttons.values()):
            button.setVisible(number < shown)
            if number < shown:
                button.setGeometry(x, 0, height, height)
                x += step
        self.more.setVisible(shown < len(self._actions))
        self.more.setGeometry(x, 0, height, height)

    def _button(self, action: Action) -> QToolButton:
        button = tool_button(
            action.icon, plain(action.text),
            lambda: action.callback() if action.possible else None, checkable=action.checked is not None,
            action=action.id,
        )  # fmt: skip
        button.setParent(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _show_more(self) -> None:
        menu = QMenu(self)
        for action in self._actions:
            if self.buttons[action.id].isVisible():
                continue
            item = menu.addAction(theme.icon(action.icon), action.text)
            item.setCheckable(action.checked is not None)
            if action.checked is not None:
                item.setChecked(action.checked())
            item.setEnabled(action.possible)
            item.triggered.connect(lambda _=False, action=action: action.callback())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
