from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from artstudio.documents.canvas import Layer
from artstudio.documents.edits import Edit, Put
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.sdk import InvalidValue
from artstudio.ui.canvas.steps import Steps
from artstudio.ui.qthreads import join_qthreads
from artstudio.ui.session import Session


@pytest.fixture
def session(qapp: object) -> Session:
    return Session(None, Project(Sheet.blank(64, 64)))


@pytest.fixture
def steps(session: Session) -> Iterator[Steps]:
    owner = QObject()
    yield Steps(session, owner)
    assert join_qthreads()


def add_layer(session: Session) -> None:
    session.do(new_layer(session.project.sheet))


def new_layer(sheet: Sheet) -> Edit:
    layer_id = sheet.fresh_id("layer")
    return Put("Add", "layer", layer_id, Layer(layer_id, layer_id, Tiles(64, 64)))


def ids(session: Session) -> list[str]:
    return [layer.id for layer in session.project.sheet.canvas.layers]


def test_steps_land_in_their_order_each_made_of_what_the_last_left(
    session: Session, steps: Steps, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(steps.idle):
        for _ in range(5):
            steps.make(new_layer)
    assert ids(session) == ["l1", "l2", "l3", "l4", "l5"]
    assert len(session.project.history.steps) == 5


def test_a_step_is_made_anew_where_the_canvas_changed_meanwhile(
    session: Session, steps: Steps, qtbot: QtBot
) -> None:
    gate, seen = threading.Event(), []

    def work(sheet: Sheet) -> Edit:
        seen.append(len(sheet.canvas.layers))
        assert gate.wait(10)
        return new_layer(sheet)

    steps.make(work)
    add_layer(session)
    with qtbot.waitSignal(steps.idle):
        gate.set()
    assert seen == [0, 1]
    assert ids(session) == ["l1", "l2"]


def test_an_error_is_said_and_the_next_step_goes_on(session: Session, steps: Steps, qtbot: QtBot) -> None:
    failed: list[Exception] = []
    session.failed.connect(failed.append)

    def fail(_sheet: Sheet) -> Edit:
        raise InvalidValue("no")

    with qtbot.waitSignal(steps.idle):
        steps.make(fail)
        steps.make(new_layer)
    assert [str(error) for error in failed] == ["no"]
    assert ids(session) == ["l1"]


def test_another_project_gets_nothing_of_the_last_one_s_steps(
    session: Session, steps: Steps, qtbot: QtBot
) -> None:
    gate = threading.Event()

    def work(sheet: Sheet) -> Edit:
        assert gate.wait(10)
        return new_layer(sheet)

    steps.make(work)
    session.open(Project(Sheet.blank(32, 32)))
    gate.set()
    with qtbot.waitSignal(steps.idle):
        steps.make(lambda sheet: None)
    assert ids(session) == []
