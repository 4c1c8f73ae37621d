"""Logging: to a file that cannot grow without end, and the latest lines in memory for the window."""

from __future__ import annotations

import logging
import tempfile
import traceback
from collections import deque
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_FILE_NBYTES = 1 << 20
_KEPT_FILES = 3
_KEPT_LINES = 2000


class Recent(logging.Handler):
    """Keeps the latest lines of the log."""

    def __init__(self, most: int = _KEPT_LINES) -> None:
        super().__init__()
        self._lines: deque[str] = deque(maxlen=most)
        self.setFormatter(logging.Formatter(_FORMAT))

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(self.format(record))

    def lines(self) -> list[str]:
        """The lines, oldest first."""
        return list(self._lines)


def start_logging(folder: Path | None, level: int = logging.INFO) -> Recent:
    """Send what `artstudio` logs to `folder`/artstudio.log and to the returned handler.

    A folder that cannot be written costs the file only. Calling again replaces the handlers.
    """
    root = logging.getLogger("artstudio")
    stop_logging()
    root.setLevel(level)
    recent = Recent()
    root.addHandler(recent)
    if folder is not None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file = RotatingFileHandler(
                folder / "artstudio.log", maxBytes=_FILE_NBYTES, backupCount=_KEPT_FILES, encoding="utf-8"
            )
        except OSError as error:
            root.warning("no log file: %s", error)
        else:
            file.setFormatter(logging.Formatter(_FORMAT))
            root.addHandler(file)
    return recent


def stop_logging() -> None:
    """Close the log file and forget the handlers."""
    root = logging.getLogger("artstudio")
    for handler in list(root.handlers):
        root.removeHandler(handler)
        handler.close()


def note_crash(error: BaseException) -> str:
    """Keep the traceback of an unexpected error in a file for whoever mends it; returns the file's name."""
    lines = traceback.format_exception(error)
    with tempfile.NamedTemporaryFile("w", prefix="artstudio-error-", suffix=".txt", delete=False) as file:
        file.writelines(lines)
    return file.name
