"""Wrong parameters are answered with one sentence that names the first of them."""

from __future__ import annotations

from typing import Any, Literal

import pytest

from artstudio.sdk import InvalidValue, Params, field, parse_params


class Blur(Params):
    radius: float = field(4.0, ge=0, le=100, step=0.5, unit="px", title="Radius", help="How far")
    rounds: int = field(1, ge=1, title="Rounds", advanced=True)
    shape: Literal["round", "square"] = field("round", title="Shape")


def test_defaults_and_given_values() -> None:
    assert parse_params(Blur, {}) == Blur()
    assert parse_params(Blur, {"radius": 2, "shape": "square"}).radius == 2.0


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"radius": 101}, "radius = 101: input should be less than or equal to 100"),
        ({"radius": "wide"}, "radius = wide: input should be a valid number"),
        ({"rounds": 1.5}, "rounds = 1.5: input should be a valid integer"),
        ({"shape": "oval"}, "shape = oval: input should be 'round' or 'square'"),
        ({"radios": 1}, "there is no parameter radios; known are radius, rounds, shape"),
    ],
)
def test_one_sentence_says_what_is_wrong(values: dict[str, Any], sentence: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        parse_params(Blur, values)
    assert str(refused.value).startswith(sentence)


def test_values_with_braces_in_them_do_not_upset_the_sentence() -> None:
    with pytest.raises(InvalidValue, match=r"radius = \{x\}"):
        parse_params(Blur, {"radius": "{x}"})


def test_the_schema_holds_what_the_panel_draws() -> None:
    radius = Blur.model_json_schema()["properties"]["radius"]
    assert radius == {
        "title": "Radius",
        "description": "How far",
        "type": "number",
        "default": 4.0,
        "minimum": 0,
        "maximum": 100,
        "step": 0.5,
        "unit": "px",
    }
    assert Blur.model_json_schema()["properties"]["rounds"]["advanced"] is True
