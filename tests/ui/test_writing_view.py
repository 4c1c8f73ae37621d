"""What is seen: long texts, focus, tint, counts, signs that Qt cannot show."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from artstudio.documents.prose import Prose
from artstudio.documents.runs import Runs
from artstudio.documents.text_edits import ReplaceText
from artstudio.ui import theme
from artstudio.ui.app import App
from artstudio.ui.writing import parts
from artstudio.ui.writing.pane import WritingPane
from artstudio.ui.writing.parts import part_around
from tests.ui.writing_rig import Desk


@pytest.mark.parametrize(
    "text", ["a\rb", "a\u2028b\u2029c", "a\0b", "\ufdd0\ufdd1", "شلום אבג", "👩‍👩‍👧 e\u0301", "\ud83d x"]
)
def test_signs_that_qt_cannot_show_stay_in_the_text(desk: Desk, text: str) -> None:
    desk.open(text)
    assert desk.editor.document().blockCount() == 1
    desk.editor.select(len(text), len(text))
    desk.type_only("!")
    assert desk.text == text + "!"
    desk.editor.select(0, 0)
    desk.type_only(">")
    assert desk.text == f">{text}!"


def test_a_long_text_is_measured_by_and_by_and_stands_still_meanwhile(desk: Desk) -> None:
    lines = [f"line {i} " + "word " * (i % 90) for i in range(3000)]
    desk.open("\n".join(lines))
    middle = desk.text.index("line 2000 ")
    desk.editor.select(middle, middle)
    desk.editor.ensureCursorVisible()
    galley, bar = desk.editor.galley, desk.editor.verticalScrollBar()
    QApplication.processEvents()
    before = desk.editor.cursorRect().top()
    desk.qtbot.waitUntil(lambda: not galley.busy, timeout=20_000)
    QApplication.processEvents()
    assert abs(desk.editor.cursorRect().top() - before) <= 2
    bar.setValue(bar.maximum())
    last = desk.editor.document().lastBlock()
    assert galley.blockBoundingRect(last).bottom() <= bar.value() + desk.editor.viewport().height() + 1
    desk.editor.select(len(desk.text), len(desk.text))
    desk.type("\nend")
    assert desk.text.endswith("\nend")


def test_clicks_find_the_letter_below_them(desk: Desk) -> None:
    desk.open("short\n" + "many words " * 30 + "\nlast")
    for at in (3, 8, 200, len(desk.text) - 2):
        desk.editor.select(at, at)
        point = desk.editor.cursorRect().center()
        desk.editor.select(0, 0)
        QTest.mouseClick(desk.editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert desk.editor.span == (at, at)


def test_up_and_down_go_through_lines_of_all_kinds(desk: Desk) -> None:
    desk.type("# Head\n" + "- item\nmore\n\nplain")
    for _ in range(3):
        QTest.keyClick(desk.editor, Qt.Key.Key_Up)
    assert desk.prose.paragraph_at(desk.editor.span[0]) == 0
    for _ in range(3):
        QTest.keyClick(desk.editor, Qt.Key.Key_Down)
    assert desk.prose.paragraph_at(desk.editor.span[0]) == 3


def test_a_text_too_long_for_a_window_is_shown_in_parts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LONG", 100)
    line = "".join(f"{i:03d} " for i in range(75))  # 300 characters
    desk.open(f"before\n{line}\nbehind")
    assert desk.editor.toPlainText() == "before"
    assert desk.pane.parts.isVisible()
    desk.pane.parts.later.click()
    assert desk.editor.toPlainText() == line[:100]
    desk.pane.parts.later.click()
    assert desk.editor.toPlainText() == line[100:200]
    desk.editor.select(2, 2)
    desk.type_only("x")
    assert desk.text == f"before\n{line[:102]}x{line[102:]}\nbehind"
    assert desk.session.selection.cursor == 7 + 103
    desk.session.undo()
    assert desk.text == f"before\n{line}\nbehind"
    end = len(desk.text)
    desk.session.select(cursor=end, anchor=end)
    assert desk.editor.toPlainText() == "behind"
    desk.session.do(ReplaceText("Break", "p1", 7, 307, "short"))
    assert desk.editor.toPlainText() == "before\nshort\nbehind"
    assert not desk.pane.parts.isVisible()


def test_a_line_of_a_hundred_million_characters_does_not_hold_up_the_window() -> None:
    import time

    prose = Prose.plain("x" * 100_000_000)
    began = time.process_time()
    assert part_around(prose, 50_000_001) == (50_000_000, 50_050_000)
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize("seed", range(5))
def test_a_part_is_as_large_as_it_can_be(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setattr(parts, "LONG", 6)
    rng = random.Random(seed)
    lines = ["x" * rng.choice([0, 1, 3, 6, 6, 7, 20]) for _ in range(12)]
    prose = Prose.plain("\n".join(lines))
    for at in range(len(prose.text) + 1):
        start, end = part_around(prose, at)
        assert start <= at <= end or len(lines[prose.paragraph_at(at)]) > 6
        inside = [len(line) for line in prose.text[start:end].split("\n")]
        assert max(inside) <= 6
        if len(lines[prose.paragraph_at(at)]) <= 6:
            first, last = prose.paragraph_at(start), prose.paragraph_at(end)
            assert first == 0 or len(lines[first - 1]) > 6
            assert last == len(lines) - 1 or len(lines[last + 1]) > 6


def test_parts_end_between_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LONG", 10)
    monkeypatch.setattr(parts, "MOST", 40)
    prose = Prose.plain("\n".join(["abcdefgh"] * 20))
    at = 0
    seen = ""
    while True:
        start, end = part_around(prose, at)
        assert start in (0, at) or prose.text[start - 1] == "\n"
        assert end == len(prose.text) or prose.text[end] == "\n"
        seen = prose.text[:end]
        if end == len(prose.text):
            break
        at = end + 1
    assert seen == prose.text


def test_the_tint_shows_what_is_from_where(desk: Desk) -> None:
    origins = Runs.collected([("typed", 5), ("generated", 5), ("edited", 5)])
    plain = Prose.plain("a" * 15)
    desk.open(Prose(plain.text, plain.chars, plain.paragraphs, origins))  # type: ignore[arg-type]
    desk.pane.tint_button.click()

    def colour(at: int) -> tuple[int, int, int]:
        desk.editor.select(at, at)
        rect = desk.editor.cursorRect()
        image = desk.editor.viewport().grab().toImage()
        seen = image.pixelColor(rect.left() + 4, rect.top() + 1)
        return seen.red(), seen.green(), seen.blue()

    three = {colour(1), colour(7), colour(12)}
    assert len(three) == 3
    desk.pane.tint_button.click()
    assert len({colour(1), colour(7), colour(12)}) == 1


def test_the_tint_is_no_matter_of_colour_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for wash in ("TYPED_WASH", "GENERATED_WASH", "EDITED_WASH"):
        monkeypatch.setattr(theme, wash, theme.SUNKEN)

    def painted(origin: str) -> QImage:
        plain = Prose.plain("a" * 15)
        origins = Runs.collected([(origin, 15)])
        desk.open(Prose(plain.text, plain.chars, plain.paragraphs, origins))  # type: ignore[arg-type]
        desk.editor.clearFocus()
        return desk.editor.viewport().grab().toImage()

    desk.pane.tint_button.click()
    typed, generated, edited = (painted(origin) for origin in ("typed", "generated", "edited"))
    assert typed != generated
    assert generated != edited
    assert edited != typed


def off_middle(desk: Desk) -> float:
    """How far below the view's middle the cursor stands, in pixels."""
    return desk.editor.cursorRect().center().y() - desk.editor.viewport().height() / 2


def test_focus_dims_all_but_the_paragraph_and_holds_its_line(desk: Desk) -> None:
    desk.open("\n".join(f"paragraph {i}" for i in range(60)))
    desk.trigger("text.focus")
    assert not desk.pane.passages.isVisible()
    assert not desk.pane.format_bar.isVisible()
    for at in (0, desk.text.index("paragraph 30"), len(desk.text)):
        desk.editor.select(at, at)
        desk.qtbot.waitUntil(lambda: abs(off_middle(desk)) < 12)
        assert desk.editor.galley.bright == desk.prose.paragraph_at(at)
    QTest.keyClick(desk.editor, Qt.Key.Key_Escape)
    assert desk.editor.galley.bright is None
    assert desk.pane.passages.isVisible()


def test_counts_of_what_is_selected(desk: Desk) -> None:
    desk.open("one two 三四")
    assert "4 words" in desk.pane.counts.text()
    desk.select(4, 10)
    desk.qtbot.waitUntil(lambda: "3 of 4 words" in desk.pane.counts.text())
    assert "6 of 10 characters" in desk.pane.counts.text()
    desk.editor.select(0, 0)
    assert desk.pane.counts.text().startswith("4 words")


def test_a_long_text_is_counted_beside_the_window(desk: Desk) -> None:
    desk.open("word " * 30_000)
    desk.editor.select(0, 0)
    desk.type_only("a ")
    desk.qtbot.waitUntil(lambda: desk.pane.counts.words == 30_001)


def test_focus_clears_the_window_and_puts_everything_back(app: App, qtbot: QtBot) -> None:
    window = app.window
    pane = window.panes["text"]
    assert isinstance(pane, WritingPane)
    QApplication.processEvents()  # panes settle
    before = window.layout_state().partition(" ")[2]
    pane.editor.setFocus()
    pane.focus_mode.toggle()
    middle = window.centralWidget()
    assert middle is not None
    qtbot.waitUntil(lambda: not middle.isVisible())
    assert [name for name, dock in window.docks.items() if dock.isVisible()] == ["text"]
    QTest.keyClicks(pane.editor, "word")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: pane.editor.toPlainText() == "w")  # the shortcuts of the menus go on
    pane.focus_mode.toggle()
    qtbot.waitUntil(middle.isVisible)
    assert window.layout_state().partition(" ")[2] == before


def test_a_window_closed_in_focus_remembers_how_it_looked_before(app: App, qtbot: QtBot) -> None:
    QApplication.processEvents()  # panes settle
    before = app.window.layout_state().partition(" ")[2]
    pane = app.window.panes["text"]
    assert isinstance(pane, WritingPane)
    pane.focus_mode.toggle()
    app.window.close()
    assert not pane.focus_mode.on
    assert app.window.layout_state().partition(" ")[2] == before


def test_links_open_only_on_the_web(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    for link in ("https://a.b/c", "file:///etc/passwd", "mailto:a@b.c", "javascript:x", "example.org"):
        desk.editor.followed.emit(link)
    assert opened == ["https://a.b/c", "mailto:a@b.c", "http://example.org"]
