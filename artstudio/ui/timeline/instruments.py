"""General MIDI's names in the window's language."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from artstudio.sdk import DRUMS, Track
from artstudio.sound.instruments import drum_name, program_name

_KIT: Final[str] = str(QT_TRANSLATE_NOOP("Instruments", "Drum Kit"))


def translated(name: str) -> str:
    """A family's, an instrument's or a drum's name from `sound.instruments`, as the artist reads it."""
    return QCoreApplication.translate("Instruments", name)


def kit_name() -> str:
    """What the drum channel plays."""
    return translated(_KIT)


def instrument_of(track: Track) -> str:
    """What a track is played on."""
    return kit_name() if track.channel == DRUMS else translated(program_name(track.program))


def drum_of(track: Track, pitch: int) -> str:
    """What a pitch of the drum kit is; "" on other instruments and for keys without a sound."""
    name = drum_name(pitch) if track.channel == DRUMS else None
    return translated(name) if name else ""
