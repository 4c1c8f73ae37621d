"""The fork at the cursor, and all that can be done with its branches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from artstudio.documents.edits import Together
from artstudio.documents.forks import shown_forks
from artstudio.documents.text_edits import Pin, Prune, Walk
from artstudio.sdk.errors import StudioError
from artstudio.studio.along import fork_at

if TYPE_CHECKING:
    from artstudio.documents.edits import Edit
    from artstudio.documents.forks import Branch, Fork
    from artstudio.documents.project import Change
    from artstudio.documents.writing import Passage
    from artstudio.studio.along import Place
    from artstudio.ui.session import Session


class Walker(QObject):
    """Keeps to one fork while the cursor is in it; everything done is an edit of the project.

    Attributes:
        fork: The one that is meant, its places counted from the text's beginning; None where there is none.
    """

    changed = Signal()  # another fork, or the same with other branches

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._chosen = ""  # the id of a fork, where it is not the innermost
        self._walked_at = -1  # the position in the history right after the last walk
        self.fork: Fork | None = None
        session.selection_changed.connect(self._look)
        session.changed.connect(self._on_change)
        session.project_replaced.connect(self._look)
        self._look()

    @property
    def passage(self) -> Passage | None:
        """The one the artist is in."""
        wanted = self._session.selection.passage_id
        return next((one for one in self._session.project.sheet.passages if one.id == wanted), None)

    def text(self, index: int) -> str:
        """What a branch of the fork says."""
        fork, passage = self.fork, self.passage
        if fork is None or passage is None:
            return ""
        return passage.text[fork.start : fork.end] if index == fork.shown else fork.branches[index].prose.text

    def branch(self, index: int) -> Branch | None:
        return self.fork.branches[index] if self.fork is not None else None

    # ---------------------------------------------------------------------------------------- intents

    def walk(self, by: int) -> None:
        """Show the branch that many places on; behind the last comes the first."""
        if self.fork is not None:
            self.show((self.fork.shown + by) % len(self.fork.branches))

    def show(self, index: int) -> None:
        """Show a branch in the text, with the cursor at its end."""
        fork, passage = self.fork, self.passage
        if fork is None or passage is None or index == fork.shown:
            return
        self._chosen = fork.id
        history = self._session.project.history
        on = history.position == self._walked_at  # to walk past five branches is one step
        size = len(fork.branches[index].prose.text)
        if self._do(Walk(self.tr("Walk to another branch"), passage.id, fork.id, index), merge=on):
            self._walked_at = history.position
            at = fork.start + size
            self._session.select(passage_id=passage.id, cursor=at, anchor=at)

    def show_fork(self, fork_id: str, by: int = 0) -> None:
        """Mean a fork, and walk in it."""
        fork = self._named(fork_id)
        if fork is not None and (passage := self.passage) is not None:
            self._chosen = fork_id
            self._session.select(passage_id=passage.id, cursor=fork.end, anchor=fork.end)
            self._look()
            if by:
                self.walk(by)

    def pin(self, index: int) -> None:
        """Mark a branch as one to keep, or no more."""
        branch, passage = self.branch(index), self.passage
        if self.fork is not None and branch is not None and passage is not None:
            label = self.tr("Unpin branch") if branch.pinned else self.tr("Pin branch")
            self._do(Pin(label, passage.id, self.fork.id, index, not branch.pinned))

    def prune(self, index: int) -> None:
        """Remove a branch that does not show."""
        if self.fork is not None and (passage := self.passage) is not None:
            self._do(Prune(self.tr("Prune branch"), passage.id, self.fork.id, index))

    def prune_others(self) -> None:
        """Remove all branches but the one in the text and those that are pinned, as one step."""
        fork, passage = self.fork, self.passage
        if fork is None or passage is None:
            return
        label = self.tr("Prune branches")
        gone = [i for i, one in enumerate(fork.branches) if i != fork.shown and not one.pinned]
        if gone:
            edits = tuple(Prune(label, passage.id, fork.id, index) for index in reversed(gone))
            self._do(edits[0] if len(edits) == 1 else Together(label, edits))

    def outer(self) -> None:
        """Mean the fork around this one."""
        around = self._around()
        if around:
            self._choose(around[-1])

    def inner(self) -> None:
        """Mean the first fork inside the branch that shows."""
        inside = self._inside()
        if inside:
            self._choose(inside[0])

    @property
    def can_go_out(self) -> bool:
        return bool(self._around())

    @property
    def can_go_in(self) -> bool:
        return bool(self._inside())

    # --------------------------------------------------------------------------------------- which one

    def _choose(self, fork: Fork) -> None:
        self._chosen = fork.id
        passage = self.passage
        cursor = self._session.selection.cursor
        if passage is not None and not fork.start <= cursor <= fork.end:
            self._session.select(passage_id=passage.id, cursor=fork.end, anchor=fork.end)
        self._look()

    def _around(self) -> list[Fork]:
        fork = self.fork
        if fork is None:
            return []
        forks = self._forks()
        at = next((i for i, one in enumerate(forks) if one.id == fork.id), 0)
        return [
            one for one in forks[:at] if one.start <= fork.start and fork.end <= one.end and _holds(one, fork)
        ]

    def _inside(self) -> list[Fork]:
        fork = self.fork
        return [] if fork is None else [one.moved(fork.start) for one in fork.inner]

    def _forks(self) -> list[Fork]:
        return list(shown_forks(self.passage.forks)) if self.passage is not None else []

    def _named(self, fork_id: str) -> Fork | None:
        return next((one for one in self._forks() if one.id == fork_id), None)

    def follow(self, place: Place) -> None:
        """Something landed: its fork is meant."""
        self._chosen = place.fork_id or ""
        self._look()

    def _look(self) -> None:
        passage, cursor = self.passage, self._session.selection.cursor
        chosen = self._named(self._chosen)
        if chosen is None or not chosen.start <= cursor <= chosen.end:
            self._chosen = ""
            chosen = fork_at(passage.forks, cursor) if passage is not None else None
        if chosen != self.fork:
            self.fork = chosen
            self.changed.emit()

    def _on_change(self, change: Change) -> None:
        if change.old.passages is not change.new.passages:
            self._look()

    def _do(self, edit: Edit, merge: bool = False) -> bool:
        try:
            self._session.do(edit, merge=merge)
        except StudioError as error:
            self._session.failed.emit(error)
            return False
        return True


def _holds(outer: Fork, fork: Fork) -> bool:
    """Whether one is somewhere inside the branch of the other that shows."""
    return any(one.id == fork.id or _holds(one, fork) for one in outer.inner)
