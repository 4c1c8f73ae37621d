"""What this system can enforce upon a plugin, and in plain words what it cannot."""

from __future__ import annotations

import sys

from artstudio.sandbox import landlock, macos, seccomp

# The version of Landlock that can keep files from being emptied.
_TRUNCATE_SINCE = 3


def not_enforced() -> tuple[str, ...]:
    """Sentences for the install dialog; none where everything holds."""
    if sys.platform == "linux":
        return _linux(landlock.version(), seccomp.supported())
    if sys.platform == "darwin":
        return _macos(macos.available())
    # what it does: `artstudio.sandbox.windows`
    return (
        "Windows does not keep a plugin from reading and changing your files.",
        "Windows does not keep a plugin from the network.",
        "Windows does not keep a plugin from your camera, microphone and other devices.",
    )


def confines() -> bool:
    """Whether files, network and programs are kept from a plugin: enough to build a stranger's source."""
    if sys.platform == "linux":
        return landlock.version() > 0 and seccomp.supported()
    return sys.platform == "darwin" and macos.available()


def _linux(abi: int, filtered: bool) -> tuple[str, ...]:
    said = []
    if not abi:
        said.append(
            "This Linux does not keep a plugin from reading and changing your files "
            "(its kernel has no Landlock)."
        )
    elif abi < _TRUNCATE_SINCE:
        said.append(
            "This Linux is too old to keep a plugin from emptying files of yours that it cannot read."
        )
    if not filtered:
        said.append(
            "This Linux does not keep a plugin from the network, or from starting and signalling "
            "other programs (no seccomp for this processor)."
        )
    return tuple(said)


def _macos(sandboxed: bool) -> tuple[str, ...]:
    if sandboxed:
        return ("macOS does not keep a plugin from seeing which files you have, only from reading them.",)
    return (
        "This macOS does not keep a plugin from reading and changing your files (it has no sandbox-exec).",
        "This macOS does not keep a plugin from the network.",
    )
