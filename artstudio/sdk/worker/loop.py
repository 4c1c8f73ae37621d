"""The worker's main loop: one request at a time, its generator driven on the main thread.

A second thread reads the connection, so that cancel and pause are noticed at the next `yield` and a
vanished host ends the process even when plugin code never yields.
"""

from __future__ import annotations

import os
import queue
import shutil
import tempfile
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from artstudio.sdk import API_VERSION
from artstudio.sdk.errors import OutOfDeviceMemory, PluginFailed, StudioError
from artstudio.sdk.events import Event, Notice
from artstudio.sdk.plugin import Plugin, Run, TrainRun
from artstudio.sdk.schema import PluginSchema
from artstudio.sdk.worker.events import EventSender
from artstudio.sdk.worker.loading import call, evaluation_of, load_plugin
from artstudio.sdk.worker.messages import (
    PROTOCOL,
    Act,
    BadMessage,
    Describe,
    Described,
    Ended,
    Evaluate,
    FromHost,
    Hello,
    Parcel,
    Probe,
    Steer,
    Taken,
    Train,
    Warm,
    receive_from_host,
    send,
)
from artstudio.sdk.worker.parcel import Box
from artstudio.sdk.worker.probe import probe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from artstudio.sdk.media import Media

_FAULT = "{plugin} failed in its own code: {kind}: {reason}"
_FORBIDDEN = "{plugin} was stopped: it tried what it has no permission for ({reason})"
# After running out of accelerator memory: once more in smaller pieces, then on the CPU.
_ATTEMPTS = ((1.0, False), (0.5, False), (1.0, True))


class Worker:
    """Serves one plugin over one connection."""

    def __init__(self, connection: Connection, folder: Path, plugin: Path, entry: str) -> None:
        self._connection = connection
        self._box = Box(folder, "w")
        self._sender = EventSender(connection, self._box)
        self._folder = plugin
        self._entry = entry
        self._plugin: Plugin | None = None
        self._schema = PluginSchema()
        self._requests: queue.SimpleQueue[FromHost] = queue.SimpleQueue()
        self._cancelled = threading.Event()
        self._may_go_on = threading.Event()
        self._may_go_on.set()

    def serve(self) -> None:
        """Answers requests until the host closes the connection; never returns."""
        send(self._connection, Hello(protocol=PROTOCOL, api=API_VERSION))
        threading.Thread(target=self._read, name="wire", daemon=True).start()
        while True:
            request = self._requests.get()
            ended = self._answer(request)
            try:
                send(self._connection, ended)
            except BadMessage:
                send(self._connection, _failed(StudioError("the plugin failed and cannot say why"), ""))

    def _read(self) -> None:
        try:
            while True:
                message = receive_from_host(self._connection)
                if isinstance(message, Taken):
                    self._sender.taken()
                elif not isinstance(message, Steer):
                    # What steered the request before may have come when that had just ended.
                    self._cancelled.clear()
                    self._may_go_on.set()
                    self._requests.put(message)
                elif message.to == "pause":
                    self._may_go_on.clear()
                else:
                    if message.to == "cancel":
                        self._cancelled.set()
                    self._may_go_on.set()
        except (EOFError, OSError):
            os._exit(0)  # the host is gone, and plugin code may be deep in a computation

    def _answer(self, request: FromHost) -> Ended:
        try:
            ended = self._work(request)
            self._sender.flush()
            return ended
        except StudioError as error:
            return _failed(error, "")
        except MemoryError:
            return _failed(
                StudioError("the machine's memory is full: close something or choose a smaller size"), ""
            )
        except BaseException as error:  # noqa: BLE001  # plugin code may raise anything, SystemExit included
            forbidden = isinstance(error, PermissionError)
            kind, reason = type(error).__name__, str(error)[:300]
            # what was not granted is no fault of its code, and does not count as one
            made, template = (StudioError, _FORBIDDEN) if forbidden else (PluginFailed, _FAULT)
            # the host puts the plugin's title in
            sentence = made(template, plugin="the plugin", kind=kind, reason=reason)
            return _failed(sentence, traceback.format_exc())

    def _work(self, request: FromHost) -> Ended:
        match request:
            case Describe():
                self._loaded()
                send(self._connection, Described(name=self._box.put(self._schema.model_dump(mode="json"))))
            case Probe():
                send(self._connection, probe())
            case Warm():
                self._loaded().warm(
                    Run(request.seed, request.device, _path(request.model), threads=request.threads)
                )
            case Act():
                return self._act(request)
            case Train():
                plugin = self._loaded()
                method = getattr(plugin, self._schema.training(request.task).method)
                return self._drive(call(method, self._train_run(request), request.params))
            case Evaluate():
                return self._drive(evaluation_of(self._loaded())(self._train_run(request)))
        return Ended(outcome="done")

    def _act(self, request: Act) -> Ended:
        plugin = self._loaded()
        schema = self._schema.action(request.action)
        method = getattr(plugin, schema.method)
        media = {name: self._unpacked(parcel) for name, parcel in request.media.items()}
        for entry in schema.inputs:
            if isinstance(given := media.get(entry.name), list):
                entry.check_number(len(given))
        for shrink, on_cpu in _ATTEMPTS:
            device = "cpu" if on_cpu else request.device
            scratch = Path(tempfile.mkdtemp(prefix="scratch", dir=self._box.folder))
            run = Run(request.seed, device, _path(request.model), scratch, request.threads, shrink)
            try:
                return self._drive(call(method, run, request.params, media))
            except OutOfDeviceMemory:
                if self._sender.outputs or request.device == "cpu" or on_cpu:
                    raise
                where = "in smaller pieces" if shrink == 1.0 else "on the CPU"
                self._sender.send(Notice(f"The memory of {request.device} is full: trying again {where}."))
            finally:
                shutil.rmtree(scratch, ignore_errors=True)
        raise AssertionError("the last attempt returns or raises")

    def _drive(self, events: Iterator[Event]) -> Ended:
        self._sender.begin()
        try:
            for event in events:
                self._sender.send(event)
                self._may_go_on.wait()
                if self._cancelled.is_set():
                    return Ended(outcome="cancelled")
        finally:
            close = getattr(events, "close", None)
            if close is not None:
                close()
        return Ended(outcome="done")

    def _loaded(self) -> Plugin:
        if self._plugin is None:
            self._plugin, self._schema = load_plugin(self._folder, self._entry)
        return self._plugin

    def _unpacked(self, parcel: Parcel | list[Parcel] | None) -> Media | list[Media] | None:
        if isinstance(parcel, list):
            return [self._box.unpack(one) for one in parcel]
        return None if parcel is None else self._box.unpack(parcel)

    def _train_run(self, request: Train | Evaluate) -> TrainRun:
        return TrainRun(
            seed=request.seed,
            data=tuple(Path(path) for path in request.data),
            folder=Path(request.folder),
            base=_path(request.base),
            resume=request.resume if isinstance(request, Train) else False,
            seconds=request.seconds if isinstance(request, Train) else None,
            device=request.device,
            threads=request.threads,
        )


def _path(text: str | None) -> Path | None:
    return None if text is None else Path(text)


def _failed(error: StudioError, detail: str) -> Ended:
    values = {name: value[:2000] for name, value in error.values.items()}
    return Ended(
        outcome="failed",
        error=type(error).__name__,
        template=error.template[:2000],
        values=values,
        detail=detail[-8000:],
    )
