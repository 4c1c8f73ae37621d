"""Prose as a document that Qt lays out on pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
)  # fmt: skip

from artstudio.documents.prose import PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPagedPaintDevice

    from artstudio.documents.prose import CharStyle, ParagraphStyle, Picture, Prose

# the first that there is; signs it lacks, Chinese above all, come from whichever font has them
_SERIF: Final = ("Noto Serif", "Liberation Serif", "Times New Roman", "Times", "DejaVu Serif", "serif")
_MONOSPACED: Final = (
    "Noto Sans Mono",
    "Liberation Mono",
    "Consolas",
    "Menlo",
    "DejaVu Sans Mono",
    "monospace",
)
_SIZE_PT: Final = 11.0
_LAYOUT_DPI: Final = 96.0  # in which Qt takes margins and the sizes of pictures, whatever the device has
_LINE: Final = _SIZE_PT * _LAYOUT_DPI / 72
_HEADINGS_PT: Final = {
    "heading1": 22.0, "heading2": 18.0, "heading3": 15.0, "heading4": 13.0, "heading5": 12.0,
    "heading6": 11.0,
}  # fmt: skip
_ALIGNS: Final = {
    "left": Qt.AlignmentFlag.AlignLeading, "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignTrailing, "justify": Qt.AlignmentFlag.AlignJustify,
}  # fmt: skip
_LONG: Final = 8000
_LINK: Final = QColor(5, 99, 193)
_BULLETS: Final = (
    QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListCircle, QTextListFormat.Style.ListSquare,
)  # fmt: skip


def text_document(prose: Prose, device: QPagedPaintDevice, width_px: float) -> QTextDocument:
    """The text in the measures of `device`, whose lines are `width_px` wide."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.documentLayout().setPaintDevice(device)
    document.setDocumentMargin(0)
    font = QFont(list(_SERIF))
    font.setPointSizeF(_SIZE_PT)
    document.setDefaultFont(font)
    document.setIndentWidth(2 * _LINE)
    _Typesetter(document, width_px * _LAYOUT_DPI / device.logicalDpiX()).set(prose)
    return document


@dataclass(slots=True)
class _Open:
    """A list that goes on at a level."""

    kind: str
    list: QTextList


class _Typesetter:
    def __init__(self, document: QTextDocument, width_px: float) -> None:
        self._document, self._width_px = document, width_px
        self._cursor = QTextCursor(document)
        self._looks: dict[tuple[CharStyle, str], QTextCharFormat] = {}
        self._shown: set[str] = set()
        self._lists: list[_Open] = []

    def set(self, prose: Prose) -> None:
        """Puts in every paragraph."""
        self._cursor.beginEditBlock()
        looks = iter(prose.chars)
        end, look = 0, None
        at = 0
        lines = prose.text.split("\n")
        for first, last, style in prose.paragraphs:
            for line in lines[first:last]:
                self._begin(style, first=at == 0)
                for part in _parts(line):
                    if part.start:
                        self._go_on(style)
                    here, stop = at + part.start, at + part.stop
                    while here < stop:
                        while end <= here or look is None:
                            _, end, look = next(looks)
                        until = min(end, stop)
                        self._add(line[here - at : until - at], look, style)
                        here = until
                at += len(line) + 1
        self._cursor.endEditBlock()

    def _begin(self, style: ParagraphStyle, *, first: bool) -> None:
        layout, look = self._layout(style), self._look(None, style.kind)
        if first:
            self._cursor.setBlockFormat(layout)
            self._cursor.setBlockCharFormat(look)
        else:
            self._cursor.insertBlock(layout, look)
        if style.kind not in ("bullet", "numbered"):
            self._lists.clear()
            return
        del self._lists[style.level + 1 :]
        if len(self._lists) == style.level + 1 and self._lists[-1].kind == style.kind:
            self._lists[-1].list.add(self._cursor.block())
            return
        del self._lists[style.level :]
        shape = QTextListFormat()
        numbered = style.kind == "numbered"
        shape.setStyle(
            QTextListFormat.Style.ListDecimal if numbered else _BULLETS[style.level % len(_BULLETS)]
        )
        shape.setIndent(style.level + 1)
        made = self._cursor.createList(shape)
        self._lists += [_Open(style.kind, made)] * (style.level + 1 - len(self._lists))

    def _go_on(self, style: ParagraphStyle) -> None:
        """Begins a block that looks as if it were the same paragraph."""
        before, after = self._cursor.blockFormat(), self._layout(style)
        before.setBottomMargin(0)
        self._cursor.setBlockFormat(before)
        after.setTopMargin(0)
        if style.kind in ("bullet", "numbered"):
            after.setIndent(style.level + 1)
        self._cursor.insertBlock(after)

    def _layout(self, style: ParagraphStyle) -> QTextBlockFormat:
        layout = QTextBlockFormat()
        layout.setAlignment(_ALIGNS[style.align])
        layout.setLineHeight(120, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        match style.kind:
            case "quote":
                layout.setIndent(1)
                layout.setBottomMargin(_LINE / 2)
            case "verse":
                layout.setIndent(1)
            case "code":
                layout.setLineHeight(100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            case "rule":
                width = QTextLength(QTextLength.Type.PercentageLength, 100)
                layout.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, width)
            case "body":
                layout.setBottomMargin(_LINE / 2)
            case "bullet" | "numbered":
                layout.setBottomMargin(_LINE / 4)
            case _:
                layout.setTopMargin(_LINE)
                layout.setBottomMargin(_LINE / 2)
        return layout

    def _look(self, look: CharStyle | None, kind: str) -> QTextCharFormat:
        shown = QTextCharFormat()
        shown.setFontFamilies(list(_MONOSPACED if kind == "code" or (look and look.code) else _SERIF))
        shown.setFontPointSize(_HEADINGS_PT.get(kind, _SIZE_PT))
        bold = kind in _HEADINGS_PT or (look is not None and look.bold)
        shown.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        if look is not None:
            shown.setFontItalic(look.italic)
            shown.setFontUnderline(look.underline or bool(look.link))
            shown.setFontStrikeOut(look.strike)
            if look.link:
                shown.setForeground(_LINK)
        return shown

    def _add(self, text: str, look: CharStyle, style: ParagraphStyle) -> None:
        if look.picture is not None and text.strip(PICTURE) == "":
            for _ in text:
                self._picture(look.picture)
            return
        if (shown := self._looks.get((look, style.kind))) is None:
            shown = self._looks[look, style.kind] = self._look(look, style.kind)
        self._cursor.insertText(text, shown)

    def _picture(self, picture: Picture) -> None:
        name = f"picture:{picture.id}"
        if name not in self._shown:
            self._shown.add(name)
            image = QImage.fromData(picture.png)
            self._document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
        scale = min(1.0, self._width_px / max(1, picture.width_px))
        scale = min(scale, 1.3 * self._width_px / max(1, picture.height_px))
        shown = QTextImageFormat()
        shown.setName(name)
        shown.setWidth(picture.width_px * scale)
        shown.setHeight(picture.height_px * scale)
        self._cursor.insertImage(shown)


def _parts(line: str) -> Iterator[range]:
    """A paragraph in parts of a few pages: on each of its pages, Qt goes through all lines of a block."""
    start = 0
    while len(line) - start > _LONG:
        stop = line.rfind(" ", start, start + _LONG) + 1 or start + _LONG
        yield range(start, stop)
        start = stop
    yield range(start, len(line))
