"""The library pane's widgets and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from artstudio.ui import theme
from artstudio.ui.library.detail import Detail
from artstudio.ui.library.filters import Filters
from artstudio.ui.library.grid import Grid
from artstudio.ui.library.several import Several
from artstudio.ui.search_field import SearchField
from artstudio.ui.splitter import Splitter
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from artstudio.ui.library.shelf import Shelf

NOTHING_YET, NOTHING_FOUND, ENTRIES = range(3)
_DETAIL_PX: Final = 270


class Frame(QWidget):
    """A line to search in, chips of filters below it, the cards beside the chosen one, and what was deleted.

    Attributes:
        stack: `NOTHING_YET`, `NOTHING_FOUND` or `ENTRIES`.
        side: The chosen one, or `several`.
        undo: Says what was just deleted; hidden else.
    """

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf
        self.search = SearchField(self.tr("Search: words, or steps:20..40, tag:boats, since:2026-05-01"))
        self.search.setToolTip(
            self.tr(
                "Words that are in the title, the prompt, the text, tags, notes or the project; "
                '"in quotes" they follow each other, -word must not be there.\n'
                "name:value filters: kind:picture plugin:… model:… project:… tag:… in:collection star:3 "
                "since:2026-05-01 until:… and any parameter, as steps:20..40 or style:ink."
            )
        )
        self.search.setAccessibleName(self.tr("Search the library"))
        glass = self.search.addAction(
            theme.icon("magnify", theme.TEXT_DIM), QLineEdit.ActionPosition.LeadingPosition
        )
        glass.setText(self.search.accessibleName())
        self.filter_button = QToolButton()
        self.filter_button.setIcon(theme.icon("filter-variant"))
        self.filter_button.setText(self.tr("Filter"))
        self.filter_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.filter_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.filter_button.setToolTip(self.tr("Show only some kinds, plugins, models, colours…"))
        self.filter_menu = QMenu(self)
        self.filter_button.setMenu(self.filter_menu)
        self.count = QLabel()
        self.count.setProperty("dim", True)
        self.clean_button = tool_button("broom", self.tr("Clean up…"))
        self.filters = Filters()
        self.detail = Detail()
        self.several = Several()
        self.side = QStackedWidget()
        self.stack = QStackedWidget()
        self.undo = QWidget()
        self.undo_words = QLabel()
        self.undo_button = QPushButton(theme.icon("undo"), self.tr("Bring back"))
        self.clear_button = QPushButton(self.tr("Clear the search"))
        self.grid = Grid(shelf)
        self.filter_menu.aboutToShow.connect(lambda: self.filters.fill_menu(self.filter_menu))
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.GAP_PX, theme.GAP_PX, theme.GAP_PX, 0)
        head.setSpacing(theme.GAP_PX)
        head.addWidget(self.search, 1)
        head.addWidget(self.filter_button)
        head.addWidget(self.count)
        head.addWidget(self.clean_button)
        undo = QHBoxLayout(self.undo)
        undo.setContentsMargins(theme.GAP_PX, 2, theme.GAP_PX, 2)
        undo.addWidget(self.undo_words)
        undo.addWidget(self.undo_button)
        undo.addStretch(1)
        self.undo.hide()
        self.stack.addWidget(
            _message(
                self.tr(
                    "Everything you make is kept here: pictures, films, tunes, texts and models.\n"
                    "Choose an action in the Models panel and generate something."
                )
            )
        )
        nothing = _message(self.tr("Nothing was found. Try fewer words or filters."))
        layout = nothing.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(2, self.clear_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.stack.addWidget(nothing)
        self.stack.addWidget(self.grid)
        split = Splitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.stack)
        self.side.addWidget(self.several)
        self.side.addWidget(self.detail)
        split.addWidget(self.side)
        split.setStretchFactor(0, 1)
        split.setSizes([10_000, _DETAIL_PX])
        self.side.setMinimumWidth(_DETAIL_PX)
        self.side.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_PX)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(split, 1)
        column.addWidget(self.undo)


def _message(text: str) -> QWidget:
    words = QLabel(text)
    words.setProperty("dim", True)
    words.setWordWrap(True)
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    page = QWidget()
    column = QVBoxLayout(page)
    column.addStretch(1)
    column.addWidget(words)
    column.addStretch(1)
    return page
