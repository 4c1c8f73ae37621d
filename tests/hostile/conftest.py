"""A house worth breaking into: a home with keys, an open project, a victim process, servers that listen."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from artstudio import host as studio_host
from artstudio.base import scratch
from artstudio.engine.job import Control
from artstudio.host.host import Host
from artstudio.host.models import ModelShelf
from artstudio.host.requests import RunRequest
from artstudio.sandbox import landlock, seccomp
from artstudio.sdk import Output, Text

PLUGINS = Path(__file__).parent / "plugins"
OWN_CODE = PLUGINS / "burglar" / "burglar" / "__init__.py"
SECRET = "c2VjcmV0"

Loot = Callable[[str, bool], str]

# Waits for a word that never comes, and says where a variable of its own lies.
_VICTIM = """
import ctypes, sys
own = ctypes.create_string_buffer(8)
print(ctypes.addressof(own), flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module", autouse=True)
def _one_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Workers' folders lie on the disk of the house, so that hard links between them could be made."""
    place = tmp_path_factory.mktemp("scratch")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scratch, "_SHARED_MEMORY", place)
        patch.setenv("STUDIO_TEST_TOKEN", SECRET)
        yield


@pytest.fixture(scope="module")
def hosts(tmp_path_factory: pytest.TempPathFactory, _one_disk: None) -> Iterator[dict[bool, Host]]:
    """Two hosts with the burglar in them: confined (True), and with the doors open (False)."""
    made = {}
    for confine in (True, False):
        place = tmp_path_factory.mktemp("host")
        shelf = ModelShelf(place / "starters", place / "own")
        made[confine] = Host(
            PLUGINS, place / "user", place / "cache", shelf, idle_s=0.0, packages=False, confine=confine
        )
    assert stolen(made[True], "loot = 1") == "1"  # it is started here and serves all attacks
    yield made
    for one in made.values():
        one.close()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the artist's files lie."""
    return tmp_path_factory.mktemp("house")


@pytest.fixture(autouse=True)
def _furnished(house: Path) -> None:
    """Puts everything where it was before the last burglary."""
    for name in ("home/.ssh/id_ed25519", "home/work.artstudio", "other/secret.py", "other/h1.json"):
        (house / name).parent.mkdir(parents=True, exist_ok=True)
        (house / name).write_text(SECRET)
    shutil.rmtree(house / "outside", ignore_errors=True)
    (house / "outside").mkdir()


@pytest.fixture(scope="module")
def facts(house: Path) -> Iterator[dict[str, Any]]:
    """What an attacker knows of the house."""
    with contextlib.ExitStack() as held:
        victim = held.enter_context(
            subprocess.Popen([sys.executable, "-c", _VICTIM], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        )
        held.callback(victim.kill)
        assert victim.stdout is not None
        tcp = held.enter_context(socket.create_server(("127.0.0.1", 0)))
        udp = held.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        udp.bind(("127.0.0.1", 0))
        # Unix socket paths are short: not below pytest's folders
        folder = held.enter_context(_short_folder())
        unix = held.enter_context(socket.socket(socket.AF_UNIX))
        unix.bind(f"{folder}/s")
        unix.listen()
        abstract = held.enter_context(socket.socket(socket.AF_UNIX))
        name = f"artstudio-test-{victim.pid}"
        abstract.bind("\0" + name)
        abstract.listen()
        yield {
            "home": f"{house}/home", "project": f"{house}/home/work.artstudio", "outside": f"{house}/outside",
            "other_plugin": f"{house}/other/secret.py", "other_scratch": f"{house}/other/h1.json",
            "studio_code": str(studio_host.__file__), "own_code": str(OWN_CODE), "host": os.getpid(),
            "victim": victim.pid, "address": int(victim.stdout.readline()), "tcp": tcp.getsockname()[1],
            "udp": udp.getsockname()[1], "unix": f"{folder}/s", "abstract": name,
        }  # fmt: skip


@pytest.fixture
def loot(hosts: dict[bool, Host], facts: dict[str, Any]) -> Iterator[Loot]:
    """Runs an attack, confined or not, and gives what it got away with."""
    yield lambda code, confine: stolen(hosts[confine], code, facts)
    assert hosts[False].unload("burglar")  # it may hold the victim, or have changed its world


def stolen(host: Host, code: str, facts: Mapping[str, Any] = MappingProxyType({})) -> str:
    """What the burglar gets by `code` from a worker of `host`."""
    request = RunRequest("burglar", "attack", params={"code": code, "facts": json.dumps(dict(facts))})
    (text,) = [event.value for event in host.run(request, Control()) if isinstance(event, Output)]
    assert isinstance(text, Text)
    return text.text


def needs_a_full_sandbox() -> pytest.MarkDecorator:
    """Skips, saying so, where the kernel cannot do all that these tests ask for."""
    missing = landlock.version() < 3 or not seccomp.supported()
    return pytest.mark.skipif(missing, reason="needs Linux with Landlock (version 3) and seccomp")


@contextlib.contextmanager
def _short_folder() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="a") as folder:
        yield folder
