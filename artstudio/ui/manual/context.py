"""Which page of the manual tells of what has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

OF_PANES: Final = {
    "canvas": ("paint", ""),
    "text": ("write", ""),
    "models": ("models", ""),
    "layers": ("paint", "layers"),
    "colour": ("paint", "colour"),
    "history": ("start", "undo"),
    "jobs": ("models", "jobs"),
    "timeline": ("compose", ""),
    "candidates": ("models", "results"),
    "library": ("library", ""),
}
"""By the pane's id: a page and an anchor on it."""

OF_WIDGETS: Final = {
    "AboutDialog": ("start", ""),
    "BranchCompare": ("write", "branches"),
    "BranchStrip": ("write", "branches"),
    "CanvasSizeDialog": ("paint", "size"),
    "CleaningDialog": ("library", "cleaning"),
    "CommandPalette": ("shortcuts", "palette"),
    "CompareWindow": ("models", "results"),
    "FilmLane": ("animate", "clips"),
    "HeatBar": ("write", "likely"),
    "ImageSizeDialog": ("paint", "size"),
    "LargeSample": ("models", "training"),
    "LibraryCompare": ("library", ""),
    "LiveBar": ("paint", "along"),
    "ModelsWindow": ("models", "managing"),
    "NewDialog": ("start", "new"),
    "PluginsWindow": ("plugins", ""),
    "PrivacyPage": ("privacy", ""),
    "PreferencesDialog": ("start", "preferences"),
    "RecipeWindow": ("library", "recipes"),
    "RenderDialog": ("animate", "render"),
    "ShortcutEditor": ("shortcuts", "changing"),
    "StartPage": ("start", ""),
    "SideBySide": ("models", "results"),
    "TrainingWindow": ("models", "training"),
}
"""By the name of the widget's class; the nearest around the focus counts."""

FIRST: Final = ("start", "")


def context_of(widget: QWidget | None, panes: dict[str, QWidget]) -> tuple[str, str]:
    """The page and anchor for what has the focus; the first page where nothing is known of it."""
    ids = {id(pane): pane_id for pane_id, pane in panes.items()}
    while widget is not None:
        if (place := OF_WIDGETS.get(type(widget).__name__)) is not None:
            return place
        if (pane_id := ids.get(id(widget))) in OF_PANES:
            return OF_PANES[str(pane_id)]
        widget = widget.parentWidget()
    return FIRST
