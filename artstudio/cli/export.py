"""`artstudio export FILE --out FILE`."""

from __future__ import annotations

from pathlib import Path

import click

from artstudio.cli import session


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="The suffix says what is written."
)
@session.json_option
def export(file: Path, out: Path, as_json: bool) -> None:
    """Write FILE (a project, or any file the studio opens) in the format of --out."""
    from artstudio.studio import files

    for path, known in ((file, files.openable()), (out, files.exportable())):
        if path.suffix.lower() not in known:
            raise click.UsageError(f"{path.name}: the suffix {path.suffix!r} is none of {' '.join(known)}")
    with session.studio() as studio:
        files.export(studio, files.open_file(file, studio.folders.footage).sheet, out)
    session.say({"output": str(out)}, as_json, str(out))
