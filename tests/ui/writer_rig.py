"""A text pane and the panel over the toy writer, for the tests of writing along with a model."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from artstudio.documents.edits import Put
from artstudio.documents.forks import shown_forks
from artstudio.documents.writing import Passage
from artstudio.ui.panel.pane import PanelPane
from artstudio.ui.session import Session
from artstudio.ui.writing.pane import WritingPane

QUILL = Path(__file__).parents[1] / "data" / "plugins" / "quill"
WAIT_MS = 20_000
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@dataclass
class Atelier:
    """What an artist has in front of them."""

    window: QWidget
    qtbot: QtBot
    session: Session
    pane: WritingPane
    panel: PanelPane

    def open(self, text: str, cursor: int | None = None) -> None:
        """A passage with `text`, the cursor at its end or where said."""
        self.session.do(Put("Open", "passage", "p1", Passage.plain("p1", "Tale", text)))
        self.put(len(text) if cursor is None else cursor)

    def put(self, cursor: int, anchor: int | None = None) -> None:
        self.session.select(passage_id="p1", cursor=cursor, anchor=cursor if anchor is None else anchor)

    def choose(self, action: str, **params: Any) -> None:
        """Show an action of the writer in the panel, with these parameters and seed 7 that stays."""
        self.panel.choose("quill", action)
        self.panel.body.form.set_values(params)
        self.panel.body.seed.set_value(7, locked=True)

    def wait(self, done: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(done()), timeout=WAIT_MS)

    def idle(self) -> bool:
        return self.session.along.writing is None

    def ready_to_stop(self) -> bool:
        """Whether the recipe of what is being written is known."""
        writing = self.session.along.writing
        return writing is not None and writing.strands[0].recipe is not None

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.pane.editor, key, modifiers)

    @property
    def text(self) -> str:
        return self.session.project.sheet.passage("p1").text

    @property
    def branches(self) -> list[list[str]]:
        """The texts of each fork's branches, the one that shows marked; outer forks first."""
        passage = self.session.project.sheet.passage("p1")
        return [
            [
                f"*{passage.text[fork.start : fork.end]}" if i == fork.shown else branch.prose.text
                for i, branch in enumerate(fork.branches)
            ]
            for fork in shown_forks(passage.forks)
        ]

    @property
    def ghost(self) -> str:
        """What is seen in the editor beyond the text."""
        seen, block = "", self.pane.editor.document().begin()
        while block.isValid():
            seen += block.layout().preeditAreaText()
            block = block.next()
        return seen.replace("\u2028", "\n")


def make_atelier(qtbot: QtBot, toy_folder: Path, session: Session) -> Atelier:
    """A text pane and the panel in one window, once the plugins are known."""
    shutil.copytree(QUILL, toy_folder / "quill", ignore=shutil.ignore_patterns("__pycache__"))
    window = QWidget()
    row = QHBoxLayout(window)
    pane, panel = WritingPane(session), PanelPane(session)
    row.addWidget(pane, 1)
    row.addWidget(panel)
    qtbot.addWidget(window)
    window.resize(1000, 640)
    window.show()
    qtbot.waitExposed(window)
    catalog = session.catalog
    qtbot.waitUntil(lambda: "quill" in catalog.schemas and not catalog.loading, timeout=WAIT_MS)
    pane.editor.setFocus()
    return Atelier(window, qtbot, session, pane, panel)
