"""Packages without a wheel, built because the artist said so for each by name: their code runs, confined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from artstudio.host.installing.building import build_wheel
from artstudio.host.installing.sdists import find_sdist
from artstudio.sdk.errors import BadFile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from artstudio.engine.job import Control
    from artstudio.host.installing.building import Confine
    from artstudio.host.installing.environment import Environments
    from artstudio.host.installing.pins import Resolution
    from artstudio.host.installing.running import Say


def resolve_built(
    unbuilt: Sequence[str],
    needed: Sequence[str],
    folder: Path,
    environments: Environments,
    confine: Confine,
    *,
    say: Say,
    control: Control | None,
) -> Resolution:
    """Builds wheels of the packages `unbuilt` in the empty `folder` and chooses versions with them.

    `needed` is what the plugin depends on. The wheels must stay where they are until they are installed.

    Raises:
        StudioError: one cannot be had or built, or they do not go together.
        Stopped: the artist stopped it.
    """
    ranges = {canonicalize_name(one.name): one.specifier for one in map(Requirement, needed)}
    for name in unbuilt:
        source = find_sdist(name, ranges.get(canonicalize_name(name), SpecifierSet()), environments.indexes)
        if source is None:
            raise BadFile("the package index has neither a wheel nor a source of {name}", name=name)
        build_wheel(source, folder, environments, confine, say=say, control=control)
    resolution = environments.resolve(needed, wheels=folder, say=say, control=control)
    if resolution.unbuilt:
        raise BadFile(
            "{names} would have to be built from source too: allow that as well",
            names=" and ".join(resolution.unbuilt),
        )
    return resolution
