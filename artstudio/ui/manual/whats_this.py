"""What "What's this?" says of the panes, the tools and the panel's controls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QWidget,
)

if TYPE_CHECKING:
    from artstudio.ui.main_window import MainWindow


def of_panes() -> dict[str, str]:
    """By the pane's id."""
    tr = QCoreApplication.translate
    return {
        "canvas": tr(
            "WhatsThis",
            "The picture. Paint with the tools at the left; what a tool can be set to "
            "stands above. Ctrl and the wheel zoom, the middle button or Space moves the "
            "view.",
        ),
        "text": tr(
            "WhatsThis",
            "The text, in passages. A model goes on at the cursor; every try stays as a branch.",
        ),
        "models": tr(
            "WhatsThis",
            "What models can make. Choose an action above, set it below and press Generate."
            " Each control says what it does when you rest on it.",
        ),
        "layers": tr(
            "WhatsThis",
            "The picture's layers, the topmost first. Drag them to change their order or to"
            " put them into groups; the eye hides one.",
        ),
        "colour": tr(
            "WhatsThis",
            "The colour to paint with: by wheel, sliders, digits, or from the palette.",
        ),
        "history": tr(
            "WhatsThis",
            "Every step since the project was opened, of all panes. Click one to go back or forward to it.",
        ),
        "jobs": tr(
            "WhatsThis",
            "What models are at work on, with progress. Each job can be paused or stopped; "
            "one that failed says why.",
        ),
        "timeline": tr(
            "WhatsThis",
            "The music, a track below the other, and the film above it. Click in the grid "
            "with the pencil to write a note; every note sounds as you touch it.",
        ),
        "candidates": tr(
            "WhatsThis",
            "What models made waits here. Keep what you like, compare what you are not sure"
            " of, discard the rest.",
        ),
        "library": tr(
            "WhatsThis",
            "Every result that was ever made on this machine, with how it was made. Search,"
            " mark, and make it again.",
        ),
    }


def of_tools() -> dict[str, str]:
    """By the id of the canvas' tool."""
    tr = QCoreApplication.translate
    return {
        "brush": tr(
            "WhatsThis",
            "Paints with the colour. Held Alt or Ctrl picks a colour up from the canvas.",
        ),
        "eraser": tr("WhatsThis", "Takes paint away, with the brush's size and edge."),
        "smudge": tr("WhatsThis", "Pushes the paint along, as a finger does."),
        "fill": tr(
            "WhatsThis",
            "Fills what is of one colour around the place you click.",
        ),
        "gradient": tr(
            "WhatsThis",
            "Drag from where the first colour shall be to where the second one shall be.",
        ),
        "pick": tr("WhatsThis", "Takes up the colour you click on."),
        "line": tr(
            "WhatsThis",
            "Drag a straight line; Shift steps its angle, Alt begins in its middle.",
        ),
        "rectangle": tr(
            "WhatsThis",
            "Drag a rectangle; Shift makes it a square, Alt begins at its centre.",
        ),
        "ellipse": tr(
            "WhatsThis",
            "Drag an ellipse; Shift makes it a circle, Alt begins at its centre.",
        ),
        "select_rect": tr(
            "WhatsThis",
            "Drag to select a rectangle. What you do next keeps to what is selected. Shift "
            "adds, Alt takes away.",
        ),
        "select_ellipse": tr(
            "WhatsThis",
            "Drag to select an ellipse. Shift adds, Alt takes away.",
        ),
        "lasso": tr(
            "WhatsThis",
            "Draw around what you want to select. Shift adds, Alt takes away.",
        ),
        "wand": tr(
            "WhatsThis",
            "Click to select what is of a colour. Shift adds, Alt takes away.",
        ),
        "move": tr(
            "WhatsThis",
            "Moves the layer, or what is selected of it. The arrow keys move by a pixel.",
        ),
        "transform": tr(
            "WhatsThis",
            "Stretches, turns and mirrors the layer by its handles or by numbers. Enter "
            "applies it, Esc puts everything back.",
        ),
        "crop": tr(
            "WhatsThis",
            "Drag the frame to what shall stay of the canvas, then press Enter.",
        ),
    }


def explain(window: MainWindow) -> None:
    """Give every pane, tool and control its text; what has one of its own keeps it."""
    texts, tools = of_panes(), of_tools()
    for pane_id, pane in window.panes.items():
        _give(pane, texts.get(pane_id, ""))
        if pane_id in window.docks:
            _give(window.docks[pane_id], texts.get(pane_id, ""))
        for control in pane.findChildren(QWidget):
            if isinstance(control, _CONTROLS):
                tool = str(control.property("artstudioAction") or "").removeprefix("canvas.")
                _give(control, tools.get(tool) or control.toolTip())


def _give(widget: QWidget, text: str) -> None:
    if text and not widget.whatsThis():
        widget.setWhatsThis(text)


_CONTROLS: tuple[type[Any], ...] = (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
)
