"""Each attack of a package gets through an installer that does not mind it, and not through ours.

How archives, trees and signatures may be broken is tested with each of them: `tests/unit/host/installing`.
"""

from __future__ import annotations

import shutil
import site
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from artstudio.host.installing import signing
from artstudio.host.installing.installer import Installer
from artstudio.sdk.errors import StudioError
from tests.unit.host.installing.parcels import make_wheel
from tests.unit.host.installing.plugins import (
    files,
    install,
    make_installer,
    make_plugin_wheel,
    make_zip,
    put,
)

NEEDS = '[project]\nname = "toy"\nversion = "1.0"\ndependencies = ["helper"]\n'


@pytest.fixture
def installer(tmp_path: Path) -> Installer:
    return make_installer(tmp_path)


def careless(archive: Path, folder: Path) -> None:
    """Unpacks as a tool would that trusts what an archive says of its members."""
    with zipfile.ZipFile(archive) as opened:
        for info in opened.infolist():
            target = folder / info.filename
            target.parent.mkdir(parents=True, exist_ok=True)
            if stat.S_ISLNK(info.external_attr >> 16):
                target.symlink_to(opened.read(info).decode())
            else:
                with opened.open(info) as source, target.open("wb") as file:
                    shutil.copyfileobj(source, file)


def refused(installer: Installer, src: Path, name: str = "toy") -> str:
    """The sentence that refuses it; nothing is installed."""
    with pytest.raises(StudioError) as sentence:
        install(installer, src)
    assert installer.store.ids() == []
    assert name in str(sentence.value).lower()
    assert "\n" not in str(sentence.value)
    return str(sentence.value)


@pytest.mark.parametrize("name", ["toy.zip", "toy_p-1.0-py3-none-any.whl"])
def test_a_path_out_of_the_archive(name: str, installer: Installer, tmp_path: Path) -> None:
    if name.endswith(".zip"):
        archive = make_zip(tmp_path / name, {**files(), "../../planted.py": "x"})
    else:
        archive = make_plugin_wheel(tmp_path, files={"../../planted.py": "x"})
    (tmp_path / "a" / "b").mkdir(parents=True)
    careless(archive, tmp_path / "a" / "b")
    assert (tmp_path / "planted.py").is_file()
    (tmp_path / "planted.py").unlink()
    assert "elsewhere" in refused(installer, archive)
    assert not list(tmp_path.rglob("planted.py"))


def test_a_link_out_of_the_archive(installer: Installer, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    archive = make_zip(tmp_path / "toy.zip", files())
    link = zipfile.ZipInfo("toy_p/data.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(archive, "a") as opened:
        opened.writestr(link, str(secret))
    careless(archive, tmp_path / "out")
    assert (tmp_path / "out" / "toy_p" / "data.txt").read_text() == "secret"
    assert "is a link" in refused(installer, archive)


def test_an_archive_that_fills_the_disk(installer: Installer, tmp_path: Path) -> None:
    archive = make_zip(tmp_path / "toy.zip", {**files(), "toy_p/zeros.bin": bytes(64 << 20)})
    assert archive.stat().st_size < 1 << 18
    careless(archive, tmp_path / "out")
    assert (tmp_path / "out" / "toy_p" / "zeros.bin").stat().st_size == 64 << 20
    assert "more than 200 times" in refused(installer, archive)
    assert not list((tmp_path / "plugins").rglob("zeros.bin"))


def test_code_that_runs_while_it_is_only_looked_at(installer: Installer, tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    trap = f"open({str(marker)!r}, 'w').close()\n"
    traps = dict.fromkeys(("setup.py", "conftest.py", "toy_p/__init__.py"), trap)
    folder = put(tmp_path / "toy", {**files(), **traps})
    subprocess.run([sys.executable, "setup.py", "--version"], cwd=folder, check=True)  # as building tools do
    assert marker.is_file()
    marker.unlink()
    with installer.plan(str(folder)) as prepared:
        assert prepared.plan.lines()
        assert not marker.is_file()
        installer.commit(prepared)
    assert not marker.is_file()  # it runs when it is used, in the sandbox, and not before


@pytest.mark.parametrize("shadow", ["artstudio/sdk/__init__.py", "numpy/__init__.py", "toy_p/actions.py"])
def test_a_dependency_that_takes_the_place_of_others(
    shadow: str, installer: Installer, tmp_path: Path
) -> None:
    parts = {f"{shadow.partition('/')[0]}/__init__.py": "", shadow: "EVIL = True\n"}
    wheel = make_wheel(tmp_path / "links", "helper", "1.0", parts)
    careless(wheel, tmp_path / "site")
    module = shadow.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    code = f"import sys; sys.path.insert(0, 'site'); import {module} as m; print(m.EVIL)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.strip() == b"True"
    refused(installer, put(tmp_path / "toy", {**files(), "pyproject.toml": NEEDS}), "helper")


def test_a_dependency_whose_code_runs_at_every_start(installer: Installer, tmp_path: Path) -> None:
    trap = f"import os; os.environ['TRAPPED'] = 'yes'; open({str(tmp_path / 'ran')!r}, 'w').close()\n"
    parts = {"helper.py": "", "helper.pth": trap}
    wheel = make_wheel(tmp_path / "links", "helper", "1.0", parts)
    careless(wheel, tmp_path / "site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRAPPED", "no")
        patch.setattr(sys, "path", list(sys.path))
        site.addsitedir(str(tmp_path / "site"))  # as every start of Python does
    assert (tmp_path / "ran").is_file()
    (tmp_path / "ran").unlink()
    install(installer, put(tmp_path / "toy", {**files(), "pyproject.toml": NEEDS}))
    assert list((tmp_path / "plugins").rglob("helper.py"))
    assert not list((tmp_path / "plugins").rglob("*.pth"))


def test_files_swapped_after_the_signature_was_checked(installer: Installer, tmp_path: Path) -> None:
    folder = put(tmp_path / "toy", files())
    signing.new_key(tmp_path / "key.pem")
    signing.sign(folder, tmp_path / "key.pem")
    with installer.plan(str(folder)) as prepared:
        (staged,) = prepared.folder.rglob("actions.py")
        assert signing.verify(folder) is not None  # a check that looks only once stays content
        staged.write_text("EVIL = True\n")
        with pytest.raises(StudioError, match="toy is refused: its files were swapped"):
            installer.commit(prepared)
    assert installer.store.ids() == []


def test_an_update_by_somebody_else(installer: Installer, tmp_path: Path) -> None:
    for name in ("author", "thief"):
        signing.new_key(tmp_path / f"{name}.pem")
    folder = put(tmp_path / "toy", files())
    signing.sign(folder, tmp_path / "author.pem")
    install(installer, folder)
    put(folder, files(version="2.0"))
    signing.sign(folder, tmp_path / "thief.pem")
    assert signing.verify(folder) is not None  # taken by itself it is well signed
    with pytest.raises(StudioError, match=r"(?i)toy .*key"):
        install(installer, folder)
    record = installer.store.record("toy")
    assert record is not None
    assert record.version == "1.0"


def lies_in_its_name(tmp_path: Path) -> Path:
    return make_plugin_wheel(tmp_path, version="1.0").rename(tmp_path / "toy_p-9.0-py3-none-any.whl")


def lies_in_its_manifest(tmp_path: Path) -> Path:
    return make_plugin_wheel(tmp_path, version="1.0", said="9.0")


@pytest.mark.parametrize("lie", [lies_in_its_name, lies_in_its_manifest])
def test_a_version_that_is_a_lie(lie: Callable[[Path], Path], installer: Installer, tmp_path: Path) -> None:
    wheel = lie(tmp_path)
    careless(wheel, tmp_path / "out")
    assert list((tmp_path / "out").rglob("artstudio-plugin.toml"))
    refused(installer, wheel)
