"""Copied notes on the system's clipboard, so that they can be pasted into another window too."""

from __future__ import annotations

import json

import numpy as np
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from artstudio.sdk import NOTE_DTYPE, InvalidValue, Notes, Track

FORMAT = "application/x-artstudio-notes"
MAX_BYTES = 16 * 2**20


def copy_notes(notes: Notes, ticks_per_quarter: int) -> None:
    """Put notes on the clipboard: a line of JSON, then the array."""
    head = json.dumps({"ticks_per_quarter": ticks_per_quarter}).encode()
    mime = QMimeData()
    mime.setData(FORMAT, head + b"\n" + notes.astype(NOTE_DTYPE).tobytes())
    QGuiApplication.clipboard().setMimeData(mime)


def copied_notes(ticks_per_quarter: int) -> Notes | None:
    """The notes on the clipboard in this resolution; None where there are none that make sense."""
    mime = QGuiApplication.clipboard().mimeData()
    if not mime.hasFormat(FORMAT):
        return None
    data = bytes(mime.data(FORMAT).data())
    head, _, body = data[:MAX_BYTES].partition(b"\n")
    try:
        scale = ticks_per_quarter / int(json.loads(head)["ticks_per_quarter"])
        notes = np.frombuffer(body, NOTE_DTYPE).copy()
        if scale != 1:
            notes["start"] = np.round(notes["start"] * scale)
            notes["length"] = np.maximum(1, np.round(notes["length"] * scale))
        return Track(notes).notes if len(notes) else None
    except (ValueError, KeyError, TypeError, ZeroDivisionError, OverflowError, InvalidValue):
        return None  # another program's idea of this format
