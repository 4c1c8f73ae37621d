"""How long edits of a large rich text take, and how they grow with the text.

    python tests/benchmarks/prose.py [--megabytes 2] [--runs 50000] [--edits 300] [--forks 200]

Types at random places into a text of so many characters, runs of looks and alternatives, and into one of a
hundredth of all that. Prints the milliseconds of processor time of an edit (median, 95th percentile, worst)
and of taking it back, how many times longer the large text takes, and what the journal and a project file
make of it.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from artstudio.documents.canvas import Canvas
from artstudio.documents.edits import Edit
from artstudio.documents.forks import Branch
from artstudio.documents.prose import CharStyle, ParagraphStyle, Prose
from artstudio.documents.runs import Runs
from artstudio.documents.sheet import Sheet
from artstudio.documents.text_edits import Branched, ReplaceText
from artstudio.documents.writing import Passage
from artstudio.project.archive import open_project, save_project
from artstudio.project.frames import changes
from artstudio.render.compositor import composite

LOOKS = (CharStyle(), CharStyle(bold=True), CharStyle(italic=True), CharStyle(link="https://example.org"))
STYLES = (ParagraphStyle("heading1"), ParagraphStyle(), ParagraphStyle("quote"))
LINE = "A line of a long book, as many as there are.\n"


def book(size: int, runs: int, forks: int) -> Sheet:
    """A text of `size` characters with so many runs of looks and forks of two branches each."""
    text = (LINE * (size // len(LINE) + 1))[:size]
    lengths = [size // runs + (i < size % runs) for i in range(runs)]
    prose = Prose(
        text,
        Runs.collected(zip(cycle(LOOKS), lengths, strict=False)),
        Runs.collected(zip(cycle(STYLES), [1] * (text.count("\n") + 1), strict=False)),
        Runs.of("typed", size),
    )
    sheet = Sheet(Canvas(16, 16), passages=(Passage("p1", "Book", prose),))
    for number in range(forks):
        at = number * (size // forks)  # what is put there is as long as what was
        branch = Branch(Prose.plain("another way to go on", "generated"))
        sheet, _ = Branched("Continue", "p1", at, at + 20, branch).apply(sheet)
    return sheet


def typed(sheet: Sheet, edits: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each edit, and of taking each back."""
    rng = random.Random(1)
    forward: list[float] = []
    inverses: list[Edit] = []
    for _ in range(edits):
        at = rng.randrange(len(sheet.passages[0].text))
        start = time.thread_time()
        sheet, inverse = ReplaceText("Typing", "p1", at, at, "x").apply(sheet)
        forward.append(1000 * (time.thread_time() - start))
        inverses.append(inverse)
    back: list[float] = []
    for inverse in reversed(inverses):
        start = time.thread_time()
        sheet, _ = inverse.apply(sheet)
        back.append(1000 * (time.thread_time() - start))
    return forward, back


def figures(times: list[float]) -> dict[str, float]:
    """Median, 95th percentile and worst."""
    ordered = sorted(times)
    return {
        "median_ms": round(statistics.median(ordered), 3),
        "p95_ms": round(ordered[int(0.95 * (len(ordered) - 1))], 3),
        "worst_ms": round(ordered[-1], 3),
    }


def took(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    start = time.thread_time()
    work()
    return round(1000 * (time.thread_time() - start), 1)


def main() -> None:
    """Print one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=2.0)
    parser.add_argument("--runs", type=int, default=50_000)
    parser.add_argument("--edits", type=int, default=300)
    parser.add_argument("--forks", type=int, default=200)
    asked = parser.parse_args()
    size = int(asked.megabytes * 1_000_000)
    large = book(size, asked.runs, asked.forks)
    small = book(size // 100, max(1, asked.runs // 100), max(1, asked.forks // 100))
    forward, back = typed(large, asked.edits)
    small_forward, _ = typed(small, asked.edits)
    changed, _ = ReplaceText("Typing", "p1", size // 2, size // 2, "x").apply(large)
    again, _ = ReplaceText("Typing", "p1", size // 3, size // 3, "y").apply(changed)
    result: dict[str, object] = {
        "typing": figures(forward),
        "taking back": figures(back),
        "times longer than in a hundredth": round(
            statistics.median(forward) / statistics.median(small_forward), 1
        ),
        "journal, first change after a save, ms": took(lambda: list(changes(large, changed, large))),
        "journal, each later change, ms": took(lambda: list(changes(changed, again, large))),
        "journal, bytes of a later change": sum(len(frame.data) for frame in changes(changed, again, large)),
    }
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.artstudio"
        result["save, ms"] = took(lambda: save_project(large, path, lambda: composite(large.canvas)))
        result["open, ms"] = took(lambda: open_project(path, Path(folder)))
        result["file, bytes"] = path.stat().st_size
        if open_project(path, Path(folder)) != large:
            raise SystemExit("what was opened is not what was saved")
    print(json.dumps(result))  # noqa: T201


if __name__ == "__main__":
    main()
