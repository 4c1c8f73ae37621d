from __future__ import annotations

import errno
import json
import os
import threading
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from artstudio.documents.sheet import Sheet
from artstudio.documents.writing import Passage
from artstudio.media.midi import score_from_bytes
from artstudio.project import durable, png
from artstudio.project.archive import content_id, save_project, versions
from artstudio.project.container import Pieces
from artstudio.project.ora import Merged
from artstudio.sdk import BadFile, Image, Tempo
from tests.unit.project.builders import merged_of, noise, opened, with_layer
from tests.unit.project.conftest import Save


def test_a_project_comes_back_exactly_as_it_was(sheet: Sheet, save: Save) -> None:
    assert opened(save(sheet)) == sheet


def test_the_same_sheet_gives_the_same_bytes(sheet: Sheet, save: Save) -> None:
    first = save(sheet, "one.artstudio").read_bytes()
    again = save(opened(save(sheet, "two.artstudio")), "three.artstudio").read_bytes()
    assert first == again


def test_the_file_is_an_openraster_file(sheet: Sheet, save: Save) -> None:
    path = save(sheet)
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, first.header_offset) == (
            "mimetype",
            zipfile.ZIP_STORED,
            0,
        )
        assert archive.read("mimetype") == b"image/openraster"
        stack = archive.read("stack.xml").decode()
        order = [
            stack.index(f"data/{name}.png")
            for name in ("layer003", "layer002", "layer001", "layer000", "background")
        ]
        assert order == sorted(order), "layers stand top first"
        assert 'composite-op="svg:multiply"' in stack
        with archive.open("mergedimage.png") as member, PIL.Image.open(member) as picture:
            assert picture.size == (200, 130)
        with archive.open("Thumbnails/thumbnail.png") as member, PIL.Image.open(member) as picture:
            assert max(picture.size) <= 256
        with archive.open("data/layer002.png") as member, PIL.Image.open(member) as picture:
            assert picture.size == (70, 20), "only what is painted is stored"
            assert np.array_equal(np.asarray(picture), noise(70, 20).to_image().pixels)


def test_a_thumbnail_of_a_large_picture_has_256_pixels() -> None:
    png = Merged(Image(np.zeros((300, 600, 4), np.uint8))).thumbnail
    assert int.from_bytes(png[16:20]) == 256
    assert int.from_bytes(png[20:24]) == 128


def test_music_and_writing_can_be_read_by_other_programs(sheet: Sheet, save: Save) -> None:
    music = replace(sheet.music, tempos=(Tempo(0, 500_001),))
    quick = replace(sheet, music=music, passages=sheet.passages[:2])
    with zipfile.ZipFile(save(quick)) as archive:
        score = score_from_bytes(archive.read("score.mid"))
        text = archive.read("text.md").decode()
    assert score.note_count == 4
    assert score.metres == sheet.music.metres
    assert text == '# Ein Titel\n\nZeile\n\n"𝄞"\t\\ \n\n# \n\n\n'


def test_a_score_that_midi_cannot_hold_is_saved_all_the_same(sheet: Sheet, save: Save) -> None:
    path = save(sheet)
    with zipfile.ZipFile(path) as archive:
        assert "score.mid" not in archive.namelist()
    assert opened(path).music == sheet.music


def test_half_a_surrogate_pair_does_not_keep_the_rest_from_being_saved(save: Save) -> None:
    sheet = replace(Sheet.blank(8, 8), passages=(Passage.plain("p1", "\ud83d", "a\udc00b"),))
    assert opened(save(sheet)).passage("p1").text == "a?b"


def test_unchanged_layers_and_pictures_are_not_packed_again(
    sheet: Sheet, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def merged() -> Image:
        asked.append("merged")
        return merged_of(sheet)

    real = png.encoded

    def counted(width: int, height: int, strips: Iterable[png.Strip]) -> Pieces:
        asked.append("png")
        return real(width, height, strips)

    monkeypatch.setattr(png, "encoded", counted)
    path = save(sheet, "first.artstudio")
    asked.clear()
    written = replace(sheet, passages=())
    save_project(written, path, merged)
    assert [one for one in asked if one == "merged"] == []
    assert asked.count("png") == 1, "only the background's"
    assert opened(path) == written

    painted = with_layer(sheet, replace(sheet.layer("l1"), pixels=noise(200, 130, 9)))
    asked.clear()
    save_project(painted, path, merged)
    assert asked.count("merged") == 1
    assert opened(path) == painted


def passages(number: int) -> Sheet:
    return replace(Sheet.blank(8, 8), passages=(Passage.plain("p1", "", f"version {number}"),))


def test_the_last_three_versions_are_kept(save: Save) -> None:
    path = save(passages(0))
    for number in range(1, 6):
        save(passages(number))
    texts = [opened(version).passage("p1").text for version in versions(path)]
    assert texts == ["version 4", "version 3", "version 2"]
    assert opened(path).passage("p1").text == "version 5"


def test_saving_twice_without_a_change_costs_no_version(save: Save) -> None:
    save(passages(1))
    path = save(passages(2))
    before = content_id(path)
    for _ in range(4):
        save(passages(2))
    assert [opened(version).passage("p1").text for version in versions(path)] == ["version 1"]
    assert content_id(path) == before


def test_versions_are_kept_where_files_cannot_have_two_names(
    save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    save(passages(1))
    path = save(passages(2))
    assert [opened(version).passage("p1").text for version in versions(path)] == ["version 1"]


def test_a_link_to_a_project_stays_a_link(save: Save, tmp_path: Path) -> None:
    path = save(passages(1))
    link = tmp_path / "link.artstudio"
    link.symlink_to(path)
    save(passages(2), "link.artstudio")
    assert link.is_symlink()
    assert opened(path).passage("p1").text == "version 2"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "work.artstudio was not saved because the disk is full: free some space"),
        (errno.EROFS, "is read-only: save to another folder"),
        (errno.EACCES, "is read-only: save to another folder"),
        (errno.EIO, "was not saved (Input/output error): save to another folder"),
    ],
)
def test_a_disk_that_refuses_costs_nothing_but_the_save(
    save: Save, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    path = save(passages(1))
    before, folder = path.read_bytes(), sorted(path.parent.iterdir())

    def refuse(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(BadFile) as raised:
        save(passages(2))
    assert sentence in str(raised.value)
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == folder


def test_a_disk_that_fills_up_while_writing_costs_nothing_but_the_save(tmp_path: Path) -> None:
    path = tmp_path / "work.artstudio"
    path.write_bytes(b"old")

    def write(file: object) -> None:
        file.write(b"half of ")  # type: ignore[attr-defined]
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(BadFile, match="disk is full"):
        durable.replace_file(path, write, keep=3)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("work.artstudio", b"old")]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="not saved"):
        save_project(passages(1), tmp_path / "none" / "work.artstudio", lambda: merged_of(passages(1)))


def test_saves_from_two_threads_do_not_mix(sheet: Sheet, save: Save) -> None:
    threads = [threading.Thread(target=save, args=(passages(number),)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    path = save(sheet)
    assert opened(path) == sheet
    assert len(versions(path)) == 3


def test_project_json_holds_no_path_and_no_time(sheet: Sheet, save: Save, tmp_path: Path) -> None:
    with zipfile.ZipFile(save(sheet)) as archive:
        text = archive.read("project.json").decode()
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert str(tmp_path) not in text
    assert json.loads(text)["format"] == 3
