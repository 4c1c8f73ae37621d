"""A question asked where the artist is looking, in place of a box that stops everything."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from artstudio.ui import theme


class QuestionBar(QFrame):
    """Asks whether something is really to be removed; `really` and `keep` are its two answers."""

    def __init__(self, really: str, keep: str) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.question = QLabel()
        self.question.setWordWrap(True)
        self.really = QPushButton(theme.icon("delete", theme.BAD), really)
        self.keep = QPushButton(keep)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 6)
        row.addWidget(self.question, 1)
        for button in (self.really, self.keep):
            button.setAutoDefault(False)
            row.addWidget(button)
