"""Rich text and forks through `project.json` and through a journal's frames, whatever they hold."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from artstudio.documents.canvas import Canvas
from artstudio.documents.prose import Prose
from artstudio.documents.sheet import Sheet
from artstudio.documents.writing import Passage
from artstudio.project.prose_frames import WritingReplay, prose_changes
from artstudio.project.prose_parts import pictures_in, texts_of
from artstudio.project.schema import Bulk, ProjectPart, described, sheet_of
from tests.unit.documents.prose_rig import edited, proses, text_edits


def written(passage: Passage) -> Sheet:
    return Sheet(Canvas(1, 1), passages=(passage,))


@settings(max_examples=50)
@given(proses(), st.data())
def test_what_is_described_comes_back_the_same(prose: Prose, data: st.DataObject) -> None:
    sheet = written(edited(data.draw, Passage("p1", "", prose), 4))
    plain = json.dumps(described(sheet))
    pictures = {name: picture.png for name, picture in pictures_in(texts_of(sheet)).items()}
    back = sheet_of(ProjectPart.model_validate_json(plain), Bulk(pictures=pictures))
    assert back == sheet
    assert json.dumps(described(back)) == plain


@settings(max_examples=50)
@given(proses(), st.data(), st.booleans())
def test_a_replay_of_all_changes_gives_the_same(prose: Prose, data: st.DataObject, based: bool) -> None:
    sheet = written(edited(data.draw, Passage("p1", "", prose), 2))
    base = sheet if based else None
    old, replay = base, WritingReplay()
    if base is not None:
        replay.start_from(base)
    for _ in range(4):
        for frame in prose_changes(old, sheet, base):
            replay.apply(*frame)
        old = sheet
        (passage,) = sheet.passages
        assert replay.texts[passage.id] == passage.prose
        assert replay.forks.get(passage.id, ()) == passage.forks
        sheet, _ = data.draw(text_edits(passage)).apply(sheet)


def test_plain_text_is_described_by_its_letters_alone() -> None:
    plain: dict[str, Any] = described(written(Passage.plain("p1", "Title", "one\ntwo")))["passages"][0]
    assert plain["prose"] == {"text": "one\ntwo"}
