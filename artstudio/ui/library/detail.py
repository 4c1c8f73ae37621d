"""One entry in full: what it is, how it was made, and what the artist says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from artstudio.documents.film import Footage
from artstudio.library.changing import Change
from artstudio.library.entry import MODEL
from artstudio.ui import theme
from artstudio.ui.candidates.media_view import MediaView
from artstudio.ui.film.footage_view import FootageView
from artstudio.ui.library.stars import Stars
from artstudio.ui.library.words import measure, when
from artstudio.ui.tool_button import tool_button
from artstudio.ui.words import kind_word, size

if TYPE_CHECKING:
    from artstudio.library.entry import Details
    from artstudio.sdk import Media

_PREVIEW_PX: Final = 150
_SETTLE_MS: Final = 600  # after the last letter of a note


class Detail(QScrollArea):
    """Shows one entry; says what is to be changed, and which verb is wanted."""

    change_wanted = Signal(object, object)  # list of ids, Change
    verb_wanted = Signal(str)  # as the grid's keys

    def __init__(self) -> None:
        super().__init__()
        self.details: Details | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title = QLineEdit()
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setToolTip(self.tr("Title: type another to rename it"))
        self.view = MediaView()
        self.view.setFixedHeight(_PREVIEW_PX)
        self.film: FootageView | None = None
        self.facts = _label()
        self.stars = Stars()
        self.open_button = QPushButton(theme.icon("arrow-top-left", theme.ON_ACCENT), "")
        self.open_button.setProperty("primary", True)
        self.play_button = tool_button(
            "play", self.tr("Play (Space)"), lambda: self.verb_wanted.emit("Space")
        )
        self.again_button = tool_button(
            "refresh", self.tr("Again with a new seed (R)"), lambda: self.verb_wanted.emit("R")
        )
        self.vary_button = tool_button(
            "arrow-split-vertical",
            self.tr("Vary: four more with the same seed, their sliders moved a little (V)"),
            lambda: self.verb_wanted.emit("V"),
        )
        self.input_button = tool_button(
            "import", self.tr("Use as input of the chosen action (I)"), lambda: self.verb_wanted.emit("I")
        )
        self.more_button = tool_button(
            "dots-horizontal", self.tr("More"), lambda: self.verb_wanted.emit("More")
        )
        self.tags = _line(self.tr("Tags, with commas between"))
        self.collections = _line(self.tr("Collections, with commas between"))
        self.notes = QPlainTextEdit()
        self.notes.setFixedHeight(62)
        self.notes.setPlaceholderText(self.tr("Notes"))
        self.notes.setAccessibleName(self.tr("Notes"))
        self.notes.setTabChangesFocus(True)
        self.recipe = QFormLayout()
        self.recipe.setHorizontalSpacing(theme.GAP_PX * 2)
        self.recipe.setVerticalSpacing(2)
        self._noting = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._noting.timeout.connect(self.write_notes)
        self._lay_out()
        self.open_button.clicked.connect(lambda: self.verb_wanted.emit("Return"))
        self.stars.set_by_hand.connect(lambda number: self._change(Change(star=number)))
        self.title.editingFinished.connect(self._rename)
        self.tags.editingFinished.connect(self._tag)
        self.collections.editingFinished.connect(self._collect)
        self.notes.textChanged.connect(self._noting.start)

    def show_details(self, details: Details) -> None:
        """Show an entry; fields that are just being typed in are left alone where it is the same one."""
        self.write_notes()
        same = self.details is not None and self.details.entry.id == details.entry.id
        self.details = details
        entry = details.entry
        for field, text in (
            (self.title, entry.title),
            (self.tags, ", ".join(details.tags)),
            (self.collections, ", ".join(details.collections)),
        ):
            if not (same and field.hasFocus()):
                field.setText(text)
        if not (same and self.notes.hasFocus()):
            with QSignalBlocker(self.notes):
                self.notes.setPlainText(details.notes)
        self.stars.show_number(entry.star)
        model = entry.kind == MODEL
        self.open_button.setText(self.tr("Work with it") if model else self.tr("Open in pane"))
        self.open_button.setToolTip(
            self.tr("Choose it in the Models panel (Enter)")
            if model
            else self.tr("Bring it into the project (Enter)")
        )
        self.play_button.setVisible(entry.kind in ("score", "audio", "video"))
        for button in (self.again_button, self.vary_button, self.input_button):
            button.setVisible(not model)
        facts = [kind_word(entry.kind), measure(entry), size(entry.nbytes) if entry.nbytes else ""]
        made = self.tr("{when}, in {project}").format(when=when(entry.made_ms), project=entry.project)
        self.facts.setText(
            " · ".join(one for one in facts if one) + "\n" + (made if entry.project else when(entry.made_ms))
        )
        self.facts.setToolTip(details.project_path)
        if not same:
            self._show_recipe(details)
            self.show_value(None)
            self.verticalScrollBar().setValue(0)

    def show_value(self, value: Media | Footage | None) -> None:
        """Show what was made, once it has been read."""
        if self.film is not None:
            self.film.hide()
            self.film.deleteLater()
            self.film = None
        film = isinstance(value, Footage)
        self.view.setVisible(not film)
        if isinstance(value, Footage):
            self.film = FootageView(value)
            self.film.setFixedHeight(_PREVIEW_PX)
            self._column.insertWidget(0, self.film)
        else:
            self.view.set_value(value)

    def write_notes(self) -> None:
        """Keep what was typed."""
        self._noting.stop()
        text = self.notes.toPlainText()
        if self.details is not None and text != self.details.notes:
            self._change(Change(notes=text))

    # ------------------------------------------------------------------------------------------- changes

    def _rename(self) -> None:
        title = self.title.text().strip()
        if self.details is not None and title and title != self.details.entry.title:
            self._change(Change(title=title))

    def _tag(self) -> None:
        if self.details is not None:
            added, dropped = _between(self.details.tags, self.tags.text())
            if added or dropped:
                self._change(Change(add_tags=added, drop_tags=dropped))

    def _collect(self) -> None:
        if self.details is not None:
            added, dropped = _between(self.details.collections, self.collections.text())
            if added or dropped:
                self._change(Change(add_to=added, drop_from=dropped))

    def _change(self, wish: Change) -> None:
        if self.details is not None:
            self.change_wanted.emit([self.details.entry.id], wish)

    # -------------------------------------------------------------------------------------------- looks

    def _show_recipe(self, details: Details) -> None:
        while self.recipe.rowCount():
            self.recipe.removeRow(0)
        recipe = details.recipe
        rows = {self.tr("Plugin"): f"{recipe.plugin} {recipe.version}", self.tr("Action"): recipe.action}
        rows |= {self.tr("Model"): recipe.model} if recipe.model else {}
        rows |= {name: str(value) for name, value in recipe.params.items()}
        rows[self.tr("Seed")] = str(recipe.seed)
        for name, value in rows.items():
            words = _label()
            words.setProperty("dim", False)
            words.setText(value if len(value) <= 300 else f"{value[:300]}…")
            head = _label()
            head.setText(name)
            self.recipe.addRow(head, words)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = self._column = QVBoxLayout(inner)
        column.setContentsMargins(theme.GAP_PX, theme.GAP_PX, theme.GAP_PX, theme.GAP_PX)
        column.setSpacing(theme.GAP_PX)
        column.addWidget(self.view)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addWidget(self.open_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        buttons.addWidget(self.stars, 1)
        for button in (
            self.play_button, self.again_button, self.vary_button, self.input_button, self.more_button,
        ):  # fmt: skip
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addWidget(self.tags)
        column.addWidget(self.collections)
        column.addWidget(self.notes)
        column.addLayout(self.recipe)
        column.addStretch(1)
        self.setWidget(inner)


def _between(old: tuple[str, ...], text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a list with commas has more than `old`, and less."""
    new = [name for part in text.replace("，", ",").split(",") if (name := " ".join(part.split()))]
    return tuple(one for one in new if one not in old), tuple(one for one in old if one not in new)


def _label() -> QLabel:
    label = QLabel()
    label.setProperty("dim", True)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _line(words: str) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(words)
    line.setAccessibleName(words)
    return line
