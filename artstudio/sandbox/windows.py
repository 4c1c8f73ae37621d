"""Windows: a job object, which bounds a worker's memory and keeps it from starting programs.

Source: Microsoft's documentation of Job Objects (JOBOBJECT_EXTENDED_LIMIT_INFORMATION and
JOBOBJECT_BASIC_UI_RESTRICTIONS). Written from it and not tried on Windows. Files, network and devices are not
covered; `artstudio.sandbox.report` says so.
"""

from __future__ import annotations

import ctypes
import sys

_EXTENDED_LIMITS, _UI_RESTRICTIONS = 9, 4
_ACTIVE_PROCESS, _PROCESS_MEMORY, _DIE_ON_EXCEPTION, _KILL_ON_CLOSE = 0x8, 0x100, 0x400, 0x2000
# Handles of others, the clipboard, system settings, the display's, atoms, desktops, logging off.
_ALL_UI = 0xFF


class _Basic(ctypes.Structure):
    _fields_ = (
        ("per_process_user_time", ctypes.c_int64),
        ("per_job_user_time", ctypes.c_int64),
        ("limit_flags", ctypes.c_uint32),
        ("minimum_working_set", ctypes.c_size_t),
        ("maximum_working_set", ctypes.c_size_t),
        ("active_process_limit", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority_class", ctypes.c_uint32),
        ("scheduling_class", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("basic", _Basic),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory_limit", ctypes.c_size_t),
        ("job_memory_limit", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


class Job:
    """A job with one process in it; the process ends with the job's handle, and so with this program."""

    def __init__(self, memory_bytes: int) -> None:
        self._handle: int | None = None
        if sys.platform == "win32":
            kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            kernel.CreateJobObjectW.restype = ctypes.c_void_p
            self._handle = kernel.CreateJobObjectW(None, None)
            limits = _Extended()
            limits.basic.limit_flags = _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_EXCEPTION | _KILL_ON_CLOSE
            limits.basic.active_process_limit = 1
            limits.process_memory_limit = memory_bytes
            self._set(kernel, _EXTENDED_LIMITS, limits)
            self._set(kernel, _UI_RESTRICTIONS, ctypes.c_uint32(_ALL_UI))

    def hold(self, process_handle: int) -> None:
        """Puts a process into the job, before any plugin's code runs in it.

        Raises:
            OSError: Windows refused.
        """
        if sys.platform == "win32":
            kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            held = kernel.AssignProcessToJobObject(
                ctypes.c_void_p(self._handle), ctypes.c_void_p(process_handle)
            )
            if not held:
                raise ctypes.WinError(ctypes.get_last_error())

    def close(self) -> None:
        """Ends what is in the job."""
        if sys.platform == "win32" and self._handle:
            ctypes.WinDLL("kernel32").CloseHandle(ctypes.c_void_p(self._handle))
            self._handle = None

    def _set(self, kernel: ctypes.CDLL, what: int, value: ctypes.Structure | ctypes.c_uint32) -> None:
        if sys.platform == "win32":
            done = kernel.SetInformationJobObject(
                ctypes.c_void_p(self._handle), what, ctypes.byref(value), ctypes.sizeof(value)
            )
            if not done:
                raise ctypes.WinError(ctypes.get_last_error())
