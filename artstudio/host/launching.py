"""How a worker's process is started: by the sandbox's launcher, with little of the studio's environment."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

from artstudio.sandbox import launch, macos

if TYPE_CHECKING:
    from artstudio.sandbox.rules import Rules

LAUNCHER = Path(launch.__file__)
# Secrets in the environment are no business of a plugin; these make libraries and GPUs work.
_ENVIRONMENT = (
    "PATH",
    "LANG",
    "LC_ALL",
    "TZ",
    "SYSTEMROOT",
    "WINDIR",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
)
_ENVIRONMENT_PREFIXES = ("OPENBLAS_", "CUDA_", "NVIDIA_", "HIP_", "ROCR_", "MKL_")


def launched(rules: Rules, module: str, *arguments: str) -> list[str]:
    """The command that runs `module` of the sdk (or a script's path) under `rules`."""
    isolated = ["-I", "-S", "-u", "-X", "utf8"]
    command = [_interpreter(), *isolated, str(LAUNCHER), rules.to_json(), module, *arguments]
    if sys.platform == "darwin" and rules.confine and macos.available():
        return macos.command(rules, command)
    return command


def _interpreter() -> str:
    """Python itself: on Windows that of a venv would start another process, which a worker may not."""
    base = getattr(sys, "_base_executable", None)
    return str(base) if sys.platform == "win32" and base else sys.executable


def worker_environment(folder: Path, threads: int, *, confine: bool = True) -> dict[str, str]:
    """The environment variables of a worker whose own folder is `folder`: none of the artist's secrets."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name in _ENVIRONMENT or name.startswith(_ENVIRONMENT_PREFIXES) or not confine
    }
    return environment | {
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "TEMP": str(folder),
        "OMP_NUM_THREADS": str(threads),
        "OMP_WAIT_POLICY": "PASSIVE",  # threads that spin while they wait hold up everybody on a busy machine
        "OPENBLAS_NUM_THREADS": "1",  # torch shares the work out; numpy at it too would only stand in the way
        "USER": "artist",  # libraries ask; the real name is no business of theirs
    }


def start_worker(
    theirs: Any, folder: Path, entry: tuple[str, str], rules: Rules, threads: int, *, background: bool
) -> subprocess.Popen[bytes]:
    """Starts the worker's process for the plugin `entry` (folder, "module:Class"), which talks over `theirs`.

    Raises:
        OSError: the system refused.
    """
    environment = worker_environment(folder, threads, confine=rules.confine)
    handle = theirs.fileno()
    options: dict[str, Any] = {}
    if sys.platform == "win32":
        os.set_handle_inheritable(handle, True)
        startup = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})
        low = subprocess.BELOW_NORMAL_PRIORITY_CLASS if background else 0
        options = {"startupinfo": startup, "creationflags": subprocess.CREATE_NO_WINDOW | low}
    else:
        # In a session of its own: what a terminal sends to the window's group does not reach it.
        options = {"pass_fds": (handle,), "start_new_session": True}
    process = subprocess.Popen(
        launched(rules, "artstudio.sdk.worker", str(handle), str(folder), *entry),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        close_fds=True,
        **options,
    )
    if background and sys.platform != "win32":
        with contextlib.suppress(psutil.Error):
            psutil.Process(process.pid).nice(10)
    return process
