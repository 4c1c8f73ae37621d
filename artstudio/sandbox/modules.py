"""The few packages of the studio that a worker can import, one by one instead of a whole folder of them."""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from types import ModuleType


class Chosen(MetaPathFinder):
    """Finds modules by full name: `places` maps it to a package's folder or a module's file.

    `metadata` are the `*.dist-info` folders that `importlib.metadata` shall know.
    """

    def __init__(self, places: Mapping[str, str], metadata: Iterable[str]) -> None:
        self._places = dict(places)
        self._metadata = tuple(metadata)

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,  # noqa: ARG002  # the interface's
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """The spec of a chosen module; None leaves the name to the finders behind."""
        place = self._places.get(fullname)
        if place is None:
            return None
        found = Path(place)
        if found.is_dir() and not (found / "__init__.py").is_file():
            # It has no __init__.py, or only an extension module of that name: as the usual finder sees it.
            return PathFinder.find_spec(fullname, [str(found.parent)])
        if found.is_dir():
            return spec_from_file_location(
                fullname, found / "__init__.py", submodule_search_locations=[str(found)]
            )
        return spec_from_file_location(fullname, found)

    def find_distributions(self, context: Any = None) -> Iterable[Any]:
        """What `importlib.metadata` asks for."""
        from importlib.metadata import PathDistribution

        name = getattr(context, "name", None)
        wanted = None if name is None else name.lower().replace("-", "_").replace(".", "_")
        for folder in self._metadata:
            stem = Path(folder).name.partition("-")[0].lower().replace(".", "_")
            if wanted is None or stem == wanted:
                yield PathDistribution(Path(folder))


def install(sdk: Path, places: Mapping[str, str], metadata: Iterable[str], path: Iterable[str]) -> None:
    """Makes importable `artstudio.sdk` (in the folder `sdk`), nothing else of artstudio, `places` and `path`.

    The standard library and what lies in `path` come first: a shared package never hides one of those.
    """
    for name in [name for name in sys.modules if name.partition(".")[0] == "artstudio"]:
        del sys.modules[name]
    sys.path[:] = [entry for entry in sys.path if entry and Path(entry) != sdk.parents[1]] + list(path)
    sys.meta_path.insert(0, _Root(sdk))
    sys.meta_path.append(Chosen(places, metadata))
    sys.path_importer_cache.clear()


class _Root(MetaPathFinder):
    """`artstudio` as a package that holds nothing but `sdk`, before anything that calls itself so."""

    def __init__(self, sdk: Path) -> None:
        self._sdk = sdk

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,  # noqa: ARG002  # the interface's
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """The spec of `artstudio` and `artstudio.sdk`."""
        if fullname == "artstudio":
            file = self._sdk.parent / "__init__.py"
            spec = spec_from_file_location(fullname, file, submodule_search_locations=[])
            if spec is not None:
                spec.submodule_search_locations = []  # given an empty list, Python puts the file's folder in
            return spec
        if fullname == "artstudio.sdk":
            file = self._sdk / "__init__.py"
            return spec_from_file_location(fullname, file, submodule_search_locations=[str(self._sdk)])
        return None
