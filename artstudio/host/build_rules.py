"""How code of strangers is started that is no worker: under a worker's rules, without any permission."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from artstudio.host.confinement import rules_for
from artstudio.host.grants import Grants
from artstudio.host.launching import launched

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from artstudio.host.installing.sharing import Shared


def in_sandbox(
    script: Path,
    arguments: Sequence[str],
    *,
    read: Sequence[Path],
    write: Sequence[Path],
    path: Sequence[Path],
    shared: Shared,
) -> list[str]:
    """See `building.Confine`."""
    lent = [*shared.modules.values(), *shared.libraries, *shared.metadata]
    grants = Grants(frozenset([*read, *path, *lent]), frozenset(write[1:]))
    rules = replace(
        rules_for(None, write[0], grants),
        path=tuple(str(place) for place in path),
        modules=tuple((name, str(place)) for name, place in shared.modules.items()),
        metadata=tuple(str(place) for place in shared.metadata),
    )
    return launched(rules, str(script), *arguments)
