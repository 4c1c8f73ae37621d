"""The one table of the files that the studio reads and writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from artstudio.documents.film import Footage
from artstudio.media import audio, images, midi, text
from artstudio.sdk import InvalidValue, Media, kind_of


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: `kind` is a key of `sdk.KINDS`; without `write` it can only be read."""

    title: str
    suffixes: tuple[str, ...]
    kind: str
    read: Callable[[Path], Media]
    write: Callable[[Any, Path, str | None], None] | None = None
    recipe: Callable[[Path], str | None] | None = None


def _write_text(value: Any, path: Path, recipe: str | None) -> None:  # noqa: ARG001 - text has no place for one
    text.write_text(value, path)


FORMATS = (
    Format("PNG picture", (".png",), "image", images.read_image, images.write_image, images.read_recipe),
    Format(
        "JPEG picture", (".jpg", ".jpeg"), "image", images.read_image, images.write_image, images.read_recipe
    ),
    Format("WebP picture", (".webp",), "image", images.read_image, images.write_image, images.read_recipe),
    Format(
        "TIFF picture", (".tif", ".tiff"), "image", images.read_image, images.write_image, images.read_recipe
    ),
    Format("GIF picture", (".gif",), "image", images.read_image),
    Format("BMP picture", (".bmp",), "image", images.read_image),
    Format("MIDI file", (".mid", ".midi"), "score", midi.read_midi, midi.write_midi, midi.read_recipe),
    Format("WAV sound", (".wav",), "audio", audio.read_audio, audio.write_audio, audio.read_recipe),
    Format("FLAC sound", (".flac",), "audio", audio.read_audio, audio.write_audio, audio.read_recipe),
    Format("Ogg Vorbis sound", (".ogg",), "audio", audio.read_audio, audio.write_audio, audio.read_recipe),
    Format("Plain text", (".txt",), "text", text.read_text, _write_text),
    Format("Markdown text", (".md",), "text", text.read_text, _write_text),
)


def suffixes(kind: str | None = None, *, writing: bool = False) -> tuple[str, ...]:
    """All suffixes, of one kind or of every kind, that can be read (or written)."""
    return tuple(
        suffix
        for format_ in FORMATS
        if kind in (None, format_.kind) and (format_.write is not None or not writing)
        for suffix in format_.suffixes
    )


def format_of(path: Path, *, writing: bool = False) -> Format:
    """The format that a file's name stands for.

    Raises:
        InvalidValue: a suffix that cannot be read (or written); the sentence lists those that can.
    """
    suffix = path.suffix.lower()
    for format_ in FORMATS:
        if suffix in format_.suffixes and (format_.write is not None or not writing):
            return format_
    template = (
        "{name} cannot be written with the suffix {suffix}: use one of {allowed}"
        if writing
        else "{name} cannot be opened with the suffix {suffix}: use one of {allowed}"
    )
    allowed = " ".join(suffixes(writing=writing))
    raise InvalidValue(template, name=path.name, suffix=repr(suffix), allowed=allowed)


def read(path: Path) -> Media:
    """The value in a file.

    Raises:
        BadFile: it cannot be read as its suffix says.
        InvalidValue: the suffix is none of `suffixes()`.
    """
    return format_of(path).read(path)


def write(value: Media | Footage, path: Path, recipe: str | None = None) -> None:
    """Write a value with its recipe (JSON), where the format has a place for it.

    A score becomes sound in `artstudio.sound`: render it before writing it here.

    Raises:
        BadFile: the file cannot be written.
        InvalidValue: the suffix does not take this kind of value; the sentence lists those that do.
    """
    format_ = format_of(path, writing=True)
    kind = "video" if isinstance(value, Footage) else kind_of(value)
    if format_.write is None or format_.kind != kind:
        raise InvalidValue(
            "{name} cannot hold this {kind}: use one of {allowed}",
            name=path.name, kind=kind, allowed=" ".join(suffixes(kind, writing=True)),
        )  # fmt: skip
    format_.write(value, path, recipe)


def read_recipe(path: Path) -> str | None:
    """The recipe (JSON) that a file carries, if any.

    Raises:
        BadFile: it cannot be read as its suffix says.
    """
    recipe = format_of(path).recipe
    return recipe(path) if recipe is not None else None
