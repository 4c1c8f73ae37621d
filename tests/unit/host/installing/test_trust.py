"""What is refused, what may be switched off, and what is set aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from artstudio.host.discovery import Broken, find_plugins
from artstudio.host.installing import signing
from artstudio.host.installing.installer import Installer
from artstudio.sdk.errors import StudioError
from tests.unit.host.installing.plugins import (
    files,
    install,
    make_zip,
    put,
    reason,
    seen,
    usable,
)


def test_the_key_is_pinned_at_the_first_installation(installer: Installer, toy: Path, tmp_path: Path) -> None:
    mine, other = tmp_path / "mine.pem", tmp_path / "other.pem"
    public = signing.new_key(mine)
    signing.new_key(other)
    signing.sign(toy, mine)
    install(installer, toy)
    assert usable(installer).record.key == public  # type: ignore[union-attr]
    put(toy, files(version="2.0"))
    with pytest.raises(StudioError, match="not those that its author signed"):
        installer.update("toy")
    signing.sign(toy, other)
    with pytest.raises(StudioError, match=r"Toy 2\.0 is refused: it is signed by .*, what is installed by"):
        installer.update("toy")
    (toy / "artstudio-plugin.sig").unlink()
    with pytest.raises(StudioError, match=r"Toy 2\.0 is refused: it is unsigned"):
        installer.plan(str(make_zip(tmp_path / "toy.zip", files(version="2.0"))))
    signing.sign(toy, mine)
    with installer.plan(str(toy)) as prepared:
        assert prepared.plan.signature.startswith("signed by the same key as before")
        installer.commit(prepared)
    assert usable(installer).manifest.version == "2.0"


def test_what_was_unsigned_may_become_signed(installer: Installer, toy: Path, tmp_path: Path) -> None:
    install(installer, toy)
    public = signing.new_key(tmp_path / "key.pem")
    put(toy, files(version="2.0"))
    signing.sign(toy, tmp_path / "key.pem")
    install(installer, toy)
    installer.roll_back("toy")
    record = usable(installer).record
    assert record is not None
    assert (record.version, record.signed_by, record.key) == ("1.0", None, public)


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        ({"api": ">=9"}, "Toy needs plugin api >=9, this studio offers 1.0: update artstudio"),
        ({"api": "<1"}, "was made for plugin api <1, this studio offers 1.0: update the plugin"),
    ],
)
def test_an_api_that_does_not_fit_is_told_before(
    options: dict[str, str], fault: str, installer: Installer, toy: Path
) -> None:
    put(toy, files(**options))
    with pytest.raises(StudioError, match=fault):
        installer.plan(str(toy))


def test_ids_and_packages_that_are_taken_are_refused(installer: Installer, toy: Path, tmp_path: Path) -> None:
    put(tmp_path / "builtin" / "b", files("painter"))
    with pytest.raises(StudioError, match="painter is a plugin of the studio itself"):
        installer.plan(str(put(tmp_path / "src" / "painter", files("painter"))))
    put(installer.store.root / "by hand", files("own"))
    with pytest.raises(StudioError, match=r"another plugin with the id own lies in .*by hand: remove that"):
        installer.plan(str(put(tmp_path / "src" / "own", files("own"))))
    for package, fault in (("json", "has the name of one of Python's"), ("gone", "it has no package gone")):
        text = files()["artstudio-plugin.toml"].replace("toy_p.actions", f"{package}.actions")
        put(toy, {"artstudio-plugin.toml": text, "json/actions.py": ""})
        with pytest.raises(StudioError, match=fault):
            installer.plan(str(toy))


def test_new_permissions_of_an_update_stand_out_and_can_be_switched_off(
    installer: Installer, toy: Path
) -> None:
    put(toy, files(more='[permissions]\nfiles = "read"\n'))
    install(installer, toy)
    put(toy, files(version="2.0", more='[permissions]\nfiles = "write"\ndevices = ["midi"]\n'))
    prepared = installer.update("toy")
    assert prepared is not None
    with prepared:
        assert [(wish.name, wish.is_new) for wish in prepared.plan.permissions] == [
            ("files", True),
            ("midi", True),
        ]
        installer.commit(prepared)
    installer.permit("toy", "files", allowed=False)
    record = usable(installer).record
    assert record is not None
    assert record.allowed.names == ("midi",)
    installer.roll_back("toy")
    record = usable(installer).record
    assert record is not None
    assert record.granted.files == "read"
    assert record.allowed.names == ()
    installer.permit("toy", "files", allowed=True)
    assert installer.store.record("toy").allowed.files == "read"  # type: ignore[union-attr]
    with pytest.raises(StudioError, match="toy was never allowed network"):
        installer.permit("toy", "network", allowed=True)


def test_a_plugin_is_switched_off_and_on(installer: Installer, toy: Path) -> None:
    install(installer, toy)
    installer.disable("toy")
    assert reason(installer) == "it is switched off: switch it on to use it"
    put(toy, files(version="2.0"))
    with installer.plan(str(toy)) as prepared:
        assert "it is switched off and stays so" in "\n".join(prepared.plan.lines())
        installer.commit(prepared)
    assert "switched off" in reason(installer)
    installer.enable("toy")
    assert usable(installer).manifest.version == "2.0"


def test_three_failures_running_set_a_plugin_aside(installer: Installer, toy: Path) -> None:
    install(installer, toy)
    store = installer.store
    assert not store.note_failure("toy")
    assert not store.note_failure("toy")
    store.note_success("toy")
    assert [store.note_failure("toy") for _ in range(3)] == [False, False, True]
    assert "it failed 3 times running and was set aside" in reason(installer)
    installer.retry("toy")
    assert usable(installer).record.failures == 0  # type: ignore[union-attr]
    assert not store.note_failure("a-stranger")


def test_damaged_records_are_told_and_mended_by_installing_again(installer: Installer, toy: Path) -> None:
    install(installer, toy)
    (installer.store.root / "toy" / "installed.json").write_text("{")
    entry = seen(installer)["toy"]
    assert isinstance(entry, Broken)
    assert "install the plugin again" in entry.reason
    with installer.plan(str(toy)) as prepared:
        assert "cannot be read" in "\n".join(prepared.plan.warnings)
        installer.commit(prepared)
    usable(installer)


def test_a_damaged_record_can_be_removed(installer: Installer, toy: Path) -> None:
    install(installer, toy)
    (installer.store.root / "toy" / "installed.json").write_text("[]")
    installer.remove("toy")
    assert seen(installer) == {}


def test_safe_mode_finds_only_the_studios_own(installer: Installer, toy: Path, tmp_path: Path) -> None:
    install(installer, toy)
    put(tmp_path / "builtin" / "painter", files("painter"))
    found = find_plugins(tmp_path / "builtin", installer.store.root, "1.0", packages=False, third_party=False)
    assert [entry.id for entry in found] == ["painter"]
