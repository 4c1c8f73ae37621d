"""Out of the library again: into the project, as an input, or made once more."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from artstudio.documents.film import Footage
from artstudio.media.footage_store import keep_footage
from artstudio.sdk import BadFile, BadModel, InvalidValue, ManifestError
from artstudio.studio.generate import Candidate, Generation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from artstudio.library.entry import Details
    from artstudio.sdk.schema import ActionSchema
    from artstudio.studio.studio import Studio

VARIATIONS: Final = 4
_STRAY: Final = 0.12
"""How far a variation moves a slider: the standard deviation, as a share of its range."""
_SEEDS: Final = 1_000_000
_BLOCK_NBYTES: Final = 1 << 20


def remade(studio: Studio, details: Details) -> Generation:
    """What made an entry, to be run again. Reads its inputs: not for the window's thread.

    Raises:
        StudioError: the plugin, its model or an input is not here any more; the sentence says which.
    """
    recipe = details.recipe
    try:
        found = studio.host.found(recipe.plugin)
    except ManifestError as error:
        raise InvalidValue(
            "the plugin {plugin} that made this is not here: install it to make it again",
            plugin=recipe.plugin,
        ) from error
    model = None
    if recipe.model:
        models = studio.shelf.models(found)
        model = next((one for one in models if recipe.model in (one.name, one.folder.name)), None)
        if model is None:
            raise BadModel(
                "the model {model} that made this is not here: use its settings with another",
                model=recipe.model,
            )
    folder = None if model is None else model.folder
    inputs = studio.library.inputs(details)
    return Generation(recipe.plugin, recipe.action, inputs, recipe.params, recipe.seed, folder)


def reseeded(generation: Generation) -> Generation:
    """The same with another seed."""
    seed = random.randrange(_SEEDS - 1)
    return replace(generation, seed=seed if seed < generation.seed else seed + 1)


def varied(generation: Generation, schema: ActionSchema) -> list[Generation]:
    """`VARIATIONS` that are a little different: the same seed with every slider moved somewhat.

    Where an action has no slider, other seeds.
    """
    sliders = {
        name: (float(value), low, high)
        for name, (low, high) in _ranges(schema.params).items()
        if isinstance(value := generation.params.get(name), int | float) and not isinstance(value, bool)
    }
    if not sliders:
        return [reseeded(generation) for _ in range(VARIATIONS)]
    made = []
    for _ in range(VARIATIONS):
        moved = {
            name: round(min(max(random.gauss(value, _STRAY * (high - low)), low), high), 3)
            for name, (value, low, high) in sliders.items()
        }
        made.append(replace(generation, params={**generation.params, **moved}))
    return made


def taken_out(studio: Studio, details: Details) -> Candidate:
    """An entry's value, to be kept in a project; a film is put into the store of footage for that.

    Raises:
        BadFile: it is missing or damaged, or the disk is full.
    """
    value = studio.library.value(details)
    if isinstance(value, Footage):
        size = value.path.stat().st_size
        path = keep_footage(studio.folders.footage, value.name, size, _blocks(value.path))
        value = replace(value, path=path)
    return Candidate(value, details.recipe, details.entry.title)


def _ranges(params: Mapping[str, Any]) -> dict[str, tuple[float, float]]:
    """The bounds of what is set on a slider: numbers that need not be whole."""
    return {
        name: (float(one["minimum"]), float(one["maximum"]))
        for name, one in params.get("properties", {}).items()
        if one.get("type") == "number" and "minimum" in one and "maximum" in one
    }


def _blocks(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK_NBYTES):
                yield block
    except OSError as error:
        raise BadFile("this film is no longer on the disk: make it again") from error
