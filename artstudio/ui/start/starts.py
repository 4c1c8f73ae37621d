"""The three starts: what each one begins with and which action makes its first result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QCoreApplication

from artstudio.documents.writing import Passage
from artstudio.ui.new_project import NewProject

if TYPE_CHECKING:
    from artstudio.documents.sheet import Sheet
    from artstudio.ui.catalog import Catalog
    from artstudio.ui.workspace import WorkspaceId

StartId = Literal["paint", "compose", "write"]


@dataclass(frozen=True)
class Start:
    """One of them.

    Attributes:
        id: Also of the workspace it leads to.
        title: Translated; what the artist wants to do.
        says: Translated; what will be there within a minute.
        icon: As `theme.icon` takes it.
        kind: Of what it makes, a key of `sdk.KINDS`.
        plugin: Whose starter model does it, if it is there; else another action of that kind.
        action: The action's name.
        params: Those that differ from the action's own.
        opening: Text to begin with, to be written on.
    """

    id: StartId
    title: str
    says: str
    icon: str
    kind: str
    plugin: str
    action: str
    params: Mapping[str, Any]
    opening: str = ""

    @property
    def workspace(self) -> WorkspaceId:
        return self.id

    def sheet(self) -> Sheet:
        """What the project begins with."""
        sheet = (
            NewProject(width_px=512, height_px=512).sheet() if self.kind == "image" else NewProject().sheet()
        )
        if not self.opening:
            return sheet
        name = QCoreApplication.translate("Starts", "Page")
        return replace(sheet, passages=(Passage.plain("p1", name, self.opening),))

    def choice(self, catalog: Catalog) -> tuple[str, str] | None:
        """Plugin and action to use of those that are there: one that needs nothing to begin with."""
        found: list[tuple[str, str]] = []
        for plugin_id, schema in catalog.schemas.items():
            for action in schema.actions:
                begins = all(one.optional or (one.kind == "text" and self.opening) for one in action.inputs)
                if action.outputs[:1] == (self.kind,) and begins:
                    found.append((plugin_id, action.name))
        wanted = (self.plugin, self.action)
        return wanted if wanted in found else next(iter(found), None)


def starts() -> list[Start]:
    """All of them, in the order of the page."""
    tr = QCoreApplication.translate
    return [
        Start(
            "paint", tr("Starts", "Paint"), tr("Starts", "A picture from nothing, to paint over"), "palette",
            "image", "gan-painter", "dream", {"width": 512, "height": 512, "count": 1},
        ),
        Start(
            "compose", tr("Starts", "Compose"), tr("Starts", "A tune of eight bars, to change and play"),
            "music", "score", "rnn-composer", "compose", {"bars": 8, "tempo": 92, "ending": True},
        ),
        Start(
            "write", tr("Starts", "Write"), tr("Starts", "A paragraph that goes on from a first line"),
            "feather", "text", "transformer-writer", "continue", {"length": 120},
            tr("Starts", "The house at the end of the lane had been empty for years, and "),
        ),
    ]  # fmt: skip
