"""Which panes there are.

The canvas is there from the first paint. The other panes' modules are loaded as each is built, after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt

from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.main_window import PaneSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from artstudio.ui.session import Session

_AREA = Qt.DockWidgetArea


def pane_specs() -> list[PaneSpec]:
    """The canvas in the middle; text and results left, models and lists right, the timeline below."""
    tr = QCoreApplication.translate
    left, right, bottom = _AREA.LeftDockWidgetArea, _AREA.RightDockWidgetArea, _AREA.BottomDockWidgetArea
    lists_px = QSize(340, 300)
    return [
        PaneSpec("canvas", tr("Panes", "Canvas"), None, CanvasPane),
        PaneSpec("text", tr("Panes", "Text"), left, _text, QSize(300, 440)),
        PaneSpec("models", tr("Panes", "Models"), right, _models, QSize(340, 520)),
        PaneSpec("layers", tr("Panes", "Layers"), right, _layers, lists_px),
        PaneSpec("colour", tr("Panes", "Colour"), right, _colour, lists_px),
        PaneSpec("history", tr("Panes", "History"), right, _history, lists_px),
        PaneSpec("jobs", tr("Panes", "Jobs"), right, _jobs, lists_px),
        PaneSpec("timeline", tr("Panes", "Timeline"), bottom, _timeline, QSize(840, 420)),
        PaneSpec("library", tr("Panes", "Library"), bottom, _library, QSize(840, 300)),
        PaneSpec("candidates", tr("Panes", "Results"), left, _results, QSize(260, 420)),
    ]


def _text(session: Session) -> QWidget:
    from artstudio.ui.writing.pane import WritingPane

    return WritingPane(session)


def _models(session: Session) -> QWidget:
    from artstudio.ui.panel.pane import PanelPane

    return PanelPane(session)


def _layers(session: Session) -> QWidget:
    from artstudio.ui.canvas.layers import LayersPane

    return LayersPane(session)


def _colour(session: Session) -> QWidget:
    from artstudio.ui.colour.pane import ColourPane

    return ColourPane(session)


def _history(session: Session) -> QWidget:
    from artstudio.ui.history.pane import HistoryPane

    return HistoryPane(session)


def _jobs(session: Session) -> QWidget:
    from artstudio.ui.jobs.pane import JobsPane

    return JobsPane(session)


def _timeline(session: Session) -> QWidget:
    from artstudio.ui.timeline.pane import TimelinePane

    return TimelinePane(session)


def _results(session: Session) -> QWidget:
    from artstudio.ui.candidates.pane import CandidatesPane

    return CandidatesPane(session)


def _library(session: Session) -> QWidget:
    from artstudio.ui.library.pane import LibraryPane

    return LibraryPane(session)
