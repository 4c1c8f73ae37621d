"""Does a change to installed plugins over and over, killed one touch of a file later each time.

`python -m tests.unit.host.installing.kills CHANGE FOLDER` prints the versions found after each kill.
It is a process of its own because it forks, which one with threads must not.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from artstudio.host.discovery import Found, find_plugins
from artstudio.host.installing.installer import Installer
from artstudio.host.installing.pins import Environment, Pin, Resolution
from artstudio.host.installing.store import Store
from tests.unit.host.installing.plugins import files, install, put

_TOUCHES = frozenset(
    {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.truncate", "shutil.rmtree"}
)


class Dependency:
    """Stands for `Environments` where only its files matter: one package in a folder of its own."""

    def resolve(self, requirements: Sequence[str], **_: Any) -> Resolution:
        """One package that lies nowhere."""
        return Resolution((Pin("dep", "1.0", "", "", 1, shared=False),))

    def build(self, resolution: Resolution, folder: Path, **_: Any) -> Environment:
        """Writes the package."""
        (folder / "site").mkdir()
        (folder / "site" / "dep.py").write_text("")
        (folder / "environment.json").write_text('{"shared": {}}')
        return Environment.load(folder)


def quick_installer(root: Path) -> Installer:
    """An installer that starts no process."""
    return Installer(Store(root / "plugins"), Dependency(), builtin=root / "builtin")  # type: ignore[arg-type]


def killed(work: Callable[[], object], at: int, root: Path) -> bool:
    """Does `work` in a process that kills itself when it touches a file below `root` for the `at`-th time.

    Answers whether it was killed; it ends by itself when it touches fewer.
    """
    child = os.fork()
    if not child:
        left = at

        def count(event: str, arguments: tuple[Any, ...]) -> None:
            nonlocal left
            if event in _TOUCHES and str(arguments[0]).startswith(str(root)):
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        status = 1
        try:
            sys.addaudithook(count)
            work()
            status = 0
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.waitstatus_to_exitcode(status) == 0, "the work itself failed"
    return False


def version_found(root: Path, plugin_id: str = "toy") -> str | None:
    """The version that is usable now, its files read anew; None where nothing is installed.

    Raises:
        AssertionError: it is installed but not whole, or the version to go back to is not.
    """
    store = Store(root / "plugins")
    for kept in store.root.glob("*/checked.json"):
        kept.unlink()
    entries = find_plugins(root / "builtin", store.root, "1.0", packages=False)
    if not entries:
        return None
    (entry,) = entries
    assert isinstance(entry, Found), entry.reason
    assert entry.id == plugin_id
    assert entry.environment is not None
    assert entry.record is not None
    for name in filter(None, (entry.record.current, entry.record.previous)):
        folder = store.version_folder(entry.record, name)
        assert (folder / "environment.json").is_file()
        assert (folder / "facts.json").is_file()
        assert (folder / "plugin" / "artstudio-plugin.toml").is_file()
    return entry.manifest.version


def leftovers(root: Path) -> set[str]:
    """What lies in the plugins' folder after a sweep and belongs to nothing installed."""
    store = Store(root / "plugins")
    with store.writing():
        store.sweep()
    lying = {path.relative_to(store.root).as_posix() for path in store.root.glob("*/versions/*")}
    lying |= {path.relative_to(store.root).as_posix() for path in store.root.glob(".staging/*")}
    lying |= {path.name for path in store.root.iterdir() if path.name != ".staging"}
    for record in store.records():
        lying -= {record.id, *(f"{record.id}/versions/{n}" for n in (record.current, record.previous))}
    return lying


def _update(installer: Installer) -> None:
    prepared = installer.update("toy")
    assert prepared is not None
    with prepared:
        installer.commit(prepared)


CHANGES: dict[str, Callable[[Installer], object]] = {
    "install": lambda installer: install(installer, installer.store.root.parents[1] / "toy"),
    "update": _update,
    "roll back": lambda installer: installer.roll_back("toy"),
    "remove": lambda installer: installer.remove("toy"),
    "repair": lambda installer: installer.repair("toy"),
}


def main(name: str, folder: Path) -> None:
    """Kills `CHANGES[name]` at every touch; 2.0 is installed, 1.0 is kept, the source holds 3.0."""
    change = CHANGES[name]
    root, trial, toy = folder / "root", folder / "trial", folder / "toy"
    (root / "plugins").mkdir(parents=True)
    if name != "install":
        for version in ("1.0", "2.0"):
            install(quick_installer(root), put(toy, files(version=version)))
    put(toy, files(version="3.0"))
    before = version_found(root)
    found: list[str | None] = []
    ended = False
    while not ended:
        shutil.copytree(root, trial)
        installer = quick_installer(trial)
        ended = not killed(lambda installer=installer: change(installer), len(found), trial)  # type: ignore[misc]
        found.append(version_found(trial))
        assert leftovers(trial) == set(), leftovers(trial)
        if found[-1] == before and len(found) % 5 == 0:
            change(installer)  # what was killed can be done again
        shutil.rmtree(trial)
    print(json.dumps(found))  # noqa: T201  # a program's answer


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
