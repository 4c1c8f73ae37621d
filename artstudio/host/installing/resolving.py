"""From what a plugin requires to the exact wheels that go together, before anything is installed or run.

The versions that the studio has itself are offered first, so that they can be shared: the solver sees them as
wheels of nothing but METADATA in a folder. When they are all that is needed, no index is asked.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from artstudio.host.installing import sharing
from artstudio.host.installing.pins import Pin, Resolution
from artstudio.host.installing.solving import Question, Solver, Unsolvable, Wheel, local_file, sha256_of
from artstudio.sdk.errors import BadFile, ManifestError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib import metadata

    from artstudio.engine.job import Control
    from artstudio.host.installing.running import Say

SDK_NEEDS = ("numpy>=1.26", "pydantic>=2.7", "pillow>=11.0", "safetensors>=0.4.3")
"""What `artstudio.sdk` and `artstudio.sdk.nn` import, torch excepted: it is a plugin's own choice."""
_OFFER = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
_MOST_REQUIREMENTS = 500
_MOST_UNBUILT = 20
_MOST_SAID = 400
_OFFLINE = re.compile(
    r"failed to fetch|error sending request|connection (refused|reset|timed out)|could not connect|dns error|"
    r"name resolution|network is unreachable|max retries|newconnectionerror|operation timed out",
    re.IGNORECASE,
)  # fmt: skip


def resolve(
    requirements: Iterable[str],
    solver: Solver,
    cache: Path,
    *,
    deps: bool = True,
    wheels: Path | None = None,
    say: Say,
    control: Control | None = None,
) -> Resolution:
    """The packages that `requirements` (PEP 508) and the sdk need, wheels only; pins sorted by name.

    Without `deps` only the named packages themselves, never shared: for a plugin that is asked for by name.
    `wheels` is a folder of wheels to choose from beside the indexes: those that were built by consent.

    Raises:
        ManifestError: a requirement is malformed or names an address, or no versions go together.
        BadFile: the indexes cannot be reached.
        Stopped: the artist stopped it.
    """
    lines = tuple(dict.fromkeys([*checked(requirements), *(SDK_NEEDS if deps else ())]))
    folders = () if wheels is None else (wheels,)
    if not deps:
        say("Asking the package index…")
        return _pinned(_solved(Question(lines, {}, folders, deps=False), solver, cache, control), {})
    say("Looking at the packages of the studio…")
    own, offered = _offered(cache)
    question = Question(lines, own, (offered, *folders), online=False)
    try:
        return _pinned((_solve(question, solver, cache, control), ()), own)
    except Unsolvable:
        say("Asking the package index…")
        return _pinned(_solved(replace(question, online=True), solver, cache, control), own)


def checked(requirements: Iterable[str]) -> list[str]:
    """The requirements that count on this machine, without the studio itself, each as PEP 508 spells it.

    Raises:
        ManifestError: one is malformed or names an address, or there are too many.
    """
    lines = []
    for text in requirements:
        try:
            requirement = Requirement(text)
        except InvalidRequirement:
            raise ManifestError(
                "{text} is no requirement: write it like numpy>=1.26", text=repr(text[:120])
            ) from None
        if requirement.url:
            raise ManifestError(
                "{name} is required from {url}: only packages of your package index are installed",
                name=requirement.name, url=requirement.url[:200],
            )  # fmt: skip
        if canonicalize_name(requirement.name) == sharing.STUDIO:
            continue
        if requirement.marker is None or requirement.marker.evaluate():
            lines.append(str(requirement))
    if len(lines) > _MOST_REQUIREMENTS:
        raise ManifestError(
            "{n} packages are required, more than {most}", n=len(lines), most=_MOST_REQUIREMENTS
        )
    return lines


def _solved(
    question: Question, solver: Solver, cache: Path, control: Control | None
) -> tuple[list[Wheel], tuple[str, ...]]:
    """The wheels, and the names that have none: these are left out until the rest can be answered."""
    without: tuple[str, ...] = ()
    while True:
        try:
            return _solve(replace(question, without=without), solver, cache, control), without
        except Unsolvable as error:
            new = tuple(name for name in error.unbuilt if name not in without)
            if not new or len(without) + len(new) > _MOST_UNBUILT:
                raise _sentence(error.reason) from None
            without += new


def _solve(question: Question, solver: Solver, cache: Path, control: Control | None) -> list[Wheel]:
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="solving-", dir=cache) as folder:
        return solver.solve(question, Path(folder), control)


def _sentence(reason: str) -> ManifestError | BadFile:
    said = reason.replace("you require", "it requires").replace(
        "your requirements are", "what it requires is"
    )
    said = said if len(said) <= _MOST_SAID else said[:_MOST_SAID] + "…"
    if _OFFLINE.search(reason):
        return BadFile(
            "the package index cannot be reached: check the connection and try again ({said})", said=said
        )
    return ManifestError("no versions of the packages that it requires go together: {said}", said=said)


def _pinned(answer: tuple[list[Wheel], tuple[str, ...]], own: dict[str, str]) -> Resolution:
    wheels, unbuilt = answer
    return Resolution(
        tuple(_pin(wheel, own) for wheel in sorted(wheels, key=lambda wheel: wheel.name)), unbuilt
    )


def _pin(wheel: Wheel, own: dict[str, str]) -> Pin:
    if wheel.name in own and Version(wheel.version) == Version(own[wheel.name]):
        return Pin(wheel.name, own[wheel.name], "", "", None, shared=True)
    sha256, size_bytes = wheel.sha256, wheel.size_bytes
    path = local_file(wheel.url)
    if path is not None:
        try:
            sha256, size_bytes = sha256 or sha256_of(path), path.stat().st_size
        except OSError as error:
            reason = error.strerror or error
            raise BadFile(
                "{path} cannot be read ({reason}): mend the index", path=path, reason=reason
            ) from None
    if not sha256:
        raise BadFile(
            "the package index gives no SHA-256 for {name} {version}, which is needed to check it",
            name=wheel.name, version=wheel.version,
        )  # fmt: skip
    return Pin(wheel.name, wheel.version, wheel.url, sha256, size_bytes, shared=False)


def _offered(cache: Path) -> tuple[dict[str, str], Path]:
    """Name -> version of what the studio can share, and a folder of wheels of only their METADATA.

    The folder is kept from one time to the next, as long as the studio's packages are the same.
    """
    packages: dict[str, metadata.Distribution] = {
        canonicalize_name(package.metadata["Name"]): package for package in sharing.distributions()
    }
    own = {name: package.version for name, package in packages.items()}
    key = hashlib.sha256(repr((sys.prefix, sorted(own.items()))).encode()).hexdigest()[:16]
    folder = cache / f"offered-{key}"
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        for old in cache.glob("offered-*"):
            shutil.rmtree(old, ignore_errors=True)
        made = Path(tempfile.mkdtemp(prefix="offering-", dir=cache))
        for name, package in packages.items():
            _write_offer(made, name, package)
        try:
            made.rename(folder)
        except OSError:  # another studio was quicker
            shutil.rmtree(made, ignore_errors=True)
    return own, folder


def _write_offer(folder: Path, name: str, package: metadata.Distribution) -> None:
    stem = f"{name.replace('-', '_')}-{package.version}"
    with zipfile.ZipFile(folder / f"{stem}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"{stem}.dist-info/METADATA", package.read_text("METADATA") or "")
        wheel.writestr(f"{stem}.dist-info/WHEEL", _OFFER)
        wheel.writestr(f"{stem}.dist-info/RECORD", "")
    os.utime(folder / f"{stem}-py3-none-any.whl", (0, 0))
