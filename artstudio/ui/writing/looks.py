"""What styles of prose look like: formats for Qt's text engine, and measures of each kind of paragraph."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
)

from artstudio.documents.prose import ALIGNS, BODY, KINDS, PLAIN, CharStyle, ParagraphStyle
from artstudio.ui import theme

if TYPE_CHECKING:
    from artstudio.documents.prose import Kind

_OWN: Final = int(QTextFormat.Property.UserProperty)
_PARAGRAPH: Final = _OWN + 1
PICTURE_OBJECT: Final = int(QTextFormat.ObjectTypes.UserObject)
PICTURE_ID: Final = _OWN + 2
PICTURE_WIDTH: Final = _OWN + 3
PICTURE_HEIGHT: Final = _OWN + 4

# Qt scales these with the document's font: twice, 1.5 times and 1.2 times as large
_HEADING_STEPS: Final = {"heading1": 3, "heading2": 2, "heading3": 1}


@dataclass(frozen=True)
class Measures:
    """How a paragraph is set. Lengths in em, the height of a line of body text without its spacing.

    `spacing` is the line's height as a multiple of the font's own.
    """

    left: float = 0.0
    right: float = 0.0
    above: float = 0.0
    below: float = 0.45
    spacing: float = 1.32


_BY_KIND: Final[dict[str, Measures]] = {
    "heading1": Measures(above=0.9, below=0.5, spacing=1.1),
    "heading2": Measures(above=0.8, below=0.4, spacing=1.1),
    "heading3": Measures(above=0.6, below=0.3, spacing=1.15),
    "heading4": Measures(above=0.5, below=0.25),
    "heading5": Measures(above=0.4, below=0.2),
    "heading6": Measures(above=0.4, below=0.2),
    "bullet": Measures(left=1.7, below=0.15),
    "numbered": Measures(left=1.7, below=0.15),
    "quote": Measures(left=1.2, right=0.8, above=0.2, below=0.35),
    "verse": Measures(left=1.6, below=0.0, spacing=1.4),
    "code": Measures(left=0.7, right=0.7, below=0.0, spacing=1.25),
    "rule": Measures(above=0.4, below=0.8),
}
_TOLD_BY: Final = 2_000  # characters decide which script a text is in
_STEP_EM: Final = 1.4  # a list's next depth


@lru_cache(maxsize=512)
def measures(style: ParagraphStyle) -> Measures:
    """How a paragraph of this style is set."""
    found = _BY_KIND.get(style.kind, Measures())
    return replace(found, left=found.left + _STEP_EM * style.level) if style.level else found


def alignment(style: ParagraphStyle) -> Qt.AlignmentFlag:
    """Qt's word for it; "left" is where the script begins. Verse and code are never stretched."""
    match style.align:
        case "center":
            return Qt.AlignmentFlag.AlignHCenter
        case "right":
            return Qt.AlignmentFlag.AlignTrailing
        case "justify" if style.kind not in ("verse", "code"):
            return Qt.AlignmentFlag.AlignJustify
    return Qt.AlignmentFlag.AlignLeading


@lru_cache(maxsize=512)
def block_format(style: ParagraphStyle) -> QTextBlockFormat:
    """What carries a paragraph's style in Qt's document; nothing for plain body text."""
    made = QTextBlockFormat()
    if style != BODY:
        code = (KINDS.index(style.kind) * 16 + style.level) * 8 + ALIGNS.index(style.align)
        made.setProperty(_PARAGRAPH, code)
    return made


def paragraph_style(block: QTextBlockFormat) -> ParagraphStyle:
    """The style that `block_format` put there."""
    return _decoded(block.intProperty(_PARAGRAPH)) if block.hasProperty(_PARAGRAPH) else BODY


@lru_cache(maxsize=512)
def _decoded(code: int) -> ParagraphStyle:
    return ParagraphStyle(KINDS[code // 128], code // 8 % 16, ALIGNS[code % 8])


def char_format(style: CharStyle, kind: Kind) -> QTextCharFormat:
    """How characters of a style look in a paragraph of a kind; nothing is set for plain body text."""
    picture = style.picture
    if picture is None:
        return _char_format(style, kind)
    made = QTextCharFormat(_char_format(replace(style, picture=None), kind))
    made.setObjectType(PICTURE_OBJECT)
    made.setProperty(PICTURE_ID, picture.id)
    made.setProperty(PICTURE_WIDTH, picture.width_px)
    made.setProperty(PICTURE_HEIGHT, picture.height_px)
    made.setToolTip(picture.alt)
    return made


@lru_cache(maxsize=1024)
def _char_format(style: CharStyle, kind: Kind) -> QTextCharFormat:
    made = QTextCharFormat()
    if style == PLAIN and kind in ("body", "bullet", "numbered", "verse", "rule"):
        return made
    heading = kind.startswith("heading")
    if heading:
        made.setFontWeight(QFont.Weight.Bold)
        if kind in _HEADING_STEPS:
            made.setProperty(QTextFormat.Property.FontSizeAdjustment, _HEADING_STEPS[kind])
        if kind in ("heading5", "heading6"):
            made.setForeground(QColor(theme.TEXT_DIM))
    if style.bold:
        made.setFontWeight(QFont.Weight.Black if heading else QFont.Weight.Bold)
    if style.italic != (kind == "heading6"):
        made.setFontItalic(True)
    if style.underline:
        made.setFontUnderline(True)
    if style.strike:
        made.setFontStrikeOut(True)
    if style.code or kind == "code":
        made.setFontFamilies(_mono())
        made.setFontFixedPitch(True)
        if style.code:
            made.setBackground(QColor(theme.RAISED))
    if kind == "quote":
        made.setForeground(QColor(theme.QUOTED))
    if style.link:
        made.setForeground(QColor(theme.ACCENT_BRIGHT))
        made.setFontUnderline(True)
        made.setAnchor(True)
        made.setAnchorHref(style.link)
        made.setToolTip(style.link)
    return made


theme.changes.changed.connect(_char_format.cache_clear)


def text_font(of_window: QFont, text: str = "") -> QFont:
    """What body text is written in: the window's font, larger, a Chinese one first if the text is.

    Both scripts share quotes and dashes, which are as wide as a Chinese character in Chinese fonts. A Latin
    font goes by its real name: an alias Qt would pass over, and write everything in the first Chinese font.
    """
    font = QFont(of_window)
    families = of_window.families() or [of_window.family()]
    latin = next((name for name in families if name not in theme.CHINESE_FONTS), families[0])
    chinese = [name for name in families[:1] if name in theme.CHINESE_FONTS] or list(theme.CHINESE_FONTS[:1])
    begin = [one for one in text[:_TOLD_BY] if one.isalpha()]
    first = chinese if sum("\u3400" <= one <= "\u9fff" for one in begin) > len(begin) / 2 else []
    font.setFamilies([*first, QFontInfo(QFont(latin)).family(), *theme.CHINESE_FONTS])
    font.setPointSizeF(font.pointSizeF() + 2)
    return font


@lru_cache(maxsize=1)
def _mono() -> list[str]:
    fixed = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    return [fixed.family(), *theme.CHINESE_FONTS]
