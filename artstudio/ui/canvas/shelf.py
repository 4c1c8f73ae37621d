"""Which tools there are. Each is loaded when it is first taken in hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from artstudio.ui.canvas.tools import Tool
from artstudio.ui.canvas.tools.base import Bench


@dataclass(frozen=True)
class ToolSpec:
    """A tool on the strip.

    Attributes:
        id: What `CanvasPane.choose_tool` takes.
        title: Translated.
        icon: As `theme.icon` takes it.
        key: The shortcut, in Qt's portable form.
        make: Builds the tool.
        group: Tools of different groups are parted by a line.
        paints: Whether it lays down the foreground colour, which then counts as used.
    """

    id: str
    title: str
    icon: str
    key: str
    make: Callable[[Bench], Tool]
    group: int
    paints: bool = False


def tool_specs() -> list[ToolSpec]:
    """All tools, in the order of the strip."""
    tr = QCoreApplication.translate
    return [
        ToolSpec("brush", tr("Tools", "Brush"), "brush", "B", _brush, 0, paints=True),
        ToolSpec("eraser", tr("Tools", "Eraser"), "eraser", "E", _eraser, 0),
        ToolSpec("smudge", tr("Tools", "Smudge"), "gesture-swipe", "S", _smudge, 0),
        ToolSpec("fill", tr("Tools", "Fill"), "format-color-fill", "G", _fill, 1, paints=True),
        ToolSpec(
            "gradient", tr("Tools", "Gradient"), "gradient-vertical", "Shift+G", _gradient, 1, paints=True
        ),
        ToolSpec("pick", tr("Tools", "Pick a colour"), "eyedropper", "I", _pick, 1),
        ToolSpec("line", tr("Tools", "Line"), "vector-line", "U", _line, 2, paints=True),
        ToolSpec(
            "rectangle", tr("Tools", "Rectangle"), "rectangle-outline", "Shift+U", _rectangle, 2, paints=True
        ),
        ToolSpec("ellipse", tr("Tools", "Ellipse"), "ellipse-outline", "Ctrl+U", _ellipse, 2, paints=True),
        ToolSpec("select_rect", tr("Tools", "Select a rectangle"), "select", "Ctrl+R", _select_rect, 3),
        ToolSpec(
            "select_ellipse", tr("Tools", "Select an ellipse"), "selection-ellipse", "J", _select_ellipse, 3
        ),
        ToolSpec("lasso", tr("Tools", "Lasso"), "lasso", "L", _lasso, 3),
        ToolSpec("wand", tr("Tools", "Magic wand"), "auto-fix", "W", _wand, 3),
        ToolSpec("move", tr("Tools", "Move"), "cursor-move", "V", _move, 4),
        ToolSpec("transform", tr("Tools", "Transform"), "vector-square", "Ctrl+T", _transform, 4),
        ToolSpec("crop", tr("Tools", "Crop"), "crop", "C", _crop, 4),
    ]  # fmt: skip


def _brush(bench: Bench) -> Tool:
    from artstudio.ui.canvas.stroke_tool import StrokeTool

    return StrokeTool(bench.session, bench.shows, bench.settings)


def _eraser(bench: Bench) -> Tool:
    from artstudio.ui.canvas.stroke_tool import StrokeTool

    return StrokeTool(bench.session, bench.shows, bench.settings, erases=True)


def _smudge(bench: Bench) -> Tool:
    from artstudio.ui.canvas.stroke_tool import StrokeTool

    return StrokeTool(bench.session, bench.shows, bench.settings, smudges=True)


def _fill(bench: Bench) -> Tool:
    from artstudio.ui.canvas.tools.fill import FillTool

    return FillTool(bench)


def _gradient(bench: Bench) -> Tool:
    from artstudio.ui.canvas.tools.gradient import GradientTool

    return GradientTool(bench)


def _pick(bench: Bench) -> Tool:
    from artstudio.ui.canvas.tools.pick import PickTool

    return PickTool(bench)


def _line(bench: Bench) -> Tool:
    from artstudio.ui.canvas.tools.shape import ShapeTool

    return ShapeTool(bench, "line")


def _rectangle(bench: Bench) -> Tool:
    from artstudio.ui.canvas.tools.shape import ShapeTool

    return ShapeTool(bench, "rectangle")


def _ellipse(bench: Bench) -> Tool:
    from artstudio.ui.canvas.tools.shape import ShapeTool

    return ShapeTool(bench, "ellipse")


def _select_rect(bench: Bench) -> Tool:
    from artstudio.ui.canvas.tools.area import AreaTool

    return AreaTool(bench, QCoreApplication.translate("Tools", "Select a rectangle"), "rectangle")


def _select_ellipse(bench: Bench) -> Tool:
    from artstudio.ui.canvas.tools.area import AreaTool

    return AreaTool(bench, QCoreApplication.translate("Tools", "Select an ellipse"), "ellipse")


def _lasso(bench: Bench) -> Tool:
    from artstudio.ui.canvas.tools.lasso import LassoTool

    return LassoTool(bench, QCoreApplication.translate("Tools", "Lasso"))


def _wand(bench: Bench) -> Tool:
    from artstudio.ui.canvas.tools.wand import WandTool

    return WandTool(bench, QCoreApplication.translate("Tools", "Magic wand"))


def _move(bench: Bench) -> Tool:
    from artstudio.ui.canvas.tools.move import MoveTool

    return MoveTool(bench)


def _transform(bench: Bench) -> Tool:
    from artstudio.ui.canvas.tools.transform import TransformTool

    return TransformTool(bench)


def _crop(bench: Bench) -> Tool:
    from artstudio.ui.canvas.tools.crop import CropTool

    return CropTool(bench)
