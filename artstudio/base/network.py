"""Whether this process may reach the network, enforced by an audit hook below every library.

Python's own sockets ask the hook, whoever uses them. What a tool in another process does (git, uv, pip, the
downloader) is told by its starter as the event `REACH`. The machine itself (127.0.0.1, ::1, localhost) is no
network: Windows makes pairs of sockets of it.
"""

from __future__ import annotations

import socket
import sys
from typing import Any, Final

from artstudio.sdk.errors import StudioError

REACH: Final = "artstudio.reach"
"""Raised with one argument, a host's name, before a process is started that will reach it."""

_TO_ADDRESS: Final = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
_TO_NAME: Final = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", REACH})
_FAMILIES: Final = (socket.AF_INET, socket.AF_INET6)


class Offline(StudioError):
    """The network was wanted while the artist had it switched off."""


class Network:
    """The switch. `guard` puts it in force for the rest of the process; a hook cannot be taken away again."""

    def __init__(self, *, online: bool) -> None:
        self.online = online

    def guard(self) -> None:
        """Refuse all that goes beyond this machine while `online` is false."""
        sys.addaudithook(self._check)

    def _check(self, event: str, arguments: tuple[Any, ...]) -> None:
        # called for every event of the process, many thousands a second: the test that mostly fails first
        if not event.startswith(("socket.", REACH)) or self.online:
            return
        if event in _TO_NAME:
            host = arguments[0]
        elif event in _TO_ADDRESS and getattr(arguments[0], "family", None) in _FAMILIES:
            address = arguments[1]
            host = address[0] if isinstance(address, tuple) and address else address
        else:
            return
        name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
        if name is None or _is_here(str(name)):
            return
        raise Offline(
            "artstudio is offline and did not reach {host}: go online at the foot of the window first",
            host=str(name) or "the network",
        )


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    import ipaddress  # not before somebody reaches out: the window's start does without

    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False
