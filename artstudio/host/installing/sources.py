"""Where a plugin comes from: a folder, a ZIP, a wheel, a git repository or a package index.

Whatever it is, its files are laid into a folder as plain files and no code of it is run.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from artstudio.host.installing import archives, repositories, requirements, tree, wheels
from artstudio.host.installing.names import MAX_TOTAL_BYTES, is_kept
from artstudio.host.installing.reaching import reach
from artstudio.host.installing.records import Kind  # dataclasses read their annotations
from artstudio.sdk.errors import BadFile
from artstudio.sdk.manifest import MANIFEST_NAME

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.engine.job import Control
    from artstudio.host.installing.environment import Environments
    from artstudio.host.installing.running import Say

_GIT_PLACE: Final = re.compile(r"(?:[a-z+]+://[^/]*|[\w.-]+@[\w.-]+:)")
_MACINTOSH: Final = "__MACOSX"


@dataclass(frozen=True, slots=True)
class Source:
    """What the artist gave, understood."""

    kind: Kind
    place: str
    """An absolute path, git's URL, or a requirement."""
    revision: str = ""
    """Of a repository: branch, tag or hash; empty for its default branch."""

    @property
    def spelled(self) -> str:
        """As it can be given again from anywhere."""
        if self.kind != "git":
            return self.place
        scp = "://" not in self.place
        return f"{'' if scp else 'git+'}{self.place}{'@' + self.revision if self.revision else ''}"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A plugin's files in staging."""

    root: Path
    requirements: tuple[str, ...]
    size_bytes: int
    sha256: str | None = None
    commit: str | None = None
    url: str | None = None


def parse(text: str) -> Source:
    """What `text` names. A path that exists wins over the name of a package.

    Raises:
        BadFile: it is none of what plugins come from.
    """
    text = text.strip()
    path = Path(text).expanduser() if text else Path()
    if text and "\0" not in text and path.exists():
        return _of_path(path)
    if text.startswith(("git+", "git@")) or re.match(r"[a-z]+://.*\.git(@|$)", text):
        return _of_git(text.removeprefix("git+"))
    if "://" in text:
        raise BadFile("{text} is no git repository: download the file and install that", text=text)
    if not text or re.search(r"[/\\]|^[.~]|\.(zip|whl)$", text):
        raise BadFile("there is no file or folder {text}", text=text or "without a name")
    try:
        wanted = Requirement(text)
    except InvalidRequirement:
        wanted = None
    if wanted is None or wanted.url or wanted.marker:
        raise BadFile("{text} is no file, folder, git address or name of a package", text=text)
    return Source("index", str(wanted))


def fetch(
    source: Source,
    staging: Path,
    environments: Environments,
    *,
    say: Say,
    control: Control | None,
) -> Fetched:
    """Lays the plugin's files into the new folder `staging`/plugin and reads what it depends on.

    Raises:
        BadFile: it cannot be had, or holds what no plugin may.
        ManifestError: it is no plugin, or its dependencies cannot be had.
        Stopped: the artist stopped it.
    """
    if source.kind == "git":
        reach([source.place])
    elif source.kind == "index":
        reach(environments.indexes.pages())
    root = staging / "plugin"
    sha256 = commit = url = None
    if source.kind == "index":
        say(f"looking for {source.place} on the package index")
        wheel, url, extras = _from_index(source, staging, environments, say, control)
        sha256 = _sha256(wheel)
        needed = wheels.unpack(wheel, root, extras=extras)
    elif source.kind == "wheel":
        wheel = _kept(Path(source.place), staging)
        sha256 = _sha256(wheel)
        needed = wheels.unpack(wheel, root)
    else:
        if source.kind == "folder":
            tree.copy(Path(source.place), root)
        elif source.kind == "zip":
            archive = _kept(Path(source.place), staging)
            sha256 = _sha256(archive)
            archives.extract(archive, root, place=_stepping_in(archives.inspect(archive)))
        else:
            say(f"fetching {source.place}")
            scratch = staging / "git"
            scratch.mkdir()
            commit = repositories.read(source.place, source.revision, root, scratch, control)
        tree.manifest_folder(root)  # before its dependencies: what is no plugin is told so
        needed = requirements.of_folder(root)
    return Fetched(root, needed, tree.size_bytes(root), sha256, commit, url)


def _of_path(path: Path) -> Source:
    place = str(path.resolve())
    if path.is_dir():
        return Source("folder", place)
    if path.suffix == ".whl":
        return Source("wheel", place)
    if path.suffix == ".zip":
        return Source("zip", place)
    raise BadFile("{path} is no folder, .zip or .whl", path=path)


def _of_git(text: str) -> Source:
    start = _GIT_PLACE.match(text)
    if start is None:
        raise BadFile("{text} is no address of a git repository", text=text)
    rest, _, revision = text[start.end() :].partition("@")
    place = start[0] + rest
    if "://" in place:
        parts = urlsplit(place)
        if parts.scheme not in ("https", "ssh", "file"):
            raise BadFile("{place} is refused: repositories are fetched by https and ssh only", place=place)
        if parts.password:
            raise BadFile("leave the password out of the address: it would be written down")
    elif place.startswith("-") or not rest:
        raise BadFile("{text} is no address of a git repository", text=text)
    return Source("git", place, revision)


def _from_index(
    source: Source,
    staging: Path,
    environments: Environments,
    say: Say,
    control: Control | None,
) -> tuple[Path, str, tuple[str, ...]]:
    wanted = Requirement(source.place)
    name = canonicalize_name(wanted.name)
    found = environments.resolve([source.place], deps=False, say=say, control=control)
    pin = next((pin for pin in found.pins if canonicalize_name(pin.name) == name), None)
    if pin is None:
        raise BadFile(
            "{name} has no wheel on the package index: install it from its repository (git+https://...)",
            name=wanted.name,
        )
    folder = staging / "wheel"
    folder.mkdir()
    ((_, wheel),) = environments.fetch([pin], folder, say=say, control=control)
    return wheel, pin.url, tuple(sorted(wanted.extras))


def _kept(archive: Path, staging: Path) -> Path:
    """A copy that nobody swaps between the look at it and its unpacking."""
    kept = staging / archive.name
    try:
        with archive.open("rb") as source, kept.open("xb") as target:
            left = MAX_TOTAL_BYTES
            while block := source.read(archives.BLOCK_BYTES):
                left -= len(block)
                if left < 0:
                    raise BadFile("{name} is refused: it is over 2 GiB", name=archive.name)
                target.write(block)
    except OSError as error:
        raise BadFile("cannot read {path} ({reason})", path=archive, reason=error.strerror) from None
    return kept


def _stepping_in(listing: archives.Listing) -> Callable[[str], str | None]:
    """Leaves out what belongs to no package, and the one folder around everything."""
    names = [entry.name for entry in listing.entries if not entry.name.startswith(f"{_MACINTOSH}/")]
    tops = {name.partition("/")[0] for name in names}
    around = ""
    if MANIFEST_NAME not in names and len(tops) == 1:
        around = f"{tops.pop()}/"

    def place(name: str) -> str | None:
        if name.startswith(f"{_MACINTOSH}/") or not is_kept(name):
            return None
        return name.removeprefix(around)

    return place


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
