"""Sound files to and from `Audio`, by libsndfile."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal

import numpy as np

from artstudio.base.atomic import read_bytes, write_bytes
from artstudio.media.ogg import with_serial
from artstudio.media.riff import comment_in, with_comment
from artstudio.sdk import Audio, BadFile, StudioError

if TYPE_CHECKING:
    from pathlib import Path

MAX_MIB = 2048
MAX_SAMPLES = 1 << 28  # over all channels: 1 GiB as float32, 50 minutes of stereo
CONTAINERS = {".wav": "WAV", ".flac": "FLAC", ".ogg": "OGG"}
Depth = Literal["16", "24", "float"]
BLOCK = 1 << 16  # frames


def read_audio(path: Path) -> Audio:
    """A WAV, FLAC or OGG file.

    Raises:
        BadFile: damaged, of another kind, or longer than 50 minutes of stereo.
    """
    import soundfile

    data = io.BytesIO(read_bytes(path, MAX_MIB))
    try:
        with soundfile.SoundFile(data) as file:
            if file.frames * file.channels > MAX_SAMPLES:
                raise BadFile("{name} is longer than 50 minutes: cut it into parts", name=path.name)
            return Audio(file.read(dtype="float32", always_2d=True), file.samplerate)
    except (RuntimeError, ValueError, TypeError) as error:
        raise BadFile("{name} is no sound or is damaged: choose another file", name=path.name) from error
    except BadFile:
        raise
    except StudioError as error:
        raise BadFile(
            "{name} cannot be used ({reason}): convert it first", name=path.name, reason=error
        ) from error


def write_audio(audio: Audio, path: Path, recipe: str | None = None, depth: Depth = "24") -> None:
    """Write by suffix: WAV, FLAC (`depth` bits; FLAC has no float), OGG (Vorbis); the recipe is the comment.

    In a WAV that is ICMT in a LIST chunk, written here: libsndfile reads none of more than 2 KiB.

    Raises:
        BadFile: the file cannot be written, or its format takes no such rate or number of channels.
    """
    import soundfile

    container = CONTAINERS[path.suffix.lower()]
    if container == "OGG":
        subtype = "VORBIS"
    elif depth == "float":
        subtype = "FLOAT" if container == "WAV" else "PCM_24"
    else:
        subtype = f"PCM_{depth}"
    buffer = io.BytesIO()
    samples = audio.samples if subtype == "FLOAT" else np.clip(audio.samples, -1.0, 1.0)
    try:
        with soundfile.SoundFile(
            buffer, "w", audio.rate_hz, samples.shape[1], subtype, format=container
        ) as file:
            if recipe is not None and container != "WAV":
                file.comment = recipe
            for start in range(
                0, len(samples), BLOCK
            ):  # the Vorbis encoder overflows its stack on one large write
                file.write(samples[start : start + BLOCK])
    except (RuntimeError, ValueError) as error:
        raise BadFile(
            "sound of {channels} channels at {rate} Hz cannot be written as {kind}: use WAV",
            channels=samples.shape[1], rate=audio.rate_hz, kind=container,
        ) from error  # fmt: skip
    data = buffer.getvalue()
    if container == "OGG":
        data = with_serial(data, 1)
    elif subtype == "FLOAT":
        data = _without_clock(data)
    if container == "WAV" and recipe is not None:
        data = with_comment(data, recipe.encode())
    write_bytes(path, data)


def _without_clock(wav: bytes) -> bytes:
    """A float WAV's PEAK chunk says when it was written; the same sound shall give the same bytes."""
    at = 12
    while at + 8 <= len(wav):
        if wav[at : at + 4] == b"PEAK":
            return wav[: at + 12] + bytes(4) + wav[at + 16 :]
        length = int.from_bytes(wav[at + 4 : at + 8], "little")
        at += 8 + length + length % 2
    return wav


def read_recipe(path: Path) -> str | None:
    """The recipe that `write_audio` stored, if any.

    Raises:
        BadFile: this is no sound.
    """
    import soundfile

    if path.suffix.lower() == ".wav":
        found = comment_in(path)
        return found if found is not None and found.startswith("{") else None
    try:
        with soundfile.SoundFile(path) as file:
            comment = str(file.comment)
    except (RuntimeError, ValueError, TypeError) as error:
        raise BadFile("{name} is no sound or is damaged: choose another file", name=path.name) from error
    return comment if comment.startswith("{") else None
