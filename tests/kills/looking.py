"""What lies on the disk after a kill: every project whole, and the library whole with all it said it took."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import numpy as np

from artstudio.library.values import ValueStore
from artstudio.project.archive import open_project, versions
from artstudio.sdk import Image
from tests.kills.plugins.dice.artstudio_dice.actions import throw
from tests.kills.states import Line, fingerprint


def check_projects(songs: Path, lines: list[Line]) -> None:
    """Every project file and every older version of it opens, in a state that was saved there."""
    noted: dict[str, list[str]] = {}
    least: dict[str, int] = {}
    for line in lines:
        if line["what"] == "saving":
            noted.setdefault(line["name"], []).append(line["state"])
        elif line["what"] == "saved":
            states = noted[line["name"]]
            least[line["name"]] = len(states) - 1 - states[::-1].index(line["state"])
    seen = {path.name for path in songs.iterdir() if not path.name.startswith(".")} - {"log"}
    assert least.keys() <= seen <= noted.keys(), "a project is missing, or half of one is seen"
    with tempfile.TemporaryDirectory() as footage:
        for name in seen:
            state = fingerprint(open_project(songs / name, Path(footage)))
            assert state in noted[name][least.get(name, 0) :], f"{name} is not as it was last saved"
            for older in versions(songs / name):
                assert fingerprint(open_project(older, Path(footage))) in noted[name]


def check_library(folder: Path, added: set[int]) -> set[str]:
    """The database is sound, has all that was `added`, and every entry has its value; gives their names."""
    if not (folder / "library.sqlite").exists():
        assert not added
        return set()
    store, held = ValueStore(folder / "values"), set()
    with tempfile.TemporaryDirectory() as copies:
        for path in folder.glob("library.sqlite*"):
            shutil.copy(path, copies)  # looking would put it in order
        with closing(sqlite3.connect(Path(copies) / "library.sqlite")) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            try:
                rows = db.execute(
                    "SELECT e.id, e.value, d.recipe FROM entry e JOIN detail d ON d.entry = e.id"
                ).fetchall()
            except sqlite3.OperationalError:  # killed before the tables were there
                rows = []
    assert added <= {row[0] for row in rows}
    for _, name, recipe in rows:
        value = store.read(name, {})
        assert isinstance(value, Image)
        assert np.array_equal(value.pixels, throw(json.loads(recipe)["seed"]).pixels)
        held.add(name)
    assert not list(folder.glob("*damaged*"))
    return held
