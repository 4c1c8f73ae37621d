"""What screen readers are told, in Qt's own tree: names, roles, and what is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from artstudio.ui.app import App
from tests.ui.spoken_rig import alike, furnish, unnamed, walk


def faults(*roots: QWidget) -> list[str]:
    return [fault for root in roots for fault in (*unnamed(root), *alike(root))]


def test_every_control_has_a_name_in_each_workspace(toy_app: App, qtbot: QtBot) -> None:
    furnish(toy_app, qtbot)
    for workspace in ("paint", "compose", "write", "animate"):
        toy_app.desks.use(workspace)  # type: ignore[arg-type]
        QApplication.processEvents()
        assert not (found := faults(toy_app.window)), f"in {workspace}:\n" + "\n".join(found)


def test_every_control_of_the_other_windows_has_a_name(
    toy_app: App, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnish(toy_app, qtbot)
    met: dict[str, list[str]] = {}

    def look(dialog: QWidget) -> int:
        dialog.show()
        QApplication.processEvents()
        met[type(dialog).__name__] = faults(dialog)
        return 0

    monkeypatch.setattr(QDialog, "exec", look)
    for action_id in (
        "edit.shortcuts", "file.render_film", "image.size", "image.canvas_size", "plugins.open", "help.commands",
        "panel.models", "panel.train", "library.clean", "help.manual", "help.about", "help.start", "help.tour",
    ):  # fmt: skip
        next(one for one in toy_app.actions if one.id == action_id).callback()
        QApplication.processEvents()
    for window in (toy_app.window, *toy_app.window.findChildren(QDialog), *QApplication.topLevelWidgets()):
        if window.isVisible() and type(window).__name__ not in met:
            look(window)
    assert not any(met.values()), "\n".join(f for found in met.values() for f in found)
    print(met.keys())
    for dialog in toy_app.window.findChildren(QDialog):
        dialog.close()
