"""The whole window over a studio without plugins, for the tests of the shell."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from artstudio.documents.edits import Put
from artstudio.documents.writing import Passage
from artstudio.ui.actions import Action
from artstudio.ui.app import App
from artstudio.ui.dialogs import ask
from artstudio.ui.qthreads import join_qthreads

Make = Callable[[], App]


def end(app: App, qtbot: QtBot, *, keep_journal: bool = False) -> None:
    if app.window.isVisible():
        with qtbot.waitSignal(app.closing.closed):
            app.closing.end(keep_journal=keep_journal)
    assert join_qthreads()


def write_in(app: App, text: str = "words") -> None:
    app.session.do(Put("Write", "passage", "p1", Passage("p1", "Page", text)))


def action(app: App, action_id: str) -> Action:
    return next(one for one in app.actions if one.id == action_id and not one.scope)


def answers(monkeypatch: pytest.MonkeyPatch, **functions: object) -> None:
    for name, answer in functions.items():
        monkeypatch.setattr(ask, name, lambda *_args, answer=answer: answer)
