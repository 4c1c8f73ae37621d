"""A text beside the one it was made from: paragraph by paragraph at one height, and scrolled as one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from artstudio.sdk.media import Text
from artstudio.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from artstudio.ui.candidates.tray import Take, Tray

_GAP_PX: Final = 8
_SETTLE_MS: Final = 60


def source_of(take: Take) -> Text | None:
    """The text that a result was made from, where the two can be read side by side."""
    texts = [one for one in take.generation.media.values() if isinstance(one, Text)]
    value = take.value
    if take.candidate is None or not isinstance(value, Text) or len(texts) != 1:
        return None
    source = texts[0]
    return None if value.text.startswith(source.text) else source


class SideBySide(QDialog):
    """Reads only; what is read can be kept as a passage of its own, or in the place of its source."""

    def __init__(self, tray: Tray, take: Take, parent: QWidget) -> None:
        super().__init__(parent)
        self._tray, self._take = tray, take
        self.setWindowTitle(self.tr("{title}: side by side").format(title=take.title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(920, 600)
        source, made = source_of(take), take.value
        assert source is not None
        assert isinstance(made, Text)
        self.source, self.made = _Page(source.text), _Page(made.text)
        self.source.setAccessibleName(self.tr("Source"))
        self.made.setAccessibleName(take.title)
        pages = QGridLayout()
        pages.setSpacing(theme.GAP_PX)
        for column, (title, page) in enumerate(((self.tr("Source"), self.source), (take.title, self.made))):
            heading = QLabel(title)
            heading.setProperty("heading", True)
            pages.addWidget(heading, 0, column)
            pages.addWidget(page, 1, column)
            pages.setColumnStretch(column, 1)
        self.keep_button = QPushButton(
            theme.icon("text-box-plus-outline", theme.ON_ACCENT), self.tr("Keep as a new passage")
        )
        self.keep_button.setProperty("primary", True)
        self.keep_button.clicked.connect(lambda: self._keep(apart=True))
        self.replace_button = QPushButton(theme.icon("find-replace"), self.tr("Put in place of the source"))
        self.replace_button.clicked.connect(lambda: self._keep(apart=False))
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        for button in (self.keep_button, self.replace_button, close):
            button.setAutoDefault(False)
            foot.addWidget(button)
            if button is self.replace_button:
                foot.addStretch(1)
        column_ = QVBoxLayout(self)
        column_.addLayout(pages, 1)
        column_.addLayout(foot)
        for one, two in ((self.source, self.made), (self.made, self.source)):
            one.verticalScrollBar().valueChanged.connect(two.verticalScrollBar().setValue)
            one.cursorPositionChanged.connect(lambda one=one, two=two: _mark_pair(one, two))
        self._later = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._later.timeout.connect(self.align)
        tray.removed.connect(self._leave)

    def align(self) -> None:
        """Let each paragraph begin at the height of its counterpart."""
        pages = (self.source, self.made)
        heights = [page.heights() for page in pages]
        count = min(len(heights[0]), len(heights[1]))
        for page, own, other in zip(pages, heights, heights[::-1], strict=True):
            page.space([max(0.0, other[i] - own[i]) if i < count else 0.0 for i in range(len(own))])
        most = max(page.verticalScrollBar().maximum() for page in pages)
        for page in pages:  # the shorter one scrolls as far
            page.stretch(most)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def _keep(self, *, apart: bool) -> None:
        self._tray.keep([self._take], apart=apart)
        self.close()

    def _leave(self, take: Take) -> None:
        if take is self._take:
            self.close()


class _Page(QTextEdit):
    """One of the two texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setPlainText(text)
        self._spaces: list[float] = []

    def heights(self) -> list[float]:
        """How high each paragraph is by itself."""
        layout, block = self.document().documentLayout(), self.document().begin()
        found = []
        while block.isValid():
            found.append(layout.blockBoundingRect(block).height())
            block = block.next()
        return found

    def tops(self) -> list[float]:
        """Where the letters of each paragraph begin in the text."""
        layout, block = self.document().documentLayout(), self.document().begin()
        found = []
        while block.isValid():
            found.append(layout.blockBoundingRect(block).top())
            block = block.next()
        return found

    def space(self, below: list[float]) -> None:
        """Leave so much below each paragraph."""
        if below == self._spaces:
            return
        self._spaces = below
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        block = self.document().begin()
        for room in below:
            form = QTextBlockFormat(block.blockFormat())
            if form.bottomMargin() != room + _GAP_PX:
                form.setBottomMargin(room + _GAP_PX)
                cursor.setPosition(block.position())
                cursor.setBlockFormat(form)
            block = block.next()
        cursor.endEditBlock()

    def stretch(self, maximum: int) -> None:
        """Scroll as far as that."""
        self.verticalScrollBar().setMaximum(max(self.verticalScrollBar().maximum(), maximum))

    def mark(self, number: int) -> None:
        """Mark a paragraph."""
        block = self.document().findBlockByNumber(number)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = QTextCursor(block)
        selection.format.setBackground(QColor(theme.HOVER))
        selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.setExtraSelections([selection] if block.isValid() else [])


def _mark_pair(one: _Page, two: _Page) -> None:
    """Mark the paragraph of the cursor, and its counterpart."""
    number = one.textCursor().blockNumber()
    with QSignalBlocker(two):
        for page in (one, two):
            page.mark(number)
