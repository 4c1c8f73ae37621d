"""Says aloud which hosts a tool is about to reach, so that a window that is offline can refuse."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from artstudio.base.network import REACH

if TYPE_CHECKING:
    from collections.abc import Iterable


def reach(addresses: Iterable[str]) -> None:
    """To be called before a tool is started that reads `addresses`; those on this disk reach nothing.

    Raises:
        Offline: the process is offline (`base.network`).
    """
    for address in addresses:
        parts = urlsplit(address)
        if "://" in address:
            if parts.scheme != "file":
                sys.audit(REACH, parts.hostname or address)
        elif "@" in address.partition(":")[0]:  # git's own way of writing a host, git@host:path
            sys.audit(REACH, address.partition(":")[0].partition("@")[2])
