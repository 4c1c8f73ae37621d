"""The small bar above the text: what the paragraph is and how its letters look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QToolBar

from artstudio.ui import theme

if TYPE_CHECKING:
    from artstudio.documents.prose import Kind, ParagraphStyle
    from artstudio.ui.actions import Action


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


class FormatBar(QToolBar):
    """Buttons for actions, and a list of the kinds; what does not fit is behind its arrow.

    Attributes:
        kinds: The list; its data are the kinds' ids.
    """

    kind_chosen = Signal(str, str)  # the kind's id and title

    def __init__(self, actions: list[Action | None]) -> None:
        super().__init__()
        self.setIconSize(QSize(theme.ICON_PX, theme.ICON_PX))
        self.setMovable(False)
        self.setAccessibleName(self.tr("Format"))
        self.kinds = QComboBox()
        self.kinds.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.kinds.setAccessibleName(self.tr("Kind of paragraph"))
        self.kinds.setToolTip(self.kinds.accessibleName())
        for kind, title in kind_titles().items():
            if kind != "rule":
                self.kinds.addItem(title, kind)
        self.kinds.activated.connect(
            lambda i: self.kind_chosen.emit(self.kinds.itemData(i), self.kinds.itemText(i))
        )
        self.addWidget(self.kinds)
        self._made: list[tuple[QAction, Action]] = []
        for action in actions:
            if action is None:
                self.addSeparator()
                continue
            self._made.append((self._button(action), action))

    def _button(self, action: Action) -> QAction:
        title = action.text.replace("&", "")
        keys = f" ({action.shortcuts[0]})" if action.shortcuts else ""
        item = QAction(theme.icon(action.icon), title, self)
        item.setToolTip(title + keys)
        item.setCheckable(action.checked is not None)
        item.triggered.connect(lambda: action.callback() if action.possible else None)
        self.addAction(item)
        return item

    def show_state(self, style: ParagraphStyle) -> None:
        """The cursor is in a paragraph of this style."""
        self.kinds.blockSignals(True)
        self.kinds.setCurrentIndex(self.kinds.findData(style.kind))
        self.kinds.blockSignals(False)
        for item, action in self._made:
            if action.checked is not None:
                item.setChecked(action.checked())
