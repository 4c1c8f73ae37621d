"""Files of every format can be opened. Files in tests/data/projects are added, never changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from artstudio.documents.film import Film
from artstudio.documents.prose import KINDS, CharStyle, Picture
from artstudio.documents.recipe import content_hash
from artstudio.documents.writing import Passage
from artstudio.media.footage import FootageReader
from artstudio.project import migrations
from artstudio.project.archive import open_project
from artstudio.project.migrations import parsed
from artstudio.project.schema import FORMAT
from artstudio.sdk import BadFile, Video

PATCH_HASH = "a6f826eaa6c63850b332aa7678e7cd716b43ba4fbaeffced29cceb6c790968b2"
FRAME_HASH = "3d35772c8c227df1e6c08fbc67fec13db9aa91b7c44a6bb6fa2685d11e7b789f"
KEPT = Path(__file__).parents[2] / "data" / "projects"


def test_a_file_of_every_format_is_kept() -> None:
    assert {path.name for path in KEPT.glob("*.artstudio")} >= {
        f"format-{n}.artstudio" for n in range(1, FORMAT + 1)
    }


def test_format_1_opens_with_everything_in_it(tmp_path: Path) -> None:
    sheet = open_project(KEPT / "format-1.artstudio", tmp_path)
    assert sheet.film == Film()
    assert (sheet.canvas.width_px, sheet.canvas.height_px, sheet.canvas.background) == (200, 130, 0xFF445566)
    paper, ink, patch, empty = sheet.canvas.layers
    assert [layer.id for layer in sheet.canvas.layers] == ["l1", "l3", "l2", "l4"]
    assert (paper.name, paper.pixels.bounds()) == ("Paper 纸", (0, 0, 64, 64))
    assert (ink.visible, ink.opacity, ink.mode, ink.locked, ink.alpha_locked, ink.rough) == (
        False,
        0.3,
        "multiply",
        True,
        True,
        True,
    )
    assert ink.recipe is not None
    assert (ink.recipe.plugin, ink.recipe.seed, ink.recipe.params["名"]) == ("gan-painter", 7, [1, None])
    assert content_hash(patch.pixels.to_image()) == PATCH_HASH
    assert empty.pixels.bounds() is None
    conductor, flute, drums = sheet.music.tracks
    assert conductor.track.conductor
    assert conductor.track.events == ((0, b"\xff\x02\x02hi"), (9, b"\xff\x06\x00"))
    assert (flute.mute, flute.track.name, flute.track.program, flute.track.volume, flute.track.pan) == (
        True,
        "Flöte",
        73,
        99,
        12,
    )
    assert flute.track.notes["length"].tolist() == [500, 50, 5, 1]
    assert (drums.solo, drums.track.channel, len(drums.track.notes)) == (True, 9, 0)
    assert sheet.music.ticks_per_quarter == 96
    assert [(metre.numerator, metre.denominator) for metre in sheet.music.metres] == [(7, 8)]
    assert sheet.passage("p2").text == 'Zeile\n\n"𝄞"\t\\ '
    assert sheet.fresh_id("track") == "t6"


def test_format_2_opens_with_its_film(tmp_path: Path) -> None:
    sheet = open_project(KEPT / "format-2.artstudio", tmp_path)
    assert [layer.id for layer in sheet.canvas.layers] == ["l1", "l3", "l2", "l4", "l6"]
    assert (sheet.layer("l4").parent, sheet.layer("l6").group, sheet.layer("l6").mode) == (
        "l6",
        True,
        "screen",
    )
    early, second, again = sheet.film.clips
    assert [(one.id, one.start, one.length, one.skipped_s) for one in sheet.film.clips] == [
        ("c3", 2, 2, 0.04),
        ("c1", 4, 100, 0.0),
        ("c2", 104, 1, 0.0),
    ]
    assert (early.name, sheet.film.fps) == ("Früh \u0007", 12.5)
    assert early.recipe is not None
    assert early.recipe.seed == 7
    assert again.footage == early.footage != second.footage
    made = early.footage
    assert (made.frames, made.fps, made.width_px, made.height_px) == (3, 25.0, 16, 12)
    with FootageReader(made) as reader:
        assert content_hash(Video(reader.frame(2)[None])) == FRAME_HASH


def test_a_file_of_before_there_was_rich_text_opens_as_plain_text(tmp_path: Path) -> None:
    first, _ = open_project(KEPT / "format-2.artstudio", tmp_path).passages
    assert first == Passage.plain("p2", "Ein Titel", 'Zeile\n\n"𝄞"\t\\ ', first.recipe)
    assert first.recipe is not None


def test_format_3_opens_with_its_rich_text(tmp_path: Path) -> None:
    passage = open_project(KEPT / "format-3.artstudio", tmp_path).passage("p7")
    prose = passage.prose
    assert passage.text == "\n".join(["ab\ufffc\ufffc"] * 13)
    assert prose.chars.at(0) == CharStyle(True, True, True, True, True, "https://example.org/ü")
    assert prose.chars.at(1) == CharStyle(picture=Picture(b"\x89PNG one", 4, 3, "Katze 猫"))
    assert prose.chars.at(2) == CharStyle(picture=Picture(b"\x89PNG two", 1, 2))
    styles = [prose.paragraphs.at(i) for i in range(13)]
    assert [style.kind for style in styles] == list(KINDS)
    assert (styles[8].level, styles[3].align) == (8, "justify")
    assert [prose.origins.at(i) for i in (0, 5, 10)] == ["typed", "generated", "edited"]
    outer, empty = passage.forks
    assert (outer.id, outer.start, outer.end, outer.shown) == ("f1", 2, 6, 1)
    assert [branch.pinned for branch in outer.branches] == [True, False, False]
    assert outer.branches[0].prose == prose.part(0, 12)
    assert [(fork.id, fork.start, fork.end) for fork in outer.inner] == [("f2", 1, 2)]
    assert [fork.id for fork in outer.branches[0].forks] == ["f3"]
    assert outer.branches[0].recipe is not None
    assert (empty.start, empty.end, empty.branches[0].prose.text) == (6, 6, "字")


def test_older_files_are_brought_forward_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """With two made-up formats ahead of the present one."""
    plain: dict[str, Any] = {
        "format": FORMAT,
        "canvas": {"width_px": 8, "height_px": 9, "background": None, "layers": []},
        "music": {"ticks_per_quarter": 480, "tempos": [], "metres": [], "keys": [], "tracks": []},
        "passages": [],
        "film": {"fps": 24.0, "clips": []},
    }
    oldest = {**plain, "canvas": {"size": [8, 9]}}

    def first_step(old: dict[str, Any]) -> dict[str, Any]:
        width, height = old["canvas"]["size"]
        return {**old, "format": FORMAT + 1, "canvas": {"width_px": width, "height_px": height}}

    def second_step(old: dict[str, Any]) -> dict[str, Any]:
        # the present `format` again only because the schema of this test's world is the present one
        return {**old, "format": FORMAT, "canvas": {**old["canvas"], "background": None, "layers": []}}

    monkeypatch.setattr(migrations, "FORMAT", FORMAT + 2)
    monkeypatch.setattr(migrations, "STEPS", {FORMAT: first_step, FORMAT + 1: second_step})
    part = parsed(json.dumps(oldest).encode(), "old.artstudio")
    assert (part.canvas.width_px, part.canvas.height_px) == (8, 9)
    with pytest.raises(BadFile, match=rf"format {FORMAT + 3}; this one reads {FORMAT + 2}"):
        parsed(json.dumps({**plain, "format": FORMAT + 3}).encode(), "new.artstudio")
