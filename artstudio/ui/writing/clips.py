"""Rich text on its way through the clipboard: exact within artstudio, as HTML to and from other programs."""

from __future__ import annotations

import base64
import binascii
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QBuffer, QByteArray, QMimeData
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextListFormat,
)

from artstudio.documents.prose import (
    BODY,
    MAX_LEVEL,
    PICTURE,
    PLAIN,
    CharStyle,
    ParagraphStyle,
    Picture,
    Prose,
)
from artstudio.documents.runs import Runs
from artstudio.ui.writing.looks import alignment, char_format

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QTextBlock

    from artstudio.documents.prose import Align, Kind

_OWN: Final = "application/x-artstudio-prose"
_MOST_HTML: Final = 4_000_000  # characters of HTML that are read; of more only the text is taken
_DATA: Final = "data:image/png;base64,"
_numbers = count(1)
_copied: list[tuple[bytes, Prose]] = []  # what was copied here last, and the mark that says so


def clip_of(prose: Prose) -> QMimeData:
    """What goes to the clipboard: plain text, HTML, and for this program the thing itself."""
    mime = QMimeData()
    mark = f"{id(_copied)}-{next(_numbers)}".encode()
    _copied[:] = [(mark, prose)]
    mime.setData(_OWN, QByteArray(mark))
    mime.setText(prose.text.replace(PICTURE, ""))
    if len(prose.text) < _MOST_HTML:
        mime.setHtml(html_of(prose))
    return mime


def prose_of(mime: QMimeData) -> Prose | None:
    """What the clipboard holds as text, None if nothing; pictures alone are not meant here."""
    if mime.hasFormat(_OWN):
        mark = bytes(mime.data(_OWN).data())
        for known, prose in _copied:
            if known == mark:
                return prose
    if mime.hasHtml() and len(mime.html()) < _MOST_HTML:
        return prose_of_html(mime.html())
    return plain_of(mime)


def plain_of(mime: QMimeData) -> Prose | None:
    """What the clipboard holds, as text without looks."""
    if not mime.hasText():
        return None
    return Prose.plain(mime.text().replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n"))


def picture_of(image: QImage, alt: str = "") -> Picture:
    """An image as it stands in text."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a string
    return Picture(bytes(data.data()), image.width(), image.height(), alt)


def prose_with(picture: Picture) -> Prose:
    """A picture alone."""
    return Prose.plain(PICTURE, chars=CharStyle(picture=picture))


def html_of(prose: Prose) -> str:
    """As Qt writes it, with pictures inside."""
    document = QTextDocument()
    document.setDefaultFont(_font())
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number in range(prose.paragraph_count):
        style = prose.paragraphs.at(number)
        block = QTextBlockFormat()
        block.setAlignment(alignment(style))
        if style.kind.startswith("heading"):
            block.setHeadingLevel(int(style.kind[-1]))
        if style.kind == "quote":
            block.setProperty(QTextBlockFormat.Property.BlockQuoteLevel, 1)
            block.setLeftMargin(40)
        if style.kind == "rule":
            block.setProperty(QTextBlockFormat.Property.BlockTrailingHorizontalRulerWidth, 1)
        if style.kind == "code":
            block.setNonBreakableLines(True)
        if number:
            cursor.insertBlock(block, QTextCharFormat())
        else:
            cursor.setBlockFormat(block)
        if style.kind in ("bullet", "numbered"):
            _list_item(cursor, style)
        start, end = prose.paragraph_span(number)
        for one, two, look in prose.chars.part(start, end):
            if look.picture is not None:
                image = QTextImageFormat()
                image.setName(_DATA + base64.b64encode(look.picture.png).decode())
                image.setWidth(look.picture.width_px)
                image.setHeight(look.picture.height_px)
                cursor.insertImage(image)
            else:
                cursor.insertText(prose.text[start + one : start + two], _told(look, style.kind))
    cursor.endEditBlock()
    return document.toHtml()


def _list_item(cursor: QTextCursor, style: ParagraphStyle) -> None:
    look = QTextListFormat()
    bullet = style.kind == "bullet"
    look.setStyle(QTextListFormat.Style.ListDisc if bullet else QTextListFormat.Style.ListDecimal)
    look.setIndent(style.level + 1)
    before = cursor.block().previous()
    known = before.textList() if before.isValid() else None
    if known is not None and (known.format().style(), known.format().indent()) == (
        look.style(),
        look.indent(),
    ):
        known.add(cursor.block())
    else:
        cursor.createList(look)


def _told(look: CharStyle, kind: Kind) -> QTextCharFormat:
    """The look without the window's colours, which are for a dark ground."""
    form = QTextCharFormat(char_format(look, kind))
    for colour in (form.Property.ForegroundBrush, form.Property.BackgroundBrush):
        form.clearProperty(colour)
    if kind.startswith("heading") and not look.bold:
        form.clearProperty(form.Property.FontWeight)
        form.clearProperty(form.Property.FontSizeAdjustment)
    return form


def _font() -> QFont:
    """Of some size in points, which Qt needs to know for headings."""
    font = QGuiApplication.font()
    font.setPointSize(10)
    return font


class _Offline(QTextDocument):
    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002 - nothing is ever loaded
        return None


def prose_of_html(html: str) -> Prose:
    """What a page says, as far as prose can: no colours, fonts and tables, and only pictures inside it."""
    document = _Offline()
    document.setDefaultFont(_font())
    document.setHtml(html)
    texts: list[str] = []
    chars: list[tuple[CharStyle, int]] = []
    paragraphs: list[tuple[ParagraphStyle, int]] = []
    block = document.begin()
    while block.isValid():
        if texts:
            texts.append("\n")
            chars.append((PLAIN, 1))
        style = _paragraph(block)
        place = block.begin()
        lines = 1
        while not place.atEnd():
            fragment = place.fragment()
            text, look = _piece(fragment.text(), fragment.charFormat(), style)
            texts.append(text)
            chars.append((look, len(text)))
            lines += text.count("\n")
            place += 1
        paragraphs.append((style, lines))
        if not texts:
            texts.append("")
        block = block.next()
    text = "".join(texts)
    return Prose(text, Runs.collected(chars), Runs.collected(paragraphs), Runs.of("typed", len(text)))


def _paragraph(block: QTextBlock) -> ParagraphStyle:
    form = block.blockFormat()
    align: Align = "left"
    flags = form.alignment()
    flag = type(flags)
    if flags & flag.AlignHCenter:
        align = "center"
    elif flags & flag.AlignJustify:
        align = "justify"
    elif flags & flag.AlignRight and not flags & flag.AlignAbsolute:
        align = "right"
    own = block.textList()
    if own is not None:
        numbered = own.format().style().value <= QTextListFormat.Style.ListDecimal.value
        level = min(MAX_LEVEL, max(0, own.format().indent() - 1))
        return ParagraphStyle("numbered" if numbered else "bullet", level, align)
    if form.hasProperty(form.Property.BlockTrailingHorizontalRulerWidth):
        return ParagraphStyle("rule")
    if form.headingLevel():
        headings: tuple[Kind, ...] = (
            "heading1", "heading2", "heading3", "heading4", "heading5", "heading6",
        )  # fmt: skip
        return ParagraphStyle(headings[min(6, form.headingLevel()) - 1], align=align)
    if form.hasProperty(form.Property.BlockQuoteLevel) or form.leftMargin() >= 40:
        return ParagraphStyle("quote", align=align)
    if form.nonBreakableLines():
        return ParagraphStyle("code")
    return replace(BODY, align=align)


def _piece(text: str, form: QTextCharFormat, style: ParagraphStyle) -> tuple[str, CharStyle]:
    if form.isImageFormat():
        picture = _inside(form.toImageFormat())
        return (PICTURE * len(text), CharStyle(picture=picture)) if picture else ("", PLAIN)
    heading = style.kind.startswith("heading")
    fixed = form.fontFixedPitch() or any(
        "mono" in name.lower() or "courier" in name.lower() for name in form.fontFamilies() or ()
    )
    look = CharStyle(
        bold=form.fontWeight() >= 600 and not heading,
        italic=form.fontItalic(),
        underline=form.fontUnderline() and not form.isAnchor(),
        strike=form.fontStrikeOut(),
        code=fixed and style.kind != "code",
        link=form.anchorHref() if form.isAnchor() else "",
    )
    return text.replace("\u2028", "\n").replace("\u00a0", " ").replace(PICTURE, ""), look


def _inside(form: QTextImageFormat) -> Picture | None:
    name = form.name()
    if not name.startswith("data:image/") or ";base64," not in name:
        return None
    try:
        data = base64.b64decode(name.partition(";base64,")[2], validate=False)
    except (binascii.Error, ValueError):
        return None
    image = QImage.fromData(data)
    if image.isNull():
        return None
    if name.startswith(_DATA):
        return Picture(data, image.width(), image.height())
    return picture_of(image)
