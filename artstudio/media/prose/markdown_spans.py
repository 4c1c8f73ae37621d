"""What stands within a block of Markdown: emphasis, links, code, pictures and tags."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING, Any, Final

from artstudio.documents.prose import PICTURE, CharStyle, ParagraphStyle
from artstudio.media.prose.html_looks import FLAGS
from artstudio.media.prose.pieces import LINE_BREAK, safe_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from artstudio.media.prose.pictures import Pictures
    from artstudio.media.prose.pieces import Builder

_MARKS: Final = {"strong": "bold", "em": "italic", "s": "strike"}
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_ATTRIBUTE: Final = re.compile(r"""\s([A-Za-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_CJK: Final = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]")


class Spans:
    """Reads the children of one block into the paragraph that is being made.

    With `verse`, each hard line end begins another paragraph of that style.
    """

    def __init__(self, builder: Builder, pictures: Pictures, verse: ParagraphStyle | None) -> None:
        self._builder, self._pictures, self._verse = builder, pictures, verse
        self._open: Counter[str] = Counter()
        self._link = ""

    def read(self, children: Sequence[Token]) -> None:
        """Takes in all of them."""
        look = self._look()
        for i, token in enumerate(children):
            match token.type:
                case "text" | "text_special":
                    self._builder.add(token.content, look)
                case "code_inline":
                    self._open["code"] += 1
                    self._builder.add(token.content, self._look())
                    self._open["code"] -= 1
                case "softbreak":
                    after = children[i + 1].content[:1] if i + 1 < len(children) else ""
                    joined = _CJK.match(self._builder.tail()) and _CJK.match(after)
                    self._builder.add("" if joined else " ", look)
                case "hardbreak":
                    self._line_end(look)
                case "link_open":
                    self._link = safe_link(str(token.attrs.get("href", "")))
                case "link_close":
                    self._link = ""
                case "image":
                    alt = "".join(child.content for child in token.children or [])
                    self._picture(str(token.attrs.get("src", "")), alt)
                case "html_inline":
                    self._tag(token.content)
                case _:
                    if flag := _MARKS.get(token.tag):
                        self._open[flag] += token.nesting
            look = self._look()

    def _look(self) -> CharStyle:
        flags: dict[str, Any] = {flag: True for flag, depth in self._open.items() if depth > 0}
        return CharStyle(link=self._link, **flags)

    def _line_end(self, look: CharStyle) -> None:
        if self._verse is None:
            self._builder.add(LINE_BREAK, look)
        else:
            self._builder.end(self._verse)

    def _tag(self, html: str) -> None:
        found = _TAG.match(html)
        if found is None:
            return
        tag = found[2].lower()
        attributes = {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(html)}
        if tag == "br":
            self._builder.add(LINE_BREAK, self._look())
        elif tag == "img":
            self._picture(attributes.get("src", ""), attributes.get("alt", ""))
        elif tag == "a":
            self._link = "" if found[1] else safe_link(attributes.get("href", ""))
        elif flag := FLAGS.get(tag):
            self._open[flag] = max(0, self._open[flag] + (-1 if found[1] else 1))

    def _picture(self, address: str, alt: str) -> None:
        picture = self._pictures.take_address(address, alt)
        if picture is None:
            self._builder.add(alt, self._look())
        else:
            self._builder.add(PICTURE, CharStyle(link=self._link, picture=picture))
