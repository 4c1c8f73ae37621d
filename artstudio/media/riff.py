"""The comment of a WAV file: ICMT in a LIST chunk of the kind INFO, where sound programs look for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artstudio.sdk import BadFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_HEADER_NBYTES: Final = 12
_MOST_CHUNKS: Final = 1_000
_MOST_INFO_NBYTES: Final = 2 << 20


def with_comment(wav: bytes, comment: bytes) -> bytes:
    """The same sound with a comment (UTF-8) behind it."""
    info = b"INFO" + _chunk(b"ICMT", comment + b"\0")
    data = wav[_HEADER_NBYTES:]
    whole = b"WAVE" + data + b"\0" * (len(data) % 2) + _chunk(b"LIST", info)
    return b"RIFF" + len(whole).to_bytes(4, "little") + whole


def comment_in(path: Path) -> str | None:
    """The first comment in a WAV file, if any; reads nothing of the sound.

    Raises:
        BadFile: it cannot be read, or is no WAV file.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER_NBYTES)
            if head[:4] not in (b"RIFF", b"RF64") or head[8:] != b"WAVE":
                raise BadFile("{name} is no sound or is damaged: choose another file", name=path.name)
            for info in _infos(file):
                if (found := _comment(info)) is not None:
                    return found.decode("utf-8", "replace")
    except OSError as error:
        raise BadFile(
            "cannot read {name} ({reason})", name=path.name, reason=error.strerror or error
        ) from error
    return None


def _infos(file: BinaryIO) -> Iterator[bytes]:
    for _ in range(_MOST_CHUNKS):
        head = file.read(8)
        if len(head) < 8:
            return
        length = int.from_bytes(head[4:], "little")
        if head[:4] == b"LIST" and length <= _MOST_INFO_NBYTES:
            content = file.read(length)
            if content[:4] == b"INFO":
                yield content[4:]
            file.seek(length % 2, 1)
        else:
            file.seek(length + length % 2, 1)


def _comment(info: bytes) -> bytes | None:
    at = 0
    while at + 8 <= len(info):
        length = int.from_bytes(info[at + 4 : at + 8], "little")
        if info[at : at + 4] == b"ICMT":
            return info[at + 8 : at + 8 + length].partition(b"\0")[0]
        at += 8 + length + length % 2
    return None


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + len(data).to_bytes(4, "little") + data + b"\0" * (len(data) % 2)
