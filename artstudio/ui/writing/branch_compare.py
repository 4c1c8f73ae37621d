"""Two branches side by side, with what differs between them marked."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from artstudio.ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+\s*|\s+|[^\w\s]\s*")
MOST: Final = 8_000  # characters of each that are compared: what follows counts as different

Spans = list[tuple[int, int]]


def differing(one: str, two: str) -> tuple[Spans, Spans]:
    """The spans of each text that the other does not have, by whole words; of Chinese by signs."""
    words = [_words(text) for text in (one, two)]
    mine: Spans = []
    theirs: Spans = []
    matcher = SequenceMatcher(
        None, [one[a:b] for a, b in words[0]], [two[a:b] for a, b in words[1]], autojunk=False
    )
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            for spans, found, first, last in ((mine, words[0], a, b), (theirs, words[1], c, d)):
                if first < last:
                    spans.append((found[first][0], found[last - 1][1]))
    for spans, text in ((mine, one), (theirs, two)):
        if len(text) > MOST:
            spans.append((MOST, len(text)))
    return mine, theirs


def _words(text: str) -> Spans:
    return [one.span() for one in _WORD.finditer(text[:MOST])]


class BranchCompare(QDialog):
    """Keys 1 and 2 take a side into the text."""

    def __init__(self, sides: list[tuple[str, str, Callable[[], None]]], parent: QWidget) -> None:
        """`sides` are the title of each, its text and what takes it into the text."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare branches"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 520)
        row = QHBoxLayout(self)
        row.setSpacing(2 * theme.GAP_PX)
        self.texts: list[QTextEdit] = []
        marks = differing(sides[0][1], sides[1][1])
        for number, ((title, text, take), spans) in enumerate(zip(sides, marks, strict=True), 1):
            column = QVBoxLayout()
            heading = QLabel(title)
            heading.setProperty("heading", True)
            view = QTextEdit()
            view.setReadOnly(True)
            view.setAccessibleName(title)
            view.setPlainText(text)
            _mark(view, text, spans)
            self.texts.append(view)
            button = QPushButton(theme.icon("check", theme.ON_ACCENT), self.tr("Take this one"))
            button.setProperty("primary", True)
            button.setShortcut(str(number))
            button.setToolTip(self.tr("Take this one into the text ({n})").format(n=number))
            button.setAccessibleName(f"{button.text()}: {title}")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, take=take: (take(), self.close()))
            column.addWidget(heading)
            column.addWidget(view, 1)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            row.addLayout(column, 1)
        for one, two in (self.texts, self.texts[::-1]):
            one.verticalScrollBar().valueChanged.connect(two.verticalScrollBar().setValue)


def _mark(view: QTextEdit, text: str, spans: Spans) -> None:
    form = QTextCharFormat()
    form.setBackground(QColor(theme.FOUND_WASH))
    cursor = QTextCursor(view.document())
    cursor.beginEditBlock()
    for start, end in spans:
        cursor.setPosition(_units(text, start))
        cursor.setPosition(_units(text, end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(form)
    cursor.endEditBlock()


def _units(text: str, at: int) -> int:
    return at if text.isascii() else len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
