"""Whether this machine can at least talk to itself: with networking switched off it may not."""

from __future__ import annotations

import socket

import pytest

NOT_HERE = "this machine has no network, not even to itself: switch the loopback interface on"


def there_is_loopback() -> bool:
    """Whether something can be sent to 127.0.0.1."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.sendto(b"", ("127.0.0.1", 9))
        except OSError:
            return False
    return True


needs_loopback = pytest.mark.skipif(not there_is_loopback(), reason=NOT_HERE)
