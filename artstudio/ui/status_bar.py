"""The foot of the window: what was said last, what is being done, the device and the memory in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton

from artstudio.ui import theme, words
from artstudio.ui.phrases import phrase
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from artstudio.ui.session import Session

_SAID_MS = 8000
_MEMORY_MS = 2000


class StatusBar(QStatusBar):
    """Starts measuring with `start`, so that nothing of it delays the window's first sight."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._asked = False
        self.setSizeGripEnabled(False)
        self._busy_bar = QProgressBar()
        self._busy_bar.setAccessibleName(self.tr("Progress"))
        self._busy_bar.setRange(0, 0)
        self._busy_bar.setFixedWidth(80)
        self.busy = QLabel()
        self.busy.setTextFormat(Qt.TextFormat.PlainText)  # it names files
        self.device = QLabel()
        self.device.setToolTip(self.tr("Where models run"))
        self.memory = QLabel()
        self.memory.setToolTip(self.tr("Memory of the window and of the models' processes"))
        self.network = QToolButton()
        self.network.setAutoRaise(True)
        self.network.setCheckable(True)
        self.network.setIconSize(QSize(14, 14))
        self.network.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.network.clicked.connect(self._switch_network)
        for widget in (self.busy, self._busy_bar, self.device, self.memory, self.network):
            self.addPermanentWidget(widget)
        self.show_network()
        self.show_busy("")
        self._timer = QTimer(self)
        self._timer.setInterval(_MEMORY_MS)
        self._timer.timeout.connect(self._ask_memory)
        session.said.connect(self._say)

    def _say(self, text: str) -> None:
        self.showMessage(text, _SAID_MS)

    def start(self) -> None:
        """Begin to watch device and memory."""
        self.show_device()
        self._ask_memory()
        self._timer.start()

    def show_network(self) -> None:
        """Say whether the network may be reached."""
        online = self._session.studio is not None and self._session.studio.settings.online
        self.network.setChecked(online)
        self.network.setText(self.tr("Online") if online else self.tr("Offline"))
        self.network.setIcon(theme.icon("web" if online else "web-off"))
        tip = (
            self.tr("artstudio may reach the network. Click to go offline.")
            if online
            else self.tr("artstudio reaches no network, whatever asks for it. Click to go online.")
        )
        self.network.setToolTip(tip)
        self.network.setAccessibleName(f"{self.network.text()}: {tip}")

    def _switch_network(self) -> None:
        if self._session.studio is not None:
            self._session.set_online(not self._session.studio.settings.online)

    def show_device(self) -> None:
        """Find out where models run now."""
        studio = self._session.studio
        if studio is not None:
            in_background(
                self,
                "device",
                studio.device,
                lambda device: self.device.setText(phrase(device.title)),
                lambda _error: None,
            )

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def show_busy(self, what: str) -> None:
        """Say what is being done ("Saving…"); "" for nothing."""
        self.busy.setText(what)
        self.busy.setVisible(bool(what))
        self._busy_bar.setVisible(bool(what) and not theme.reduced_motion)

    def _ask_memory(self) -> None:
        # walking the process table takes some ten milliseconds: not in the window's thread, not twice at once
        if not self._asked:
            self._asked = True
            in_background(
                self, "memory", _memory_nbytes, self._show_memory, lambda _error: self._show_memory(None)
            )

    def _show_memory(self, nbytes: int | None) -> None:
        self._asked = False
        if nbytes is not None:
            self.memory.setText(words.size(nbytes))


def _memory_nbytes() -> int:
    """What this process and all it started hold in memory."""
    import psutil

    total = 0
    me = psutil.Process()
    for process in (me, *me.children(recursive=True)):
        try:
            total += process.memory_info().rss
        except psutil.Error:  # ended meanwhile
            continue
    return total
