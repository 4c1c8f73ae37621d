"""Choosing a file as a parameter, and being asked for one that only a recipe knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from artstudio.sdk import Params, field
from artstudio.ui.forms import file_editor
from artstudio.ui.forms.form import Form


class Chosen(Params):
    style: str = field("", title="Style", file=(".safetensors",))


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form(Chosen.model_json_schema())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def ink(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that the artist picks whenever asked."""
    path = tmp_path / "ink.safetensors"
    path.touch()
    monkeypatch.setattr(file_editor, "ask_file", lambda *_: path)
    return path


def press(form: Form, kind: type[QPushButton | QToolButton]) -> None:
    button = form.rows[0].editor.findChild(kind)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_file_is_chosen_and_cleared(qtbot: QtBot, form: Form, ink: Path) -> None:
    assert form.values() == {"style": ""}
    with qtbot.waitSignal(form.changed):
        press(form, QPushButton)
    assert form.values() == {"style": str(ink)}
    line = form.rows[0].editor.findChild(QLineEdit)
    assert line is not None
    assert line.text() == "ink.safetensors"
    with qtbot.waitSignal(form.changed):
        press(form, QToolButton)
    assert form.values() == {"style": ""}


def test_a_recipes_file_is_asked_for(form: Form, ink: Path) -> None:
    form.set_values({"style": {"file": "ink.safetensors", "sha256": "00"}})
    assert "Choose the file ink.safetensors" in form.problem()
    assert form.values() == {"style": ""}
    press(form, QPushButton)
    assert form.problem() == ""
    form.set_values({"style": {"file": "ink.safetensors", "sha256": "00"}})
    press(form, QToolButton)
    assert form.problem() == ""


def test_a_file_that_is_gone_or_of_another_kind_is_not_kept(form: Form, tmp_path: Path) -> None:
    form.set_values({"style": str(tmp_path / "gone.safetensors")})
    assert form.values() == {"style": ""}
    (tmp_path / "a.ckpt").touch()
    form.rows[0].editor.set_value(str(tmp_path / "a.ckpt"))
    assert ".safetensors" in form.problem()
