"""What an action's input can be made of: the project's current things, or a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from artstudio.media.formats import read
from artstudio.sdk import InvalidValue, Media, Score, Text, kind_of
from artstudio.studio.along import AFTER, BEFORE, UP_TO, along_source, given, place_at
from artstudio.studio.files import flattened
from artstudio.studio.landing import Where
from artstudio.studio.live import selection_mask, sketched, top_rough
from artstudio.studio.merging import layer_picture

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio.documents.sheet import Sheet
    from artstudio.sdk.schema import InputSchema
    from artstudio.ui.session import Selection

translate = QCoreApplication.translate

FILE, NOTHING = "file", "nothing"


@dataclass(frozen=True)
class Bound:
    """One input, decided: `read` makes the value and may take long, so it is called beside the window.

    `seen` is what the value is made from: while these are the same objects, so is the value.
    """

    name: str
    read: Callable[[], Media | list[Media] | None]
    where: Where = Where()  # noqa: RUF009  # frozen
    seen: tuple[object, ...] = ()

    def made_from(self, seen: tuple[object, ...] | None) -> bool:
        """Whether a value that was made from `seen` is this one's."""
        return (
            seen is not None
            and len(self.seen) == len(seen)
            and all(one is two for one, two in zip(self.seen, seen, strict=True))
        )


def sources(schema: InputSchema, action: str = "") -> list[tuple[str, str]]:
    """What the project can give for an input of an action, as (id, title), the best first.

    A picture called `mask` is the selection, one called `rough` begins with the rough layers. A text called
    `before` or `after`, and what `continue` calls `text`, stands around the cursor.
    """
    if schema.kind == "text":
        around = {
            UP_TO: translate("Inputs", "Text before the cursor"),
            BEFORE: translate("Inputs", "Text before the cursor or selection"),
            AFTER: translate("Inputs", "Text after the cursor or selection"),
        }
        best = along_source(action, schema.name)
        passage = ("writing", translate("Inputs", "Selected text or passage"))
        return [passage, (UP_TO, around[UP_TO])] if best is None else [(best, around[best]), passage]
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
    elif source == UP_TO and selection.cursor == selection.anchor == 0:
        return translate("Inputs", "There is nothing before the cursor: it begins a text.")
    elif source == "writing" and selection.passage_id is None:
        return translate("Inputs", "There is no passage yet.")
    return ""


def bind(name: str, source: str, file: Path | None, sheet: Sheet, selection: Selection) -> Bound:
    """The input `name` from `source`, as things stand now."""
    if source == NOTHING:
        return Bound(name, lambda: None)
    if source == FILE and file is not None:
        return Bound(name, lambda: read(file), seen=(file,))
    where = _where(source, sheet, selection)
    return Bound(name, lambda: _value(source, sheet, selection), where, _seen(source, sheet, selection))


def _seen(source: str, sheet: Sheet, selection: Selection) -> tuple[object, ...]:
    match source:
        case "layer" if selection.layer_id is not None:
            return layer_seen(sheet, selection.layer_id)
        case "layer" | "picture" | "rough":
            return (sheet.canvas,)
        case "selection":
            return (sheet.canvas.selection,)
    return (sheet, selection)


def layer_seen(sheet: Sheet, layer_id: str) -> tuple[object, ...]:
    """What a layer's picture is made from: of a group, any layer may be part of it."""
    layer = sheet.layer(layer_id)
    return (sheet.canvas,) if layer.group else (layer.pixels,)


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
        case _ if source in (UP_TO, BEFORE, AFTER):
            text = "" if selection.passage_id is None else sheet.passage(selection.passage_id).text
            return Text(
                given(
                    source, text, place_at(source, selection.passage_id, selection.cursor, selection.anchor)
                )
            )
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


def checked(schema: InputSchema, value: Media | list[Media] | None) -> Media | list[Media] | None:
    """`value` if it is of the input's kind, for files may hold anything; raises `InvalidValue` else."""
    for one in value if isinstance(value, list) else [value] if value is not None else []:
        if kind_of(one) != schema.kind:
            raise InvalidValue(
                "{name} needs {wanted}, this is {given}",
                name=schema.name, wanted=schema.kind, given=kind_of(one),
            )  # fmt: skip
    return value
