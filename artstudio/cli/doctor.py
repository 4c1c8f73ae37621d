"""`artstudio doctor`."""

from __future__ import annotations

from dataclasses import asdict

import click

from artstudio.cli import session


@click.command()
@session.json_option
def doctor(as_json: bool) -> None:
    """Say what this machine can do: devices, sound, plugins, models; with fixes."""
    from artstudio.studio.doctor import examine

    checks = []
    with session.studio() as studio:
        for check in examine(studio):
            checks.append(check)
            if not as_json:
                click.echo(f"{'ok  ' if check.ok else 'note'} {check.name}: {check.found}")
                if not check.ok and check.fix:
                    click.echo(f"     -> {check.fix}")
    if as_json:
        session.say({"ok": all(c.ok for c in checks), "checks": [asdict(c) for c in checks]}, True, "")
