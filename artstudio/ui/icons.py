"""Icons drawn from the Material Design Icons font that comes with QtAwesome.

Only the font is used: importing QtAwesome itself costs a quarter of the window's start-up time. Glyphs
become outlines once and are filled at whatever size and scale they are asked for.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPixmap, QRawFont

if TYPE_CHECKING:
    from collections.abc import Callable

_EM_PX = 96.0  # the size at which outlines are taken from the font; painting scales them


@cache
def _font() -> tuple[QRawFont, dict[str, str]]:
    spec = find_spec("qtawesome")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "fonts"
    font = QRawFont(str(next(folder.glob("materialdesignicons6-webfont-*.ttf"))), _EM_PX)
    charmap = next(folder.glob("materialdesignicons6-webfont-charmap-*.json"))
    return font, json.loads(charmap.read_text("utf-8"))


@cache
def _outline(name: str) -> QPainterPath:
    font, charmap = _font()
    glyph = font.glyphIndexesForString(chr(int(charmap[name], 16)))[0]
    return font.pathForGlyph(glyph)


class _GlyphEngine(QIconEngine):
    def __init__(self, name: str, colour: str, disabled: str, now: Callable[[str], str]) -> None:
        super().__init__()
        self._name, self._colour, self._disabled, self._now = name, colour, disabled, now

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        outline = _outline(self._name)
        side = min(rect.width(), rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QRectF(rect).center())
        painter.scale(side / _EM_PX, side / _EM_PX)
        painter.translate(-_EM_PX / 2, _EM_PX * 0.375)  # the font's glyphs stand on 1/8 em below the baseline
        colour = self._disabled if mode == QIcon.Mode.Disabled else self._colour
        painter.fillPath(outline, QColor(self._now(colour)))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._name, self._colour, self._disabled, self._now)


def glyph_icon(name: str, colour: str, disabled: str, now: Callable[[str], str]) -> QIcon:
    """The icon `name` of Material Design Icons ("brush", "play"...).

    `now` is asked at each painting what the two colours are at present.

    Raises:
        KeyError: the font has no such icon; raised when it is first painted.
    """
    return QIcon(_GlyphEngine(name, colour, disabled, now))
