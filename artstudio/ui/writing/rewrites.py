"""A small change of text and looks that a key, or Markdown as it is typed, makes."""

from __future__ import annotations

from dataclasses import dataclass

from artstudio.documents.prose import CharStyle, Prose


@dataclass(frozen=True)
class Rewrite:
    """`new` in place of `start` to `end`; with `first` its first paragraph brings its style.

    The cursor stands at `cursor` afterwards, and what is typed next looks like `look`, if that is given.
    """

    start: int
    end: int
    new: Prose
    cursor: int
    first: bool = True
    look: CharStyle | None = None
