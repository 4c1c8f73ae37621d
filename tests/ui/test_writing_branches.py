"""Branches: every try stays, side by side, to be walked through, compared, pinned and pruned."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from artstudio.documents.edits import Put
from artstudio.documents.forks import Branch
from artstudio.documents.prose import Prose
from artstudio.documents.recipe import Recipe
from artstudio.documents.text_edits import Branched
from artstudio.documents.writing import Passage
from artstudio.ui.writing.branch_compare import BranchCompare, differing
from artstudio.ui.writing.pane import WritingPane
from tests.ui.shell_rig import Make, action
from tests.ui.writer_rig import ALT, CTRL, SHIFT, Atelier

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


def branch(
    atelier: Atelier, text: str, start: int, end: int, fork_id: str | None = None, seed: int = 1
) -> None:
    """One more branch, with the cursor at its end."""
    made = Branch(Prose.plain(text, "generated"), Recipe("quill", "1", "continue", seed=seed))
    atelier.session.do(Branched("Go on", "p1", start, end, made, fork_id, grows=True))
    atelier.put(start + len(text))


@pytest.fixture
def tried(atelier: Atelier) -> Atelier:
    """A text with three branches, the last of which shows, and their strip."""
    atelier.open("A  end", 2)
    branch(atelier, "cat", 2, 2)
    branch(atelier, "black dog", 2, 5, "f1", seed=2)
    atelier.pane.companion.branches.show()
    return atelier


def test_all_branches_are_cards_that_say_where_they_are_from(tried: Atelier) -> None:
    cards = tried.pane.companion.branches.cards
    assert [card.text for card in cards] == ["", "cat", "black dog"]
    assert [card.says for card in cards] == [
        "What stood here", "Generated · seed 1", "Generated · seed 2"
    ]  # fmt: skip
    tried.put(0)
    assert tried.pane.companion.branches.cards == []


def test_a_click_on_a_card_shows_its_branch_and_walking_on_is_the_same_step(tried: Atelier) -> None:
    cards = tried.pane.companion.branches.cards
    steps = len(tried.session.project.history.steps)
    QTest.mouseClick(cards[1], LEFT)
    assert tried.text == "A cat end"
    assert tried.pane.editor.toPlainText() == "A cat end"
    tried.pane.companion.walker.walk(-1)
    assert tried.text == "A  end"
    assert tried.session.selection.cursor == 2
    tried.pane.companion.walker.walk(-1)
    assert tried.text == "A black dog end"
    assert len(tried.session.project.history.steps) == steps + 1
    tried.session.undo()
    assert tried.text == "A black dog end"
    tried.session.undo()
    assert tried.text == "A cat end"


def test_cards_obey_the_keyboard(tried: Atelier) -> None:
    cards = tried.pane.companion.branches.cards
    cards[2].setFocus()
    QTest.keyClick(cards[2], KEY.Key_Left)
    assert cards[1].hasFocus()
    QTest.keyClick(cards[1], KEY.Key_P)
    assert tried.session.project.sheet.passage("p1").forks[0].branches[1].pinned
    QTest.keyClick(cards[1], KEY.Key_Return)
    assert tried.text == "A cat end"
    QTest.keyClick(cards[0], KEY.Key_Delete)
    assert tried.branches == [["*cat", "black dog"]]


def test_what_shows_or_is_pinned_is_not_pruned(tried: Atelier) -> None:
    strip = tried.pane.companion.branches
    assert not strip.cards[2].prune_button.isEnabled()
    QTest.mouseClick(strip.cards[0].pin_button, LEFT)
    assert not strip.cards[0].prune_button.isEnabled()
    QTest.mouseClick(strip.prune_button, LEFT)
    assert tried.branches == [["", "*black dog"]]
    tried.session.undo()
    assert tried.branches == [["", "cat", "*black dog"]]


def test_pruning_all_others_leaves_plain_text(tried: Atelier) -> None:
    QTest.mouseClick(tried.pane.companion.branches.prune_button, LEFT)
    assert tried.branches == []
    assert tried.text == "A black dog end"
    assert tried.pane.companion.margin.marks() == []


def test_one_walks_out_of_a_fork_and_into_another(tried: Atelier) -> None:
    walker = tried.pane.companion.walker
    branch(tried, " ran", 11, 11)
    assert tried.text == "A black dog ran end"
    assert walker.fork is not None
    assert walker.fork.id == "f2"
    walker.outer()
    assert walker.fork.id == "f1"
    walker.walk(-1)
    assert tried.text == "A cat end"
    walker.walk(1)
    assert tried.text == "A black dog ran end"
    walker.inner()
    assert walker.fork.id == "f2"
    assert not walker.can_go_in
    walker.walk(1)
    assert tried.text == "A black dog end"


def test_two_branches_are_compared_and_one_is_taken(tried: Atelier) -> None:
    strip = tried.pane.companion.branches
    QTest.mouseClick(strip.cards[1], LEFT, CTRL)
    QTest.keyClick(strip.cards[2], KEY.Key_C)
    (window,) = strip.findChildren(BranchCompare)
    assert [view.toPlainText() for view in window.texts] == ["cat", "black dog"]
    QTest.mouseClick(window.findChildren(QPushButton)[0], LEFT)
    assert tried.text == "A cat end"


def test_differences_are_words() -> None:
    one, two = "The cat sat. 红花开", "The dog sat! 白花开"
    mine, theirs = differing(one, two)
    assert [one[a:b] for a, b in mine] == ["cat ", ". 红"]
    assert [two[a:b] for a, b in theirs] == ["dog ", "! 白"]
    assert differing("", "") == ([], [])


def test_forks_are_marked_in_the_margin_and_a_click_walks(tried: Atelier) -> None:
    margin = tried.pane.companion.margin
    ((box, says, fork_id),) = margin.marks()
    assert (says, fork_id) == ("3/3", "f1")
    tried.put(0)
    place = QPoint(round(box.center().x()), round(box.center().y()))
    QTest.mouseClick(margin, LEFT, Qt.KeyboardModifier.NoModifier, place)
    assert tried.text == "A  end"
    QTest.mouseClick(margin, LEFT, SHIFT, place)
    assert tried.text == "A black dog end"


def test_what_is_being_written_is_seen_side_by_side(atelier: Atelier) -> None:
    atelier.open("Once")
    atelier.choose("continue", length=5_000, wait_after=2)
    atelier.panel.body.alternatives.set_value(2)
    atelier.session.along.go_on()
    strip = atelier.pane.companion.branches
    atelier.wait(lambda: strip.isVisible() and strip.cards[0].text == " w7.1 w7.2")
    assert strip.cards[1].says.startswith("Waiting")
    atelier.key(KEY.Key_Escape)
    atelier.wait(atelier.idle)
    assert atelier.branches == [["", "* w7.1 w7.2"]]
    assert [card.text for card in strip.cards] == ["", " w7.1 w7.2"]


def test_the_keys_walk_in_the_whole_window(make: Make, qtbot: QtBot) -> None:
    app = make()
    app.desks.use("write")
    session = app.session
    session.do(Put("Open", "passage", "p1", Passage.plain("p1", "Tale", "A ")))
    session.do(Branched("Go on", "p1", 2, 2, Branch(Prose.plain("cat", "generated"))))
    session.select(passage_id="p1", cursor=5, anchor=5)
    pane = app.window.panes["text"]
    assert isinstance(pane, WritingPane)
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    pane.setFocus()
    QTest.keyClick(pane.editor, KEY.Key_Left, ALT)
    assert session.project.sheet.passage("p1").text == "A "
    QTest.keyClick(pane.editor, KEY.Key_Right, ALT)
    assert session.project.sheet.passage("p1").text == "A cat"
    titles = {one.id: one.shortcuts for one in app.actions}
    assert titles["text.retry"] == ("Ctrl+Shift+Return",)
    assert action(app, "panel.generate").possible  # at the text it goes on, whatever the panel shows
