"""One worker process: started, talked to, watched and, when needed, killed."""

from __future__ import annotations

import contextlib
import shutil
import string
import subprocess
import threading
import time
from collections import deque
from multiprocessing import Pipe
from typing import TYPE_CHECKING, Any, Literal, NoReturn

import psutil

from artstudio.base.scratch import scratch_folder
from artstudio.engine.job import Control, Crashed
from artstudio.host.confinement import rules_for
from artstudio.host.grants import NOTHING, Bounds, Grants
from artstudio.host.inbox import Inbox
from artstudio.host.launching import start_worker
from artstudio.host.spawner import spawn
from artstudio.host.watch import Watch
from artstudio.sandbox import windows
from artstudio.sdk import errors as sentences
from artstudio.sdk.errors import InvalidValue, PluginFailed, StudioError
from artstudio.sdk.worker.events import received
from artstudio.sdk.worker.messages import (
    PROTOCOL,
    BadMessage,
    Described,
    Ended,
    FromHost,
    Hello,
    Probed,
    Sent,
    Steer,
    Taken,
    send,
)
from artstudio.sdk.worker.parcel import Box

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path

    from artstudio.host.discovery import Found
    from artstudio.sdk.events import Event

START_TIMEOUT_S = 60.0
CANCEL_GRACE_S = 2.0
POLL_S = 0.02
LOG_LINES = 400
# A plugin that prints without end waits in its pipe, too.
LOG_BYTES_PER_S = 4 * 2**20
# More than any honest plugin sends (the worker merges to 30 a second): a flood waits in its pipe.
MESSAGES_PER_S = 500


class WorkerProcess:
    """A worker for one plugin (or, without one, for probing devices). Used by one thread at a time."""

    def __init__(
        self,
        plugin: Found | None,
        *,
        threads: int,
        bounds: Bounds,
        grants: Grants = NOTHING,
        models: tuple[Path, ...] = (),
        background: bool = False,
        confine: bool = True,
        log: deque[str] | None = None,
    ) -> None:
        self._name = plugin.manifest.title if plugin else "the device probe"
        self.grants = grants
        self._folder = scratch_folder()
        self.box = Box(self._folder, "h")
        self._log: deque[str] = deque(maxlen=LOG_LINES) if log is None else log
        self._ended = threading.Event()
        ours, theirs = Pipe(duplex=True)
        self._connection: Connection = ours
        self._inbox = Inbox(ours)
        entry = (str(plugin.folder), plugin.manifest.entry) if plugin else ("-", "-")
        rules = rules_for(plugin, self._folder, grants, models, confine=confine)
        try:
            self._job = windows.Job(bounds.memory_bytes)
            self._process = spawn(
                lambda: start_worker(theirs, self._folder, entry, rules, threads, background=background)
            )
        except OSError as error:
            self._clean_up()
            raise Crashed("{plugin} cannot be started: {reason}", plugin=self._name, reason=error) from None
        finally:
            theirs.close()
        with contextlib.suppress(OSError):
            self._job.hold(int(getattr(self._process, "_handle", 0)))
        self._reader = threading.Thread(target=self._read_log, name="worker log", daemon=True)
        self._reader.start()
        self._watch: Watch | None = None
        with contextlib.suppress(psutil.Error):  # it may have ended already, which greeting it will tell
            self._watch = Watch(self.pid, (self._folder, *sorted(grants.write)), bounds, self._broke)
        self._greet()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    @property
    def log(self) -> str:
        """The last lines that the worker printed."""
        return "\n".join(self._log)

    def memory_bytes(self) -> int:
        """Resident memory; 0 once it has ended."""
        return self._watch.memory_bytes() if self._watch else 0

    def ask(self, request: FromHost, control: Control, grace_s: float | None = None) -> Iterator[Event | Any]:
        """Sends one request and yields its events until it has ended.

        Described schemas and probed devices are yielded as their messages. After a cancel, and when the
        generator is closed, the worker has `grace_s` (None: two seconds) to obey, then it is killed.

        Raises:
            StudioError: the plugin reported a failure.
            Crashed: the process ended, broke the protocol or outgrew its memory.
        """
        if self._watch is not None:
            self._watch.working(True)
        self._send(request)
        steered = "resume"
        tokens, refilled_s = float(MESSAGES_PER_S), time.monotonic()
        finished = False
        try:
            while not control.cancelled:
                now = time.monotonic()
                want: Literal["pause", "resume"] = "pause" if control.paused else "resume"
                if want != steered:
                    self._send(Steer(to=want))
                    steered = want
                tokens = min(float(MESSAGES_PER_S), tokens + (now - refilled_s) * MESSAGES_PER_S)
                refilled_s = now
                if tokens < 1:
                    control.wait_cancelled(POLL_S)  # the pipe fills and the worker waits
                    continue
                message = self._receive(POLL_S)
                if message is None:
                    continue
                tokens -= 1
                match message:
                    case Sent():
                        yield self._event(message)
                        self._took(message)
                    case Described() | Probed():
                        yield message
                    case Ended():
                        finished = True
                        if message.outcome == "failed":
                            self._raise(message)
                        return
                    case Hello():
                        self._give_up("greeted twice")
        finally:
            if not finished and self.alive:
                self._stop(CANCEL_GRACE_S if grace_s is None else grace_s)
            if self._watch is not None:
                self._watch.working(False)

    def _stop(self, grace_s: float) -> None:
        """Cancels the running request, so that the process can serve the next; kills it when it goes on."""
        deadline_s = time.monotonic() + grace_s
        with contextlib.suppress(Crashed):
            self._send(Steer(to="cancel"))
            while time.monotonic() < deadline_s:
                message = self._receive(POLL_S)
                if isinstance(message, Ended):
                    return
                if isinstance(message, Sent):
                    self._event(message)  # unpacking a value removes its files
                    self._took(message)
        self.kill()

    def _broke(self, verdict: str) -> None:
        """The watch's word: noted for whoever reads the log, for there may be no job to fail."""
        self._log.append(f"{self._name} {verdict}")
        self._process.kill()

    def close(self) -> None:
        """Ends the process and removes its folder."""
        with contextlib.suppress(OSError):
            self._connection.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(0.5)
        self.kill()

    def kill(self) -> None:
        """Ends the process at once, with whatever it started."""
        if self._process.poll() is None:
            with contextlib.suppress(psutil.Error):
                for child in psutil.Process(self._process.pid).children(recursive=True):
                    child.kill()
            self._process.kill()
        self._process.wait()
        self._ended.set()
        self._job.close()
        if self._watch is not None:
            self._watch.stop()
        with contextlib.suppress(OSError):
            self._connection.close()
        self._reader.join(1.0)
        self._clean_up()

    def _clean_up(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def _greet(self) -> None:
        deadline_s = time.monotonic() + START_TIMEOUT_S
        try:
            while (hello := self._receive(POLL_S)) is None:
                if time.monotonic() > deadline_s:
                    self._give_up("did not start within a minute")
            if not isinstance(hello, Hello) or hello.protocol != PROTOCOL:
                spoken = hello.protocol if isinstance(hello, Hello) else "none"
                self._give_up(f"speaks protocol version {spoken}, this studio speaks {PROTOCOL}: update it")
        except BaseException:
            self.kill()
            raise

    def _send(self, message: FromHost) -> None:
        try:
            send(self._connection, message)
        except BadMessage as error:
            raise InvalidValue("these parameters are too long for a plugin: {reason}", reason=error) from None
        except OSError:
            self._give_up("ended on its own")

    def _receive(self, timeout_s: float) -> Any:
        try:
            return self._inbox.receive(timeout_s)
        except BadMessage as error:
            self._give_up(f"broke the protocol ({error})")
        except (EOFError, OSError):
            self._give_up(self._how_it_ended())

    def _how_it_ended(self) -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(2.0)
        code = self._process.poll()
        if self._watch is not None and self._watch.verdict is not None:
            return self._watch.verdict
        if code is None:
            return "closed its connection"
        if code < 0:
            return f"crashed (signal {-code})"
        return f"ended on its own (exit code {code})"

    def _event(self, message: Sent) -> Event:
        try:
            return received(message, self.box)
        except InvalidValue as error:
            self._give_up(f"sent a damaged value ({error})")

    def _took(self, message: Sent) -> None:
        """Tells the worker that there is room for another value; one that has ended will be noticed."""
        if message.value is not None:
            with contextlib.suppress(OSError):
                send(self._connection, Taken())

    def _give_up(self, what: str) -> NoReturn:
        self.kill()
        crash = Crashed("{plugin} {what}; nothing else was touched, try again", plugin=self._name, what=what)
        crash.log = self.log
        raise crash

    def _raise(self, ended: Ended) -> None:
        kind = getattr(sentences, ended.error, PluginFailed)
        if not (isinstance(kind, type) and issubclass(kind, StudioError)):
            kind = PluginFailed
        if ended.detail:
            self._log.extend(ended.detail.splitlines())
        raise _sentence(kind, ended, self._name)

    def _read_log(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        with stream, contextlib.suppress(OSError, ValueError):
            room, filled_s = float(LOG_BYTES_PER_S), time.monotonic()
            while piece := stream.readline(2000):
                self._log.append(piece.decode(errors="replace").rstrip())
                now = time.monotonic()
                room = min(float(LOG_BYTES_PER_S), room + (now - filled_s) * LOG_BYTES_PER_S) - len(piece)
                filled_s = now
                if room < 0 and self._ended.wait(-room / LOG_BYTES_PER_S):
                    return  # of what is left in the pipe nobody will ask


def _sentence(kind: type[StudioError], ended: Ended, plugin: str) -> StudioError:
    """The plugin's sentence. Its template is a stranger's: only plain {names} in it are ever filled in."""
    values = {name: value for name, value in ended.values.items() if name.isidentifier()}
    if "plugin" in values:
        values["plugin"] = plugin
    try:
        parts = list(string.Formatter().parse(ended.template))
        plain = all(
            field is None or (field in values and not form and not how) for _, field, form, how in parts
        )
    except ValueError:
        plain = False
    if plain:
        return kind(ended.template, **values)
    return kind("{message}", message=ended.template)
