"""Prose to PDF: A4 pages with numbers, their fonts within the file."""

from __future__ import annotations

import contextlib
import re
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSizeF, Qt, QUuid
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from artstudio.base.atomic import replacing
from artstudio.render.pages import text_document
from artstudio.sdk import BadFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QTextBlock, QTextDocument

    from artstudio.documents.prose import Prose

MOST_CHARACTERS: Final = 10_000_000
"""Some 3,500 pages."""
_DPI: Final = 600
_MARGIN_MM: Final = 25.0
_HEAD_NBYTES: Final = 1 << 16
_DATES: Final = re.compile(rb"/(?:Creation|Mod)Date \(D:(\d{14})")
_NO_DATE: Final = b"20000101000000"  # some date, always the same


def write_pdf(prose: Prose, path: Path, title: str = "", metadata: bytes = b"") -> None:
    """Writes a text as PDF, from any thread; without the window it needs no screen.

    `metadata` is an XMP packet. With one the same text gives the same bytes, in the same fonts.

    Raises:
        BadFile: the file cannot be written, or the text is too long for one.
    """
    if len(prose.text) > MOST_CHARACTERS:
        raise BadFile(
            "{name} would hold {n} million characters, more than a PDF can ({most}): write it in parts",
            name=path.name, n=-(-len(prose.text) // 1_000_000), most=MOST_CHARACTERS // 1_000_000,
        )  # fmt: skip
    with _application(), replacing(path) as part:
        writer = QPdfWriter(str(part))
        writer.setResolution(_DPI)
        writer.setTitle(title)
        writer.setCreator("artstudio")
        if metadata:  # Qt's own tells the time
            writer.setDocumentXmpMetadata(metadata)
            writer.setDocumentId(QUuid())
        margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins,
                        QPageLayout.Unit.Millimeter)
        )  # fmt: skip
        area = writer.pageLayout().paintRectPixels(_DPI)
        document = text_document(prose, writer, area.width())
        document.setPageSize(QSizeF(area.width(), area.height()))
        painter = QPainter()
        if not painter.begin(writer):
            raise BadFile("cannot write {path}: choose another folder", path=path)
        try:
            _paint(document, writer, painter)
        finally:
            painter.end()
        if metadata:
            _forget_date(part)


def _forget_date(path: Path) -> None:
    """Takes the time of writing out of the file's head, byte for byte."""
    with path.open("r+b") as file:
        for found in _DATES.finditer(file.read(_HEAD_NBYTES)):
            file.seek(found.start(1))
            file.write(_NO_DATE)


def _paint(document: QTextDocument, writer: QPdfWriter, painter: QPainter) -> None:
    width, height = document.pageSize().width(), document.pageSize().height()
    foot = QRectF(0, height + _DPI * 0.3, width, _DPI * 0.3)
    block = document.begin()
    for page in range(document.pageCount()):
        if page:
            writer.newPage()
        top, bottom = page * height, (page + 1) * height
        painter.save()
        painter.translate(0, -top)
        block = _first_below(document, block, top)
        begun = block.isValid() and block.layout().position().y() + block.layout().lineAt(0).y() < top - 1
        begin = _paint_rest(document, block, painter, top, bottom) if begun else top
        if begin < bottom - 1:
            document.drawContents(painter, QRectF(0, begin + 1, width, bottom - begin - 2))
        painter.restore()
        painter.setFont(document.defaultFont())
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(page + 1))


def _first_below(document: QTextDocument, block: QTextBlock, top: float) -> QTextBlock:
    """The first block from `block` on that reaches below `top`."""
    layout = document.documentLayout()
    while block.isValid() and layout.blockBoundingRect(block).bottom() <= top + 1:
        block = block.next()
    return block


def _paint_rest(
    document: QTextDocument, block: QTextBlock, painter: QPainter, top: float, bottom: float
) -> float:
    """Paints the lines on this page of a block that began on an earlier one; returns where it ends.

    Qt itself would write the line before them as well: not to be seen, but found twice in a search.
    """
    lines = block.layout()
    for i in range(lines.lineCount()):
        line = lines.lineAt(i)
        if top - 1 <= lines.position().y() + line.y() < bottom - 1:
            line.draw(painter, lines.position())
    return document.documentLayout().blockBoundingRect(block).bottom()


@contextlib.contextmanager
def _application() -> Iterator[None]:
    """Qt's application, which fonts need: the window's, or one for as long as this takes."""
    if isinstance(QCoreApplication.instance(), QGuiApplication):
        yield
        return
    # on Linux there may be no screen; elsewhere only the system's own plugin knows the system's fonts
    arguments = ["artstudio", "-platform", "offscreen"] if sys.platform == "linux" else ["artstudio"]
    application = QGuiApplication(arguments)
    try:
        yield
    finally:
        application.shutdown()
