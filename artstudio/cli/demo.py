"""`artstudio demo OUT_DIR`."""

from __future__ import annotations

from pathlib import Path

import click

from artstudio.cli import session


@click.command(params=[session.seed_option()])
@click.argument("out_dir", type=click.Path(file_okay=False, path_type=Path))
@session.json_option
def demo(out_dir: Path, seed: int, as_json: bool) -> None:
    """Make something of everything with the starter models, and a project that holds it."""
    from artstudio.studio.demo import make_demo

    with session.studio() as studio:
        files = make_demo(studio, out_dir, seed)
    session.say({"files": [str(file) for file in files]}, as_json, "\n".join(map(str, files)))
