from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from artstudio.ui import theme
from artstudio.ui.app import App
from artstudio.ui.sign import Sign
from artstudio.ui.theme_colours import THEMES
from tests.ui.shell_rig import write_in
from tests.ui.timeline_rig import Rig


@pytest.fixture(autouse=True)
def dark_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.use(qapp, "dark")
    qapp.setStyleSheet("")


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_all_themes_name_the_same_colours() -> None:
    assert len({frozenset(theme_.keys()) for theme_ in THEMES.values()}) == 1
    assert len({len(theme_["SERIES"].split()) for theme_ in THEMES.values()}) == 1


def seen(colours: dict[str, str], ground: str) -> str:
    """A ground of `colours`, laid over the paper where it is transparent."""
    top, below = QColor(colours[ground]), QColor(colours["SUNKEN"])
    share = top.alphaF()
    parts = zip(*((one.redF(), one.greenF(), one.blueF()) for one in (top, below)), strict=True)
    return QColor.fromRgbF(*(one * share + two * (1 - share) for one, two in parts)).name()


PLAIN = ("PANEL", "SUNKEN", "RAISED", "DESK")
PAIRS = (
    *product(("TEXT", "TEXT_DIM", "BAD", "WARN", "GOOD", "ACCENT_BRIGHT"), PLAIN),
    *product(("TEXT", "TEXT_DIM"), ("HOVER",)),  # a card that is shown
    *product(("QUOTED", "GHOST"), ("SUNKEN",)),
    *product(
        ("TEXT",),
        ("ACCENT_DIM", "CODE_GROUND", "GENERATED_WASH", "EDITED_WASH", "TYPED_WASH", "FOUND_WASH",
         "FOUND_HERE_WASH", "HEAT_COOL", "HEAT_HOT", "HEAT_LOOKED_AT"),
    ),
    *product(("ON_ACCENT",), ("ACCENT", "ACCENT_BRIGHT", "WARN")),
    ("EBONY", "IVORY"),
)  # fmt: skip
"""Letters and what is below them somewhere in the window."""


@pytest.mark.parametrize("name", list(THEMES))
def test_letters_stand_off_their_ground(name: str) -> None:
    """WCAG's 4.5 for text, 7 where high contrast was asked for."""
    colours = THEMES[name]
    least = 7.0 if name == "contrast" else 4.5
    found = {pair: contrast(colours[pair[0]], seen(colours, pair[1])) for pair in PAIRS}
    assert not {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < least}


@pytest.mark.parametrize("name", list(THEMES))
def test_what_marks_stands_off_its_ground(name: str) -> None:
    """WCAG's 3 for what is no text: the frame of what has the keys, the tracks' colours."""
    colours = THEMES[name]
    for ground in PLAIN:
        assert contrast(colours["ACCENT_BRIGHT"], colours[ground]) >= 3, ground
    for colour in colours["SERIES"].split():
        assert contrast(colour, colours["DESK"]) >= 3, colour


def shown(widget: QLabel | Sign) -> QImage:
    return widget.grab().toImage()


def test_icons_and_own_styles_follow_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    sign, label = Sign("brush", theme.WARN), QLabel("words")
    for widget in (sign, label):
        qtbot.addWidget(widget)
    theme.dress(label, "color: $BAD;")
    before = shown(sign)
    assert theme.BAD in label.styleSheet()
    theme.use(qapp, "light")
    assert shown(sign) != before
    assert label.styleSheet() == f"color: {THEMES['light']['BAD']};"
    assert THEMES["light"]["TEXT"] == theme.TEXT


def test_a_fixed_colour_stays(qapp: QApplication) -> None:
    red = theme.icon("brush", "#ff0000").pixmap(16).toImage()
    theme.use(qapp, "contrast")
    assert theme.icon("brush", "#ff0000").pixmap(16).toImage() == red
    assert theme.now("#ff0000") == "#ff0000"


def painted(app: App) -> dict[str, QImage]:
    return {pane_id: pane.grab().toImage() for pane_id, pane in app.window.panes.items()}


def test_every_pane_changes_without_a_restart(app: App, qapp: QApplication) -> None:
    write_in(app, "some words")
    dark = painted(app)
    app.studio.settings.theme = "light"
    app.session.settings_changed.emit("theme")
    light = painted(app)
    for pane_id, image in light.items():
        assert brightness(image) > brightness(dark[pane_id]) + 40, pane_id


def test_the_rows_of_the_piano_roll_change_too(rig: Rig, qapp: QApplication) -> None:
    theme.use(qapp, "dark")
    dark = brightness(rig.roll.grab().toImage())
    theme.use(qapp, "light")
    assert brightness(rig.roll.grab().toImage()) > dark + 100


def brightness(image: QImage) -> float:
    """The mean over a small copy, 0-255."""
    small = QImage(16, 16, QImage.Format.Format_RGB32)
    painter = QPainter(small)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(small.rect(), image)
    painter.end()
    return sum(small.pixelColor(x, y).lightness() for x in range(16) for y in range(16)) / 256


def test_reduced_motion_stills_the_docks_and_the_caret(app: App, qapp: QApplication) -> None:
    app.studio.settings.reduced_motion = True
    app.session.settings_changed.emit("reduced_motion")
    assert qapp.cursorFlashTime() == 0
    assert not app.window.isAnimated()
    app.studio.settings.reduced_motion = False
    app.session.settings_changed.emit("reduced_motion")
    assert app.window.isAnimated()
