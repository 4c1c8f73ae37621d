"""The undo stack: one for strokes, notes, typing and model results alike.

It keeps no sheets, only the edits that lead from each state to its neighbour, and drops the oldest when they
grow beyond a budget.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from artstudio.documents.edits import Edit
from artstudio.sdk import InvalidValue

if TYPE_CHECKING:
    from artstudio.documents.sheet import Sheet

BUDGET_NBYTES: Final = 512 * 1024 * 1024


@dataclass(frozen=True)
class Step:
    """One entry of the history list; `edit` undoes it or, once undone, makes it again."""

    label: str
    edit: Edit
    nbytes: int


class History:
    """Steps in order; the first `position` of them are made, the others undone.

    `saved` is the position at which the sheet equals the file, None where no step leads there.
    """

    def __init__(self, budget_nbytes: int = BUDGET_NBYTES) -> None:
        self.steps: tuple[Step, ...] = ()
        self.position = 0
        self.saved: int | None = 0
        self._budget_nbytes = budget_nbytes

    def limit(self, budget_nbytes: int) -> None:
        """Keep to another budget from now on."""
        self._budget_nbytes = budget_nbytes
        self._drop_oldest()

    @property
    def nbytes(self) -> int:
        """What the kept edits cost."""
        return sum(step.nbytes for step in self.steps)

    def do(self, sheet: Sheet, edit: Edit, *, merge: bool = False) -> Sheet:
        """Makes an edit; with `merge` as part of the step before, where they are of one gesture.

        Undone steps are forgotten. An edit that raises changes nothing.
        """
        after, inverse = edit.apply(sheet)
        made = self.steps[: self.position]
        # after an undo a gesture is over; a saved state stays a step of its own, or no way would lead back
        if merge and made and self.position == len(self.steps) and self.saved != self.position:
            both = inverse.merged(made[-1].edit)
            if both is not None:
                inverse, made = both, made[:-1]
        if self.saved is not None and self.saved > len(made):
            self.saved = None
        self.steps = (*made, Step(edit.label, inverse, inverse.nbytes))
        self.position = len(self.steps)
        self._drop_oldest()
        return after

    def go_to(self, sheet: Sheet, position: int) -> Sheet:
        """Undoes or makes again, until `position` steps are made.

        Raises:
            InvalidValue: there is no such position.
        """
        if not 0 <= position <= len(self.steps):
            raise InvalidValue(
                "the history has {n} steps, not {position}", n=len(self.steps), position=position
            )
        steps = list(self.steps)
        ahead = position >= self.position
        for i in range(self.position, position) if ahead else range(self.position - 1, position - 1, -1):
            sheet, inverse = steps[i].edit.apply(sheet)
            steps[i] = Step(steps[i].label, inverse, inverse.nbytes)
        self.steps, self.position = tuple(steps), position
        self._drop_oldest()
        return sheet

    def mark_saved(self, sheet: Sheet, saved: Sheet) -> None:
        """Notes that `saved` is what the file holds: `sheet` (the present one) or one a few steps away."""
        self.saved = self._position_of(saved, sheet)

    def _position_of(self, wanted: Sheet, present: Sheet) -> int | None:
        if present == wanted:
            return self.position
        sheet = present
        for i in range(self.position - 1, -1, -1):
            sheet, _ = self.steps[i].edit.apply(sheet)
            if sheet == wanted:
                return i
        sheet = present
        for i in range(self.position, len(self.steps)):
            sheet, _ = self.steps[i].edit.apply(sheet)
            if sheet == wanted:
                return i + 1
        return None

    def _drop_oldest(self) -> None:
        """Keeps to the budget, but always the last step made, however large."""
        nbytes, dropped = self.nbytes, 0
        while nbytes > self._budget_nbytes and dropped < self.position - 1:
            nbytes -= self.steps[dropped].nbytes
            dropped += 1
        if dropped:
            self.steps = self.steps[dropped:]
            self.position -= dropped
            if self.saved is not None:
                self.saved = self.saved - dropped if self.saved >= dropped else None
