"""Tiny values of every kind: good ones to work with, and the ones at the edge of what a plugin may meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from artstudio.sdk.image import Image
from artstudio.sdk.media import Audio, Media, Text, TileMap, Video
from artstudio.sdk.score import DRUMS, Key, Metre, Score, Tempo, Track, notes_array

if TYPE_CHECKING:
    from artstudio.sdk.schema import ActionSchema, InputSchema

Inputs = dict[str, Media | list[Media] | None]


def good(kind: str) -> Media:
    """A small but ordinary value of a kind: a few bars, words or pixels."""
    match kind:
        case "image":
            rows, columns = np.mgrid[0:24, 0:32].astype(np.uint8) * 8
            return Image(np.dstack([rows, columns, rows ^ columns, np.maximum(rows, columns)]))
        case "score":
            tune = [(i * 240, 220, 60 + (0, 4, 7, 12, 7, 4, 2, 5)[i % 8], 90) for i in range(32)]
            bass = [(i * 960, 900, 36 + 12 * (i % 2), 80) for i in range(8)]
            drums = [(i * 480, 60, 36, 100) for i in range(16)]
            tracks = (
                Track(notes_array(tune), "Tune", program=0),
                Track(notes_array(bass, 1), "Bass", program=32, channel=1),
                Track(notes_array(drums, DRUMS), "Drums", channel=DRUMS),
            )
            return Score(tracks, 480, (Tempo(0, 500_000),), (Metre(0, 4, 4),), (Key(0, "C"),))
        case "text":
            return Text("The sea was calm.\nA gull cried once, twice.\n\n海上生明月，天涯共此时。\n")
        case "audio":
            wave = np.sin(np.arange(4410) * (2 * np.pi * 440 / 44_100))
            return Audio(np.stack([wave / 2, wave / 4], axis=1).astype(np.float32))
        case "video":
            ramp = np.arange(4 * 16 * 24 * 3, dtype=np.uint32).reshape(4, 16, 24, 3)
            return Video((ramp % 251).astype(np.uint8), 12.0)
        case "tilemap":
            return TileMap((np.indices((6, 8)).sum(0) % 3 - 1).astype(np.int32), ("grass", "water"))
    raise ValueError(kind)


def edges(kind: str) -> list[tuple[str, Media]]:
    """Values of a kind that hold next to nothing, or more than is usual, each with a word for it."""
    match kind:
        case "image":
            clear = Image(np.zeros((3, 1, 4), np.uint8))
            return [("a 1x1 picture", Image(np.full((1, 1), 255, np.uint8))), ("a clear picture", clear)]
        case "score":
            late = Track(notes_array([(100_000, 1, 127, 1), (100_000, 1, 127, 1), (100_001, 9, 0, 127)]))
            return [
                ("an empty score", Score()),
                ("a score of empty tracks", Score((Track(), Track()), 96)),
                ("a score with doubled notes far from its beginning", Score((late,), 1)),
            ]
        case "text":
            return [
                ("an empty text", Text("")),
                ("a text of blank lines", Text(" \n\n\t\n")),
                ("a text of unusual signs", Text("\x00🎨\u202é" * 3)),
            ]
        case "audio":
            return [("silence of no length", Audio(np.zeros((0, 1), np.float32), 8_000))]
        case "video":
            return [("a film of one pixel", Video(np.zeros((1, 1, 1, 3), np.uint8), 1.0))]
        case "tilemap":
            return [("an empty map", TileMap(np.full((1, 1), -1, np.int32), ()))]
    raise ValueError(kind)


def good_inputs(action: ActionSchema) -> Inputs:
    """Every media argument of an action filled; two values where it takes a list, if it takes two."""
    return {i.name: _list(i, good(i.kind), 2) if i.many else good(i.kind) for i in action.inputs}


def edge_inputs(action: ActionSchema) -> list[tuple[str, Inputs]]:
    """The good inputs with one at a time replaced by an edge value, an empty list or nothing."""
    cases: list[tuple[str, Inputs]] = []
    for argument in action.inputs:
        for words, value in edges(argument.kind):
            given = _list(argument, value, 1) if argument.many else value
            cases.append((words, good_inputs(action) | {argument.name: given}))
        if argument.many and not argument.least:
            cases.append((f"an empty list of {argument.name}", good_inputs(action) | {argument.name: []}))
        if argument.optional:
            cases.append((f"no {argument.name}", good_inputs(action) | {argument.name: None}))
    return cases


def _list(argument: InputSchema, value: Media, number: int) -> list[Media]:
    """`number` times `value`, or as near to that as the argument takes."""
    least = max(number, argument.least)
    return [value] * (least if argument.most is None else min(least, argument.most))


def smallest(params: dict[str, Any]) -> dict[str, Any]:
    """The least value of every numeric parameter that has one, from the parameters' JSON schema."""
    entries = params.get("properties", {}).items()
    return {name: entry["minimum"] for name, entry in entries if "minimum" in entry}


def bad_values(params: dict[str, Any]) -> list[dict[str, Any]]:
    """Parameters that must be refused: an unknown name, values out of range, a list for a plain value."""
    cases: list[dict[str, Any]] = [{"no_such_parameter": 1}]
    for name, entry in params.get("properties", {}).items():
        if "minimum" in entry:
            cases.append({name: entry["minimum"] - 1})
        if "maximum" in entry:
            cases.append({name: entry["maximum"] + 1})
        if entry.get("type") in ("integer", "number", "boolean", "string"):
            cases.append({name: [[]]})
    return cases
