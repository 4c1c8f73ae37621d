"""The text pane: the passages and an editor bound to the selected one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from artstudio.documents.spans import differing_span
from artstudio.ui import theme
from artstudio.ui.tool_button import tool_button
from artstudio.ui.writing.clips import prose_of
from artstudio.ui.writing.companion import Companion
from artstudio.ui.writing.counts import Counts
from artstudio.ui.writing.editor import PassageEditor
from artstudio.ui.writing.find_bar import FindBar
from artstudio.ui.writing.focus import Focus
from artstudio.ui.writing.format_bar import FormatBar
from artstudio.ui.writing.part_bar import PartBar
from artstudio.ui.writing.parts import part_around
from artstudio.ui.writing.passage_list import PassageList
from artstudio.ui.writing.picture_actions import PictureActions
from artstudio.ui.writing.scribe import Scribe
from artstudio.ui.writing.text_actions import TextActions
from artstudio.ui.writing.tint import Tint

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from artstudio.documents.project import Change
    from artstudio.documents.prose import Kind, Prose
    from artstudio.ui.actions import Action
    from artstudio.ui.session import Session

_LEAST_PX = 96  # of the text, however much else stands around it


class WritingPane(QWidget):
    """Typing is edits of the project; what changes elsewhere is shown here."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._published = (0, 0)  # the cursor and anchor last told to the session
        self.editor = PassageEditor()
        self.editor.setAccessibleName(self.tr("Text"))
        self.editor.setPlaceholderText(self.tr("Write here, or drop a text file on the window."))
        self.scribe = Scribe(session, self.editor)
        self.passages = PassageList(session, self.scribe)
        self.list = self.passages.list
        self.add_button, self.delete_button = self.passages.add_button, self.passages.delete_button
        self.find_bar = FindBar(session, self.editor, self.scribe)
        self.focus_mode = Focus(self, self.editor)
        self.tint = Tint(self.editor)
        self.pictures = PictureActions(session, self.scribe, self)
        self._texts = TextActions(self.scribe, self.find_bar, self.focus_mode, self.tint, self)
        looks, paragraphs = self._texts.looks(), self._texts.paragraphs()
        barred = {action.id: action for action in (*looks, *paragraphs)}
        names = (
            "bold",
            "italic",
            "bullet",
            "numbered",
            "quote",
            "verse",
            "link",
            "underline",
            "strike",
            "code",
            "clear",
        )
        self.format_bar = FormatBar([barred[f"text.{name}"] for name in names])
        self.companion = Companion(session, self.editor, self.scribe, self)
        self.parts = PartBar()
        self.counts = Counts()
        self._place()
        self.setFocusProxy(self.editor)

        self.editor.cursor_moved.connect(self._on_cursor)
        self.editor.handed_in.connect(self._on_handed_in)
        self.editor.followed.connect(_open)
        self.scribe.look_set.connect(self._show_state)
        self.passages.written_in.connect(self.editor.setFocus)
        self.focus_mode.changed.connect(self._on_focus)
        self.parts.wanted.connect(self._show_part_at)
        self.format_bar.kind_chosen.connect(self._on_kind)
        session.changed.connect(self._on_change)
        session.selection_changed.connect(self._on_selection)
        session.project_replaced.connect(self._load)
        self._load()

    def pane_actions(self) -> list[Action]:
        """What the Text menu offers."""
        own = [*self.passages.actions_offered(), *self._texts.actions(), *self.pictures.actions()]
        return [*own, *self.companion.actions()]

    def add(self) -> None:
        """A new passage after the others, ready to be written in."""
        self.passages.add()

    def standing(self) -> tuple[int, bool, bool]:
        """How far it is scrolled, and whether origins and nothing but the text are shown."""
        focus = self.focus_mode.on
        if focus:  # what it has hidden comes back before the pane goes
            self.focus_mode.toggle()
        return self.editor.verticalScrollBar().value(), self.tint.on, focus

    def resume(self, standing: tuple[int, bool, bool]) -> None:
        """Go on as `standing` said of another pane, with the same text."""
        scroll_px, tint, focus = standing
        if tint:
            self.tint.toggle()
        self.tint_button.setChecked(tint)
        bar = self.editor.verticalScrollBar()

        def go_on() -> None:  # once there is room, and the text is laid out in it
            bar.setMaximum(max(bar.maximum(), scroll_px))
            bar.setValue(scroll_px)
            if focus:
                self.focus_mode.toggle()

        QTimer.singleShot(0, self, go_on)

    def _place(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(2)
        foot.addWidget(self.counts, 1)
        self.tint_button = tool_button(
            "format-color-highlight", self.tr("Show where text is from: typed, generated, edited"),
            self.tint.toggle, checkable=True, action="text.tint",
        )  # fmt: skip
        self.focus_button = tool_button(
            "fullscreen", self.tr("Focus: nothing but the text"), self.focus_mode.toggle, action="text.focus"
        )
        for button in (
            tool_button("magnify", self.tr("Find"), self.find_bar.ask, action="text.find"), self.tint_button,
            self.focus_button,
        ):  # fmt: skip
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP_PX, theme.GAP_PX, theme.GAP_PX, theme.GAP_PX)
        column.setSpacing(theme.GAP_PX)
        column.addWidget(self.passages)
        column.addWidget(self.format_bar)
        column.addWidget(self.parts)
        column.addWidget(self.companion.run_bar)
        column.addWidget(self.companion.heat.bar)
        # as low as need be: what else stands here may take the room
        self.editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.editor.setMinimumHeight(_LEAST_PX)
        column.addWidget(self.editor, 1)
        column.addWidget(self.companion.branches)
        column.addWidget(self.find_bar)
        column.addLayout(foot)

    # ------------------------------------------------------------------------------------- the artist's doing

    def _on_cursor(self, cursor: int, anchor: int) -> None:
        start = self.scribe.part_start
        self.scribe.cursor_moved(cursor)
        self._published = (cursor + start, anchor + start)
        self._show_state()
        if self.scribe.passage_id is not None:
            self._session.select(
                passage_id=self.scribe.passage_id, cursor=cursor + start, anchor=anchor + start
            )

    def _on_handed_in(self, mime: QMimeData, place: int) -> None:
        """Something was pasted, or dropped at a place of the part that is shown."""
        prose = prose_of(mime)
        if prose is None and mime.hasImage():
            self.pictures.insert_image(QImage(mime.imageData()))
        elif prose is not None and place < 0:
            self.scribe.put(self.tr("Paste"), prose)
        elif prose is not None:
            self.scribe.drop(self.tr("Move text"), prose, place + self.scribe.part_start)

    def _on_kind(self, kind: Kind, title: str) -> None:
        if self.scribe.style.kind != kind:
            self.scribe.set_kind(kind, title)
        self.editor.setFocus()

    # ---------------------------------------------------------------------------------------- what is shown

    def _on_change(self, change: Change) -> None:
        shown = self.scribe.passage_id
        if change.old.passages is change.new.passages:
            return
        new = next((one for one in change.new.passages if one.id == shown), None)
        old = next((one for one in change.old.passages if one.id == shown), None)
        if new is None:
            if self._session.selection.passage_id != shown:
                self._load()
            return
        if old is not None and old.prose is new.prose:
            return
        own = change.origin is self.scribe
        self._count(old.prose if old else None, new.prose, self.scribe.typed_span if own else None)
        if not own:
            self.scribe.ends_run()
            self._show_whole(new.prose)

    def _count(self, old: Prose | None, new: Prose, span: tuple[int, int, int] | None) -> None:
        """Let what counts and what finds follow the text, which differs within `span` if that is known."""
        if old is None:
            self.counts.start(new.text)
            self.find_bar.other_text()
        elif old.text != new.text:
            span = span or differing_span(old.text, new.text)
            self.counts.changed(new.text, *span)
            self.find_bar.text_changed(*span)

    def _show_whole(self, prose: Prose) -> None:
        """Show what `prose` says of the part in the editor, whatever happened before, in and behind it."""
        self._choose_part(prose, min(self.scribe.part_start, len(prose.text)))
        self.editor.show_prose(self.scribe.shown_part)

    def _show_part_at(self, at: int) -> None:
        prose = self.scribe.prose
        self._choose_part(prose, min(at, len(prose.text)))
        self.editor.load(self.scribe.shown_part)

    def _choose_part(self, prose: Prose, at: int) -> None:
        start, end = part_around(prose, at)
        self.scribe.part_start, self.scribe.part_behind = start, len(prose.text) - end
        self.parts.show_part(start, end, len(prose.text))

    def _on_selection(self) -> None:
        selection = self._session.selection
        if selection.passage_id != self.scribe.passage_id:
            self._load()
        elif (selection.cursor, selection.anchor) != self._published:
            self._select(selection.cursor, selection.anchor)

    def _select(self, cursor: int, anchor: int) -> None:
        scribe = self.scribe
        end = scribe.part_start + len(self.editor.prose.text)
        size = end + scribe.part_behind
        if not scribe.part_start <= min(cursor, size) <= end:
            self._show_part_at(cursor)
        self.editor.select(max(0, cursor - scribe.part_start), max(0, anchor - scribe.part_start))

    def _load(self) -> None:
        """Show the selected passage, or an empty page."""
        selection = self._session.selection
        self.scribe.passage_id = (
            None  # while the editor empties itself, nothing is told of the passage before
        )
        passage_id = selection.passage_id
        self.scribe.ends_run()
        self.scribe.passage_id = passage_id
        self._published = (selection.cursor, selection.anchor)
        self._show_part_at(selection.cursor)
        self._select(selection.cursor, selection.anchor)
        self.passages.mark()
        self.counts.start(self.scribe.prose.text)
        self.find_bar.other_text()
        self._show_state()

    def _show_state(self) -> None:
        self.format_bar.show_state(self.scribe.style)
        start, end = self.scribe.span
        self.counts.selected(end - start, self.editor.selected_text)

    def _on_focus(self, on: bool) -> None:
        self.focus_button.setIcon(theme.icon("fullscreen-exit" if on else "fullscreen"))
        for widget in (self.passages, self.format_bar):
            widget.setVisible(not on)


def _open(link: str) -> None:
    """In the artist's browser; a text from elsewhere must not start anything on this machine."""
    address = QUrl.fromUserInput(link)
    if address.scheme() in ("http", "https", "mailto"):
        QDesktopServices.openUrl(address)
