"""Entry of the worker process: `artstudio.sdk.worker DESCRIPTOR FOLDER PLUGIN ENTRY`, run by the launcher.

DESCRIPTOR is the inherited connection, FOLDER the private folder for parcels, PLUGIN the plugin's
folder and ENTRY its `module:Class` ("-" for a worker that only probes devices).
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from artstudio.sdk.worker.loop import Worker
from artstudio.sdk.worker.process import open_connection


def main(arguments: list[str]) -> None:
    """Runs until the host closes the connection."""
    # Ctrl-C in a terminal may reach the whole group; the host decides what it means for a worker.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    descriptor, folder, plugin, entry = arguments
    Worker(open_connection(int(descriptor)), Path(folder), Path(plugin), entry).serve()


if __name__ == "__main__":
    main(sys.argv[1:])
