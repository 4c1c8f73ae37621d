"""Recipes in files: which one a file carries, and the one that a file brings along."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import Field, StringConstraints, ValidationError, field_validator

from artstudio.documents.forks import shown_forks
from artstudio.documents.recipe import Recipe
from artstudio.media import formats
from artstudio.project.parts import RecipePart
from artstudio.sdk import InvalidValue, StudioError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from artstudio.documents.canvas import Canvas, Layer
    from artstudio.documents.film import Film
    from artstudio.documents.music import MusicTrack
    from artstudio.documents.writing import Passage

log = logging.getLogger(__name__)

MOST_NBYTES: Final = 65_000
"""Of a recipe in a file: what the Exif of a JPEG has room for, the least of all formats."""
_MOST_CHARACTERS: Final = 1 << 20
_MOST_PARENTS: Final = 10_000
_Name = Annotated[str, StringConstraints(max_length=200)]
_Word = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class _Foreign(RecipePart):
    """A recipe out of a file, whose names are going to be shown: short, and of signs that can be seen."""

    plugin: _Word
    version: _Word
    action: _Word
    model: _Name
    model_hash: _Name
    parents: Annotated[list[_Name], Field(max_length=_MOST_PARENTS)]

    @field_validator("plugin", "version", "action", "model", "model_hash")
    @classmethod
    def _printable(cls, name: str) -> str:
        if not name.isprintable():
            raise ValueError("there is a sign in it that cannot be seen")
        return name


def carried(recipe: Recipe | None) -> str | None:
    """The JSON that goes along in a file; None for a recipe of more than `MOST_NBYTES`, as for none."""
    data = b"" if recipe is None else recipe.canonical()
    return data.decode() if 0 < len(data) <= MOST_NBYTES else None


def left_out(recipe: Recipe | None, name: str) -> StudioError | None:
    """What to say where a recipe is too much for the file `name`; None where it is not."""
    if recipe is None or carried(recipe) is not None:
        return None
    return InvalidValue(
        "{name} is written without its recipe, which takes {n} kB, more than the {most} kB that go along",
        name=name, n=-(-len(recipe.canonical()) // 1000), most=MOST_NBYTES // 1000,
    )  # fmt: skip


def recipe_in(path: Path) -> Recipe | None:
    """The recipe that a file carries; None where there is none, or one that makes no sense."""
    try:
        return parsed_recipe(formats.read_recipe(path))
    except StudioError as error:
        log.info("no recipe is read from %s: %s", path, error)
        return None


def parsed_recipe(text: str | None) -> Recipe | None:
    """A recipe from its JSON; None if that is none, for it may come from anywhere."""
    if text is None or len(text) > _MOST_CHARACTERS:
        return None
    try:
        return Recipe.from_json(_Foreign.model_validate(json.loads(text)).model_dump())
    except (ValueError, ValidationError, RecursionError, StudioError) as error:
        log.info("this is no recipe: %s", error)
        return None


def exported_recipe(canvas: Canvas) -> Recipe | None:
    """What the picture of all layers is said to be made by.

    The recipe of the only layer seen that has one, or else of the topmost layer seen; and only of one whose
    paint reaches over the whole canvas. A picture of many hands has none.
    """
    seen = list(_seen(canvas))
    made = [layer for layer in seen if layer.recipe is not None]
    layer = made[0] if len(made) == 1 else seen[0] if seen else None
    if layer is None or layer.pixels.bounds() != (0, 0, canvas.width_px, canvas.height_px):
        return None
    return layer.recipe


def recipe_of_tracks(tracks: Iterable[MusicTrack]) -> Recipe | None:
    """What music is said to be made by: the recipe of its tracks with notes, if there is just one."""
    return _only(track.recipe for track in tracks if len(track.track.notes))


def recipe_of_texts(passages: Iterable[Passage]) -> Recipe | None:
    """What text is said to be made by: the recipe of it or of a branch that shows, if there is just one."""
    return _only(recipe for passage in passages for recipe in _of_text(passage))


def recipe_of_film(film: Film) -> Recipe | None:
    """The recipe of all clips, if they have the same: a film of many hands has none."""
    found = {None if clip.recipe is None else clip.recipe.canonical() for clip in film.clips}
    return film.clips[0].recipe if len(found) == 1 else None


def _only(recipes: Iterable[Recipe | None]) -> Recipe | None:
    found = {recipe.canonical(): recipe for recipe in recipes if recipe is not None}
    return next(iter(found.values())) if len(found) == 1 else None


def _of_text(passage: Passage) -> Iterator[Recipe | None]:
    yield passage.recipe
    for fork in shown_forks(passage.forks):
        yield fork.branches[fork.shown].recipe


def _seen(canvas: Canvas) -> Iterator[Layer]:
    """The painted layers that an export shows, top first."""
    shown: dict[str | None, bool] = {None: True}  # of groups, which stand above what they hold
    for layer in reversed(canvas.layers):
        visible = layer.visible and not layer.rough and layer.opacity > 0 and shown.get(layer.parent, True)
        shown[layer.id] = visible
        if visible and not layer.group and layer.pixels.bounds() is not None:
            yield layer
