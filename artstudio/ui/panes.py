"""Which panes there are and where they stand at first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from artstudio.ui.candidates.pane import CandidatesPane
from artstudio.ui.canvas.layers import LayersPane
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.history.pane import HistoryPane
from artstudio.ui.jobs.pane import JobsPane
from artstudio.ui.main_window import PaneSpec
from artstudio.ui.panel.pane import PanelPane
from artstudio.ui.timeline.pane import TimelinePane
from artstudio.ui.writing.pane import WritingPane

_AREA = Qt.DockWidgetArea


def pane_specs() -> list[PaneSpec]:
    """The canvas in the middle, text to its left, the models and lists to its right, the timeline below."""
    tr = QCoreApplication.translate
    left, right, bottom = _AREA.LeftDockWidgetArea, _AREA.RightDockWidgetArea, _AREA.BottomDockWidgetArea
    return [
        PaneSpec("canvas", tr("Panes", "Canvas"), None, CanvasPane),
        PaneSpec("text", tr("Panes", "Text"), left, WritingPane, width_px=280),
        PaneSpec("models", tr("Panes", "Models"), right, PanelPane, width_px=340, height_px=480),
        PaneSpec("layers", tr("Panes", "Layers"), right, LayersPane, height_px=340),
        PaneSpec("history", tr("Panes", "History"), right, HistoryPane, behind="layers"),
        PaneSpec("jobs", tr("Panes", "Jobs"), right, JobsPane, behind="layers"),
        PaneSpec("candidates", tr("Panes", "Results"), bottom, CandidatesPane, visible=False, height_px=150),
        PaneSpec("timeline", tr("Panes", "Timeline"), bottom, TimelinePane, height_px=330),
    ]
