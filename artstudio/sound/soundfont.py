"""Where the SoundFont is, and whether a file that the artist picked is one."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from artstudio.sdk import BadFile

MAX_MIB = 4096
DEFAULT_NAME = "TimGM6mb.sf2"


def default_soundfont() -> Path:
    """The General MIDI SoundFont that is installed with the studio.

    It is data inside the package `pretty_midi`, whose code is not loaded.

    Raises:
        BadFile: the package is incomplete.
    """
    spec = importlib.util.find_spec("pretty_midi")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder, DEFAULT_NAME)
        if path.is_file():
            return path
    raise BadFile(
        "the SoundFont {name} is missing: install artstudio again or pick an SF2 file", name=DEFAULT_NAME
    )


def check_soundfont(path: Path) -> None:
    """Refuse a file that the synthesizer could not use.

    Raises:
        BadFile: missing, too large, cut off, or no SoundFont.
    """
    from artstudio.sound.sf2 import SoundFont

    try:
        size = path.stat().st_size
    except OSError as error:
        reason = error.strerror or error
        raise BadFile(
            "cannot read {path} ({reason}): pick another SoundFont", path=path, reason=reason
        ) from error
    if size > MAX_MIB << 20:
        raise BadFile(
            "{name} has {size} MiB, more than the {limit} MiB a SoundFont may have: pick a smaller one",
            name=path.name, size=size >> 20, limit=MAX_MIB,
        )  # fmt: skip
    SoundFont(path)
