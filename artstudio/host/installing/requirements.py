"""What a plugin depends on, read without running anything of it."""

from __future__ import annotations

import platform
import tomllib
from typing import TYPE_CHECKING, Any, Final

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name

from artstudio.sdk.errors import ManifestError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_LIMIT_BYTES: Final = 1 << 20
_MAX_REQUIREMENTS: Final = 200


def of_folder(folder: Path) -> tuple[str, ...]:
    """The dependencies in `pyproject.toml`; none where there is no such file.

    Raises:
        ManifestError: the file is damaged, leaves its dependencies to a build tool, asks for another
            Python, or names a package by its address.
    """
    path = folder / "pyproject.toml"
    if not path.is_file():
        return ()
    try:
        if path.stat().st_size > _LIMIT_BYTES:
            raise ManifestError("pyproject.toml is over 1 MiB: shorten it")
        project = tomllib.loads(path.read_text(encoding="utf-8")).get("project", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ManifestError("pyproject.toml cannot be read: {reason}", reason=error) from None
    if not isinstance(project, dict):
        raise ManifestError("pyproject.toml cannot be read: project is no table")
    if "dependencies" in _texts(project.get("dynamic", [])):
        raise ManifestError(
            "pyproject.toml leaves its dependencies to a build tool: its author must list them there"
        )
    _check_python(str(project.get("requires-python", "")))
    return applicable(_texts(project.get("dependencies", [])))


def of_metadata(requires: Iterable[str], requires_python: str, extras: Iterable[str] = ()) -> tuple[str, ...]:
    """The dependencies in a wheel's METADATA, with those of the `extras` asked for. Raises as `of_folder`."""
    _check_python(requires_python)
    return applicable(requires, extras)


def applicable(requires: Iterable[str], extras: Iterable[str] = ()) -> tuple[str, ...]:
    """Those of the requirements that hold on this machine, without markers, and without artstudio itself.

    Raises:
        ManifestError: one is malformed, or names a package by its address.
    """
    found: list[str] = []
    for text in requires:
        try:
            one = Requirement(text)
            holds = one.marker is None or any(one.marker.evaluate({"extra": e}) for e in ("", *extras))
        except (InvalidRequirement, ValueError):
            raise ManifestError("the dependency {text} cannot be read", text=repr(text[:100])) from None
        if one.url is not None:
            raise ManifestError(
                "the dependency {name} is given by its address: only packages of an index are installed",
                name=one.name,
            )
        if holds and canonicalize_name(one.name) != "artstudio":
            one.marker = None
            found.append(str(one))
    if len(found) > _MAX_REQUIREMENTS:
        raise ManifestError("it names over {n} dependencies: it is refused", n=_MAX_REQUIREMENTS)
    return tuple(found)


def _check_python(wanted: str) -> None:
    have = platform.python_version()
    try:
        fits = SpecifierSet(wanted).contains(have, prereleases=True)
    except InvalidSpecifier:
        raise ManifestError("requires-python = {wanted} cannot be read", wanted=repr(wanted[:100])) from None
    if not fits:
        raise ManifestError(
            "it needs Python {wanted}, artstudio runs on {have}: install artstudio with another Python",
            wanted=wanted, have=have,
        )  # fmt: skip


def _texts(value: Any) -> list[str]:
    if not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
        raise ManifestError("pyproject.toml cannot be read: a list of texts is something else")
    return value
