from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from artstudio.documents.edits import Put
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.spans import differing_span
from artstudio.documents.text_edits import ReplaceText
from artstudio.documents.writing import Passage
from artstudio.ui.session import Session
from artstudio.ui.writing.pane import WritingPane
from artstudio.ui.writing.strings import Units, word_count, words_gained


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(None, Project(Sheet.blank()))


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> WritingPane:
    pane = WritingPane(session)
    qtbot.addWidget(pane)
    pane.resize(320, 500)
    pane.show()
    qtbot.waitExposed(pane)
    pane.editor.setFocus()
    return pane


def texts(session: Session) -> list[str]:
    return [passage.text for passage in session.project.sheet.passages]


def type_(pane: WritingPane, text: str) -> None:
    for line in text.split("\n"):
        if line is not text.split("\n")[0]:
            QTest.keyClick(pane.editor, Qt.Key.Key_Return)
        QTest.keyClicks(pane.editor, line)


def put(session: Session, passage_id: str, text: str) -> None:
    session.do(Put("Import", "passage", passage_id, Passage.plain(passage_id, passage_id.upper(), text)))


def test_typing_on_an_empty_page_makes_a_passage(session: Session, pane: WritingPane) -> None:
    QTest.keyClicks(pane.editor, "Once")
    assert texts(session) == ["Once"]
    assert session.selection.passage_id == "p1"
    assert (session.selection.cursor, session.selection.anchor) == (4, 4)
    session.project.undo()
    session.project.undo()
    assert texts(session) == []
    assert pane.editor.toPlainText() == ""


def test_a_line_typed_is_one_step_and_a_new_place_another(session: Session, pane: WritingPane) -> None:
    pane.add()
    steps = len(session.project.history.steps)
    QTest.keyClicks(pane.editor, "ab cd")
    QTest.keyClick(pane.editor, Qt.Key.Key_Return)
    assert len(session.project.history.steps) == steps + 1
    QTest.keyClicks(pane.editor, "e")
    QTest.keyClick(pane.editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(pane.editor, "xy")
    assert texts(session) == ["xyab cd\ne"]
    session.project.undo()
    assert texts(session) == ["ab cd\ne"] == [pane.editor.toPlainText()]
    session.project.undo()
    session.project.undo()
    assert texts(session) == [""] == [pane.editor.toPlainText()]


def test_deleting_is_a_run_of_its_own(session: Session, pane: WritingPane) -> None:
    QTest.keyClicks(pane.editor, "word")
    for _ in range(3):
        QTest.keyClick(pane.editor, Qt.Key.Key_Backspace)
    assert texts(session) == ["w"]
    session.project.undo()
    assert texts(session) == ["word"]


def test_undo_is_the_project_s_not_the_editor_s(session: Session, pane: WritingPane) -> None:
    QTest.keyClicks(pane.editor, "word")
    QTest.keyClick(pane.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pane.editor.toPlainText() == "word" == texts(session)[0]


def test_an_edit_from_elsewhere_is_shown_and_the_cursor_follows_it(
    session: Session, pane: WritingPane
) -> None:
    put(session, "p1", "one\ntwo\nthree")
    session.select(passage_id="p1")
    session.do(ReplaceText("Continue", "p1", 4, 7, "2 and a half"))
    assert pane.editor.toPlainText() == "one\n2 and a half\nthree"
    assert pane.editor.textCursor().position() == 16


def test_signs_of_two_units_keep_their_place(session: Session, pane: WritingPane) -> None:
    put(session, "p1", "🎹 piano 🎨")
    session.select(passage_id="p1", cursor=9, anchor=9)
    QTest.keyClicks(pane.editor, "!")
    assert texts(session) == ["🎹 piano 🎨!"]
    QTest.keyClick(pane.editor, Qt.Key.Key_Home)
    QTest.keyClicks(pane.editor, "a")
    QTest.keyClick(pane.editor, Qt.Key.Key_Delete)
    assert texts(session) == ["a piano 🎨!"]
    assert session.selection.cursor == 1


def test_chinese_comes_in_by_an_input_method(session: Session, pane: WritingPane) -> None:
    QTest.keyClicks(pane.editor, "a")
    QApplication.sendEvent(pane.editor, QInputMethodEvent("ni hao", []))
    assert texts(session) == ["a"]
    commit = QInputMethodEvent("", [])
    commit.setCommitString("你好")
    QApplication.sendEvent(pane.editor, commit)
    assert texts(session) == ["a你好"]
    QTest.keyClicks(pane.editor, "b")
    assert texts(session) == ["a你好b"] == [pane.editor.toPlainText()]


def test_the_selection_is_published(session: Session, pane: WritingPane) -> None:
    put(session, "p1", "one two")
    session.select(passage_id="p1")
    pane.editor.select(7, 4)
    assert (session.selection.cursor, session.selection.anchor) == (7, 4)


@pytest.mark.parametrize("seed", range(4))
def test_editor_and_project_never_part(session: Session, pane: WritingPane, seed: int) -> None:
    rng = random.Random(seed)
    put(session, "p1", "Zwei Zeilen\nmit 🎨 und 画\n\nund Schluss")
    session.select(passage_id="p1")
    pieces = ["x", "word ", "\n", "🎹", "第一章\n第二", "", "tab\t", "\n\n"]
    for _ in range(60):
        what = rng.choice(["type", "type", "backspace", "paste", "elsewhere", "undo", "redo", "line"])
        length = len(pane.editor.prose.text)
        place = rng.randint(0, length)
        pane.editor.select(place, rng.randint(0, length) if what == "paste" else place)
        cursor = pane.editor.textCursor()
        text = session.project.sheet.passage("p1").text
        if what in ("type", "paste"):
            cursor.insertText(rng.choice(pieces))
        elif what == "backspace":
            QTest.keyClick(pane.editor, Qt.Key.Key_Backspace)
        elif what == "line":
            QTest.keyClick(pane.editor, Qt.Key.Key_Return, rng.choice(list(_SHIFTS)))
        elif what == "elsewhere":
            start = rng.randint(0, len(text))
            session.do(ReplaceText("Model", "p1", start, rng.randint(start, len(text)), rng.choice(pieces)))
        elif what == "undo" and session.project.history.position > 1:
            session.project.undo()
        elif what == "redo":
            session.project.redo()
        text = session.project.sheet.passage("p1").text
        assert pane.editor.toPlainText() == text
        assert pane.counts.words == word_count(text)
        assert pane.editor.prose is session.project.sheet.passage("p1").prose


_SHIFTS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


def test_passages_are_added_renamed_chosen_and_deleted(session: Session, pane: WritingPane) -> None:
    pane.add_button.click()
    QTest.keyClicks(pane.editor, "first")
    pane.add_button.click()
    QTest.keyClicks(pane.editor, "second")
    pane.list.item(1).setText("序章")
    assert [passage.title for passage in session.project.sheet.passages] == ["Passage 1", "序章"]
    rect = pane.list.visualItemRect(pane.list.item(0))
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert pane.editor.toPlainText() == "first"
    pane.delete_button.click()
    assert pane.editor.toPlainText() == "second"
    pane.delete_button.click()
    assert pane.editor.toPlainText() == ""
    assert not pane.delete_button.isEnabled()
    session.project.undo()
    assert texts(session) == ["second"]


def test_files_dropped_are_left_to_the_window(pane: WritingPane) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/a.txt")])
    words = QMimeData()
    words.setText("words")
    assert not pane.editor.canInsertFromMimeData(files)
    assert pane.editor.canInsertFromMimeData(words)


def test_counts_are_shown(session: Session, pane: WritingPane) -> None:
    QTest.keyClicks(pane.editor, "It's two")
    assert "2 words" in pane.counts.text()
    assert "8 characters" in pane.counts.text()


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("one", 1), ("It's one, two – three.", 4), ("第一章 hello世界", 6), ("a\nb", 2), ("3.5 km", 3)],
)
def test_words_are_counted_as_readers_count(text: str, words: int) -> None:
    assert word_count(text) == words


def test_differing_span_is_where_two_texts_differ() -> None:
    rng = random.Random(5)
    for _ in range(300):
        old = "".join(rng.choice("ab\n画") for _ in range(rng.randrange(12)))
        new = "".join(rng.choice("ab\n画") for _ in range(rng.randrange(12)))
        start, old_end, new_end = differing_span(old, new)
        assert old[:start] + new[start:new_end] + old[old_end:] == new
        if start < min(old_end, new_end):
            assert old[start] != new[start]
            assert old[old_end - 1] != new[new_end - 1]
        assert word_count(new) - word_count(old) == words_gained(old, new, start, old_end, new_end)


def test_units_follow_what_is_replaced() -> None:
    text = "a🎨b"
    units = Units(text)
    assert [units.to_units(i) for i in range(4)] == [0, 1, 3, 4]
    assert [units.to_characters(i) for i in range(5)] == [0, 1, 1, 2, 3]
    units.replaced(1, 2, "")
    assert (units.to_units(2), units.length) == (2, 2)
    units.replaced(2, 2, "🎹x🎨")
    assert [units.to_units(i) for i in range(6)] == [0, 1, 2, 4, 5, 7]
