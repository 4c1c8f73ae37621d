"""Headings, lists, emphasis and what keys and Markdown do to them."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest

from artstudio.documents.prose import ORIGINS, CharStyle, Kind, ParagraphStyle, Prose
from artstudio.documents.runs import Runs
from artstudio.documents.text_edits import ReplaceText, Restyle
from artstudio.ui import theme
from artstudio.ui.writing.looks import text_font
from tests.ui.writing_rig import Desk


@pytest.mark.parametrize(
    ("keys", "text", "kinds", "spans"),
    [
        ("# Title\nbody", "Title\nbody", ["heading1", "body"], []),
        ("### Title", "Title", ["heading3"], []),
        ("- a\nb\n\nc", "a\nb\nc", ["bullet", "bullet", "body"], []),
        ("1. a\nb", "a\nb", ["numbered", "numbered"], []),
        ("- a\n\tb\n\n\nc", "a\nb\nc", ["bullet", "bullet1", "body"], []),
        ("> said", "said", ["quote"], []),
        ("---\nnext", "\nnext", ["rule", "body"], []),
        ("```\nx = 1\n\n\nout", "x = 1\n\nout", ["code", "code", "body"], []),
        ("so **bold** and", "so bold and", ["body"], ["bold:bold"]),
        ("so *leaning* and", "so leaning and", ["body"], ["leaning:italic"]),
        ("a `b*c*` d", "a b*c* d", ["body"], ["b*c*:code"]),
        ("~~gone~~!", "gone!", ["body"], ["gone:strike"]),
        ("__so__ _it_ is", "so it is", ["body"], ["so:bold", "it:italic"]),
        ("[here](http://a.b) on", "here on", ["body"], ["here:http://a.b"]),
        ("2 * 3 * 4", "2 * 3 * 4", ["body"], []),
        ("snake_case_name", "snake_case_name", ["body"], []),
        ("a - b", "a - b", ["body"], []),
        ("#tag", "#tag", ["body"], []),
        ("# a\b\bb", "b", ["body"], []),
    ],
)
def test_markdown_typed_becomes_what_it_means(
    desk: Desk, keys: str, text: str, kinds: list[str], spans: list[str]
) -> None:
    desk.type(keys)
    assert (desk.text, desk.kinds, desk.spans) == (text, kinds, spans)


def test_undo_gives_the_signs_back_as_they_were_typed(desk: Desk) -> None:
    desk.open("")
    desk.type("# ")
    assert desk.kinds == ["heading1"]
    desk.session.undo()
    assert (desk.text, desk.kinds) == ("# ", ["body"])
    desk.type("x **b**")
    desk.session.undo()
    assert desk.text == "# x **b**"
    desk.session.undo()
    desk.holds()


def test_return_in_the_middle_and_at_the_beginning_of_a_heading(desk: Desk) -> None:
    desk.type("# Two words")
    desk.editor.select(4, 4)
    desk.type("\n")
    assert (desk.text, desk.kinds) == ("Two \nwords", ["heading1", "body"])
    desk.editor.select(0, 0)
    desk.type("\n")
    assert (desk.text, desk.kinds) == ("\nTwo \nwords", ["body", "heading1", "body"])


def test_backspace_takes_a_paragraph_out_of_its_kind_before_it_joins(desk: Desk) -> None:
    desk.type("one\n- two")
    desk.editor.select(4, 4)
    desk.type("\b")
    assert (desk.text, desk.kinds) == ("one\ntwo", ["body", "body"])
    desk.type("\b")
    assert desk.text == "onetwo"


def test_backspace_behind_a_rule_takes_the_rule(desk: Desk) -> None:
    desk.type("a\n---\nb")
    desk.editor.select(3, 3)
    desk.type("\b")
    assert (desk.text, desk.kinds) == ("a\nb", ["body", "body"])


def test_tab_moves_items_in_and_out_and_is_a_sign_elsewhere(desk: Desk) -> None:
    desk.type("- a\nb\nc")
    desk.select(0, 5)
    QTest.keyClick(desk.editor, Qt.Key.Key_Tab)
    assert desk.kinds == ["bullet1"] * 3
    QTest.keyClick(desk.editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(desk.editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert desk.kinds == ["body"] * 3
    desk.editor.select(5, 5)
    desk.type("\t")
    assert desk.text == "a\nb\nc\t"


def test_a_stanza_ends_with_an_empty_line_and_a_poem_with_two(desk: Desk) -> None:
    desk.open("")
    desk.trigger("text.verse")
    desk.type("rose\n\nred\n\n\nso")
    assert desk.text == "rose\n\nred\n\nso"
    assert desk.kinds == ["verse", "verse", "verse", "verse", "body"]


def test_emphasis_of_a_selection_and_of_what_is_typed_next(desk: Desk) -> None:
    desk.type("plain words")
    desk.select(0, 5)
    desk.trigger("text.bold")
    desk.trigger("text.italic")
    assert desk.spans == ["plain:bold+italic"]
    desk.trigger("text.bold")
    assert desk.spans == ["plain:italic"]
    desk.editor.select(11, 11)
    desk.trigger("text.bold")
    desk.type(" so")
    desk.trigger("text.bold")
    desk.type(" on")
    assert desk.spans == ["plain:italic", " so:bold"]
    desk.select(0, 17)
    desk.trigger("text.clear")
    assert desk.spans == []
    desk.session.undo()
    assert desk.spans == ["plain:italic", " so:bold"]
    desk.holds()


def test_bold_set_for_what_comes_next_is_forgotten_elsewhere(desk: Desk) -> None:
    desk.type("ab")
    desk.trigger("text.bold")
    assert desk.pane.scribe.look.bold
    desk.editor.select(0, 0)
    assert not desk.pane.scribe.look.bold
    desk.type("x")
    assert desk.spans == []


def test_the_bar_says_what_the_cursor_is_in(desk: Desk) -> None:
    desk.type("## head\nso **far**")
    bar = desk.pane.format_bar
    bold = bar.buttons["text.bold"]
    assert bar.kinds.currentData() == "body"
    assert not bold.isChecked()
    desk.editor.select(7, 7)
    assert not bold.isChecked()
    desk.editor.select(10, 10)
    assert bold.isChecked()
    desk.editor.select(2, 2)
    assert bar.kinds.currentData() == "heading2"
    bar.kinds.setCurrentIndex(bar.kinds.findData("quote"))
    bar.kinds.activated.emit(bar.kinds.currentIndex())
    assert desk.kinds == ["quote", "body"]


def test_align_and_link(desk: Desk) -> None:
    desk.type("one two")
    desk.pane.scribe.align("center")
    assert desk.prose.paragraphs.at(0).align == "center"
    desk.select(4, 7)
    desk.pane.scribe.link("https://x.y")
    assert desk.spans == ["two:https://x.y"]
    desk.editor.select(7, 7)
    desk.type("!")
    assert desk.spans == ["two:https://x.y"]
    desk.select(4, 7)
    desk.pane.scribe.link("")
    assert desk.spans == []
    desk.holds()


def test_what_is_typed_into_generated_text_is_marked_so(desk: Desk) -> None:
    desk.open(Prose.plain("made here", "generated"), cursor=4)
    desk.type("x")
    assert [(a, b, origin) for a, b, origin in desk.prose.origins][1] == (4, 5, "edited")
    desk.editor.select(10, 10)
    desk.type("y")
    assert desk.prose.origins.at(10) == "typed"


def _any_prose(rng: random.Random) -> Prose:
    text = "".join(rng.choice(["word ", "画", "🎨", "\n", "x", "\n\n"]) for _ in range(rng.randrange(12)))
    chars = [(CharStyle(bold=rng.random() < 0.3, italic=rng.random() < 0.3), 1) for _ in text]
    kinds: list[Kind] = ["body", "heading1", "bullet", "quote", "code", "verse"]
    paragraphs = [
        (ParagraphStyle(rng.choice(kinds), rng.randrange(2)), 1) for _ in range(text.count("\n") + 1)
    ]
    origins = [(rng.choice(ORIGINS), 1) for _ in text]
    return Prose(text, Runs.collected(chars), Runs.collected(paragraphs), Runs.collected(origins))


@pytest.mark.parametrize("seed", range(6))
def test_pane_and_project_never_part_whatever_is_done(desk: Desk, seed: int) -> None:
    rng = random.Random(seed)
    desk.open(_any_prose(rng))
    for _ in range(60):
        size = len(desk.text)
        a, b = sorted((rng.randint(0, size), rng.randint(0, size)))
        match rng.choice(["put", "restyle", "type", "keys", "undo", "redo", "verb", "delete", "cut"]):
            case "put":
                desk.session.do(ReplaceText("Model", "p1", a, b, prose=_any_prose(rng)))
            case "restyle":
                chars = desk.prose.chars.mapped(a, b, lambda look: CharStyle(strike=not look.strike)).part(
                    a, b
                )
                desk.session.do(Restyle("Looks", "p1", a, b, chars))
            case "type":
                desk.editor.select(a, rng.choice([a, b]))
                desk.type(rng.choice(["x", "\n", "\b", "画", "- ", "# ", "**b**"]))
            case "keys":
                desk.editor.select(a, a)
                desk.type(rng.choice(["\t", "\n\n", "\b\b", "> q\n"]))
            case "undo" if desk.session.project.history.position > 1:
                desk.session.undo()
            case "redo":
                desk.session.redo()
            case "verb":
                desk.select(a, b)
                desk.trigger(
                    rng.choice(["text.bold", "text.heading2", "text.numbered", "text.code", "text.clear"])
                )
            case "delete" | "cut":
                desk.select(a, b)
                QTest.keyClick(desk.editor, Qt.Key.Key_Delete)
        desk.holds()


def test_quotes_are_as_wide_as_the_language_has_them(desk: Desk) -> None:
    """In a Chinese window, too: English quotes in a Chinese font are as wide as two letters."""
    window = QFont(desk.editor.font())
    window.setFamilies([theme.CHINESE_FONTS[0], *window.families()])
    for text, chinese in (("“Now,” said he.", False), ("“现在”，他说。Now.", True), ("", False)):
        first = text_font(window, text).families()[0]
        assert (first in theme.CHINESE_FONTS) == chinese, text
    desk.editor.load(Prose.plain("“现在”，他说。"))
    assert desk.editor.document().defaultFont().families()[0] in theme.CHINESE_FONTS
    desk.editor.load(Prose.plain("“Now,” said he."))
    assert desk.editor.document().defaultFont().families()[0] not in theme.CHINESE_FONTS
