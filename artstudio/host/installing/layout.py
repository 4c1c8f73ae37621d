"""Where the files of a wheel go, and which wheels are refused for what they would lie over.

https://packaging.python.org/en/latest/specifications/binary-distribution-format/
"""

from __future__ import annotations

import hashlib
import unicodedata
import zipfile
from email.parser import HeaderParser
from typing import TYPE_CHECKING

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

from artstudio.host.installing import archives
from artstudio.host.installing.sharing import STUDIO, Shared
from artstudio.sdk.errors import BadFile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from artstudio.host.installing.pins import Pin

_METADATA_BYTES = 4 << 20


class Layout:
    """The files of one environment, wheel after wheel. Nothing is written here."""

    def __init__(self, shared: Shared, reserved: Iterable[str] = ()) -> None:
        """`shared` is what the studio lends; `reserved` are the top-level modules of the plugin itself."""
        self._owners: dict[str, tuple[str, Path, str]] = {}
        self._taken = {_same(STUDIO): "artstudio"} | {_same(name): "the plugin" for name in reserved}
        # a namespace as well: of one that is cut in two, the worker would find only one half
        self._taken |= {_same(name): "the studio" for name in shared.modules}

    def add(self, wheel: Path, pin: Pin) -> dict[str, str]:
        """Looks at the whole of a wheel. Answers name in it -> place below `site`, of all that is unpacked.

        Scripts, headers and other data stay behind, and `.pth` files, which are run at start.

        Raises:
            BadFile: it is damaged, unsafe, another package than `pin`, or has files or modules of others.
        """
        names = [entry.name for entry in archives.inspect(wheel, wheel=True).entries]
        self._check_identity(wheel, pin, names)
        placed: dict[str, str] = {}
        for name in names:
            place = _place(name)
            if place is None:
                continue
            self._check_module(place, pin)
            known = self._owners.setdefault(_same(place), (pin.name, wheel, name))
            if known[0] == pin.name and known[2] == name:
                placed[name] = place
            elif known[0] == pin.name or _content(known[1], known[2]) != _content(wheel, name):
                raise BadFile(
                    "{name} {version} is refused: its {place} would lie over that of {other}",
                    name=pin.name, version=pin.version, place=place, other=known[0],
                )  # fmt: skip
        return placed

    def _check_module(self, place: str, pin: Pin) -> None:
        top, slash, _ = place.partition("/")
        owner = self._taken.get(_same(top if slash else top.partition(".")[0]))
        if owner is not None:
            raise BadFile(
                "{name} {version} is refused: its {place} would take the place of a module of {owner}",
                name=pin.name, version=pin.version, place=place, owner=owner,
            )  # fmt: skip

    def _check_identity(self, wheel: Path, pin: Pin, names: list[str]) -> None:
        described = [name for name in names if name.count("/") == 1 and name.endswith(".dist-info/METADATA")]
        name = version = ""
        if len(described) == 1:
            with zipfile.ZipFile(wheel) as archive, archive.open(described[0]) as file:
                fields = HeaderParser().parsestr(file.read(_METADATA_BYTES).decode("utf-8", "replace"))
            name, version = fields.get("Name", ""), fields.get("Version", "")
        if canonicalize_name(name) != pin.name or not _equal(version, pin.version):
            raise BadFile(
                "{file} is refused: it says that it is {name} {version}, not {wanted} {wanted_version}",
                file=wheel.name, name=name[:80] or "nothing", version=version[:40],
                wanted=pin.name, wanted_version=pin.version,
            )  # fmt: skip


def _place(name: str) -> str | None:
    top, _, rest = name.partition("/")
    if top.endswith(".data"):
        scheme, _, place = rest.partition("/")
        if scheme not in ("purelib", "platlib") or not place:
            return None
        name = place
    if name.endswith(".pth") and "/" not in name:
        return None
    return None if "__pycache__" in name.split("/") else name


def _equal(one: str, other: str) -> bool:
    try:
        return Version(one) == Version(other)
    except InvalidVersion:
        return one == other


def _same(name: str) -> str:
    """Names that are one file on some system are one here."""
    return unicodedata.normalize("NFC", name).casefold()


def _content(wheel: Path, name: str) -> bytes:
    with zipfile.ZipFile(wheel) as archive, archive.open(name) as file:
        return hashlib.file_digest(file, "sha256").digest()  # type: ignore[arg-type]  # it has what that needs
