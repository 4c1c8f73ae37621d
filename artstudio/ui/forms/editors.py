"""One widget for each kind of parameter that a JSON schema can declare."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from artstudio.ui import theme
from artstudio.ui.choice_box import ChoiceBox
from artstudio.ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QLayout

Schema = dict[str, Any]

SLIDER_STEPS = 5_000  # with more, no hand can find a value on a slider
DECIMALS = 8  # zeros at the end are not shown
SPIN_PX = 78
FIELD_EDGE_PX = 10  # frame and padding on either side of what is typed
TEXT_ROWS = 4


class Editor(QWidget):
    """Shows and changes one value. `problem` is a sentence while what is typed cannot be used, else ""."""

    edited = Signal()  # by the artist, not by `set_value`

    def value(self) -> Any:
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        raise NotImplementedError

    def problem(self) -> str:
        return ""

    def asks(self) -> bool:
        """Whether the problem is that the artist must say something, which no default can."""
        return False

    def _hold(self, layout: QLayout, *widgets: QWidget) -> None:
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP_PX)
        widgets[-1].setParent(self)  # first in the order of Tab: Qt passes over what stands before a proxy
        for widget in widgets:
            layout.addWidget(widget)
            widget.installEventFilter(_quiet_wheel)
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(widgets[-1])
        self._parts = widgets

    def describe(self, name: str, help_text: str) -> None:
        """Tell a screen reader what is edited here."""
        for widget in self._parts:
            widget.setAccessibleName(name)
            widget.setAccessibleDescription(help_text)


class _QuietWheel(QObject):
    """Scrolling a form must not turn the values under the pointer: only a focused widget takes the wheel."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


_quiet_wheel = _QuietWheel()


class _Spin(QDoubleSpinBox):
    """Takes any number that is typed, so that one out of range can be explained; stepping stays in range."""

    def __init__(self, low: float, high: float) -> None:
        super().__init__()
        self._low, self._high = low, high
        self.setRange(-1e15, 1e15)
        self.setKeyboardTracking(True)
        self.setCorrectionMode(QDoubleSpinBox.CorrectionMode.CorrectToPreviousValue)

    def stepBy(self, steps: int) -> None:
        stepped = self.value() + steps * self.singleStep()
        self.setValue(min(max(stepped, self._low), self._high))
        self.selectAll()

    def textFromValue(self, value: float) -> str:
        text = f"{value:.{self.decimals()}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text


class NumberEditor(Editor):
    """A whole or real number: a box to type in, and a slider where both ends are known (or a puck)."""

    def __init__(self, schema: Schema) -> None:
        super().__init__()
        self._whole = schema.get("type") == "integer"
        self._low: float = (
            schema["minimum"] if "minimum" in schema else schema.get("exclusiveMinimum", -math.inf)
        )
        self._high: float = (
            schema["maximum"] if "maximum" in schema else schema.get("exclusiveMaximum", math.inf)
        )
        self._open_low, self._open_high = "exclusiveMinimum" in schema, "exclusiveMaximum" in schema
        self._unit = str(schema.get("unit", ""))
        step = float(schema.get("step", 0) or self._natural_step())
        self._value: float = 0

        self._spin = _Spin(self._low + step * self._open_low, self._high - step * self._open_high)
        self._spin.setDecimals(0 if self._whole else DECIMALS)
        self._spin.setSingleStep(step)
        self._spin.setSuffix(f" {self._unit}" if self._unit else "")
        self._spin.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._spin.valueChanged.connect(self._on_spin)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        row = QHBoxLayout(self)
        bounded = -math.inf < self._low < self._high < math.inf
        if bounded and "puck" not in schema and self._high - self._low <= SLIDER_STEPS * step:
            self._steps = max(1, round((self._high - self._low) / step))
            self._slider.setRange(0, self._steps)
            self._slider.setPageStep(max(1, self._steps // 10))
            self._slider.setMinimumWidth(48)
            self._slider.valueChanged.connect(self._on_slider)
            self._hold(row, self._slider, self._spin)
            self._spin.setFixedWidth(max(SPIN_PX, self._width_of_longest()))
        else:
            self._steps = 0
            self._hold(row, self._spin)

    def _width_of_longest(self) -> int:
        """What the last value of the range takes with its unit; Qt's hint has room for all decimals."""
        longest = self._spin.textFromValue(self._high) + self._spin.suffix()
        return self._spin.fontMetrics().horizontalAdvance(longest) + 2 * FIELD_EDGE_PX

    def value(self) -> Any:
        return round(self._value) if self._whole else self._value

    def set_value(self, value: Any) -> None:
        self._value = float(value) if isinstance(value, int | float) else 0.0
        with QSignalBlocker(self._spin):
            self._spin.setValue(self._value)
        self._show_on_slider()

    def problem(self) -> str:
        below = self._value <= self._low if self._open_low else self._value < self._low
        above = self._value >= self._high if self._open_high else self._value > self._high
        if not below and not above:
            return ""
        if math.isinf(self._high):
            text = self.tr("Above {low} only.") if self._open_low else self.tr("{low} or more, please.")
        elif math.isinf(self._low):
            text = self.tr("Below {high} only.") if self._open_high else self.tr("{high} or less, please.")
        else:
            text = self.tr("Must lie between {low} and {high}.")
        return text.format(low=self._shown(self._low), high=self._shown(self._high))

    def _shown(self, number: float) -> str:
        return f"{number:g} {self._unit}".strip() if abs(number) < 1e6 else f"{number:.0f}"

    def _natural_step(self) -> float:
        if self._whole:
            return 1
        span = self._high - self._low
        return 10 ** math.floor(math.log10(span / 50)) if math.isfinite(span) and span > 0 else 0.1

    def _on_spin(self, value: float) -> None:
        self._value = value
        self._show_on_slider()
        self.edited.emit()

    def _on_slider(self, position: int) -> None:
        value = self._low + (self._high - self._low) * position / self._steps
        step = self._spin.singleStep()
        self._spin.setValue(self._low + round((value - self._low) / step) * step)

    def _show_on_slider(self) -> None:
        if self._steps:
            share = (self._value - self._low) / (self._high - self._low)
            with QSignalBlocker(self._slider):
                self._slider.setValue(round(min(max(share, 0.0), 1.0) * self._steps))


class BoolEditor(Editor):
    """A switch."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QCheckBox()
        self._box.toggled.connect(lambda _on: self.edited.emit())
        self._hold(QHBoxLayout(self), self._box)

    def value(self) -> bool:
        return self._box.isChecked()

    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self._box):
            self._box.setChecked(bool(value))


class ChoiceEditor(Editor):
    """One of several."""

    def __init__(self, schema: Schema) -> None:
        super().__init__()
        self._choices = list(schema["enum"])
        self._box = ChoiceBox(6)
        self._titles = [str(title) for title in schema.get("choice_titles", self._choices)]
        self._box.addItems(self._titles)
        self._box.currentIndexChanged.connect(lambda _index: self.edited.emit())
        self._hold(QHBoxLayout(self), self._box)

    def value(self) -> Any:
        return self._choices[self._box.currentIndex()]

    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self._box):
            self._box.setCurrentIndex(self._choices.index(value) if value in self._choices else 0)


class TextEditor(Editor):
    """A line of text, or several."""

    def __init__(self, schema: Schema) -> None:
        super().__init__()
        self._short, self._long = int(schema.get("minLength", 0)), int(schema.get("maxLength", 1_000_000))
        self._text: QLineEdit | QPlainTextEdit
        if schema.get("multiline") or "\n" in str(schema.get("default", "")):
            self._text = QPlainTextEdit()
            self._text.setTabChangesFocus(True)
            self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * TEXT_ROWS + 12)
        else:
            self._text = QLineEdit()
        self._text.textChanged.connect(lambda: self.edited.emit())
        self._hold(QVBoxLayout(self), self._text)

    def value(self) -> str:
        return self._text.text() if isinstance(self._text, QLineEdit) else self._text.toPlainText()

    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self._text):
            if isinstance(self._text, QLineEdit):
                self._text.setText(str(value))
            else:
                self._text.setPlainText(str(value))

    def problem(self) -> str:
        length = len(self.value())
        if length < self._short:
            least = self.tr("At least {n} character, please."), self.tr("At least {n} characters, please.")
            return counted(self._short, *least)
        most = self.tr("At most {n} character, please."), self.tr("At most {n} characters, please.")
        return counted(self._long, *most) if length > self._long else ""


class JsonEditor(Editor):
    """Anything else, typed as JSON: a plugin with an unusual parameter stays usable."""

    def __init__(self) -> None:
        super().__init__()
        self._line = QLineEdit()
        self._line.setToolTip(self.tr("The panel has no widget for this kind of value: type it as JSON."))
        self._line.textChanged.connect(lambda _text: self.edited.emit())
        self._hold(QHBoxLayout(self), self._line)

    def value(self) -> Any:
        try:
            return json.loads(self._line.text())
        except ValueError:
            return None

    def set_value(self, value: Any) -> None:
        with QSignalBlocker(self._line):
            self._line.setText(json.dumps(value, ensure_ascii=False))

    def problem(self) -> str:
        try:
            json.loads(self._line.text())
        except ValueError:
            return self.tr('Type it as JSON: 3, "words", [1, 2] or null.')
        return ""


def resolved(schema: Schema, definitions: Mapping[str, Any]) -> Schema:
    """`schema` with its reference into `$defs` filled in (an `Enum` becomes one), its own entries winning."""
    parts = [schema, *schema.get("allOf", ())]
    for part in parts:
        reference = str(part.get("$ref", ""))
        if reference.startswith("#/$defs/"):
            found = definitions.get(reference.removeprefix("#/$defs/"), {})
            return {**found, **schema}
    return schema


def editor_for(schema: Schema) -> Editor:
    """The widget for one property of a `resolved` schema."""
    if isinstance(schema.get("enum"), list) and schema["enum"]:
        return ChoiceEditor(schema)
    if "const" in schema:
        return ChoiceEditor({"enum": [schema["const"]]})
    match schema.get("type"):
        case "integer" | "number":
            return NumberEditor(schema)
        case "boolean":
            return BoolEditor()
        case "string":
            return TextEditor(schema)
    return JsonEditor()
