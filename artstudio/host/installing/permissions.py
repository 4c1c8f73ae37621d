"""What a plugin wants to reach, in words for artists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from artstudio.sdk.manifest import PermissionName  # dataclasses read their annotations

if TYPE_CHECKING:
    from artstudio.sdk.manifest import Permissions

_WORDS: Final = {
    "network": "use the internet and your local network",
    "read": "read your files",
    "write": "read, change and delete your files",
    "camera": "see through your camera",
    "microphone": "hear through your microphone",
    "midi": "use your MIDI instruments",
    "serial": "use what is plugged into serial ports",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """One permission that a plugin asks for."""

    name: PermissionName
    words: str
    """Completes "it may ..."."""
    why: str
    """The author's reason; empty where none is given."""
    is_new: bool
    """Not among what was granted before."""


def wishes(asked: Permissions, granted: Permissions | None) -> tuple[Wish, ...]:
    """All that is `asked` for, compared with what was `granted` to the version installed so far."""
    return tuple(
        Wish(name, words(asked, name), asked.reasons.get(name, "").strip(), _is_new(asked, granted, name))
        for name in asked.names
    )


def words(asked: Permissions, name: PermissionName) -> str:
    """What the permission of that name allows: completes "it may ..."."""
    return _WORDS[str(asked.files) if name == "files" else name]


def _is_new(asked: Permissions, granted: Permissions | None, name: PermissionName) -> bool:
    if granted is None or name not in granted.names:
        return True
    return name == "files" and asked.files == "write" and granted.files == "read"
