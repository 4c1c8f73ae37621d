"""The writing: passages of text."""

from __future__ import annotations

from dataclasses import dataclass

from artstudio.documents.recipe import Recipe


@dataclass(frozen=True)
class Passage:
    """One piece of writing, as Unicode with line ends of one newline."""

    id: str
    title: str
    text: str = ""
    recipe: Recipe | None = None
