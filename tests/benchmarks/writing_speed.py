"""How fast a novel of 2 MB opens in the text pane, and how long a keystroke takes in it.

A keystroke is timed from the key event until everything it caused is done and painted, in the whole pane; the
time that the process itself computed stands beside it, since other work on the machine adds to the first.
With
--widgets also what the text widgets of Qt need for the same text by themselves: QTextEdit and QPlainTextEdit.

    python tests/benchmarks/writing_speed.py
    python tests/benchmarks/writing_speed.py --runs 50000 --chinese --widgets
    python tests/benchmarks/writing_speed.py --line 100000000
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from artstudio.documents.project import Project
from artstudio.documents.prose import CharStyle, ParagraphStyle, Prose
from artstudio.documents.runs import Runs
from artstudio.documents.sheet import Sheet
from artstudio.documents.writing import Passage
from artstudio.ui import theme
from artstudio.ui.session import Session
from artstudio.ui.writing.pane import WritingPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_TEXT = (
    "the of and a in that it was he for on are with as his they at be this from have by one not but what all "
    "were when there can an your which said how each she do their time if will way about many then them would"
)
_WORDS = _TEXT.split()
_KEYS = 300


def novel(size: int, paragraphs: int, run_count: int, *, chinese: bool, seed: int = 1) -> Prose:
    """Prose of `size` characters and as many paragraphs and runs of looks, a heading every 200 of them."""
    rng = random.Random(seed)
    each = size // paragraphs
    lines = []
    for _ in range(paragraphs):
        length = rng.randint(each // 3, each + each * 2 // 3)
        if chinese:
            lines.append("".join(chr(rng.randrange(0x4E00, 0x9000)) for _ in range(length)))
        else:
            lines.append(" ".join(rng.choices(_WORDS, k=length // 3))[:length])
    text = "\n".join(lines)
    looks = []
    step = max(2, len(text) // max(1, run_count))
    for number in range(len(text) // step):
        looks.append((CharStyle(italic=number % 4 == 1, bold=number % 4 == 3), step))
    looks.append((CharStyle(), len(text) - step * len(looks)))
    kinds = [(ParagraphStyle("heading2" if i % 200 == 0 else "body"), 1) for i in range(text.count("\n") + 1)]
    return Prose(text, Runs.collected(looks), Runs.collected(kinds), Runs.of("typed", len(text)))


def say(text: str) -> None:
    """One line."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def typing(press: Callable[[int], None]) -> str:
    """Median, 95th percentile and longest of some hundred keystrokes."""
    times_ms, computed_ms = [], []
    for number in range(_KEYS):
        began, computed = time.perf_counter(), time.process_time()
        press(number)
        QApplication.processEvents()
        times_ms.append((time.perf_counter() - began) * 1000)
        computed_ms.append((time.process_time() - computed) * 1000)
        QTest.qWait(5)
    return f"{_figures(times_ms)}   computed: {_figures(computed_ms)}"


def _figures(times_ms: list[float]) -> str:
    times_ms = sorted(times_ms)
    p95 = times_ms[int(len(times_ms) * 0.95)]
    return f"median {times_ms[len(times_ms) // 2]:6.2f}  p95 {p95:6.2f}  longest {times_ms[-1]:6.2f} ms"


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
    say(f"opened and painted in {shown - began:.2f} s (the window's thread was held {built - began:.2f} s)")
    longest = 0.0
    while pane.editor.galley.busy or pane.counts.words is None:
        began = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - began)
        QTest.qWait(1)
    say(f"all of it measured after {time.perf_counter() - shown:.2f} s, held at most {longest * 1000:.0f} ms")
    pane.editor.setFocus()
    for name, at in _places(len(prose.text)).items():
        session.select(cursor=at, anchor=at)
        pane.editor.ensureCursorVisible()
        QTest.qWait(50)
        say(f"{name:>10}: {typing(_presses(pane.editor))}")
    for name in ("undo", "redo"):
        began = time.perf_counter()
        getattr(session, name)()
        QApplication.processEvents()
        say(f"{name:>10}: {(time.perf_counter() - began) * 1000:.1f} ms")
    began = time.perf_counter()
    pane.resize(500, 900)
    QApplication.processEvents()
    pane.grab()
    say(f"{'resize':>10}: {(time.perf_counter() - began) * 1000:.1f} ms")


def measure_widget(name: str, widget: QTextEdit | QPlainTextEdit, text: str) -> None:
    """One of Qt's own, without a project."""
    widget.setUndoRedoEnabled(False)
    widget.resize(700, 900)
    widget.show()
    began = time.perf_counter()
    widget.setPlainText(text)
    QApplication.processEvents()
    say(f"{name}: opened in {time.perf_counter() - began:.2f} s")
    QTest.qWait(3000)
    for place, at in _places(len(text)).items():
        cursor = QTextCursor(widget.document())
        cursor.setPosition(at)
        widget.setTextCursor(cursor)
        widget.ensureCursorVisible()
        QTest.qWait(50)
        say(f"{place:>10}: {typing(_presses(widget))}")


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
    size, looks = f"{len(prose.text):,} characters", f"{prose.chars.run_count:,} runs of looks"
    say(f"{size}, {prose.paragraph_count:,} paragraphs, {looks}")
    measure_pane(prose)
    if chosen.widgets:
        measure_widget("QTextEdit", QTextEdit(), prose.text)
        measure_widget("QPlainTextEdit", QPlainTextEdit(), prose.text)


if __name__ == "__main__":
    main()
