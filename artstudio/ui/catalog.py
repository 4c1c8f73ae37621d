"""What there is to choose from: plugins with their schemas, and devices; read beside the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

from artstudio.host.wording import plugin_words
from artstudio.ui import languages
from artstudio.ui.phrases import phrase
from artstudio.ui.plugin_words import manifest_in, schema_in
from artstudio.ui.qthreads import in_background
from artstudio.ui.words import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.engine.devices import Device
    from artstudio.host.discovery import Broken, Found
    from artstudio.host.models import Model
    from artstudio.sdk.schema import PluginSchema
    from artstudio.studio.studio import Studio

T = TypeVar("T")


class Catalog(QObject):
    """The plugins of one studio. Everything is read anew by `load`, and said in the window's language.

    Attributes:
        entries: All that the host found, the unusable ones too.
        stamp: Of what third-party plugins there were when they were read, as `host.presence.seen` tells.
        plugins: Usable ones by id, in the order of the host.
        schemas: Of those plugins whose code was read already, in the order of `plugins`.
        problems: Why a plugin cannot be used, by id; those that the artist switched off are left out.
        models: Of each usable plugin, starters first.
        devices: Where models can run; empty until they were looked for.
        loading: Whether something is still to come.
    """

    changed = Signal()
    read = Signal()  # which plugins there are, before their schemas

    def __init__(self, studio: Studio | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._load = 0
        self._left = 0
        self._words: dict[str, dict[str, str]] = {}  # in the window's language, by plugin
        self.entries: list[Found | Broken] = []
        self.stamp: object = None
        self.plugins: dict[str, Found] = {}
        self.schemas: dict[str, PluginSchema] = {}
        self.problems: dict[str, str] = {}
        self.models: dict[str, list[Model]] = {}
        self.devices: list[Device] = []

    @property
    def loading(self) -> bool:
        return self._left > 0

    def load(self) -> None:
        """Begin to read; `changed` tells of every step. What was known stays in use until it is read anew."""
        if self._studio is None:
            return
        self._load += 1
        self._left = 2  # the plugins and the devices
        studio, place = self._studio, self._studio.folders.plugins
        language = languages.current()

        def look() -> tuple[list[Found | Broken], object, dict[str, dict[str, str]]]:
            from artstudio.host.presence import seen  # the window's first paint does without

            _, stamp = seen(place)
            studio.host.rescan()
            entries = studio.host.plugins()
            return entries, stamp, {one.id: plugin_words(one.folder, language) for one in entries}

        self._fetch("plugins", look, self._take_plugins, self._refuse_all)
        self._fetch("devices", lambda: studio.host.devices(), self._take_devices, self._refuse_all)
        self.changed.emit()

    def load_models(self, plugin_id: str) -> None:
        """Look again for a plugin's models, after one was made, renamed or deleted."""
        if self._studio is not None and plugin_id in self.plugins:
            self._left += 1
            self._fetch_models(plugin_id)

    def add_model(self, model: Model) -> None:
        """Know one more model of a usable plugin at once."""
        known = self.models.get(model.plugin, [])
        if model not in known:
            self.models[model.plugin] = [*known, model]
            self.changed.emit()

    def _take_plugins(self, found: tuple[list[Found | Broken], object, dict[str, dict[str, str]]]) -> None:
        from artstudio.host.discovery import Broken, Found

        entries, self.stamp, self._words = found
        self.entries = entries
        application = QCoreApplication.instance()
        for words in self._words.values():
            if application is not None:
                languages.teach(application, words)
        self.plugins = {
            entry.id: replace(entry, manifest=manifest_in(entry.manifest, self._words[entry.id]))
            for entry in entries
            if isinstance(entry, Found)
        }
        self.problems = {
            entry.id: phrase(entry.reason)
            for entry in entries
            if isinstance(entry, Broken) and not (entry.record is not None and entry.record.disabled)
        }
        self.schemas = {known: schema for known, schema in self.schemas.items() if known in self.plugins}
        self.models = {known: models for known, models in self.models.items() if known in self.plugins}
        self.read.emit()
        for plugin_id in self.plugins:
            self._left += 2
            self._fetch_schema(plugin_id)
            self._fetch_models(plugin_id)

    def _fetch_models(self, plugin_id: str) -> None:
        assert self._studio is not None
        shelf, plugin = self._studio.shelf, self.plugins[plugin_id]

        def take(models: list[Model]) -> None:
            self.models[plugin_id] = models

        self._fetch(f"models {plugin_id}", lambda: shelf.models(plugin), take, lambda _error: take([]))

    def _fetch_schema(self, plugin_id: str) -> None:
        assert self._studio is not None
        host = self._studio.host

        def take(schema: PluginSchema) -> None:
            come = {**self.schemas, plugin_id: schema_in(schema, self._words.get(plugin_id, {}))}
            self.schemas = {known: come[known] for known in self.plugins if known in come}

        def refuse(error: Exception) -> None:
            self.problems[plugin_id] = sentence(error)
            self.schemas.pop(plugin_id, None)

        self._fetch(f"schema {plugin_id}", lambda: host.schema(plugin_id), take, refuse)

    def _take_devices(self, devices: list[Device]) -> None:
        self.devices = [replace(device, title=phrase(device.title)) for device in devices]

    def _refuse_all(self, error: Exception) -> None:
        self.problems[self.tr("plugins")] = sentence(error)

    def _fetch(
        self, name: str, work: Callable[[], T], take: Callable[[T], None], refuse: Callable[[Exception], None]
    ) -> None:
        """Do `work` beside the window and count it; what an earlier `load` still brings is passed over."""
        load = self._load

        def arrived(use: Callable[[], None]) -> None:
            if load == self._load:
                use()
                self._left -= 1
                self.changed.emit()

        in_background(
            self, name, work, lambda value: arrived(lambda: take(value)), lambda e: arrived(lambda: refuse(e))
        )
