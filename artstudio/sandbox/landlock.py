"""Landlock: files that this process may reach, from now on and for good (Linux 5.13 and later).

Source: the kernel's Documentation/userspace-api/landlock.rst. Later versions of its interface ("ABI") can
restrict more; what an older one cannot, `artstudio.sandbox.report` puts into words.
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artstudio.sandbox.rules import Rules

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every architecture
_ASK_VERSION = 1
_PATH_BENEATH = 1

_WRITE_FILE, _READ_FILE, _READ_DIR, _REMOVE_DIR, _REMOVE_FILE = 1 << 1, 1 << 2, 1 << 3, 1 << 4, 1 << 5
_MAKE_DIR, _MAKE_REG, _REFER, _TRUNCATE, _IOCTL_DEV = 1 << 7, 1 << 8, 1 << 13, 1 << 14, 1 << 15
_READ = _READ_FILE | _READ_DIR
# No links, sockets, pipes or devices: a worker needs none, and the host reads what lies in such a folder.
_WRITE = _READ | _WRITE_FILE | _REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_REG | _REFER | _TRUNCATE
_NODE = _READ_FILE | _WRITE_FILE | _IOCTL_DEV
_FILE_ONLY = _READ_FILE | _WRITE_FILE | _TRUNCATE | _IOCTL_DEV  # what a rule on a plain file may grant

# What each version added to the file rights that can be handled.
_RIGHTS = ((1, (1 << 13) - 1), (2, _REFER), (3, _TRUNCATE), (5, _IOCTL_DEV))
_TCP_SINCE, _TCP = 4, 0b11  # bind, connect
_SCOPES_SINCE, _SCOPES = 6, 0b11  # abstract Unix sockets, signals


def version() -> int:
    """The kernel's Landlock ABI; 0 where there is none."""
    if sys.platform != "linux":
        return 0
    return max(0, _syscall(_CREATE_RULESET, None, 0, _ASK_VERSION))


def restrict(rules: Rules) -> None:
    """Confines the calling thread, and all that it starts, to the files of `rules`.

    Without internet sockets in the rules, connecting and listening by TCP are closed as well.

    Raises:
        OSError: the kernel refused.
    """
    abi = version()
    if not abi:
        return
    handled = 0
    for since, rights in _RIGHTS:
        handled |= rights if abi >= since else 0
    attributes = struct.pack(
        "=QQQ",
        handled,
        _TCP if abi >= _TCP_SINCE and not rules.network else 0,
        _SCOPES if abi >= _SCOPES_SINCE else 0,
    )
    size = 24 if abi >= _SCOPES_SINCE else 16 if abi >= _TCP_SINCE else 8
    ruleset = _checked(_syscall(_CREATE_RULESET, attributes, size, 0))
    try:
        _allow(ruleset, rules.read, _READ & handled)
        _allow(ruleset, rules.write, _WRITE & handled)
        _allow(ruleset, rules.nodes, _NODE & handled)
        _checked(_syscall(_RESTRICT_SELF, ruleset, 0))
    finally:
        os.close(ruleset)


def _allow(ruleset: int, paths: Iterable[str], rights: int) -> None:
    for path in paths:
        try:
            descriptor = os.open(path, getattr(os, "O_PATH", 0) | os.O_CLOEXEC)
        except OSError:
            continue  # not there: nothing to allow
        try:
            here = rights if stat.S_ISDIR(os.fstat(descriptor).st_mode) else rights & _FILE_ONLY
            rule = struct.pack("=Qi", here, descriptor)
            _checked(_syscall(_ADD_RULE, ruleset, _PATH_BENEATH, rule, 0))
        finally:
            os.close(descriptor)


def _syscall(number: int, *arguments: int | bytes | None) -> int:
    given = [ctypes.c_long(value) if isinstance(value, int) else value for value in arguments]
    return int(ctypes.CDLL(None, use_errno=True).syscall(ctypes.c_long(number), *given))


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
