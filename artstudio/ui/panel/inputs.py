"""Where an action's inputs come from: the project's current things, or a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from artstudio.media.formats import read, suffixes
from artstudio.sdk import InvalidValue, Media, Score, Text, kind_of
from artstudio.studio.files import flattened
from artstudio.studio.landing import Where
from artstudio.studio.live import selection_mask, sketched, top_rough
from artstudio.studio.merging import layer_picture
from artstudio.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from artstudio.documents.sheet import Sheet
    from artstudio.sdk.schema import InputSchema
    from artstudio.ui.session import Selection

translate = QCoreApplication.translate

FILE, NOTHING = "file", "nothing"


@dataclass(frozen=True)
class Bound:
    """One input, decided: `read` makes the value and may take long, so it is called beside the window."""

    name: str
    read: Callable[[], Media | list[Media] | None]
    where: Where = Where()  # noqa: RUF009  # frozen


def sources(schema: InputSchema) -> list[tuple[str, str]]:
    """What the project can give for an input, as (id, title), the best first.

    A picture called `mask` is the selection, one called `rough` begins with the rough layers.
    """
    if schema.kind == "image" and schema.name == "mask":
        return [("selection", translate("Inputs", "Selection"))]
    rough = ("rough", translate("Inputs", "Rough layers"))
    pictures = [
        ("layer", translate("Inputs", "Current layer")),
        ("picture", translate("Inputs", "Whole picture")),
    ]
    return {
        "image": [rough, *pictures] if schema.name == "rough" else [*pictures, rough],
        "score": [
            ("tune", translate("Inputs", "Tune up to the playhead")),
            ("track", translate("Inputs", "Selected track")),
            ("notes", translate("Inputs", "Selected notes")),
        ],
        "text": [("writing", translate("Inputs", "Selected text or passage"))],
    }.get(schema.kind, [])


def what_is_used(source: str, sheet: Sheet, selection: Selection) -> str:
    """A word on what the source means right now, "" where that is plain."""
    if source == "tune":
        score = sheet.music.score()
        if not score.note_count:
            return translate("Inputs", "There are no notes yet.")
        if not _before(score, selection.playhead_tick).note_count:
            return translate("Inputs", "The playhead is at the beginning: the whole tune is used.")
        bar = sheet.music.clock().bar_at(selection.playhead_tick)
        if selection.playhead_tick < score.end_tick:
            return translate("Inputs", "Notes before bar {n} are used.").format(n=bar.number + 1)
    elif source == "notes" and not selection.notes:
        return translate("Inputs", "No notes are selected.")
    elif source in ("track", "notes") and selection.track_id is None:
        return translate("Inputs", "There is no track yet.")
    elif source == "layer" and selection.layer_id is None:
        return translate("Inputs", "There is no layer: the whole picture is used.")
    elif source == "rough" and top_rough(sheet.canvas) is None:
        return translate("Inputs", "No layer is marked as rough: the whole picture is used.")
    elif source == "selection" and sheet.canvas.selection is None:
        return translate("Inputs", "Nothing is selected.")
    elif source == "writing" and selection.passage_id is None:
        return translate("Inputs", "There is no passage yet.")
    return ""


def bind(name: str, source: str, files: list[Path], many: bool, sheet: Sheet, selection: Selection) -> Bound:
    """The input `name` from `source`, as things stand now."""
    if source == NOTHING:
        return Bound(name, lambda: [] if many else None)
    if source == FILE:
        return Bound(name, lambda: [read(path) for path in files] if many else read(files[0]))

    def from_project() -> Media | list[Media] | None:
        value = _value(source, sheet, selection)
        if not many:
            return value
        return [] if value is None else [value]

    return Bound(name, from_project, _where(source, sheet, selection))


def _value(source: str, sheet: Sheet, selection: Selection) -> Media | None:
    score = sheet.music.score()
    match source:
        case "layer" if selection.layer_id is not None:
            return layer_picture(sheet, selection.layer_id)
        case "rough":
            return sketched(sheet.canvas)
        case "selection":
            return selection_mask(sheet.canvas)
        case "layer" | "picture":
            return flattened(sheet)
        case "tune":
            before = _before(score, selection.playhead_tick)
            return before if before.note_count else score
        case "track" | "notes" if selection.track_id is not None:
            track = sheet.track(selection.track_id).track
            if source == "notes":
                track = track.with_notes(track.notes[sorted(selection.notes)])
            return score.with_tracks((track,))
        case "writing" if selection.passage_id is not None:
            where = _where(source, sheet, selection)
            return Text(sheet.passage(selection.passage_id).text[where.start : where.end])
    raise InvalidValue("there is nothing to begin with: choose another input, or a file")


def _where(source: str, sheet: Sheet, selection: Selection) -> Where:
    """Where a result made from this source lands."""
    if source == "layer":
        return Where(layer_id=selection.layer_id)
    if source == "rough":
        return Where(layer_id=top_rough(sheet.canvas))
    if source == "writing" and selection.passage_id is not None:
        start, end = sorted((selection.cursor, selection.anchor))
        if start == end:
            start, end = 0, len(sheet.passage(selection.passage_id).text)
        return Where(passage_id=selection.passage_id, start=start, end=end)
    return Where()


def _before(score: Score, tick: float) -> Score:
    return score.with_tracks(
        tuple(track.with_notes(track.notes[track.notes["start"] < tick]) for track in score.tracks)
    )


class InputRow(QWidget):
    """Lets the artist choose where one input comes from."""

    changed = Signal()

    def __init__(self, schema: InputSchema, label_px: int) -> None:
        super().__init__()
        self.schema = schema
        self.files: list[Path] = []
        self._last = 0
        self.setAcceptDrops(True)
        label = QLabel(schema.name.replace("_", " ").capitalize())
        label.setFixedWidth(label_px)
        self.box = QComboBox()
        for source, title in sources(schema):
            self.box.addItem(title, source)
        if schema.optional:
            self.box.addItem(translate("Inputs", "Nothing"), NOTHING)
        self.box.addItem(translate("Inputs", "A file…"), FILE)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setAccessibleName(label.text())
        label.setBuddy(self.box)
        self.hint = QLabel()
        self.hint.setProperty("dim", True)
        self.hint.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP_PX)
        row.addWidget(label)
        row.addWidget(self.box, 1)
        below = QHBoxLayout()
        below.addSpacing(label_px + theme.GAP_PX)
        below.addWidget(self.hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addLayout(below)
        self.box.activated.connect(self._choose)

    @property
    def source(self) -> str:
        return str(self.box.currentData())

    def take_files(self, files: list[Path]) -> None:
        """Use files; of several, an input that takes one takes the first."""
        self.files = files if self.schema.many else files[:1]
        self.box.setCurrentIndex(self.box.findData(FILE))
        self._last = self.box.currentIndex()
        names = ", ".join(path.name for path in self.files)
        self.box.setItemText(self.box.currentIndex(), names or translate("Inputs", "A file…"))
        self.changed.emit()

    def choose(self, source: str) -> None:
        """Select a source that was chosen at another time; a file would have to be chosen anew."""
        index = self.box.findData(source)
        if index >= 0 and source != FILE:
            self.box.setCurrentIndex(index)
            self._last = index

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take_files(self._dropped(event))
        event.acceptProposedAction()

    def _dropped(self, event: QDropEvent) -> list[Path]:
        """Those of the dragged files that this input can be read from."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return [path for path in paths if path.suffix.lower() in suffixes(self.schema.kind)]

    def refresh(self, sheet: Sheet, selection: Selection) -> None:
        """Say what would be used as things stand."""
        hint = what_is_used(self.source, sheet, selection)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def problem(self) -> str:
        """What is missing before one can begin, or ""."""
        return translate("Inputs", "Choose a file first.") if self.source == FILE and not self.files else ""

    def bound(self, sheet: Sheet, selection: Selection) -> Bound:
        return bind(self.schema.name, self.source, self.files, self.schema.many, sheet, selection)

    def _choose(self, index: int) -> None:
        if self.box.itemData(index) != FILE:
            self._last = index
            self.changed.emit()
            return
        self.box.setCurrentIndex(self._last)  # until files are really chosen
        pattern = " ".join(f"*{suffix}" for suffix in suffixes(self.schema.kind))
        dialog = QFileDialog(self, translate("Inputs", "Choose a file"))
        dialog.setNameFilter(f"{translate('Inputs', 'Files')} ({pattern})")
        many = self.schema.many
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles if many else QFileDialog.FileMode.ExistingFile)
        dialog.filesSelected.connect(lambda names: self.take_files([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def checked(schema: InputSchema, value: Media | list[Media] | None) -> Media | list[Media] | None:
    """`value` if it is of the input's kind, for files may hold anything; raises `InvalidValue` else."""
    for one in value if isinstance(value, list) else [value] if value is not None else []:
        if kind_of(one) != schema.kind:
            raise InvalidValue(
                "{name} needs {wanted}, this is {given}",
                name=schema.name, wanted=schema.kind, given=kind_of(one),
            )  # fmt: skip
    return value
