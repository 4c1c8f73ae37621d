"""Packages without a wheel, built because the artist said so for each by name: their code runs, confined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artstudio.host.installing.building import build_wheel
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
    resolution: Resolution,
    needed: Sequence[str],
    consent: Sequence[str],
    folder: Path,
    environments: Environments,
    confine: Confine,
    *,
    say: Say,
    control: Control | None,
) -> Resolution:
    """Builds wheels in the empty `folder` of what `resolution` left unbuilt, and chooses versions with them.

    What they need in turn may have no wheel either: it is built too where `consent` names it. `needed` is
    what the plugin depends on. The wheels must stay where they are until they are installed.

    Raises:
        StudioError: one is not among `consent`, cannot be had or built, or they do not go together.
        Stopped: the artist stopped it.
    """
    built: set[str] = set()
    while resolution.unbuilt:
        for name in resolution.unbuilt:
            if name not in consent or name in built:
                raise BadFile("{name} would have to be built from source too: allow that as well", name=name)
            source = environments.source(name, needed)
            build_wheel(source, folder, environments, confine, say=say, control=control)
            built.add(name)
        resolution = environments.resolve(needed, wheels=folder, say=say, control=control)
    return resolution
