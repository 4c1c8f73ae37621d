"""The studio: one host, one queue and one shelf of models, shared by everything a face does."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from artstudio.base.paths import builtin_plugins, resources
from artstudio.engine.devices import pick
from artstudio.engine.queue import Queue, Starter, start_thread
from artstudio.host.models import ModelShelf

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio.base.lock import FileLock
    from artstudio.base.paths import Folders
    from artstudio.base.settings import Settings
    from artstudio.engine.devices import Device
    from artstudio.host.host import Host
    from artstudio.library.library import Library

log = logging.getLogger(__name__)

SETTINGS_NAME = "settings.toml"


class Studio:
    """Built once by each face; `start` makes the threads that jobs run on.

    Attributes:
        folders: The artist's own folders.
        settings: What the artist set; `save_settings` writes it.
        shelf: Starter and own models.
        queue: Every job of this face.
        builtin: Where the plugins lie that came with the studio.
        safe_mode: Only those are used.
    """

    def __init__(
        self,
        folders: Folders,
        settings: Settings,
        start: Starter = start_thread,
        *,
        builtin: Path | None = None,
        packages: bool = True,
        third_party: bool = True,
    ) -> None:
        self.folders = folders
        self.settings = settings
        self.builtin = builtin or builtin_plugins()
        self.safe_mode = not third_party
        self.shelf = ModelShelf(resources() / "models", folders.models)
        self.queue = Queue(start)
        self._start, self._packages = start, packages
        self._host: Host | None = None
        self._library: Library | None = None
        self._saving = threading.Lock()
        self._making_host, self._making_library = threading.Lock(), threading.Lock()  # none waits for both
        self._claim: FileLock | None = None  # on the store of footage

    @property
    def host(self) -> Host:
        """The plugins and their workers; nothing is looked for before it is asked."""
        with self._making_host:
            if self._host is None:
                from artstudio.host.host import Host  # the window's first paint does without

                self._host = Host(
                    self.builtin,
                    self.folders.plugins,
                    self.folders.cache,
                    self.shelf,
                    idle_s=self.settings.idle_unload_minutes * 60,
                    own=self.settings.of,
                    packages=self._packages,
                    third_party=not self.safe_mode,
                )
            return self._host

    @property
    def library(self) -> Library:
        """Everything that was ever made; nothing is opened before it is asked for something."""
        with self._making_library:
            if self._library is None:
                from artstudio.library.library import Library  # the window's first paint does without

                self._library = Library(self.folders.data / "library", self._start)
            return self._library

    def device(self, plugin_id: str = "") -> Device:
        """Where jobs (of one plugin) run now, by the settings and what is there.

        Slow the first time where there is a GPU.
        """
        return pick(self.host.devices(), self.settings.of(plugin_id).device or self.settings.device)

    def save_settings(self) -> None:
        """Writes the settings as they are when its turn has come: of two writes the newest lands last.

        May be called from any thread.

        Raises:
            BadFile: the file cannot be written.
        """
        with self._saving:
            self.settings.save(self.folders.config / SETTINGS_NAME)

    def use_footage(self) -> None:
        """Keeps all windows from sweeping the store of footage, until `close`; alone in it, sweeps it first.

        For a face that holds projects open. Reads journals: call it off the window's thread.
        """
        from artstudio.project.footage import claim, sweep_unneeded

        try:
            self._claim, alone = claim(self.folders.footage)
            if alone:
                sweep_unneeded(self.folders.footage, self.folders.journals)
        except OSError:
            log.warning("the store of footage was not swept", exc_info=True)

    def close(self) -> None:
        """Cancels all jobs, ends all workers and writes what the library still has to."""
        self.queue.close()
        self.host.close()  # also where it was never asked: a thread may ask it yet
        if self._library is not None:
            self._library.close()
        if self._claim is not None:
            self._claim.release()
