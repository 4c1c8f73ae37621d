"""What every pane gets: the studio, the open project and what is selected in it.

Panes know the session and never one another; what they share is the document and the selection.
Everything here lives in the window's thread.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from artstudio.ui.catalog import Catalog
from artstudio.ui.colours import Colours
from artstudio.ui.film.projector import Projector
from artstudio.ui.jobs.feed import JobFeed
from artstudio.ui.qthreads import in_background
from artstudio.ui.shortcuts.registry import Shortcuts

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.documents.edits import Edit
    from artstudio.documents.project import Change, Project
    from artstudio.documents.sheet import Sheet
    from artstudio.studio.studio import Studio
    from artstudio.ui.along.along import Along
    from artstudio.ui.candidates.tray import Tray
    from artstudio.ui.history.packer import Packer
    from artstudio.ui.training.courses import Courses


@dataclass(frozen=True)
class Selection:
    """Where the artist is. Replaced whole by `Session.select`, so that no change goes unannounced."""

    layer_id: str | None = None
    track_id: str | None = None
    notes: frozenset[int] = frozenset()  # indexes into the selected track's notes
    playhead_tick: float = 0.0
    passage_id: str | None = None
    cursor: int = 0  # character in the selected passage
    anchor: int = 0  # the selection's other end; equal to the cursor where nothing is selected


class Session(QObject):
    """The open project, shared by the panes of one window.

    Attributes:
        studio: None only in tests that build a pane alone.
        project: Changed by `do`; replaced by `open`.
        selection: Changed by `select`.
        feed: Every job of the window; its `listener` is what to queue a job with.
        catalog: The plugins and devices there are.
        colours: What is painted with, in all panes.
        projector: What of the film the canvas shows.
        shortcuts: Which keys an action has.
        workspace: The id of the one that is shown (see `ui.workspace`); "" where there is none, as in a test.
    """

    project_replaced = Signal()
    changed = Signal(object)  # documents.Change, after every edit, undo and redo
    selection_changed = Signal()
    said = Signal(str)  # a sentence for the status bar
    busy = Signal(str)  # what a pane does beside the window, for the status bar; "" when it is done
    failed = Signal(object)  # an exception, shown in the notice bar as a sentence with its details
    previewed = Signal(
        object
    )  # Media: a result as far as it is made, for the pane of its kind; None: no more
    settings_changed = Signal(str)  # the field of Settings that the artist just set
    recipe_wanted = Signal(object)  # Recipe: show its settings, to make more of the kind
    input_wanted = Signal(str, object, str)  # kind, Path, title: a value in a file, as an input
    model_wanted = Signal(str, object)  # plugin id, Path: a model on the shelf, to work with
    pane_wanted = Signal(str)  # the id of a pane that is to be seen
    plugin_wanted = Signal(str, str)  # a sentence, a plugin's id: it is missing, or of another version
    workspace_changed = Signal()
    audition = Signal(object)  # Media: let it be heard, as the timeline can; None: be quiet
    render_wanted = Signal()  # the film is to be written to a file
    film_export_wanted = Signal(object, object)  # Candidate, Path: a film result is to be written there

    def __init__(self, studio: Studio | None, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.studio = studio
        self.project = project
        self.selection = first_selection(project.sheet)
        self.workspace = ""
        self._unsubscribe: Callable[[], None] = project.subscribe(self._on_change)
        self.feed = JobFeed(self)
        self.catalog = Catalog(studio, self)
        self.colours = Colours(self)
        self.projector = Projector(self)
        self.shortcuts = Shortcuts(None if studio is None else studio.settings, self)
        self._packer: Packer | None = None

    @cached_property
    def tray(self) -> Tray:
        """Results that wait to be kept or discarded; made when first asked for, as `along` is."""
        from artstudio.ui.candidates.tray import Tray

        return Tray(self, self.feed)

    @cached_property
    def along(self) -> Along:
        """What a model writes in the text; made when first asked for, which is after the first paint."""
        from artstudio.ui.along.along import Along

        return Along(self, self.feed)

    @cached_property
    def courses(self) -> Courses:
        """The trainings; made when first asked for."""
        from artstudio.ui.training.courses import Courses

        return Courses(self, self)

    def do(self, edit: Edit, origin: object = None, merge: bool = False) -> None:
        """Apply `edit` as one undo step; with `merge`, as part of the last step where the two agree to.

        `origin` comes back in the `Change`, so that a pane can tell its own edits from others'.
        """
        self.project.do(edit, origin, merge)

    def undo(self) -> None:
        """Take the last step back, if there is one."""
        self.project.undo()

    def redo(self) -> None:
        """Make the step last undone again, if there is one."""
        self.project.redo()

    def enter(self, workspace: str) -> None:
        """Tell the panes which workspace is shown now."""
        if workspace != self.workspace:
            self.workspace = workspace
            self.workspace_changed.emit()

    def select(self, **fields: Any) -> None:
        """Replace the named fields of the selection; announces it when something differs."""
        selection = replace(self.selection, **fields)
        if selection != self.selection:
            self.selection = selection
            self.selection_changed.emit()

    def open(self, project: Project) -> None:
        """Make `project` the open one."""
        self._unsubscribe()
        self.project = project
        self.selection = first_selection(project.sheet)
        self._unsubscribe = project.subscribe(self._on_change)
        self.project_replaced.emit()
        self.selection_changed.emit()

    def set_online(self, online: bool) -> None:
        """Let the window reach the network, or no longer."""
        if self.studio is not None:
            self.studio.settings.online = online
            self.settings_changed.emit("online")
            self.save_settings()

    def save_settings(self) -> None:
        """Write the studio's settings without holding up the window."""
        if self.studio is not None:
            in_background(self, "settings", self.studio.save_settings, lambda _none: None, self.failed.emit)

    def _on_change(self, change: Change) -> None:
        if self._packer is None:  # not before there is a history
            from artstudio.ui.history.packer import Packer

            self._packer = Packer(self)
        self._drop_selection_of_what_is_gone(change.new)
        self.changed.emit(change)

    def _drop_selection_of_what_is_gone(self, sheet: Sheet) -> None:
        """Point the selection at things that still exist, before any pane redraws."""
        now, first = self.selection, first_selection(sheet)
        fields: dict[str, Any] = {}
        if now.layer_id not in {layer.id for layer in sheet.canvas.layers}:
            fields["layer_id"] = first.layer_id
        tracks = {track.id: track for track in sheet.music.tracks}
        if now.track_id not in tracks:
            fields |= {"track_id": first.track_id, "notes": frozenset()}
        elif now.track_id and now.notes and max(now.notes) >= len(tracks[now.track_id].track.notes):
            fields["notes"] = frozenset()
        if now.passage_id not in {passage.id for passage in sheet.passages}:
            fields |= {"passage_id": first.passage_id, "cursor": 0, "anchor": 0}
        self.select(**fields)


def first_selection(sheet: Sheet) -> Selection:
    """The top layer, the first track with notes to show and the first passage."""
    layers, passages = sheet.canvas.layers, sheet.passages
    tracks = [track for track in sheet.music.tracks if not track.track.conductor]
    return Selection(
        layer_id=layers[-1].id if layers else None,
        track_id=tracks[0].id if tracks else None,
        passage_id=passages[0].id if passages else None,
    )
