"""Files that an artist chose as parameters: in a recipe they stand by name and content, never by path."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio.sdk.schema import ActionSchema

_MOST_NAME: Final = 200


def without_paths(action: ActionSchema, params: Mapping[str, Any]) -> dict[str, Any]:
    """`params` with {"file": name, "sha256": hex} in place of every path. Reads each file once.

    The hash is "" where the file is gone by now: what it helped to make is not lost for that.
    """
    return {**params, **{name: _said(path) for name, path in action.files_of(params).items()}}


def without_choices(action: ActionSchema, params: Mapping[str, Any]) -> dict[str, Any]:
    """`params` of a recipe from anywhere, with only a name in place of whatever stands for a file.

    A path in it would let a plugin read a file of the artist's that nobody chose.
    """
    found = dict(params)
    for name in action.files_of(dict.fromkeys(found, "any")):
        value = found[name]
        said = value.get("file") if isinstance(value, Mapping) else value
        found[name] = {"file": re.split(r"[/\\]", str(said))[-1][:_MOST_NAME]} if said else ""
    return found


def _said(path: Path) -> dict[str, str]:
    try:
        stat = path.stat()
        return {"file": path.name, "sha256": _sha256(path, stat.st_size, stat.st_mtime_ns)}
    except OSError:
        return {"file": path.name, "sha256": ""}


@functools.lru_cache(maxsize=64)
def _sha256(path: Path, size_bytes: int, changed_ns: int) -> str:
    """The content's hash; size and time only tell one state of the file from another."""
    del size_bytes, changed_ns
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
