"""The film as the lane edits it: a drag is tried out on a draft; letting go makes it one edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from artstudio.documents.edits import SetFilm
from artstudio.ui.timeline import film_edits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artstudio.documents.film import Clip, Film
    from artstudio.documents.project import Change
    from artstudio.ui.session import Session
    from artstudio.ui.timeline.film_edits import Edge

translate = QCoreApplication.translate


class FilmEditor(QObject):
    """The session's film, with or without a draft on top, and which of its clips are chosen.

    Attributes:
        chosen: Ids of clips of the film.
        current: The one chosen last, that the arrow keys go on from; None where there is none.
    """

    changed = Signal()  # the film shown, or what is chosen
    interrupted = Signal()  # somebody else changed the film: a drag under way no longer fits it

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.chosen: frozenset[str] = frozenset()
        self.current: str | None = None
        self._draft: Film | None = None
        self._run = ""
        session.changed.connect(self._on_change)
        session.project_replaced.connect(self._on_other_project)

    @property
    def film(self) -> Film:
        """The film shown: the draft while a drag is under way."""
        return self._draft or self.kept

    @property
    def kept(self) -> Film:
        """The film in the document."""
        return self.session.project.sheet.film

    @property
    def drafting(self) -> bool:
        """Whether a drag is under way."""
        return self._draft is not None

    @property
    def chosen_clips(self) -> list[Clip]:
        """Those chosen, by their start."""
        return [clip for clip in self.film.clips if clip.id in self.chosen]

    # ------------------------------------------------------------------------------------------ gestures

    def sketch(self, film: Film) -> None:
        """Show `film` without editing the document yet."""
        self._draft = film
        self.changed.emit()

    def keep(self, label: str) -> None:
        """Make the draft one edit; a draft that changes nothing leaves no step."""
        if self._draft is not None:
            film, self._draft = self._draft, None
            self.put(label, film)

    def drop(self) -> None:
        """Forget the draft."""
        if self._draft is not None:
            self._draft = None
            self.changed.emit()

    def choose(self, ids: Iterable[str], current: str | None = None) -> None:
        """Choose clips; `current` is where the arrow keys go on from."""
        self.chosen = frozenset(ids)
        self.current = current if current in self.chosen else next(iter(sorted(self.chosen)), None)
        self._run = ""
        self.changed.emit()

    # ------------------------------------------------------------------------------------------ commands

    def put(self, label: str, film: Film, run: str = "") -> None:
        """Another film, as one undo step; steps that follow each other in one `run` merge."""
        if film != self.kept:
            self.session.do(SetFilm(label, film), self, bool(run) and run == self._run)
            self._run = run
        self._forget_gone()
        self.changed.emit()

    def nudge(self, by: int) -> None:
        """Move the chosen clips by frames."""
        self.put(translate("Film", "Move Clip"), film_edits.moved(self.kept, self.chosen, by), run="nudge")

    def nudge_end(self, by: int) -> None:
        """Trim the end of each chosen clip by frames."""
        film = self.kept
        for clip in self.chosen_clips:
            film = film_edits.trimmed(film, clip.id, "right", clip.end + by)
        self.put(translate("Film", "Trim Clip"), film, run="nudge end")

    def trim_to(self, edge: Edge, frame: int) -> None:
        """Trim the chosen clips that show at the frame to begin or end there."""
        film = self.kept
        for clip in self.chosen_clips:
            if clip.start < frame < clip.end:
                film = film_edits.trimmed(film, clip.id, edge, frame)
        self.put(translate("Film", "Trim Clip"), film)

    def split(self, frame: int) -> None:
        """Cut the clip that shows at the frame in two."""
        ids = self.session.project.sheet.fresh_ids("clip")
        self.put(translate("Film", "Split Clip"), film_edits.split(self.kept, frame, ids))

    def duplicate(self) -> None:
        """Copies of the chosen clips behind them, chosen."""
        ids = self.session.project.sheet.fresh_ids("clip")
        film, copies = film_edits.duplicated(self.kept, self.chosen, ids)
        self.put(translate("Film", "Duplicate Clip"), film)
        self.choose(copies)

    def delete(self) -> None:
        """Take the chosen clips away; the neighbour is chosen, so that the keys go on."""
        places = [place for place, clip in enumerate(self.kept.clips) if clip.id in self.chosen]
        if not places:
            return
        film = film_edits.removed(self.kept, self.chosen)
        self.put(translate("Film", "Remove Clip"), film)
        if film.clips:
            self.choose([film.clips[min(places[0], len(film.clips) - 1)].id])

    def close_gaps(self) -> None:
        """Move every clip up to the one before it."""
        self.put(translate("Film", "Close Gaps"), film_edits.gaps_closed(self.kept))

    def rename(self, clip_id: str, name: str) -> None:
        """Another name for a clip; nothing, for none or one that is gone."""
        if name.strip() and any(clip.id == clip_id for clip in self.kept.clips):
            self.put(translate("Film", "Rename Clip"), film_edits.renamed(self.kept, clip_id, name.strip()))

    def select_all(self) -> None:
        """Choose every clip."""
        self.choose([clip.id for clip in self.kept.clips], self.current)

    def step(self, direction: int, *, add: bool = False) -> Clip | None:
        """Choose the clip after (1) or before (-1) the current one, or the first; `add` keeps the others."""
        clips = self.kept.clips
        if not clips:
            return None
        ids = [clip.id for clip in clips]
        place = ids.index(self.current) + direction if self.current in ids else 0
        clip = clips[min(max(place, 0), len(clips) - 1)]
        self.choose({*self.chosen, clip.id} if add else [clip.id], clip.id)
        return clip

    # ------------------------------------------------------------------------------------------- answers

    def _on_change(self, change: Change) -> None:
        if change.new.film is change.old.film or change.origin is self:
            return
        self._run = ""
        self._draft = None
        self._forget_gone()
        self.interrupted.emit()
        self.changed.emit()

    def _on_other_project(self) -> None:
        self._draft = None
        self.choose(())
        self.interrupted.emit()

    def _forget_gone(self) -> None:
        self.chosen &= {clip.id for clip in self.film.clips}
        if self.current not in self.chosen:
            self.current = next(iter(sorted(self.chosen)), None)
