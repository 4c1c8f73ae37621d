"""Entry of the worker process: `python -m artstudio.sdk.worker DESCRIPTOR FOLDER PLUGIN ENTRY`.

DESCRIPTOR is the inherited connection, FOLDER the private folder for parcels, PLUGIN the plugin's
folder and ENTRY its `module:Class` ("-" for a worker that only probes devices).
"""

from __future__ import annotations

import sys
from pathlib import Path

from artstudio.sdk.worker.loop import Worker
from artstudio.sdk.worker.process import die_with_parent, open_connection


def main(arguments: list[str]) -> None:
    """Runs until the host closes the connection."""
    die_with_parent()
    descriptor, folder, plugin, entry = arguments
    Worker(open_connection(int(descriptor)), Path(folder), Path(plugin), entry).serve()


if __name__ == "__main__":
    main(sys.argv[1:])
