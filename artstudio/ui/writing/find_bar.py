"""The bar below the text that finds and replaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from artstudio.documents.prose import Prose, typed_look
from artstudio.documents.text_edits import ReplaceText
from artstudio.ui import theme
from artstudio.ui.qthreads import in_background
from artstudio.ui.tool_button import tool_button
from artstudio.ui.words import sentence
from artstudio.ui.writing.finding import NOTHING, Found, Wanted, find_all, replacement
from artstudio.ui.writing.replacing import replaced_all

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QTextBlock

    from artstudio.documents.prose import Origin
    from artstudio.ui.session import Session
    from artstudio.ui.writing.decorations import Wash
    from artstudio.ui.writing.editor import PassageEditor
    from artstudio.ui.writing.scribe import Scribe

_PAUSE_MS: Final = 120  # without another letter before the text is looked through


class FindBar(QWidget):
    """Looks through the passage beside the window; what is found is coloured in the text.

    Places are of the whole passage, of which the editor may show a part.
    """

    def __init__(self, session: Session, editor: PassageEditor, scribe: Scribe) -> None:
        super().__init__()
        self._session, self._editor, self._scribe = session, editor, scribe
        self._found: Found = NOTHING
        self._asked = 0
        self._searching = False
        self._goes = False  # to the next place, as soon as places are known
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.field, self.other = QLineEdit(), QLineEdit()
        self.field.setPlaceholderText(self.tr("Find"))
        self.other.setPlaceholderText(self.tr("Replace with"))
        for field in (self.field, self.other):
            field.setAccessibleName(field.placeholderText())
            field.installEventFilter(self)
        self.case = tool_button("format-letter-case", self.tr("Match case"), self._anew, checkable=True)
        self.words = tool_button("format-letter-matches", self.tr("Whole words"), self._anew, checkable=True)
        self.pattern = tool_button(
            "regex",
            self.tr("Pattern: . any character, \\w a letter, + one or more, ( ) a group, \\1 what it caught"),
            self._anew, checkable=True,
        )  # fmt: skip
        self.said = QLabel()
        self.said.setProperty("dim", "true")
        self.said.setWordWrap(True)
        before = tool_button("arrow-up", self.tr("Previous"), self.previous, action="text.find_previous")
        after = tool_button("arrow-down", self.tr("Next"), self.next, action="text.find_next")
        self.close_button = tool_button("close", self.tr("Close (Esc)"), self.leave)
        self.replace_button = tool_button("find-replace", self.tr("Replace, and find the next"), self.replace)
        self.all_button = tool_button("check-all", self.tr("Replace all"), self.replace_all)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(3)
        grid.setColumnStretch(0, 1)
        for column, widget in enumerate((self.field, before, after, self.close_button)):
            grid.addWidget(widget, 0, column)
        for column, widget in enumerate((self.other, self.replace_button, self.all_button)):
            grid.addWidget(widget, 1, column)
        row = QHBoxLayout()
        row.setSpacing(3)
        for button in (self.case, self.words, self.pattern):
            row.addWidget(button)
        row.addWidget(self.said, 1)
        grid.addLayout(row, 2, 0, 1, 4)
        self.field.textChanged.connect(self._anew)
        editor.galley.decorations.washes.append(self._wash)
        editor.cursor_moved.connect(lambda *_: self._tell())
        self.hide()

    def ask(self, *, replacing: bool = False) -> None:
        """Open, with what is selected to be found."""
        self.show()
        start, end = self._editor.span
        chosen = self._editor.prose.text[start:end] if end - start < 200 else ""
        if chosen and "\n" not in chosen and not self.pattern.isChecked():
            self.field.setText(chosen)
        self._anew()
        field = self.other if replacing and self.field.text() else self.field
        field.setFocus()
        field.selectAll()

    def leave(self) -> None:
        """Close, and write on where the cursor stands."""
        self.hide()
        self._found = NOTHING
        self._editor.galley.repaint()
        self._editor.setFocus()

    def next(self) -> None:
        """Select the next place; after the last comes the first."""
        if not self.isVisible():
            self.ask()
            return
        if len(self._found):
            end = self._scribe.span[1]
            at = int(self._found.starts.searchsorted(end)) % len(self._found)
            self._select(at)

    def previous(self) -> None:
        """Select the place before; before the first comes the last."""
        if not self.isVisible():
            self.ask()
            return
        if len(self._found):
            start = self._scribe.span[0]
            self._select((int(self._found.ends.searchsorted(start, "right")) - 1) % len(self._found))

    def replace(self) -> None:
        """Replace the place that is selected and go to the next; with none selected only go."""
        here, passage_id = self._here(), self._scribe.passage_id
        if here is None or passage_id is None:
            self.next()
            return
        start, end = int(self._found.starts[here]), int(self._found.ends[here])
        groups = self._found.groups[here] if self._found.groups else None
        prose = self._scribe.prose
        look = typed_look(prose.chars.at(start))
        origin: Origin = "typed" if prose.origins.at(start) == "typed" else "edited"
        new = replacement(self.other.text(), groups)
        self._scribe.do(
            ReplaceText(
                self.tr("Replace"), passage_id, start, end,
                prose=Prose.plain(new, origin, look, prose.paragraphs.at(prose.paragraph_at(start))),
            ),
            start + len(new),
        )  # fmt: skip
        self.next()

    def replace_all(self) -> None:
        """Replace every place, as one step."""
        passage_id = self._scribe.passage_id
        if passage_id is None or not self.field.text():
            return
        passage = self._session.project.sheet.passage(passage_id)
        wanted, template, label = self._wanted(), self.other.text(), self.tr("Replace all")

        def work() -> tuple[int, ReplaceText | None]:
            found = find_all(passage.prose.text, wanted, groups=True)
            return len(found), replaced_all(passage, label, found, template) if len(found) else None

        def then(made: tuple[int, ReplaceText | None]) -> None:
            count, edit = made
            if edit is not None:
                if self._session.project.sheet.passage(passage_id) is not passage:
                    self.said.setText(self.tr("The text has changed meanwhile; nothing was replaced."))
                    return
                self._scribe.do(edit)
            self._look()
            self._session.said.emit(self.tr("{n} replaced.").format(n=QLocale().toString(count)))

        in_background(self, "replacing", work, then, self._failed)

    def text_changed(self, start: int, old_end: int, new_end: int) -> None:
        """The passage is another between two places: what was found moves along, then is looked for anew."""
        if not self.isVisible():
            return
        starts, ends = self._found.starts, self._found.ends
        one, two = int(ends.searchsorted(start, "right")), int(starts.searchsorted(old_end))
        if one <= two:
            by = new_end - old_end
            self._found = Found(
                np.concatenate([starts[:one], starts[two:] + by]),
                np.concatenate([ends[:one], ends[two:] + by]),
                self._found.groups[:one] + self._found.groups[two:],
                self._found.all_of_them,
            )
        self._pause.start()

    def other_text(self) -> None:
        """Another passage is shown."""
        self._found = NOTHING
        if self.isVisible():
            self._look()

    # -------------------------------------------------------------------------------------------- looking

    def _wanted(self) -> Wanted:
        return Wanted(
            self.field.text(), self.pattern.isChecked(), self.case.isChecked(), self.words.isChecked()
        )

    def _anew(self) -> None:
        self._goes = self._searching = True
        self._pause.start()

    def _look(self) -> None:
        self._pause.stop()
        self._asked += 1
        self._searching = True
        asked, wanted, text = self._asked, self._wanted(), self._scribe.prose.text

        def then(found: Found) -> None:
            if asked != self._asked or not self.isVisible():
                return
            if self._scribe.prose.text != text:  # typed in meanwhile
                self._pause.start()
                return
            self._found, self._searching = found, False
            if self._goes and len(found) and self.field.hasFocus():
                at = int(found.starts.searchsorted(self._scribe.span[0])) % len(found)
                self._select(at)
            self._goes = False
            self._tell()
            self._editor.galley.repaint()

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._failed(error)

        in_background(self, "finding", lambda: find_all(text, wanted, groups=True), then, failed)

    def _failed(self, error: Exception) -> None:
        self._found, self._searching = NOTHING, False
        self.said.setText(sentence(error))
        self._editor.galley.repaint()

    def _here(self) -> int | None:
        """Which place is selected."""
        start, end = self._scribe.span
        at = int(self._found.starts.searchsorted(start))
        if at < len(self._found) and (self._found.starts[at], self._found.ends[at]) == (start, end):
            return at
        return None

    def _select(self, at: int) -> None:
        start, end = int(self._found.starts[at]), int(self._found.ends[at])
        self._session.select(passage_id=self._scribe.passage_id, cursor=end, anchor=start)
        self._editor.ensureCursorVisible()

    def _tell(self) -> None:
        if not self.isVisible():
            return
        number, count = QLocale().toString, len(self._found)
        most = number(count) + ("" if self._found.all_of_them else "+")
        if not self.field.text():
            self.said.clear()
        elif not count:
            self.said.setText("…" if self._searching else self.tr("Not found"))
        elif (here := self._here()) is not None:
            self.said.setText(self.tr("{n} of {count}").format(n=number(here + 1), count=most))
        else:
            self.said.setText(self.tr("{count} found").format(count=most))

    def _wash(self, block: QTextBlock) -> Iterable[Wash]:
        if not len(self._found):
            return
        begin = self._scribe.part_start
        to_units, to_characters = self._editor.binding.to_units, self._editor.binding.to_characters
        start = to_characters(block.position()) + begin
        end = to_characters(block.position() + block.length() - 1) + begin
        first = int(self._found.ends.searchsorted(start, "right"))
        last = int(self._found.starts.searchsorted(end))
        here = self._here()
        for number in range(first, last):
            a, b = int(self._found.starts[number]) - begin, int(self._found.ends[number]) - begin
            colour = theme.FOUND_HERE_WASH if number == here else theme.FOUND_WASH
            yield (
                max(0, to_units(max(0, a)) - block.position()),
                min(block.length() - 1, to_units(b) - block.position()),
                QColor(colour),
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if watched is self.other:
                    self.replace()
                elif shifted:
                    self.previous()
                else:
                    self.next()
                return True
        return super().eventFilter(watched, event)
