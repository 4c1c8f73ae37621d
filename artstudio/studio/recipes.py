"""Recipes in files: which one an exported picture carries, and the one that a file brings along."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from artstudio.documents.recipe import Recipe
from artstudio.media import formats
from artstudio.project.parts import RecipePart
from artstudio.sdk import StudioError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artstudio.documents.canvas import Canvas, Layer

log = logging.getLogger(__name__)

_MOST_CHARACTERS: Final = 1 << 20


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
        return Recipe.from_json(RecipePart.model_validate(json.loads(text)).model_dump())
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


def _seen(canvas: Canvas) -> Iterator[Layer]:
    """The painted layers that an export shows, top first."""
    shown: dict[str | None, bool] = {None: True}  # of groups, which stand above what they hold
    for layer in reversed(canvas.layers):
        visible = layer.visible and not layer.rough and layer.opacity > 0 and shown.get(layer.parent, True)
        shown[layer.id] = visible
        if visible and not layer.group and layer.pixels.bounds() is not None:
            yield layer
