"""Builds one wheel: `build_backend.py SOURCE TARGET BACKEND BACKEND_PATH`, run inside the sandbox (PEP 517).

What the backend needs is on the module path already.
https://packaging.python.org/en/latest/specifications/pyproject-toml/
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import json
import os
import sys
from typing import Any

# The sandbox refuses to change times and modes, of any file; a backend that copies files wants to keep them.
_UNIMPORTANT = ("utime", "chmod", "fchmod", "lchmod", "chown", "setxattr")


def main(source: str, target: str, backend: str, backend_path: str) -> None:
    """Calls `build_wheel` of `backend` in the folder `source`; the wheel lands in the folder `target`."""
    for name in _UNIMPORTANT:
        if hasattr(os, name):
            setattr(os, name, _tried(getattr(os, name)))
    os.chdir(source)
    sys.path[:0] = json.loads(backend_path)
    module, _, attribute = backend.partition(":")
    builder = importlib.import_module(module)
    for name in filter(None, attribute.split(".")):
        builder = getattr(builder, name)
    builder.build_wheel(target)


def _tried(change: Any) -> Any:
    @functools.wraps(change)
    def tried(*arguments: Any, **options: Any) -> None:
        with contextlib.suppress(PermissionError):
            change(*arguments, **options)

    return tried


if __name__ == "__main__":
    main(*sys.argv[1:])
