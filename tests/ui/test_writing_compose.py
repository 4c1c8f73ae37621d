"""Chinese and whatever else comes by an input method, with changes from elsewhere in between."""

from __future__ import annotations

from artstudio.documents.text_edits import ReplaceText
from tests.ui.writing_rig import Desk


def shown(desk: Desk) -> str:
    """The cursor's line with what is composed in it."""
    block = desk.editor.textCursor().block()
    layout, text = block.layout(), block.text()
    at = layout.preeditAreaPosition()
    return text if at < 0 else f"{text[:at]}[{layout.preeditAreaText()}]{text[at:]}"


def test_nothing_is_written_until_it_is_committed(desk: Desk) -> None:
    desk.open("ab", cursor=1)
    steps = len(desk.session.project.history.steps)
    for letters in ("n", "ni", "ni h", "ni hao"):
        desk.compose(letters)
        assert shown(desk) == f"a[{letters}]b"
    assert desk.text == "ab"
    assert len(desk.session.project.history.steps) == steps
    desk.compose("", "你好")
    assert desk.text == "a你好b"
    assert len(desk.session.project.history.steps) == steps + 1
    desk.holds()


def test_a_selection_stays_until_something_is_committed_in_its_place(desk: Desk) -> None:
    desk.open("one two")
    desk.select(0, 3)
    desk.compose("yi")
    assert desk.text == "one two"
    desk.compose("")
    assert desk.text == "one two"
    assert desk.editor.span == (0, 3)
    desk.compose("yi")
    desk.compose("", "一")
    assert desk.text == "一 two"
    desk.holds()
    desk.session.undo()
    assert desk.text == "one two"


def test_undo_and_changes_from_elsewhere_while_composing(desk: Desk) -> None:
    desk.open("first\nsecond")
    desk.editor.select(12, 12)
    desk.type("x")
    desk.compose("ni")
    desk.session.undo()
    assert desk.text == "first\nsecond"
    desk.holds()
    desk.session.do(ReplaceText("Model", "p1", 0, 5, "a longer\nfirst"))
    desk.holds()
    desk.session.select(cursor=len(desk.text), anchor=len(desk.text))
    desk.compose("ni h")
    desk.session.redo()
    desk.compose("", "你")
    assert desk.text == "a longer\nfirst\nsecond你"
    desk.holds()


def test_what_is_composed_goes_on_at_the_cursor_after_a_change(desk: Desk) -> None:
    desk.open("end")
    desk.editor.select(3, 3)
    desk.compose("hao")
    assert desk.editor.composing
    desk.session.do(ReplaceText("Model", "p1", 0, 0, "the "))
    assert shown(desk) == "the [hao]end"
    desk.compose("hao3")
    assert shown(desk) == "the [hao3]end"
    desk.compose("", "好")
    assert desk.text == "the 好end"
    assert not desk.editor.composing
    desk.holds()


def test_another_passage_is_shown_while_composing(desk: Desk) -> None:
    desk.open("one")
    desk.compose("ni")
    desk.pane.add()
    desk.compose("", "你")
    assert [one.text for one in desk.session.project.sheet.passages] == ["one", "你"]


def test_composing_on_an_empty_page_makes_a_passage(desk: Desk) -> None:
    desk.compose("ni")
    assert desk.session.project.sheet.passages == ()
    desk.compose("", "你")
    assert desk.text == "你"


def test_composing_in_a_heading_looks_like_one(desk: Desk) -> None:
    desk.type("# ")
    desk.compose("biao")
    desk.compose("", "标题")
    assert (desk.text, desk.kinds) == ("标题", ["heading1"])
    desk.holds()
