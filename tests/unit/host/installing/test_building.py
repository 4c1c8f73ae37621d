from __future__ import annotations

from pathlib import Path

import pytest

from artstudio.host.build_rules import in_sandbox
from artstudio.host.installing.building import build_wheel
from artstudio.host.installing.environment import Environments
from artstudio.sandbox import report
from artstudio.sdk.errors import BadFile
from tests.unit.host.installing.parcels import make_sdist, make_wheel, offline, silent

BACKEND = """
import os, pathlib, zipfile
import toolbox
def build_wheel(folder, config_settings=None, metadata_directory=None):
    stem = "sly-1.0"
    os.utime("sly.py", (0, 0))
    with zipfile.ZipFile(pathlib.Path(folder, stem + "-py3-none-any.whl"), "w") as wheel:
        source, secret = pathlib.Path("sly.py").read_text(), os.environ.get("SECRET")
        wheel.writestr("sly.py", f"{source}SECRET = {secret!r}\\n")
        wheel.writestr(stem + ".dist-info/METADATA", "Metadata-Version: 2.1\\nName: sly\\nVersion: 1.0\\n")
        wheel.writestr(stem + ".dist-info/WHEEL", "Wheel-Version: 1.0\\nTag: py3-none-any\\n")
        wheel.writestr(stem + ".dist-info/RECORD", "")
    return stem
"""
PYPROJECT = '[build-system]\nrequires = ["toolbox"]\nbuild-backend = "making"\nbackend-path = ["{path}"]\n'


@pytest.fixture
def links(tmp_path: Path) -> Path:
    make_wheel(tmp_path / "links", "toolbox", "1.0")
    return tmp_path / "links"


def build(links: Path, environments: Environments) -> Path:
    folder = links.parent / "built"
    folder.mkdir()
    return build_wheel(environments.source("sly", []), folder, environments, in_sandbox, say=silent)


def test_a_source_built_by_consent_is_then_chosen_as_a_wheel(
    tmp_path: Path, links: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET", "of the artist")
    files = {"pyproject.toml": PYPROJECT.format(path="."), "making.py": BACKEND, "sly.py": "MADE = True\n"}
    make_sdist(links, "sly", "1.0", files)
    environments = offline(tmp_path / "cache", links)
    assert environments.resolve(["sly"], say=silent).unbuilt == ("sly",)
    made = build(links, environments)
    assert list(made.parent.iterdir()) == [made], "nothing of the building is left"
    resolution = environments.resolve(["sly"], wheels=made.parent, say=silent)
    assert resolution.unbuilt == ()
    environment = environments.build(resolution, tmp_path, say=silent)
    assert environment.site is not None
    assert (environment.site / "sly.py").read_text() == "MADE = True\nSECRET = None\n"


@pytest.mark.parametrize(
    ("backend", "path", "sentence"),
    [
        (
            "def build_wheel(folder):\n    raise SystemExit('cannot compile')\n",
            ".",
            "sly could not be built: cannot compile",
        ),
        ("def build_wheel(folder):\n    return 'sly-1.0-py3-none-any.whl'\n", ".", "made no wheel"),
        (
            BACKEND.replace('stem = "sly-1.0"', 'stem = "numpy-9.0"'),
            ".",
            "building it made numpy-9.0-py3-none-any.whl",
        ),
        (BACKEND, "..", "its backend-path leads elsewhere"),
    ],
)
def test_a_source_that_cannot_be_built_is_said(
    tmp_path: Path, links: Path, backend: str, path: str, sentence: str
) -> None:
    files = {"pyproject.toml": PYPROJECT.format(path=path), "making.py": backend, "sly.py": ""}
    make_sdist(links, "sly", "1.0", files)
    with pytest.raises(BadFile, match=sentence):
        build(links, offline(tmp_path / "cache", links))


@pytest.mark.skipif(bool(report.not_enforced()), reason="this system does not enforce all of it")
@pytest.mark.parametrize(
    "attack",
    [
        "open({target!r}, 'w').write('here')",
        "open({secret!r}).read()",
        "__import__('socket').create_connection(('127.0.0.1', 9), 1)",
        "__import__('subprocess').run(['true'])",
    ],
)
def test_what_a_source_does_while_it_is_built_reaches_nothing(
    tmp_path: Path, links: Path, attack: str
) -> None:
    secret, target = tmp_path / "secret", tmp_path / "target"
    secret.write_text("of the artist")
    code = attack.format(target=str(target), secret=str(secret))
    files = {"pyproject.toml": PYPROJECT.format(path="."), "making.py": f"{code}\n{BACKEND}", "sly.py": ""}
    make_sdist(links, "sly", "1.0", files)
    with pytest.raises(BadFile, match=r"sly could not be built: .*PermissionError"):
        build(links, offline(tmp_path / "cache", links))
    assert not target.exists()
