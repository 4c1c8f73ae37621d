"""The kit's child process: `python -m artstudio.sdk.testing.child FOLDER ENTRY FINDINGS MODE NAME MODEL`.

MODE is "describe", "action", "training" or "evaluation"; NAME the action or task; MODEL a folder or "-".
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from artstudio.sdk.errors import StudioError
from artstudio.sdk.testing.actions import ActionCheck
from artstudio.sdk.testing.attempt import last_line
from artstudio.sdk.testing.finding import Sheet
from artstudio.sdk.testing.trainings import check_evaluation, check_training
from artstudio.sdk.worker.loading import load_plugin

# What may not be imported before an action runs.
HEAVY = ("torch", "transformers", "diffusers", "tensorflow", "jax", "PySide6")


def main(arguments: list[str]) -> None:
    """Looks at one thing and writes what it found."""
    folder, entry, findings, mode, name, model = arguments
    sheet = Sheet(Path(findings))
    sheet.begin("description")
    began = time.perf_counter()
    try:
        plugin, schema = load_plugin(Path(folder), entry)
    except StudioError as error:
        sheet.add("description", False, str(error))
        return
    except BaseException as error:  # noqa: BLE001  # plugin code may raise anything, SystemExit included
        sheet.add("description", False, f"importing it failed: {last_line(error)}")
        return
    seconds = time.perf_counter() - began
    starter = None if model == "-" else Path(model)
    if mode == "describe":
        _describe(sheet)
        sheet.keep({"seconds": seconds, "schema": schema.model_dump(mode="json")})
    elif mode == "action":
        ActionCheck(plugin, schema.action(name), sheet, starter).run()
    elif mode == "training":
        check_training(plugin, schema.training(name), sheet)
    else:
        formats = schema.trainings[0].formats if schema.trainings else ()
        check_evaluation(plugin, formats, sheet, starter)


def _describe(sheet: Sheet) -> None:
    heavy = [name for name in HEAVY if name in sys.modules]
    if heavy:
        names = ", ".join(heavy)
        sheet.add("description", False, f"importing it imports {names}: import them inside the actions")
        return
    foreign = [name for name in sys.modules if name.startswith("artstudio.") and not _of_sdk(name)]
    if foreign:
        sheet.add("description", False, f"it imports {foreign[0]}: only artstudio.sdk is promised to stay")
        return
    sheet.add("description", True, "its actions are described without running anything heavy")


def _of_sdk(name: str) -> bool:
    return name == "artstudio.sdk" or name.startswith("artstudio.sdk.")


if __name__ == "__main__":
    main(sys.argv[1:])
