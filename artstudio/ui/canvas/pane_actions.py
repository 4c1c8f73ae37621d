"""What the canvas offers to the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from artstudio.ui.actions import EVERYWHERE, Action
from artstudio.ui.canvas.clipboard import LayerClipboard
from artstudio.ui.canvas.select_actions import SelectActions
from artstudio.ui.canvas.view_actions import ViewActions

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from artstudio.ui.canvas.live import LivePainting
    from artstudio.ui.canvas.shelf import ToolSpec
    from artstudio.ui.canvas.tools.base import Bench


class Pane(Protocol):
    """What the canvas pane lets its actions do."""

    bench: Bench
    specs: dict[str, ToolSpec]
    live: LivePainting

    @property
    def tool_id(self) -> str: ...
    def choose_tool(self, tool_id: str) -> None: ...
    def toggle_live(self) -> None: ...


def pane_actions(pane: Pane, parent: QWidget) -> list[Action]:
    """Tools, colours, brush sizes, zoom, selection and the clipboard."""
    bench, tr = pane.bench, parent.tr
    session, step = bench.session, bench.settings.step_size

    def action(
        name: str, title: str, call: Callable[[], object], *keys: str, icon: str = "", group: int = 0
    ) -> Action:
        return Action(f"canvas.{name}", title, "canvas", call, keys, icon=icon, group=group)

    def tool(spec: ToolSpec) -> Action:
        return Action(
            f"canvas.{spec.id}", spec.title, "", lambda: pane.choose_tool(spec.id), (spec.key,),
            icon=spec.icon,
        )  # fmt: skip

    def tool_entry(spec: ToolSpec) -> Action:
        def title() -> str:  # the key is shown after the title, and is `tool`'s
            return f"{spec.title}\t{session.shortcuts.text(f'canvas.{spec.id}')}"

        return Action(
            f"canvas.choose_{spec.id}", title, "canvas", lambda: pane.choose_tool(spec.id),
            checked=lambda: pane.tool_id == spec.id, icon=spec.icon, group=spec.group,
        )  # fmt: skip

    return [
        *LayerClipboard(session, bench.steps, parent).actions(),
        *SelectActions(session, bench.steps, parent).actions(),
        *(tool(spec) for spec in pane.specs.values()),
        Action(
            "canvas.tools", tr("&Tools"), "canvas", lambda: None,
            entries=lambda: [tool_entry(spec) for spec in pane.specs.values()],
        ),
        action("swap", tr("&Swap colours"), session.colours.swap, "X", icon="swap-horizontal", group=1),
        action("default_colours", tr("&Black and white"), session.colours.reset, "D", group=1),
        action("larger", tr("&Larger brush"), lambda: step(1), "]", group=1),
        action("smaller", tr("S&maller brush"), lambda: step(-1), "[", group=1),
        Action(
            "canvas.live", tr("Paint &Along with a Model"), "canvas", pane.toggle_live, ("Ctrl+L",),
            checked=lambda: pane.live.setting is not None, icon="brush-variant", group=1,
            scope=EVERYWHERE,
        ),
        *ViewActions(bench.view).actions(),
    ]  # fmt: skip
