"""Small plugins made by the scaffold, and the window that installs them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from artstudio.host.scaffold import new_plugin
from artstudio.studio.installing import installer
from artstudio.ui.app import App
from artstudio.ui.panel.pane import PanelPane
from artstudio.ui.plugins.window import PluginsWindow
from tests.ui.shell_rig import WAIT_MS, action

BLUR = ("soft", "blur")


def soft(folder: Path, permissions: str = "") -> Path:
    """The folder of a plugin called "Soft", whose action blurs a picture."""
    made = new_plugin("soft", folder)
    manifest = made / "artstudio-plugin.toml"
    manifest.write_text(manifest.read_text() + permissions)
    return made


def install(app: App, folder: Path, *, link: bool = False) -> None:
    """Does what `artstudio plugins install` does on a terminal beside the window."""
    made = installer(app.studio.folders)
    with made.link(folder) if link else made.plan(str(folder)) as prepared:
        made.commit(prepared)


def opened(app: App, qtbot: QtBot) -> PluginsWindow:
    """The Plugins window, by its menu entry, once it has nothing more to read."""
    action(app, "plugins.open").callback()
    (window,) = app.window.findChildren(PluginsWindow)
    catalog = app.session.catalog
    qtbot.waitUntil(lambda: not catalog.loading, timeout=WAIT_MS)
    return window


def actions_offered(app: App) -> list[tuple[str, str]]:
    """What can be chosen in the panel."""
    chooser = panel(app).chooser
    found = [chooser.itemData(row) for row in range(chooser.count())]
    return [tuple(one) for one in found if one]


def panel(app: App) -> PanelPane:
    pane = app.window.panes["models"]
    assert isinstance(pane, PanelPane)
    return pane


def listed(window: PluginsWindow) -> list[str]:
    """The lines of the list as they read, headings left out."""
    rows = window.listing.list
    items = [rows.item(row) for row in range(rows.count())]
    return [item.text() for item in items if item.data(Qt.ItemDataRole.UserRole) is not None]


def page(window: PluginsWindow) -> str:
    """The plan as it reads."""
    return window.plan.page.toPlainText()


def click(button: Any) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def sentences(widget: QWidget) -> str:
    """All that labels in a widget say."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
