"""`artstudio plugins list|info|new|check`, and what `installing` adds to them."""

from __future__ import annotations

from pathlib import Path

import click

from artstudio.cli import installing, session


@click.group()
def plugins() -> None:
    """List, inspect, write, check, install and remove plugins."""


for _command in installing.COMMANDS:
    plugins.add_command(_command)


@plugins.command("list")
@session.json_option
def list_(as_json: bool) -> None:
    """List all plugins; the broken ones with their reasons."""
    from artstudio.host.discovery import Found

    with session.studio() as studio:
        entries = studio.host.plugins()
    rows, lines = [], []
    for entry in entries:
        if isinstance(entry, Found):
            m = entry.manifest
            rows.append(
                {"id": m.id, "version": m.version, "title": m.title, "origin": entry.origin, "usable": True}
            )
            lines.append(f"{m.id} {m.version}: {m.summary or m.title}")
        else:
            rows.append({"id": entry.id, "usable": False, "reason": entry.reason})
            lines.append(f"{entry.id}: cannot be used: {entry.reason}")
    session.say({"plugins": rows}, as_json, "\n".join(lines) or "There are no plugins.")


@plugins.command()
@click.argument("plugin_id", metavar="ID")
@session.json_option
def info(plugin_id: str, as_json: bool) -> None:
    """Say what a plugin is, may and can do."""
    with session.studio() as studio:
        found = studio.host.found(plugin_id)
        schema = studio.host.schema(plugin_id)
        models = studio.shelf.models(found)
    m = found.manifest
    lines = [f"{m.title} ({m.id} {m.version}, {found.origin})", m.summary]
    lines += [f"  {a.name}: {a.title}. {' '.join(a.help.split())}" for a in schema.actions]
    lines += [f"  train --task {t.name}: {t.title} ({' '.join(t.formats)})" for t in schema.trainings]
    lines += [f"  model {model.name}: {model.folder}" for model in models]
    session.say(
        {
            **m.model_dump(mode="json"), "origin": found.origin, "folder": str(found.folder),
            "schema": schema.model_dump(mode="json"),
            "models": [{"name": model.name, "folder": str(model.folder)} for model in models],
        },
        as_json, "\n".join(line for line in lines if line),
    )  # fmt: skip


@plugins.command()
@click.argument("name")
@click.option(
    "--kind", type=click.Choice(["image", "music", "text", "video"]), default="image", show_default=True
)
@session.json_option
def new(name: str, kind: str, as_json: bool) -> None:
    """Write a working plugin into ./NAME, to be changed into your own."""
    from artstudio.host.scaffold import new_plugin

    folder = new_plugin(name, Path.cwd(), kind)
    session.say(
        {"folder": str(folder)},
        as_json,
        f"{folder}: look into actions.py; try: artstudio plugins check {name}",
    )


@plugins.command()
@click.argument("path", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--model",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A model folder to work with.",
)
@click.option("--save-schema", is_flag=True, hidden=True, help="Write schema.json beside the manifest.")
@session.json_option
@click.pass_context
def check(ctx: click.Context, path: Path, model: Path | None, save_schema: bool, as_json: bool) -> None:
    """Run the conformance kit on the plugin in PATH."""
    if save_schema:
        from artstudio.host.schemas import refresh

        refresh(path)
    from artstudio.base.paths import resources
    from artstudio.host.checking import check as checked

    findings = checked(path, models=resources() / "models", model=model)
    ok = all(finding.ok for finding in findings)
    rows = [{"name": f.name, "ok": f.ok, "sentence": f.sentence} for f in findings]
    lines = [
        f"{'ok  ' if f.ok else 'FAIL'} {f.name}{': ' + f.sentence if f.sentence else ''}" for f in findings
    ]
    session.say({"ok": ok, "findings": rows}, as_json, "\n".join(lines))
    ctx.exit(0 if ok else 1)


@plugins.command()
def reference() -> None:
    """Print the reference of the plugin api as Markdown."""
    from artstudio.host.reference import reference as written

    click.echo(written(), nl=False)
