"""How a result was made, in enough detail to make it again, and nothing that differs between two runs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Final

import numpy as np

from artstudio.sdk import Audio, Image, InvalidValue, Media, Score, Text, TileMap, Video, kind_of

_MOST_DEPTH: Final = 32
"""How deep parameters may be nested: what goes over them recursively must never run out of stack."""


@dataclass(frozen=True)
class Recipe:
    """The plugin, its version, the action, the model by name and content hash, parameters and seed.

    `parents` are the `content_hash`es of the inputs. Holds no clock time, path or machine name. Half a
    character in a text, which no file can hold, becomes "?".

    Raises:
        InvalidValue: the parameters are not plain JSON, or are nested deeper than 32 times.
    """

    plugin: str
    version: str
    action: str
    model: str = ""
    model_hash: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)
    seed: int = 0
    parents: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        try:
            text = json.dumps({**values, "params": dict(self.params)}, allow_nan=False, ensure_ascii=False)
            own = json.loads(text.encode("utf-8", "replace"))
        except (TypeError, ValueError, RecursionError):
            raise InvalidValue("the parameters of {action} are not plain JSON", action=self.action) from None
        if _deeper_than(own["params"], _MOST_DEPTH):
            raise InvalidValue("the parameters of {action} are nested too deeply", action=self.action)
        for name, value in own.items():
            object.__setattr__(self, name, tuple(value) if name == "parents" else value)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {**asdict(self), "parents": list(self.parents)}

    @staticmethod
    def from_json(values: Mapping[str, Any]) -> Recipe:
        """The reverse of `to_json`; raises `InvalidValue` where something is missing or unknown."""
        try:
            return Recipe(**values)
        except TypeError:
            raise InvalidValue("this is not a recipe: {keys}", keys=", ".join(values)) from None

    def canonical(self) -> bytes:
        """The same bytes for the same recipe, always."""
        return json.dumps(self.to_json(), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _deeper_than(value: Any, most: int) -> bool:
    level = [value]
    for _ in range(most):
        held: list[Any] = []
        for one in level:
            held += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        level = held
    return any(isinstance(one, dict | list) for one in level)


def content_hash(media: Media) -> str:
    """SHA-256 of a value's content, as hex: equal values, equal hashes."""
    digest = hashlib.sha256(kind_of(media).encode())
    for part in _parts(media):
        if isinstance(part, np.ndarray):
            digest.update(f"{part.dtype.str}{part.shape}".encode())
            digest.update(np.ascontiguousarray(part).tobytes())
        else:
            digest.update(repr(part).encode())
    return digest.hexdigest()


def _parts(media: Media) -> list[Any]:
    match media:
        case Image():
            return [media.pixels]
        case Text():
            return [media.text]
        case Audio():
            return [media.samples, media.rate_hz]
        case Video():
            return [media.frames, media.fps]
        case TileMap():
            return [media.cells, media.legend]
        case Score():
            parts: list[Any] = [media.ticks_per_quarter, media.tempos, media.metres, media.keys]
            for track in media.tracks:
                parts += [track.notes, track.name, track.program, track.channel, track.volume, track.pan]
                parts += [track.events, track.conductor]
            return parts
