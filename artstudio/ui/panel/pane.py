"""The plugin panel: choose an action, say what you want, generate."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
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

from artstudio.engine.job import State
from artstudio.studio.generate import Generation
from artstudio.studio.landing import Where
from artstudio.ui import theme
from artstudio.ui.actions import EVERYWHERE, Action
from artstudio.ui.models.picker import ModelPicker
from artstudio.ui.panel.chooser import ActionChooser
from artstudio.ui.panel.editors import NumberEditor
from artstudio.ui.panel.foot import Foot
from artstudio.ui.panel.form import LABEL_PX, RESET_PX, Form
from artstudio.ui.panel.inputs import Bound, InputRow, checked
from artstudio.ui.panel.memory import Memory
from artstudio.ui.panel.seed import SeedEditor
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from artstudio.engine.job import Control, Job
    from artstudio.sdk.schema import ActionSchema
    from artstudio.studio.generate import Inputs
    from artstudio.ui.session import Session

MOST_ALTERNATIVES = 8
WARM_AFTER_MS = 800  # a plugin that is only passed by is not worth a worker


class PanelPane(QWidget):
    """Draws whatever the catalog's plugins declare. It knows no plugin and no model."""

    models_wanted = Signal(str)  # plugin id: show the models window
    training_wanted = Signal(str)  # plugin id: show the training window

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        studio = session.studio
        self._memory = Memory(studio.folders.config / "panel.json" if studio is not None else None)
        self._action: ActionSchema | None = None
        self._plugin_id = ""
        self._inputs: list[InputRow] = []
        self._form = Form({})
        self._preparing = False

        self.chooser = ActionChooser()
        self.chooser.chosen.connect(self.choose)
        self._help = _dim_label()
        self.model = ModelPicker()
        self.model.manage_wanted.connect(lambda: self.models_wanted.emit(self._plugin_id))
        self.device = QComboBox()
        self.device.setAccessibleName(self.tr("Device"))
        self.seed = SeedEditor()
        self.count = NumberEditor({"type": "integer", "minimum": 1, "maximum": MOST_ALTERNATIVES})
        self.count.set_value(1)
        self.count.edited.connect(self._show_problem)
        self.count.setAccessibleName(self.tr("Number of results"))
        self.count.setToolTip(self.tr("How many results to choose from"))
        self.foot = Foot()
        self.foot.generate_wanted.connect(self.generate)
        self.foot.stop_wanted.connect(self.stop)

        self._body = QVBoxLayout()
        self._body.setSpacing(theme.GAP_PX)
        self._fixed = QVBoxLayout()
        self._fixed.setSpacing(theme.GAP_PX)
        self._fixed.addWidget(_line())
        self._fixed.addLayout(_row(self.tr("Model"), self.model))
        self._device_row = QWidget()
        self._device_row.setLayout(_row(self.tr("Device"), self.device))
        self._fixed.addWidget(self._device_row)
        self._fixed.addLayout(_row(self.tr("Seed"), self.seed))
        self._fixed.addLayout(_row(self.tr("Results"), self.count))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.GAP_PX + 2, theme.GAP_PX, theme.GAP_PX, theme.GAP_PX)
        column.setSpacing(theme.GAP_PX)
        column.addWidget(self._help)
        column.addLayout(self._body)
        column.addLayout(self._fixed)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget()
        self._stack.addWidget(_waiting(self.tr("Looking at the plugins…")))
        self._nothing = _dim_label()
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(16)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(scroll)
        top = QVBoxLayout()
        top.setContentsMargins(theme.GAP_PX, theme.GAP_PX, theme.GAP_PX, 0)
        top.addWidget(self.chooser)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.foot)

        self._warm_timer = QTimer(self)
        self._warm_timer.setSingleShot(True)
        self._warm_timer.setInterval(WARM_AFTER_MS)
        self._warm_timer.timeout.connect(self._warm)
        session.catalog.changed.connect(self._show_catalog)
        session.feed.changed.connect(self._show_jobs)
        session.tray.added.connect(self._show_jobs)
        session.tray.removed.connect(self._show_jobs)
        session.selection_changed.connect(self._show_inputs)
        session.changed.connect(self._show_inputs)
        session.project_replaced.connect(self._show_inputs)
        self._show_catalog()

    # ---------------------------------------------------------------------------------------- intents

    def pane_actions(self) -> list[Action]:
        """Verbs for the menus."""
        return [
            Action("panel.generate", self.tr("&Generate"), "models", self.generate, ("Ctrl+Return",),
                   when=self.foot.generate.isEnabled, icon="creation", scope=EVERYWHERE),
            Action("panel.stop", self.tr("&Stop Generating"), "models", self.stop, ("Ctrl+.",),
                   when=lambda: bool(self._jobs()), icon="stop", scope=EVERYWHERE),
            Action("panel.models", self.tr("&Models…"), "models",
                   lambda: self.models_wanted.emit(self._plugin_id), group=1,
                   when=lambda: bool(self._plugin_id), icon="bookshelf", scope=EVERYWHERE),
            Action("panel.train", self.tr("&Train a Model…"), "models",
                   lambda: self.training_wanted.emit(self._plugin_id), group=1,
                   when=lambda: bool(self._plugin_id), icon="school", scope=EVERYWHERE),
        ]  # fmt: skip

    def choose(self, plugin_id: str, action: str) -> None:
        """Show the form of an action, with what was chosen for it last."""
        schema = self._session.catalog.schemas[plugin_id]
        if self._action is not None:
            self._remember()
        self._plugin_id, self._action = plugin_id, schema.action(action)
        self.chooser.choose(plugin_id, action)
        self._help.setText(self._action.help.partition("\n\n")[0].replace("\n", " "))
        for widget in (*self._inputs, self._form):
            self._body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._inputs = [InputRow(entry, LABEL_PX) for entry in self._action.inputs]
        self._form = Form(self._action.params)
        for row in self._inputs:
            row.changed.connect(self._show_inputs)
            self._body.addWidget(row)
        self._form.changed.connect(self._show_problem)
        self._body.addWidget(self._form)
        self.model.set_models(self._session.catalog.models.get(plugin_id, []))
        self._recall()
        self._show_inputs()
        if self.isVisible():
            self._warm_timer.start()

    def generate(self) -> None:
        """Queue what the form says; its inputs are read beside the window."""
        studio, action = self._session.studio, self._action
        self._show_problem()
        if studio is None or action is None or not self.foot.generate.isEnabled():
            return
        sheet, selection = self._session.project.sheet, self._session.selection
        bound = [row.bound(sheet, selection) for row in self._inputs]
        model, count = self.model.model, self.count.value()
        generation = Generation(
            plugin=self._plugin_id,
            action=action.name,
            params=self._form.values(),
            seed=self.seed.value(),
            model=None if model is None else model.folder,
            device=str(self.device.currentData() or studio.device().name),
        )
        self._remember()
        self._preparing = True
        self._show_problem()

        def begin(media: Inputs) -> None:
            self._done_preparing()
            where = next((one.where for one in bound if one.where != Where()), Where())
            ready = replace(generation, media=media)
            self._session.tray.start(ready, action.title, action.outputs[0], where, count)
            self.seed.next()

        def refuse(error: Exception) -> None:
            self._done_preparing()
            self._session.failed.emit(error)

        in_background(self, "inputs", lambda: _read(action, bound), begin, refuse)

    def stop(self) -> None:
        """Stop everything that is being made."""
        studio = self._session.studio
        if studio is not None:
            for job in self._jobs():
                studio.queue.cancel(job)

    # ----------------------------------------------------------------------------------------- showing

    def _show_catalog(self) -> None:
        catalog = self._session.catalog
        self.chooser.fill(catalog)
        self._show_devices()
        current = self.chooser.current
        self.chooser.setVisible(current is not None)
        self.foot.setVisible(current is not None)
        if current is None:
            self._stack.setCurrentIndex(0 if catalog.loading else 1)
            reasons = "\n\n".join(f"{name}: {reason}" for name, reason in catalog.problems.items())
            self._nothing.setText(self.tr("No plugin can be used.") + ("\n\n" + reasons if reasons else ""))
            return
        self._stack.setCurrentIndex(2)
        if self._action is None or (self._plugin_id, self._action.name) != current:
            self.choose(*current)
        elif catalog.schemas[self._plugin_id].action(self._action.name) != self._action:
            self.choose(*current)  # the plugin was changed
        else:
            self.model.set_models(catalog.models.get(self._plugin_id, []))

    def _show_devices(self) -> None:
        devices = self._session.catalog.devices
        names = [self.device.itemData(i) for i in range(self.device.count())]
        if names[1:] != [device.name for device in devices]:
            self.device.clear()
            self.device.addItem(self.tr("As in the settings"), "")
            for device in devices:
                self.device.addItem(device.title, device.name)
        self._device_row.setVisible(len(devices) > 1)

    def _show_inputs(self) -> None:
        for row in self._inputs:
            row.refresh(self._session.project.sheet, self._session.selection)
        self._show_problem()

    def _show_problem(self) -> None:
        problems = [row.problem() for row in self._inputs] + [self._form.problem(), self.count.problem()]
        self.foot.set_problem(next((problem for problem in problems if problem), ""))
        # until the devices are known, asking for one could take seconds
        if self._preparing or self._action is None or not self._session.catalog.devices:
            self.foot.generate.setEnabled(False)

    def _show_jobs(self) -> None:
        self.foot.show_jobs(self._jobs())

    def _jobs(self) -> list[Job]:
        jobs = {take.job: None for take in self._session.tray.takes if take.job is not None}
        return [job for job in jobs if job.state is not State.ENDED]

    def _done_preparing(self) -> None:
        self._preparing = False
        self._show_problem()

    # ---------------------------------------------------------------------------------------- memory

    def _key(self) -> str:
        return f"{self._plugin_id} {self._action.name if self._action is not None else ''}"

    def _remember(self) -> None:
        model = self.model.model
        values: dict[str, Any] = {
            "params": self._form.values(),
            "inputs": {row.schema.name: row.source for row in self._inputs},
            "model": "" if model is None or model.starter else model.name,
            "count": self.count.value(),
        }
        if self.seed.lock.isChecked():
            values["seed"] = self.seed.value()
        self._memory.put(self._key(), values)

    def _recall(self) -> None:
        kept = self._memory.get(self._key())
        self._form.set_values(kept.get("params", {}))
        for row in self._inputs:
            row.choose(str(kept.get("inputs", {}).get(row.schema.name, "")))
        for model in self._session.catalog.models.get(self._plugin_id, []):
            if model.name == kept.get("model"):
                self.model.choose(model.folder)
        self.count.set_value(int(kept.get("count", 1)))
        if "seed" in kept:
            self.seed.set_value(int(kept["seed"]), locked=True)

    # ---------------------------------------------------------------------------------------- warming

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._session.catalog.plugins and not self._session.catalog.loading:
            self._session.catalog.load()
        if self._plugin_id:
            self._warm_timer.start()

    def _warm(self) -> None:
        """Start the worker of the plugin in sight, so that the first click is answered at once."""
        studio, plugin_id = self._session.studio, self._plugin_id
        if studio is None or not self.isVisible() or not self._session.catalog.devices:
            return
        if studio.host.is_warm(plugin_id):
            return
        host, device = studio.host, studio.device().name

        def work(control: Control) -> object:
            return host.warm(plugin_id, device, control)

        # in a lane of its own: it takes no turn from real work
        studio.queue.submit(self.tr("Getting ready"), work, lane=f"warm {plugin_id}")  # type: ignore[arg-type]


def _read(action: ActionSchema, bound: list[Bound]) -> Inputs:
    schemas = {entry.name: entry for entry in action.inputs}
    return {one.name: checked(schemas[one.name], one.read()) for one in bound}


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
    line.setStyleSheet(f"background: {theme.LINE};")
    return line


def _waiting(text: str) -> QWidget:
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.addStretch(1)
    label = QLabel(text)
    label.setProperty("dim", True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setFixedWidth(120)
    column.addWidget(label)
    column.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(1)
    return widget
