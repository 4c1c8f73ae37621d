"""What a hand on the film lane makes of a film: arithmetic only. Times are frames of the film."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from artstudio.documents.film import Clip, Film

Edge = Literal["left", "right"]


def moved(film: Film, ids: Collection[str], by: int) -> Film:
    """With the clips `ids` moved by so many frames, in their order; what is in the way makes room."""
    chosen = [clip for clip in film.clips if clip.id in ids]
    if not chosen:
        return film
    by = max(by, -chosen[0].start)
    made = replace(film, clips=tuple(clip for clip in film.clips if clip.id not in ids))
    end = 0
    for clip in chosen:
        made = made.with_clip(clip, max(clip.start + by, end))
        end = made.clip(clip.id).end
    return made


def trimmed(film: Film, clip_id: str, edge: Edge, to: int) -> Film:
    """With an edge of a clip at the frame `to`, as far as its footage and its neighbours let it go."""
    clip = film.clip(clip_id)
    place = film.clips.index(clip)
    if edge == "right":
        room = clip.start + max(clip.whole(film.fps), clip.length)
        if place + 1 < len(film.clips):
            room = min(room, film.clips[place + 1].start)
        end = min(max(to, clip.start + 1), room)
        return _with(film, replace(clip, length=end - clip.start))
    first = clip.start - round(clip.skipped_s * film.fps)
    room = max(first, film.clips[place - 1].end if place else 0)
    start = min(max(to, room), clip.end - 1)
    skipped_s = _skipped(clip, clip.skipped_s + (start - clip.start) / film.fps)
    return _with(film, replace(clip, start=start, length=clip.end - start, skipped_s=skipped_s))


def split(film: Film, at: int, ids: Iterator[str]) -> Film:
    """With the clip that shows at the frame `at` cut in two before it; the second half gets the next id."""
    clip = film.at(at)
    if clip is None or clip.start == at:
        return film
    skipped_s = _skipped(clip, clip.skipped_s + (at - clip.start) / film.fps)
    second = replace(clip, id=next(ids), start=at, length=clip.end - at, skipped_s=skipped_s)
    first = replace(clip, length=at - clip.start)
    return replace(film, clips=(*_others(film, clip), first, second))


def duplicated(film: Film, ids: Collection[str], new_ids: Iterator[str]) -> tuple[Film, frozenset[str]]:
    """With copies of the clips `ids` behind the last of them, and the ids of the copies."""
    chosen = [clip for clip in film.clips if clip.id in ids]
    copies: set[str] = set()
    at = chosen[-1].end if chosen else 0
    for clip in chosen:
        copy = replace(clip, id=next(new_ids))
        film = film.with_clip(copy, at)
        at = film.clip(copy.id).end
        copies.add(copy.id)
    return film, frozenset(copies)


def removed(film: Film, ids: Collection[str]) -> Film:
    """Without the clips `ids`; the others stay where they are."""
    return replace(film, clips=tuple(clip for clip in film.clips if clip.id not in ids))


def gaps_closed(film: Film) -> Film:
    """With every clip but the first moved up to the one before it."""
    made = list(film.clips[:1])
    for clip in film.clips[1:]:
        made.append(replace(clip, start=made[-1].end))
    return replace(film, clips=tuple(made))


def has_gaps(film: Film) -> bool:
    """Whether the film is black between two clips."""
    return any(one.end < next_.start for one, next_ in pairwise(film.clips))


def renamed(film: Film, clip_id: str, name: str) -> Film:
    """With another name for a clip."""
    return _with(film, replace(film.clip(clip_id), name=name))


def edges(film: Film, without: Collection[str] = ()) -> list[int]:
    """The frames where clips begin or end, but for the clips `without`; and the film's beginning."""
    kept = [clip for clip in film.clips if clip.id not in without]
    return sorted({0, *(clip.start for clip in kept), *(clip.end for clip in kept)})


def snapped(places: Iterable[float], targets: Iterable[float], reach: float) -> tuple[float, float] | None:
    """By how much to move so that one of `places` lies on one of `targets`, and on which; the nearest pair.

    None where no pair is within `reach`.
    """
    pairs = [(target - place, target) for place in places for target in targets]
    best = min(pairs, key=lambda pair: abs(pair[0]), default=None)
    return best if best is not None and abs(best[0]) <= reach else None


def _with(film: Film, clip: Clip) -> Film:
    return replace(film, clips=(*_others(film, clip), clip))


def _others(film: Film, clip: Clip) -> list[Clip]:
    return [one for one in film.clips if one.id != clip.id]


def _skipped(clip: Clip, seconds: float) -> float:
    """Held in what a clip may skip: its last frame is left."""
    return min(max(seconds, 0.0), (clip.footage.frames - 1) / clip.footage.fps)
