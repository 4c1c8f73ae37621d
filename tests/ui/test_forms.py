"""Parameters in the panel, typed, dragged and clicked like an artist does."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, Literal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
)

from artstudio.sdk import Params, field, parse_params
from artstudio.ui.choice_box import ChoiceBox
from artstudio.ui.forms.editors import JsonEditor, NumberEditor
from artstudio.ui.forms.form import Form
from artstudio.ui.forms.name_label import NameLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


class Mode(Enum):
    SOFT = "soft"
    HARD = "hard"


class Everything(Params):
    bars: int = field(8, title="Bars", ge=1, le=64, unit="bars")
    radius: float = field(4.0, title="Radius", ge=0, le=100, step=0.5)
    count: int = field(5, title="Count", ge=0)
    drums: bool = field(False, title="Drums")
    key: Literal["C", "G", "Am"] = field("G", title="Key")
    mode: Mode = field(Mode.SOFT, title="Mode")
    prompt: str = field("river", title="Prompt")
    lyrics: str = field("one\ntwo", title="Lyrics")
    weights: list[int] = field([1, 2], title="Weights")
    limit: float | None = field(None, title="Limit")
    top_p: float = field(0.95, title="Top-p", ge=0, le=1, advanced=True)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form(Everything.model_json_schema())
    qtbot.addWidget(made)
    made.show()
    return made


def editor(form: Form, name: str) -> Any:
    return next(row for row in form.rows if row.name == name).editor


def part(form: Form, name: str, kind: type[QWidget]) -> Any:
    found = editor(form, name).findChild(kind)
    assert found is not None
    return found


def retype(form: Form, name: str, text: str) -> None:
    line = part(form, name, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, text)


def test_it_starts_with_the_declared_defaults(form: Form) -> None:
    assert parse_params(Everything, form.values()) == Everything()
    assert form.problem() == ""


def test_typed_numbers_words_and_choices_arrive_with_their_types(form: Form) -> None:
    retype(form, "bars", "12")
    retype(form, "radius", "2.5")
    part(form, "prompt", QLineEdit).setText("山水")  # QTest types Latin letters only
    retype(form, "weights", "[3]")
    QTest.mouseClick(part(form, "drums", QCheckBox), Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    QTest.keyClick(part(form, "key", QComboBox), Qt.Key.Key_Down)
    QTest.keyClick(part(form, "mode", QComboBox), Qt.Key.Key_Down)
    part(form, "lyrics", QPlainTextEdit).selectAll()
    QTest.keyClicks(part(form, "lyrics", QPlainTextEdit), "la")
    parsed = parse_params(Everything, form.values())
    assert parsed == Everything(
        bars=12, radius=2.5, prompt="山水", weights=[3], drums=True, key="Am", mode=Mode.HARD, lyrics="la"
    )
    assert isinstance(form.values()["bars"], int)


def test_a_value_out_of_range_is_explained_where_it_is_and_not_lost(form: Form) -> None:
    retype(form, "bars", "99")
    row = next(row for row in form.rows if row.name == "bars")
    assert row.problem.isVisible()
    assert "between 1 bars and 64 bars" in row.problem.text()
    assert form.problem().startswith("Bars: ")
    assert form.values()["bars"] == 99
    retype(form, "bars", "64")
    assert not row.problem.isVisible()
    assert form.problem() == ""


def test_a_number_finer_than_the_step_can_be_typed(form: Form) -> None:
    retype(form, "radius", "0.0005")
    assert form.values()["radius"] == 0.0005


def test_one_open_end_says_what_is_allowed(form: Form) -> None:
    retype(form, "count", "-3")
    assert form.problem() == "Count: 0 or more, please."


def test_arrow_keys_step_and_stop_at_the_ends(form: Form) -> None:
    retype(form, "bars", "63")
    for _ in range(3):
        QTest.keyClick(part(form, "bars", QLineEdit), Qt.Key.Key_Up)
    assert form.values()["bars"] == 64


def test_dragging_a_slider_lands_on_steps(form: Form) -> None:
    slider = part(form, "radius", QSlider)
    slider.setSliderPosition(33)
    value = form.values()["radius"]
    assert value == 16.5
    slider.setSliderPosition(slider.maximum())
    assert form.values()["radius"] == 100


def test_reset_appears_with_a_change_and_takes_it_back(qtbot: QtBot, form: Form) -> None:
    row = next(row for row in form.rows if row.name == "bars")
    assert not row.reset.isVisible()
    retype(form, "bars", "3")
    assert row.reset.isVisible()
    with qtbot.waitSignal(form.changed):
        QTest.mouseClick(row.reset, Qt.MouseButton.LeftButton)
    assert form.values()["bars"] == 8
    assert not row.reset.isVisible()


def test_advanced_ones_are_folded_away_at_first(form: Form) -> None:
    assert not editor(form, "top_p").isVisible()
    QTest.mouseClick(form._fold, Qt.MouseButton.LeftButton)
    assert editor(form, "top_p").isVisible()


def test_unknown_kinds_become_a_line_of_json(form: Form) -> None:
    assert isinstance(editor(form, "limit"), JsonEditor)
    retype(form, "limit", "1.5")
    assert form.values()["limit"] == 1.5
    retype(form, "limit", "1.5 metres")
    assert "JSON" in form.problem()


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "quaternion", "default": {"w": 1}},
        {"$ref": "#/$defs/Gone", "default": 3},
        {"type": "integer", "default": "three"},
        {"enum": []},
        {"type": "number", "minimum": 1, "maximum": 1, "default": 1},
        {"type": ["integer", "null"], "default": None},
        {},
    ],
)
def test_a_strange_schema_never_breaks_the_form(qtbot: QtBot, schema: dict[str, Any]) -> None:
    form = Form({"properties": {"odd": schema}})
    qtbot.addWidget(form)
    assert form.values()["odd"] == schema.get("default")


def test_remembered_values_return_and_outdated_ones_do_not(form: Form) -> None:
    form.set_values({"bars": 24, "radius": 5_000, "gone": 1})
    assert form.values()["bars"] == 24
    assert form.values()["radius"] == 4.0


def test_an_exact_value_survives_being_shown(form: Form) -> None:
    form.set_values({"radius": 1 / 3})
    assert form.values()["radius"] == 1 / 3


def test_scrolling_over_a_form_changes_nothing(form: Form) -> None:
    slider = editor(form, "radius").findChild(QSlider)
    assert isinstance(editor(form, "radius"), NumberEditor)
    assert not slider.hasFocus()
    wheel = QWheelEvent(
        QPointF(5, 5), slider.mapToGlobal(QPointF(5, 5)), QPoint(0, 0), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(slider, wheel)
    assert form.values()["radius"] == 4.0


def test_what_has_the_focus_tells_a_screen_reader_its_name(form: Form) -> None:
    assert part(form, "bars", QSlider).accessibleName() == "Bars"
    assert part(form, "key", QComboBox).accessibleName() == "Key"
    assert part(form, "prompt", QLineEdit).accessibleName() == "Prompt"


def test_a_nameable_parameter_is_named_by_a_double_click(qtbot: QtBot) -> None:
    entry = {
        "type": "number",
        "default": 0.0,
        "minimum": -3,
        "maximum": 3,
        "title": "Direction 1",
        "nameable": True,
    }
    made = Form({"properties": {"direction_1": entry}})
    qtbot.addWidget(made)
    made.show()
    label = made.rows[0].label
    assert isinstance(label, NameLabel)
    QTest.keyClicks(label, "x")  # a single click must not begin to write
    assert made.names() == {}
    QTest.mouseDClick(label, Qt.MouseButton.LeftButton)
    QTest.keyClicks(label, "Evening light")
    with qtbot.waitSignal(made.renamed):
        QTest.keyClick(label, Qt.Key.Key_Return)
    assert made.names() == {"direction_1": "Evening light"}
    made.set_names({})
    assert label.text() == "Direction 1"
    made.set_names({"direction_1": "Fog"})
    assert made.names() == {"direction_1": "Fog"}


def test_a_choice_that_does_not_fit_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    box = ChoiceBox(4)
    qtbot.addWidget(box)
    box.addItems(["short", "Novels, Tang and Song poems"])
    box.resize(120, 24)
    assert box.words() == "short"
    box.setCurrentIndex(1)
    assert box.words().startswith("Novels")
    assert box.words().endswith("…")
    box.resize(600, 24)
    assert box.words() == box.currentText()


def test_a_number_shows_its_unit_whole(qtbot: QtBot) -> None:
    class Long(Params):
        length: int = field(200, title="Length", ge=1, le=2000, unit="tokens")

    form = Form(Long.model_json_schema())
    qtbot.addWidget(form)
    form.show()
    [spin] = form.findChildren(QDoubleSpinBox)
    assert spin.suffix() == " tokens"
    words = f"{spin.textFromValue(2000)} tokens"
    assert spin.lineEdit().contentsRect().width() >= spin.fontMetrics().horizontalAdvance(words)
    assert spin.width() < 120
