"""The middle of the panel: the form of an action, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from artstudio.ui import theme
from artstudio.ui.busy_bar import show_busy
from artstudio.ui.forms.editors import NumberEditor
from artstudio.ui.forms.form import Form
from artstudio.ui.forms.row import LABEL_PX, RESET_PX
from artstudio.ui.forms.seed import SeedEditor
from artstudio.ui.models.picker import ModelPicker
from artstudio.ui.panel.input_list import InputList

if TYPE_CHECKING:
    from artstudio.ui.panel.inputs import InputRow

MOST_ALTERNATIVES = 8
WAITING, NOTHING, ACTION = range(3)


class Body(QStackedWidget):
    """Holds what differs from action to action, and below it what every action has."""

    def __init__(self) -> None:
        super().__init__()
        self.inputs: list[InputRow | InputList] = []
        self.form = Form({})
        self.model = ModelPicker()
        self.device = QComboBox()
        self.device.setAccessibleName(self.tr("Device"))
        self.model.setWhatsThis(
            self.tr("What the action was taught by: the starter that came along, or your work.")
        )
        self.device.setWhatsThis(self.tr("Where the model runs. A graphics card is the fastest."))
        self.seed = SeedEditor()
        self.alternatives = NumberEditor({"type": "integer", "minimum": 1, "maximum": MOST_ALTERNATIVES})
        self.alternatives.set_value(1)
        self.alternatives.describe(self.tr("Number of results"), "")
        self.alternatives.setWhatsThis(self.tr("How many results to choose from"))
        self.alternatives.setToolTip(self.tr("How many results to choose from"))

        self._help = _dim_label()
        self._own = QVBoxLayout()
        self._own.setSpacing(theme.GAP_PX)
        self.device_row = QWidget()
        self.device_row.setLayout(_row(self.tr("Device"), self.device))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.GAP_PX + 2, theme.GAP_PX, theme.GAP_PX, theme.GAP_PX)
        column.setSpacing(theme.GAP_PX)
        column.addWidget(self._help)
        column.addLayout(self._own)
        column.addWidget(_line())
        column.addLayout(_row(self.tr("Model"), self.model))
        column.addWidget(self.device_row)
        column.addLayout(_row(self.tr("Seed"), self.seed))
        column.addLayout(_row(self.tr("Results"), self.alternatives))
        column.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = _dim_label()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(16)
        self.addWidget(_waiting(self.tr("Looking at the plugins…")))
        self.addWidget(self._nothing)
        self.addWidget(scroll)

    def show_nothing(self, reasons: str) -> None:
        """Say why there is no action to choose."""
        self._nothing.setText(reasons)
        self.setCurrentIndex(NOTHING)

    def show_action(self, help_text: str, inputs: list[InputRow | InputList], form: Form) -> None:
        """Draw an action in the place of the one before."""
        for widget in (*self.inputs, self.form):
            self._own.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.inputs, self.form = inputs, form
        for widget in (*inputs, form):
            self._own.addWidget(widget)
            if isinstance(widget, InputList):
                widget.pictures_changed.connect(lambda one=widget: form.show_pictures(one.pictures()))
        self._help.setText(help_text.partition("\n\n")[0].replace("\n", " "))

    def show_form(self) -> None:
        """Bring the parameters into sight, as soon as the room around them is shared out."""
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.form, 0, 0))

    def problem(self) -> str:
        """The first thing that keeps one from generating, or ""."""
        problems = [row.problem() for row in self.inputs] + [self.form.problem(), self.alternatives.problem()]
        return next((problem for problem in problems if problem), "")


def _row(title: str, widget: QWidget) -> QHBoxLayout:
    label = QLabel(title)
    label.setFixedWidth(LABEL_PX)
    label.setBuddy(widget)
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.GAP_PX)
    row.addWidget(label)
    row.addWidget(widget, 1)
    row.addSpacing(RESET_PX + theme.GAP_PX)  # in line with the form's rows
    return row


def _dim_label() -> QLabel:
    label = QLabel()
    label.setProperty("dim", True)
    label.setWordWrap(True)
    return label


def _line() -> QFrame:
    line = QFrame()
    line.setFixedHeight(1)
    theme.dress(line, "background: $LINE;")
    return line


def _waiting(text: str) -> QWidget:
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.addStretch(1)
    label = QLabel(text)
    label.setProperty("dim", True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    bar = QProgressBar()
    show_busy(bar)
    bar.setAccessibleName(text)
    bar.setFixedWidth(120)
    column.addWidget(label)
    column.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(1)
    return widget
