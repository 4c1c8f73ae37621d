"""What to train, on what, from where, for how long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from artstudio.studio.training import TrainingPlan
from artstudio.ui import theme
from artstudio.ui.forms.editors import NumberEditor
from artstudio.ui.forms.form import Form
from artstudio.ui.forms.seed import SeedEditor
from artstudio.ui.models.picker import ModelPicker
from artstudio.ui.training.data_list import DataList

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio.sdk.schema import TrainingSchema
    from artstudio.ui.catalog import Catalog

MINUTES = {"type": "number", "minimum": 0.1, "step": 5}
DEFAULT_MINUTES = 20


class Setup(QWidget):
    """The left side of the training window."""

    start_wanted = Signal(object)  # TrainingPlan
    manage_wanted = Signal(str)  # plugin id

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self._catalog = catalog
        self._form = Form({})
        self._named = False  # by the artist, not from the data

        self.plugin = QComboBox()
        self.plugin.activated.connect(lambda _index: self._show_plugin())
        self.task = QComboBox()
        self.task.activated.connect(lambda _index: self._show_task())
        self._help = QLabel()
        self._help.setProperty("dim", True)
        self._help.setWordWrap(True)
        self.data = DataList()
        self.data.changed.connect(self._on_data)
        self.base = ModelPicker(with_nothing=True)
        self.base.manage_wanted.connect(lambda: self.manage_wanted.emit(self.plugin_id))
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("What the new model will be called"))
        self.name.textEdited.connect(self._on_name)
        self.timed = QCheckBox(self.tr("Stop after"))
        self.timed.setChecked(True)
        self.timed.setToolTip(self.tr("Otherwise the parameters below say when to stop"))
        self.timed.toggled.connect(self._show_problem)
        self.minutes = NumberEditor({**MINUTES, "unit": self.tr("min")})
        self.minutes.set_value(DEFAULT_MINUTES)
        self.minutes.describe(self.tr("Minutes"), "")
        self.minutes.edited.connect(self._show_problem)
        self.timed.toggled.connect(self.minutes.setEnabled)
        self.seed = SeedEditor()
        self._problem = QLabel()
        self._problem.setProperty("dim", True)
        self._problem.setWordWrap(True)
        self.start = QPushButton(theme.icon("school", theme.ON_ACCENT), self.tr("Start training"))
        self.start.setProperty("primary", True)
        self.start.setMinimumHeight(30)
        self.start.setAutoDefault(False)
        self.start.clicked.connect(self._start)

        time = QHBoxLayout()
        time.addWidget(self.timed)
        time.addWidget(self.minutes, 1)
        self._task_label = _heading(self.tr("Task"))
        self._body = QVBoxLayout()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.GAP_PX, 0)
        column.setSpacing(theme.GAP_PX)
        for label, widget in (
            (_heading(self.tr("Plugin")), self.plugin),
            (self._task_label, self.task),
            (None, self._help),
            (_heading(self.tr("Learn from")), self.data),
            (_heading(self.tr("Begin from")), self.base),
            (_heading(self.tr("Name")), self.name),
        ):
            if label is not None:
                label.setBuddy(widget)
                widget.setAccessibleName(label.text())
                column.addWidget(label)
            column.addWidget(widget)
        column.addWidget(_heading(self.tr("How long")))
        column.addLayout(time)
        column.addLayout(self._body)
        column.addWidget(_heading(self.tr("Seed")))
        column.addWidget(self.seed)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.GAP_PX)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._problem)
        whole.addWidget(self.start)
        catalog.changed.connect(self._show_catalog)
        self._show_catalog()

    @property
    def plugin_id(self) -> str:
        return str(self.plugin.currentData() or "")

    def choose_plugin(self, plugin_id: str) -> None:
        """Show what the plugin can learn, if it can learn."""
        index = self.plugin.findData(plugin_id)
        if index >= 0 and index != self.plugin.currentIndex():
            self.plugin.setCurrentIndex(index)
            self._show_plugin()

    def plan(self) -> TrainingPlan:
        """What the form says."""
        base = self.base.model
        task = self._task()
        return TrainingPlan(
            plugin=self.plugin_id,
            data=tuple(str(path) for path in self.data.paths),
            name=self.name.text().strip(),
            task=task.name if task is not None else None,
            base=None if base is None else str(base.folder),
            seconds=self.minutes.value() * 60 if self.timed.isChecked() else None,
            params=self._form.values(),
            seed=self.seed.value(),
        )

    def problem(self) -> str:
        """What is missing before one can start, or ""."""
        if self._task() is None:
            return self.tr("None of the plugins can learn.")
        if found := self.data.problem():
            return found
        if not re.fullmatch(r"\w[\w .-]{0,63}", self.name.text().strip()):
            return self.tr("Give the new model a name: letters, digits, spaces, - and _.")
        if self.timed.isChecked() and (found := self.minutes.problem()):
            return found
        return self._form.problem()

    def _task(self) -> TrainingSchema | None:
        schema = self._catalog.schemas.get(self.plugin_id)
        index = max(0, self.task.currentIndex())
        return schema.trainings[index] if schema is not None and index < len(schema.trainings) else None

    def _show_catalog(self) -> None:
        kept = self.plugin_id
        known = [self.plugin.itemData(i) for i in range(self.plugin.count())]
        able = [plugin_id for plugin_id, schema in self._catalog.schemas.items() if schema.trainings]
        self.base.set_models(self._catalog.models.get(kept, []))
        if known != able:
            self.plugin.clear()
            for plugin_id in able:
                self.plugin.addItem(self._catalog.plugins[plugin_id].manifest.title, plugin_id)
            self.plugin.setCurrentIndex(max(0, self.plugin.findData(kept)))
            if self.plugin_id != kept:
                self._show_plugin()
        self._show_problem()

    def _show_plugin(self) -> None:
        schema = self._catalog.schemas.get(self.plugin_id)
        self.task.clear()
        for training in schema.trainings if schema is not None else ():
            self.task.addItem(training.title, training.name)
        several = self.task.count() > 1
        self.task.setVisible(several)
        self._task_label.setVisible(several)
        self.base.set_models(self._catalog.models.get(self.plugin_id, []))
        self._show_task()

    def _show_task(self) -> None:
        task = self._task()
        self._body.removeWidget(self._form)
        self._form.hide()
        self._form.deleteLater()
        self._form = Form(task.params if task is not None else {})
        self._form.changed.connect(self._show_problem)
        self._body.addWidget(self._form)
        self._help.setText(task.help.partition("\n\n")[0].replace("\n", " ") if task is not None else "")
        self.data.set_formats(task.formats if task is not None else ())
        self._show_problem()

    def _on_data(self) -> None:
        if not self._named:
            paths = self.data.paths
            self.name.setText(_name_from(paths[0]) if paths else "")
        self._show_problem()

    def _on_name(self) -> None:
        self._named = bool(self.name.text())
        self._show_problem()

    def _show_problem(self) -> None:
        problem = self.problem()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        # until the devices are known, asking for one could take seconds
        self.start.setEnabled(not problem and bool(self._catalog.devices))

    def _start(self) -> None:
        self.start_wanted.emit(self.plan())
        self.seed.next()


def _name_from(path: Path) -> str:
    """A model's name from what it learns from."""
    name = re.sub(r"[^\w .-]", "", path.stem).strip(" .-_")
    return name[:60] or "model"


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("dim", True)
    return label
