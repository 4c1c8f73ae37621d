"""Changes an installed plugin and its dependency in every way, each time killed at a random moment.

Each change is a process of its own, as `artstudio plugins ...` is, with the real chooser of versions and a
dependency from a folder of wheels; it gets SIGKILL (on Windows: is terminated) at a moment drawn evenly
from the time that changes of its kind take. After each kill the plugin must be whole in the old version or
the new one, with the dependency that belongs to it, or not there at all; anything else ends the program.

python tests/benchmarks/install_kills.py [--kills 50] [--seed 0]
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from artstudio.host.discovery import Found, find_plugins
from artstudio.host.installing.store import Store
from tests.unit.host.installing.kills import leftovers, version_found
from tests.unit.host.installing.parcels import make_wheel
from tests.unit.host.installing.plugins import files, install, make_installer, put

TOP = Path(__file__).parents[2]
CHANGES = ("install", "update", "rollback", "repair", "remove")


def change(name: str, root: Path) -> None:
    """Does one change; this is what gets killed."""
    installer = make_installer(root)
    print("ready", flush=True)  # noqa: T201  # from here on the clock runs
    if name in ("install", "update"):
        install(installer, root / "toy")
    elif name == "rollback":
        installer.roll_back("toy")
    elif name == "repair":
        installer.repair("toy")
    else:
        installer.remove("toy")


def run(name: str, root: Path, kill_after_s: float | None) -> tuple[bool, float]:
    """Whether the change was killed, and how long it took."""
    with subprocess.Popen(
        [sys.executable, __file__, "--change", name, "--root", str(root)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=TOP,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        process.stdout.readline()
        start = time.monotonic()
        try:
            _, errors = process.communicate(timeout=kill_after_s)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return True, time.monotonic() - start
        if process.returncode:
            sys.exit(f"{name} failed by itself: {errors.decode()}")
        return False, time.monotonic() - start


def written(root: Path, number: int) -> str:
    """Gives the source a new version, with a dependency of the same version."""
    version = f"{number}.0"
    make_wheel(root / "links", "tiny-dep", version)
    project = f'[project]\ndependencies = ["tiny-dep=={version}"]\n'
    put(root / "toy", files(version=version) | {"pyproject.toml": project})
    return version


def dependency(root: Path) -> str | None:
    """The version of the dependency that the usable plugin would import."""
    for entry in find_plugins(root / "builtin", Store(root / "plugins").root, "1.0", packages=False):
        if isinstance(entry, Found) and entry.environment and entry.environment.site:
            text = (entry.environment.site / "tiny_dep.py").read_text()
            return text.removeprefix("VERSION = '").rstrip("'\n")
    return None


def main(kills: int, seed: int) -> None:
    """Kills until it has killed enough."""
    chance = random.Random(seed)
    took_s = dict.fromkeys(CHANGES, 1.5)
    tally: Counter[str] = Counter()
    number = done = 0
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        while done < kills:
            before = version_found(root)
            record = Store(root / "plugins").record("toy")
            fitting = ["install"] if record is None else ["update", "repair", "remove"]
            if record is not None and record.previous:
                fitting += ["rollback", "rollback"]
            name = chance.choice(fitting)
            allowed = {before}
            if name in ("install", "update"):
                number += 1
                allowed.add(written(root, number))
            elif name == "remove":
                allowed.add(None)
            elif name == "rollback":
                assert record is not None
                assert record.previous is not None
                allowed.add(record.previous.partition("-")[0])
            killed, seconds = run(name, root, chance.uniform(0, took_s[name]))
            if not killed:
                took_s[name] = seconds
            after = version_found(root)
            assert after in allowed, f"{name}: {after} is neither of {allowed}"
            assert dependency(root) == after, f"{name}: the dependency is of another version"
            assert leftovers(root) == set(), f"{name}: {leftovers(root)} was left"
            done += killed
            end = "killed" if killed else "ended first"
            tally[f"{name}: {end}, {'new' if after != before else 'old'} state"] += 1
    for line, count in sorted(tally.items()):
        print(f"{count:4} {line}")  # noqa: T201
    print(f"{done} kills, the state was whole after each")  # noqa: T201


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--change", help=argparse.SUPPRESS)
    parser.add_argument("--root", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.change:
        change(given.change, given.root)
    else:
        main(given.kills, given.seed)
