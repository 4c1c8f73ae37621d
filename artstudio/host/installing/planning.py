"""Making a plan: a plugin is fetched, looked at and compared with what is installed; nothing changes."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from packaging.version import InvalidVersion, Version

from artstudio.host.installing import requirements, signing, sources, tree
from artstudio.host.installing.permissions import wishes
from artstudio.host.installing.pins import Resolution  # dataclasses read their annotations
from artstudio.host.installing.plan import Plan, signature_words
from artstudio.host.installing.records import RECORD_NAME, Installed
from artstudio.sdk.errors import BadFile, ManifestError, StudioError
from artstudio.sdk.manifest import MANIFEST_NAME, Manifest, check_api, read_manifest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio.engine.job import Control
    from artstudio.host.installing.environment import Environments
    from artstudio.host.installing.running import Say
    from artstudio.host.installing.store import Store

_TAKEN_PACKAGES: Final = frozenset({"artstudio", *sys.stdlib_module_names})


@dataclass(eq=False)
class Prepared:
    """A plan and what was fetched for it; use it with `with`, or `close` it: its files go away then."""

    plan: Plan
    folder: Path
    """In staging."""
    requirements: tuple[str, ...]
    resolution: Resolution
    manifest: Manifest
    before: Installed | None
    """What was installed under its id when the plan was made."""
    _held: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    def close(self) -> None:
        """Throws away what is left of it."""
        self._held.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


class Planner:
    """Makes plans against what is installed in `store`; the arguments are those of `Installer`."""

    def __init__(
        self,
        store: Store,
        environments: Environments,
        *,
        builtin: Path,
        not_enforced: Sequence[str],
        api: str,
    ) -> None:
        self._store = store
        self._environments = environments
        self._builtin = builtin
        self._not_enforced = tuple(not_enforced)
        self._api = api

    def prepare(
        self, source: sources.Source, *, say: Say, control: Control | None, linked: bool = False
    ) -> Prepared:
        """Fetches the plugin and makes the plan; a `linked` one is looked at where it lies.

        Raises:
            StudioError: it cannot be had, or is refused; the sentence says why.
            Stopped: the artist stopped it.
        """
        with contextlib.ExitStack() as held:
            staging = held.enter_context(self._store.staging())
            if linked:
                root = Path(source.place)
                fetched = sources.Fetched(root, requirements.of_folder(root), 0)
            else:
                fetched = sources.fetch(source, staging, self._environments, say=say, control=control)
            folder = tree.manifest_folder(fetched.root)
            manifest = read_manifest(folder)
            check_api(manifest, self._api)
            self._check_id(manifest, folder)
            _check_package(manifest, folder)
            warnings: list[str] = []
            before = self._before(manifest, warnings)
            pinned = before.key if before is not None else None
            signed_by = None
            if not linked:
                signed_by = signing.verify(folder)
                _check_key(manifest, signed_by, pinned)
            digest = "" if linked else tree.digest(fetched.root)
            say("choosing versions of what it depends on")
            resolution = self._environments.resolve(fetched.requirements, say=say, control=control)
            plan = Plan(
                id=manifest.id, title=manifest.title, summary=manifest.summary, version=manifest.version,
                from_version=None if before is None else before.version, source=source.spelled,
                kind=source.kind, linked=linked, digest=digest, sha256=fetched.sha256, commit=fetched.commit,
                url=fetched.url, size_bytes=fetched.size_bytes, signed_by=signed_by,
                signature=signature_words(signed_by, pinned), licence=manifest.licence,
                permissions=wishes(manifest.permissions, None if before is None else before.granted),
                packages=resolution.pins, unbuilt=resolution.unbuilt, warnings=tuple(warnings),
                not_enforced=self._not_enforced,
                is_current=before is not None and not linked and before.digest == digest,
            )  # fmt: skip
            kept = held.pop_all()
            return Prepared(plan, staging, fetched.requirements, resolution, manifest, before, kept)

    def _before(self, manifest: Manifest, warnings: list[str]) -> Installed | None:
        try:
            before = self._store.record(manifest.id)
        except StudioError:
            warnings.append("what was written down about the version before cannot be read, its key neither")
            return None
        if before is None:
            return None
        if before.disabled:
            warnings.append("it is switched off and stays so until you switch it on")
        with contextlib.suppress(InvalidVersion):
            if Version(manifest.version) < Version(before.version):
                warnings.append(f"this is older than the version {before.version} that is installed")
        return before

    def _check_id(self, manifest: Manifest, folder: Path) -> None:
        for root, sentence in (
            (self._builtin, "{title} is refused: {id} is a plugin of the studio itself"),
            (self._store.root, "another plugin with the id {id} lies in {folder}: remove that first"),
        ):
            for other in (path.parent for path in root.glob(f"*/{MANIFEST_NAME}")):
                if (other / RECORD_NAME).is_file() or other.resolve() == folder.resolve():
                    continue
                try:
                    taken = read_manifest(other).id
                except ManifestError:
                    continue
                if taken == manifest.id:
                    raise ManifestError(sentence, title=manifest.title, id=manifest.id, folder=other)


def _check_package(manifest: Manifest, folder: Path) -> None:
    package = manifest.package
    beside = (folder / package).is_dir() or (folder / f"{package}.py").is_file()
    if not beside and folder.name != package:
        raise ManifestError(
            "{title} cannot work: it has no package {package}, which its manifest names",
            title=manifest.title, package=package,
        )  # fmt: skip
    if package in _TAKEN_PACKAGES:
        raise ManifestError(
            "{title} is refused: its package {package} has the name of one of Python's or the studio's",
            title=manifest.title, package=package,
        )  # fmt: skip


def _check_key(manifest: Manifest, signed_by: str | None, pinned: str | None) -> None:
    if pinned is None or signed_by == pinned:
        return
    if signed_by is None:
        raise BadFile(
            "{title} {version} is refused: it is unsigned, what is installed was signed by {pinned}; "
            "if its author says that this is right, remove the plugin first",
            title=manifest.title, version=manifest.version, pinned=pinned[:16],
        )  # fmt: skip
    raise BadFile(
        "{title} {version} is refused: it is signed by {key}, what is installed by {pinned}; "
        "if its author says that the key has changed, remove the plugin first",
        title=manifest.title, version=manifest.version, key=signed_by[:16], pinned=pinned[:16],
    )  # fmt: skip
