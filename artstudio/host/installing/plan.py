"""What an installation would do, before it is done: shown to the artist, who says yes or no to it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from artstudio.host.installing.permissions import Wish  # dataclasses read their annotations
from artstudio.host.installing.pins import Pin
from artstudio.host.installing.records import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS: Final[dict[Kind, str]] = {
    "folder": "the folder {source}",
    "zip": "the ZIP {source}",
    "wheel": "the wheel {source}",
    "git": "the repository {source}",
    "index": "{source} on the package index",
}
_SHOWN_DIGITS: Final = 16


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything there is to know before saying yes."""

    id: str
    title: str
    summary: str
    version: str
    from_version: str | None
    """What is installed now; None for a plugin that is new here."""
    source: str
    kind: Kind
    linked: bool
    """Nothing is copied: the folder is under development and is used where it lies."""
    digest: str
    """SHA-256 over the plugin's files; empty for a linked one."""
    sha256: str | None
    """Of the archive it came in."""
    commit: str | None
    url: str | None
    """Where the wheel of an index came from."""
    size_bytes: int
    signed_by: str | None
    """The signer's public key (64 hex digits); None where it is unsigned."""
    signature: str
    """In words."""
    licence: str
    permissions: tuple[Wish, ...]
    packages: tuple[Pin, ...]
    unbuilt: tuple[str, ...]
    """Packages that would have to be built, which is a consent of its own."""
    warnings: tuple[str, ...]
    not_enforced: tuple[str, ...]
    """Sentences: what this system cannot hold the plugin to."""
    is_current: bool
    """These very files are installed already."""

    @property
    def download_bytes(self) -> int:
        """What is still to be downloaded, as far as the index says."""
        return sum(pin.size_bytes or 0 for pin in self.packages if not pin.shared)

    def to_json(self) -> dict[str, Any]:
        """As plain values."""
        return dataclasses.asdict(self)

    def lines(self) -> list[str]:
        """In plain words, a line each."""
        return list(self._lines())

    def _lines(self) -> Iterator[str]:
        change = "" if self.from_version is None else f" (installed is {self.from_version})"
        yield f"{self.title} ({self.id}) {self.version}{change}"
        if self.summary:
            yield f"  {self.summary}"
        yield f"  from {_KINDS[self.kind].format(source=self.source)}"
        if self.commit:
            yield f"  commit {self.commit}"
        if self.sha256:
            yield f"  SHA-256 {self.sha256}"
        if self.linked:
            yield "  used where it lies, changes take effect at once"
        else:
            yield f"  {_size(self.size_bytes)}, files' hash {self.digest[:_SHOWN_DIGITS]}"
        yield f"  {self.signature}"
        yield f"  licence: {self.licence or 'not said'}"
        if not self.permissions:
            yield "  It asks for no permissions."
        for wish in self.permissions:
            new = " (new)" if wish.is_new and self.from_version is not None else ""
            why = f": {wish.why}" if wish.why else ", and does not say why"
            yield f"  It may {wish.words}{new}{why}"
        for line in self.not_enforced:
            yield f"  {line}"
        yield from self._package_lines()
        for warning in self.warnings:
            yield f"  Mind: {warning}"

    def _package_lines(self) -> Iterator[str]:
        shared = [f"{pin.name} {pin.version}" for pin in self.packages if pin.shared]
        new = [pin for pin in self.packages if not pin.shared]
        if new:
            yield f"  It brings {len(new)} packages of its own ({_size(self.download_bytes)}):"
        for pin in new:
            size = "" if pin.size_bytes is None else f", {_size(pin.size_bytes)}"
            yield f"    {pin.name} {pin.version}{size}"
        if shared:
            yield f"  It shares with the studio: {', '.join(shared)}"
        for name in self.unbuilt:
            yield f"  {name} has to be built from source, which runs its code: allow it by --build {name}"


def signature_words(signed_by: str | None, pinned: str | None) -> str:
    """How a plugin is signed, against the key that was `pinned` when it was first installed."""
    if signed_by is None:
        return "unsigned: nobody vouches for who made it"
    if signed_by == pinned:
        return f"signed by the same key as before ({signed_by[:_SHOWN_DIGITS]})"
    return f"signed by {signed_by[:_SHOWN_DIGITS]}; updates must be signed by the same key"


def _size(size_bytes: int) -> str:
    if size_bytes >= 1 << 20:
        return f"{size_bytes / (1 << 20):.1f} MiB"
    return f"{size_bytes / 1024:.1f} KiB"
