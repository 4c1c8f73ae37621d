"""The four workspaces and where their panes stand until the artist moves them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt

from artstudio.ui.workspace import Place, Workspace, WorkspaceId

_AREA: Final = Qt.DockWidgetArea
_LEFT, _RIGHT, _BOTTOM = _AREA.LeftDockWidgetArea, _AREA.RightDockWidgetArea, _AREA.BottomDockWidgetArea


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
