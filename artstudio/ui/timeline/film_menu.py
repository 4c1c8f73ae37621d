"""What can be done with the film's clips, as menus of the lane and its head."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from artstudio.ui.timeline import film_edits

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from artstudio.ui.timeline.film_editor import FilmEditor
    from artstudio.ui.timeline.film_lane import FilmLane

translate = QCoreApplication.translate

RATES: Final = (12.0, 24.0, 25.0, 30.0, 50.0, 60.0)


def clip_menu(parent: QWidget, lane: FilmLane, show_recipe: Callable[[str], object]) -> QMenu:
    """About the chosen clips, or about the film where none is; `show_recipe` takes a clip's id."""
    editor, menu = lane.editor, QMenu(parent)
    chosen, playhead = editor.chosen_clips, lane.frames.playhead

    def add(title: str, key: str, call: Callable[[], object], possible: bool = True) -> None:
        action = menu.addAction(f"{title}\t{key}" if key else title, call)
        action.setEnabled(possible)

    under = editor.film.at(playhead)
    inside = under is not None and under.start < playhead
    trims = any(clip.start < playhead < clip.end for clip in chosen)
    add(translate("Film", "Split at Playhead"), "S", lambda: editor.split(playhead), inside)
    add(translate("Film", "Start at Playhead"), "[", lambda: editor.trim_to("left", playhead), trims)
    add(translate("Film", "End at Playhead"), "]", lambda: editor.trim_to("right", playhead), trims)
    menu.addSeparator()
    add(translate("Film", "Rename"), translate("Film", "F2"), lane.rename, len(chosen) == 1)
    add(translate("Film", "Duplicate"), translate("Film", "Ctrl+D"), editor.duplicate, bool(chosen))
    add(
        translate("Film", "Show Recipe"), "", lambda: show_recipe(chosen[0].id),
        len(chosen) == 1 and chosen[0].recipe is not None,
    )  # fmt: skip
    add(translate("Film", "Remove"), translate("Film", "Del"), editor.delete, bool(chosen))
    menu.addSeparator()
    fill_film_menu(menu, editor)
    return menu


def fill_film_menu(menu: QMenu, editor: FilmEditor) -> None:
    """About the whole film."""
    close = menu.addAction(translate("Film", "Close Gaps") + "\tG", editor.close_gaps)
    close.setEnabled(film_edits.has_gaps(editor.film))
    rates = menu.addMenu(translate("Film", "Frames a Second"))
    for fps in RATES:
        action = rates.addAction(f"{fps:g}")
        action.setCheckable(True)
        action.setChecked(fps == editor.film.fps)
        action.triggered.connect(lambda _on, fps=fps: _set_rate(editor, fps))
    menu.addSeparator()
    render = menu.addAction(translate("Film", "Render Film…"), editor.session.render_wanted.emit)
    render.setEnabled(bool(editor.film.clips))


def _set_rate(editor: FilmEditor, fps: float) -> None:
    editor.put(translate("Film", "Frames a Second"), editor.kept.at_rate(fps))
