"""The plugin panel: choose an action, say what you want, generate."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from artstudio.engine.job import State
from artstudio.studio.answers import answers_live
from artstudio.studio.generate import Generation
from artstudio.studio.landing import Where
from artstudio.ui import theme
from artstudio.ui.actions import EVERYWHERE, Action
from artstudio.ui.forms.form import Form
from artstudio.ui.forms.row import LABEL_PX
from artstudio.ui.panel.answer_strip import AnswerStrip
from artstudio.ui.panel.body import ACTION, WAITING, Body
from artstudio.ui.panel.choices import Choices
from artstudio.ui.panel.chooser import ActionChooser
from artstudio.ui.panel.following import Following
from artstudio.ui.panel.foot import Foot
from artstudio.ui.panel.granting import Granting, place_along
from artstudio.ui.panel.input_list import InputList
from artstudio.ui.panel.inputs import InputRow
from artstudio.ui.panel.lending import Lending
from artstudio.ui.panel.live_answers import Question
from artstudio.ui.panel.memory import Memory
from artstudio.ui.panel.presets import PresetsMenu
from artstudio.ui.panel.restoring import Restored, Restoring
from artstudio.ui.panel.sources import Bound, checked
from artstudio.ui.panel.warming import Warming
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent

    from artstudio.documents.recipe import Recipe
    from artstudio.engine.job import Job
    from artstudio.host.models import Model
    from artstudio.sdk.schema import ActionSchema
    from artstudio.studio.generate import Inputs
    from artstudio.studio.studio import Studio
    from artstudio.ui.models.window import ModelsWindow
    from artstudio.ui.session import Session
    from artstudio.ui.training.window import TrainingWindow


@dataclass(frozen=True)
class Standing:
    """What a panel hands on to its successor: plugin and action, `Choices.held` and the device."""

    shown: tuple[str, str] | None
    held: dict[tuple[str, str], Any]
    device: str


class PanelPane(QWidget):
    """Draws whatever the catalog's plugins declare. It knows no plugin and no model."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        studio = session.studio
        self._memory = Memory(studio.folders.config / "panel.json" if studio is not None else None)
        self._action: ActionSchema | None = None
        self._plugin_id = ""
        self._preparing = self._looked = False
        self._models: ModelsWindow | None = None  # made when first wanted
        self._training: TrainingWindow | None = None

        self.chooser = ActionChooser()
        self.chooser.chosen.connect(self.choose)
        self.body = Body()
        self.answers = AnswerStrip(session)
        self._choices = Choices(self._memory, self.body, self.answers)
        self._following = Following(session, self._memory, self)
        self._following.changed.connect(self._follow)
        self.body.model.manage_wanted.connect(self.open_models)
        self.body.model.changed.connect(self._choices.show_names)
        self.body.alternatives.edited.connect(self._show_problem)
        self.answers.wanted.connect(self._ask)
        self.answers.opened.connect(self.body.show_form)
        for changed in (self.body.model.changed, self.body.seed.changed, self.body.device.activated):
            changed.connect(self._ask)
        self.foot = Foot()
        self.foot.generate_wanted.connect(self.generate)
        self.foot.stop_wanted.connect(self.stop)
        self.presets = PresetsMenu(session, self, self)
        top = QHBoxLayout()
        top.setContentsMargins(theme.GAP_PX, theme.GAP_PX, theme.GAP_PX, 0)
        top.addWidget(self.chooser, 1)
        top.addWidget(self.presets.button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.body, 1)
        whole.addWidget(self.answers)
        whole.addWidget(self.foot)

        self._warming = Warming(session, self)
        session.catalog.changed.connect(self._show_catalog)
        self._granting = Granting(session, self, self._memory, self)
        self._restoring = Restoring(session, self._show_restored, self)
        Lending(session, self, self)
        session.feed.changed.connect(self._show_jobs)
        session.tray.added.connect(self._show_jobs)
        session.tray.removed.connect(self._show_jobs)
        session.along.began.connect(self._show_jobs)
        session.selection_changed.connect(self._show_inputs)
        session.changed.connect(self._show_inputs)
        session.project_replaced.connect(self._show_inputs)
        self._show_catalog()

    # ---------------------------------------------------------------------------------------- intents

    def pane_actions(self) -> list[Action]:
        """Verbs for the menus."""
        return [
            Action("panel.generate", self.tr("&Generate"), "models", self._granting.generate,
                   ("Ctrl+Return",), when=self._granting.can_generate, icon="creation", scope=EVERYWHERE),
            Action("panel.stop", self.tr("&Stop Generating"), "models", self.stop, ("Ctrl+.",),
                   when=lambda: bool(self._jobs()), icon="stop", scope=EVERYWHERE),
            Action("panel.models", self.tr("&Models…"), "models", self.open_models, group=1,
                   when=lambda: bool(self._plugin_id), icon="bookshelf", scope=EVERYWHERE),
            Action("panel.train", self.tr("&Train a Model…"), "models", self.open_training, group=1,
                   when=lambda: bool(self._plugin_id), icon="school", scope=EVERYWHERE),
            Action("panel.unload", self.tr("&Free Memory"), "models", self.unload, group=1,
                   icon="memory", scope=EVERYWHERE),
        ]  # fmt: skip

    def choose(self, plugin_id: str, action: str) -> None:
        """Show the form of an action, with what was chosen for it last."""
        self.chooser.choose(plugin_id, action)
        self._following.note(plugin_id, action)
        self._show_action(plugin_id, action)

    def generate(self) -> None:
        """Queue what the form says; its inputs are read beside the window."""
        studio, action = self._session.studio, self._action
        self._show_problem()
        if studio is None or action is None or not self.foot.generate.isEnabled():
            return
        bound, generation = self._bound(), self.settings(studio, action)
        count = self.body.alternatives.value()
        place = place_along(action, self.body.inputs, self._session.selection)
        self._choices.remember()
        self._preparing = True
        self._show_problem()

        def begin(media: Inputs) -> None:
            self._done_preparing()
            where = next((one.where for one in bound if one.where != Where()), Where())
            ready = replace(generation, media=media)
            if place is None:
                self._session.tray.start(ready, action.title, action.outputs[0], where, count)
            else:
                self._session.along.start(ready, action.title, place, count)
            if not self.answers.answers.on:  # what is seen there is to stay
                self.body.seed.next()

        def refuse(error: Exception) -> None:
            self._done_preparing()
            self._session.failed.emit(error)

        in_background(self, "inputs", lambda: _read(action, bound), begin, refuse)

    def _bound(self) -> list[Bound]:
        sheet, selection = self._session.project.sheet, self._session.selection
        return [row.bound(sheet, selection) for row in self.body.inputs]

    def settings(self, studio: Studio, action: ActionSchema) -> Generation:
        """What the form says, without its inputs."""
        model = self.body.model.model
        return Generation(
            plugin=self._plugin_id,
            action=action.name,
            params=self.body.form.values(),
            seed=self.body.seed.value(),
            model=None if model is None else model.folder,
            device=str(self.body.device.currentData() or studio.device(self._plugin_id).name),
        )

    @property
    def shown(self) -> tuple[str, ActionSchema] | None:
        """The plugin and the action that are chosen."""
        return (self._plugin_id, self._action) if self._action is not None else None

    def _ask(self) -> None:
        """Ask for a live answer to what the panel says now, if one is wanted and possible."""
        studio, action, live = self._session.studio, self._action, self.answers.answers
        if not live.on or studio is None or action is None or not self._session.catalog.devices:
            return
        if self.isVisible() and not self.body.problem():
            inputs, side_px = tuple(self._bound()), self.answers.side_px
            live.ask(Question(action, self.settings(studio, action), inputs, side_px))

    def stop(self) -> None:
        """Stop everything that is being made; what was written stays."""
        studio = self._session.studio
        self._session.along.stop()
        if studio is not None:
            for job in self._jobs():
                studio.queue.cancel(job)

    def unload(self) -> None:
        """Give back the memory of every model that is not at work."""
        studio = self._session.studio
        if studio is not None:
            host = studio.host
            in_background(
                self, "unload", lambda: [host.unload(name) for name in host.memory_bytes()],
                lambda _ended: None, self._session.failed.emit,
            )  # fmt: skip

    def open_models(self) -> None:
        """Show the models of the plugin that is chosen."""
        if self._models is None:
            from artstudio.ui.models.window import ModelsWindow

            self._models = ModelsWindow(self._session, self)
            self._models.use_wanted.connect(self.use_model)
            self._models.training_wanted.connect(lambda _plugin_id: self.open_training())
        self._models.open_for(self._plugin_id)

    def open_training(self) -> None:
        """Show the training window, set up for the plugin that is chosen."""
        if self._training is None:
            from artstudio.ui.training.window import TrainingWindow

            self._training = TrainingWindow(self._session, self)
            self._training.models_wanted.connect(lambda _plugin_id: self.open_models())
        self._training.open_for(self._plugin_id)

    def restore(self, recipe: Recipe) -> None:
        """Show the action, parameters, seed and model of `recipe`, as soon as its plugin is read."""
        self._restoring.begin(recipe)

    def _show_restored(self, was: Restored) -> None:
        self.choose(was.plugin_id, was.action)
        self.body.form.set_values(was.params)
        self.body.seed.set_value(was.seed, locked=True)
        self.body.alternatives.set_value(1)
        if was.model is not None:
            self.body.model.choose(was.model.folder)
        self._choices.remember()
        self._show_problem()

    def use_model(self, model: Model) -> None:
        """Work with `model` from now on."""
        if model.plugin != self._plugin_id:
            self.choose(model.plugin, self._session.catalog.schemas[model.plugin].actions[0].name)
        self.body.model.choose(model.folder)
        self._choices.show_names()
        self._choices.remember()

    # ----------------------------------------------------------------------------------------- showing

    def _show_catalog(self) -> None:
        catalog = self._session.catalog
        self.chooser.fill(catalog)
        if not self._following.chosen and (wanted := self._following.wanted()):
            self.chooser.choose(*wanted)
        self._show_devices()
        current = self.chooser.current
        for widget in (self.chooser, self.presets.button, self.foot):
            widget.setVisible(current is not None)
        if current is None:
            self.answers.open_for(False)
            if catalog.loading or not self._looked:
                self.body.setCurrentIndex(WAITING)
            else:
                reasons = [f"{name}: {reason}" for name, reason in catalog.problems.items()]
                self.body.show_nothing("\n\n".join([self.tr("No plugin can be used."), *reasons]))
            return
        self.body.setCurrentIndex(ACTION)
        if self._action is None or (self._plugin_id, self._action.name) != current:
            self._show_action(*current)
        elif catalog.schemas[self._plugin_id].action(self._action.name) != self._action:
            self._show_action(*current)  # the plugin was changed
        else:
            self.body.model.set_models(catalog.models.get(self._plugin_id, []))
            self._show_problem()  # the devices may have been all that was missing

    def _follow(self) -> None:
        """Show what the workspace that was entered is for."""
        if wanted := self._following.wanted():
            self.chooser.choose(*wanted)
            if wanted != (self._plugin_id, self._action.name if self._action is not None else ""):
                self._show_action(*wanted)

    def _show_action(self, plugin_id: str, action: str) -> None:
        schema = self._session.catalog.schemas[plugin_id]
        if self._action is not None:
            self._choices.remember()
        self._plugin_id, self._action = plugin_id, schema.action(action)
        self._choices.open_for(plugin_id, action)
        rows: list[InputRow | InputList] = [
            InputList(entry, self._session) if entry.many else InputRow(entry, LABEL_PX, self._action.name)
            for entry in self._action.inputs
        ]
        form = Form(self._action.params)
        for row in rows:
            row.changed.connect(self._show_inputs)
        form.changed.connect(self._show_problem)
        form.renamed.connect(self._choices.remember_names)
        self.body.show_action(self._action.help, rows, form)
        self.answers.open_for(answers_live(self._action))
        self.body.model.set_models(self._session.catalog.models.get(plugin_id, []))
        self._choices.recall(self._session.catalog.models.get(plugin_id, []))
        self._show_inputs()
        self._warming.want(plugin_id)

    def _show_devices(self) -> None:
        devices, box = self._session.catalog.devices, self.body.device
        shown = [(box.itemText(i), box.itemData(i)) for i in range(1, box.count())]
        if not box.count() or shown != [(device.title, device.name) for device in devices]:
            box.clear()
            box.addItem(self.tr("As in the settings"), "")
            for device in devices:
                box.addItem(device.title, device.name)
        self.body.device_row.setVisible(len(devices) > 1)

    def _show_inputs(self) -> None:
        for row in self.body.inputs:
            row.refresh(self._session.project.sheet, self._session.selection)
        self._show_problem()

    def _show_problem(self) -> None:
        self.foot.set_problem(self.body.problem())
        # until the devices are known, asking for one could take seconds
        if self._preparing or self._action is None or not self._session.catalog.devices:
            self.foot.generate.setEnabled(False)
        self._ask()

    def _show_jobs(self) -> None:
        self.foot.show_jobs(self._jobs())

    def _jobs(self) -> list[Job]:
        jobs = {take.job: None for take in self._session.tray.takes if take.job is not None}
        return [job for job in [*self._session.along.jobs, *jobs] if job.state is not State.ENDED]

    def _done_preparing(self) -> None:
        self._preparing = False
        self._show_problem()

    # ------------------------------------------------------------------------------- going and coming back

    def standing(self) -> Standing:
        """What is chosen, and what only lives as long as the window."""
        if self._action is not None:
            self._choices.remember()
        device = str(self.body.device.currentData() or "")
        return Standing(self.shown and (self._plugin_id, self.shown[1].name), self._choices.held, device)

    def resume(self, standing: Standing) -> None:
        """Go on as `standing` said of another panel."""
        self._choices.held = standing.held
        if standing.shown is not None and self.chooser.choose(*standing.shown):
            self._following.chosen = True
            self._action = None  # the fields are not what was chosen
            self._show_action(*standing.shown)
        self.body.device.setCurrentIndex(max(0, self.body.device.findData(standing.device)))

    def shut_down(self) -> None:
        """Answer no longer."""
        self.answers.answers.stop()

    # ---------------------------------------------------------------------------------------- being seen

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._looked:
            self._looked = True
            QTimer.singleShot(0, self, self._look)  # not before the window is in sight

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()  # it may have changed while the panel was out of sight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.answers.fit(self.height())

    def _look(self) -> None:
        if not self._session.catalog.plugins and not self._session.catalog.loading:
            self._session.catalog.load()
        elif self._plugin_id:
            self._warming.want(self._plugin_id)


def _read(action: ActionSchema, bound: list[Bound]) -> Inputs:
    schemas = {entry.name: entry for entry in action.inputs}
    return {one.name: checked(schemas[one.name], one.read()) for one in bound}
