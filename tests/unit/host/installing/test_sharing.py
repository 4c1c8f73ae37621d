from __future__ import annotations

import json
from pathlib import Path

import pytest

from artstudio.host.installing.sharing import installed, shared_packages

EXTENSION = "_inks.cpython-311-x86_64-linux-gnu.so"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packages that the studio seems to have."""
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def put(site: Path, name: str, files: list[str], *, record: bool = True, editable: bool = False) -> Path:
    folder = site / f"{name}-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    if record:
        lines = [*files, f"{folder.name}/METADATA", f"{folder.name}/RECORD"]
        (folder / "RECORD").write_text("".join(f"{line},sha256=x,1\n" for line in lines))
    if editable:
        (folder / "direct_url.json").write_text(
            json.dumps({"url": "file:///x", "dir_info": {"editable": True}})
        )
    for file in files:
        path = site / file
        if not file.startswith(".."):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
    return folder


def test_modules_and_libraries_are_those_of_the_record(site: Path) -> None:
    files = [
        "inks/__init__.py", "inks/deep/x.py", EXTENSION, "inky.py", "inks.libs/a.so",
        "inks.pth", "__pycache__/inky.cpython-311.pyc", "../../../bin/inks", '"odd name.txt"',
    ]  # fmt: skip
    metadata = put(site, "Inks", files)
    (site / "neighbour.py").touch()
    shared = shared_packages(["inks", "no-such-package"])
    assert shared.modules == {
        "inks": site / "inks", "inky": site / "inky.py", "_inks": site / EXTENSION,
    }  # fmt: skip
    assert site / "inks.libs" in shared.libraries
    assert not any("neighbour" in str(path) or ".pth" in str(path) for path in shared.libraries)
    assert shared.metadata == (metadata,)


def test_a_changed_record_is_read_again(site: Path) -> None:
    folder = put(site, "inks", ["inks/__init__.py"])
    assert set(shared_packages(["inks"]).modules) == {"inks"}
    with (folder / "RECORD").open("a") as record:
        record.write("blots.py,sha256=x,1\n")
    assert set(shared_packages(["inks"]).modules) == {"inks", "blots"}


def test_the_studio_and_what_is_under_development_are_never_shared(site: Path) -> None:
    put(site, "artstudio", ["artstudio/__init__.py"])
    put(site, "draft", ["draft/__init__.py"], editable=True)
    put(site, "unlisted", ["unlisted.py"], record=False)
    put(site, "listed", ["listed.py"])
    names = ["artstudio", "draft", "unlisted", "listed"]
    assert set(shared_packages(names).modules) == {"listed"}
    assert set(installed()) & set(names) == {"listed"}
