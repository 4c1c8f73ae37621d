"""`artstudio manual OUT_DIR`."""

from __future__ import annotations

from pathlib import Path

import click

from artstudio.cli import session


@click.command()
@click.argument("out_dir", type=click.Path(file_okay=False, path_type=Path))
@session.json_option
def manual(out_dir: Path, as_json: bool) -> None:
    """Write the manual as web pages, in every language there is."""
    from artstudio.base.paths import resources
    from artstudio.studio.manual.site import write_site

    files = write_site(resources() / "manual", out_dir)
    session.say({"files": [str(file) for file in files]}, as_json, str(files[0]))
