from __future__ import annotations

import pytest

from artstudio.documents.edits import Put
from artstudio.documents.project import Change, Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.writing import Passage


def add(passage_id: str) -> Put:
    return Put(f"Add {passage_id}", "passage", passage_id, Passage(passage_id, ""))


def test_listeners_hear_what_changed_and_who_did_it() -> None:
    project, pane = Project(Sheet.blank()), object()
    told: list[Change] = []
    project.subscribe(told.append)
    before = project.sheet
    project.do(add("p1"), origin=pane)
    project.undo()
    assert [(change.origin, len(change.old.passages), len(change.new.passages)) for change in told] == [
        (pane, 0, 1),
        (None, 1, 0),
    ]
    assert told[0].old is before


def test_a_jump_through_the_history_is_told_once() -> None:
    project = Project(Sheet.blank())
    for name in ("p1", "p2", "p3"):
        project.do(add(name))
    told: list[Change] = []
    project.subscribe(told.append)
    project.go_to(0)
    assert len(told) == 1
    assert told[0].new.passages == ()


def test_a_failing_listener_keeps_no_other_from_hearing(caplog: pytest.LogCaptureFixture) -> None:
    project = Project(Sheet.blank())
    told: list[Change] = []

    def fail(change: Change) -> None:
        raise RuntimeError("broken pane")

    project.subscribe(fail)
    project.subscribe(told.append)
    project.do(add("p1"))
    assert len(told) == 1
    assert len(project.sheet.passages) == 1
    assert "broken pane" in caplog.text


def test_unsubscribing_while_being_told_is_safe_and_holds_at_once() -> None:
    project = Project(Sheet.blank())
    told: list[str] = []

    def first(change: Change) -> None:
        told.append("first")
        end_first()
        end_second()

    end_first = project.subscribe(first)
    end_second = project.subscribe(lambda change: told.append("second"))
    project.subscribe(lambda change: told.append("third"))
    project.do(add("p1"))
    project.do(add("p2"))
    assert told == ["first", "third", "third"]
    end_first()  # twice does no harm


def test_a_change_made_while_being_told_is_heard_in_order() -> None:
    project = Project(Sheet.blank())
    told: list[int] = []

    def answer(change: Change) -> None:
        if len(change.new.passages) == 1:
            project.do(add("p2"))

    project.subscribe(answer)
    project.subscribe(lambda change: told.append(len(change.new.passages)))
    project.do(add("p1"))
    assert told == [1, 2]


def test_saving_is_told_so_that_the_title_can_follow() -> None:
    project = Project(Sheet.blank())
    project.do(add("p1"))
    told: list[Change] = []
    project.subscribe(told.append)
    project.mark_saved(project.sheet)
    assert [change.old is change.new for change in told] == [True]
