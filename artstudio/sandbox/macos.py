"""macOS: a profile for `sandbox-exec`, which the system itself uses for its services.

Source: the profile language as in /System/Library/Sandbox/Profiles and Apple's Sandbox Guide 1.0; Apple calls
the command deprecated but offers nothing else for programs that are not from its store. Put together from
those texts and not tried on a Mac.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from artstudio.sandbox.rules import Rules

_COMMAND = Path("/usr/bin/sandbox-exec")
# What every program needs before it can say a word.
_SYSTEM = ("/System", "/usr/lib", "/usr/share", "/Library/Apple", "/private/var/db/timezone", "/dev")


def available() -> bool:
    """Whether this system has the command."""
    return _COMMAND.is_file()


def profile(rules: Rules) -> str:
    """The profile that holds a worker to `rules`."""
    lines = [
        "(version 1)",
        "(deny default)",
        '(import "system.sb")',
        "(allow sysctl-read)",
        "(allow mach-lookup)",
        "(allow iokit-open)",  # the GPU
        "(allow signal (target self))",
        "(allow process-exec*)",  # the interpreter itself; its own starting of others is denied next
        "(deny process-fork)",
        "(allow file-read-metadata)",
    ]
    lines += [f"(allow file-read* {_place(path)})" for path in (*_SYSTEM, *rules.read)]
    lines += [f"(allow file-read* file-write* {_place(path)})" for path in (*rules.write, *rules.nodes)]
    lines.append("(allow network-outbound)" if rules.network else "(deny network*)")
    return "\n".join(lines) + "\n"


def command(rules: Rules, interpreter: list[str]) -> list[str]:
    """`interpreter` (a command) under the profile."""
    return [str(_COMMAND), "-p", profile(rules), *interpreter]


def _place(path: str) -> str:
    real = str(Path(path).resolve()).replace("\\", "\\\\").replace('"', '\\"')
    return f'(subpath "{real}")'
