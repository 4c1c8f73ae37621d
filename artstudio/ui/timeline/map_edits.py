"""Edits of the maps: tempo, metre and key, at a tick or wherever they hold at a tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from artstudio.documents.edits import SetMaps
from artstudio.sdk import Key, Metre, Tempo

if TYPE_CHECKING:
    from artstudio.documents.music import Music

Mark = Tempo | Metre | Key
M = TypeVar("M", Tempo, Metre, Key)

MIN_BPM, MAX_BPM = 10.0, 400.0
MAPS: dict[type[Mark], str] = {Tempo: "tempos", Metre: "metres", Key: "keys"}


def marks(music: Music) -> list[Mark]:
    """All marks, by tick."""
    return sorted([*music.metres, *music.keys, *music.tempos], key=lambda mark: mark.tick)


def holding(entries: tuple[M, ...], tick: float) -> M | None:
    """The entry that holds at `tick`; None before the first."""
    return next((entry for entry in reversed(entries) if entry.tick <= tick), None)


def tempo(tick: int, bpm: float) -> Tempo:
    """A mark of so many quarters a minute, held in the range that can be played."""
    return Tempo(tick, round(60e6 / min(max(bpm, MIN_BPM), MAX_BPM)))


def placed(music: Music, label: str, mark: Mark) -> SetMaps:
    """`mark` in its map, instead of what stood at its tick."""
    entries = [entry for entry in _entries(music, type(mark)) if entry.tick != mark.tick]
    return _set(label, type(mark), [*entries, mark])


def removed(music: Music, label: str, mark: Mark) -> SetMaps:
    """The map without `mark`."""
    return _set(label, type(mark), [entry for entry in _entries(music, type(mark)) if entry != mark])


def _entries(music: Music, kind: type[Mark]) -> tuple[Any, ...]:
    entries: tuple[Any, ...] = getattr(music, MAPS[kind])
    return entries


def _set(label: str, kind: type[Mark], entries: list[Any]) -> SetMaps:
    fields: dict[str, Any] = {MAPS[kind]: tuple(sorted(entries, key=lambda entry: entry.tick))}
    return SetMaps(label, **fields)
