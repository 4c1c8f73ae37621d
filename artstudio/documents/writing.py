"""The writing: passages of rich text."""

from __future__ import annotations

from dataclasses import dataclass, field

from artstudio.documents.forks import Fork
from artstudio.documents.prose import Prose
from artstudio.documents.recipe import Recipe


@dataclass(frozen=True)
class Passage:
    """One piece of writing; `forks` are the places where it could have gone on otherwise, in order."""

    id: str
    title: str
    prose: Prose = field(default_factory=Prose)
    recipe: Recipe | None = None
    forks: tuple[Fork, ...] = ()

    @staticmethod
    def plain(id: str, title: str, text: str, recipe: Recipe | None = None) -> Passage:  # noqa: A002
        """A passage of text that looks the same everywhere."""
        return Passage(id, title, Prose.plain(text), recipe)

    @property
    def text(self) -> str:
        """The characters alone."""
        return self.prose.text
