"""Prose to Word files: python-docx makes the package, the text goes into it as XML in one piece.

Adding paragraphs one by one through it takes ten times as long.
"""

from __future__ import annotations

import io
from itertools import count
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape, quoteattr

from artstudio.documents.prose import PICTURE
from artstudio.media.prose.docx_layout import NAMESPACES, list_id, numberings, prepare
from artstudio.media.prose.docx_parts import packed, with_recipe
from artstudio.media.prose.pieces import (
    HEADINGS,
    LINE_BREAK,
    Paragraph,
    paragraphs_of,
    right_to_left,
    safe_link,
    written,
)  # fmt: skip

if TYPE_CHECKING:
    from docx.document import Document

    from artstudio.documents.prose import CharStyle, Picture, Prose

_STYLES: Final = {
    **{kind: f"Heading{kind[-1]}" for kind in HEADINGS},
    "bullet": "ListParagraph", "numbered": "ListParagraph", "quote": "Quote", "verse": "Verse",
    "code": "HTMLPreformatted", "rule": "HorizontalLine",
}  # fmt: skip
_ALIGNS: Final = {"center": "center", "right": "right", "justify": "both"}
_RULE: Final = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="808080"/></w:pBdr>'
_EMU_A_PIXEL: Final = 9525
_MOST_WIDTH_EMU, _MOST_HEIGHT_EMU = 5_760_000, 8_640_000  # 16 × 24 cm, what an A4 page has room for


def docx_of(prose: Prose, recipe: str | None = None, title: str = "") -> bytes:
    """A whole file, its recipe in a part of its own."""
    from docx import Document
    from docx.oxml.parser import parse_xml

    document = Document()
    prepare(document, written(title))
    writer = _Writer(document)
    text = "".join(writer.paragraph(one) for one in paragraphs_of(prose))
    settings = document.element.body[-1]  # of the page
    for element in list(parse_xml(f"<w:body {NAMESPACES}>{text}</w:body>")):
        settings.addprevious(element)
    numberings(document, writer.lists)
    if recipe is not None:
        with_recipe(document, written(recipe))
    return packed(document)


class _Writer:
    def __init__(self, document: Document) -> None:
        self._part = document.part
        self._links: dict[str, str] = {}
        self._pictures: dict[str, str] = {}
        self._ids = count(1)
        self._open: list[tuple[str, int]] = []  # of each level of the list that goes on its kind and number
        self.lists: list[str] = []  # the kind of each list, whose numbers count from 1

    def paragraph(self, paragraph: Paragraph) -> str:
        """The XML of a paragraph."""
        style = paragraph.style
        rtl = right_to_left(paragraph.text)
        layout = f'<w:pStyle w:val="{_STYLES[style.kind]}"/>' if style.kind in _STYLES else ""
        if style.kind in ("bullet", "numbered"):
            number = self._list(style.kind, style.level)
            layout += (
                f'<w:numPr><w:ilvl w:val="{style.level}"/><w:numId w:val="{list_id(number)}"/></w:numPr>'
            )
        else:
            self._open.clear()
        layout += _RULE if style.kind == "rule" else ""
        layout += "<w:bidi/>" if rtl else ""
        layout += f'<w:jc w:val="{_ALIGNS[style.align]}"/>' if style.align in _ALIGNS else ""
        in_code = style.kind == "code"
        runs = "".join(self._run(text, look, rtl=rtl, in_code=in_code) for text, look in paragraph.pieces)
        return f"<w:p>{f'<w:pPr>{layout}</w:pPr>' if layout else ''}{runs}</w:p>"

    def _list(self, kind: str, level: int) -> int:
        """The list that an item belongs to: a new one where none of its kind goes on at its level."""
        del self._open[level + 1 :]
        if len(self._open) == level + 1 and self._open[level][0] != kind:
            self._open.pop()
        while len(self._open) < level + 1:
            self.lists.append(kind)
            self._open.append((kind, len(self.lists)))
        return self._open[level][1]

    def _run(self, text: str, look: CharStyle, *, rtl: bool, in_code: bool) -> str:
        link = safe_link(look.link) if look.link else ""
        looks = ""
        if look.code and not in_code:
            looks += '<w:rStyle w:val="HTMLCode"/>'
        elif link:
            looks += '<w:rStyle w:val="Hyperlink"/>'
        looks += "<w:b/><w:bCs/>" if look.bold else ""
        looks += "<w:i/><w:iCs/>" if look.italic else ""
        looks += "<w:strike/>" if look.strike else ""
        looks += '<w:u w:val="single"/>' if look.underline else ""
        looks += "<w:rtl/>" if rtl else ""
        if look.picture is not None and text.strip(PICTURE) == "":
            content = self._picture(look.picture) * len(text)
        else:
            content = _content(written(text))
        run = f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{content}</w:r>"
        return f'<w:hyperlink r:id="{self._relation(link)}">{run}</w:hyperlink>' if link else run

    def _relation(self, link: str) -> str:
        from docx.opc.constants import RELATIONSHIP_TYPE

        if link not in self._links:
            self._links[link] = self._part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self._links[link]

    def _picture(self, picture: Picture) -> str:
        if picture.id not in self._pictures:
            self._pictures[picture.id] = self._part.get_or_add_image(io.BytesIO(picture.png))[0]
        number = next(self._ids)
        width, height = picture.width_px * _EMU_A_PIXEL, picture.height_px * _EMU_A_PIXEL
        scale = min(1.0, _MOST_WIDTH_EMU / max(1, width), _MOST_HEIGHT_EMU / max(1, height))
        size = f'cx="{max(1, round(width * scale))}" cy="{max(1, round(height * scale))}"'
        alt = quoteattr(written(picture.alt))
        named = f'id="{number}" name="Picture {number}"'
        return (
            f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f"<wp:docPr {named} descr={alt}/><a:graphic>"
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
            f"<pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
            f'<a:blip r:embed="{self._pictures[picture.id]}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
            "</a:graphic></wp:inline></w:drawing>"
        )


def _content(text: str) -> str:
    """Text as a run holds it, tabs and line ends as elements."""
    found: list[Any] = []
    for i, line in enumerate(text.split(LINE_BREAK)):
        if i:
            found.append("<w:br/>")
        for j, part in enumerate(line.split("\t")):
            if j:
                found.append("<w:tab/>")
            if part:
                found.append(f'<w:t xml:space="preserve">{escape(part)}</w:t>')
    return "".join(found)
