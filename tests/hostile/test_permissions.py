"""What was granted works, and nothing beside it; what a system cannot enforce is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from artstudio.host import confinement
from artstudio.host.host import Host
from artstudio.host.models import ModelShelf
from artstudio.sandbox import report
from artstudio.sdk.errors import StudioError
from artstudio.sdk.manifest import PermissionName
from tests.helpers.loopback import needs_loopback
from tests.hostile.attacks import READING, SOCKETS
from tests.hostile.conftest import PLUGINS, SECRET, needs_a_full_sandbox, stolen
from tests.unit.host.installing.plugins import install, make_installer

Granted = Callable[[str], Host]
NETWORK = "network = true"


@pytest.fixture
def granted(tmp_path: Path, house: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Granted]:
    """Installs the burglar with what its manifest asks for, and gives a host that has it."""
    monkeypatch.setattr(Path, "home", lambda: house / "home")
    made: list[Host] = []

    def grant(asked: str) -> Host:
        folder = tmp_path / "burglar"
        (folder / "burglar").mkdir(parents=True)
        for path in (PLUGINS / "burglar").rglob("*.[pt]*"):
            if path.is_file() and path.suffix in (".py", ".toml"):
                (folder / path.relative_to(PLUGINS / "burglar")).write_bytes(path.read_bytes())
        with (folder / "artstudio-plugin.toml").open("a") as manifest:
            manifest.write(f"[permissions]\n{asked}\n")
        install(make_installer(tmp_path), folder)
        shelf = ModelShelf(tmp_path / "starters", tmp_path / "own")
        made.append(Host(tmp_path / "none", tmp_path / "plugins", tmp_path / "hosts", shelf, packages=False))
        return made[-1]

    yield grant
    for host in made:
        host.close()


def refused(host: Host, code: str, facts: dict[str, Any]) -> None:
    with pytest.raises(StudioError, match="Burglar was stopped"):
        stolen(host, code, facts)


@needs_a_full_sandbox()
@needs_loopback
def test_the_network_opens_internet_sockets_alone(granted: Granted, facts: dict[str, Any]) -> None:
    host = granted(NETWORK)
    assert stolen(host, SOCKETS["TCP"], facts) == "sent"
    assert stolen(host, SOCKETS["UDP"], facts) == "sent"
    names = "import socket; loot = socket.getaddrinfo('127.0.0.1', 80)[0][4][0]"
    assert stolen(host, names, facts) == "127.0.0.1"
    for other in ("a Unix socket", "an abstract Unix socket", "netlink"):
        refused(host, SOCKETS[other], facts)
    refused(host, READING["the open project"], facts)


@needs_a_full_sandbox()
def test_reading_files_opens_the_home_folder_but_nothing_hidden(
    granted: Granted, facts: dict[str, Any]
) -> None:
    host = granted('files = "read"')
    assert stolen(host, READING["the open project"], facts) == SECRET
    refused(host, READING["the keys in ~/.ssh"], facts)
    refused(host, "open(facts['project'], 'a')", facts)
    refused(host, SOCKETS["TCP"], facts)


@needs_a_full_sandbox()
def test_writing_files_changes_what_lies_in_the_home_folder(
    granted: Granted, facts: dict[str, Any], house: Path
) -> None:
    (house / "home" / "Pictures").mkdir(exist_ok=True)
    host = granted('files = "write"')
    code = "open(facts['home'] + '/Pictures/new.txt', 'w').write('x'); loot = 'written'"
    assert stolen(host, code, facts) == "written"
    assert (house / "home" / "Pictures" / "new.txt").read_text() == "x"
    refused(host, READING["the keys in ~/.ssh"], facts)
    refused(host, "open(facts['outside'] + '/planted', 'w')", facts)


@needs_a_full_sandbox()
def test_a_device_is_reached_by_whoever_was_granted_it(
    granted: Granted, facts: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(confinement._DEVICES, "midi", (facts["other_plugin"],))  # stands for /dev/snd/seq
    host = granted('devices = ["midi"]')
    assert stolen(host, READING["another plugin's files"], facts) == SECRET
    refused(host, READING["what another worker is handed"], facts)


@needs_a_full_sandbox()
@needs_loopback
def test_what_the_artist_switches_off_is_off(granted: Granted, facts: dict[str, Any], tmp_path: Path) -> None:
    host = granted(NETWORK)
    assert stolen(host, SOCKETS["TCP"], facts) == "sent"
    name: PermissionName = "network"
    make_installer(tmp_path).permit("burglar", name, False)
    host.rescan()
    refused(host, SOCKETS["TCP"], facts)


def test_what_this_system_cannot_enforce_is_said() -> None:
    assert report._linux(7, True) == ()
    assert "no Landlock" in report._linux(0, True)[0]
    assert "emptying" in report._linux(2, True)[0]
    assert any("network" in line for line in report._linux(7, False))
    assert report._macos(False) != ()
