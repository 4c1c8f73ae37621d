"""The whole window over a studio without plugins, for the tests of the shell."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from artstudio.documents.edits import Put
from artstudio.documents.writing import Passage
from artstudio.ui.actions import Action
from artstudio.ui.app import App
from artstudio.ui.dialogs import ask
from artstudio.ui.qthreads import join_qthreads

Make = Callable[[], App]
WAIT_MS = 30_000  # for what waits on threads and the disk of a machine that may be busy


def end(app: App, qtbot: QtBot, *, keep_journal: bool = False) -> None:
    if not isValid(app.window):
        return  # it was ended in the test
    if app.window.isVisible():
        with qtbot.waitSignal(app.closing.closed, timeout=WAIT_MS):
            app.closing.end(keep_journal=keep_journal)
    assert join_qthreads()
    # a window that stays makes every later change of theme or language slower
    app.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def offered(app: App, qtbot: QtBot, title: str) -> QPushButton:
    """The button of the one notice there is, once it is there."""
    qtbot.waitUntil(lambda: len(app.window.notices.texts()) == 1, timeout=WAIT_MS)
    return next(one for one in app.window.notices.findChildren(QPushButton) if one.text() == title)


def write_in(app: App, text: str = "words") -> None:
    app.session.do(Put("Write", "passage", "p1", Passage.plain("p1", "Page", text)))


def action(app: App, action_id: str) -> Action:
    return next(one for one in app.actions if one.id == action_id and not one.scope)


def answers(monkeypatch: pytest.MonkeyPatch, **functions: object) -> None:
    for name, answer in functions.items():
        monkeypatch.setattr(ask, name, lambda *_args, answer=answer: answer)
