"""Every retry of a stretch of text kept as a branch, so that an artist can walk between them.

Forks stand in order and do not overlap. What is inside a stretch belongs to the branch that shows there: that
branch has forks of its own, and so they make a tree.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from artstudio.documents.prose import Prose
from artstudio.documents.recipe import Recipe
from artstudio.sdk import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH: Final = 60  # forks inside one another
GROWN_DEPTH: Final = 40  # of these, how many may come of going on at the end of what was made before


@dataclass(frozen=True)
class Branch:
    """One way for the text to go on. The places of its own `forks` count from where it begins."""

    prose: Prose
    recipe: Recipe | None = None
    forks: tuple[Fork, ...] = ()
    pinned: bool = False


@dataclass(frozen=True)
class Fork:
    """A stretch of text, `start` to `end`, and all that was ever tried there.

    The stretch itself is the branch number `shown`, whose own `prose` is empty meanwhile.

    Raises:
        InvalidValue: there is no such branch, or the stretch ends before it begins.
    """

    id: str
    start: int
    end: int
    shown: int
    branches: tuple[Branch, ...]

    def __post_init__(self) -> None:
        if not 0 <= self.shown < len(self.branches) or not 0 <= self.start <= self.end:
            raise InvalidValue("there is no alternative {n} here", n=self.shown + 1)

    @property
    def inner(self) -> tuple[Fork, ...]:
        """The forks of the branch that shows."""
        return self.branches[self.shown].forks

    def with_inner(self, forks: tuple[Fork, ...]) -> Fork:
        """The same with other forks in the branch that shows."""
        return self.with_branch(self.shown, replace(self.branches[self.shown], forks=forks))

    def with_branch(self, index: int, branch: Branch) -> Fork:
        """The same with another branch in a place."""
        return replace(self, branches=(*self.branches[:index], branch, *self.branches[index + 1 :]))

    def moved(self, by: int) -> Fork:
        """The same elsewhere."""
        if not by:
            return self
        fork = object.__new__(Fork)  # nothing to check: a novel's thousands are moved at each keystroke
        fork.__dict__.update(self.__dict__, start=self.start + by, end=self.end + by)
        return fork


Forks = tuple[Fork, ...]
Path = tuple[int, ...]
"""The way to a fork: its number among the outermost, then among those of its shown branch, and so on."""


def shown_forks(forks: Forks, at: int = 0) -> Iterator[Fork]:
    """All forks of the text as it shows, outer ones first; places count from the text's start."""
    for fork in forks:
        yield fork.moved(at)
        yield from shown_forks(fork.inner, at + fork.start)


def every_fork(forks: Forks) -> Iterator[Fork]:
    """All forks, those of branches that do not show as well."""
    for fork in forks:
        yield fork
        for branch in fork.branches:
            yield from every_fork(branch.forks)


def fresh_fork_id(forks: Forks) -> str:
    """An id that no fork has: "f1", "f2" and so on."""
    numbers = (fork.id.removeprefix("f") for fork in every_fork(forks))
    return f"f{max((int(n) for n in numbers if n.isdecimal() and n.isascii()), default=0) + 1}"


def found(forks: Forks, fork_id: str) -> tuple[Path, Fork, int]:
    """The way to a fork of the text as it shows, the fork, and where in the whole text it starts.

    Raises:
        InvalidValue: there is none, or it is in a branch that does not show.
    """
    way = _way(forks, fork_id, 0)
    if way is None:
        raise InvalidValue("these alternatives are not in the text as it stands now")
    return way


def _way(forks: Forks, fork_id: str, at: int) -> tuple[Path, Fork, int] | None:
    for number, fork in enumerate(forks):
        if fork.id == fork_id:
            return (number,), fork, at + fork.start
        deeper = _way(fork.inner, fork_id, at + fork.start)
        if deeper is not None:
            return (number, *deeper[0]), deeper[1], deeper[2]
    return None


def changed_at(forks: Forks, path: Path, new: Forks, grown: int) -> Forks:
    """The same with the fork at the end of `path` become `new`, its text `grown` characters longer.

    `new` is what stands there instead; its places count as those of the fork did.
    """
    number, *rest = path
    fork = forks[number]
    if rest:
        inner = changed_at(fork.inner, tuple(rest), new, grown)
        new = (replace(fork.with_inner(inner), end=fork.end + grown),)
    return (*forks[:number], *new, *(one.moved(grown) for one in forks[number + 1 :]))


def followed(forks: Forks, start: int, end: int, length: int, *, grows: bool = False) -> Forks:
    """The forks after the text from `start` to `end` was replaced by `length` characters.

    What is written inside a stretch is of it; what is written at its edge is outside, but with `grows`, as
    when a model goes on writing there, at its end inside. A stretch whose text is all gone is gone.
    """
    grown = length - (end - start)
    first = bisect_left(forks, start, key=lambda fork: fork.end)
    beyond = max(first, bisect_right(forks, end, key=lambda fork: fork.start))
    near = forks[first:beyond]
    last = max((i for i, fork in enumerate(near) if fork.end == start), default=-1) if grows else -1
    made: list[Fork] = []
    for i, fork in enumerate(near):
        if i == last and start == end:
            made.append(_edited(fork, start, end, length, grows=grows))
        elif fork.end <= start and not fork.start == fork.end == start == end:
            made.append(fork)
        elif fork.start >= end and not (fork.start == start < end and fork.end == end):
            made.append(fork.moved(grown))
        elif start <= fork.start and end >= fork.end:
            continue
        elif start < fork.start:
            cut = _edited(fork, fork.start, end, 0)
            made.append(cut.moved(start + length - cut.start))
        elif end > fork.end:
            made.append(_edited(fork, start, fork.end, 0))
        else:
            made.append(_edited(fork, start, end, length, grows=grows))
    return (*forks[:first], *made, *(fork.moved(grown) for fork in forks[beyond:]))


def _edited(fork: Fork, start: int, end: int, length: int, *, grows: bool = False) -> Fork:
    """A fork in whose stretch `start` to `end` was replaced."""
    inner = followed(fork.inner, start - fork.start, end - fork.start, length, grows=grows)
    if inner != fork.inner:
        fork = fork.with_inner(inner)
    return replace(fork, end=fork.end + length - (end - start))


def forked(
    forks: Forks, start: int, end: int, stood: Prose, fork_id: str, branch: Branch, *, grows: bool = False
) -> Forks:
    """The forks once `branch` shows as an alternative to what `stood` from `start` to `end`.

    A fork that lies around the place gets the new one into its shown branch, with `grows` also one that ends
    there, while that is not too deep; those inside go with what stood there; one that lies across an edge
    keeps what is left of its stretch.

    Raises:
        InvalidValue: there would be more than `MAX_DEPTH` inside one another.
    """
    return _forked(forks, start, end, stood, fork_id, branch, MAX_DEPTH, grows)


def _forked(
    forks: Forks, start: int, end: int, stood: Prose, fork_id: str, branch: Branch, depth: int, grows: bool
) -> Forks:
    size = len(branch.prose.text)
    grown = size - (end - start)
    for number, fork in enumerate(forks):
        goes_on = grows and fork.start < start == end == fork.end and depth > MAX_DEPTH - GROWN_DEPTH
        if goes_on or _around(fork, start, end):
            inner = _forked(
                fork.inner, start - fork.start, end - fork.start, stood, fork_id, branch, depth - 1, grows
            )
            grown_fork = replace(fork.with_inner(inner), end=fork.end + grown)
            return changed_at(forks, (number,), (grown_fork,), grown)
    inside = tuple(fork.moved(-start) for fork in forks if _within(fork, start, end))
    if 1 + max(_depth(inside), _depth(branch.forks)) > depth:
        raise InvalidValue("too many alternatives lie inside one another here: prune some first")
    before = [
        fork if fork.end <= start else _edited(fork, start, fork.end, 0)
        for fork in forks
        if not _within(fork, start, end) and (fork.start < start or fork.end <= start)
    ]
    after = [
        fork if fork.start >= end else (cut := _edited(fork, fork.start, end, 0)).moved(end - cut.start)
        for fork in forks
        if not _within(fork, start, end) and not (fork.start < start or fork.end <= start)
    ]
    shown = replace(branch, prose=Prose())
    new = Fork(fork_id, start, start + size, 1, (Branch(stood, forks=inside), shown))
    return (*before, new, *(fork.moved(grown) for fork in after))


def _around(fork: Fork, start: int, end: int) -> bool:
    if start == end:
        return fork.start < start < fork.end
    return fork.start <= start and end <= fork.end and (fork.start, fork.end) != (start, end)


def _within(fork: Fork, start: int, end: int) -> bool:
    if fork.start == fork.end:
        return start < fork.start < end
    return start <= fork.start and fork.end <= end


def _depth(forks: Forks) -> int:
    return max((1 + max(_depth(branch.forks) for branch in fork.branches) for fork in forks), default=0)


def walked(fork: Fork, shown: int, stood: Prose) -> Fork:
    """The fork with another branch showing; `stood` is what showed until now.

    Raises:
        InvalidValue: there is no such branch.
    """
    if not 0 <= shown < len(fork.branches):
        raise InvalidValue("there is no alternative {n} here", n=shown + 1)
    size = len(fork.branches[shown].prose.text)
    left = fork.with_branch(fork.shown, replace(fork.branches[fork.shown], prose=stood))
    emptied = replace(left.branches[shown], prose=Prose())
    return replace(left.with_branch(shown, emptied), shown=shown, end=fork.start + size)


def pruned(fork: Fork, index: int) -> Forks:
    """The fork without one branch; where only one is left, the forks in that.

    Raises:
        InvalidValue: there is no such branch, it shows, or it is pinned.
    """
    if not 0 <= index < len(fork.branches):
        raise InvalidValue("there is no alternative {n} here", n=index + 1)
    if index == fork.shown:
        raise InvalidValue("this alternative is the one in the text: choose another one first")
    if fork.branches[index].pinned:
        raise InvalidValue("this alternative is pinned: unpin it to remove it")
    if len(fork.branches) == 2:
        return tuple(one.moved(fork.start) for one in fork.inner)
    left = fork.branches[:index] + fork.branches[index + 1 :]
    return (replace(fork, branches=left, shown=fork.shown - (index < fork.shown)),)
