"""The one table of the files that the studio reads and writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from artstudio.documents.film import Footage
from artstudio.media import audio, images, midi, movie_files, movies, pdf, text
from artstudio.media.prose import files as prose_files
from artstudio.sdk import InvalidValue, Media, kind_of


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: `kind` is a key of `sdk.KINDS`; without `write` it can only be read, or the reverse.

    Two may have the same suffix where one only writes: a film as GIF is read as a picture. Of PDF, which
    `render.pdf` writes, only the recipe is read.
    """

    title: str
    suffixes: tuple[str, ...]
    kind: str
    read: Callable[[Path], Media] | None
    write: Callable[[Any, Path, str | None], None] | None = None
    recipe: Callable[[Path], str | None] | None = None


def _write_film(value: Any, path: Path, recipe: str | None) -> None:
    movies.write_movie(value, path, recipe=recipe)


FORMATS = (
    Format("PNG picture", (".png",), "image", images.read_image, images.write_image, images.read_recipe),
    Format(
        "JPEG picture", (".jpg", ".jpeg"), "image", images.read_image, images.write_image, images.read_recipe
    ),
    Format("WebP picture", (".webp",), "image", images.read_image, images.write_image, images.read_recipe),
    Format(
        "TIFF picture", (".tif", ".tiff"), "image", images.read_image, images.write_image, images.read_recipe
    ),
    Format("GIF picture", (".gif",), "image", images.read_image, None, images.read_recipe),
    Format("BMP picture", (".bmp",), "image", images.read_image),
    Format("MIDI file", (".mid", ".midi"), "score", midi.read_midi, midi.write_midi, midi.read_recipe),
    Format("WAV sound", (".wav",), "audio", audio.read_audio, audio.write_audio, audio.read_recipe),
    Format("FLAC sound", (".flac",), "audio", audio.read_audio, audio.write_audio, audio.read_recipe),
    Format("Ogg Vorbis sound", (".ogg",), "audio", audio.read_audio, audio.write_audio, audio.read_recipe),
    Format("Plain text", (".txt",), "text", text.read_text, text.write_text),
    Format("Markdown text", (".md",), "text", text.read_text, text.write_text, prose_files.read_recipe),
    Format(
        "Word document", (".docx",), "text", text.read_document, text.write_document, prose_files.read_recipe
    ),
    Format(
        "HTML page",
        (".html", ".htm"),
        "text",
        text.read_document,
        text.write_document,
        prose_files.read_recipe,
    ),
    Format("PDF pages", (".pdf",), "text", None, None, pdf.read_recipe),
    Format("MP4 film", (".mp4",), "video", None, _write_film, movie_files.read_recipe),
    Format("WebM film", (".webm",), "video", None, _write_film, movie_files.read_recipe),
    Format("GIF film", (".gif",), "video", None, _write_film, images.read_recipe),
    Format("WebP film", (".webp",), "video", None, _write_film, images.read_recipe),
    Format("Numbered PNG pictures", (".png",), "video", None, _write_film, images.read_recipe),
)


def suffixes(kind: str | None = None, *, writing: bool = False) -> tuple[str, ...]:
    """All suffixes, of one kind or of every kind, that can be read (or written)."""
    found = (
        suffix
        for format_ in FORMATS
        if kind in (None, format_.kind) and (format_.write if writing else format_.read) is not None
        for suffix in format_.suffixes
    )
    return tuple(dict.fromkeys(found))


def format_of(path: Path) -> Format:
    """The format that a file is read in, by its name.

    Raises:
        InvalidValue: a suffix that cannot be read; the sentence lists those that can.
    """
    suffix = path.suffix.lower()
    for format_ in FORMATS:
        if suffix in format_.suffixes and format_.read is not None:
            return format_
    raise InvalidValue(
        "{name} cannot be opened with the suffix {suffix}: use one of {allowed}",
        name=path.name, suffix=repr(suffix), allowed=" ".join(suffixes()),
    )  # fmt: skip


def read(path: Path) -> Media:
    """The value in a file.

    Raises:
        BadFile: it cannot be read as its suffix says.
        InvalidValue: the suffix is none of `suffixes()`.
    """
    reading = format_of(path).read
    assert reading is not None  # format_of sees to it
    return reading(path)


def write(value: Media | Footage, path: Path, recipe: str | None = None) -> None:
    """Write a value with its recipe (JSON), where the format has a place for it.

    A score becomes sound in `artstudio.sound`: render it before writing it here.

    Raises:
        BadFile: the file cannot be written.
        InvalidValue: the suffix does not take this kind of value; the sentence lists those that do.
    """
    kind = "video" if isinstance(value, Footage) else kind_of(value)
    suffix = path.suffix.lower()
    for format_ in FORMATS:
        if format_.write is not None and format_.kind == kind and suffix in format_.suffixes:
            format_.write(value, path, recipe)
            return
    if suffix in suffixes(writing=True):
        raise InvalidValue(
            "{name} cannot hold this {kind}: use one of {allowed}",
            name=path.name, kind=kind, allowed=" ".join(suffixes(kind, writing=True)),
        )  # fmt: skip
    raise InvalidValue(
        "{name} cannot be written with the suffix {suffix}: use one of {allowed}",
        name=path.name, suffix=repr(suffix), allowed=" ".join(suffixes(writing=True)),
    )  # fmt: skip


def read_recipe(path: Path) -> str | None:
    """The recipe (JSON) that a file carries, if any; also of a film, which cannot be read itself.

    Raises:
        BadFile: it cannot be read as its suffix says.
        InvalidValue: the suffix is unknown.
    """
    suffix = path.suffix.lower()
    found = next((one for one in FORMATS if suffix in one.suffixes), None) or format_of(path)
    return found.recipe(path) if found.recipe is not None else None
