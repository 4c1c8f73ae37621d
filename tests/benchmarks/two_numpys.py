"""Two plugins that need contradictory versions of numpy, installed and running in one session.

The first pins numpy 1.26, the second needs 2: each is made by `artstudio plugins new`, given its dependency
and installed by the public path; then both work at the same time, again and again. Needs a package index.

    python tests/benchmarks/two_numpys.py [--rounds 5]
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.engine.job import Control
from artstudio.host.requests import RunRequest
from artstudio.host.scaffold import new_plugin
from artstudio.sdk import Output, Text
from artstudio.studio.installing import installer
from artstudio.studio.studio import Studio

NEEDS = {"old-numpy": "numpy==1.26.*", "new-numpy": "numpy>=2"}
SAYS = """
import numpy as np
from artstudio.sdk import Output, Plugin, Results, Run, Text, action


class Says(Plugin):
    @action("Say")
    def say(self, run: Run) -> Results[Text]:
        total = int(np.linalg.norm(np.ones((512, 512)) @ np.ones((512, 512))))
        yield Output(Text(f"{np.__version__} {total}"))
"""


def make(name: str, needs: str, folder: Path) -> Path:
    """A plugin that says which numpy it computes with."""
    made = new_plugin(name, folder, "text")
    package = f"artstudio_{name.replace('-', '_')}"
    (made / package / "actions.py").write_text(SAYS)
    manifest = made / "artstudio-plugin.toml"
    lines = [
        f'entry = "{package}.actions:Says"' if line.startswith("entry") else line
        for line in manifest.read_text().splitlines()
    ]
    manifest.write_text("\n".join(lines) + "\n")
    project = made / "pyproject.toml"
    kept = [line for line in project.read_text().splitlines() if not line.startswith("dependencies")]
    kept.insert(kept.index("[project]") + 1, f'dependencies = ["{needs}"]')
    project.write_text("\n".join(kept) + "\n")
    return made


def main() -> None:
    """Prints the versions that answered, and how long installing took."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as place:
        folders = Folders.under(Path(place) / "home")
        figures: dict[str, object] = {}
        for name, needs in NEEDS.items():
            folder = make(name, needs, Path(place))
            began = time.monotonic()
            made = installer(folders)
            with made.plan(str(folder)) as prepared:
                pins = {
                    pin.name: f"{pin.version}{' shared' if pin.shared else ''}"
                    for pin in prepared.plan.packages
                }
                made.commit(prepared)
            figures[name] = {"install_s": round(time.monotonic() - began, 1), "numpy": pins["numpy"]}
        studio = Studio(folders, Settings(), builtin=Path(place) / "none", packages=False)

        def ask(name: str) -> str:
            events = studio.host.run(RunRequest(name, "say"), Control())
            (text,) = [event.value for event in events if isinstance(event, Output)]
            assert isinstance(text, Text)
            return text.text

        try:
            with ThreadPoolExecutor(2) as threads:
                answers = [tuple(threads.map(ask, NEEDS)) for _ in range(rounds)]
            figures["answers"] = sorted(set(answers))
            figures["memory_mib"] = {k: v >> 20 for k, v in studio.host.memory_bytes().items()}
        finally:
            studio.close()
    print(json.dumps(figures, indent=1))  # noqa: T201  # its result


if __name__ == "__main__":
    main()
