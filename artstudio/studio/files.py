"""Files the studio opens, brings in and writes."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

from artstudio.documents.canvas import Canvas
from artstudio.documents.film import Footage
from artstudio.documents.history import BUDGET_NBYTES
from artstudio.documents.music import music_from_score
from artstudio.documents.project import Project
from artstudio.documents.prose import Prose
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import MAX_SIDE_PX
from artstudio.documents.writing import Passage
from artstudio.media import formats
from artstudio.media.images import read_image
from artstudio.media.movies import film_format
from artstudio.media.prose.files import read_prose, write_prose
from artstudio.media.prose.pieces import together
from artstudio.sdk import Audio, Image, InvalidValue, Media, Score, StudioError, Text, kind_of
from artstudio.studio.landing import landing_edit
from artstudio.studio.recipes import (
    carried,
    exported_recipe,
    left_out,
    recipe_in,
    recipe_of_texts,
    recipe_of_tracks,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from artstudio.documents.recipe import Recipe
    from artstudio.studio.studio import Studio

PROJECT_SUFFIX = ".artstudio"
ORA_SUFFIX = ".ora"
SOUND_SUFFIXES = (".wav", ".flac", ".ogg")
PDF_SUFFIX = ".pdf"
NEW_SIZE_PX = 1024


def openable() -> tuple[str, ...]:
    """Suffixes that `open_file` takes."""
    kinds = ("image", "score", "text")
    return (PROJECT_SUFFIX, ORA_SUFFIX, *(suffix for kind in kinds for suffix in formats.suffixes(kind)))


def exportable() -> tuple[str, ...]:
    """Suffixes that `export` takes."""
    kinds = ("image", "score", "audio", "text")
    written = (suffix for kind in kinds for suffix in written_suffixes(kind))
    return (PROJECT_SUFFIX, ORA_SUFFIX, *dict.fromkeys(written))


def open_file(path: Path, footage: Path, budget_nbytes: int = BUDGET_NBYTES) -> Project:
    """A project file, or any other file the studio opens as the beginning of a new project.

    The footage of a project's film is put into the folder `footage` (`Folders.footage`).

    Raises:
        BadFile: it cannot be read as what it claims to be.
        InvalidValue: a suffix the studio does not open; the sentence lists those it does.
    """
    suffix = path.suffix.lower()
    if suffix == PROJECT_SUFFIX:
        from artstudio.project.archive import open_project

        return Project(open_project(path, footage), path, budget_nbytes=budget_nbytes)
    if suffix == ORA_SUFFIX:
        from artstudio.project.ora import import_ora

        return Project(Sheet(import_ora(path)), budget_nbytes=budget_nbytes)
    sheet = _sheet_of(read_content(path), path.stem, recipe_in(path))
    return Project(sheet, budget_nbytes=budget_nbytes)


def _sheet_of(value: Media | Prose, title: str, recipe: Recipe | None) -> Sheet:
    match value:
        case Image():
            sheet = Sheet(Canvas(value.width, value.height))
            return landing_edit(sheet, value, title, recipe=recipe).apply(sheet)[0]
        case Score():
            sheet = Sheet.blank(NEW_SIZE_PX, NEW_SIZE_PX)
            music = music_from_score(value, sheet.fresh_ids("track"))
            tracks = tuple(replace(track, recipe=recipe) for track in music.tracks)
            return Sheet(sheet.canvas, replace(music, tracks=tracks))
        case Prose():
            sheet = Sheet.blank(NEW_SIZE_PX, NEW_SIZE_PX)
            return Sheet(sheet.canvas, passages=(Passage("p1", title, value, recipe),))
    raise InvalidValue("a project cannot begin with {kind}: bring it into one", kind=kind_of(value))


def read_content(path: Path) -> Media | Prose:
    """What a file brings into a project: as `read_media`, but text with its looks.

    Raises:
        BadFile: it cannot be read as what its suffix says, or is a picture larger than a canvas can be.
        InvalidValue: the suffix is unknown; the sentence lists the known ones.
    """
    return read_prose(path) if formats.format_of(path).kind == "text" else read_media(path)


def read_media(path: Path) -> Media:
    """The value in a file.

    Raises:
        BadFile: it cannot be read as what its suffix says, or is a picture larger than a canvas can be.
        InvalidValue: the suffix is unknown; the sentence lists the known ones.
    """
    if formats.format_of(path).kind == "image":
        return read_image(path, most_side_px=MAX_SIDE_PX)
    return formats.read(path)


def check_readable(path: Path, kind: str) -> None:
    """Refuses an input file whose suffix is not one of `kind`.

    Raises:
        InvalidValue: the sentence lists the suffixes that are.
    """
    if path.suffix.lower() not in formats.suffixes(kind):
        raise InvalidValue(
            "{name} is no file of the kind {kind}: use one of {allowed}",
            name=path.name, kind=kind, allowed=" ".join(formats.suffixes(kind)),
        )  # fmt: skip


def check_writable(path: Path, kinds: Iterable[str]) -> None:
    """Refuses a result file whose suffix cannot hold any of `kinds`.

    Raises:
        InvalidValue: the sentence lists the suffixes that can.
    """
    allowed = [suffix for kind in kinds for suffix in written_suffixes(kind)]
    if path.suffix.lower() not in allowed:
        raise InvalidValue(
            "{name} cannot be written with the suffix {suffix}: use one of {allowed}",
            name=path.name, suffix=repr(path.suffix), allowed=" ".join(allowed),
        )  # fmt: skip


def written_suffixes(kind: str) -> tuple[str, ...]:
    """The suffixes that `write_result` takes for a kind of value."""
    own = formats.suffixes(kind, writing=True)
    return (*own, *{"score": SOUND_SUFFIXES, "text": (PDF_SUFFIX,)}.get(kind, ()))


def write_result(
    studio: Studio, value: Media | Footage, path: Path, recipe: Recipe | None = None
) -> StudioError | None:
    """Writes a value with its recipe; a score is rendered where the suffix is one of sound.

    Text goes into a .txt or .md file as it is, into others as paragraphs. Returns what is to be told of a
    recipe that was too large to go along.

    Raises:
        BadFile: the file cannot be written.
        InvalidValue: the suffix does not take this kind of value.
    """
    if isinstance(value, Score) and path.suffix.lower() in SOUND_SUFFIXES:
        value = rendered(studio, value)
    if isinstance(value, Text) and path.suffix.lower() == PDF_SUFFIX:
        _write_pdf(Prose.plain(value.text), path, recipe)
    else:
        formats.write(value, path, carried(recipe))
    return left_out(recipe, path.name)


def _write_pdf(prose: Prose, path: Path, recipe: Recipe | None) -> None:
    from artstudio.media.pdf import metadata
    from artstudio.render.pdf import write_pdf

    write_pdf(prose, path, path.stem, metadata(path.stem, carried(recipe)))


def written_to(value: Media | Footage, path: Path) -> Path:
    """Where `write_result` puts a value: for a film as PNG a folder of numbered pictures."""
    return film_format(path).target(path) if isinstance(value, Footage) else path


def rendered(studio: Studio, score: Score) -> Audio:
    """A score as sound through the settings' SoundFont.

    Raises:
        BadFile: the SoundFont cannot be read.
    """
    from artstudio.sound.renderer import Renderer, render

    with contextlib.closing(Renderer(soundfont(studio))) as renderer:
        return render(score, renderer)


def soundfont(studio: Studio) -> Path:
    """The SoundFont to play with: the settings', or the one that comes along.

    Raises:
        BadFile: the default one is missing.
    """
    from pathlib import Path

    from artstudio.sound.soundfont import default_soundfont

    return Path(studio.settings.soundfont) if studio.settings.soundfont else default_soundfont()


def flattened(sheet: Sheet) -> Image:
    """The canvas as one picture, rough layers left out."""
    from artstudio.render.compositor import composite

    return composite(sheet.canvas)


def save(sheet: Sheet, path: Path) -> None:
    """Saves a project file: whole or not at all, earlier versions kept.

    Raises:
        BadFile: the disk is full or the folder cannot be written; the old file is as it was.
    """
    from artstudio.project.archive import save_project

    save_project(sheet, path, merged=lambda: flattened(sheet))


def export(studio: Studio, sheet: Sheet, path: Path) -> StudioError | None:
    """Writes what the suffix stands for: the flattened canvas, the music, its sound, the text, or all of it.

    `studio.recipes` says which recipe goes along. Returns what is to be told of one that was too large.

    Raises:
        BadFile: the file cannot be written, or is a project that a window has open.
        InvalidValue: the suffix is unknown (the sentence lists the known ones), or there is nothing to write.
    """
    suffix = path.suffix.lower()
    if suffix == PROJECT_SUFFIX:
        from artstudio.project.lock import ProjectLock

        with ProjectLock(path):
            save(sheet, path)
        return None
    if suffix == ORA_SUFFIX:
        from artstudio.project.ora import export_ora

        export_ora(sheet.canvas, path, merged=lambda: flattened(sheet))
        return None
    if suffix not in exportable():
        raise InvalidValue(
            "{name} cannot be written with the suffix {suffix}: use one of {allowed}",
            name=path.name, suffix=repr(path.suffix), allowed=" ".join(exportable()),
        )  # fmt: skip
    if suffix in written_suffixes("text"):
        return _export_text(sheet, path)
    return write_result(studio, *_exported(sheet, suffix, path))


def _export_text(sheet: Sheet, path: Path) -> StudioError | None:
    """Writes all passages, one after the other."""
    if not sheet.passages:
        raise InvalidValue("{name}: there is no text in this project to write", name=path.name)
    only = sheet.passages[0] if len(sheet.passages) == 1 else None
    prose = only.prose if only is not None else together(passage.prose for passage in sheet.passages)
    recipe = recipe_of_texts(sheet.passages)
    if path.suffix.lower() == PDF_SUFFIX:
        _write_pdf(prose, path, recipe)
    else:
        write_prose(prose, path, carried(recipe), path.stem)
    return left_out(recipe, path.name)


def _exported(sheet: Sheet, suffix: str, path: Path) -> tuple[Media, Path, Recipe | None]:
    if suffix in formats.suffixes("image", writing=True):
        return flattened(sheet), path, exported_recipe(sheet.canvas)
    score = sheet.music.score()
    if not score.note_count:
        raise InvalidValue("{name}: there are no notes in this project to write", name=path.name)
    if suffix in SOUND_SUFFIXES:
        heard = list(sheet.music.audible())
        audible = {track.id for track in heard}
        tracks = tuple(t.track for t in sheet.music.tracks if t.id in audible or t.track.conductor)
        return score.with_tracks(tracks), path, recipe_of_tracks(heard)
    return score, path, recipe_of_tracks(sheet.music.tracks)
