"""Installing, updating and removing plugins: first a plan that changes nothing, then one step that does."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from artstudio.base.atomic import write_bytes
from artstudio.host.installing import consented, requirements, sources, tree
from artstudio.host.installing.found import Broken, Found, look_at_installed
from artstudio.host.installing.pins import Resolution  # dataclasses read their annotations
from artstudio.host.installing.planning import Planner, Prepared
from artstudio.host.installing.records import FACTS_NAME, Facts, Installed
from artstudio.host.installing.store import PLUGIN_NAME, Store
from artstudio.sdk import API_VERSION
from artstudio.sdk.errors import BadFile, InvalidValue, ManifestError, StudioError
from artstudio.sdk.manifest import read_manifest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio.engine.job import Control
    from artstudio.host.installing.building import Confine
    from artstudio.host.installing.environment import Environments
    from artstudio.host.installing.running import Say
    from artstudio.sdk.manifest import PermissionName

_VERSION_NAME: Final = "version"
_DIGITS: Final = 12


def _quiet(_: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class _Needed:
    """What an environment is made of."""

    title: str
    package: str
    """The plugin's own, which no other may bring."""
    resolution: Resolution
    lines: tuple[str, ...]
    consent: tuple[str, ...]


class Installer:
    """Changes what is installed in `store`. Each change takes effect in one step or not at all.

    Args:
        store: The installed plugins.
        environments: Chooses, fetches and installs the packages that plugins stand on.
        builtin: The folder of the plugins that come with the studio; their ids are taken.
        cache: The studio's cache; what it keeps of a plugin goes with the plugin.
        not_enforced: What this system cannot hold plugins to, for the plan.
        confine: How source distributions are built inside the sandbox; None: not at all.
        api: The version of the plugin api that the studio offers.
    """

    def __init__(
        self,
        store: Store,
        environments: Environments,
        *,
        builtin: Path,
        cache: Path | None = None,
        not_enforced: Sequence[str] = (),
        confine: Confine | None = None,
        api: str = API_VERSION,
    ) -> None:
        self.store = store
        self._environments = environments
        self._planner = Planner(store, environments, builtin=builtin, not_enforced=not_enforced, api=api)
        self._cache = cache
        self._confine = confine
        self._api = api

    def plan(self, src: str, *, say: Say = _quiet, control: Control | None = None) -> Prepared:
        """Fetches and looks at the plugin that `src` names; changes nothing and runs none of its code.

        Raises:
            StudioError: it cannot be had, or is refused; the sentence says why.
            Stopped: the artist stopped it.
        """
        return self._planner.prepare(sources.parse(src), say=say, control=control)

    def link(self, folder: Path, *, say: Say = _quiet, control: Control | None = None) -> Prepared:
        """Plans to use a plugin under development where it lies: its code is not copied. Raises as `plan`."""
        if not folder.is_dir():
            raise BadFile("there is no folder {folder}", folder=folder)
        source = sources.Source("folder", str(folder.resolve()))
        return self._planner.prepare(source, say=say, control=control, linked=True)

    def update(self, plugin_id: str, *, say: Say = _quiet, control: Control | None = None) -> Prepared | None:
        """Plans to install what its source holds now; None when that is installed. Raises as `plan`."""
        record = self._record(plugin_id)
        if record.linked is not None:
            raise InvalidValue("{id} is linked to a folder: its changes take effect at once", id=plugin_id)
        prepared = self._planner.prepare(sources.parse(record.source), say=say, control=control)
        if prepared.plan.id == plugin_id and not prepared.plan.is_current:
            return prepared
        prepared.close()
        if prepared.plan.id != plugin_id:
            raise ManifestError(
                "{source} holds {other} by now, not {id}: install that by itself if you want it",
                source=record.source, other=prepared.plan.id, id=plugin_id,
            )  # fmt: skip
        return None

    def commit(
        self,
        prepared: Prepared,
        consent_build: Sequence[str] = (),
        *,
        say: Say = _quiet,
        control: Control | None = None,
    ) -> Found | Broken:
        """Does what the plan says and answers the plugin as it stands then (it may be switched off).

        Killed at any moment, either what was installed before is whole, or what is now.

        Args:
            prepared: The plan; it is spent.
            consent_build: Names of packages that may be built from source, which runs their code.
            say: Is told what is being done.
            control: Stops it until the last moment.

        Raises:
            StudioError: nothing has changed; the sentence says why.
            Stopped: the artist stopped it, and nothing has changed.
        """
        plan, before = prepared.plan, prepared.before
        manifest, consent = prepared.manifest, tuple(consent_build)
        needed = _Needed(plan.title, manifest.package, prepared.resolution, prepared.requirements, consent)
        version = self._with_environment(needed, prepared.folder, say, control)
        if not plan.linked:
            (prepared.folder / PLUGIN_NAME).rename(version / PLUGIN_NAME)
        facts = Facts(
            version=plan.version, digest=plan.digest, source=plan.source, kind=plan.kind, commit=plan.commit,
            url=plan.url, sha256=plan.sha256, signed_by=plan.signed_by, granted=manifest.permissions,
            requirements=prepared.requirements, built=consent,
        )  # fmt: skip
        previous = None
        if before is not None and before.linked is None and not plan.linked:
            previous = before.previous if before.digest == plan.digest else before.current
        changes: dict[str, object] = {
            "previous": previous, "linked": plan.source if plan.linked else None,
            "key": (before and before.key) or plan.signed_by,
        }  # fmt: skip
        self._land(plan.id, version, facts, before, changes)
        return self._standing(plan.id)

    def roll_back(self, plugin_id: str) -> Found | Broken:
        """Goes back to the version before; once more goes forward again.

        Raises:
            StudioError: there is none, or it is not whole any more; nothing has changed.
        """
        with self.store.writing():
            record = self._record(plugin_id)
            if record.previous is None:
                raise InvalidValue("there is no earlier version of {id} to go back to", id=plugin_id)
            folder = self.store.version_folder(record, record.previous)
            facts = Facts.load(folder / FACTS_NAME)
            if tree.digest(folder / PLUGIN_NAME) != facts.digest:
                raise BadFile(
                    "the files of {id} {version} are not those that were installed: install it again",
                    id=plugin_id, version=facts.version,
                )  # fmt: skip
            self.store.save(
                record.now(record.previous, facts, previous=record.current, failures=0, aside=False)
            )
        return self._standing(plugin_id)

    def repair(self, plugin_id: str, *, say: Say = _quiet, control: Control | None = None) -> Found | Broken:
        """Installs the same version anew: its environment, and its files too where they have changed.

        Raises:
            StudioError: its source holds other files by now, or is gone; nothing has changed.
            Stopped: the artist stopped it, and nothing has changed.
        """
        before = self._record(plugin_id)
        with contextlib.ExitStack() as held:
            staging = held.enter_context(self.store.staging())
            lines = before.requirements
            root = staging / PLUGIN_NAME
            if before.linked is not None:
                root = Path(before.linked)
                lines = requirements.of_folder(root)
            else:
                self._lay_again(before, staging, say, control)
            manifest = read_manifest(tree.manifest_folder(root))
            resolution = self._environments.resolve(lines, say=say, control=control)
            needed = _Needed(manifest.title, manifest.package, resolution, lines, before.built)
            version = self._with_environment(needed, staging, say, control)
            if before.linked is None:
                (staging / PLUGIN_NAME).rename(version / PLUGIN_NAME)
            self._land(plugin_id, version, before.facts(), before, {})
        return self._standing(plugin_id)

    def remove(self, plugin_id: str) -> None:
        """Takes a plugin away with its environment and all its versions; models trained with it stay.

        Raises:
            StudioError: it is not installed, or cannot be taken away.
        """
        with self.store.writing():
            if plugin_id not in self.store.ids():
                raise self._unknown(plugin_id)
            self.store.remove(plugin_id)
            self.store.sweep()
        if self._cache is not None:
            (self._cache / "schemas" / f"{plugin_id}.json").unlink(missing_ok=True)

    def enable(self, plugin_id: str) -> None:
        """Switches a plugin on. Raises `StudioError` when it is not installed."""
        self._change(plugin_id, disabled=False)

    def disable(self, plugin_id: str) -> None:
        """Switches a plugin off; it stays installed. Raises `StudioError` when it is not installed."""
        self._change(plugin_id, disabled=True)

    def retry(self, plugin_id: str) -> None:
        """Uses a plugin again that was set aside. Raises `StudioError` when it is not installed."""
        self._change(plugin_id, failures=0, aside=False)

    def permit(self, plugin_id: str, name: PermissionName, allowed: bool) -> None:
        """Switches one of the permissions that were granted off, or on again.

        Raises:
            StudioError: the plugin is not installed, or was never granted that.
        """
        record = self._record(plugin_id)
        if name not in record.granted.names:
            raise InvalidValue("{id} was never allowed {name}", id=plugin_id, name=name)
        revoked = [one for one in record.revoked if one != name]
        self._change(plugin_id, revoked=tuple(revoked if allowed else [*revoked, name]))

    def _lay_again(self, before: Installed, staging: Path, say: Say, control: Control | None) -> None:
        """Lays the very files of what is installed into `staging`/plugin."""
        if self.store.is_whole(before):
            tree.copy(self.store.plugin_root(before), staging / PLUGIN_NAME)
            return
        source = sources.parse(before.source)
        fetched = sources.fetch(source, staging, self._environments, say=say, control=control)
        if tree.digest(fetched.root) != before.digest:
            raise BadFile(
                "{source} holds other files than {id} {version} by now: update it instead",
                source=before.source, id=before.id, version=before.version,
            )  # fmt: skip

    def _with_environment(self, needed: _Needed, staging: Path, say: Say, control: Control | None) -> Path:
        """A new folder in `staging` with the environment in it."""
        resolution = needed.resolution
        names = [name for name in resolution.unbuilt if name not in needed.consent]
        if names:
            raise BadFile(
                "{title} needs {names} built from source, which runs their code: allow that by itself",
                title=needed.title, names=" and ".join(names),
            )  # fmt: skip
        if resolution.unbuilt:
            if self._confine is None:
                raise BadFile("nothing can be built from source here: this system cannot confine it")
            wheels = staging / "built"
            wheels.mkdir()
            resolution = consented.resolve_built(
                resolution, needed.lines, needed.consent, wheels, self._environments, self._confine,
                say=say, control=control,
            )  # fmt: skip
        version = staging / _VERSION_NAME
        version.mkdir()
        self._environments.build(resolution, version, reserved=[needed.package], say=say, control=control)
        return version

    def _land(
        self,
        plugin_id: str,
        version: Path,
        facts: Facts,
        before: Installed | None,
        changes: dict[str, object],
    ) -> None:
        """Makes the staged version the current one."""
        write_bytes(version / FACTS_NAME, facts.to_bytes())
        with self.store.writing():
            self.store.sweep()
            if _what(self._known(plugin_id)) != _what(before):
                raise BadFile("{id} was changed by another window or command: try again", id=plugin_id)
            looked = ""
            if facts.digest:
                looked = tree.fingerprint(version / PLUGIN_NAME)
                if tree.digest(version / PLUGIN_NAME) != facts.digest:
                    raise BadFile(
                        "{id} is refused: its files were swapped after they had been looked at", id=plugin_id
                    )
            name = self.store.add_version(plugin_id, version, f"{facts.version}-{facts.digest[:_DIGITS]}")
            values = {"id": plugin_id} | (dict(before) if before is not None else {})
            values |= dict(facts) | {"current": name, "failures": 0, "aside": False} | changes
            record = Installed.model_validate(values)
            self.store.save(record)
            self.store.note_whole(record, looked)
            self.store.sweep()

    def _change(self, plugin_id: str, **changes: object) -> None:
        with self.store.writing():
            self.store.save(self._record(plugin_id).model_copy(update=changes))

    def _record(self, plugin_id: str) -> Installed:
        record = self.store.record(plugin_id)
        if record is None:
            raise self._unknown(plugin_id)
        return record

    def _known(self, plugin_id: str) -> Installed | None:
        """The record; None where there is none that can be read."""
        try:
            return self.store.record(plugin_id)
        except StudioError:
            return None

    def _standing(self, plugin_id: str) -> Found | Broken:
        return look_at_installed(self.store, plugin_id, self._api)

    def _unknown(self, plugin_id: str) -> InvalidValue:
        known = ", ".join(self.store.ids()) or "none"
        return InvalidValue(
            "{id} is not an installed plugin; installed are: {known}", id=plugin_id, known=known
        )


def _what(record: Installed | None) -> tuple[object, ...] | None:
    """What a plan is made against: how often a plugin failed meanwhile does not count."""
    return None if record is None else (record.current, record.linked, record.key)
