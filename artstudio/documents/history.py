"""The undo stack: one for strokes, notes, typing and model results alike.

It keeps no sheets, only the edits that lead from each state to its neighbour, and drops the oldest when they
grow beyond a budget. Those that lie far from the present may be packed, and unpacked as they come near again,
by whoever has a thread for it.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from artstudio.documents.edits import Edit
from artstudio.sdk import InvalidValue

if TYPE_CHECKING:
    from artstudio.documents.sheet import Sheet

BUDGET_NBYTES: Final = 1 << 30
NEAR_NBYTES: Final = 64 << 20
_WORTH_NBYTES: Final = 32 << 10


@dataclass(frozen=True)
class Step:
    """One entry of the history list; `edit` undoes it or, once undone, makes it again.

    `tried` says that packing it has been tried, `packed` that it was worth it.
    """

    label: str
    edit: Edit
    nbytes: int
    tried: bool = False
    packed: bool = False


class History:
    """Steps in order; the first `position` of them are made, the others undone.

    `saved` is the position at which the sheet equals the file, None where no step leads there.
    """

    def __init__(self, budget_nbytes: int = BUDGET_NBYTES, near_nbytes: int = NEAR_NBYTES) -> None:
        self.steps: tuple[Step, ...] = ()
        self.position = 0
        self.saved: int | None = 0
        self._budget_nbytes = budget_nbytes
        self._near_nbytes = near_nbytes
        # The sheets that stood at each position, to know one again without going there.
        self._stood: list[tuple[weakref.ref[Sheet], ...]] = [()]

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
        self._note(self.position, sheet)
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
        self._stood[self.position :] = [()]
        self._note(self.position, after)
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
        self._note(self.position, sheet)
        ahead = position >= self.position
        for i in range(self.position, position) if ahead else range(self.position - 1, position - 1, -1):
            sheet, inverse = steps[i].edit.apply(sheet)
            steps[i] = Step(steps[i].label, inverse, inverse.nbytes)
        self.steps, self.position = tuple(steps), position
        self._note(position, sheet)
        self._drop_oldest()
        return sheet

    def mark_saved(self, sheet: Sheet, saved: Sheet) -> None:
        """Notes that `saved` is what the file holds: `sheet` (the present one) or one a few steps away."""
        self.saved = self._position_of(saved, sheet)

    def to_pack(self) -> Step | None:
        """The next step that lies far from the present and may cost less once it is packed."""
        behind = range(self.position - 2, -1, -1)  # the last one made may still be merged with
        for indexes in (behind, range(self.position + 1, len(self.steps))):
            near = 0
            for i in indexes:
                step = self.steps[i]
                if near >= self._near_nbytes and not step.tried and step.nbytes >= _WORTH_NBYTES:
                    return step
                near += step.nbytes
        return None

    def to_unpack(self) -> Step | None:
        """The next packed step that has come near, so that going there need not wait for it."""
        if self.nbytes > 0.9 * self._budget_nbytes:
            return None
        for indexes in (range(self.position - 1, -1, -1), range(self.position, len(self.steps))):
            near = 0
            for i in indexes:
                if near >= self._near_nbytes // 2:  # well before it would be packed again
                    break
                if self.steps[i].packed:
                    return self.steps[i]
                near += self.steps[i].nbytes
        return None

    def put_packed(self, step: Step, edit: Edit) -> bool:
        """Keeps `edit`, which does the same, in the place of `step`; False if that is gone meanwhile."""
        return self._put(step, Step(step.label, edit, edit.nbytes, tried=True, packed=edit is not step.edit))

    def put_unpacked(self, step: Step, edit: Edit) -> bool:
        """The reverse of `put_packed`."""
        return self._put(step, Step(step.label, edit, edit.nbytes))

    def _put(self, step: Step, other: Step) -> bool:
        for i, one in enumerate(self.steps):
            if one is step:
                self.steps = (*self.steps[:i], other, *self.steps[i + 1 :])
                return True
        return False

    def _note(self, position: int, sheet: Sheet) -> None:
        known = tuple(ref for ref in self._stood[position] if ref() is not None)
        if all(ref() is not sheet for ref in known):
            known = (*known, weakref.ref(sheet))
        self._stood[position] = known

    def _position_of(self, wanted: Sheet, present: Sheet) -> int | None:
        if present == wanted:
            return self.position
        for position, refs in enumerate(self._stood):
            if any(ref() is wanted for ref in refs):
                return position
        return None

    def _drop_oldest(self) -> None:
        """Keeps to the budget, but always the last step made, however large."""
        nbytes, dropped = self.nbytes, 0
        while nbytes > self._budget_nbytes and dropped < self.position - 1:
            nbytes -= self.steps[dropped].nbytes
            dropped += 1
        if dropped:
            self.steps = self.steps[dropped:]
            self._stood = self._stood[dropped:]
            self.position -= dropped
            if self.saved is not None:
                self.saved = self.saved - dropped if self.saved >= dropped else None
