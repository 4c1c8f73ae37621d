"""Builds one wheel: `build_backend.py SOURCE TARGET BACKEND BACKEND_PATH`, run inside the sandbox (PEP 517).

What the backend needs is on the module path already.
https://packaging.python.org/en/latest/specifications/pyproject-toml/
"""

from __future__ import annotations

import importlib
import json
import os
import sys


def main(source: str, target: str, backend: str, backend_path: str) -> None:
    """Calls `build_wheel` of `backend` in the folder `source`; the wheel lands in the folder `target`."""
    os.chdir(source)
    sys.path[:0] = json.loads(backend_path)
    module, _, attribute = backend.partition(":")
    builder = importlib.import_module(module)
    for name in filter(None, attribute.split(".")):
        builder = getattr(builder, name)
    builder.build_wheel(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
