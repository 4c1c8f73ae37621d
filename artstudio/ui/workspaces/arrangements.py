"""The four workspaces and where their panes stand until the artist moves them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QSize, Qt

WorkspaceId = Literal["paint", "compose", "write", "animate"]

_AREA: Final = Qt.DockWidgetArea
_LEFT, _RIGHT, _BOTTOM = _AREA.LeftDockWidgetArea, _AREA.RightDockWidgetArea, _AREA.BottomDockWidgetArea


@dataclass(frozen=True)
class Place:
    """Where a pane stands.

    Attributes:
        area: The side of the window.
        size_px: Of its dock.
        behind: The pane whose tab it shares, "" for a place of its own.
        visible: Whether it is there from the start; else it comes there when it is wanted.
    """

    area: Qt.DockWidgetArea
    size_px: QSize
    behind: str = ""
    visible: bool = True


@dataclass(frozen=True)
class Workspace:
    """Which panes there are for one kind of work.

    Attributes:
        id: Of the setting.
        title: Translated, with its mnemonic.
        icon: As `theme.icon` takes it.
        key: The shortcut, in Qt's portable form.
        focus: The pane that gets the keys.
        canvas: Whether the canvas is shown in the middle.
        places: By pane; the order is the order in each area. A pane that is not named is hidden.
    """

    id: WorkspaceId
    title: str
    icon: str
    key: str
    focus: str
    canvas: bool
    places: Mapping[str, Place] = field(default_factory=dict)


def workspaces() -> dict[WorkspaceId, Workspace]:
    """All of them, in the order of their buttons."""
    tr = QCoreApplication.translate
    models, lists = Place(_RIGHT, QSize(340, 520)), QSize(340, 300)
    results = Place(_LEFT, QSize(260, 600), visible=False)
    beside = Place(_RIGHT, lists, behind="history", visible=False)

    def behind(other: str) -> Place:
        return Place(_RIGHT, lists, behind=other)

    layers = {
        "layers": Place(_RIGHT, lists), "colour": behind("layers"), "history": behind("layers"),
        "jobs": behind("layers"),
    }  # fmt: skip
    right = {
        "models": models, "history": Place(_RIGHT, lists), "jobs": behind("history"), "candidates": beside,
    }  # fmt: skip
    timeline, page = Place(_BOTTOM, QSize(840, 420)), Place(_LEFT, QSize(1090, 800))
    below = Place(_BOTTOM, QSize(840, 300), visible=False)

    def with_(other: str) -> Place:
        return replace(page, behind=other)

    made = (
        Workspace(
            "paint", tr("Workspaces", "&Paint"), "palette", "Alt+1", "canvas", True,
            {"candidates": results, "models": models, **layers, "library": below},
        ),
        Workspace(
            "compose", tr("Workspaces", "&Compose"), "music", "Alt+2", "timeline", False,
            {"timeline": page, "library": with_("timeline"), **right},
        ),
        Workspace(
            "write", tr("Workspaces", "&Write"), "feather", "Alt+3", "text", False,
            {"text": page, "library": with_("text"), **right},
        ),
        Workspace(
            "animate", tr("Workspaces", "&Animate"), "movie-open-outline", "Alt+4", "canvas", True,
            {
                "candidates": results, "models": models, **layers, "timeline": timeline,
                "library": replace(timeline, behind="timeline"),
            },
        ),
    )  # fmt: skip
    return {one.id: one for one in made}
