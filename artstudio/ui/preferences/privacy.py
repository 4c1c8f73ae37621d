"""Preferences: the network, and what is kept on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from artstudio.studio.stored import Kept, delete, kept, size_nbytes
from artstudio.ui import theme, words
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.studio.studio import Studio
    from artstudio.ui.session import Session


class PrivacyPage(QWidget):
    """The switch, the list with sizes (measured beside the window), and buttons that delete in two clicks."""

    def __init__(self, session: Session, studio: Studio) -> None:
        super().__init__()
        self._session, self._studio = session, studio
        self.online = QCheckBox(self.tr("Online: artstudio may reach the network"))
        self.online.setChecked(studio.settings.online)
        self.online.toggled.connect(session.set_online)
        says = QLabel(
            self.tr(
                "Offline, nothing in this window reaches the network, and no plugin either. Online or not, "
                "artstudio never tells anybody what you do: there is no telemetry."
            )
        )
        says.setWordWrap(True)
        says.setProperty("dim", "true")
        heading = QLabel(self.tr("What is kept on this computer"))
        heading.setProperty("heading", "true")
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setHorizontalSpacing(2 * theme.GAP_PX)
        self.sizes: dict[str, QLabel] = {}
        self.buttons: dict[str, QPushButton] = {}
        for row, one in enumerate(kept(studio.folders)):
            self._add_row(row, one)
        self._add_lists()
        column = QVBoxLayout(self)
        column.addWidget(self.online)
        column.addWidget(says)
        column.addSpacing(theme.GAP_PX)
        column.addWidget(heading)
        column.addLayout(self._grid)
        column.addStretch(1)

    def _add_row(self, row: int, one: Kept) -> None:
        title, note = self._words()[one.kind]
        name = QLabel(title)
        name.setToolTip(f"{note}\n{one.paths[0]}" if note else str(one.paths[0]))
        size = QLabel("…")
        size.setProperty("dim", "true")
        show = QPushButton(self.tr("Show folder"))
        show.setAccessibleName(f"{show.text()}: {title}")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(one.paths[0]))))
        self.sizes[one.kind] = size
        for at, widget in enumerate((name, size, show)):
            self._grid.addWidget(widget, row, at)
        if one.deletable:

            def take_away() -> None:
                in_background(
                    self, f"delete {one.kind}", lambda: delete(one), lambda _none: self._measure(one),
                    self._session.failed.emit,
                )  # fmt: skip

            self._add_button(row, one.kind, title, take_away)
        self._measure(one)

    def _add_lists(self) -> None:
        """What the settings remember of what was done."""
        settings = self._studio.settings

        def forget() -> None:
            settings.recent, settings.recent_commands = [], []
            self._session.save_settings()
            self.sizes["lists"].setText("0")

        row = self._grid.rowCount()
        name = QLabel(self.tr("Lists of recent projects and commands"))
        self.sizes["lists"] = QLabel(str(len(settings.recent) + len(settings.recent_commands)))
        self.sizes["lists"].setProperty("dim", "true")
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(self.sizes["lists"], row, 1)
        self._add_button(row, "lists", name.text(), forget)

    def _add_button(self, row: int, kind: str, title: str, call: Callable[[], object]) -> None:
        button = QPushButton(self.tr("Delete"))
        button.setAccessibleName(f"{button.text()}: {title}")

        def click() -> None:
            sure = button.text() == self.tr("Really delete?")
            button.setText(self.tr("Delete") if sure else self.tr("Really delete?"))
            if sure:
                call()

        button.clicked.connect(click)
        self.buttons[kind] = button
        self._grid.addWidget(button, row, 3)

    def _measure(self, one: Kept) -> None:
        in_background(
            self, f"size of {one.kind}", lambda: size_nbytes(one),
            lambda nbytes: self.sizes[one.kind].setText(words.size(nbytes)), lambda _error: None,
        )  # fmt: skip

    def _words(self) -> dict[str, tuple[str, str]]:
        """Title and note of each kind."""
        return {
            "models": (self.tr("Models you trained"), ""),
            "library": (self.tr("Library of results"), self.tr("The library pane cleans it up.")),
            "journals": (
                self.tr("Unsaved work, kept in case of a crash"),
                self.tr("That of open windows stays."),
            ),
            "footage": (
                self.tr("Films of open projects"),
                self.tr("What no project or journal needs goes by itself with the next start."),
            ),
            "plugins": (self.tr("Plugins you installed"), self.tr("The plugins window removes them.")),
            "cache": (self.tr("What can be made again"), ""),
            "logs": (self.tr("Logs"), ""),
            "settings": (self.tr("Settings"), ""),
        }
