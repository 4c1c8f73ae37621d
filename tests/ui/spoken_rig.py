"""What a screen reader is told: Qt's tree of it, and a window that has something to tell everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from artstudio.documents.edits import Put, SetFilm
from artstudio.documents.music import MusicTrack
from artstudio.sdk import Track, notes_array
from artstudio.studio.generate import Generation
from artstudio.studio.landing import Where
from artstudio.ui.app import App
from artstudio.ui.library.pane import LibraryPane
from tests.ui.film_rig import three_clips
from tests.ui.shell_rig import WAIT_MS, write_in

Role, Text = QAccessible.Role, QAccessible.Text
_MOST_ITEMS = 40  # of one list: the others are made alike

CONTROLS = {
    Role.Button, Role.ButtonMenu, Role.ButtonDropDown, Role.CheckBox, Role.RadioButton, Role.ComboBox,
    Role.EditableText, Role.Slider, Role.Dial, Role.SpinBox, Role.List, Role.Tree, Role.Table, Role.PageTab,
    Role.ProgressBar, Role.HotkeyField, Role.Canvas, Role.Chart, Role.ColorChooser, Role.Graphic,
    Role.Indicator, Role.Animation,
}  # fmt: skip
ITEMS = {Role.ListItem, Role.TreeItem, Role.Cell, Role.Row}


@dataclass(frozen=True)
class Heard:
    """One object of the tree; `inside` is the role of what it is part of."""

    path: str
    role: QAccessible.Role
    name: str
    description: str
    widget: QWidget | None
    inside: QAccessible.Role | None
    focusable: bool


def walk(root: QWidget) -> Iterator[Heard]:
    """`root` and all below it."""
    found = QAccessible.queryAccessibleInterface(root)
    assert found is not None
    yield from _walk(found, "", None)


def _walk(here: QAccessibleInterface, above: str, inside: QAccessible.Role | None) -> Iterator[Heard]:
    thing, role, name = here.object(), here.role(), here.text(Text.Name)
    widget = thing if isinstance(thing, QWidget) else None
    path = f"{above}/{type(widget).__name__ if widget is not None else role.name}[{name[:40]}]"
    yield Heard(path, role, name, here.text(Text.Description), widget, inside, bool(here.state().focusable))
    children = (here.child(number) for number in range(min(here.childCount(), _MOST_ITEMS)))
    for below in filter(None, children):  # some views leave gaps
        if below.isValid():
            yield from _walk(below, path, role)


def of_qt(heard: Heard) -> bool:
    """Whether Qt made it as a part of something else, whose name it goes by."""
    widget = heard.widget
    if heard.inside in (Role.SpinBox, Role.ComboBox):
        return True
    if isinstance(widget, QAbstractItemView) and isinstance(widget.window().parent(), QComboBox):
        return True
    return isinstance(widget, QTabBar) and not widget.count()  # a spare one of the window's


def labelled(widget: QWidget) -> bool:
    """Whether a label beside `widget` is tied to it."""
    found = QAccessible.queryAccessibleInterface(widget)
    return any(QAccessible.RelationFlag.Label in flag for _, flag in found.relations())


def unnamed(root: QWidget) -> list[str]:
    """Where a control has no name."""
    found = []
    for heard in walk(root):
        if of_qt(heard) or heard.role in ITEMS or not (heard.role in CONTROLS or heard.focusable):
            continue
        if heard.role is Role.StaticText:
            continue  # empty now; its words are its name
        name = heard.name.strip()
        if isinstance(heard.widget, QComboBox):
            # on Linux Qt gives a list's choice as its name: what it is for is heard from label or description
            told = labelled(heard.widget) or heard.description
            name = heard.widget.accessibleName().strip() if told else ""
            name = name or ("label" if labelled(heard.widget) else "")
        if not name:
            found.append(f"{heard.role.name}: {heard.path}")
    return found


def alike(root: QWidget) -> list[str]:
    """Where two controls side by side cannot be told apart."""
    seen: Counter[tuple[str, str, str, str]] = Counter()
    for heard in walk(root):
        shown = heard.widget is not None and heard.widget.isVisible()
        if shown and heard.role in CONTROLS and not of_qt(heard):
            parent = heard.path.rpartition("/")[0]
            told = heard.description if isinstance(heard.widget, QComboBox) else ""
            seen[parent, heard.role.name, heard.name, told] += 1
    return [
        f"{count} x {role} [{name}] in {where}" for (where, role, name, _), count in seen.items() if count > 1
    ]


def furnish(app: App, qtbot: QtBot) -> None:
    """Put something into every pane: two tracks, a film, a text, results, jobs and library entries."""
    session = app.session
    qtbot.waitUntil(lambda: not session.catalog.loading, timeout=WAIT_MS)
    write_in(app, "some words")
    for number, name in ((1, "Lead"), (2, "Bass")):
        tune = Track(notes_array([(0, 480, 60, 90), (480, 480, 64, 90)]), name=name)
        session.do(Put("Tune", "track", f"t{number}", MusicTrack(f"t{number}", tune)))
    session.do(SetFilm("Film", three_clips(app.studio.folders.footage)))
    for grey in (10, 200):
        made = Generation("toy", "fill", params={"grey": grey, "slow": False}, seed=grey)
        session.tray.start(made, "Fill", "image", Where())
    qtbot.waitUntil(lambda: all(take.candidate for take in session.tray.takes), timeout=WAIT_MS)
    assert app.studio.library.finish()
    app.window.reveal("library")  # it reads when it is seen
    library = app.window.panes["library"]
    assert isinstance(library, LibraryPane)
    qtbot.waitUntil(lambda: len(library.grid.entries.ids) >= 2, timeout=WAIT_MS)
    library.grid.pick(0)
    qtbot.waitUntil(lambda: bool(library.detail.view.accessibleName()), timeout=WAIT_MS)
