"""Versions chosen by uv.

https://docs.astral.sh/uv/reference/cli/#uv-pip-compile
"""

from __future__ import annotations

import re
import sys
import tomllib
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from packaging.markers import InvalidMarker, Marker
from packaging.tags import Tag, sys_tags
from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename

from artstudio.host.installing.reaching import reach
from artstudio.host.installing.running import run
from artstudio.host.installing.solving import Question, Unsolvable, Wheel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from artstudio.engine.job import Control
    from artstudio.host.installing.indexes import Indexes

# The hint names the package in so many words; the cause, which is kept as well, may name it with a version.
_UNBUILT = (
    re.compile(r"Wheels are required for `([\w.-]+)`"),
    re.compile(r"([\w.-]+)==\S+ has no usable wheels"),
)


class Uv:
    """The program at `program` with a cache of its own in `cache`."""

    def __init__(self, program: Path, cache: Path, indexes: Indexes) -> None:
        self._program = program
        self._cache = cache
        self._indexes = indexes

    def solve(self, question: Question, folder: Path, control: Control | None) -> list[Wheel]:
        """See `Solver`. Offers stand in the file to be written: uv keeps such versions where it can."""
        wanted, chosen = folder / "requirements.in", folder / "pylock.toml"
        wanted.write_text("\n".join(question.lines) + "\n", encoding="utf-8")
        if question.offers:
            chosen.write_text(_lock(question.offers), encoding="utf-8")
        options = [part for place in question.folders for part in ("--find-links", place)]
        if question.online:
            reach(self._indexes.pages())
            options += self._indexes.uv_options()
        else:
            options += ["--no-index", "--offline"]
        if not question.deps:
            options.append("--no-deps")
        if question.without:
            excluded = folder / "excluded.txt"
            excluded.write_text("\n".join(question.without) + "\n", encoding="utf-8")
            options += ["--excludes", excluded]
        finished = run(
            [self._program, "pip", "compile", wanted, "--output-file", chosen, "--python", sys.executable,
             "--only-binary", ":all:", "--no-header", "--quiet", "--cache-dir", self._cache, *options],
            environment=self._indexes.environment(), folder=folder, control=control,
        )  # fmt: skip
        if finished.code:
            raise Unsolvable(_reason(finished.errors), _unbuilt(finished.errors))
        return list(_wheels(tomllib.loads(chosen.read_text(encoding="utf-8")), folder))


def _lock(offers: Mapping[str, str]) -> str:
    packages = [f'[[packages]]\nname = "{name}"\nversion = "{version}"\n' for name, version in offers.items()]
    return "\n".join(['lock-version = "1.0"\ncreated-by = "artstudio"\n', *packages])


def _wheels(lock: dict[str, Any], folder: Path) -> Iterable[Wheel]:
    """PEP 751. Of the wheels of a package the one that this interpreter would choose."""
    rank = {tag: place for place, tag in enumerate(sys_tags())}
    for package in lock.get("packages", ()):
        if not _holds(package.get("marker", "")):
            continue
        fitting = [
            (place, wheel)
            for wheel in package.get("wheels", ())
            if (place := _place(wheel, rank)) is not None
        ]
        if not fitting:
            raise Unsolvable(f"{package['name']} {package.get('version', '')} has no wheel for this machine")
        _, best = min(fitting, key=lambda pair: pair[0])
        yield Wheel(
            name=canonicalize_name(package["name"]),
            version=str(package["version"]),
            url=best.get("url") or (folder / best["path"]).resolve().as_uri(),
            sha256=best.get("hashes", {}).get("sha256", ""),
            size_bytes=best.get("size"),
        )


def _holds(marker: str) -> bool:
    try:
        return not marker or Marker(marker).evaluate()
    except InvalidMarker:
        return True


def _place(wheel: dict[str, Any], rank: dict[Tag, int]) -> int | None:
    """How near a wheel is to what this machine likes best (0); None where it does not fit."""
    name = wheel.get("name") or unquote(urlsplit(wheel.get("url") or wheel["path"]).path).rpartition("/")[2]
    try:
        tags = parse_wheel_filename(name)[3]
    except InvalidWheelFilename:
        return None
    return min((rank[tag] for tag in tags if tag in rank), default=None)


def _unbuilt(errors: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(canonicalize_name(name) for pattern in _UNBUILT for name in pattern.findall(errors))
    )


def _reason(errors: str) -> str:
    """Uv's own words without its layout."""
    kept = []
    for line in errors.splitlines():
        text = line.strip().removeprefix("error:").removeprefix("cause:").strip()
        if text.startswith("hint:"):
            break
        if text and not text.startswith("No solution found"):
            kept.append(text)
    return " ".join(kept)
