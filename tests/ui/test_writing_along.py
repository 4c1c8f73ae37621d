"""A model goes on at the cursor, streaming into the editor, and what it wrote becomes a branch."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from artstudio.engine.job import Outcome
from tests.ui.writer_rig import Atelier

ENDLESS = {"length": 5_000, "wait_after": 3}
KEY = Qt.Key


def test_a_continuation_streams_in_at_the_cursor_and_lands_as_one_step(atelier: Atelier) -> None:
    atelier.open("Once. The end.", 5)
    atelier.choose("continue", length=40, pause_ms=5)
    steps = len(atelier.session.project.history.steps)
    atelier.session.along.go_on()
    atelier.wait(lambda: " w7.3" in atelier.ghost)
    assert atelier.text == "Once. The end."
    assert len(atelier.session.project.history.steps) == steps
    assert atelier.pane.editor.toPlainText() == "Once. The end."
    atelier.wait(atelier.idle)
    assert atelier.ghost == ""
    assert atelier.text.startswith("Once. w7.1 w7.2 w7.3")
    assert atelier.text.endswith(" w7.40 The end.")
    assert len(atelier.session.project.history.steps) == steps + 1
    (fork,) = atelier.session.project.sheet.passage("p1").forks
    recipe = fork.branches[1].recipe
    assert recipe is not None
    assert (recipe.plugin, recipe.action, recipe.seed) == ("quill", "continue", 7)
    assert recipe.params["length"] == 40
    assert {one for _, _, one in atelier.session.project.sheet.passage("p1").prose.origins} == {
        "typed", "generated"
    }  # fmt: skip
    assert atelier.session.selection.cursor == fork.end
    atelier.session.undo()
    assert atelier.text == "Once. The end."


def test_escape_ends_it_at_once_and_keeps_what_is_written_with_a_true_recipe(atelier: Atelier) -> None:
    atelier.open("Once")
    atelier.choose("continue", **ENDLESS)
    atelier.session.along.go_on()
    atelier.wait(lambda: atelier.ghost == " w7.1 w7.2 w7.3")
    atelier.wait(atelier.ready_to_stop)
    job = atelier.session.along.jobs[0]
    atelier.key(KEY.Key_Escape)
    assert atelier.idle()
    assert atelier.text == "Once w7.1 w7.2 w7.3"
    atelier.wait(lambda: job.outcome is Outcome.CANCELLED)
    recipe = atelier.session.project.sheet.passage("p1").forks[0].branches[1].recipe
    assert recipe is not None
    assert recipe.params["length"] == 3
    assert atelier.text == "Once w7.1 w7.2 w7.3"


def test_the_stop_buttons_do_the_same(atelier: Atelier) -> None:
    atelier.open("Once")
    atelier.choose("continue", **ENDLESS)
    for button in (atelier.pane.companion.run_bar.stop_button, atelier.panel.foot.stop):
        atelier.session.along.go_on()
        atelier.wait(lambda: "w7.3" in atelier.ghost)
        atelier.wait(atelier.ready_to_stop)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        atelier.wait(atelier.idle)
    assert atelier.text == "Once w7.1 w7.2 w7.3 w7.1 w7.2 w7.3"


def test_a_job_cancelled_in_its_list_keeps_its_text_too(atelier: Atelier) -> None:
    atelier.open("Once")
    atelier.choose("continue", **ENDLESS)
    atelier.session.along.go_on()
    atelier.wait(lambda: "w7.3" in atelier.ghost)
    studio = atelier.session.studio
    assert studio is not None
    studio.queue.cancel(atelier.session.along.jobs[0])
    atelier.wait(atelier.idle)
    assert atelier.text == "Once w7.1 w7.2 w7.3"


def test_one_can_write_elsewhere_and_before_it_meanwhile(atelier: Atelier) -> None:
    atelier.open("One.\nTwo.", 4)
    atelier.choose("continue", **ENDLESS)
    atelier.session.along.go_on()
    atelier.wait(lambda: "w7.3" in atelier.ghost)
    atelier.put(0)
    QTest.keyClicks(atelier.pane.editor, "So: ")
    atelier.put(len(atelier.text))
    QTest.keyClicks(atelier.pane.editor, " End.")
    assert atelier.ghost == " w7.1 w7.2 w7.3"
    atelier.wait(lambda: atelier.pane.editor.document().begin().layout().preeditAreaPosition() == 8)
    assert atelier.text == "So: One.\nTwo. End."
    cursor = atelier.session.selection.cursor
    atelier.key(KEY.Key_Escape)
    atelier.wait(atelier.idle)
    assert atelier.text == "So: One. w7.1 w7.2 w7.3\nTwo. End."
    assert atelier.session.selection.cursor == cursor + len(" w7.1 w7.2 w7.3")
    atelier.session.undo()
    assert atelier.text == "So: One.\nTwo. End."


def test_another_try_is_a_branch_of_the_same_fork(atelier: Atelier) -> None:
    atelier.open("Once")
    atelier.choose("continue", length=2)
    atelier.session.along.go_on()
    atelier.wait(atelier.idle)
    atelier.session.along.retry()
    atelier.wait(atelier.idle)
    (branches,) = atelier.branches
    assert branches[:2] == ["", " w7.1 w7.2"]
    assert branches[2].startswith("* w")
    assert "w7." not in branches[2]
    assert atelier.text == "Once" + branches[2][1:]


def test_alternatives_are_branches_of_one_fork_and_one_step(atelier: Atelier) -> None:
    atelier.open("Once")
    atelier.choose("continue", length=2)
    atelier.panel.body.alternatives.set_value(3)
    steps = len(atelier.session.project.history.steps)
    atelier.session.along.go_on()
    atelier.session.along.show(1)
    atelier.wait(atelier.idle)
    assert atelier.branches == [["", " w7.1 w7.2", "* w8.1 w8.2", " w9.1 w9.2"]]
    assert len(atelier.session.project.history.steps) == steps + 1


def test_the_gap_at_a_selection_is_filled(atelier: Atelier) -> None:
    atelier.open("A cat sat.", 2)
    atelier.put(2, 6)
    atelier.choose("fill", length=2)
    QTest.mouseClick(atelier.panel.foot.generate, Qt.MouseButton.LeftButton)
    atelier.wait(lambda: atelier.branches)
    assert atelier.text == "A m7.1 m7.2 sat."
    assert atelier.branches == [["cat ", "*m7.1 m7.2 "]]


def test_it_gets_the_last_of_a_long_text_from_a_paragraph_on(atelier: Atelier) -> None:
    line = "x" * 999
    atelier.open("\n".join([line] * 50))
    atelier.choose("continue", length=1)
    atelier.session.along.go_on()
    writing = atelier.session.along.writing
    assert writing is not None
    given = writing.strands[0].generation.media["text"]
    assert given.text == "\n".join([line] * 20)  # type: ignore[union-attr]
    atelier.wait(atelier.idle)


def test_a_run_that_fails_keeps_what_was_written_and_says_why(atelier: Atelier) -> None:
    errors: list[Exception] = []
    atelier.session.failed.connect(errors.append)
    atelier.open("Once")
    atelier.choose("continue", length=9, fail_after=2, pause_ms=50)
    atelier.session.along.go_on()
    atelier.wait(atelier.idle)
    assert atelier.text == "Once w7.1 w7.2"
    assert "the quill broke after 2 words" in str(errors[0])


def test_what_it_warns_of_is_said_at_the_text_until_the_next_run(atelier: Atelier) -> None:
    atelier.open("Once")
    atelier.choose("continue", length=2, warn=True)
    atelier.session.along.go_on()
    atelier.wait(atelier.idle)
    bar = atelier.pane.companion.run_bar
    assert bar.isVisible()
    assert bar.warning == "a long run is copied from the training text"
    QTest.mouseClick(bar.dismiss_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_without_a_passage_it_begins_one(atelier: Atelier) -> None:
    atelier.choose("continue", length=2)
    atelier.session.along.go_on()
    atelier.wait(atelier.idle)
    assert atelier.text == " w7.1 w7.2"


def test_deleting_the_passage_ends_it(atelier: Atelier) -> None:
    atelier.open("Once")
    atelier.choose("continue", **ENDLESS)
    atelier.session.along.go_on()
    atelier.wait(lambda: atelier.ghost)
    job = atelier.session.along.jobs[0]
    atelier.session.undo()
    assert atelier.idle()
    atelier.wait(lambda: job.outcome is Outcome.CANCELLED)


def test_control_return_at_the_text_goes_on_whatever_the_panel_shows(atelier: Atelier) -> None:
    atelier.open("Once")
    atelier.choose("continue", length=2)
    atelier.panel.choose("toy", "fill")
    generate = next(one for one in atelier.panel.pane_actions() if one.id == "panel.generate")
    assert generate.possible
    generate.callback()
    atelier.wait(lambda: atelier.branches)
    assert atelier.text == "Once w7.1 w7.2"
    assert atelier.panel.chooser.current == ("toy", "fill")
    assert atelier.session.tray.takes == []


def test_who_waits_sees_it_being_written_and_who_is_elsewhere_is_left_there(atelier: Atelier) -> None:
    lines = "\n".join(f"Line {i} of a text that is longer than what is in view." for i in range(200))
    atelier.open(lines)
    atelier.choose("continue", length=5_000, wait_after=400)
    bar, view = atelier.pane.editor.verticalScrollBar(), atelier.pane.editor.viewport()
    atelier.session.along.go_on()
    atelier.wait(lambda: "w7.400" in atelier.ghost)
    ghost = atelier.pane.companion.ghost
    atelier.wait(lambda: 0 < ghost._bottom() <= view.height())
    atelier.put(0)
    bar.setValue(0)
    atelier.key(KEY.Key_Escape)
    atelier.wait(atelier.idle)
    assert bar.value() == 0
    assert atelier.session.selection.cursor == 0
