"""Which plugins made what a project holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artstudio.documents.forks import Fork
    from artstudio.documents.recipe import Recipe
    from artstudio.documents.sheet import Sheet


def plugins_in(sheet: Sheet) -> frozenset[str]:
    """The ids of all plugins that the recipes in a project name."""
    return frozenset(recipe.plugin for recipe in _recipes(sheet) if recipe is not None and recipe.plugin)


def _recipes(sheet: Sheet) -> Iterator[Recipe | None]:
    yield from (layer.recipe for layer in sheet.canvas.layers)
    yield from (track.recipe for track in sheet.music.tracks)
    for passage in sheet.passages:
        yield passage.recipe
        yield from _of_branches(passage.forks)
    yield from (clip.recipe for clip in sheet.film.clips)


def _of_branches(forks: tuple[Fork, ...]) -> Iterator[Recipe | None]:
    for fork in forks:
        for branch in fork.branches:
            yield branch.recipe
            yield from _of_branches(branch.forks)
