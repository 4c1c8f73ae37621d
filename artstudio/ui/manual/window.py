"""The manual's window: contents and search at the left, the page at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from artstudio.studio.manual.pages import PAGES, Manual
from artstudio.ui import theme
from artstudio.ui.manual.browser import ManualBrowser
from artstudio.ui.search_field import SearchField
from artstudio.ui.splitter import Splitter
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from artstudio.studio.manual.rendering import Window

_SIZE_PX: Final = (980, 720)
_PLACE: Final = Qt.ItemDataRole.UserRole


class ManualWindow(QWidget):
    """A window of its own, so that one can read while a dialog waits.

    Args:
        folder: `resources/manual`.
        window: Says keys and names of commands as they are now.
        key_tables: Markdown with all keys as they are now.
    """

    command_wanted = Signal(str)

    def __init__(self, folder: Path, window: Window, key_tables: Callable[[], str]) -> None:
        super().__init__()
        self._folder = folder
        self.manual = Manual(folder, QLocale().name())
        self.browser = ManualBrowser(self.manual, window, key_tables)
        self.browser.command_wanted.connect(self.command_wanted)
        self.search = SearchField()
        self.contents = QTreeWidget()
        self.contents.setHeaderHidden(True)
        self.contents.setIndentation(14)
        self.found = QListWidget()
        self.found.setWordWrap(True)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = QLabel()
        self.nothing.setProperty("dim", True)
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setMargin(theme.GAP_PX)
        self._side = QStackedWidget()
        for widget in (self.contents, self.found, self.nothing):
            self._side.addWidget(widget)
        self.back = tool_button("arrow-left", self.tr("Back (Alt+Left)"), self.browser.backward)
        self.forward = tool_button("arrow-right", self.tr("Forward (Alt+Right)"), self.browser.forward)
        self.field = SearchField()
        self.field.setMaximumWidth(220)
        self._not_here = QLabel()
        self._not_here.setProperty("tone", "bad")
        self._not_here.hide()
        self.before = tool_button("arrow-up", self.tr("Previous (Shift+F3)"), lambda: self.find_next(-1))
        self.after = tool_button("arrow-down", self.tr("Next (F3)"), self.find_next)
        self._say()
        self._lay_out()
        self._connect()
        self._fill()
        self.resize(*_SIZE_PX)

    def show_page(self, name: str, anchor: str = "") -> None:
        """Turn to a page and come to the front."""
        self.browser.show_page(name, anchor)
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
        self.browser.setFocus()

    def find_next(self, step: int = 1) -> None:
        """Mark the next place on this page, or the one before."""
        if words := self.field.text():
            found = self.browser.find_words(words, backward=step < 0)
            theme.dress(self.field, "" if found else "color: $BAD;")
            self._not_here.setVisible(not found)
        else:
            self._not_here.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.LocaleChange):
            self.manual = Manual(self._folder, QLocale().name())
            self._say()
            self._fill()
            self.browser.use(self.manual)
        super().changeEvent(event)

    # ------------------------------------------------------------------------------------------ building

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Manual - artstudio"))
        self.search.show_hint(self.tr("Search all pages"))
        self.field.show_hint(self.tr("Find on this page"))
        self.contents.setAccessibleName(self.tr("Contents"))
        self.found.setAccessibleName(self.tr("Found"))
        self._not_here.setText(self.tr("Not on this page"))
        self.nothing.setText(self.tr("No page has all of these words."))

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(theme.GAP_PX, theme.GAP_PX, theme.GAP_PX, theme.GAP_PX)
        column.addWidget(self.search)
        column.addWidget(self._side, 1)
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.GAP_PX, theme.GAP_PX, theme.GAP_PX, theme.GAP_PX)
        for button in (self.back, self.forward):
            bar.addWidget(button)
        bar.addStretch(1)
        for widget in (self._not_here, self.field, self.before, self.after):
            bar.addWidget(widget)
        right = QWidget()
        page = QVBoxLayout(right)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(bar)
        page.addWidget(self.browser, 1)
        halves = Splitter()
        halves.addWidget(side)
        halves.addWidget(right)
        halves.setStretchFactor(1, 1)
        halves.setSizes([250, _SIZE_PX[0] - 250])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(halves)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._open_first)
        for view in (self.contents, self.found):
            view.itemActivated.connect(self._open)
            view.itemClicked.connect(self._open)
        self.field.textChanged.connect(self._find_anew)
        self.field.returnPressed.connect(self.find_next)
        self.browser.page_shown.connect(self._mark)
        for keys, call in (
            ("Ctrl+F", self._ask_find), ("Ctrl+K", self.search.setFocus), ("F3", self.find_next),
            ("Shift+F3", lambda: self.find_next(-1)), ("Alt+Left", self.browser.backward),
            ("Alt+Right", self.browser.forward), ("Esc", self._leave), ("Ctrl+W", self.close),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(call)
        for button, available in (
            (self.back, self.browser.backwardAvailable),
            (self.forward, self.browser.forwardAvailable),
        ):
            button.setEnabled(False)
            available.connect(button.setEnabled)

    def _fill(self) -> None:
        self.contents.clear()
        for name in PAGES:
            page = self.manual.pages[name]
            entry = QTreeWidgetItem([page.title])
            entry.setData(0, _PLACE, (name, ""))
            for heading in page.headings[1:]:
                if heading.level == 2:
                    below = QTreeWidgetItem([heading.text])
                    below.setData(0, _PLACE, (name, heading.anchor))
                    entry.addChild(below)
            self.contents.addTopLevelItem(entry)

    # ----------------------------------------------------------------------------------------- searching

    def _search(self, words: str) -> None:
        self.found.clear()
        for one in self.manual.search(words):
            item = QListWidgetItem(f"{one.title}\n{one.excerpt}")
            item.setData(_PLACE, (one.page, one.anchor))
            self.found.addItem(item)
        shown = self.contents if not words.strip() else self.found if self.found.count() else self.nothing
        self._side.setCurrentWidget(shown)

    def _open_first(self) -> None:
        if self.found.count():
            self.found.setCurrentRow(0)
            self._open(self.found.item(0))

    def _open(self, item: QTreeWidgetItem | QListWidgetItem, _column: int = 0) -> None:
        name, anchor = item.data(_PLACE) if isinstance(item, QListWidgetItem) else item.data(0, _PLACE)
        self.browser.show_page(name, anchor)
        if isinstance(item, QListWidgetItem):
            self.browser.find_words(self.search.text().split()[0])

    def _mark(self, name: str, _anchor: str) -> None:
        """Show in the contents where one is."""
        for at in range(self.contents.topLevelItemCount()):
            entry = self.contents.topLevelItem(at)
            if entry is not None:
                entry.setExpanded(PAGES[at] == name)
                if PAGES[at] == name:
                    self.contents.setCurrentItem(entry)

    def _ask_find(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def _find_anew(self) -> None:
        cursor = self.browser.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.browser.setTextCursor(cursor)
        self.find_next()

    def _leave(self) -> None:
        """Out of the search first, then out of the window."""
        if self.search.text() or self.field.text():
            self.search.clear()
            self.field.clear()
            self.browser.setFocus()
        else:
            self.close()
