from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from artstudio.documents.edits import Put, SetMaps
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.writing import Passage
from artstudio.ui.history.pane import HistoryPane
from artstudio.ui.session import Session


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(None, Project(Sheet.blank()))


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> HistoryPane:
    pane = HistoryPane(session)
    qtbot.addWidget(pane)
    pane.resize(260, 300)
    pane.show()
    return pane


def labels(pane: HistoryPane) -> list[str]:
    model = pane.list.model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def click(pane: HistoryPane, row: int) -> None:
    rect = pane.list.visualRect(pane.list.model().index(row, 0))
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def test_every_step_is_listed_and_a_click_goes_there_and_back(session: Session, pane: HistoryPane) -> None:
    for n in (1, 2, 3):
        session.do(Put(f"Passage {n}", "passage", f"p{n}", Passage(f"p{n}", "")))
    assert labels(pane) == ["Start", "Passage 1", "Passage 2", "Passage 3"]
    click(pane, 1)
    assert [passage.id for passage in session.project.sheet.passages] == ["p1"]
    assert pane.list.currentIndex().row() == 1
    click(pane, 3)
    assert len(session.project.sheet.passages) == 3
    click(pane, 0)
    assert session.project.sheet == Sheet.blank()


def test_steps_ahead_are_dimmed_and_replaced_by_a_new_one(session: Session, pane: HistoryPane) -> None:
    session.do(SetMaps("Resolution", ticks_per_quarter=96))
    session.do(SetMaps("Resolution", ticks_per_quarter=120))
    session.project.undo()
    model = pane.list.model()
    colours = [model.data(model.index(row, 0), Qt.ItemDataRole.ForegroundRole) for row in range(3)]
    assert colours[0] == colours[1] != colours[2]
    session.do(SetMaps("Finer", ticks_per_quarter=960))
    assert labels(pane) == ["Start", "Resolution", "Finer"]


def test_another_project_has_its_own_history(session: Session, pane: HistoryPane, tmp_path: Path) -> None:
    session.do(SetMaps("Resolution", ticks_per_quarter=96))
    session.open(Project(Sheet.blank(), tmp_path / "b.artstudio"))
    assert labels(pane) == ["Start"]
