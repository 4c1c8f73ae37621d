"""`artstudio plugins install|update|rollback|remove|enable|disable|repair|sign|keygen`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from artstudio.base.paths import Folders
from artstudio.cli import session

if TYPE_CHECKING:
    from artstudio.host.discovery import Broken, Found
    from artstudio.host.installing.installer import Installer
    from artstudio.host.installing.planning import Prepared

_yes = click.option("--yes", is_flag=True, help="Agree to the plan, but never to building from source.")
_build = click.option(
    "--build", "builds", multiple=True, metavar="NAME",
    help="Let this package be built from source, which runs its code, confined.",
)  # fmt: skip


@click.command()
@click.argument("src")
@click.option("--link", is_flag=True, help="SRC is a folder under development: use it where it lies.")
@_yes
@_build
@session.json_option
@click.pass_context
def install(
    ctx: click.Context, src: str, link: bool, yes: bool, builds: tuple[str, ...], as_json: bool
) -> None:
    """Install a plugin from SRC: a folder, a ZIP, a wheel, a git address or a name on the package index.

    First the plan is shown: what comes from where, what it may do. Nothing of the plugin runs until then.
    """
    made = _installer()
    with made.link(Path(src), say=_say) if link else made.plan(src, say=_say) as prepared:
        ctx.exit(_carry_out(made, prepared, builds, yes=yes, as_json=as_json))


@click.command()
@click.argument("plugin_id", metavar="[ID]", required=False)
@_yes
@_build
@session.json_option
@click.pass_context
def update(
    ctx: click.Context, plugin_id: str | None, yes: bool, builds: tuple[str, ...], as_json: bool
) -> None:
    """Update a plugin, or all of them, from where it was installed."""
    from artstudio.sdk.errors import StudioError

    made = _installer()
    records = made.store.records()
    ids = [plugin_id] if plugin_id else [one.id for one in records if one.linked is None]
    status = 0
    for one in ids:
        try:
            prepared = made.update(one, say=_say)
            if prepared is None:
                session.say({"id": one, "updated": False}, as_json, f"{one} is up to date")
                continue
            with prepared:
                status |= _carry_out(made, prepared, builds, yes=yes, as_json=as_json)
        except StudioError as error:
            if plugin_id:
                raise
            click.echo(f"{one}: {error}", err=True)
            status = 1
    ctx.exit(status)


@click.command()
@click.argument("plugin_id", metavar="ID")
@_yes
@session.json_option
@click.pass_context
def remove(ctx: click.Context, plugin_id: str, yes: bool, as_json: bool) -> None:
    """Remove a plugin with all that was installed for it. Models trained with it stay."""
    if not yes and not _asked(f"Remove {plugin_id}?", "remove"):
        ctx.exit(1)
    _installer().remove(plugin_id)
    session.say({"id": plugin_id, "removed": True}, as_json, f"{plugin_id} is removed")


@click.command()
@click.argument("plugin_id", metavar="ID")
@session.json_option
def rollback(plugin_id: str, as_json: bool) -> None:
    """Go back to the version before the last update."""
    _tell(_installer().roll_back(plugin_id), as_json)


@click.command()
@click.argument("plugin_id", metavar="ID")
@session.json_option
def enable(plugin_id: str, as_json: bool) -> None:
    """Switch a plugin on, also one that was set aside after failures."""
    made = _installer()
    made.enable(plugin_id)
    made.retry(plugin_id)
    session.say({"id": plugin_id, "disabled": False}, as_json, f"{plugin_id} is switched on")


@click.command()
@click.argument("plugin_id", metavar="ID")
@session.json_option
def disable(plugin_id: str, as_json: bool) -> None:
    """Switch a plugin off; it stays installed."""
    _installer().disable(plugin_id)
    session.say({"id": plugin_id, "disabled": True}, as_json, f"{plugin_id} is switched off")


@click.command()
@click.argument("plugin_id", metavar="ID")
@session.json_option
def repair(plugin_id: str, as_json: bool) -> None:
    """Install the same version of a plugin anew, with its packages."""
    _tell(_installer().repair(plugin_id, say=_say), as_json)


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--key", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=True,
              help="Your private key, made by keygen.")  # fmt: skip
@session.json_option
def sign(path: Path, key: Path, as_json: bool) -> None:
    """Sign the plugin in PATH, its folder or wheel, as it is now; sign it again after every change."""
    from artstudio.host.installing import signing, wheels

    public = signing.sign(path, key) if path.is_dir() else wheels.sign(path, key)
    session.say({"key": public}, as_json, f"{path} is signed by {public}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@session.json_option
def keygen(file: Path, as_json: bool) -> None:
    """Make a key to sign your plugins with; keep FILE to yourself, and keep a copy."""
    from artstudio.host.installing import signing

    public = signing.new_key(file)
    session.say({"key": public, "file": str(file)}, as_json, f"{file}: the public key is {public}")


def _installer() -> Installer:
    from artstudio.studio.installing import installer

    return installer(Folders.default())


def _carry_out(
    made: Installer, prepared: Prepared, builds: tuple[str, ...], *, yes: bool, as_json: bool
) -> int:
    """Shows the plan and does it once it is agreed to; answers the exit status."""
    plan = prepared.plan
    result: dict[str, Any] = {"plan": plan.to_json(), "id": plan.id, "installed": False}
    if not as_json:
        click.echo("\n".join(plan.lines()))
    if not yes and (as_json or not _asked("Install it?", "install")):
        if as_json:
            session.say(result, as_json, "")
        return 1
    entry = made.commit(prepared, builds, say=_say)
    if as_json:
        session.say(result | {"installed": True}, as_json, "")
    else:
        _tell(entry, as_json)
    return 0


def _asked(question: str, what: str) -> bool:
    """Whether somebody at a terminal says yes."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        return click.confirm(question, default=False)
    click.echo(f"nothing was changed: add --yes to {what}", err=True)
    return False


def _tell(entry: Found | Broken, as_json: bool) -> None:
    from artstudio.host.discovery import Found

    if isinstance(entry, Found):
        version = entry.manifest.version
        row = {"id": entry.id, "version": version, "usable": True}
        session.say(row, as_json, f"{entry.manifest.title} {version} is ready")
    else:
        row = {"id": entry.id, "usable": False, "reason": entry.reason}
        session.say(row, as_json, f"{entry.id} is installed, but {entry.reason}")


def _say(line: str) -> None:
    if sys.stderr.isatty():
        click.echo(line, err=True)


COMMANDS: tuple[click.Command, ...] = (
    install, update, remove, rollback, enable, disable, repair, sign, keygen,
)  # fmt: skip
