"""`artstudio COMMAND`: finds the command's module only when it is asked for, so that help is instant."""

from __future__ import annotations

import importlib
import sys
from typing import NoReturn

import click

from artstudio.cli.commands import COMMANDS


class Commands(click.Group):
    """A group whose commands live in modules of their own, imported on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, name, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(f"artstudio.cli.{module}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, _, about) in COMMANDS.items()])


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Without a command, artstudio opens its window: artstudio [--safe-mode] [FILE]. Safe mode starts "
    "without third-party plugins.",
)
@click.version_option(package_name="artstudio", prog_name="artstudio")
def cli() -> None:
    """Make pictures, music and writing with models that run on your own machine."""


def run(arguments: list[str]) -> NoReturn:
    """Runs one command and exits: 0 done, 1 the work failed (one sentence), 2 wrong usage."""
    try:
        status = cli.main(arguments, prog_name="artstudio", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(1)
    except Exception as error:  # noqa: BLE001  # whatever happens ends in a sentence
        _fail(error)
    sys.exit(status if isinstance(status, int) else 0)


def _fail(error: Exception) -> NoReturn:
    from artstudio.sdk.errors import StudioError

    if isinstance(error, StudioError):
        click.echo(str(error), err=True)
    elif isinstance(error, OSError) and error.filename:
        click.echo(f"{error.filename}: {(error.strerror or str(error)).lower()}", err=True)
    else:
        from artstudio.base.logs import note_crash

        click.echo(
            f"something went wrong ({type(error).__name__}: {error}); see {note_crash(error)}", err=True
        )
    sys.exit(1)
