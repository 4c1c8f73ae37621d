"""How fast a novel of 2 MB opens in the text pane, and how long a keystroke takes at its beginning, middle and end.

A keystroke is timed from the key event until everything it caused is done and painted, in the whole pane. With
--widgets also what the text widgets of Qt need for the same text by themselves: QTextEdit and QPlainTextEdit.

    python tests/benchmarks/writing_speed.py
    python tests/benchmarks/writing_speed.py --runs 50000 --chinese --widgets
    python tests/benchmarks/writing_speed.py --line 100000000
"""

from __future__ import annotations

import argparse
import os
import random
import time
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from artstudio.documents.prose import CharStyle, ParagraphStyle, Prose
from artstudio.documents.project import Project
from artstudio.documents.runs import Runs
from artstudio.documents.sheet import Sheet
from artstudio.documents.writing import Passage
from artstudio.ui import theme
from artstudio.ui.session import Session
from artstudio.ui.writing.pane import WritingPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_WORDS = (
    "the of and a in that it was he for on are with as his they at be this from have by one not but what all"
    " were when there can an your which said how each she do their time if will way about many then them would"
).split()
_KEYS = 300


def novel(size: int, paragraphs: int, run_count: int, *, chinese: bool, seed: int = 1) -> Prose:
    """Prose of `size` characters and as many paragraphs and runs of looks, a heading every 200 of them."""
    rng = random.Random(seed)
    each = size // paragraphs
    if chinese:
        lines = ["".join(chr(rng.randrange(0x4E00, 0x9000)) for _ in range(each - 1)) for _ in range(paragraphs)]
    else:
        lines = [" ".join(rng.choice(_WORDS) for _ in range(rng.randint(each // 10, each // 3))) for _ in range(paragraphs)]
    text = "\n".join(lines)
    looks = []
    step = max(2, len(text) // max(1, run_count))
    for number in range(len(text) // step):
        looks.append((CharStyle(italic=number % 4 == 1, bold=number % 4 == 3), step))
    looks.append((CharStyle(), len(text) - step * len(looks)))
    kinds = [(ParagraphStyle("heading2" if i % 200 == 0 else "body"), 1) for i in range(text.count("\n") + 1)]
    return Prose(text, Runs.collected(looks), Runs.collected(kinds), Runs.of("typed", len(text)))


def typing(widget: QWidget, press: Callable[[int], None]) -> str:
    """Median, 95th percentile and longest of some hundred keystrokes."""
    times_ms = []
    for number in range(_KEYS):
        began = time.perf_counter()
        press(number)
        QApplication.processEvents()
        times_ms.append((time.perf_counter() - began) * 1000)
        QTest.qWait(5)
    times_ms.sort()
    return (
        f"median {times_ms[_KEYS // 2]:6.2f}  p95 {times_ms[int(_KEYS * 0.95)]:6.2f}  longest {times_ms[-1]:6.2f} ms"
    )


def _presses(widget: QWidget) -> Callable[[int], None]:
    keys = "abcde fghi jklmn, opq rst"

    def press(number: int) -> None:
        if number % 60 == 59:
            QTest.keyClick(widget, Qt.Key.Key_Return)
        elif number % 25 == 24:
            QTest.keyClick(widget, Qt.Key.Key_Backspace)
        else:
            QTest.keyClicks(widget, keys[number % len(keys)])

    return press


def _places(size: int) -> dict[str, int]:
    return {"beginning": 0, "middle": size // 2, "end": size}


def measure_pane(prose: Prose) -> None:
    """The pane, with a project behind it."""
    session = Session(None, Project(Sheet.blank(64, 64)))
    pane = WritingPane(session)
    pane.resize(760, 900)
    pane.show()
    QApplication.processEvents()
    sheet = Sheet(session.project.sheet.canvas, passages=(Passage("p1", "Novel", prose),))
    began = time.perf_counter()
    session.open(Project(sheet))
    built = time.perf_counter()
    QApplication.processEvents()
    pane.grab()
    shown = time.perf_counter()
    print(f"opened and painted in {shown - began:.2f} s (the window's thread was held {built - began:.2f} s)")
    longest = 0.0
    while pane.editor.galley.busy or pane.counts.words is None:
        began = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - began)
        QTest.qWait(1)
    print(f"all of it measured after {time.perf_counter() - shown:.2f} s, held at most {longest * 1000:.0f} ms")
    pane.editor.setFocus()
    for name, at in _places(len(prose.text)).items():
        session.select(cursor=at, anchor=at)
        pane.editor.ensureCursorVisible()
        QTest.qWait(50)
        print(f"{name:>10}: {typing(pane.editor, _presses(pane.editor))}")
    for name in ("undo", "redo"):
        began = time.perf_counter()
        getattr(session, name)()
        QApplication.processEvents()
        print(f"{name:>10}: {(time.perf_counter() - began) * 1000:.1f} ms")
    began = time.perf_counter()
    pane.resize(500, 900)
    QApplication.processEvents()
    pane.grab()
    print(f"{'resize':>10}: {(time.perf_counter() - began) * 1000:.1f} ms")


def measure_widget(name: str, widget: QTextEdit | QPlainTextEdit, text: str) -> None:
    """One of Qt's own, without a project."""
    widget.setUndoRedoEnabled(False)
    widget.resize(700, 900)
    widget.show()
    began = time.perf_counter()
    widget.setPlainText(text)
    QApplication.processEvents()
    print(f"{name}: opened in {time.perf_counter() - began:.2f} s")
    QTest.qWait(3000)
    for place, at in _places(len(text)).items():
        cursor = QTextCursor(widget.document())
        cursor.setPosition(at)
        widget.setTextCursor(cursor)
        widget.ensureCursorVisible()
        QTest.qWait(50)
        print(f"{place:>10}: {typing(widget, _presses(widget))}")


def main() -> None:
    """Measure what the options say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=2_000_000)
    parser.add_argument("--paragraphs", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=5_000)
    parser.add_argument("--chinese", action="store_true")
    parser.add_argument("--widgets", action="store_true")
    parser.add_argument("--line", type=int, help="a text of one line with so many characters instead")
    chosen = parser.parse_args()
    app = QApplication([])
    theme.apply(app)
    if chosen.line:
        prose = Prose.plain("word " * (chosen.line // 5))
    else:
        prose = novel(chosen.size, chosen.paragraphs, chosen.runs, chinese=chosen.chinese)
    print(
        f"{len(prose.text):,} characters, {prose.paragraph_count:,} paragraphs, {prose.chars.run_count:,} runs of looks"
    )
    measure_pane(prose)
    if chosen.widgets:
        measure_widget("QTextEdit", QTextEdit(), prose.text)
        measure_widget("QPlainTextEdit", QPlainTextEdit(), prose.text)


if __name__ == "__main__":
    main()
