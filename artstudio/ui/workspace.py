"""What a workspace is; `ui.workspaces` has all four."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QSize, Qt

WorkspaceId = Literal["paint", "compose", "write", "animate"]


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
