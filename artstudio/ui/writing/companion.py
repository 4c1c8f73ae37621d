"""What the text pane has for writing along with a model: brought together, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from artstudio.ui.actions import Action
from artstudio.ui.writing.branch_compare import BranchCompare
from artstudio.ui.writing.branches import BranchStrip
from artstudio.ui.writing.fork_margin import ForkMargin
from artstudio.ui.writing.ghost import Ghost
from artstudio.ui.writing.heat_view import HeatView
from artstudio.ui.writing.run_bar import RunBar
from artstudio.ui.writing.sight import Sight
from artstudio.ui.writing.walker import Walker

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from artstudio.studio.along import Place
    from artstudio.ui.session import Session
    from artstudio.ui.writing.editor import PassageEditor
    from artstudio.ui.writing.scribe import Scribe


class Companion(QObject):
    """Of one pane.

    Attributes:
        run_bar: To stand above the text.
        branches: To stand below it.
    """

    def __init__(self, session: Session, editor: PassageEditor, scribe: Scribe, pane: QWidget) -> None:
        super().__init__(pane)
        self._session, self._editor = session, editor
        self._along = session.along
        self._along.desk = pane
        self.sight = Sight(editor, scribe)
        self.ghost = Ghost(self.sight)
        self.run_bar = RunBar(self._along)
        self.walker = Walker(session, self)
        self.branches = BranchStrip(self.walker, self._along)
        self.branches.hide()
        self.branches.closed.connect(self.branches.hide)
        self.branches.compare_wanted.connect(self._compare)
        self.margin = ForkMargin(session, self.sight)
        self.margin.walked.connect(self.walker.show_fork)
        self.heat = HeatView(session, self.sight)
        self._scrolled = 0
        self._along.began.connect(self._on_begin)
        self._along.grew.connect(self._show_ghost)
        self._along.moved.connect(self._move_ghost)
        self._along.ended.connect(self._on_end)
        self._along.arrived.connect(self._on_arrival)
        session.selection_changed.connect(self._show_ghost)
        editor.installEventFilter(self)  # before all others: what is under way goes first

    def actions(self) -> list[Action]:
        """What the Text menu offers."""
        along, walker = self._along, self.walker

        def forked() -> bool:
            return walker.fork is not None and along.writing is None

        return [
            Action("text.go_on", self.tr("&Write on"), "text", along.go_on, icon="pencil-plus", group=7),
            Action("text.retry", self.tr("&Try again"), "text", along.retry, ("Ctrl+Shift+Return",),
                   icon="refresh", group=7),
            Action("text.stop", self.tr("&Stop writing"), "text", along.stop, icon="stop", group=7,
                   when=lambda: along.writing is not None),
            Action("text.branches", self.tr("&Branches"), "text", self._toggle_branches, ("Ctrl+Alt+B",),
                   icon="source-branch", group=8, checked=lambda: self.branches.isVisible()),
            Action("text.branch_before", self.tr("Branch befor&e"), "text", lambda: walker.walk(-1),
                   ("Alt+Left",), when=forked, group=8),
            Action("text.branch_next", self.tr("Ne&xt branch"), "text", lambda: walker.walk(1),
                   ("Alt+Right",), when=forked, group=8),
            Action("text.fork_out", self.tr("&Outer fork"), "text", walker.outer, ("Alt+Up",),
                   when=lambda: walker.can_go_out, group=8),
            Action("text.fork_in", self.tr("&Inner fork"), "text", walker.inner, ("Alt+Down",),
                   when=lambda: walker.can_go_in, group=8),
            *self.heat.actions(),
        ]  # fmt: skip

    def _toggle_branches(self) -> None:
        self.branches.setVisible(not self.branches.isVisible())

    def _compare(self, one: int, two: int) -> None:
        walker, number = self.walker, self.tr("Branch {n}")
        fork = walker.fork
        if fork is None:
            return

        def side(index: int) -> tuple[str, str, Callable[[], None]]:
            return number.format(n=index + 1), walker.text(index), lambda: walker.show(index)

        BranchCompare([side(one), side(two)], self.branches).show()

    def _on_begin(self) -> None:
        """Several at once, or one more try, are to be seen side by side."""
        writing = self._along.writing
        if writing is not None and (len(writing.strands) > 1 or writing.place.fork_id is not None):
            self.branches.show()
        self._show_ghost()

    def _show_ghost(self) -> None:
        writing = self._along.writing
        place = writing.place if writing is not None else None
        if writing is None or place is None or place.passage_id != self.sight.scribe.passage_id:
            self.ghost.clear()
        elif text := writing.strands[writing.shown].text:
            self.ghost.show(place.start, place.end, text)
        elif self.ghost.text:
            self.ghost.clear()

    def _move_ghost(self) -> None:
        if (writing := self._along.writing) is not None:
            self.ghost.moved(writing.place.start, writing.place.end)

    def _on_end(self) -> None:
        self._scrolled = self._editor.verticalScrollBar().value()
        self.ghost.clear()

    def _on_arrival(self, place: Place, waited: bool) -> None:
        """Who waited at the place goes with it; who was elsewhere stays there."""
        if waited:
            self.walker.follow(place)
            self._editor.ensureCursorVisible()
        else:
            self._editor.verticalScrollBar().setValue(self._scrolled)

    def eventFilter(self, _editor: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        return (event.key() == Qt.Key.Key_Escape and self._along.stop()) or self.heat.takes_key(event)
