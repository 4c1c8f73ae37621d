"""What several parts of `project.json` are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from artstudio.documents.recipe import Recipe

if TYPE_CHECKING:
    from collections.abc import Mapping


class Part(BaseModel):
    """A piece of the description, in which nothing unknown may stand."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class RecipePart(Part):
    """As `documents.recipe.Recipe`."""

    plugin: str
    version: str
    action: str
    model: str
    model_hash: str
    params: dict[str, Any]
    seed: int
    parents: list[str]


def clean(text: str) -> str:
    """Text that every file can hold: half a surrogate pair, as editors can leave behind, becomes "?"."""
    return text.encode("utf-8", "replace").decode()


def described_recipe(recipe: Recipe | None) -> Mapping[str, Any] | None:
    """A recipe as plain JSON."""
    return None if recipe is None else recipe.to_json()


def recipe_of(part: RecipePart | None) -> Recipe | None:
    """The reverse of `described_recipe`."""
    return None if part is None else Recipe.from_json(dict(part))
