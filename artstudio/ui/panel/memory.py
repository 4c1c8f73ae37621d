"""What was last chosen for each action, kept between sessions."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

from artstudio.base.atomic import write_bytes
from artstudio.sdk.errors import BadFile

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)


class Memory:
    """A small JSON file of choices by key; without a path it forgets when the window closes."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._kept: dict[str, dict[str, Any]] = {}
        if path is not None:
            try:
                read = json.loads(path.read_text(encoding="utf-8"))
                self._kept = {key: dict(value) for key, value in read.items()}
            except FileNotFoundError:
                pass
            except (OSError, ValueError, AttributeError, TypeError) as error:
                log.warning("the last choices in %s cannot be read: %s", path, error)

    def get(self, key: str) -> dict[str, Any]:
        """The last choices under `key`, empty where there are none."""
        return self._kept.get(key, {})

    def put(self, key: str, values: dict[str, Any]) -> None:
        """Remember `values`; that they cannot be written is only noted in the log."""
        if self._kept.get(key) == values:
            return
        self._kept[key] = values
        if self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(self._path, json.dumps(self._kept, indent=1, ensure_ascii=False).encode())
        except (OSError, BadFile) as error:
            log.warning("the last choices cannot be kept: %s", error)
