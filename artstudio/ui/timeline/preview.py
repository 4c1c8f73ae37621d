"""Notes that a model is just making: what of its score the document does not hold yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from artstudio.sdk import no_notes

if TYPE_CHECKING:
    from artstudio.documents.music import Music
    from artstudio.sdk import Notes, Score


class Preview:
    """Finds the new notes of one preview after another; a tune that is continued comes whole every time."""

    def __init__(self) -> None:
        self._music: Music | None = None
        self._known = np.empty(0, np.int64)

    def new_notes(self, score: Score, music: Music) -> Notes:
        """The notes of `score` that no track of `music` has, in the resolution of `music`, by start."""
        if music is not self._music:
            self._music = music
            # nearly in order already, which a stable sort makes use of: a hundredth of the time of np.unique
            self._known = np.sort(_keys([track.track.notes for track in music.tracks]), kind="stable")
        parts = [track.notes for track in score.tracks if len(track.notes)]
        if not parts:
            return no_notes()
        notes = np.concatenate(parts)
        if score.ticks_per_quarter != music.ticks_per_quarter:
            ratio = music.ticks_per_quarter / score.ticks_per_quarter
            notes["start"] = np.round(notes["start"] * ratio)
            notes["length"] = np.maximum(1, np.round(notes["length"] * ratio))
        keys = _keys([notes])
        place = np.searchsorted(self._known, keys)
        held = np.zeros(len(keys), bool)
        inside = place < len(self._known)
        held[inside] = self._known[place[inside]] == keys[inside]
        fresh = notes[~held]
        return fresh[np.argsort(fresh["start"], kind="stable")]


def _keys(parts: list[Notes]) -> npt.NDArray[np.int64]:
    """Start and pitch of each note in one number."""
    if not parts:
        return np.empty(0, np.int64)
    return np.concatenate([part["start"].astype(np.int64) * 128 + part["pitch"] for part in parts])
