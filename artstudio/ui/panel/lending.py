"""What other panes hand to the panel: a result as an input, a model to work with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from artstudio.sdk import BadModel, InvalidValue
from artstudio.ui.panel.input_list import InputList
from artstudio.ui.panel.picks import Pick
from artstudio.ui.panel.sources import FILE

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from artstudio.host.models import Model
    from artstudio.sdk.schema import ActionSchema
    from artstudio.ui.panel.body import Body
    from artstudio.ui.session import Session


class Panel(Protocol):
    """What is handed something: the panel's pane."""

    body: Body

    @property
    def shown(self) -> tuple[str, ActionSchema] | None: ...
    def use_model(self, model: Model) -> None: ...


class Lending(QObject):
    """Puts it where it belongs, or says why it cannot."""

    def __init__(self, session: Session, pane: Panel, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._pane = session, pane
        session.input_wanted.connect(self.use_input)
        session.model_wanted.connect(self.use_model)

    def use_input(self, kind: str, path: Path, title: str) -> None:
        """Take a value from a file as the first input of its kind that the chosen action has."""
        pane, shown = self._pane, self._pane.shown
        row = next((row for row in pane.body.inputs if row.schema.kind == kind), None)
        if shown is None or row is None:
            action = "" if shown is None else shown[1].title
            self._session.failed.emit(
                InvalidValue(
                    "the action {action} takes nothing of this kind: choose another in the Models panel",
                    action=action,
                )
            )
        elif isinstance(row, InputList):
            row.add([Pick(FILE, str(path), title)])
        else:
            row.take_files([path], title)

    def use_model(self, plugin: str, folder: Path) -> None:
        """Work with the model in `folder`."""
        models = self._session.catalog.models.get(plugin, [])
        model = next((model for model in models if model.folder == folder), None)
        if model is None or plugin not in self._session.catalog.schemas:
            self._session.failed.emit(
                BadModel("the model {name} is not on the shelf any more", name=folder.name)
            )
        else:
            self._pane.use_model(model)
