"""What keeping old states costs in memory, so that the history can hold to its budget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artstudio.documents.canvas import Layer
from artstudio.documents.forks import every_fork
from artstudio.documents.music import MusicTrack
from artstudio.documents.tiles import Tiles, changed_tiles, tiles_nbytes
from artstudio.documents.writing import Passage

if TYPE_CHECKING:
    from artstudio.documents.forks import Fork
    from artstudio.documents.sheet import Node

SMALL_NBYTES: Final = 256  # an edit of a few Python objects, roughly
_BRANCH_NBYTES: Final = 128  # of a branch but its text


def node_nbytes(node: Node | None) -> int:
    """What one layer, track or passage holds, in bytes."""
    return unshared_nbytes(node, None)


def unshared_nbytes(node: Node | None, other: Node | None) -> int:
    """What keeping `node` costs while `other` is kept anyway, in bytes."""
    match node:
        case Layer():
            pixels = (
                other.pixels
                if isinstance(other, Layer)
                else Tiles(node.pixels.width_px, node.pixels.height_px)
            )
            return tiles_nbytes(node.pixels.get(*at) for at in changed_tiles(pixels, node.pixels))
        case MusicTrack():
            if isinstance(other, MusicTrack) and other.track.notes is node.track.notes:
                return 0
            return node.track.notes.nbytes + sum(64 + len(message) for _, message in node.track.events)
        case Passage():
            mate = other if isinstance(other, Passage) else None
            text = 0 if mate is not None and mate.prose is node.prose else node.prose.nbytes
            return text + forks_nbytes(node.forks, () if mate is None else mate.forks)
        case None:
            return 0


def forks_nbytes(forks: tuple[Fork, ...], others: tuple[Fork, ...]) -> int:
    """What keeping a passage's `forks` costs while `others` are kept anyway, in bytes."""
    if forks is others:
        return 0
    shared = {id(fork.branches) for fork in others}  # those that were only moved need no closer look
    mine = [
        branch.prose
        for outer in forks
        if id(outer.branches) not in shared
        for fork in every_fork((outer,))
        for branch in fork.branches
    ]
    if not mine:
        return 0
    kept = {id(branch.prose) for fork in every_fork(others) for branch in fork.branches}
    return sum(_BRANCH_NBYTES + (0 if id(prose) in kept else prose.nbytes) for prose in mine)
