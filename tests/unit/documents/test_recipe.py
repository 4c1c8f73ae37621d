from __future__ import annotations

import json

import numpy as np
import pytest

from artstudio.documents.recipe import Recipe, content_hash
from artstudio.sdk import Audio, Image, InvalidValue, Score, Text, TileMap, Track, Video, notes_array

RECIPE = Recipe("rnn-composer", "1.0", "compose", "starter", "ab12", {"b": 2, "a": [1.5, "字"]}, 7, ("cd",))


def test_a_recipe_survives_json_and_has_one_canonical_form() -> None:
    assert Recipe.from_json(RECIPE.to_json()) == RECIPE
    swapped = Recipe(
        "rnn-composer", "1.0", "compose", "starter", "ab12", {"a": [1.5, "字"], "b": 2}, 7, ("cd",)
    )
    assert swapped.canonical() == RECIPE.canonical()


def test_a_recipe_is_not_changed_by_who_made_it() -> None:
    params = {"a": [1]}
    recipe = Recipe("p", "1", "a", params=params)
    params["a"].append(2)
    assert recipe.params == {"a": [1]}


@pytest.mark.parametrize("params", [{"a": object()}, {"a": float("nan")}])
def test_parameters_that_are_not_json_are_refused(params: dict[str, object]) -> None:
    with pytest.raises(InvalidValue, match="plain JSON"):
        Recipe("p", "1", "act", params=params)


def test_a_recipe_from_elsewhere_is_refused_by_name() -> None:
    with pytest.raises(InvalidValue, match="colour"):
        Recipe.from_json({"colour": "red"})


def test_equal_values_have_equal_hashes_and_others_do_not() -> None:
    def values(n: int) -> list[object]:
        return [
            Image(np.full((2, 3, 4), n, np.uint8)),
            Text(str(n)),
            Audio(np.full((9, 1), n, np.float32)),
            Video(np.full((1, 2, 2, 3), n, np.uint8), 25.0),
            TileMap(np.zeros((2, 2), np.int32), (str(n),)),
            Score((Track(notes_array([(n, 1, 60, 90)])),)),
        ]

    hashes = [content_hash(value) for n in (1, 2) for value in values(n)]  # type: ignore[arg-type]
    assert len(set(hashes)) == len(hashes)
    assert [content_hash(value) for value in values(1)] == hashes[:6]  # type: ignore[arg-type]


def test_half_a_character_cannot_keep_a_project_from_being_saved() -> None:
    recipe = Recipe("p", "1", "a\ud800", params={"words": ["\udc00"]})
    assert (recipe.action, recipe.params) == ("a?", {"words": ["?"]})
    assert Recipe.from_json(json.loads(recipe.canonical())) == recipe


@pytest.mark.parametrize("depth", [33, 900, 100_000])
def test_parameters_nested_without_end_are_refused(depth: int) -> None:
    nested: list[object] = []
    for _ in range(depth):
        nested = [nested]
    with pytest.raises(InvalidValue, match="parameters of act are"):
        Recipe("p", "1", "act", params={"a": nested})
    assert Recipe("p", "1", "act", params={"a": [[[{"b": [1]}]]]}).to_json()["params"] == {
        "a": [[[{"b": [1]}]]]
    }
