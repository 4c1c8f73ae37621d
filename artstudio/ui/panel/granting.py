"""The panel's part in writing along: the settings that it shows, or remembers, for an action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from artstudio.sdk.errors import InvalidValue, StudioError
from artstudio.studio.along import AFTER, BEFORE, UP_TO, Place, place_at, writes_along
from artstudio.studio.generate import Generation
from artstudio.ui.forms.form import Form
from artstudio.ui.forms.seed import another_seed
from artstudio.ui.panel.inputs import InputRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio.sdk.schema import ActionSchema
    from artstudio.studio.studio import Studio
    from artstudio.ui.along.strand import Wish
    from artstudio.ui.panel.body import Body
    from artstudio.ui.panel.foot import Foot
    from artstudio.ui.panel.input_list import InputList
    from artstudio.ui.panel.memory import Memory
    from artstudio.ui.session import Selection, Session


def place_along(
    action: ActionSchema, rows: Sequence[InputRow | InputList], selection: Selection
) -> Place | None:
    """Where an action writes along, if its inputs are from around the cursor; None for any other."""
    sources = [row.source for row in rows if isinstance(row, InputRow)]
    along = [source for source in sources if source in (UP_TO, BEFORE, AFTER)]
    if not along or action.outputs[:1] != ("text",):
        return None
    return place_at(along[0], selection.passage_id, selection.cursor, selection.anchor)


class Panel(Protocol):
    """What is asked of the panel."""

    body: Body
    foot: Foot

    @property
    def shown(self) -> tuple[str, ActionSchema] | None: ...

    def settings(self, studio: Studio, action: ActionSchema) -> Generation: ...

    def generate(self) -> None: ...


class Granting(QObject):
    """Answers the wishes of the text pane, now or as soon as the plugins are known."""

    def __init__(self, session: Session, panel: Panel, memory: Memory, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._panel, self._memory = session, panel, memory
        self._waiting: Wish | None = None
        session.along.wanted.connect(self.grant)
        session.catalog.changed.connect(self._go_on)

    def generate(self) -> None:
        """Generate what the panel says; but while the artist is at the text, go on with that."""
        if self._session.along.focused():
            self._session.along.go_on()
        else:
            self._panel.generate()

    def can_generate(self) -> bool:
        return self._session.along.focused() or self._panel.foot.generate.isEnabled()

    def grant(self, wish: Wish) -> None:
        """Do what is wished; of what cannot be done yet, only the last."""
        self._waiting = wish
        catalog = self._session.catalog
        if not catalog.plugins and not catalog.loading:
            catalog.load()
        self._go_on()

    def _go_on(self) -> None:
        wish, catalog = self._waiting, self._session.catalog
        if wish is None:
            return
        found = self._found(wish)
        if found is None or not catalog.devices:  # until these are known, to ask for one could take seconds
            if catalog.loading:
                return
            self._refuse(wish)
        self._waiting = None
        if found is not None:
            plugin_id, action = found
            generation, count = self._settings(plugin_id, action)
            try:
                wish.then(generation, action, count)
            except StudioError as error:
                self._session.failed.emit(error)

    def _settings(self, plugin_id: str, action: ActionSchema) -> tuple[Generation, int]:
        """What is shown for an action, or was when it was chosen last, and how many results."""
        studio, body = self._session.studio, self._panel.body
        assert studio is not None
        if self._panel.shown == (plugin_id, action):
            made = self._panel.settings(studio, action)
            body.seed.next()
            return made, body.alternatives.value()
        kept = self._memory.get(f"{plugin_id} {action.name}")
        form = Form(action.params)
        form.set_values(kept.get("params", {}))
        params = form.values()
        form.deleteLater()
        models = self._session.catalog.models.get(plugin_id, [])
        model = next((one.folder for one in models if one.name == kept.get("model")), None)
        device = str(body.device.currentData() or studio.device(plugin_id).name)
        seed = int(kept.get("seed", another_seed()))
        return Generation(plugin_id, action.name, {}, params, seed, model, device), int(kept.get("count", 1))

    def _refuse(self, wish: Wish) -> None:
        reason = self.tr("no plugin here has the action {action} for texts: install one that writes")
        self._session.failed.emit(InvalidValue(reason, action=wish.action))

    def _found(self, wish: Wish) -> tuple[str, ActionSchema] | None:
        """The action of the plugin that the panel shows, if it has it; or what shows, if that will do."""
        shown = self._panel.shown
        if wish.or_shown and shown is not None and writes_along(shown[1]):
            return shown
        schemas = self._session.catalog.schemas
        for plugin_id in sorted(schemas, key=lambda one: shown is None or one != shown[0]):
            for action in schemas[plugin_id].actions:
                texts = [one for one in action.inputs if one.kind == "text"]
                if action.name == wish.action and texts and action.outputs[:1] == ("text",):
                    return plugin_id, action
        return None
