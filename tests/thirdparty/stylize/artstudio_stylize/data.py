"""Which pictures are contents and which are styles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from artstudio.sdk import BadFile, Progress
from artstudio.sdk.nn.pictures import read_corpus

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from artstudio.sdk.nn.arrays import Pixels


@dataclass(frozen=True, slots=True)
class Side:
    """Pictures to learn from, and those set aside (see `artstudio.sdk.nn.pictures` for the rule)."""

    train: list[Pixels]
    held_out: list[Pixels]


@dataclass(frozen=True, slots=True)
class Data:
    """Pictures to be painted anew, and pictures whose manner is learned; a picture may be both."""

    contents: Side
    styles: Side

    def about(self) -> dict[str, Any]:
        """How much of it there is, for the model's config."""
        return {
            "contents": len(self.contents.train), "styles": len(self.styles.train),
            "contents_held_out": len(self.contents.held_out), "styles_held_out": len(self.styles.held_out),
        }  # fmt: skip


def read_data(paths: Sequence[Path], styles: str) -> Generator[Progress, None, Data]:
    """Pictures below `paths`, all of them contents; those with `styles` in their path's name are styles too.

    Raises:
        BadFile: a path is missing or unsafe, holds no picture, or none is named so.
    """
    contents, manners = Side([], []), Side([], [])
    for path in paths:
        corpus = yield from read_corpus([path])
        sides = [contents, manners] if styles.lower() in path.name.lower() else [contents]
        for side in sides:
            side.train.extend(pixels for _, pixels in corpus.train)
            side.held_out.extend(pixels for _, pixels in corpus.held_out)
    if not manners.train:
        raise BadFile("none of the given files and folders has {name} in its name", name=styles)
    return Data(contents, manners)
