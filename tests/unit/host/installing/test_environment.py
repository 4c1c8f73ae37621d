from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pytest

from artstudio.engine.job import Control
from artstudio.host.installing.environment import Environments
from artstudio.host.installing.indexes import Indexes
from artstudio.host.installing.pins import Environment, Pin, Resolution
from artstudio.host.installing.running import Stopped
from artstudio.host.installing.sharing import shared_packages
from artstudio.host.installing.solving import sha256_of
from artstudio.sdk.errors import BadFile, ManifestError
from tests.unit.host.installing.parcels import make_sdist, make_wheel, offline, silent


@pytest.fixture
def links(tmp_path: Path) -> Path:
    """The one place where packages are."""
    folder = tmp_path / "links"
    folder.mkdir()
    return folder


@pytest.fixture
def environments(tmp_path: Path, links: Path) -> Environments:
    return offline(tmp_path / "cache", links)


def install(environments: Environments, folder: Path, *requirements: str) -> Environment:
    folder.mkdir(parents=True, exist_ok=True)
    return environments.build(environments.resolve(requirements, say=silent), folder, say=silent)


def seen_by(environment: Environment, code: str) -> str:
    """What `code` prints in a process that has only the environment's own packages."""
    command = f"import sys; sys.path.insert(0, {str(environment.site)!r}); {code}"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", command], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_two_plugins_have_contradictory_versions_side_by_side(
    tmp_path: Path, links: Path, environments: Environments
) -> None:
    for version in ("1.26.4", "2.0.0"):
        make_wheel(links, "lattice", version)
    old = install(environments, tmp_path / "old", "lattice<2")
    new = install(environments, tmp_path / "new", "lattice>=2")
    code = "import lattice; print(lattice.VERSION)"
    assert (seen_by(old, code), seen_by(new, code)) == ("1.26.4", "2.0.0")


def test_packages_of_the_studio_are_shared_and_others_follow(
    tmp_path: Path, links: Path, environments: Environments
) -> None:
    make_wheel(links, "brushes", "1.0", requires=["numpy", "bristles>=1"])
    make_wheel(links, "bristles", "1.3")
    resolution = environments.resolve(["brushes"], say=silent)
    own = {pin.name: pin for pin in resolution.pins if not pin.shared}
    assert set(own) == {"brushes", "bristles"}
    assert own["bristles"].size_bytes == (links / "bristles-1.3-py3-none-any.whl").stat().st_size
    shared = {pin.name: pin.version for pin in resolution.pins if pin.shared}
    assert shared["numpy"] == metadata.version("numpy")
    assert "pydantic" in shared, "the sdk needs it"

    folder = tmp_path / "plugin"
    folder.mkdir()
    made = environments.build(resolution, folder, say=silent)
    assert made == Environment.load(folder)
    assert made.problem() is None
    assert made.site is not None
    assert list((made.site / "__pycache__").glob("brushes.*.pyc")), "the worker may not compile it"
    assert not (made.site / "numpy").exists()


def test_another_version_than_the_studio_has_is_installed_and_the_rest_still_shared(
    links: Path, environments: Environments
) -> None:
    make_wheel(links, "safetensors", "0.7.999")
    pins = {pin.name: pin for pin in environments.resolve(["safetensors<0.8", "pillow"], say=silent).pins}
    assert (pins["safetensors"].version, pins["safetensors"].shared) == ("0.7.999", False)
    assert pins["pillow"].shared
    assert pins["numpy"].shared


def test_what_the_studio_has_itself_needs_no_index(tmp_path: Path) -> None:
    environments = offline(tmp_path / "cache")
    resolution = environments.resolve(
        ["numpy>=1.26", "artstudio>=0.1", "ghost; python_version < '3'"], say=silent
    )
    assert resolution.pins
    assert all(pin.shared for pin in resolution.pins)
    assert environments.build(resolution, tmp_path, say=silent).site is None
    assert not (tmp_path / "site").exists()


@pytest.mark.slow
def test_pip_chooses_the_same_where_there_is_no_uv(tmp_path: Path, links: Path) -> None:
    make_wheel(links, "brushes", "1.0", requires=["numpy", "safetensors<0.8"])
    make_wheel(links, "safetensors", "0.7.999")
    make_sdist(links, "sourced", "1.0", {"setup.py": "raise SystemExit('run at plan time')"})
    by_uv, by_pip = (offline(tmp_path / "cache", links, uv=uv) for uv in (True, False))
    assert by_pip.resolve(["brushes"], say=silent) == by_uv.resolve(["brushes"], say=silent)
    asked = ["sourced", "numpy"]
    assert (
        by_pip.resolve(asked, say=silent).unbuilt == by_uv.resolve(asked, say=silent).unbuilt == ("sourced",)
    )
    with pytest.raises(ManifestError, match="ghost"):
        by_pip.resolve(["ghost"], say=silent)


def test_a_wheel_for_another_machine_is_not_chosen(links: Path, environments: Environments) -> None:
    make_wheel(links, "native", "1.0", tag="cp311-cp311-haiku_1_x86_64")
    fitting = make_wheel(links, "native", "1.0", tag=f"cp{sys.version_info[0]}{sys.version_info[1]}-none-any")
    make_wheel(links, "native", "1.0")
    (pin,) = [pin for pin in environments.resolve(["native"], say=silent).pins if pin.name == "native"]
    assert pin.url == fitting.as_uri()


def test_a_plugin_asked_for_by_name_is_never_what_the_studio_has(
    links: Path, environments: Environments
) -> None:
    make_wheel(links, "pydantic", "2.7.1", requires=["ghost"])
    (pin,) = environments.resolve(["pydantic"], deps=False, say=silent).pins
    assert (pin.version, pin.shared) == ("2.7.1", False)


def test_the_code_of_a_source_distribution_is_not_run_to_plan(
    tmp_path: Path, links: Path, environments: Environments
) -> None:
    proof = tmp_path / "run"
    code = f"open({str(proof)!r}, 'w')\nfrom setuptools import setup\nsetup(name='sly', version='1.0')\n"
    made = make_sdist(links, "sly", "1.0", {"setup.py": code, "PKG-INFO": "Name: sly\nVersion: 1.0\n"})
    make_wheel(links, "brushes", "1.0", requires=["sly"])
    resolution = environments.resolve(["brushes", "numpy"], say=silent)
    assert resolution.unbuilt == ("sly",)
    assert {"brushes", "numpy"} <= {pin.name for pin in resolution.pins}
    source = environments.source("sly", ["sly>=1"])
    assert (source.url, source.version) == (made.as_uri(), "1.0")
    with pytest.raises(ManifestError, match="sly has no wheel"):
        environments.build(resolution, tmp_path, say=silent)
    assert not proof.exists()


@pytest.mark.parametrize(
    ("requirement", "sentence"),
    [
        ("numpy>=>1", "is no requirement"),
        ("--index-url=https://example.org/simple", "is no requirement"),
        ("-e .", "is no requirement"),
        ("sly @ https://example.org/sly-1.0-py3-none-any.whl", "only packages of your package index"),
        ("ghost", "no versions of the packages .* ghost"),
        ("pydantic<2", "no versions of the packages .* pydantic<2"),
    ],
)
def test_what_cannot_be_had_is_said(environments: Environments, requirement: str, sentence: str) -> None:
    with pytest.raises(ManifestError, match=sentence):
        environments.resolve([requirement], say=silent)


def test_an_index_out_of_reach_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    environments = Environments(tmp_path / "cache", indexes=Indexes(index="http://127.0.0.1:9/simple"))
    with pytest.raises(BadFile, match="package index cannot be reached"):
        environments.resolve(["brushes"], say=silent)


def test_a_file_that_changed_after_the_plan_is_refused(
    tmp_path: Path, links: Path, environments: Environments
) -> None:
    make_wheel(links, "brushes", "1.0")
    resolution = environments.resolve(["brushes"], say=silent)
    make_wheel(links, "brushes", "1.0", {"brushes.py": "import os"})
    with pytest.raises(BadFile, match=r"brushes-1.0-py3-none-any.whl is not the file that was chosen"):
        environments.build(resolution, tmp_path, say=silent)
    assert not (tmp_path / "site").exists()
    assert not (tmp_path / "environment.json").exists()


def test_a_file_larger_than_it_was_said_to_be_is_not_fetched(
    tmp_path: Path, links: Path, environments: Environments
) -> None:
    make_wheel(links, "brushes", "1.0", {"brushes.py": b"#" * 5000})
    resolution = environments.resolve(["brushes"], say=silent)
    smaller = Resolution(
        tuple(pin if pin.shared else replace(pin, size_bytes=4000) for pin in resolution.pins)
    )
    with pytest.raises(BadFile, match="larger than it was said to be"):
        environments.build(smaller, tmp_path, say=silent)


def test_a_shared_package_that_changed_is_a_problem_to_repair(
    tmp_path: Path, environments: Environments
) -> None:
    (tmp_path / "environment.json").write_text(json.dumps({"shared": {"numpy": "1.0"}}))
    assert "repair it" in str(Environment.load(tmp_path).problem())
    gone = Resolution((Pin("numpy", "1.0", "", "", None, shared=True),))
    with pytest.raises(BadFile, match=r"numpy 1\.0 of the studio"):
        environments.build(gone, tmp_path / "other", say=silent)


def test_stopping_leaves_nothing(tmp_path: Path, links: Path, environments: Environments) -> None:
    make_wheel(links, "brushes", "1.0")
    resolution = environments.resolve(["brushes"], say=silent)
    control = Control()
    said = []

    def stop(line: str) -> None:
        said.append(line)
        control.cancel()

    with pytest.raises(Stopped):
        environments.build(resolution, tmp_path, say=stop, control=control)
    assert said
    assert not (tmp_path / "site").exists()
    with pytest.raises(Stopped):
        environments.resolve(["brushes"], say=stop, control=control)
    assert {path.name for path in (tmp_path / "cache").iterdir() if "ing-" in path.name} == set()


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"artstudio/sdk/__init__.py": ""}, "would take the place of a module of artstudio"),
        ({"ArtStudio.py": ""}, "would take the place of a module of artstudio"),
        ({"sly-1.0.data/purelib/artstudio/sdk.py": ""}, "would take the place of a module of artstudio"),
        ({"numpy/__init__.py": ""}, "would take the place of a module of the studio"),
        ({"typing_extensions.py": ""}, "would take the place of a module of the studio"),
        ({"painter/__init__.py": ""}, "would take the place of a module of the plugin"),
        ({"brushes.py": "import os"}, "would lie over that of brushes"),
        ({"sly-1.0.data/platlib/Brushes.py": ""}, "would lie over that of brushes"),
        ({"../../outside.py": ""}, "is refused"),
    ],
)
def test_a_dependency_that_shadows_others_is_refused(
    tmp_path: Path, links: Path, environments: Environments, files: dict[str, str], sentence: str
) -> None:
    make_wheel(links, "brushes", "1.0")
    make_wheel(links, "sly", "1.0", files)
    resolution = environments.resolve(["brushes", "sly"], say=silent)
    with pytest.raises(BadFile, match=sentence):
        environments.build(resolution, tmp_path, reserved=["painter"], say=silent)
    assert not (tmp_path / "site").exists()


def test_a_wheel_that_is_another_package_is_refused(
    tmp_path: Path, links: Path, environments: Environments
) -> None:
    wheel = make_wheel(links, "sly", "1.0", said="9.0")
    pin = Pin("sly", "1.0", wheel.as_uri(), sha256_of(wheel), None, shared=False)
    with pytest.raises(BadFile, match=r"it says that it is sly 9\.0, not sly 1\.0"):
        environments.build(Resolution((pin,)), tmp_path, say=silent)


def test_only_modules_are_unpacked(tmp_path: Path, links: Path, environments: Environments) -> None:
    files = {
        "plain.pth": "import os; os._exit(1)",
        "plain/__init__.py": "",
        "plain/__pycache__/__init__.cpython-311.pyc": "not what the source says",
        "plain-1.0.data/purelib/plain/more.py": "",
        "plain-1.0.data/purelib/late.pth": "import os",
        "plain-1.0.data/scripts/plain": "#!python",
        "plain-1.0.data/data/etc/plain.conf": "",
        "same/__init__.py": "",
    }
    make_wheel(links, "plain", "1.0", files)
    make_wheel(links, "other", "1.0", {"same/__init__.py": "", "same/other.py": ""})
    site = install(environments, tmp_path / "plugin", "plain", "other").site
    assert site is not None
    kept = {path.relative_to(site).as_posix() for path in site.rglob("*.*") if "dist-info" not in str(path)}
    assert {name for name in kept if "__pycache__" not in name} == {
        "plain/__init__.py", "plain/more.py", "same/__init__.py", "same/other.py",
    }  # fmt: skip
    assert seen_by(Environment(site, {}), "import plain.more, same.other; print(1)") == "1"


def test_shared_modules_are_found_for_the_sandbox(environments: Environments, tmp_path: Path) -> None:
    shared = shared_packages(install(environments, tmp_path, "numpy").shared)
    import numpy as np
    import pydantic

    assert shared.modules["numpy"] == Path(np.__file__).parent
    assert shared.modules["pydantic"] == Path(pydantic.__file__).parent
