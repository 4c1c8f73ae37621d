"""The whole work at one moment, immutable: a snapshot is a reference."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.film import Film
from artstudio.documents.music import Music, MusicTrack
from artstudio.documents.writing import Passage
from artstudio.sdk import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["layer", "track", "passage"]
Node = Layer | MusicTrack | Passage
N = TypeVar("N", Layer, MusicTrack, Passage)

_LETTERS: Final[dict[str, str]] = {"layer": "l", "track": "t", "passage": "p", "clip": "c"}


@dataclass(frozen=True)
class Sheet:
    """Canvas, music, passages and film. Two passages with one id raise `InvalidValue`."""

    canvas: Canvas
    music: Music = field(default_factory=Music)
    passages: tuple[Passage, ...] = ()
    film: Film = field(default_factory=Film)

    def __post_init__(self) -> None:
        if len({passage.id for passage in self.passages}) < len(self.passages):
            raise InvalidValue("two passages cannot have the same id")

    @staticmethod
    def blank(width_px: int = 1024, height_px: int = 1024) -> Sheet:
        """An empty white canvas, no music, no writing, no film."""
        return Sheet(Canvas(width_px, height_px))

    def nodes(self, kind: Kind) -> tuple[Node, ...]:
        """All layers, all tracks or all passages, in their order."""
        match kind:
            case "layer":
                return self.canvas.layers
            case "track":
                return self.music.tracks
            case "passage":
                return self.passages
        raise InvalidValue("there are no nodes of the kind {kind}", kind=kind)

    def fresh_ids(self, kind: Kind | Literal["clip"]) -> Iterator[str]:
        """Unused ids without end: "l7", "l8"... for layers, "t..." tracks, "p..." passages, "c..." clips."""
        letter = _LETTERS[kind]
        nodes = self.film.clips if kind == "clip" else self.nodes(kind)
        numbers = [node.id.removeprefix(letter) for node in nodes]
        start = max((int(n) for n in numbers if n.isdecimal() and n.isascii()), default=0) + 1
        return (f"{letter}{number}" for number in count(start))

    def fresh_id(self, kind: Kind | Literal["clip"]) -> str:
        """The next unused id; never random, so that the same work gives the same file."""
        return next(self.fresh_ids(kind))

    def layer(self, layer_id: str) -> Layer:
        """The layer with this id; `InvalidValue` if there is none."""
        return _found(self.canvas.layers, layer_id, "layer")

    def track(self, track_id: str) -> MusicTrack:
        """The track with this id; `InvalidValue` if there is none."""
        return _found(self.music.tracks, track_id, "track")

    def passage(self, passage_id: str) -> Passage:
        """The passage with this id; `InvalidValue` if there is none."""
        return _found(self.passages, passage_id, "passage")


def _found(nodes: tuple[N, ...], wanted: str, kind: str) -> N:
    for node in nodes:
        if node.id == wanted:
            return node
    raise InvalidValue("there is no {kind} {id}; it may have been deleted", kind=kind, id=wanted)
