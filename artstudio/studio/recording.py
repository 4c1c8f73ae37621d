"""Every result goes into the library, as it comes; nothing waits for that."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from artstudio.documents.recipe import Recipe
from artstudio.library.entry import Addition
from artstudio.sdk import StudioError, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from artstudio.documents.film import Footage
    from artstudio.documents.project import Project
    from artstudio.host.models import Model
    from artstudio.sdk import Media
    from artstudio.studio.studio import Studio

log = logging.getLogger(__name__)

TRAINED = "train"
"""What the recipe of a model names as its action."""


@dataclass(frozen=True)
class Origin:
    """The project that something was made in: its name, "" where it has none yet, and its file."""

    name: str = ""
    path: Path | None = None


def origin_of(project: Project) -> Origin:
    """Where results are from that are made while `project` is open."""
    return Origin("" if project.path is None else project.path.stem, project.path)


def record(
    studio: Studio,
    value: Media | Footage,
    title: str,
    recipe: Callable[[], Recipe],
    inputs: Mapping[str, Media | Sequence[Media] | None],
    origin: Origin,
) -> None:
    """Puts a result into the library, unless the artist wants none kept; `recipe` is called there.

    What only says something about the text it was made from is no result.
    """
    explains = isinstance(value, Text) and bool(value.tokens) and value in inputs.values()
    if not studio.settings.library or explains:
        return
    studio.library.add(
        lambda: Addition(title, recipe(), value, inputs, project=origin.name, project_path=origin.path)
    )


def record_model(studio: Studio, model: Model, version: str, params: Mapping[str, Any], seed: int) -> None:
    """Puts a trained model into the library: its card and a sample; the model stays on the shelf."""
    if not studio.settings.library:
        return
    from artstudio.host.models import model_hash

    def addition() -> Addition:
        recipe = Recipe(model.plugin, version, TRAINED, model.name, model_hash(model.folder), params, seed)
        sample = next((one for path in model.samples if (one := _sample(path)) is not None), None)
        return Addition(model.name, recipe, None, folder=model.folder, sample=sample, words=model.card())

    studio.library.add(addition)


def _sample(path: Path) -> Media | None:
    """What a model made, if it can be seen."""
    from artstudio.media import formats  # the window's first paint does without

    try:
        found = formats.read(path)
    except StudioError as error:
        log.info("no sample is shown of %s: %s", path, error)
        return None
    return None if isinstance(found, Text) else found
