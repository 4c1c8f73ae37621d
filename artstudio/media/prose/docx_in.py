"""Word files to prose: python-docx opens them, the text is taken from the XML it read.

Its own paragraphs leave out links, tracked changes and content controls. Deleted text, field codes, comments
and notes are left out here as well; rows of tables become lines with tabs. Nothing is fetched.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from artstudio.documents.prose import PICTURE, CharStyle, ParagraphStyle
from artstudio.media.prose import docx_styles
from artstudio.media.prose.docx_parts import as_damaged, opened
from artstudio.media.prose.docx_styles import VAL, Lists, Style, Styles, W
from artstudio.media.prose.pictures import Pictures
from artstudio.media.prose.pieces import LINE_BREAK, PLAIN, Builder, safe_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artstudio.documents.prose import Align, Prose

_RELATIONS: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLACED: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VECTOR: Final = "{urn:schemas-microsoft-com:vml}"
_CHOICES: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT: Final = frozenset(
    f"{W}{name}"
    for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "rt", "sdtPr", "sectPr")
)
_SIGNS: Final = {
    f"{W}tab": "\t",
    f"{W}cr": LINE_BREAK,
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_CODE: Final = ParagraphStyle("code")


def prose_from_docx(data: bytes, name: str) -> Prose:
    """The text of a Word file.

    Raises:
        BadFile: it is none, is damaged or unpacks to far too much.
    """
    with as_damaged(name):
        document = opened(data, name)
        reader = _Reader(document, Builder(name))
        reader.blocks(document.element.body)
        return reader.builder.prose()


class _Reader:
    def __init__(self, document: Any, builder: Builder) -> None:
        self.builder = builder
        self._part = document.part
        self._styles, self._lists = Styles(document), Lists(document)
        self._pictures = Pictures()

    def blocks(self, parent: Any) -> None:
        """Takes in the paragraphs and tables of a body, a cell or whatever stands around them."""
        for element in parent:
            match _local(element):
                case "p":
                    self._paragraph(element)
                case "tbl":
                    self._table(element)
                case "AlternateContent":
                    self.blocks(_chosen(element))
                case _ if element.tag not in _LEFT_OUT:
                    self.blocks(element)

    def _paragraph(self, element: Any) -> None:
        layout = element.find(f"{W}pPr")
        name = _style_name(layout) or self._styles.default
        style = self._styles.of(name)
        self._runs(
            element, _base(style) if name != self._styles.default else PLAIN, in_code=style.kind == "code"
        )
        self.builder.end(self._kind(layout, style))

    def _kind(self, layout: Any, style: Style) -> ParagraphStyle:
        """What a paragraph is, by its own settings and its style's."""
        align: Align = style.align or "left"
        kind, number, level = style.kind, style.number, style.level
        ruled = kind == "rule"
        if layout is not None:
            align = docx_styles.align_of(layout) or align
            own, own_level = docx_styles.numbering(layout)
            if own:
                number, level = own, own_level
                kind = "body" if own == "0" and kind in ("bullet", "numbered") else kind
            if kind == "body":
                kind = docx_styles.outline_of(layout) or kind
            borders = layout.find(f"{W}pBdr")
            sides = () if borders is None else [_local(side) for side in borders if side.get(VAL) != "none"]
            ruled = ruled or sides in (["bottom"], ["top"])
        if ruled:
            return ParagraphStyle("rule") if self.builder.empty else ParagraphStyle("body", 0, align)
        if kind in ("body", "bullet", "numbered") and number:
            kind = self._lists.kind(number, level) or kind
        if kind == "code":
            return _CODE
        return ParagraphStyle(kind, level if kind in ("bullet", "numbered") else 0, align)

    def _runs(self, parent: Any, base: CharStyle, *, in_code: bool) -> None:
        """Takes in the text of a paragraph and of what stands in it: links, insertions, controls."""
        for element in parent:
            match _local(element):
                case "r":
                    self._run(element, base, in_code=in_code)
                case "hyperlink":
                    link = self._target(element)
                    look = replace(base, link=link) if link else base
                    self._runs(element, look, in_code=in_code)
                case "AlternateContent":
                    self._runs(_chosen(element), base, in_code=in_code)
                case _ if element.tag not in _LEFT_OUT:
                    self._runs(element, base, in_code=in_code)

    def _run(self, element: Any, base: CharStyle, *, in_code: bool) -> None:
        looks = element.find(f"{W}rPr")
        look = base
        if looks is not None:
            if looks.find(f"{W}vanish") is not None:
                return
            look = docx_styles.look_of(looks, self._styles, base)
        if in_code and look.code:
            look = replace(look, code=False)
        self._content(element, look)

    def _content(self, element: Any, look: CharStyle) -> None:
        for child in element:
            tag = child.tag
            if tag == f"{W}t":
                self.builder.add(child.text or "", look)
            elif sign := _SIGNS.get(tag):
                self.builder.add(sign, look)
            elif tag == f"{W}br":
                if child.get(f"{W}type", "textWrapping") == "textWrapping":
                    self.builder.add(LINE_BREAK, look)
            elif tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
                self._picture(child, look)
            elif tag == f"{_CHOICES}AlternateContent":
                self._content(_chosen(child), look)
            elif tag == f"{W}ruby":
                for base in child.iterchildren(f"{W}rubyBase"):
                    self._runs(base, look, in_code=False)

    def _picture(self, element: Any, look: CharStyle) -> None:
        placed = next(element.iter(f"{_PLACED}docPr"), None)
        alt = "" if placed is None else placed.get("descr", "")
        names = [blip.get(f"{_RELATIONS}embed") for blip in element.iter(f"{_DRAWING}blip")]
        names += [image.get(f"{_RELATIONS}id") for image in element.iter(f"{_VECTOR}imagedata")]
        for name in names:
            relation = self._part.rels.get(name)
            picture = None
            if relation is not None and not relation.is_external:
                picture = self._pictures.take(relation.target_part.blob, alt)
            if picture is not None:
                self.builder.add(PICTURE, CharStyle(link=look.link, picture=picture))
            else:
                self.builder.add(alt, look)

    def _target(self, element: Any) -> str:
        relation = self._part.rels.get(element.get(f"{_RELATIONS}id"))
        anchor = element.get(f"{W}anchor", "")
        if relation is not None and relation.is_external:
            target = str(relation.target_ref)
            return safe_link(f"{target}#{anchor}" if anchor and "#" not in target else target)
        return safe_link(f"#{anchor}") if anchor else ""

    def _table(self, table: Any) -> None:
        for row in table.iterchildren(f"{W}tr"):
            for number, cell in enumerate(row.iterchildren(f"{W}tc")):
                if number:
                    self.builder.add("\t")
                for i, paragraph in enumerate(cell.iter(f"{W}p")):
                    if i:
                        self.builder.add(LINE_BREAK)
                    self._runs(paragraph, PLAIN, in_code=False)
            self.builder.end()


def _local(element: Any) -> str:
    """A tag without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _chosen(element: Any) -> Iterator[Any] | tuple[()]:
    """What stands in the first of several ways to say the same."""
    first = next((child for child in element if _local(child) in ("Choice", "Fallback")), None)
    return () if first is None else iter(first)


def _style_name(layout: Any) -> str:
    element = None if layout is None else layout.find(f"{W}pStyle")
    return "" if element is None else str(element.get(VAL, ""))


def _base(style: Style) -> CharStyle:
    """How text in a paragraph of this style looks; a heading's own look is not the text's."""
    if style.kind not in ("body", "bullet", "numbered"):
        return PLAIN
    return CharStyle(
        bool(style.bold), bool(style.italic), bool(style.underline), bool(style.strike), style.code
    )
