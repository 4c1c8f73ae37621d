"""Rich text in the journal: small records, and all of it to be had without the project file."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from artstudio.documents.edits import Edit
from artstudio.documents.forks import Branch
from artstudio.documents.prose import PLAIN, CharStyle, ParagraphStyle, Picture, Prose
from artstudio.documents.runs import Runs
from artstudio.documents.sheet import Sheet
from artstudio.documents.text_edits import Branched, Pin, ReplaceText, Restyle, Walk
from artstudio.documents.writing import Passage
from artstudio.project.journal import Journal
from artstudio.project.recovery import recoverable
from tests.unit.project.conftest import Save


def recovered(folder: Path) -> Sheet:
    """What the next start would get."""
    (found,) = recoverable(folder)
    try:
        return found.load(folder / "footage").sheet
    finally:
        found.leave()


def novel() -> Sheet:
    """2 MB of text that packs badly, with many runs, pictures and forks in it."""
    rng = random.Random(0)
    text = "".join(chr(rng.randrange(0x4E00, 0x9FFF)) + "\n" * (i % 50 == 0) for i in range(650_000))
    looks = [CharStyle(), CharStyle(bold=True), CharStyle(picture=Picture(rng.randbytes(50_000), 9, 9))]
    chars = Runs.collected((looks[i % 3], 13) for i in range(50_000))
    chars += Runs.of(PLAIN, len(text) - len(chars))
    prose = replace(Prose.plain(text), chars=chars)
    sheet = replace(Sheet.blank(8, 8), passages=(Passage("p1", "", prose),))
    for start in range(0, 600_000, 6_000):
        sheet, _ = Branched("", "p1", start, start, Branch(Prose.plain("x" * 5_000))).apply(sheet)
    return sheet


def test_a_keystroke_in_a_novel_is_a_small_record(tmp_path: Path) -> None:
    sheet = novel()
    journal = Journal(tmp_path, Sheet.blank())
    journal.record(sheet)
    assert journal.flush()
    place = tmp_path / "work-1.journal"
    edits: list[Edit] = [
        ReplaceText("", "p1", 300_000, 300_001, "x"),
        Restyle("", "p1", 7, 9, Runs.of(CharStyle(strike=True), 2)),
        Restyle("", "p1", 0, 0, None, 5_000, Runs.of(ParagraphStyle("quote"), 1)),
        Walk("", "p1", "f50", 0),
        Walk("", "p1", "f50", 1),
    ]
    for edit in edits:
        before = place.stat().st_size
        sheet, _ = edit.apply(sheet)
        journal.record(sheet)
        assert journal.flush()
        assert place.stat().st_size - before < 10_000
    journal.close(clean=False)
    assert recovered(tmp_path) == sheet


def test_without_its_file_a_changed_text_can_be_had_whole(sheet: Sheet, save: Save, tmp_path: Path) -> None:
    path = save(sheet)
    journal = Journal(tmp_path / "j", sheet, path)
    for edit in (Pin("", "p7", "f1", 2), Walk("", "p7", "f1", 0), ReplaceText("", "p7", 40, 44, "new")):
        sheet, _ = edit.apply(sheet)
        journal.record(sheet)
        assert journal.flush()
    journal.close(clean=False)
    path.unlink()
    passage, rich = recovered(tmp_path / "j").passage("p7"), sheet.passage("p7")
    assert passage.prose == rich.prose
    assert passage.forks == rich.forks[:1]  # the other one never changed
