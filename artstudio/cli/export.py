"""`artstudio export FILE --out FILE`: a project or another file in another format, and a project's film."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from artstudio.cli import session

if TYPE_CHECKING:
    from artstudio.documents.sheet import Sheet
    from artstudio.studio.studio import Studio

_QUALITIES = ("draft", "good", "best")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="The suffix says what is written."
)
@click.option(
    "--film/--no-film", default=None,
    help="The film, or the picture, where the suffix can be both. [default: the film as .gif, "
    "the picture as .webp and .png; the film as .png is a folder of numbered files]",
)  # fmt: skip
@click.option("--fps", type=click.FloatRange(1, 240), help="Of a film. [default: its own]")
@click.option("--width", type=click.IntRange(2, 8192), help="Of a film, in pixels. [default: the canvas's]")
@click.option("--height", type=click.IntRange(2, 8192), help="Of a film, in pixels. [default: the canvas's]")
@click.option(
    "--quality", type=click.Choice(_QUALITIES), default="good", show_default=True, help="Of a film."
)
@click.option("--sound/--no-sound", default=True, show_default=True, help="A film's music, in MP4 and WebM.")
@session.json_option
def export(file: Path, out: Path, film: bool | None, as_json: bool, **settings: Any) -> None:
    """Write FILE (a project, or any file the studio opens) in the format of --out.

    A film whose render was stopped goes on where it was when the same is asked again.
    """
    from artstudio.studio import files, rendering

    suffix = out.suffix.lower()
    if film is None:
        film = suffix in rendering.SUFFIXES and suffix not in files.exportable()
        known = tuple(dict.fromkeys((*files.exportable(), *rendering.SUFFIXES)))
    else:
        known = rendering.SUFFIXES if film else files.exportable()
    for path, allowed in ((file, files.openable()), (out, known)):
        if path.suffix.lower() not in allowed:
            raise click.UsageError(f"{path.name}: the suffix {path.suffix!r} is none of {' '.join(allowed)}")
    with session.studio() as studio:
        studio.use_footage()  # no window may sweep away what is taken out of the project here
        sheet = files.open_file(file, studio.folders.footage).sheet
        if film:
            out = _rendered(studio, sheet, out, suffix=suffix, **settings)
        else:
            session.tell(files.export(studio, sheet, out))
    session.say({"output": str(out)}, as_json, str(out))


def _rendered(studio: Studio, sheet: Sheet, out: Path, **settings: Any) -> Path:
    from artstudio.studio.recipes import left_out, recipe_of_film
    from artstudio.studio.rendering import RenderSettings, start_render, target

    asked = RenderSettings(**settings)
    try:
        session.finish(studio, lambda hear: start_render(studio, sheet, out, asked, hear), lambda _: None)
    except click.Abort:
        click.echo("what is rendered is kept: the same command goes on", err=True)
        raise
    session.tell(left_out(recipe_of_film(sheet.film), out.name))
    return target(out)
