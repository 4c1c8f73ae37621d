"""One thing on an input's list, by reference: what it is called, how it is read, how it is remembered."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from artstudio.sdk import Media
from artstudio.studio.landing import Where
from artstudio.studio.merging import layer_picture
from artstudio.ui.panel.sources import FILE, Bound, bind, layer_seen

if TYPE_CHECKING:
    from artstudio.documents.sheet import Sheet
    from artstudio.ui.session import Selection

NAMED, RESULT = "named", "result"


@dataclass(frozen=True)
class Pick:
    """A reference.

    Attributes:
        source: An id of `sources`, NAMED for a layer, FILE or RESULT.
        at: The layer's id, the file's path or the result's number on the strip.
        name: What it was called when it was picked.
        value: Of a result, which may be gone from the strip when it is read.
    """

    source: str
    at: str = ""
    name: str = field(default="", compare=False)
    value: Media | None = field(default=None, compare=False, repr=False)


def kept(picks: list[Pick]) -> list[dict[str, str]]:
    """What `recalled` takes at another time; results live no longer than the window."""
    return [
        {"source": pick.source, "at": pick.at, "name": pick.name} for pick in picks if pick.source != RESULT
    ]


def recalled(entries: object, known: set[str], sheet: Sheet) -> list[Pick]:
    """The picks in a list that `kept` made, without those of other projects and of unknown sources."""
    picks = [
        Pick(str(entry["source"]), str(entry.get("at", "")), str(entry.get("name", "")))
        for entry in (entries if isinstance(entries, list) else [])
        if isinstance(entry, dict) and entry.get("source") in {*known, NAMED, FILE}
    ]
    return of_project(picks, sheet)


def of_project(picks: list[Pick], sheet: Sheet) -> list[Pick]:
    """Without layers that `sheet` has not; an id alone may mean another layer in another project."""
    names = {(layer.id, layer.name) for layer in sheet.canvas.layers}
    return [pick for pick in picks if pick.source != NAMED or (pick.at, pick.name) in names]


def up_to_date(pick: Pick, sheet: Sheet) -> Pick:
    """With the name that its layer has by now."""
    names = {layer.id: layer.name for layer in sheet.canvas.layers}
    return replace(pick, name=names.get(pick.at, pick.name)) if pick.source == NAMED else pick


def is_gone(pick: Pick, sheet: Sheet) -> bool:
    """Whether its layer was deleted; undo brings it back."""
    return pick.source == NAMED and pick.at not in {layer.id for layer in sheet.canvas.layers}


def bind_pick(name: str, pick: Pick, sheet: Sheet, selection: Selection) -> Bound:
    """The value of a pick for the input `name`, as things stand now. Not for one that is gone."""
    if pick.source == RESULT:
        return Bound(name, lambda: pick.value, seen=(pick.value,))
    if pick.source == NAMED:
        seen = layer_seen(sheet, pick.at)
        return Bound(name, lambda: layer_picture(sheet, pick.at), Where(layer_id=pick.at), seen)
    if pick.source == FILE:
        return replace(bind(name, FILE, Path(pick.at), sheet, selection), seen=(pick.at,))
    return bind(name, pick.source, None, sheet, selection)
