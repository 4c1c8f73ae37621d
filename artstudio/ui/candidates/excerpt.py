"""What of a long tune is worth hearing before one decides."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from artstudio.sdk import Clock, Key, Metre, Score, Tempo, Track

M = TypeVar("M", bound=Tempo | Metre | Key)


def from_tick(score: Score, tick: int) -> Score:
    """The part of `score` from `tick` on, beginning at tick 0 with the tempo, metre and key that hold there.

    Notes that began earlier are left out; channel messages before `tick` (programs, controllers) are kept.
    """

    def shifted(track: Track) -> Track:
        notes = track.notes[track.notes["start"] >= tick].copy()
        notes["start"] -= tick
        return replace(
            track, notes=notes, events=tuple((max(0, at - tick), data) for at, data in track.events)
        )

    return replace(
        score,
        tracks=tuple(shifted(track) for track in score.tracks),
        tempos=_in_force(score.tempos, tick),
        metres=_in_force(score.metres, tick),
        keys=_in_force(score.keys, tick),
    )


def continuation(score: Score, base: Score | None) -> Score:
    """What `score` adds behind the end of `base`, with the bar before it; all of it without a base."""
    if base is None or not 0 < base.end_tick < score.end_tick:
        return score
    return from_tick(score, Clock(score).bar_at(base.end_tick - 1).start)


def _in_force(entries: tuple[M, ...], tick: int) -> tuple[M, ...]:
    before: list[M] = [entry for entry in entries if entry.tick <= tick][-1:]
    later: list[M] = [entry for entry in entries if entry.tick > tick]
    return tuple(replace(entry, tick=max(0, entry.tick - tick)) for entry in [*before, *later])
