"""How the window looks: three calm themes, one accent, one stylesheet.

Widgets take every colour and size from here, as `theme.NAME` at the moment they paint; nothing else in `ui`
holds a colour literal. Icons, and stylesheets given by `dress`, follow a change of theme by themselves; what
keeps a picture that it painted listens to `changes.changed`.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from artstudio.base.paths import resources
from artstudio.ui.icons import glyph_icon
from artstudio.ui.stylesheet import STYLE
from artstudio.ui.theme_colours import DARK, THEMES

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QWidget


class Shade(str):
    """A colour as QColor takes it, that knows its name in this module."""

    __slots__ = ("role",)
    role: str

    def __new__(cls, role: str, value: str) -> Shade:
        made = super().__new__(cls, value)
        made.role = role
        return made


def _shade(role: str) -> Shade:
    return Shade(role, DARK[role])


DESK = _shade("DESK")  # behind the work: the canvas' surround, the piano roll's ground
SUNKEN = _shade("SUNKEN")  # fields to type in, lists
PANEL = _shade("PANEL")  # docks
RAISED = _shade("RAISED")  # buttons, headers
HOVER = _shade("HOVER")
LINE = _shade("LINE")  # hairlines between things
LINE_STRONG = _shade("LINE_STRONG")
TEXT = _shade("TEXT")
TEXT_DIM = _shade("TEXT_DIM")
TEXT_OFF = _shade("TEXT_OFF")  # disabled
ACCENT = _shade("ACCENT")
ACCENT_BRIGHT = _shade("ACCENT_BRIGHT")  # also where the focus is
ACCENT_DIM = _shade("ACCENT_DIM")  # behind selected things
SEAM = _shade("SEAM")  # between panes, and the groove of a slider
ON_ACCENT = _shade("ON_ACCENT")  # text on the accent
GOOD = _shade("GOOD")
WARN = _shade("WARN")
BAD = _shade("BAD")

QUOTED = _shade("QUOTED")  # quoted text
CODE_GROUND = _shade("CODE_GROUND")  # below a paragraph of code
# below letters, with some transparency (#AARRGGBB): where text is from, and what was searched for
GENERATED_WASH = _shade("GENERATED_WASH")
EDITED_WASH = _shade("EDITED_WASH")
TYPED_WASH = _shade("TYPED_WASH")
GHOST = _shade("GHOST")  # text that a model is writing
FOUND_WASH = _shade("FOUND_WASH")
FOUND_HERE_WASH = _shade("FOUND_HERE_WASH")

# below letters, by how unlikely they were, or how much another word looks at them; see `writing.heat_colours`
HEAT_COOL, HEAT_HOT = _shade("HEAT_COOL"), _shade("HEAT_HOT")
HEAT_LOOKED_AT = _shade("HEAT_LOOKED_AT")

IVORY, EBONY = _shade("IVORY"), _shade("EBONY")  # the keys of a piano
CHECK_LIGHT = _shade("CHECK_LIGHT")  # below transparent pictures, chequered

# one colour a track or curve, told apart by hue at equal weight
SERIES = tuple(Shade(f"SERIES {n}", value) for n, value in enumerate(DARK["SERIES"].split()))

reduced_motion = False  # whether what moves by itself should stand still; set by `use`

CHINESE_FONTS = ("Noto Sans CJK SC", "Microsoft YaHei UI", "PingFang SC", "WenQuanYi Micro Hei")

GAP_PX = 6
ROW_PX = 24  # the height of a row in lists and of a button
ICON_PX = 18

_DRESS: Final = "artstudioDress"  # the property that holds a widget's own stylesheet, as a template


class _Changes(QObject):
    changed = Signal()


changes = _Changes()


def icon(name: str, colour: str | None = None) -> QIcon:
    """The Material Design icon `name` ("brush", "play"...; without prefix), crisp at every scale.

    In `colour`, or the colour of text; a colour of this module follows a change of theme.
    """
    return glyph_icon(name, TEXT if colour is None else colour, TEXT_OFF, now)


def now(colour: str) -> str:
    """`colour` as it is in the present theme, if it is one of this module; else itself."""
    if not isinstance(colour, Shade):
        return colour
    name, _, number = colour.role.partition(" ")
    found = globals()[name]
    return cast("str", found[int(number)] if number else found)


def dress(widget: QWidget, style: str) -> None:
    """Give `widget` a stylesheet in which "$BAD" stands for the colour BAD, in this theme and the next."""
    widget.setProperty(_DRESS, style)
    widget.setStyleSheet(_filled(style))


def apply(app: QApplication, name: str = "dark", *, less_motion: bool = False) -> None:
    """Give `app` its style and font, and a theme."""
    app.setStyle("Fusion")
    font = QFont(app.font())
    font.setPointSizeF(9.5)
    # what Latin fonts lack is looked for here first: left to chance, Chinese may come out bold or as boxes
    # (an alias such as "Sans Serif" is resolved: left as it is, its quotes would be Chinese, too)
    font.setFamilies([QFontInfo(font).family(), *CHINESE_FONTS])
    app.setFont(font)
    use(app, name, less_motion=less_motion)


def use(app: QApplication, name: str, *, less_motion: bool = False) -> None:
    """Change `app` to another theme, all that is on the screen included.

    Raises:
        KeyError: there is no such theme.
    """
    values = THEMES[name]
    names = globals()
    for role, value in values.items():
        names[role] = Shade(role, value)
    names["SERIES"] = tuple(Shade(f"SERIES {n}", value) for n, value in enumerate(values["SERIES"].split()))
    names["reduced_motion"] = less_motion
    app.setPalette(_palette())
    app.setStyleSheet(stylesheet())
    for effect in (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateTooltip):
        QApplication.setEffectEnabled(effect, not less_motion)
    app.setCursorFlashTime(0 if less_motion else 1000)
    for widget in app.allWidgets():
        if style := widget.property(_DRESS):
            widget.setStyleSheet(_filled(style))
    changes.changed.emit()
    for widget in app.allWidgets():
        widget.update()


def stylesheet() -> str:
    """The application's, in the present theme."""
    return _filled(STYLE)


def _filled(style: str) -> str:
    values = {role: value for role, value in globals().items() if isinstance(value, Shade)}
    arrows = (resources() / "ui").as_posix()  # a stylesheet takes its arrows only from files
    check = "light" if QColor(ON_ACCENT).lightness() > 127 else "dark"
    return Template(style).substitute(values, ARROWS=arrows, CHECK=check)


def _palette() -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in {
        role.Window: PANEL,
        role.WindowText: TEXT,
        role.Base: SUNKEN,
        role.AlternateBase: PANEL,
        role.Text: TEXT,
        role.PlaceholderText: TEXT_DIM,
        role.Button: RAISED,
        role.ButtonText: TEXT,
        role.BrightText: BAD,
        role.ToolTipBase: RAISED,
        role.ToolTipText: TEXT,
        role.Highlight: ACCENT_DIM,
        role.HighlightedText: TEXT,
        role.Link: ACCENT_BRIGHT,
        role.Light: HOVER,
        role.Midlight: RAISED,
        role.Mid: LINE,
        role.Dark: DESK,
        role.Shadow: DESK,
    }.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(TEXT_OFF))
    return palette
