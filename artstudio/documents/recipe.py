"""How a result was made, in enough detail to make it again, and nothing that differs between two runs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np

from artstudio.sdk import Audio, Image, InvalidValue, Media, Score, Text, TileMap, Video, kind_of


@dataclass(frozen=True)
class Recipe:
    """The plugin, its version, the action, the model by name and content hash, parameters and seed.

    `parents` are the `content_hash`es of the inputs. Holds no clock time, path or machine name.

    Raises:
        InvalidValue: the parameters are not plain JSON.
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
        try:
            own = json.loads(json.dumps(dict(self.params), allow_nan=False))
        except (TypeError, ValueError):
            raise InvalidValue("the parameters of {action} are not plain JSON", action=self.action) from None
        object.__setattr__(self, "params", own)
        object.__setattr__(self, "parents", tuple(self.parents))

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
