from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from artstudio.sdk.errors import BadFile, InvalidValue
from artstudio.studio.presets import Preset, Presets, fitting

SCHEMA: dict[str, Any] = {
    "$defs": {"Way": {"enum": ["up", "down"], "type": "string"}},
    "properties": {
        "radius": {"type": "number", "minimum": 0, "maximum": 50, "title": "Radius"},
        "count": {"type": "integer", "minimum": 1, "title": "Count"},
        "way": {"$ref": "#/$defs/Way"},
        "kind": {"enum": [1, 2], "type": "integer"},
        "on": {"type": "boolean"},
        "words": {"anyOf": [{"type": "string"}, {"type": "null"}]},
    },
}
MIST = Preset("soft", "blur", "Mist")


@pytest.fixture
def presets(tmp_path: Path) -> Presets:
    return Presets(tmp_path / "presets")


def test_what_fits_is_taken_and_the_rest_told_by_its_title() -> None:
    good = {"radius": 3, "count": 2, "way": "up", "kind": 1, "on": True, "words": None}
    assert fitting(SCHEMA, good) == (good, [])
    bad = {"radius": 51, "count": 1.5, "way": "left", "kind": True, "on": 1, "words": [], "gone": 0}
    taken, refused = fitting(SCHEMA, bad)
    assert taken == {}
    assert len(refused) == len(bad)
    assert refused[0] == "Radius is left out: 51 is not among what it can be"
    assert refused[-1] == "gone is left out: there is no such parameter any more"


def test_a_stranger_chooses_no_file_that_a_plugin_may_read() -> None:
    schema = {"properties": {"style": {"type": "string", "format": "file", "title": "Style"}}}
    taken, (refused,) = fitting(schema, {"style": "/somewhere/secret"})
    assert taken == {}
    assert refused == "Style is left out: choose the file yourself"
    assert fitting(schema, {"style": ""}) == ({}, [])


def test_saved_listed_by_action_and_read_again(presets: Presets) -> None:
    presets.save(MIST, {"radius": 3.5})
    presets.save(Preset("soft", "sharpen", "Edge"), {})
    assert presets.of("soft", "blur") == [MIST]
    assert [one.name for one in presets.of("soft")] == ["Mist", "Edge"]
    assert presets.of("other") == []
    assert presets.params(MIST) == {"radius": 3.5}


@pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden", "con", "NUL.x", "end.", "x" * 65])
def test_a_name_that_is_no_file_name_everywhere_is_refused(presets: Presets, name: str) -> None:
    with pytest.raises(InvalidValue):
        presets.save(Preset("soft", "blur", name), {})


def test_renaming_never_writes_over_another(presets: Presets) -> None:
    fog = Preset("soft", "blur", "Fog")
    presets.save(MIST, {"radius": 1})
    presets.save(fog, {"radius": 2})
    with pytest.raises(InvalidValue, match="already a preset called Fog"):
        presets.rename(MIST, "Fog")
    assert (presets.params(MIST), presets.params(fog)) == ({"radius": 1}, {"radius": 2})
    presets.rename(MIST, "Haze")
    assert [one.name for one in presets.of("soft")] == ["Fog", "Haze"]


def test_one_that_is_brought_in_takes_a_free_name(presets: Presets, tmp_path: Path) -> None:
    presets.save(MIST, {"radius": 1})
    presets.export(MIST, tmp_path / "shared.json")
    assert presets.bring_in(tmp_path / "shared.json") == Preset("soft", "blur", "Mist 2")
    assert presets.params(MIST) == {"radius": 1}


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{", "[" * 100_000, '{"artstudio_preset": 2}',
        '{"artstudio_preset": 1, "plugin": "../../x", "action": "a", "name": "n", "params": {}}',
        '{"artstudio_preset": 1, "plugin": "x", "action": "../a", "name": "n", "params": {}}',
        '{"artstudio_preset": 1, "plugin": "x", "action": "a", "name": "n", "params": {"r": NaN}}',
    ],
)  # fmt: skip
def test_strangers_files_that_are_no_presets_are_refused_in_a_sentence(
    presets: Presets, tmp_path: Path, text: str
) -> None:
    (tmp_path / "odd.json").write_text(text)
    with pytest.raises(BadFile, match=r"odd\.json"):
        presets.bring_in(tmp_path / "odd.json")
    assert presets.of("x") == []
