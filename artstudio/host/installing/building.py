"""Makes a wheel of a source distribution, by a consent of its own: its code runs, inside the sandbox.

Pure Python only: no compiler can be started in there.
"""

from __future__ import annotations

import json
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename
from packaging.version import Version

from artstudio.host.installing import archives, build_backend
from artstudio.host.installing.pins import SITE_NAME
from artstudio.host.installing.running import run
from artstudio.host.installing.sharing import shared_packages
from artstudio.sdk.errors import BadFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio.engine.job import Control
    from artstudio.host.installing.environment import Environments
    from artstudio.host.installing.pins import Environment, Pin
    from artstudio.host.installing.running import Say
    from artstudio.host.installing.sharing import Shared

# what PEP 517 means where a package says nothing of how it is built
_OLD_BACKEND = "setuptools.build_meta:__legacy__"
_OLD_NEEDS = ("setuptools>=40.8.0",)
_SAID_LINES = 3


class Confine(Protocol):
    """Says how a script of ours is started inside the sandbox."""

    def __call__(
        self, script: Path, arguments: Sequence[str], *, read: Sequence[Path], write: Sequence[Path],
        path: Sequence[Path], shared: Shared,
    ) -> list[str]:  # fmt: skip
        """The command that runs `script`, which reads and writes only these, `path` and `shared`."""


@dataclass(frozen=True, slots=True)
class _How:
    """What a source's pyproject.toml says of building it."""

    backend: str
    needs: tuple[str, ...]
    backend_path: tuple[str, ...]


def build_wheel(
    source: Pin,
    folder: Path,
    environments: Environments,
    confine: Confine,
    *,
    say: Say,
    control: Control | None = None,
) -> Path:
    """A wheel of the source distribution `source` (see `sdists.find_sdist`) in `folder`, which exists.

    Only what lies in `folder` may be written meanwhile, and no network is there.

    Raises:
        BadFile: it cannot be had, is refused, or cannot be built, with the last of what it said.
        ManifestError: what it needs to be built has no wheel or does not go together.
        Stopped: the artist stopped it.
    """
    with tempfile.TemporaryDirectory(prefix="source-", dir=folder) as work:
        place = Path(work)
        for name in ("packed", "unpacked", "tools", "wheel", "home"):
            (place / name).mkdir()
        say(f"Fetching the source of {source.name} {source.version}…")
        ((_, packed),) = environments.fetch([source], place / "packed", say=say, control=control)
        archives.extract(packed, place / "unpacked")
        tree = _single(place / "unpacked", source)
        how = _how(tree, source)
        needs = environments.resolve(how.needs, say=say, control=control)
        tools = environments.build(needs, place / "tools", say=say, control=control)
        say(f"Building {source.name} {source.version}…")
        _run(source, tree, how, tools, place, environments.indexes.environment(), confine, control)
        made = _checked(source, place / "wheel")
        return made.replace(folder / made.name)


def _run(
    source: Pin, tree: Path, how: _How, tools: Environment, place: Path, environment: dict[str, str],
    confine: Confine, control: Control | None,
) -> None:  # fmt: skip
    site = place / "tools" / SITE_NAME
    paths = [str((tree / part).resolve()) for part in how.backend_path]
    script = Path(build_backend.__file__)
    command = confine(
        script,
        [str(tree), str(place / "wheel"), how.backend, json.dumps(paths)],
        read=[script, site],
        write=[place / "unpacked", place / "wheel", place / "home"],
        path=[site],
        shared=shared_packages(tools.shared),
    )
    # nothing of the artist's environment: it may hold secrets
    kept = {name: environment[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in environment}
    scratch = str(place / "home")
    finished = run(
        command,
        environment=kept | {"HOME": scratch, "TMPDIR": scratch, "TEMP": scratch, "PYTHONUTF8": "1"},
        folder=tree,
        control=control,
    )
    if finished.code:
        said = " ".join(finished.errors.strip().splitlines()[-_SAID_LINES:])[-400:]
        raise BadFile("{name} could not be built: {said}", name=source.name, said=said or "it said nothing")


def _single(folder: Path, source: Pin) -> Path:
    """The one folder in a source distribution."""
    inside = list(folder.iterdir())
    if len(inside) != 1 or not inside[0].is_dir():
        raise BadFile("{name} is refused: its source is not one folder", name=source.name)
    return inside[0]


def _how(tree: Path, source: Pin) -> _How:
    path = tree / "pyproject.toml"
    try:
        system = (
            tomllib.loads(path.read_text(encoding="utf-8")).get("build-system") if path.is_file() else None
        )
        if system is None:
            return _How(_OLD_BACKEND, _OLD_NEEDS, ())
        how = _How(
            str(system.get("build-backend", _OLD_BACKEND)),
            tuple(str(need) for need in system["requires"]),
            tuple(str(part) for part in system.get("backend-path", ())),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadFile("{name} cannot be built: its pyproject.toml is damaged", name=source.name) from None
    inside = tree.resolve()
    if any(not (tree / part).resolve().is_relative_to(inside) for part in how.backend_path):
        raise BadFile("{name} is refused: its backend-path leads elsewhere", name=source.name)
    return how


def _checked(source: Pin, folder: Path) -> Path:
    """The one wheel that a backend left; whatever else it says is not believed."""
    made = [path for path in folder.iterdir() if path.is_file() and not path.is_symlink()]
    try:
        name, version, *_ = parse_wheel_filename(made[0].name if len(made) == 1 else "")
    except InvalidWheelFilename:
        raise BadFile("{name} could not be built: it made no wheel", name=source.name) from None
    if name != canonicalize_name(source.name) or version != Version(source.version):
        raise BadFile(
            "{name} {version} is refused: building it made {other}",
            name=source.name, version=source.version, other=made[0].name,
        )  # fmt: skip
    archives.inspect(made[0], wheel=True)
    return made[0]
