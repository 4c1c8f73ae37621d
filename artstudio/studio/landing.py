"""Where a result goes when the artist keeps it: one edit for each kind of value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import Edit, Put, SetFilm, SetMaps, Together
from artstudio.documents.film import Clip, Film, Footage
from artstudio.documents.forks import Branch, shown_forks
from artstudio.documents.music import MusicTrack, music_from_score
from artstudio.documents.pile import place_above
from artstudio.documents.prose import Prose
from artstudio.documents.text_edits import Branched, ReplaceText, as_typed
from artstudio.documents.tiles import Tiles
from artstudio.documents.writing import Passage
from artstudio.sdk import Image, InvalidValue, Notes, Score, Text, Track, kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio.documents.forks import Fork
    from artstudio.documents.prose import Origin
    from artstudio.documents.recipe import Recipe
    from artstudio.documents.sheet import Sheet


@dataclass(frozen=True)
class Where:
    """What the artist had chosen: a layer or group to land above, a passage and a span in it.

    A text that goes on from another lands at the `end` of the span, another one in its place, as one more
    branch of `fork_id` if that is in it.

    `centre_px` is the point (x, y) of the canvas that a picture is put on, its middle for None. A picture of
    the canvas's size lies on all of it. `film_frame` is where a film begins, the film's end for None.
    """

    layer_id: str | None = None
    passage_id: str | None = None
    start: int | None = None
    end: int | None = None
    centre_px: tuple[float, float] | None = None
    film_frame: int | None = None
    fork_id: str | None = None


def landing_edit(
    sheet: Sheet,
    value: object,
    label: str,
    *,
    recipe: Recipe | None = None,
    base: Score | Text | Image | None = None,
    after: Text | None = None,
    where: Where = Where(),
) -> Edit:
    """The edit that brings `value` into the project as one undo step.

    A picture becomes a layer; a score that goes on from `base` changes the tracks it came from, another
    one brings tracks of its own; a text becomes a branch beside what is in the chosen span, or what it
    adds between `base` and `after` one between these, and without a span a passage, as prose from a file
    does; footage becomes a clip
    of the film, which runs at its rate if it is the first.

    Raises:
        InvalidValue: a kind of value that the project has no place for yet, or one that changes nothing.
    """
    match value:
        case Image():
            return _layer(sheet, value, label, recipe, where)
        case Score():
            if isinstance(base, Score) and _same_shape(sheet, base):
                return _changed_tracks(sheet, value, base, label, recipe)
            return _new_tracks(sheet, value, label, recipe)
        case Text():
            around = _around(value.text, base, after) if isinstance(base, Text) else None
            return _text(sheet, value.text, label, recipe, around, where)
        case Prose():
            passage = Passage(sheet.fresh_id("passage"), label, value, recipe)
            return Put(label, "passage", passage.id, passage)
        case Footage():
            return _clip(sheet, value, label, recipe, where)
    kind = kind_of(value) if hasattr(value, "__slots__") else type(value).__name__  # type: ignore[arg-type]
    raise InvalidValue("the project has no place for {kind} yet: export it to a file", kind=kind)


def _layer(sheet: Sheet, image: Image, label: str, recipe: Recipe | None, where: Where) -> Edit:
    canvas = sheet.canvas
    pixels = Tiles.from_image(image)
    if (pixels.width_px, pixels.height_px) != (canvas.width_px, canvas.height_px):
        x, y = (canvas.width_px - image.width) // 2, (canvas.height_px - image.height) // 2
        if where.centre_px is not None:
            x, y = (
                round(centre - side / 2)
                for centre, side in zip(where.centre_px, (image.width, image.height), strict=True)
            )
        pixels = pixels.resized(canvas.width_px, canvas.height_px, x, y)
    # a result goes above a group, not into it: there it would be left out with a sketch, or mixed by its mode
    place = place_above(canvas, where.layer_id, folded=(where.layer_id or "",))
    layer = Layer(sheet.fresh_id("layer"), label, pixels, recipe=recipe, parent=place.parent)
    return Put(label, "layer", layer.id, layer, place.at)


def _around(text: str, base: Text, after: Text | None) -> tuple[str, str] | None:
    """What a result repeats of the text before and after the place it was made for, if it does."""
    before, rest = base.text, "" if after is None else after.text
    if text.startswith(before) and text[len(before) :].endswith(rest):
        return before, rest
    return None


def _text(
    sheet: Sheet, text: str, label: str, recipe: Recipe | None, around: tuple[str, str] | None, where: Where
) -> Edit:
    if where.passage_id is None or where.start is None:
        origin: Origin = "typed" if recipe is None else "generated"
        passage = Passage(sheet.fresh_id("passage"), label, Prose.plain(text, origin), recipe)
        return Put(label, "passage", passage.id, passage)
    start, end = sorted((where.start, where.start if where.end is None else where.end))
    if recipe is None:
        return ReplaceText(label, where.passage_id, start, end, text)
    passage = sheet.passage(where.passage_id)
    if end > len(passage.text):
        raise InvalidValue("the text that this was made for is not there any more")
    start, end, new, fork = _news(passage, (start, end), text, around, where.fork_id)
    if new == passage.text[start:end]:
        raise InvalidValue("this result changes nothing in the text")
    prose = as_typed(passage.prose, start, end, new).of_origin("generated")
    return Branched(label, passage.id, start, end, Branch(prose, recipe), None if fork is None else fork.id)


def _news(
    passage: Passage, span: tuple[int, int], text: str, around: tuple[str, str] | None, fork_id: str | None
) -> tuple[int, int, str, Fork | None]:
    """Where a result made for a span belongs, what of it is new, and the fork that it is one more try of.

    What it repeats of the text `around` the place is left alone, with its looks and origins.
    """
    old, (start, end) = passage.text, span
    before, after = around or ("", "")
    new = text[len(before) : len(text) - len(after)]
    if around and not after:
        return end, end, new, _fork_at(passage, end, end)
    for fork in shown_forks(passage.forks) if fork_id else ():
        head, tail = old[start : fork.start], old[fork.end : end]
        if fork.id == fork_id and text.startswith(head) and text[len(head) :].endswith(tail):
            return fork.start, fork.end, text[len(head) : len(text) - len(tail)], fork
    if around and old[start:end].startswith(before) and old[start + len(before) : end].endswith(after):
        start, end = start + len(before), end - len(after)
    return start, end, new, _fork_at(passage, start, end)


def _fork_at(passage: Passage, start: int, end: int) -> Fork | None:
    """The fork of just this span, or for a continuation one that began as a continuation from here."""
    for fork in shown_forks(passage.forks):
        hidden = [branch for i, branch in enumerate(fork.branches) if i != fork.shown]
        began_here = start == end and any(not branch.prose.text for branch in hidden)
        if fork.start == start and (fork.end == end or began_here):
            return fork
    return None


def standing(sheet: Sheet, where: Where, used: Sequence[str]) -> Where:
    """Where in a passage a result made from the texts `used` lands: `where`, if that still stands there.

    If an earlier result has changed it, and what was used is another branch of a fork now, then that fork;
    else nowhere.
    """
    passage = next((one for one in sheet.passages if one.id == where.passage_id), None)
    if passage is None or where.start is None:
        return Where()
    start, end = where.start, where.start if where.end is None else where.end
    text, wanted = passage.text, {*used, "".join(used)}
    if text[start:end] in wanted:
        return where
    for fork in shown_forks(passage.forks):
        if start <= fork.start <= end:
            for branch in fork.branches:
                grown = fork.end - fork.start - len(branch.prose.text)
                stood = text[start : fork.start] + branch.prose.text + text[fork.end : end + grown]
                if stood in wanted and fork.end <= end + grown:
                    return replace(where, end=end + grown, fork_id=fork.id)
    return Where()


def _clip(sheet: Sheet, footage: Footage, label: str, recipe: Recipe | None, where: Where) -> Edit:
    film = sheet.film
    start = film.frames if where.film_frame is None else max(0, where.film_frame)
    if not film.clips:
        start, film = round(start / film.fps * footage.fps), Film(fps=footage.fps)
    length = max(1, round(footage.seconds * film.fps))
    clip = Clip(sheet.fresh_id("clip"), label, footage, start, length, recipe=recipe)
    return SetFilm(label, film.with_clip(clip))


def _same_shape(sheet: Sheet, base: Score) -> bool:
    """Whether the project still has the tracks that `base` was taken from."""
    return sheet.music.ticks_per_quarter == base.ticks_per_quarter and len(base.tracks) <= len(
        sheet.music.tracks
    )


def _changed_tracks(sheet: Sheet, result: Score, base: Score, label: str, recipe: Recipe | None) -> Edit:
    edits: list[Edit] = []
    end = base.end_tick
    ids = sheet.fresh_ids("track")
    for i, track in enumerate(result.tracks):
        if i >= len(base.tracks):
            added = MusicTrack(next(ids), track, recipe=recipe)
            edits.append(Put(label, "track", added.id, added))
            continue
        present = sheet.music.tracks[i]
        if present.track == base.tracks[i]:
            notes = track.notes
        else:
            # The artist went on working meanwhile, or only the part before the playhead was given away:
            # take what is new and leave the rest alone.
            notes = np.concatenate([present.track.notes, track.notes[track.notes["start"] >= end]])
        if not np.array_equal(notes, present.track.notes):
            changed = replace(present, track=present.track.with_notes(notes), recipe=recipe)
            edits.append(Put(label, "track", present.id, changed))
    if not edits:
        raise InvalidValue("this result changes nothing in the project")
    return Together(label, tuple(edits))


def _new_tracks(sheet: Sheet, score: Score, label: str, recipe: Recipe | None) -> Edit:
    edits: list[Edit] = []
    empty = not any(len(track.track.notes) for track in sheet.music.tracks)
    if empty:
        edits += [Put(label, "track", track.id, None) for track in sheet.music.tracks]
        edits.append(SetMaps(label, score.ticks_per_quarter, score.tempos, score.metres, score.keys))
    else:
        score = at_resolution(score, sheet.music.ticks_per_quarter)
    for track in music_from_score(score, sheet.fresh_ids("track")).tracks:
        if track.track.conductor and not empty:
            continue
        edits.append(Put(label, "track", track.id, replace(track, recipe=recipe)))
    return Together(label, tuple(edits))


def at_resolution(score: Score, ticks_per_quarter: int) -> Score:
    """The same music with another number of ticks a quarter; times are rounded."""
    if score.ticks_per_quarter == ticks_per_quarter:
        return score
    ratio = ticks_per_quarter / score.ticks_per_quarter

    def scaled(tick: int) -> int:
        return round(tick * ratio)

    def moved(track: Track) -> Track:
        notes: Notes = track.notes.copy()
        ends = np.rint((notes["start"] + notes["length"]) * ratio).astype("<i4")
        notes["start"] = np.rint(notes["start"] * ratio)
        notes["length"] = np.maximum(1, ends - notes["start"])
        return replace(track, notes=notes, events=tuple((scaled(tick), data) for tick, data in track.events))

    return Score(
        tuple(moved(track) for track in score.tracks),
        ticks_per_quarter,
        tuple(replace(tempo, tick=scaled(tempo.tick)) for tempo in score.tempos),
        tuple(replace(metre, tick=scaled(metre.tick)) for metre in score.metres),
        tuple(replace(key, tick=scaled(key.tick)) for key in score.keys),
    )
