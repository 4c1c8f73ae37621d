"""The timeline's menu entries and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from artstudio.ui.actions import Action
from artstudio.ui.timeline.view import Loop, Tool

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.ui.timeline.editor import NoteEditor
    from artstudio.ui.timeline.film_row import FilmRow
    from artstudio.ui.timeline.note_commands import NoteCommands
    from artstudio.ui.timeline.player import Player
    from artstudio.ui.timeline.track_list import TrackList
    from artstudio.ui.timeline.view import View

translate = QCoreApplication.translate

ZOOM = 1.5


def timeline_actions(
    view: View,
    editor: NoteEditor,
    commands: NoteCommands,
    tracks: TrackList,
    player: Player,
    film: FilmRow,
    *,
    seek: Callable[[float], object],
    fit: Callable[[], object],
) -> list[Action]:
    """All of them; the window gives them their scope."""
    some = commands.any_chosen

    def music(
        name: str,
        title: str,
        call: Callable[[], object],
        *keys: str,
        group: int,
        icon: str = "",
        when: Callable[[], bool] | None = None,
        checked: Callable[[], bool] | None = None,
    ) -> Action:
        return Action(f"music.{name}", title, "music", call, keys, when, checked, icon, group)

    def edit(
        name: str, title: str, call: Callable[[], object], when: Callable[[], bool] | None = some
    ) -> Action:
        return Action(f"edit.{name}", title, "edit", call, when=when)

    def key(name: str, title: str, call: Callable[[], object], *keys: str) -> Action:
        return Action(f"music.{name}", title, "", call, keys)

    def on_track(call: Callable[[str], object]) -> Callable[[], None]:
        def act() -> None:
            if editor.track:
                call(editor.track.id)

        return act

    def switch(what: str) -> Callable[[], None]:
        return on_track(lambda track_id: tracks.switch(track_id, what, not getattr(editor.track, what)))

    def write() -> None:
        if (end := commands.write()) is not None:
            seek(end)

    def loop_chosen() -> None:
        start, end = commands.span()
        view.set_loop(Loop(start, end, True))

    def toggle_loop() -> None:
        view.set_loop(Loop(view.loop.start, view.loop.end, not view.loop.on))

    def has_track() -> bool:
        return editor.track is not None

    projector, clips = editor.session.projector, film.editor

    def here(of_film: Callable[[], object], of_notes: Callable[[], object]) -> Callable[[], object]:
        """Edit the film while the keys are for it, else the notes."""
        return lambda: of_film() if film.focused else of_notes()

    def some_here() -> bool:
        return bool(clips.chosen) if film.focused else some()

    return [
        music("play", translate("Timeline", "&Play or Pause"), player.toggle, "Space", group=0, icon="play"),
        music("stop", translate("Timeline", "&Stop"), player.stop, "Return", "Enter", group=0, icon="stop"),
        music(
            "rewind",
            translate("Timeline", "To the &Beginning"),
            lambda: seek(0),
            "Home",
            group=0,
            icon="skip-previous",
        ),
        music(
            "loop",
            translate("Timeline", "&Loop"),
            toggle_loop,
            "L",
            group=0,
            icon="repeat",
            checked=lambda: view.loop.on,
        ),
        music("loop_chosen", translate("Timeline", "Loop &What Is Chosen"), loop_chosen, "Shift+L", group=0),
        music(
            "metronome",
            translate("Timeline", "&Metronome"),
            player.toggle_metronome,
            "K",
            group=0,
            icon="metronome",
            checked=lambda: player.metronome,
        ),
        music(
            "film",
            translate("Timeline", "Show the &Film"),
            film.toggle,
            group=4,
            icon="filmstrip",
            checked=lambda: film.visible,
        ),
        music(
            "watch_film",
            translate("Timeline", "&Watch the Film on the Canvas"),
            lambda: projector.watch(not projector.watching),
            "V",
            group=4,
            icon="eye-outline",
            when=lambda: bool(projector.film.clips),
            checked=lambda: projector.watching,
        ),
        music("add_track", translate("Timeline", "&Add Track"), tracks.add, "Ctrl+T", group=1, icon="plus"),
        music(
            "duplicate_track",
            translate("Timeline", "D&uplicate Track"),
            on_track(tracks.duplicate),
            group=1,
            when=has_track,
        ),
        music(
            "delete_track",
            translate("Timeline", "Delete &Track"),
            on_track(tracks.remove),
            group=1,
            when=has_track,
        ),
        music("mute", translate("Timeline", "Mut&e Track"), switch("mute"), "M", group=1, when=has_track),
        music("solo", translate("Timeline", "S&olo Track"), switch("solo"), "N", group=1, when=has_track),
        music(
            "quantise", translate("Timeline", "&Quantise"), commands.quantise, "Q", group=2, when=has_track
        ),
        music(
            "octave_up",
            translate("Timeline", "Octave &Up"),
            lambda: commands.transpose(12),
            "Shift+Up",
            group=2,
            when=some,
        ),
        music(
            "octave_down",
            translate("Timeline", "Octave &Down"),
            lambda: commands.transpose(-12),
            "Shift+Down",
            group=2,
            when=some,
        ),
        music(
            "ghosts",
            translate("Timeline", "&Ghost Notes"),
            lambda: view.set_option("ghosts", not view.ghosts),
            ",",
            group=3,
            checked=lambda: view.ghosts,
        ),
        music(
            "scale",
            translate("Timeline", "Light the Notes of the &Key"),
            lambda: view.set_option("scale", not view.scale),
            group=3,
            checked=lambda: view.scale,
        ),
        music("fit", translate("Timeline", "Show the &Whole Piece"), fit, "F", "Ctrl+0", group=3),
        music(
            "zoom_in",
            translate("Timeline", "Zoom &In"),
            lambda: _zoom(view, ZOOM),
            "Ctrl+=",
            "Ctrl++",
            group=3,
        ),
        music(
            "zoom_out", translate("Timeline", "Zoom Ou&t"), lambda: _zoom(view, 1 / ZOOM), "Ctrl+-", group=3
        ),
        key("pencil", translate("Timeline", "Pencil"), lambda: view.set_tool(Tool.PENCIL), "1"),
        key("select", translate("Timeline", "Select"), lambda: view.set_tool(Tool.SELECT), "2"),
        key("eraser", translate("Timeline", "Eraser"), lambda: view.set_tool(Tool.ERASER), "3"),
        key("up", translate("Timeline", "Half Tone Up"), lambda: commands.transpose(1), "Up"),
        key("down", translate("Timeline", "Half Tone Down"), lambda: commands.transpose(-1), "Down"),
        key("right", translate("Timeline", "Later"), lambda: commands.nudge(1), "Right"),
        key("left", translate("Timeline", "Earlier"), lambda: commands.nudge(-1), "Left"),
        key("next_note", translate("Timeline", "Next Note"), lambda: commands.step(1), "Alt+Right"),
        key("previous_note", translate("Timeline", "Previous Note"), lambda: commands.step(-1), "Alt+Left"),
        key(
            "add_next_note",
            translate("Timeline", "Choose the Next Note, Too"),
            lambda: commands.step(1, add=True),
            "Alt+Shift+Right",
        ),
        key(
            "add_previous_note",
            translate("Timeline", "Choose the Previous Note, Too"),
            lambda: commands.step(-1, add=True),
            "Alt+Shift+Left",
        ),
        key("longer", translate("Timeline", "Longer"), lambda: commands.lengthen(1), "Shift+Right"),
        key("shorter", translate("Timeline", "Shorter"), lambda: commands.lengthen(-1), "Shift+Left"),
        key("write_note", translate("Timeline", "Write a Note at the Playhead"), write, "I"),
        key("next_bar", translate("Timeline", "Bar Forward"), lambda: _step_bar(view, seek, 1), "D"),
        key("previous_bar", translate("Timeline", "Bar Back"), lambda: _step_bar(view, seek, -1), "A"),
        key("next_track", translate("Timeline", "Next Track"), lambda: tracks.step(1), "S"),
        key("previous_track", translate("Timeline", "Previous Track"), lambda: tracks.step(-1), "W"),
        edit("cut", translate("Timeline", "Cut"), commands.cut),
        edit("copy", translate("Timeline", "Copy"), commands.copy),
        edit("paste", translate("Timeline", "Paste"), commands.paste, has_track),
        edit("delete", translate("Timeline", "Delete"), here(clips.delete, commands.delete), some_here),
        edit(
            "select_all",
            translate("Timeline", "Select All"),
            here(clips.select_all, commands.select_all),
            lambda: film.focused or has_track(),
        ),
        edit(
            "duplicate",
            translate("Timeline", "Duplicate"),
            here(clips.duplicate, commands.duplicate),
            some_here,
        ),
    ]


def _zoom(view: View, factor: float) -> None:
    time = view.time
    head = time.x(view.playhead_tick)
    time.zoom(factor, head if 0 <= head <= time.width_px else time.width_px / 2)


def _step_bar(view: View, seek: Callable[[float], object], direction: int) -> None:
    clock, tick = view.clock, view.playhead_tick
    bar = clock.bar_at(tick)
    back = bar.start if bar.start < tick else clock.bar_at(max(0, bar.start - 1)).start
    seek(bar.end if direction > 0 else back)
    view.time.reveal(view.playhead_tick)
