"""The text editor of a passage: says what was typed as replacements, shows replacements made elsewhere.

It has no undo of its own; undo is the project's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QTextEdit

from artstudio.ui import theme
from artstudio.ui.writing.binding import Binding
from artstudio.ui.writing.clips import clip_of
from artstudio.ui.writing.composing import Composing
from artstudio.ui.writing.galley import Galley
from artstudio.ui.writing.looks import text_font
from artstudio.ui.writing.pictures import Pictures

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import (
        QContextMenuEvent,
        QDropEvent,
        QInputMethodEvent,
        QMouseEvent,
        QResizeEvent,
    )

    from artstudio.documents.prose import Prose

_MOVE = QTextCursor.MoveMode.MoveAnchor
_CTRL = Qt.KeyboardModifier.ControlModifier
_KEEP = QTextCursor.MoveMode.KeepAnchor


class PassageEditor(QTextEdit):
    """Positions in its signals and methods are characters (code points).

    Attributes:
        galley: How the text is laid out and decorated.
        binding: What keeps the text and the prose the same.
    """

    replaced = Signal(int, int, str)  # start, end, text: what the artist did to the text
    cursor_moved = Signal(int, int)  # cursor, anchor
    key = Signal(object)  # QKeyEvent that may mean more than a letter; whoever handles it accepts it
    handed_in = Signal(
        object, int
    )  # QMimeData, and where it was dropped; -1: pasted, in place of the selection
    followed = Signal(str)  # a link that was clicked

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("page", "true")
        font = text_font(self.font())
        self.setFont(font)
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(font)
        self.pictures = Pictures(self)
        self.galley = Galley(document, self.pictures)
        document.setDocumentLayout(self.galley)
        self.setDocument(document)
        self.setUndoRedoEnabled(False)
        self.binding = Binding(document)
        theme.changes.changed.connect(self._show_theme)
        self._composing = Composing(self, self.galley.decorations)
        self._owed = 0.0  # pixels that the view is still to be moved
        self.viewport().setMouseTracking(True)
        self.galley.grew.connect(self._hold_still)
        self.pictures.arrived.connect(self.galley.repaint)
        self.binding.edited.connect(self.replaced)
        self.cursorPositionChanged.connect(self._on_cursor)
        self.selectionChanged.connect(self._on_cursor)

    @property
    def prose(self) -> Prose:
        """What is shown."""
        return self.binding.prose

    @property
    def span(self) -> tuple[int, int]:
        """What is selected, from its start to its end; both are the cursor where nothing is."""
        cursor = self.textCursor()
        to_characters = self.binding.to_characters
        return to_characters(cursor.selectionStart()), to_characters(cursor.selectionEnd())

    @property
    def composing(self) -> bool:
        """Whether an input method is in the midst of a word."""
        return self._composing.going_on

    def selected_text(self) -> str:
        """The characters that are selected."""
        start, end = self.span
        return self.prose.text[start:end]

    def createMimeDataFromSelection(self) -> QMimeData:
        return clip_of(self.prose.part(*self.span))

    def load(self, prose: Prose) -> None:
        """Show another text from its beginning."""
        self._composing.give_up()
        self._know_pictures(prose)
        self._suit(prose.text)
        self.binding.load(prose)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    def _suit(self, text: str) -> None:
        """Choose the font by what is written."""
        font = text_font(QApplication.font(), text)
        if font.families() != self.document().defaultFont().families():
            self.setFont(font)
            self.document().setDefaultFont(font)

    def _show_theme(self) -> None:
        with self._composing.aside():
            self.binding.look_again()

    def show_prose(self, prose: Prose) -> None:
        """Change to `prose`, touching only where it differs, and put the cursor behind text that is new."""
        self._know_pictures(prose)
        with self._composing.aside():
            place = self.binding.show(prose)
            if place is not None:
                self.select(place[1], place[1])
        self._on_cursor()

    def take(self, prose: Prose, start: int, end: int) -> None:
        """What the artist just did made `prose`; the text between two places is as it says already."""
        self._know_pictures(prose)
        self.binding.take(prose, start, end)
        self._on_cursor()

    def select(self, cursor: int, anchor: int) -> None:
        """Put cursor and anchor; out of range means the end."""
        text_cursor = self.textCursor()
        text_cursor.setPosition(self.binding.to_units(anchor), _MOVE)
        text_cursor.setPosition(self.binding.to_units(cursor), _KEEP)
        self.galley.prepare(text_cursor.blockNumber(), self.viewport().height())
        self.setTextCursor(text_cursor)

    def place_at(self, point: object) -> int:
        """The character nearest to a point of the viewport."""
        return self.binding.to_characters(self.cursorForPosition(point).position())  # type: ignore[arg-type]

    # ------------------------------------------------------------------------------------- from the widget

    def _on_cursor(self) -> None:
        if self.binding.settled:
            cursor = self.textCursor()
            to_characters = self.binding.to_characters
            self.cursor_moved.emit(to_characters(cursor.position()), to_characters(cursor.anchor()))

    def _know_pictures(self, prose: Prose) -> None:
        if prose.chars is not self.binding.prose.chars:
            found = (style.picture for style in prose.chars.distinct())
            self.pictures.know({picture.id: picture for picture in found if picture is not None})

    def _hold_still(self, y: float, by: float) -> None:
        """Paragraphs above the view turned out to be of another height: what is in view stays where it is."""
        bar = self.verticalScrollBar()
        if y <= bar.value():
            self._owed += by
            whole = round(self._owed)
            if whole:
                self._owed -= whole  # thousands of paragraphs: each fraction counts
                bar.setMaximum(max(bar.maximum(), bar.value() + whole))
                bar.setValue(bar.value() + whole)

    # ------------------------------------------------------------------------------------------- behaviour

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
        ):
            event.ignore()  # else the editor would claim Ctrl+Z and do nothing with it
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and event.modifiers() & _CTRL:
            # Tab itself is written, or moves a list inwards
            QAbstractScrollArea.focusNextPrevChild(self, event.key() == Qt.Key.Key_Tab)
            return
        event.ignore()
        self.key.emit(event)
        if not event.isAccepted():
            event.accept()
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing.takes(event, super().inputMethodEvent)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        if source.hasUrls() and any(url.isLocalFile() for url in source.urls()):
            return False  # files are the window's
        return source.hasImage() or source.hasHtml() or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.handed_in.emit(source, -1)

    def dropEvent(self, event: QDropEvent) -> None:
        # Qt would take away and put in as one change of the document; here each is an edit of the project
        place = self.place_at(event.position().toPoint())
        self.handed_in.emit(event.mimeData(), place)
        event.setDropAction(Qt.DropAction.CopyAction)  # or what was moved would be taken away once more
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        wanted = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if wanted and (link := self.anchorAt(event.position().toPoint())):
            self.followed.emit(link)

    def resizeEvent(self, event: QResizeEvent) -> None:
        bar = self.verticalScrollBar()
        first = self.galley.number_at(bar.value())
        into = bar.value() - self.galley.top_of(first)
        super().resizeEvent(event)
        if bar.value():
            bar.setValue(round(self.galley.top_of(first) + into))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        for action in menu.actions():
            if action.objectName() in ("edit-undo", "edit-redo"):
                menu.removeAction(action)
        while menu.actions() and menu.actions()[0].isSeparator():
            menu.removeAction(menu.actions()[0])
        menu.exec(event.globalPos())
        menu.deleteLater()
