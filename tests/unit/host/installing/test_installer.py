"""Installing and everything after it, as an artist would notice it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from artstudio.host.build_rules import in_sandbox
from artstudio.host.discovery import Found
from artstudio.host.installing.installer import Installer
from artstudio.sdk.errors import StudioError
from tests.unit.host.installing.parcels import make_sdist, make_wheel
from tests.unit.host.installing.plugins import (
    files,
    install,
    make_installer,
    make_plugin_wheel,
    put,
    reason,
    seen,
    snapshot,
    usable,
)
from tests.unit.host.installing.test_building import BACKEND, PYPROJECT


def test_a_plan_changes_nothing_and_tells_everything(installer: Installer, toy: Path, tmp_path: Path) -> None:
    make_wheel(tmp_path / "links", "tiny-dep", "1.5")
    want = '[permissions]\nnetwork = true\ndevices = ["midi"]\nreasons.network = "to fetch maps"\n'
    put(toy, files(more=want) | {"pyproject.toml": '[project]\ndependencies = ["tiny-dep"]'})
    with installer.plan(str(toy)) as prepared:
        plan = prepared.plan
        text = "\n".join(plan.lines())
    assert (plan.id, plan.version, plan.from_version, plan.signed_by) == ("toy", "1.0", None, None)
    assert f"from the folder {toy}" in text
    assert "unsigned: nobody vouches" in text
    assert "licence: MIT" in text
    assert "It may use the internet and your local network: to fetch maps" in text
    assert "It may use your MIDI instruments, and does not say why" in text
    assert "tiny-dep 1.5" in text
    assert "It shares with the studio: " in text
    assert "numpy" in text
    assert [pin.name for pin in plan.packages if not pin.shared] == ["tiny-dep"]
    assert json.loads(json.dumps(plan.to_json()))["digest"] == plan.digest
    assert snapshot(installer.store.root) == {}
    assert seen(installer) == {}


def test_what_was_planned_is_installed_and_found(installer: Installer, toy: Path, tmp_path: Path) -> None:
    make_wheel(tmp_path / "links", "tiny-dep", "1.5")
    put(toy, {"pyproject.toml": '[project]\ndependencies = ["tiny-dep"]'})
    install(installer, toy)
    found = usable(installer)
    assert (found.origin, found.manifest.version) == ("installed", "1.0")
    assert found.folder.is_relative_to(installer.store.root)
    assert found.environment is not None
    assert found.environment.site is not None
    assert (found.environment.site / "tiny_dep.py").read_text() == "VERSION = '1.5'\n"
    assert found.record is not None
    assert found.record.source == str(toy)
    shutil.rmtree(toy)
    assert usable(installer) == found


def test_a_wheel_is_found_where_its_manifest_lies(installer: Installer, tmp_path: Path) -> None:
    install(installer, make_plugin_wheel(tmp_path))
    assert usable(installer).folder.name == "toy_p"


def test_update_roll_back_and_remove_leave_nothing_behind(installer: Installer, toy: Path) -> None:
    install(installer, toy)
    first = snapshot(installer.store.root)
    assert installer.update("toy") is None
    for version in ("2.0", "3.0"):
        put(toy, files(version=version))
        prepared = installer.update("toy")
        assert prepared is not None
        with prepared:
            assert prepared.plan.from_version is not None
            installer.commit(prepared)
        assert usable(installer).manifest.version == version
    versions = installer.store.root / "toy" / "versions"
    assert len(list(versions.iterdir())) == 2
    installer.roll_back("toy")
    assert usable(installer).manifest.version == "2.0"
    installer.roll_back("toy")
    assert usable(installer).manifest.version == "3.0"
    installer.roll_back("toy")
    put(toy, files())
    install(installer, toy)
    kept = {name: data for name, data in snapshot(installer.store.root).items() if "1.0-" in name}
    assert kept == {name: data for name, data in first.items() if "1.0-" in name}
    installer.remove("toy")
    assert snapshot(installer.store.root) == {}
    assert [path.name for path in installer.store.root.iterdir()] == [".staging"]
    assert list((installer.store.root / ".staging").iterdir()) == []


def test_there_is_nothing_to_go_back_to_at_first(installer: Installer, toy: Path) -> None:
    install(installer, toy)
    with pytest.raises(StudioError, match="there is no earlier version of toy"):
        installer.roll_back("toy")
    with pytest.raises(StudioError, match="other is not an installed plugin; installed are: toy"):
        installer.roll_back("other")
    with pytest.raises(StudioError, match="is not an installed plugin"):
        installer.remove("../toy")


def test_files_that_changed_are_noticed_and_repaired(installer: Installer, toy: Path) -> None:
    install(installer, toy)
    actions = usable(installer).folder / "toy_p/actions.py"
    was = actions.read_bytes()
    actions.write_bytes(b"evil = 1")
    assert reason(installer) == "its files are not those that were installed: repair it"
    installer.repair("toy")
    assert (usable(installer).folder / "toy_p/actions.py").read_bytes() == was
    (usable(installer).folder / "toy_p/more.py").write_text("evil = 1")
    assert "repair it" in reason(installer)
    put(toy, files(version="2.0"))
    with pytest.raises(StudioError, match=r"holds other files than toy 1\.0 by now: update it instead"):
        installer.repair("toy")


def test_a_package_of_the_studio_that_changed_is_noticed_and_repaired(
    installer: Installer, toy: Path
) -> None:
    install(installer, toy)
    version = usable(installer).folder.parent
    known = json.loads((version / "environment.json").read_text())
    known["shared"]["numpy"] = "0.1"
    (version / "environment.json").write_text(json.dumps(known))
    assert "numpy 0.1" in reason(installer)
    shutil.rmtree(toy)  # its source is not needed: its own files are whole
    installer.repair("toy")
    usable(installer)


def test_files_swapped_between_plan_and_installation_are_refused(installer: Installer, toy: Path) -> None:
    with installer.plan(str(toy)) as prepared:
        (prepared.folder / "plugin/toy_p/actions.py").write_text("evil = 1")
        with pytest.raises(StudioError, match="toy is refused: its files were swapped"):
            installer.commit(prepared)
    assert seen(installer) == {}
    assert snapshot(installer.store.root) == {}


def test_a_change_of_the_source_after_the_plan_does_not_count(installer: Installer, toy: Path) -> None:
    with installer.plan(str(toy)) as prepared:
        put(toy, {"toy_p/actions.py": "evil = 1"})
        installer.commit(prepared)
    assert b"evil" not in (usable(installer).folder / "toy_p/actions.py").read_bytes()


def test_a_plan_made_before_another_change_is_refused(installer: Installer, toy: Path) -> None:
    with installer.plan(str(toy)) as prepared:
        install(installer, toy)
        with pytest.raises(StudioError, match="was changed by another window or command"):
            installer.commit(prepared)


def test_two_at_once_wait_for_each_other_in_words(installer: Installer, toy: Path) -> None:
    with (
        installer.plan(str(toy)) as prepared,
        installer.store.writing(),
        pytest.raises(StudioError, match="are being changed by another window"),
    ):
        installer.commit(prepared)


def test_a_linked_plugin_is_used_where_it_lies(installer: Installer, toy: Path) -> None:
    with installer.link(toy) as prepared:
        assert "used where it lies" in "\n".join(prepared.plan.lines())
        installer.commit(prepared)
    assert usable(installer).folder == toy
    put(toy, files(version="1.1"))
    assert usable(installer).manifest.version == "1.1"
    with pytest.raises(StudioError, match="its changes take effect at once"):
        installer.update("toy")
    installer.repair("toy")
    installer.remove("toy")
    assert (toy / "artstudio-plugin.toml").is_file()


def test_a_build_from_source_needs_a_consent_of_its_own(
    installer: Installer, toy: Path, tmp_path: Path
) -> None:
    (tmp_path / "links" / "old-1.0.tar.gz").write_bytes(b"")
    put(toy, {"pyproject.toml": '[project]\ndependencies = ["old"]'})
    with installer.plan(str(toy)) as prepared:
        assert prepared.plan.unbuilt == ("old",)
        assert "allow it by --build old" in "\n".join(prepared.plan.lines())
        with pytest.raises(StudioError, match="Toy needs old built from source"):
            installer.commit(prepared)
        with pytest.raises(StudioError, match="this system cannot confine it"):
            installer.commit(prepared, ["old"])
    assert seen(installer) == {}


def test_what_was_agreed_to_is_built_and_installed(toy: Path, tmp_path: Path) -> None:
    installer = make_installer(tmp_path, confine=in_sandbox)
    make_wheel(tmp_path / "links", "toolbox", "1.0")
    sources = {"pyproject.toml": PYPROJECT.format(path="."), "making.py": BACKEND, "sly.py": "MADE = True\n"}
    make_sdist(tmp_path / "links", "sly", "1.0", sources)
    put(toy, {"pyproject.toml": '[project]\ndependencies = ["sly"]'})
    install(installer, toy, consent_build=["sly"])
    environment = usable(installer).environment
    assert environment is not None
    assert environment.site is not None
    assert "MADE = True" in (environment.site / "sly.py").read_text()
    (usable(installer).folder / "toy_p/actions.py").write_text("evil = 1")
    installer.repair("toy")  # what was agreed to once holds
    assert isinstance(usable(installer), Found)


def test_what_an_older_version_would_be_is_said(installer: Installer, toy: Path) -> None:
    put(toy, files(version="1.10"))
    install(installer, toy)
    put(toy, files(version="1.9"))
    with installer.plan(str(toy)) as prepared:
        assert prepared.plan.warnings == ("this is older than the version 1.10 that is installed",)


def test_files_are_read_again_only_when_they_look_changed(
    installer: Installer, toy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(installer, toy)
    monkeypatch.setattr("artstudio.host.installing.tree.digest", lambda _: pytest.fail("it was read"))
    usable(installer)
