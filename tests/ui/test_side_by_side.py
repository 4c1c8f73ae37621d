"""A translation is read beside its source: paragraph by paragraph, scrolled as one, and then kept or not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from artstudio.ui.candidates.pane import CandidatesPane
from artstudio.ui.candidates.side_by_side import SideBySide, source_of
from tests.ui.writer_rig import Atelier

LEFT = Qt.MouseButton.LeftButton
PARAGRAPHS = [("a word or two " * n).strip() for n in (3, 60, 1, 30, 5, 45, 2, 80, 4, 50)]


@pytest.fixture
def window(atelier: Atelier) -> SideBySide:
    """A translation of a passage, side by side with it."""
    atelier.open("\n".join(PARAGRAPHS))
    atelier.choose("translate")
    strip = CandidatesPane(atelier.session)
    atelier.qtbot.addWidget(strip)
    strip.show()
    QTest.mouseClick(atelier.panel.foot.generate, LEFT)
    atelier.wait(lambda: any(take.candidate for take in atelier.session.tray.takes))
    (take,) = atelier.session.tray.takes
    assert strip.card(take).before.isVisible()
    QTest.keyClick(strip.card(take), Qt.Key.Key_B)
    (window,) = strip.findChildren(SideBySide)
    window.made.setPlainText(
        "\n".join(text.upper() if i % 2 else text[:9] for i, text in enumerate(PARAGRAPHS))
    )
    window.resize(700, 300)
    window.align()
    return window


def test_paragraphs_begin_at_one_height_and_are_scrolled_as_one(window: SideBySide) -> None:
    assert window.source.tops() == pytest.approx(window.made.tops(), abs=1.5)
    bar = window.source.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert window.made.verticalScrollBar().value() == bar.value() > 0
    window.made.verticalScrollBar().setValue(0)
    assert bar.value() == 0
    window.resize(900, 300)
    window.align()
    assert window.source.tops() == pytest.approx(window.made.tops(), abs=1.5)


def test_the_counterpart_of_a_paragraph_is_marked(window: SideBySide) -> None:
    cursor = window.source.textCursor()
    cursor.setPosition(window.source.document().findBlockByNumber(3).position())
    window.source.setTextCursor(cursor)
    (mark,) = window.made.extraSelections()
    assert mark.cursor.blockNumber() == 3


def test_it_is_kept_as_a_passage_of_its_own(window: SideBySide, atelier: Atelier) -> None:
    QTest.mouseClick(window.keep_button, LEFT)
    texts = [one.text for one in atelier.session.project.sheet.passages]
    assert texts == ["\n".join(PARAGRAPHS), "\n".join(PARAGRAPHS).upper()]


def test_it_takes_the_place_of_its_source_as_a_branch(window: SideBySide, atelier: Atelier) -> None:
    QTest.mouseClick(window.replace_button, LEFT)
    assert atelier.text == "\n".join(PARAGRAPHS).upper()
    assert atelier.branches == [["\n".join(PARAGRAPHS), "*" + "\n".join(PARAGRAPHS).upper()]]


def test_what_goes_on_from_a_text_has_nothing_beside_it(atelier: Atelier) -> None:
    atelier.open("Once")
    atelier.choose("explain")
    QTest.mouseClick(atelier.panel.foot.generate, LEFT)
    atelier.wait(lambda: any(take.candidate for take in atelier.session.tray.takes))
    assert source_of(atelier.session.tray.takes[0]) is None
