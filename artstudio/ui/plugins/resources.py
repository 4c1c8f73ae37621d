"""What a plugin uses of the machine, now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QWidget

from artstudio.host.installing.store import VERSIONS_NAME
from artstudio.host.watch import folder_bytes
from artstudio.ui import theme
from artstudio.ui.qthreads import in_background
from artstudio.ui.words import size

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QHideEvent, QShowEvent

    from artstudio.studio.studio import Studio
    from artstudio.ui.plugins.roster import Entry
    from artstudio.ui.session import Session

EVERY_MS = 1000


class ResourcesPage(QWidget):
    """Looks once a second while it is seen."""

    def __init__(self, session: Session, studio: Studio) -> None:
        super().__init__()
        self._session, self._studio = session, studio
        self._entry: Entry | None = None
        self.running, self.disk, self.models, self.device = QLabel(), QLabel(), QLabel(), QLabel()
        self.unload = QPushButton(theme.icon("memory"), self.tr("Free its memory now"))
        self.unload.setAutoDefault(False)
        self.unload.clicked.connect(self._unload)
        form = QFormLayout(self)
        form.setContentsMargins(10, 10, 10, 10)
        form.setHorizontalSpacing(3 * theme.GAP_PX)
        form.setVerticalSpacing(2 * theme.GAP_PX)
        for name, label in (
            (self.tr("Process"), self.running),
            (self.tr("Last worked on"), self.device),
            (self.tr("Files and packages"), self.disk),
            (self.tr("Models of your own"), self.models),
        ):
            label.setWordWrap(True)
            label.setAccessibleName(name)
            form.addRow(name, label)
        form.addRow("", self.unload)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._look)

    def show_entry(self, entry: Entry) -> None:
        """Show a plugin."""
        if self._entry is None or entry.key != self._entry.key:
            self.disk.setText("…")
            self.models.setText("…")
        self._entry = entry
        self._look()
        if self.isVisible():
            self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()
        self._measure()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def _look(self) -> None:
        if self._entry is None:
            return
        host, plugin_id = self._studio.host, self._entry.id
        used = host.memory_bytes().get(plugin_id)
        if used:
            self.running.setText(self.tr("Running, {memory} of memory").format(memory=size(used)))
        else:
            self.running.setText(self.tr("Not running"))
        self.unload.setEnabled(bool(used))
        name = host.used_on(plugin_id)
        titles = {device.name: device.title for device in self._session.catalog.devices}
        self.device.setText(titles.get(name, name) or self.tr("Nothing yet"))

    def _measure(self) -> None:
        entry = self._entry
        if entry is None:
            return
        folders = self._studio.folders

        def measured() -> tuple[list[tuple[str, int]], int, int]:
            versions = folders.plugins / entry.id / VERSIONS_NAME
            of_versions = (
                [(one.name, folder_bytes(one)) for one in _inside(versions)] if entry.installed else []
            )
            return of_versions, folder_bytes(entry.folder), folder_bytes(folders.models / entry.id)

        def show(found: tuple[list[tuple[str, int]], int, int]) -> None:
            if self._entry is None or self._entry.key != entry.key:
                return
            versions, own, models = found
            current = "" if entry.record is None else entry.record.current
            lines = []
            for name, n_bytes in versions:
                words = (
                    self.tr("{size}, in use") if name == current else self.tr("{size}, kept to go back to")
                )
                lines.append(words.format(size=size(n_bytes)))
            self.disk.setText("\n".join(sorted(lines)) or size(own))
            self.models.setText(size(models) if models else self.tr("None"))

        in_background(self, "plugin size", measured, show, self._session.failed.emit)

    def _unload(self) -> None:
        if self._entry is None:
            return
        host, plugin_id = self._studio.host, self._entry.id

        def told(ended: bool) -> None:
            if not ended:
                self._session.said.emit(self.tr("It is at work: its memory is free when its job has ended."))
            self._look()

        in_background(self, "unload", lambda: host.unload(plugin_id), told, self._session.failed.emit)


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(one for one in folder.iterdir() if one.is_dir())
    except OSError:
        return []
