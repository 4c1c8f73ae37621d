"""What the styles and lists of a Word file stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from artstudio.documents.prose import MAX_LEVEL, Align, CharStyle, Kind
from artstudio.media.prose.pieces import HEADINGS

if TYPE_CHECKING:
    from docx.document import Document


W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL: Final = f"{W}val"
_MOST_STYLES: Final = 20_000
_OFF: Final = ("0", "false", "off", "none")
_ALIGNS: Final[dict[str, Align]] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right", "both": "justify",
    "distribute": "justify",
}  # fmt: skip
# names as Word, LibreOffice and pandoc write them, in small letters
_KINDS: Final[dict[str, Kind]] = {
    "title": "heading1", "subtitle": "heading2",
    "quote": "quote", "intense quote": "quote", "quotations": "quote", "block text": "quote",
    "block quote": "quote",
    "verse": "verse", "poem": "verse", "poetry": "verse",
    "html preformatted": "code", "preformatted text": "code", "source code": "code", "code": "code",
    "code block": "code",
    "horizontal line": "rule", "horizontal rule": "rule",
}  # fmt: skip
_CODE: Final = (
    "html code",
    "source text",
    "verbatim char",
    "code",
    "code char",
    "inline code",
    "html typewriter",
)
_LINKS: Final = ("hyperlink", "internet link", "followedhyperlink", "visited internet link")
_TOGGLES: Final = {
    f"{W}b": "bold", f"{W}i": "italic", f"{W}u": "underline", f"{W}strike": "strike", f"{W}dstrike": "strike",
}  # fmt: skip
_MONOSPACED: Final = re.compile(r"courier|consolas|mono|menlo|monaco", re.IGNORECASE)
_LIST: Final = re.compile(r"list (bullet|number)(?: ([2-9]))?")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says: of a paragraph its kind and place in a list, of text how it looks."""

    kind: Kind = "body"
    align: Align | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    strike: bool | None = None
    code: bool = False
    number: str = ""  # of a numbering, if it has one
    level: int = 0


class Styles:
    """Styles by id, each with what it has from those it is based on."""

    def __init__(self, document: Document) -> None:
        self._elements: dict[str, Any] = {}
        self._known: dict[str, Style] = {}
        self.default = ""
        for element in document.styles.element.iterchildren(f"{W}style"):
            name = element.get(f"{W}styleId", "")
            if len(self._elements) < _MOST_STYLES:
                self._elements.setdefault(name, element)
            if element.get(f"{W}default") in ("1", "true") and element.get(f"{W}type") == "paragraph":
                self.default = name

    def of(self, name: str) -> Style:
        """The style of this id; a plain one where there is none."""
        chain: list[str] = []
        while name not in self._known and name in self._elements and name not in chain and len(chain) < 50:
            chain.append(name)
            name = _value(self._elements[name], "basedOn")
        style = self._known.get(name, Style())
        for one in reversed(chain):
            style = self._known[one] = _changed(style, self._elements[one])
        return style


def _changed(style: Style, element: Any) -> Style:
    name = _value(element, "name").lower()
    looks, layout = element.find(f"{W}rPr"), element.find(f"{W}pPr")
    if looks is not None and name not in _LINKS:
        style = replace(style, **toggles(looks))
        style = replace(style, code=style.code or monospaced(looks) or name in _CODE)
    elif name in _CODE:
        style = replace(style, code=True)
    if layout is not None:
        style = replace(style, align=align_of(layout) or style.align)
        number, level = numbering(layout)
        if number:
            style = replace(style, number=number, level=level)
        if outline := outline_of(layout):
            style = replace(style, kind=outline)
    if name.startswith("heading ") and name[8:].isdigit():
        return replace(style, kind=HEADINGS[min(6, max(1, int(name[8:]))) - 1])
    if found := _LIST.fullmatch(name):
        kind: Kind = "bullet" if found[1] == "bullet" else "numbered"
        return replace(style, kind=kind, level=int(found[2] or 1) - 1)
    return replace(style, kind=_KINDS[name]) if name in _KINDS else style


def toggles(looks: Any) -> dict[str, Any]:
    """What an `rPr` says of bold, italic, underline and strike; nothing of what it is silent about."""
    return {_TOGGLES[element.tag]: _on(element) for element in looks if element.tag in _TOGGLES}


def monospaced(looks: Any) -> bool:
    """Whether an `rPr` asks for a font whose letters are all of one width."""
    fonts = looks.find(f"{W}rFonts")
    return fonts is not None and bool(_MONOSPACED.search(fonts.get(f"{W}ascii", "")))


def align_of(layout: Any) -> Align | None:
    """How a `pPr` aligns."""
    return _ALIGNS.get(_value(layout, "jc"))


def numbering(layout: Any) -> tuple[str, int]:
    """Number and level of the list that a `pPr` puts a paragraph into."""
    element = layout.find(f"{W}numPr")
    if element is None:
        return "", 0
    level = _value(element, "ilvl")
    return _value(element, "numId"), min(MAX_LEVEL, int(level)) if level.isascii() and level.isdigit() else 0


def outline_of(layout: Any) -> Kind | None:
    """The heading that a `pPr` makes of a paragraph by its place in the outline."""
    level = _value(layout, "outlineLvl")
    return HEADINGS[int(level)] if level in ("0", "1", "2", "3", "4", "5") else None


class Lists:
    """Which lists have bullets."""

    def __init__(self, document: Document) -> None:
        self._abstract: dict[str, Any] = {}
        self._numbers: dict[str, str] = {}
        inside = (relation for relation in document.part.rels.values() if not relation.is_external)
        part = next((one.target_part for one in inside if one.reltype.endswith("/numbering")), None)
        for element in getattr(part, "element", ()):
            if element.tag == f"{W}abstractNum":
                self._abstract[element.get(f"{W}abstractNumId", "")] = element
            elif element.tag == f"{W}num":
                self._numbers[element.get(f"{W}numId", "")] = _value(element, "abstractNumId")

    def kind(self, number: str, level: int) -> Kind | None:
        """What the items of a list are at a level; None where there is no such list."""
        abstract = self._abstract.get(self._numbers.get(number, ""))
        if abstract is None:
            return None
        levels = {element.get(f"{W}ilvl"): element for element in abstract.iterchildren(f"{W}lvl")}
        found = levels.get(str(level), levels.get("0"))
        sign = "decimal" if found is None else _value(found, "numFmt")
        return None if sign == "none" else "bullet" if sign == "bullet" else "numbered"


def look_of(looks: Any, styles: Styles, base: CharStyle) -> CharStyle:
    """How a run looks whose `rPr` this is, in text of `base`."""
    found: dict[str, Any] = {}
    if name := _value(looks, "rStyle"):
        style = styles.of(name)
        said = {flag: getattr(style, flag) for flag in ("bold", "italic", "underline", "strike")}
        found = {flag: value for flag, value in said.items() if value is not None}
        if style.code:
            found["code"] = True
    if monospaced(looks):
        found["code"] = True
    found.update(toggles(looks))
    return replace(base, **found) if found else base


def _on(element: Any) -> bool:
    return element.get(VAL, "1").lower() not in _OFF


def _value(parent: Any, name: str) -> str:
    element = parent.find(f"{W}{name}")
    return "" if element is None else str(element.get(VAL, ""))
