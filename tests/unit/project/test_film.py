"""A film is saved with its footage, opened whole and recovered; nothing that is needed is swept away."""

from __future__ import annotations

import json
import os
import time
import tracemalloc
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from artstudio.base.lock import claim
from artstudio.documents.film import Clip, Film, Footage
from artstudio.documents.sheet import Sheet
from artstudio.documents.writing import Passage
from artstudio.media import footage_store
from artstudio.media.footage import FootageReader, hashed
from artstudio.project.archive import open_project
from artstudio.project.footage import sweep_unneeded
from artstudio.project.frames import COMMIT, HEADER, Frame, write_frame
from artstudio.project.journal import Journal
from artstudio.project.prose_frames import TEXT
from artstudio.project.recovery import recoverable
from artstudio.project.schema import described
from artstudio.sdk import BadFile
from tests.unit.project.builders import footage, opened
from tests.unit.project.conftest import Save

DAY_S = 24 * 60 * 60


def filmed(*clips: Clip) -> Sheet:
    return replace(Sheet.blank(8, 8), film=Film(clips))


def clip(made: Footage, start: int = 0) -> Clip:
    return Clip(f"c{start + 1}", f"Clip {start}", made, start, 3)


def pictures(made: Footage) -> list[np.ndarray]:
    with FootageReader(made) as reader:
        return [reader.frame(number) for number in range(made.frames)]


def long_ago(path: Path) -> None:
    past = time.time() - DAY_S - 60
    os.utime(path, (past, past))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "footage"


def test_a_film_opens_on_a_machine_that_never_saw_it(sheet: Sheet, save: Save, tmp_path: Path) -> None:
    path, elsewhere = save(sheet), tmp_path / "elsewhere"
    found = open_project(path, elsewhere)
    assert found == sheet
    assert [one.footage.path.parent for one in found.film.clips] == [elsewhere] * 3
    for mine, theirs in zip(sheet.film.clips, found.film.clips, strict=True):
        assert np.array_equal(pictures(mine.footage), pictures(theirs.footage))
    assert len(list(elsewhere.iterdir())) == 2


def test_the_same_film_is_the_same_file_wherever_its_footage_lies(
    sheet: Sheet, save: Save, tmp_path: Path
) -> None:
    first = save(sheet, "one.artstudio")
    again = save(open_project(first, tmp_path / "elsewhere"), "two.artstudio")
    assert first.read_bytes() == again.read_bytes()
    with zipfile.ZipFile(first) as archive:
        members = [info for info in archive.infolist() if info.filename.startswith("film/")]
    assert len(members) == 2
    assert all(info.compress_type == zipfile.ZIP_STORED for info in members)


def test_footage_that_is_there_is_used_and_half_a_file_is_replaced(save: Save, store: Path) -> None:
    made = footage(store)
    path = save(filmed(clip(made)))
    long_ago(made.path)
    before = made.path.stat().st_ino
    opened(path)
    assert made.path.stat().st_ino == before
    assert time.time() - made.path.stat().st_mtime < DAY_S, "it is wanted again"
    made.path.write_bytes(made.path.read_bytes()[:100])
    assert len(pictures(opened(path).film.clips[0].footage)) == 3


def test_footage_of_any_length_passes_in_blocks(save: Save, store: Path) -> None:
    data = np.random.default_rng(0).bytes(24 << 20)  # what is in it is of no concern here
    store.mkdir()
    (store / "long").write_bytes(data)
    name = hashed(store / "long")
    path = (store / "long").rename(store / f"{name}.mkv")
    sheet = filmed(clip(Footage(name, path, 3, 24.0, 8, 8)))
    tracemalloc.start()
    saved = save(sheet)
    found = open_project(saved, store / "other")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 << 20
    assert found.film.clips[0].footage.path.read_bytes() == data


@pytest.mark.parametrize("damage", ["gone", "changed"])
def test_lost_footage_is_named_before_it_replaces_a_good_save(
    save: Save, store: Path, tmp_path: Path, damage: str
) -> None:
    made = footage(store)
    path = save(filmed(clip(made)))
    good = path.read_bytes()
    if damage == "gone":
        made.path.unlink()
    else:
        made.path.write_bytes(made.path.read_bytes()[::-1])
    with pytest.raises(BadFile, match="the pictures of the clip Clip 5 are gone"):
        save(filmed(clip(made, 5)))
    assert path.read_bytes() == good
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".part"] == []


def test_work_on_a_film_is_recovered(save: Save, store: Path, tmp_path: Path) -> None:
    made = footage(store)
    path = save(filmed(clip(made)))
    base = opened(path)
    journal = Journal(tmp_path / "j", base, path)
    later = replace(base, film=Film((clip(made), clip(footage(store, 5), 10))))
    journal.record(later)
    assert journal.flush()
    journal.close(clean=False)
    (found,) = recoverable(tmp_path / "j")
    loaded = found.load(store)
    assert (loaded.sheet, loaded.notice) == (later, None)
    found.discard()


def test_a_clip_whose_footage_is_gone_is_left_out_and_said(store: Path, tmp_path: Path) -> None:
    kept, gone = footage(store), footage(store, 5)
    journal = Journal(tmp_path / "j", Sheet.blank(8, 8))
    journal.record(filmed(clip(kept), clip(gone, 10)))
    assert journal.flush()
    journal.close(clean=False)
    gone.path.unlink()
    (found,) = recoverable(tmp_path / "j")
    loaded = found.load(store)
    assert loaded.sheet.film == Film((clip(kept),))
    assert "but these clips, whose pictures are gone: Clip 10" in str(loaded.notice)
    found.discard()


def test_work_that_an_older_artstudio_left_is_recovered(tmp_path: Path) -> None:
    written = replace(Sheet.blank(8, 8), passages=(Passage.plain("p1", "Title", "Es war 字\n"),))
    plain = described(written)
    title = {"id": "p1", "title": "Title", "text": "", "recipe": None}
    older = {name: value for name, value in plain.items() if name != "film"}
    older |= {"format": 1, "passages": [title]}
    with (tmp_path / "work-1.journal").open("wb") as file:
        header = {"format": 1, "base": None, "content": ""}
        write_frame(file, Frame(HEADER, "", json.dumps(header).encode()))
        write_frame(file, Frame(TEXT, "p1", "Es war 字\n".encode()))
        write_frame(file, Frame(COMMIT, "", json.dumps(older).encode()))
    (found,) = recoverable(tmp_path)
    assert found.load(tmp_path).sheet == written
    found.leave()


def test_the_base_brings_its_footage_back(save: Save, store: Path, tmp_path: Path) -> None:
    made = footage(store)
    path = save(filmed(clip(made)))
    base = opened(path)
    journal = Journal(tmp_path / "j", base, path)
    later = replace(base, film=Film((clip(made, 7),)))
    journal.record(later)
    journal.close(clean=False)
    made.path.unlink()
    (found,) = recoverable(tmp_path / "j")
    loaded = found.load(store)
    assert (loaded.sheet, loaded.notice) == (later, None)
    found.discard()


def test_only_old_footage_that_no_journal_names_is_swept_away(store: Path, tmp_path: Path) -> None:
    old, fresh, named = (footage(store, seed) for seed in range(3))
    (store / ".footage-x.part").touch()
    journal = Journal(tmp_path / "j", Sheet.blank(8, 8))
    journal.record(filmed(clip(named)))
    journal.close(clean=False)
    for path in (old.path, named.path, store / ".footage-x.part"):
        long_ago(path)
    sweep_unneeded(store, tmp_path / "j")
    assert sorted(store.iterdir()) == sorted([fresh.path, named.path])
    (tmp_path / "j" / "work-1.journal").unlink()
    sweep_unneeded(store, tmp_path / "j")
    assert list(store.iterdir()) == [fresh.path]


def test_a_journal_that_cannot_be_read_keeps_everything(store: Path, tmp_path: Path) -> None:
    made = footage(store)
    long_ago(made.path)
    (tmp_path / "j" / "work-1.journal").mkdir(parents=True)
    with pytest.raises(OSError, match="directory"):
        sweep_unneeded(store, tmp_path / "j")
    assert made.path.exists()


def test_what_is_asked_for_while_others_are_swept_stays(store: Path) -> None:
    made = footage(store)
    long_ago(made.path)

    def ask() -> set[str]:
        assert footage_store.find_footage(store, made.name) == made.path
        return set()

    footage_store.sweep(store, ask)
    assert made.path.exists()


def test_a_second_window_knows_of_the_first_and_of_no_dead_one(store: Path) -> None:
    first, alone = claim(store)
    second, also_alone = claim(store)
    assert (alone, also_alone) == (True, False)
    first.release()
    third, still_alone = claim(store)
    assert not still_alone
    second.release()
    third.release()
    (store / ".in-use-7.lock").touch()  # of a window that was killed
    last, now_alone = claim(store)
    assert now_alone
    last.release()
