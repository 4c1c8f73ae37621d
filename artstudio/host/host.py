"""The model host: everything the studio asks of plugins."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections import deque
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from artstudio.base.settings import PluginSettings
from artstudio.engine.devices import CPU, Device
from artstudio.engine.job import Control, Crashed
from artstudio.host.discovery import Broken, Found, find_plugins
from artstudio.host.grants import NOTHING, Bounds, Grants
from artstudio.host.installing.store import Store
from artstudio.host.judging import judged
from artstudio.host.pool import Pool
from artstudio.host.schemas import Schemas, code_key, read_schema
from artstudio.sdk import API_VERSION
from artstudio.sdk.errors import ManifestError, StudioError
from artstudio.sdk.events import Checkpoint
from artstudio.sdk.worker.messages import (
    Act,
    Evaluate,
    FromHost,
    Parcel,
    Probe,
    Probed,
    Train,
    Warm,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from artstudio.host.models import ModelShelf
    from artstudio.host.process import WorkerProcess
    from artstudio.host.requests import EvaluateRequest, RunRequest, TrainRequest
    from artstudio.sdk.events import Event
    from artstudio.sdk.media import Media
    from artstudio.sdk.schema import PluginSchema

# A training writes its state when it is stopped, so it gets longer than an action.
TRAINING_GRACE_S = 20.0
MEMORY_SHARE = 0.75
# Where none of these exist on Linux there is no accelerator, and asking torch would cost seconds.
_LINUX_ACCELERATORS = ("/dev/nvidiactl", "/dev/kfd", "/dev/dxg")


class Host:
    """Plugins found in `builtin` and `user`, and their workers.

    Schemas are cached in `cache`. An idle worker is unloaded after `idle_s` seconds (0: never). `own`
    answers, by plugin id, what is set for one plugin alone. Safe to use from several threads.
    """

    def __init__(
        self,
        builtin: Path,
        user: Path,
        cache: Path,
        shelf: ModelShelf,
        *,
        idle_s: float = 600.0,
        own: Callable[[str], PluginSettings] | None = None,
        memory_limit_bytes: int | None = None,
        disk_limit_bytes: int = 16 * 2**30,
        thread_limit: int = 512,
        idle_cpu_s: float = 5.0,
        packages: bool = True,
        third_party: bool = True,
        confine: bool = True,
    ) -> None:
        self._places = (builtin, user)
        self._packages = packages
        self.shelf = shelf
        memory_bytes = memory_limit_bytes or int(psutil.virtual_memory().total * MEMORY_SHARE)
        self._bounds = Bounds(memory_bytes, disk_limit_bytes, thread_limit, idle_cpu_s)
        self._own = own or (lambda _plugin_id: PluginSettings())
        self._third_party = third_party
        self._confine = confine
        self._logs: dict[str, deque[str]] = {}
        # the convention by which a machine shared with others says how much of it is ours
        said = os.environ.get("OMP_NUM_THREADS", "").partition(",")[0]
        self._cores = (int(said) if said.isdecimal() else 0) or os.cpu_count() or 1
        self._pool = Pool(self._seated, idle_s, self._own_idle_s)
        self._seated_as: dict[str, object] = {}  # what the worker of a plugin was started from, by id
        self._used_on: dict[str, str] = {}
        self._schemas = Schemas(cache / "schemas", read_schema)
        self._plugins: list[Found | Broken] | None = None
        self._devices: list[Device] | None = None
        self._lock = threading.Lock()

    def plugins(self) -> list[Found | Broken]:
        """All plugins by id, the broken ones with their reasons."""
        known = self._plugins
        if known is None:
            known = self._plugins = find_plugins(
                *self._places, API_VERSION, packages=self._packages, third_party=self._third_party
            )
        return list(known)

    def rescan(self) -> None:
        """Looks for plugins anew: call it off the window's thread.

        A worker whose plugin has other code or other permissions by now, or is gone, ends: at once when it
        is idle, else when its job has ended.
        """
        self._plugins = None
        now = {entry.id: entry for entry in self.plugins() if isinstance(entry, Found)}
        for plugin_id in self._pool.started():
            plugin = now.get(plugin_id)
            if plugin is None or _stamp(plugin) != self._seated_as.get(plugin_id):
                self._pool.retire(plugin_id)

    def found(self, plugin_id: str) -> Found:
        """The usable plugin with this id.

        Raises:
            ManifestError: it is unknown (the sentence lists the known ones) or broken (and why).
        """
        # Of several with one id, the usable one.
        entries = {entry.id: entry for entry in sorted(self.plugins(), key=_usable)}
        entry = entries.get(plugin_id)
        if entry is None:
            known = ", ".join(entries) or "none"
            raise ManifestError("there is no plugin {id}; known are: {known}", id=plugin_id, known=known)
        if isinstance(entry, Broken):
            raise ManifestError("the plugin {id} cannot be used: {reason}", id=plugin_id, reason=entry.reason)
        return entry

    def schema(self, plugin_id: str) -> PluginSchema:
        """What the plugin can do; starts a worker only when its code has never been seen.

        Raises:
            StudioError: the plugin is unknown or broken.
        """
        return self._schemas.of(self.found(plugin_id))

    def run(self, request: RunRequest, control: Control) -> Generator[Event, None, None]:
        """Runs an action in the plugin's worker and yields its events.

        Raises:
            StudioError: the plugin failed; `Crashed` when its worker ended.
        """
        plugin = self.found(request.plugin)
        model = request.model or self.shelf.starter(plugin)

        def act(worker: WorkerProcess) -> FromHost:
            media = {name: _packed(worker, value) for name, value in request.media.items()}
            return Act(
                action=request.action,
                media=media,
                params=dict(request.params),
                seed=request.seed,
                device=request.device,
                threads=request.threads or self._cores,
                model=None if model is None else str(model),
            )

        reached = {found.folder for found in self.shelf.models(plugin) if not found.elsewhere}
        further = {model.absolute()} if model is not None and model not in reached else set()
        further |= set(self.schema(request.plugin).action(request.action).files_of(request.params).values())

        def events() -> Iterator[Event]:
            with self._pool.worker(plugin, control, Grants(read=frozenset(further))) as worker:
                if worker is not None:
                    yield from worker.ask(act(worker), control)

        self._used_on[plugin.id] = request.device
        yield from self._judged(events(), plugin, control)

    def train(self, request: TrainRequest, control: Control) -> Iterator[Event]:
        """Trains in a worker of its own at low priority. Raises as `run`."""
        request.folder.mkdir(parents=True, exist_ok=True)
        message = Train(
            task=request.task,
            params=dict(request.params),
            seed=request.seed,
            data=_absolute(request.data),
            base=None if request.base is None else str(request.base.absolute()),
            folder=str(request.folder.absolute()),
            resume=request.resume,
            seconds=request.seconds,
            device=request.device,
            threads=self._cores,
        )
        plugin = self.found(request.plugin)
        grants = _grants(*request.data, request.base, write=request.folder)
        events = self._alone(plugin, lambda _: message, control, grants, TRAINING_GRACE_S, background=True)
        self._used_on[plugin.id] = request.device
        for event in self._judged(events, plugin, control):
            if isinstance(event, Checkpoint) and not _within(event.folder, request.folder):
                title = plugin.manifest.title
                raise Crashed("{plugin} named a model outside its folder; nothing was taken", plugin=title)
            yield event

    def evaluate(self, request: EvaluateRequest, control: Control) -> Iterator[Event]:
        """Judges a model in a worker of its own. Raises as `run`."""
        plugin = self.found(request.plugin)
        model = request.model or self.shelf.starter(plugin)
        message = Evaluate(
            data=_absolute(request.data),
            folder=str(request.folder.absolute()),
            device=request.device,
            base=None if model is None else str(model.absolute()),
            threads=self._cores,
        )
        grants = _grants(*request.data, model, write=request.folder)
        yield from self._alone(plugin, lambda _: message, control, grants)

    def warm(self, plugin_id: str, device: str, control: Control) -> Iterator[Event]:
        """Starts the plugin's worker and loads its starter model, so that the next job begins at once."""
        plugin = self.found(plugin_id)
        model = self.shelf.starter(plugin)
        message = Warm(device=device, model=None if model is None else str(model), threads=self._cores)
        with self._pool.worker(plugin, control) as worker:
            if worker is not None:
                yield from worker.ask(message, control)

    def is_warm(self, plugin_id: str) -> bool:
        """Whether the plugin's worker is started."""
        return self._pool.ready(plugin_id)

    def unload(self, plugin_id: str) -> bool:
        """Ends the plugin's worker and returns its memory; False while it works."""
        return self._pool.unload(plugin_id)

    def unload_idle_after(self, idle_s: float) -> None:
        """How long workers wait from their next request on (0: for ever)."""
        self._pool.idle_s = idle_s

    def used_on(self, plugin_id: str) -> str:
        """The device of the plugin's last job; "" where it has had none."""
        return self._used_on.get(plugin_id, "")

    def memory_bytes(self) -> dict[str, int]:
        """Resident memory of the started workers by plugin id."""
        return self._pool.memory_bytes()

    def log(self, plugin_id: str) -> str:
        """The last lines that the plugin's workers printed, ended ones too."""
        return "\n".join(self._logs.get(plugin_id, ()))

    def devices(self) -> list[Device]:
        """The CPU and every accelerator torch can use. Slow the first time where there may be one."""
        with self._lock:
            if self._devices is None:
                self._devices = [CPU, *self._probed()]
            return list(self._devices)

    def close(self) -> None:
        """Ends all workers."""
        self._pool.close()

    def _judged(
        self, events: Iterator[Event], plugin: Found, control: Control
    ) -> Generator[Event, None, None]:
        def look_anew() -> None:
            self._plugins = None

        yield from judged(events, plugin, Store(self._places[1]), control, look_anew)

    def _seated(self, plugin: Found, grants: Grants) -> WorkerProcess:
        self._seated_as[plugin.id] = _stamp(plugin)
        return self._start(plugin, grants)

    def _own_idle_s(self, plugin_id: str) -> float | None:
        minutes = self._own(plugin_id).unload_minutes
        return None if minutes is None else minutes * 60

    def _own_bounds(self, plugin_id: str) -> Bounds:
        gib = self._own(plugin_id).memory_gib
        return self._bounds if gib is None else replace(self._bounds, memory_bytes=int(gib * 2**30))

    def _start(self, plugin: Found, grants: Grants = NOTHING, *, background: bool = False) -> WorkerProcess:
        from artstudio.host.process import LOG_LINES, WorkerProcess  # not at the window's start

        return WorkerProcess(
            plugin,
            threads=self._cores,
            bounds=self._own_bounds(plugin.id),
            grants=grants,
            models=self.shelf.folders(plugin),
            background=background,
            confine=self._confine,
            log=self._logs.setdefault(plugin.id, deque(maxlen=LOG_LINES)),
        )

    def _alone(
        self,
        plugin: Found,
        request: Callable[[WorkerProcess], FromHost],
        control: Control,
        grants: Grants,
        grace_s: float | None = None,
        *,
        background: bool = False,
    ) -> Iterator[Event]:
        worker = self._start(plugin, grants, background=background)
        try:
            yield from worker.ask(request(worker), control, grace_s)
        finally:
            worker.close()

    def _probed(self) -> list[Device]:
        if sys.platform == "linux" and not any(Path(path).exists() for path in _LINUX_ACCELERATORS):
            return []
        from artstudio.host.process import WorkerProcess

        try:
            worker = WorkerProcess(None, threads=1, bounds=self._bounds, confine=self._confine)
        except Crashed:
            return []
        try:
            for message in worker.ask(Probe(), Control()):
                if isinstance(message, Probed):
                    return [Device(d.name, d.title, d.memory_bytes) for d in message.devices]
        except StudioError:
            pass  # a broken GPU driver leaves the CPU
        finally:
            worker.close()
        return []


def _usable(entry: Found | Broken) -> bool:
    return isinstance(entry, Found)


def _stamp(plugin: Found) -> object:
    """Differs where a worker that was started for the plugin before is of no use any more."""
    with contextlib.suppress(OSError):
        return plugin.folder, plugin.permissions, plugin.environment, code_key(plugin.folder)
    return object()


def _packed(worker: WorkerProcess, value: Media | list[Media] | None) -> Parcel | list[Parcel] | None:
    if isinstance(value, list):
        return [worker.box.pack(one) for one in value]
    return None if value is None else worker.box.pack(value)


def _grants(*read: Path | None, write: Path) -> Grants:
    return Grants(
        frozenset(path.absolute() for path in read if path is not None), frozenset({write.absolute()})
    )


def _within(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _absolute(paths: tuple[Path, ...]) -> tuple[str, ...]:
    return tuple(str(path.absolute()) for path in paths)
