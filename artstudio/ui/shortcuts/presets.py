"""Sets of shortcuts like those of other programs, as far as the studio has the same command.

Only what differs from the studio's own keys is written down. An action that a preset leaves without a key
gives it up to another one.
"""

from __future__ import annotations

from typing import Final

OWN: Final = "artstudio"

PRESETS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    OWN: {},
    "Krita": {
        "canvas.smudge": (),
        "canvas.fill": ("F",),
        "canvas.gradient": ("G",),
        "canvas.pick": ("P",),
        "canvas.line": ("U",),
        "canvas.rectangle": ("Shift+R",),
        "canvas.ellipse": ("Shift+J",),
        "canvas.select_rect": ("Ctrl+R",),
        "canvas.select_ellipse": ("J",),
        "canvas.move": ("T",),
        "canvas.transform": ("Ctrl+T",),
        "canvas.zoom_100": ("Ctrl+0",),
        "canvas.fit": ("Ctrl+2", "1"),
        "canvas.zoom_200": (),
        "canvas.fill_foreground": ("Shift+Backspace",),
        "canvas.fill_background": ("Backspace",),
        "layer.add": ("Ins",),
        "layer.add_group": ("Ctrl+Shift+G",),
        "layer.ungroup": ("Ctrl+Alt+G",),
        "layer.delete": ("Shift+Del",),
        "layer.rename": ("F2",),
        "layer.flatten": ("Ctrl+Shift+E",),
        "file.export": (),
        "layer.up": ("PgUp",),
        "layer.down": ("PgDown",),
    },
    "Photoshop": {
        "canvas.smudge": (),
        "canvas.gradient": ("Shift+G",),
        "canvas.select_rect": ("M",),
        "canvas.select_ellipse": ("Shift+M",),
        "canvas.mirror_view": (),
        "canvas.zoom_100": ("Ctrl+1",),
        "canvas.fill_foreground": ("Alt+Backspace", "Shift+F5"),
        "canvas.fill_background": ("Ctrl+Backspace",),
        "select.none": ("Ctrl+D",),
        "edit.duplicate": (),
        "select.invert": ("Ctrl+Shift+I", "Shift+F7"),
        "file.import": (),
        "select.feather": ("Shift+F6",),
        "file.export": ("Ctrl+Alt+Shift+W",),
        "layer.add": ("Ctrl+Shift+N",),
        "layer.merge_down": ("Ctrl+E",),
        "layer.flatten": ("Ctrl+Shift+E",),
        "layer.lock_alpha": ("/",),
        "layer.up": ("Ctrl+]",),
        "layer.down": ("Ctrl+[",),
        "edit.redo": ("Ctrl+Shift+Z",),
        "edit.preferences": ("Ctrl+K",),
        "text.link": (),
        "view.full_screen": ("F",),
        "music.fit": ("Ctrl+0",),
        "view.timeline": (),
        "view.layers": ("F7",),
        "view.colour": ("F6",),
        "view.next_pane": ("Ctrl+F6",),
        "view.previous_pane": ("Ctrl+Shift+F6",),
    },
}
"""By name and action id. A test holds that none of them lets one key mean two things in one place."""
