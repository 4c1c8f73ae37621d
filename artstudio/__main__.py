"""Entry: `artstudio [FILE]` opens the window, `artstudio COMMAND` works without one."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Hands over to the command line when the first word is one of its commands, else to the window."""
    from artstudio.cli.commands import COMMANDS

    first = sys.argv[1] if len(sys.argv) > 1 else ""
    if first in COMMANDS or first in ("--help", "-h", "--version"):
        from artstudio.cli.main import run

        run(sys.argv[1:])
    gc.disable()  # until the window is painted: collecting while modules load costs a tenth of its start
    # before Qt: PySide6 reads the source of every module that is loaded after it
    import artstudio.base.settings
    import artstudio.documents.project
    import artstudio.studio.studio  # noqa: F401
    from artstudio.ui.app import main as open_window

    sys.exit(open_window(sys.argv[1:]))


if __name__ == "__main__":
    main()
