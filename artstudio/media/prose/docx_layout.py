"""The styles, lists and page of the Word files that are written here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_MONOSPACED: Final = (
    '<w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
    '<w:sz w:val="20"/></w:rPr>'
)
# by the names that Word itself has for them where it has one, so that others know them too
_STYLES: Final = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Verse"><w:name w:val="Verse"/>'
    '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="0"/><w:ind w:left="567"/></w:pPr>'
    "</w:style>",
    '<w:style w:type="paragraph" w:styleId="HTMLPreformatted"><w:name w:val="HTML Preformatted"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    f"{_MONOSPACED}</w:style>",
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="HorizontalLine">'
    '<w:name w:val="Horizontal Line"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/></w:style>',
    f'<w:style w:type="character" w:styleId="HTMLCode"><w:name w:val="HTML Code"/>{_MONOSPACED}</w:style>',
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>',
)
_BULLETS: Final = "•◦▪"
_FIRST_ID: Final = 100  # of lists; those below are the template's


def prepare(document: Document, title: str) -> None:
    """Makes the template ours: an A4 page, our styles, nobody's name and no time of day."""
    from docx.oxml.parser import parse_xml
    from docx.shared import Mm

    styles = document.styles.element
    for xml in _STYLES:
        styles.append(parse_xml(xml.replace("<w:style ", f"<w:style {NAMESPACES} ", 1)))
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(25)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title[:255], "", ""
    for element in list(properties._element):
        if element.tag.rpartition("}")[2] in ("created", "modified", "lastModifiedBy", "revision"):
            properties._element.remove(element)


def numberings(document: Document, lists: Sequence[str]) -> None:
    """Defines the lists that paragraphs refer to, counted from 1; their numbers begin at 1 each."""
    if not lists:
        return
    from docx.oxml.parser import parse_xml

    root = document.part.numbering_part.element
    first = next((i for i, element in enumerate(root) if element.tag.endswith("}num")), len(root))
    for element in reversed([_abstract("bullet", 0), _abstract("numbered", 1)]):
        root.insert(first, parse_xml(element))
    restart = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in range(9)
    )
    for number, kind in enumerate(lists):
        abstract = _FIRST_ID + (kind == "numbered")
        root.append(
            parse_xml(
                f'<w:num {NAMESPACES} w:numId="{list_id(number + 1)}"><w:abstractNumId w:val="{abstract}"/>'
                f"{restart if kind == 'numbered' else ''}</w:num>"
            )
        )


def list_id(number: int) -> int:
    """The id of a list in the file."""
    return _FIRST_ID + number


def _abstract(kind: str, offset: int) -> str:
    bullets = kind == "bullet"
    signs = [_BULLETS[level % 3] if bullets else f"%{level + 1}." for level in range(9)]
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{"bullet" if bullets else "decimal"}"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{360 * (level + 1) + 360}" w:hanging="360"/></w:pPr></w:lvl>'
        for level, sign in enumerate(signs)
    )
    return (
        f'<w:abstractNum {NAMESPACES} w:abstractNumId="{_FIRST_ID + offset}">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
    )
