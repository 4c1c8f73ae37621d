from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from artstudio.documents.sheet import Sheet
from artstudio.documents.writing import Passage
from artstudio.project.journal import Journal
from artstudio.project.recovery import Loaded, Recovered, recoverable
from artstudio.sdk import BadFile, StudioError
from tests.helpers.random_edits import random_edit
from tests.unit.project.builders import opened
from tests.unit.project.conftest import Save


def written(number: int) -> Sheet:
    return replace(Sheet.blank(8, 8), passages=(Passage.plain("p1", "", f"version {number}"),))


def text(loaded: Loaded) -> str:
    return loaded.sheet.passage("p1").text


def only(folder: Path) -> Recovered:
    (found,) = recoverable(folder)
    return found


def load(folder: Path, footage: Path | None = None) -> Loaded:
    """What the next start would get; left there for another look. `footage` None: beside the journals."""
    found = only(folder)
    try:
        return found.load(footage or folder / "footage")
    finally:
        found.leave()


def states(start: Sheet, count: int, seed: int) -> list[Sheet]:
    rng, sheets = random.Random(seed), [start]
    for _ in range(count):
        sheets.append(random_edit(sheets[-1], rng).apply(sheets[-1])[0])
    return sheets


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("based", [False, True])
def test_any_work_comes_back_exactly(
    sheet: Sheet, save: Save, tmp_path: Path, seed: int, based: bool
) -> None:
    path = save(sheet) if based else None
    journal = Journal(tmp_path / "j", sheet, path)
    for state in states(sheet, 40, seed)[1:]:
        journal.record(state)
        assert journal.flush()
    journal.close(clean=False)
    loaded = load(tmp_path / "j", tmp_path / "footage")
    assert loaded.sheet == state
    assert loaded.notice is None


def test_untouched_and_cleanly_ended_work_leaves_nothing(sheet: Sheet, save: Save, tmp_path: Path) -> None:
    path = save(sheet)
    journal = Journal(tmp_path / "j", sheet, path)
    journal.record(sheet)
    assert journal.flush()
    assert not (tmp_path / "j").exists()
    journal.record(written(1))
    assert journal.flush()
    assert sorted(one.name for one in (tmp_path / "j").iterdir()) == ["work-1.journal", "work-1.lock"]
    journal.close(clean=True)
    assert list((tmp_path / "j").iterdir()) == []


def test_recovered_work_is_written_at_once(save: Save, tmp_path: Path) -> None:
    """Whether its file is still what it was before the crash or not: it is not what the work is now."""
    path = save(written(0))
    for file in (None, path, tmp_path / "gone.artstudio"):
        journal = Journal(tmp_path / "j", written(1), file, unsaved=True)
        assert journal.flush()
        journal.close(clean=False)
        found = only(tmp_path / "j")
        loaded = found.load(tmp_path)
        assert (text(loaded), loaded.notice, found.path) == ("version 1", None, file)
        found.discard()


def test_a_torn_end_costs_only_the_last_record(sheet: Sheet, tmp_path: Path) -> None:
    journal = Journal(tmp_path, Sheet.blank())
    known = states(sheet, 6, 1)[1:]
    ends = []
    for state in known:
        journal.record(state)
        assert journal.flush()
        ends.append((tmp_path / "work-1.journal").stat().st_size)
    journal.close(clean=False)
    whole = (tmp_path / "work-1.journal").read_bytes()
    assert ends[-1] == len(whole)
    rng = random.Random(0)
    for size in [*ends, *(rng.randrange(ends[0], len(whole)) for _ in range(30))]:
        (tmp_path / "work-1.journal").write_bytes(whole[:size])
        expected = max(i for i, end in enumerate(ends) if end <= size)
        assert load(tmp_path, tmp_path / "footage").sheet == known[expected]
    for offset in range(40):  # length, checksum, kind, id and content
        garbled = bytearray(whole)
        garbled[ends[2] + offset] ^= 0x01
        (tmp_path / "work-1.journal").write_bytes(garbled)
        assert load(tmp_path, tmp_path / "footage").sheet == known[2]


def test_a_record_holds_only_what_changed(tmp_path: Path) -> None:
    rng = random.Random(0)
    story = Passage.plain("p1", "", "".join(chr(rng.randrange(0x4E00, 0x9FFF)) for _ in range(100_000)))
    sheet = replace(Sheet.blank(), passages=(story, Passage("p2", "")))
    journal = Journal(tmp_path, Sheet.blank())
    journal.record(sheet)
    assert journal.flush()
    before = (tmp_path / "work-1.journal").stat().st_size
    journal.record(replace(sheet, passages=(story, Passage.plain("p2", "", "a line"))))
    assert journal.flush()
    assert (tmp_path / "work-1.journal").stat().st_size - before < 1000
    journal.close(clean=True)


def test_only_the_latest_of_many_changes_is_written_and_nobody_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing, go_on, real = threading.Event(), threading.Event(), os.fsync

    def slow(handle: int) -> None:
        writing.set()
        assert go_on.wait(30)
        real(handle)

    monkeypatch.setattr(os, "fsync", slow)
    journal = Journal(tmp_path, Sheet.blank(), interval_s=3600)
    journal.record(written(0))
    assert writing.wait(30)
    for number in range(1, 500):  # returns although the disk hangs
        journal.record(written(number))
    go_on.set()
    assert journal.flush()
    journal.close(clean=False)
    assert text(load(tmp_path)) == "version 499"
    assert (tmp_path / "work-1.journal").stat().st_size < 3000


def test_a_record_comes_by_itself_after_the_interval(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced, real = threading.Semaphore(0), os.fsync

    def counted(handle: int) -> None:
        real(handle)
        synced.release()

    monkeypatch.setattr(os, "fsync", counted)
    journal = Journal(tmp_path, Sheet.blank(), interval_s=0.01)
    for number in range(3):
        journal.record(written(number))
        assert synced.acquire(timeout=30), "nobody asked for it to be written, and it was not"
        while synced.acquire(blocking=False):  # the folder's sync
            pass
    journal.close(clean=False)
    assert text(load(tmp_path)) == "version 2"


def test_after_a_save_the_journal_starts_from_the_file(save: Save, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j", Sheet.blank(8, 8))
    journal.record(written(1))
    assert journal.flush()
    saved = written(1)
    journal.record(saved)
    path = save(saved)
    journal.saved(saved, path)
    assert journal.flush()
    assert not (tmp_path / "j" / "work-1.journal").exists(), "nothing is unsaved"
    journal.record(written(2))
    assert journal.flush()
    journal.close(clean=False)
    found = only(tmp_path / "j")
    assert (found.title, found.path) == ("work", path)
    assert text(found.load(tmp_path)) == "version 2"
    found.discard()
    assert list((tmp_path / "j").iterdir()) == []


def test_what_was_painted_while_saving_is_kept(save: Save, tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j", Sheet.blank(8, 8))
    saved = written(1)
    path = save(saved)
    journal.record(written(2))
    journal.saved(saved, path)
    assert journal.flush()
    journal.close(clean=False)
    loaded = load(tmp_path / "j")
    assert (text(loaded), loaded.notice) == ("version 2", None)


def test_a_file_saved_over_after_the_crash_is_found_among_its_versions(
    sheet: Sheet, save: Save, tmp_path: Path
) -> None:
    path = save(sheet)
    journal = Journal(tmp_path / "j", sheet, path)
    changed = replace(sheet, passages=())
    journal.record(changed)
    journal.close(clean=False)
    save(written(5))
    loaded = load(tmp_path / "j")
    assert (loaded.sheet, loaded.notice) == (changed, None)


def test_without_its_file_what_changed_since_can_be_had(sheet: Sheet, save: Save, tmp_path: Path) -> None:
    path = save(sheet)
    journal = Journal(tmp_path / "j", sheet, path)
    journal.record(replace(sheet, passages=(*sheet.passages, Passage.plain("p3", "", "new"))))
    journal.close(clean=False)
    path.unlink()
    loaded = load(tmp_path / "j")
    assert "only what was made after that could be recovered" in str(loaded.notice)
    assert [passage.text for passage in loaded.sheet.passages] == ["", "", "", "new"]
    assert [layer.name for layer in loaded.sheet.canvas.layers] == [
        layer.name for layer in sheet.canvas.layers
    ]


def test_work_of_living_windows_is_not_offered(tmp_path: Path) -> None:
    first, second = Journal(tmp_path, Sheet.blank()), Journal(tmp_path, Sheet.blank())
    for number, journal in enumerate((first, second)):
        journal.record(written(number))
        assert journal.flush()
    assert recoverable(tmp_path) == []
    first.close(clean=False)
    found = only(tmp_path)
    assert text(found.load(tmp_path)) == "version 0"
    assert recoverable(tmp_path) == [], "one window offers it already"
    found.leave()
    second.close(clean=True)


def test_a_new_window_does_not_write_over_what_a_crash_left(tmp_path: Path) -> None:
    for number in range(2):
        journal = Journal(tmp_path, Sheet.blank())
        journal.record(written(number))
        journal.close(clean=False)
    found = recoverable(tmp_path)
    assert sorted(text(one.load(tmp_path)) for one in found) == ["version 0", "version 1"]
    for one in found:
        one.discard()


def test_a_full_disk_is_said_once_and_work_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    real = os.fsync

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def hear(error: StudioError) -> None:
        told.append(str(error))

    journal = Journal(tmp_path, Sheet.blank(), on_trouble=hear)
    journal.record(written(1))
    assert journal.flush()
    monkeypatch.setattr(os, "fsync", full)
    journal.record(written(2))
    assert not journal.flush()
    assert not journal.flush()
    assert len(told) == 1
    assert "No space left on device" in told[0]
    assert text_on_disk(tmp_path) in ("version 1", "version 2"), "what was safe stays safe"
    monkeypatch.setattr(os, "fsync", real)
    assert journal.flush()
    monkeypatch.setattr(os, "fsync", full)
    journal.record(written(3))
    assert not journal.flush()
    assert len(told) == 2, "the disk is full again"
    monkeypatch.setattr(os, "fsync", real)
    journal.close(clean=False)
    assert text(load(tmp_path)) == "version 3"


def text_on_disk(folder: Path) -> str:
    """As a copy of the disk would be recovered elsewhere."""
    copy = folder / "copy"
    copy.mkdir()
    (copy / "work-1.journal").write_bytes((folder / "work-1.journal").read_bytes())
    return text(load(copy))


def test_a_folder_that_cannot_be_made_is_trouble_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    told: list[StudioError] = []
    journal = Journal(tmp_path / "file" / "j", Sheet.blank(), on_trouble=told.append)
    journal.record(written(1))
    assert not journal.flush()
    journal.close(clean=False)
    assert len(told) >= 1


def test_a_long_day_does_not_fill_the_disk(tmp_path: Path) -> None:
    journal = Journal(tmp_path, Sheet.blank(), budget_nbytes=10_000)
    sizes = []
    for number in range(80):
        journal.record(written(number))
        assert journal.flush()
        sizes.append((tmp_path / "work-1.journal").stat().st_size)
    assert max(sizes) < 11_000
    assert min(sizes[1:]) < sizes[10], "it was written anew"
    journal.close(clean=False)
    assert text(load(tmp_path)) == "version 79"


@pytest.mark.parametrize("data", [b"", b"x" * 500, bytes(500)])
def test_a_journal_that_makes_no_sense_is_passed_over_and_left(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "work-1.journal").write_bytes(data)
    assert recoverable(tmp_path) == []
    assert (tmp_path / "work-1.journal").read_bytes() == data


def test_a_journal_without_a_whole_record_says_so(tmp_path: Path) -> None:
    journal = Journal(tmp_path, Sheet.blank())
    journal.record(written(1))
    journal.close(clean=False)
    place = tmp_path / "work-1.journal"
    place.write_bytes(place.read_bytes()[:-1])
    found = only(tmp_path)
    with pytest.raises(BadFile, match="cannot be recovered"):
        found.load(tmp_path)
    found.discard()


PAINT_AND_DIE = """
import random, sys
from dataclasses import replace
from pathlib import Path
from artstudio.documents.writing import Passage
from artstudio.project.archive import open_project
from artstudio.project.journal import Journal

path, folder = Path(sys.argv[1]), Path(sys.argv[2])
sheet = open_project(path, folder)
journal = Journal(folder, sheet, path, interval_s=0.05)
number = 0
while True:
    number += 1
    sheet = replace(sheet, passages=(Passage.plain("p1", "", f"version {number}"),))
    journal.record(sheet)
    if number % 50 == 0:
        assert journal.flush()
        print(number, flush=True)   # this much is safe
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_kill_9_loses_next_to_nothing(sheet: Sheet, save: Save, tmp_path: Path) -> None:
    path = save(sheet)
    command = [sys.executable, "-c", PAINT_AND_DIE, str(path), str(tmp_path / "j")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as painter:
        assert painter.stdout is not None
        safe = [int(painter.stdout.readline()) for _ in range(20)][-1]
        painter.send_signal(signal.SIGKILL)
        safe = max([safe, *map(int, painter.stdout.read().split())])
        painter.wait()
    loaded = load(tmp_path / "j")
    assert loaded.notice is None
    assert int(text(loaded).removeprefix("version ")) >= safe
    assert loaded.sheet.canvas == sheet.canvas
    assert loaded.sheet.music == sheet.music
    assert opened(path) == sheet
