"""seccomp: the system calls that this process may make, from now on and for good (Linux).

Source: the kernel's Documentation/userspace-api/seccomp_filter.rst. The filter is a program in classic BPF
that is run on every call; it sees the call's number and arguments, not the memory they point to.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from typing import TYPE_CHECKING

from artstudio.sandbox import syscalls

if TYPE_CHECKING:
    from artstudio.sandbox.rules import Rules

_PR_GET_SECCOMP, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 21, 22, 38
_MODE_FILTER = 2
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
# Offsets in `struct seccomp_data`; an argument's lower half comes first on both architectures.
_NUMBER, _ARCH, _FIRST, _SECOND = 0, 4, 16, 24
_X32 = 0x40000000
_ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}  # our column, AUDIT_ARCH_*

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06

_CLONE_THREAD = 0x00010000
_AF_INET, _AF_INET6 = 2, 10
_PR_SET_PDEATHSIG, _PR_SET_MM = 1, 35

Instruction = tuple[int, int, int, int]


def supported() -> bool:
    """Whether this kernel filters, and we know its numbers."""
    if sys.platform != "linux" or platform.machine() not in _ARCHITECTURES:
        return False
    return bool(ctypes.CDLL(None).prctl(_PR_GET_SECCOMP, 0, 0, 0, 0) >= 0)


def forbid_new_privileges() -> None:
    """No program started from here gains rights; the kernel wants this before it takes rules from a user."""
    if sys.platform == "linux":
        _prctl(_PR_SET_NO_NEW_PRIVS, 1, None)


def restrict(rules: Rules) -> None:
    """Filters the system calls of the calling thread and all that it starts.

    Raises:
        OSError: the kernel refused.
    """
    if not supported():
        return
    instructions = program(rules.network, os.getpid(), platform.machine())
    packed = b"".join(struct.pack("=HBBI", *one) for one in instructions)
    buffer = ctypes.create_string_buffer(packed, len(packed))
    head = struct.pack("@HP", len(instructions), ctypes.addressof(buffer))
    _prctl(_PR_SET_SECCOMP, _MODE_FILTER, head)


def program(network: bool, pid: int, machine: str) -> list[Instruction]:
    """The filter for a process `pid` on a "x86_64" or "aarch64" machine."""
    column, arch = _ARCHITECTURES[machine]
    done: list[Instruction] = [
        (_LOAD, 0, 0, _ARCH), (_EQUAL, 1, 0, arch), (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER),
    ]  # fmt: skip
    if machine == "x86_64":  # a second table of calls, reached with this bit set
        done += [(_AT_LEAST, 0, 1, _X32), _refused(errno.ENOSYS)]
    done += [(_AT_LEAST, 0, 1, syscalls.UNKNOWN_FROM), _refused(errno.ENOSYS)]

    def number(of: syscalls.Numbers) -> int | None:
        return of[column]

    def when(of: syscalls.Numbers, *then: Instruction) -> None:
        """`then` for this call; it must end in a verdict."""
        if (value := number(of)) is not None:
            done.extend([(_EQUAL, 0, len(then), value), *then])

    for numbers in syscalls.ABSENT.values():
        when(numbers, _refused(errno.ENOSYS))
    for numbers in syscalls.ALWAYS.values():
        when(numbers, _refused(errno.EPERM))
    for numbers in syscalls.UPON_A_PROCESS.values():
        when(
            numbers, *_only_if(_FIRST, 0, pid)
        )  # 0 is oneself too, or one's group: the worker is alone in it
    when(syscalls.SETPRIORITY, *_only_if(_SECOND, 0, pid))
    when(
        syscalls.CLONE, (_LOAD, 0, 0, _FIRST), (_ANY_BIT, 0, 1, _CLONE_THREAD), (_RETURN, 0, 0, _ALLOW),
        _refused(errno.EPERM),
    )  # fmt: skip
    # Else it could ask not to be ended with the studio.
    when(
        syscalls.PRCTL, (_LOAD, 0, 0, _FIRST), (_EQUAL, 1, 0, _PR_SET_PDEATHSIG), (_EQUAL, 0, 1, _PR_SET_MM),
        _refused(errno.EPERM), (_RETURN, 0, 0, _ALLOW),
    )  # fmt: skip
    if network:
        when(syscalls.SOCKET, *_only_if(_FIRST, _AF_INET, _AF_INET6))
    else:
        when(syscalls.SOCKET, _refused(errno.EPERM))
        for numbers in syscalls.NETWORK.values():
            when(numbers, _refused(errno.EPERM))
    return [*done, (_RETURN, 0, 0, _ALLOW)]


def _refused(error: int) -> Instruction:
    return (_RETURN, 0, 0, _ERRNO | error)


def _only_if(argument: int, one: int, other: int) -> tuple[Instruction, ...]:
    return (
        (_LOAD, 0, 0, argument), (_EQUAL, 1, 0, one), (_EQUAL, 0, 1, other), (_RETURN, 0, 0, _ALLOW),
        _refused(errno.EPERM),
    )  # fmt: skip


def _prctl(option: int, first: int, second: bytes | None) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(option, ctypes.c_ulong(first), second, ctypes.c_ulong(0), ctypes.c_ulong(0)) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
