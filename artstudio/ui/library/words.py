"""What entries are called and how large they are, in the window's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from artstudio.ui.words import counted, kind_word

if TYPE_CHECKING:
    from artstudio.library.entry import Entry

translate = QCoreApplication.translate

ICONS: Final = {
    "image": "image-outline", "video": "movie-open-outline", "score": "music-note", "text": "text-long",
    "audio": "waveform", "tilemap": "grid", "model": "school-outline",
}  # fmt: skip
"""An icon for each kind: the names that `theme.icon` takes."""


def measure(entry: Entry) -> str:
    """How large or long it is: "512 × 512", "0:12.5", "340 notes"."""
    parts = []
    if entry.width_px:
        parts.append(f"{entry.width_px} × {entry.height_px}")
    if entry.seconds:
        parts.append(f"{int(entry.seconds // 60)}:{entry.seconds % 60:04.1f}")
    if entry.kind == "score":
        one, many = translate("Library", "{n} note"), translate("Library", "{n} notes")
        parts.append(counted(entry.amount, one, many))
    elif entry.kind == "text":
        one, many = translate("Library", "{n} character"), translate("Library", "{n} characters")
        parts.append(counted(entry.amount, one, many))
    return " · ".join(parts)


def when(made_ms: int) -> str:
    """Date and time of day, as is the custom here."""
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(made_ms), QLocale.FormatType.ShortFormat)


def stars(number: int) -> str:
    """So many stars, to be read."""
    return translate("Library", "{n} of 5 stars").format(n=number)


def spoken(entry: Entry) -> str:
    """All that a card shows, for who hears it."""
    parts = [entry.title, kind_word(entry.kind), measure(entry), when(entry.made_ms)]
    if entry.star:
        parts.append(stars(entry.star))
    return ", ".join(part for part in parts if part)
