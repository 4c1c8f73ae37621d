"""The recipe that a Markdown file carries: a comment at its end, which no program shows."""

from __future__ import annotations

import re
from typing import Final

from artstudio.media.prose.pieces import written

_RECIPE: Final = re.compile(r"(?:\A|\n)<!-- artstudio-recipe: ([^\n]*) -->\n*\Z")
_DASH: Final = "\\u002d"
_MOST: Final = 2 << 20


def comment_of(recipe: str) -> str:
    """The line for a recipe (JSON)."""
    # two dashes may not stand in a comment; within JSON they stand in strings alone
    return f"<!-- artstudio-recipe: {written(recipe).replace('--', '-' + _DASH)} -->"


def split_recipe(text: str) -> tuple[str, str | None]:
    """A file's text and the recipe it carries, if it does."""
    tail = text[-_MOST:]
    found = _RECIPE.search(tail)
    if found is None:
        return text, None
    return text[: len(text) - len(tail) + found.start()], found[1]
