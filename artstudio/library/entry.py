"""What the library keeps of a result, and how much of that each part of the studio sees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from artstudio.documents.film import Footage
from artstudio.documents.recipe import Recipe
from artstudio.sdk import Media

Lab = tuple[float, float, float]
"""A colour in CIE L*a*b* under D65: lightness 0-100, green to red, blue to yellow."""

MODEL: Final = "model"
"""The kind of an entry that is a trained model; the other kinds are the keys of `sdk.KINDS`."""

MOST_STARS: Final = 5


@dataclass(frozen=True)
class Addition:
    """A result on its way into the library.

    Attributes:
        title: What it is called: the action's title, or a model's name.
        value: What was made; None of a model.
        inputs: What it was made from, by the action's names.
        project: The name of the project it was made in, "" for none.
        folder: Of a model: where it lies. It stays there.
        sample: Of a model: something it made, to tell it by.
        words: More to be found by, as a model's card.
    """

    title: str
    recipe: Recipe
    value: Media | Footage | None
    inputs: Mapping[str, Media | Sequence[Media] | None] = field(default_factory=dict)
    project: str = ""
    project_path: Path | None = None
    folder: Path | None = None
    sample: Media | None = None
    words: str = ""
    made_ms: int = 0  # since 1970, UTC


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list shows of an entry. `nbytes` is what its own value takes on the disk.

    `width_px` and `height_px` are of pictures, films and maps (there in tiles), `seconds` of films, sound and
    tunes; `amount` counts the notes of a tune or the characters of a text.
    """

    id: int
    made_ms: int
    kind: str
    title: str
    plugin: str
    action: str
    model: str
    project: str
    width_px: int
    height_px: int
    seconds: float
    amount: int
    star: int
    value: str
    nbytes: int


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """How an entry looks at a glance: a WebP picture, the first words of a text, or both."""

    webp: bytes
    words: str


@dataclass(frozen=True)
class Details:
    """All that is known of an entry. `footage` are the numbers of a film; `folder` is where a model lies."""

    entry: Entry
    recipe: Recipe
    project_path: str
    folder: str
    notes: str
    tags: tuple[str, ...]
    collections: tuple[str, ...]
    inputs: Mapping[str, Any]
    footage: Mapping[str, Any]


@dataclass(frozen=True)
class Changed:
    """What listeners are told.

    Attributes:
        names: There may be other tags, collections, plugins or models now.
        elsewhere: Another program did something, what is not known.
    """

    added: tuple[int, ...] = ()
    altered: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()
    names: bool = False
    elsewhere: bool = False
