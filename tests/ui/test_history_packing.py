"""The window packs old steps by itself."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.edits import PaintTiles
from artstudio.documents.history import History
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.ui.history import packer
from artstudio.ui.qthreads import join_qthreads
from artstudio.ui.session import Session


@pytest.fixture
def session(qapp: object) -> Session:
    project = Project(Sheet(Canvas(256, 256, (Layer("l1", "a", Tiles(256, 256)),))))
    project.history = History(near_nbytes=0)
    return Session(None, project)


def paint(session: Session, number: int) -> None:
    tile = np.full((64, 64), 0xFF000000, np.uint32) + np.eye(64, dtype=np.uint32) * (number + 1)
    session.do(PaintTiles("Brush", "l1", {(tx, 0): tile for tx in range(4)}))


def test_old_steps_shrink_while_one_works_and_undo_is_exact(session: Session, qtbot: QtBot) -> None:
    states = [session.project.sheet]
    for number in range(8):
        paint(session, number)
        states.append(session.project.sheet)
    history = session.project.history
    qtbot.waitUntil(lambda: history.to_pack() is None)
    assert sum(step.nbytes < 20_000 for step in history.steps) >= 6
    for state in reversed(states[:-1]):
        session.undo()
        assert session.project.sheet == state
    qtbot.waitUntil(lambda: history.to_pack() is None)
    assert join_qthreads()


def test_a_step_that_cannot_be_packed_is_left_alone(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_edit: object) -> object:
        raise MemoryError

    monkeypatch.setattr(packer, "packed", refuse)
    for number in range(5):
        paint(session, number)
    qtbot.waitUntil(lambda: session.project.history.to_pack() is None)
    session.undo()
    session.redo()
    assert join_qthreads()
