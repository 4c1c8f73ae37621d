"""The library pane: everything that was ever made, to be found, marked, compared and used again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from artstudio.library.changing import Change
from artstudio.library.entry import MODEL
from artstudio.library.typed import typed
from artstudio.ui.actions import EVERYWHERE, Action
from artstudio.ui.library.entry_menu import entry_menu
from artstudio.ui.library.frame import ENTRIES, NOTHING_FOUND, NOTHING_YET, Frame
from artstudio.ui.library.shelf import Shelf
from artstudio.ui.library.verbs import Verbs
from artstudio.ui.qthreads import in_background
from artstudio.ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QMenu

    from artstudio.documents.film import Footage
    from artstudio.library.entry import Changed, Details, Entry
    from artstudio.library.query import Query
    from artstudio.library.reading import Ids, Names
    from artstudio.sdk import Media
    from artstudio.ui.session import Session

_TYPING_MS: Final = 120
_SETTLE_MS: Final = 150  # before the chosen entry is read
_NEWS_MS: Final = 250  # results may come by the dozen
_ELSEWHERE_MS: Final = 1_000  # between two looks for what other programs did
_NARROW_PX: Final = 560  # there is no room for both


class LibraryPane(Frame):
    """Asks the library only while it is seen."""

    def __init__(self, session: Session) -> None:
        studio = session.studio
        assert studio is not None  # the window has one
        super().__init__(Shelf(studio.library, session))
        self._session, self._studio = session, studio
        self._number = 0  # of the search whose answers are shown
        self._stale = self._names_old = True  # something changed since that was asked last
        self._query: Query | None = None
        self._to_find: tuple[list[int], int] | None = None  # what was chosen in the pane before
        self._deleted: tuple[int, ...] = ()  # hidden, and deleted once nobody can want them back
        self.verbs = Verbs(session, studio, self)
        self._timers()
        self._connect()

    def _timers(self) -> None:
        def timer(ms: int, then: object) -> QTimer:
            made = QTimer(self, singleShot=True, interval=ms)
            made.timeout.connect(then)
            return made

        self._typing = timer(_TYPING_MS, self.look)
        self._settling = timer(_SETTLE_MS, self._read_chosen)
        self._news = timer(_NEWS_MS, self._look_again)
        self._undoing = timer(10_000, self._delete_for_good)
        self._watching = QTimer(self, interval=_ELSEWHERE_MS)
        self._watching.timeout.connect(self.shelf.library.look_elsewhere)

    def sizeHint(self) -> QSize:
        return QSize(840, 320)

    # ------------------------------------------------------------------------------------------- verbs

    def pane_actions(self) -> list[Action]:
        """Verbs for the menus."""

        def some() -> bool:
            return bool(self.grid.picked())

        return [
            Action("library.search", self.tr("Search the &Library"), "models", self.start_search,
                   ("Ctrl+Shift+F",), group=3, icon="bookshelf", scope=EVERYWHERE),
            Action("library.clean", self.tr("Clean &Up the Library…"), "models", self.clean_up, group=3,
                   icon="broom"),
            Action("edit.delete", self.tr("De&lete"), "edit", self.delete, ("Del",), when=some),
            Action("edit.select_all", self.tr("Select &all"), "edit", self.grid.selectAll, ("Ctrl+A",)),
        ]  # fmt: skip

    def start_search(self) -> None:
        """Come into sight, ready to be typed in."""
        self._session.pane_wanted.emit("library")
        self.search.setFocus()
        self.search.selectAll()

    def do(self, key: str) -> None:
        """What a key stands for, with what is chosen."""
        picked = self.grid.picked()
        if key == "/":
            self.start_search()
        elif not picked:
            return
        elif key in ("0", "1", "2", "3", "4", "5"):
            self.verbs.star(picked, int(key))
        elif key == "Del":
            self.delete()
        elif key == "C":
            self.compare()
        elif key == "N":
            self.detail.tags.setFocus()
        elif key == "More":
            self.menu().popup(
                self.detail.more_button.mapToGlobal(self.detail.more_button.rect().bottomLeft())
            )
        elif (verb := self._single().get(key)) is not None:
            self.verbs.read(picked[0], verb)

    def _single(self) -> dict[str, Callable[[Details], None]]:
        verbs = self.verbs
        return {
            "Return": verbs.open_in_pane,
            "Space": self._play,
            "R": partial(verbs.again, new_seed=True),
            "Shift+R": partial(verbs.again, new_seed=False),
            "V": verbs.vary,
            "I": verbs.use_as_input,
            "U": verbs.use_settings,
            "X": verbs.show_recipe,
            "E": verbs.export,
        }

    def compare(self) -> None:
        """Two to four of the chosen ones side by side."""
        picked = self.grid.picked()
        if len(picked) > 1:
            self.verbs.compare(picked)
        else:
            self._session.said.emit(self.tr("Choose two to four results to compare them."))

    def clean_up(self) -> None:
        """Propose what could go."""
        from artstudio.ui.library.cleaning import CleaningDialog

        self._delete_for_good()
        CleaningDialog(self._session, self.shelf.library, self).open()

    def delete(self) -> None:
        """Take the chosen ones out; for a while they can be brought back."""
        picked = self.grid.picked()
        if not picked:
            return
        self._delete_for_good()
        self._deleted = tuple(picked)
        row = min(self.grid.entries.row(one) or 0 for one in picked)
        ids = self.grid.entries.ids
        self.grid.entries.complete(self._without_deleted(ids))
        self.grid.pick(min(row, len(self.grid.entries.ids) - 1))
        self._show_count()
        self.undo_words.setText(self.tr("{n} deleted.").format(n=len(picked)))
        self.undo.show()
        self._undoing.start()

    def bring_back(self) -> None:
        """Undo the last deletion."""
        self._deleted = ()
        self._undoing.stop()
        self.undo.hide()
        self._look_again()
        self.grid.setFocus()

    def menu(self) -> QMenu:
        """All that can be done with what is chosen."""
        details = self.detail.details
        model = details is not None and details.entry.kind == MODEL
        return entry_menu(self, len(self.grid.picked()), model, self.filters.names, self.do, self._collect)

    def _collect(self, name: str) -> None:
        self.shelf.library.change(self.grid.picked(), Change(add_to=(name,)))

    # ------------------------------------------------------------------------------------------ looking

    def look(self) -> None:
        """Look for what the search line and the filters say."""
        query = typed(self.search.text(), self.filters.query)
        if query != self._query or self._stale:
            self._query, self._stale = query, False
            self._number = self.shelf.search(query)
            self._ask_names()

    def _look_again(self) -> None:
        """Look for the same once more, leaving what is seen where it is."""
        self._stale = True
        if self.isVisible() and self._query is not None:
            self._stale = False
            self._number = self.shelf.search(self._query, again=True)
            self._ask_names()

    def _begin(self, number: int, entries: list[Entry]) -> None:
        if number == self._number:
            self.grid.entries.begin([entry for entry in entries if entry.id not in self._deleted])
            self.grid.scrollToTop()
            self._show_count(more=len(entries) > 0)

    def _complete(self, number: int, ids: Ids) -> None:
        if number == self._number:
            self.grid.entries.complete(self._without_deleted(ids))
            self._show_count()
            picked, scroll_px = self._to_find or ([], 0)
            self._to_find = None
            row = self.grid.entries.row(picked[0]) if picked else None
            if row is not None:
                self.grid.pick(row)
                self.grid.verticalScrollBar().setValue(scroll_px)
            elif not self.grid.picked():
                self.grid.pick(0)

    def _without_deleted(self, ids: Ids) -> Ids:
        return ids[~np.isin(ids, self._deleted)] if self._deleted else ids

    def _show_count(self, more: bool = False) -> None:
        number = len(self.grid.entries.ids)
        self.count.setText("" if more else counted(number, self.tr("{n} result"), self.tr("{n} results")))
        asked = self._query is not None and not self._query.everything
        self.stack.setCurrentIndex(ENTRIES if number else NOTHING_FOUND if asked else NOTHING_YET)
        self.clean_button.setEnabled(number > 0)
        self._show_detail()

    def _take(self, what: Changed) -> None:
        if what.altered:
            self.grid.entries.forget(what.altered)
            self._settling.start()
        if what.elsewhere:
            self.grid.entries.doubt()
            self._settling.start()
        if what.added or what.removed or what.names:
            self._stale = True
            self._names_old = self._names_old or what.names
            self._news.start()

    def _ask_names(self) -> None:
        if not self._names_old:
            return
        self._names_old = False

        def take(names: Names) -> None:
            self.filters.names = names

        library = self.shelf.library
        in_background(self, "library names", library.names, take, lambda _error: None)

    # ------------------------------------------------------------------------------------------- detail

    def _choose(self) -> None:
        self._settling.start()

    def _read_chosen(self) -> None:
        picked = self.grid.picked()
        if len(picked) != 1 or not self.isVisible():
            self._show_detail()
            return
        in_background(
            self, "library entry", lambda: self.shelf.library.details(picked[0]), self._show_details,
            lambda _error: None,  # it was deleted just now
        )  # fmt: skip

    def _show_details(self, details: Details) -> None:
        if self.grid.picked() != [details.entry.id]:
            return
        same = self.detail.details is not None and self.detail.details.entry.id == details.entry.id
        self.detail.show_details(details)
        self._show_detail()
        if same or details.entry.kind == "model":
            return

        def show(value: Media | Footage) -> None:
            if self.grid.picked() == [details.entry.id]:
                self.detail.show_value(value)

        in_background(
            self, "library value", lambda: self.shelf.library.value(details), show, self._session.failed.emit
        )

    def _show_detail(self) -> None:
        picked = self.grid.picked()
        known = self.detail.details is not None and picked == [self.detail.details.entry.id]
        if known or len(picked) != 1:  # of one that is being read, what was seen stays till then
            self.several.show_number(len(picked))
            self.side.setCurrentWidget(self.detail if known else self.several)
        roomy = self.width() >= _NARROW_PX
        self.side.setVisible(roomy and self.stack.currentIndex() == ENTRIES)

    def _play(self, details: Details) -> None:
        if self.detail.film is not None and details.entry.kind == "video":
            self.detail.film.toggle()
        else:
            self.verbs.play(details)

    # ------------------------------------------------------------------------------------- being there

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.look)  # not before the window is in sight
        QTimer.singleShot(0, self, self.shelf.library.look_elsewhere)
        self._watching.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watching.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_detail()

    def standing(self) -> tuple[str, Query, list[int], int]:
        """What is looked for, which results are chosen, and how far it is scrolled."""
        scroll_px = self.grid.verticalScrollBar().value()
        return self.search.text(), self.filters.query, self.grid.picked(), scroll_px

    def resume(self, standing: tuple[str, Query, list[int], int]) -> None:
        """Look for what another pane looked for."""
        words, query, picked, scroll_px = standing
        self._to_find = picked, scroll_px
        self.search.setText(words)
        self.filters.use(query)

    def shut_down(self) -> None:
        """Keep what was typed, and ask nothing more."""
        self._watching.stop()
        self.detail.write_notes()
        self._delete_for_good()
        self.shelf.close()

    def _delete_for_good(self) -> None:
        self._undoing.stop()
        self.undo.hide()
        if self._deleted:
            self.shelf.library.delete(self._deleted)
            self._deleted = ()

    def _open_menu(self, place: QPoint) -> None:
        if self.grid.picked():
            self.menu().popup(self.grid.viewport().mapToGlobal(place))

    def _connect(self) -> None:
        self.clean_button.clicked.connect(lambda: self.clean_up())
        self.undo_button.clicked.connect(lambda: self.bring_back())
        self.clear_button.clicked.connect(lambda: self.clear())
        self.shelf.began.connect(self._begin)
        self.shelf.found.connect(self._complete)
        self.shelf.changed.connect(self._take)
        self.shelf.failed.connect(self._session.failed)
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.search.returnPressed.connect(self.grid.setFocus)
        self.filters.changed.connect(self.look)
        self.filters.typing_wanted.connect(self._type)
        self.grid.chosen.connect(self._choose)
        self.grid.opened.connect(lambda: self.do("Return"))
        self.grid.key_wanted.connect(self.do)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._open_menu)
        self.detail.change_wanted.connect(lambda ids, wish: self.shelf.library.change(ids, wish))
        self.detail.verb_wanted.connect(self.do)
        self.several.verb_wanted.connect(self.do)
        self.several.change_wanted.connect(lambda wish: self.shelf.library.change(self.grid.picked(), wish))
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self.grid.setFocus)

    def _type(self, name: str) -> None:
        """Begin to filter by a parameter in the search line."""
        text = self.search.text().rstrip()
        self.search.setText(f"{text} {name}:".lstrip())
        self.search.setFocus()

    def clear(self) -> None:
        """Show everything."""
        self.search.clear()
        self.filters.clear()
        self.look()
