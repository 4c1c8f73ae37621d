"""A hook cannot be taken away again, so each guarded network has a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import socket, sys
from artstudio.base.network import REACH, Network, Offline
network = Network(online=False)
network.guard()
here = socket.create_server(("127.0.0.1", 0))  # the machine itself is no network
def refused(do):
    try:
        do()
    except Offline as error:
        return str(error)
    except OSError:
        return ""
    return ""
four, six, udp = socket.socket(), socket.socket(socket.AF_INET6), socket.socket(type=socket.SOCK_DGRAM)
"""

WAYS = {
    "connect": 'four.connect(("192.0.2.1", 9))',
    "connect by IPv6": 'six.connect(("2001:db8::1", 9))',
    "ask for a name": 'socket.getaddrinfo("example.org", 80)',
    "ask for a name in bytes": 'socket.getaddrinfo(b"example.org", 80)',
    "ask for a name the old way": 'socket.gethostbyname("example.org")',
    "listen for others": 'four.bind(("0.0.0.0", 0))',
    "listen on every side": 'four.bind(("", 0))',
    "send a datagram": 'udp.sendto(b"x", ("192.0.2.1", 9))',
    "open an address": '__import__("urllib.request").request.urlopen("http://192.0.2.1/")',
    "a tool in another process": 'sys.audit(REACH, "example.org")',
}


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM + code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_offline_refuses_every_way_with_a_sentence() -> None:
    checks = "\n".join(f"print(refused(lambda: {way}))" for way in WAYS.values())
    said = run(checks).splitlines()
    assert len(said) == len(WAYS)
    for name, sentence in zip(WAYS, said, strict=True):
        assert "offline" in sentence, name
        assert "go online" in sentence, name


@pytest.mark.parametrize("way", ['socket.getaddrinfo("localhost", 80)', "socket.socketpair()"])
def test_the_machine_itself_is_no_network(way: str) -> None:
    assert run(f"print(repr(refused(lambda: {way})))") == "''"
    assert run("print(repr(refused(lambda: socket.create_connection(here.getsockname()))))") == "''"


def test_online_lets_everything_through_again() -> None:
    # a bind is decided by this machine alone: no test reaches out
    assert run('network.online = True; print(repr(refused(lambda: four.bind(("0.0.0.0", 0)))))') == "''"
