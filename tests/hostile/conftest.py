"""A house worth breaking into: a home with keys, an open project, a victim process, servers that listen."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from artstudio.engine.job import Control
from artstudio.host.host import Host
from artstudio.host.models import ModelShelf
from artstudio.host.requests import RunRequest
from artstudio.sandbox import landlock, seccomp
from artstudio.sdk import Output, Text

PLUGINS = Path(__file__).parent / "plugins"
SECRET = "c2VjcmV0"

# Waits for a word that never comes, and says where a variable of its own lies.
_VICTIM = "import ctypes, sys; b = ctypes.create_string_buffer(8); print(ctypes.addressof(b), flush=True); sys.stdin.read()"

MakeHost = Callable[..., Host]


@pytest.fixture
def make_host(tmp_path: Path) -> Iterator[MakeHost]:
    """Makes hosts with the burglar in them; `confine=False` is the house with its doors open."""
    made: list[Host] = []

    def make(**options: Any) -> Host:
        place = tmp_path / f"host{len(made)}"
        shelf = ModelShelf(place / "starters", place / "own")
        options = {"idle_s": 0.0, "packages": False} | options
        made.append(Host(PLUGINS, place / "user", place / "cache", shelf, **options))
        return made[-1]

    yield make
    for host in made:
        host.close()


@pytest.fixture
def facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """What an attacker knows of the house."""
    monkeypatch.setenv("STUDIO_TEST_TOKEN", SECRET)
    home, outside, other = tmp_path / "home", tmp_path / "outside", tmp_path / "other-plugin"
    for folder in (home / ".ssh", outside, other):
        folder.mkdir(parents=True)
    for path in (
        home / ".ssh" / "id_ed25519",
        home / "work.artstudio",
        other / "secret.py",
        other / "h1.json",
    ):
        path.write_text(SECRET)
    with contextlib.ExitStack() as house:
        victim = house.enter_context(
            subprocess.Popen([sys.executable, "-c", _VICTIM], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        )
        house.callback(victim.kill)
        assert victim.stdout is not None
        tcp = house.enter_context(socket.create_server(("127.0.0.1", 0)))
        udp = house.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        udp.bind(("127.0.0.1", 0))
        # Unix socket paths are short: not below pytest's folders
        folder = house.enter_context(_short_folder())
        unix = house.enter_context(socket.socket(socket.AF_UNIX))
        unix.bind(f"{folder}/s")
        unix.listen()
        abstract = house.enter_context(socket.socket(socket.AF_UNIX))
        name = f"artstudio-test-{victim.pid}"
        abstract.bind("\0" + name)
        abstract.listen()
        yield {
            "home": str(home), "project": str(home / "work.artstudio"), "outside": str(outside),
            "other_plugin": str(other / "secret.py"), "other_scratch": str(other / "h1.json"),
            "own_code": str(PLUGINS / "burglar" / "burglar" / "__init__.py"), "host": _pid(),
            "victim": victim.pid, "address": int(victim.stdout.readline()), "tcp": tcp.getsockname()[1],
            "udp": udp.getsockname()[1], "unix": f"{folder}/s", "abstract": name,
        }  # fmt: skip


@pytest.fixture
def loot(make_host: MakeHost, facts: dict[str, Any]) -> Callable[[str, bool], str]:
    """Runs an attack, confined or not, and gives what it got away with."""

    def run(code: str, confine: bool) -> str:
        host = make_host(confine=confine)
        request = RunRequest("burglar", "attack", params={"code": code, "facts": json.dumps(facts)})
        (text,) = [event.value for event in host.run(request, Control()) if isinstance(event, Output)]
        assert isinstance(text, Text)
        return text.text

    return run


def needs_a_full_sandbox() -> pytest.MarkDecorator:
    """Skips, saying so, where the kernel cannot do all that these tests ask for."""
    missing = landlock.version() < 3 or not seccomp.supported()
    return pytest.mark.skipif(missing, reason="needs Linux with Landlock (version 3) and seccomp")


@contextlib.contextmanager
def _short_folder() -> Iterator[str]:
    import tempfile

    with tempfile.TemporaryDirectory(prefix="a") as folder:
        yield folder


def _pid() -> int:
    import os

    return os.getpid()
