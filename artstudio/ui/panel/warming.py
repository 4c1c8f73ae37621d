"""Starts the worker of the plugin that one looks at, so that the first click is answered at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from artstudio.engine.job import Control
    from artstudio.ui.session import Session

WARM_AFTER_MS: Final = 800  # a plugin that is only passed by is not worth a worker


class Warming(QObject):
    """Does so only while `pane` is in sight."""

    def __init__(self, session: Session, pane: QWidget) -> None:
        super().__init__(pane)
        self._session, self._pane = session, pane
        self._plugin_id = ""
        self._timer = QTimer(self, singleShot=True, interval=WARM_AFTER_MS)
        self._timer.timeout.connect(self._warm)

    def want(self, plugin_id: str) -> None:
        """This one is looked at now."""
        self._plugin_id = plugin_id
        if self._pane.isVisible():
            self._timer.start()

    def _warm(self) -> None:
        studio, plugin_id = self._session.studio, self._plugin_id
        if studio is None or not self._pane.isVisible() or not self._session.catalog.devices:
            return
        if studio.host.is_warm(plugin_id):
            return
        host, device = studio.host, studio.device(plugin_id).name

        def work(control: Control) -> object:
            return host.warm(plugin_id, device, control)

        # in a lane of its own: it takes no turn from real work
        studio.queue.submit(self.tr("Getting ready"), work, lane=f"warm {plugin_id}")  # type: ignore[arg-type]
