"""What keeping old states costs in memory, so that the history can hold to its budget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artstudio.documents.canvas import Layer
from artstudio.documents.music import MusicTrack
from artstudio.documents.tiles import Tiles, changed_tiles, tiles_nbytes
from artstudio.documents.writing import Passage

if TYPE_CHECKING:
    from artstudio.documents.sheet import Node

SMALL_NBYTES: Final = 256  # an edit of a few Python objects, roughly


def node_nbytes(node: Node | None) -> int:
    """What one layer, track or passage holds, in bytes."""
    return unshared_nbytes(node, None)


def unshared_nbytes(node: Node | None, other: Node | None) -> int:
    """What keeping `node` costs while `other` is kept anyway, in bytes."""
    match node:
        case Layer():
            mate = (
                other.pixels
                if isinstance(other, Layer)
                else Tiles(node.pixels.width_px, node.pixels.height_px)
            )
            return tiles_nbytes(node.pixels.get(*at) for at in changed_tiles(mate, node.pixels))
        case MusicTrack():
            if isinstance(other, MusicTrack) and other.track.notes is node.track.notes:
                return 0
            return node.track.notes.nbytes + sum(64 + len(message) for _, message in node.track.events)
        case Passage():
            return 0 if isinstance(other, Passage) and other.text is node.text else 4 * len(node.text)
        case None:
            return 0
