"""HTML to prose. Scripts and styles are skipped, and nothing is ever fetched.

By libxml2's parser, which hands over tags one by one: it holds no tree, does not recurse and takes time that
grows with the file, where Python's own takes minutes over some megabytes of "<" made to trap it.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from artstudio.documents.prose import PICTURE, Align, CharStyle, Kind, ParagraphStyle
from artstudio.media.prose import html_looks
from artstudio.media.prose.encodings import decoded
from artstudio.media.prose.pictures import Pictures
from artstudio.media.prose.pieces import BODY, HEADINGS, LINE_BREAK, PLAIN, Builder
from artstudio.sdk import BadFile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artstudio.documents.prose import Prose

MOST_DEPTH: Final = 5000
RECIPE_NAME: Final = "artstudio-recipe"
_BLOCKS: Final = frozenset((
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre",
    "table", "tr", "caption", "section", "article", "header", "footer", "main", "nav", "aside", "figure",
    "figcaption", "address", "center", "body", "form", "fieldset", "details", "summary",
))  # fmt: skip
_WHOLE: Final = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "pre"))  # seen even if empty
_SPACE: Final = re.compile("[ \t\n\r\f]+")
_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{1,40})""", re.IGNORECASE)
_KNOWN: Final = re.compile(
    r"(utf-?8|gb|big5|shift|sjis|euc|iso-?8859|windows-|cp125|koi8|mac|ks_c)", re.IGNORECASE
)
_AS_READ: Final = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}


def prose_from_html(data: bytes, name: str) -> Prose:
    """The text of a page.

    Raises:
        BadFile: no text at all, or tags within tags without end.
    """
    builder = Builder(name)
    read_into(builder, _text(data, name), Pictures(), name)
    return builder.prose()


def recipe_in_html(data: bytes, name: str) -> str | None:
    """What our writer noted about the making of the text, if anything."""
    reader = _Reader(Builder(name), Pictures(), name, only_head=True)
    _feed(reader, _text(data[: 2 << 20], name), name)
    return reader.recipe


def read_into(builder: Builder, text: str, pictures: Pictures, name: str) -> None:
    """Adds what a page or a part of one says to `builder`, as whole paragraphs."""
    reader = _Reader(builder, pictures, name)
    _feed(reader, text, name)
    reader.flush()


def _feed(reader: _Reader, text: str, name: str) -> None:
    from lxml import etree

    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True, no_network=True)
    try:
        parser.feed(text.replace("\0", "\ufffd").encode("utf-8", "replace"))
        parser.close()
    except etree.LxmlError as error:
        if text.strip():
            raise BadFile("{name} is no HTML page or is damaged: choose another file", name=name) from error


def _text(data: bytes, name: str) -> str:
    if (found := _CHARSET.search(data[:4096])) and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        said = found[1].decode("ascii")
        try:
            codec = codecs.lookup(said).name if _KNOWN.match(said) else ""
            if codec and b"\0" not in data:
                return data.removeprefix(codecs.BOM_UTF8).decode(_AS_READ.get(codec, codec), "replace")
        except LookupError:
            pass
    return decoded(data, name)


@dataclass(slots=True)
class _Frame:
    """A tag that is open, and how what stands within it looks."""

    tag: str
    look: CharStyle
    kind: Kind
    align: Align
    keeps: bool  # spaces and line ends as they stand
    skipped: bool
    depth: int  # of lists
    emitted: int  # paragraphs that had been ended when it was opened
    item: bool = False  # its next paragraph is an item of a list


class _Reader:
    """Hears of tags as they come and builds paragraphs; see lxml's parser targets for its methods."""

    def __init__(self, builder: Builder, pictures: Pictures, name: str, *, only_head: bool = False) -> None:
        self._builder, self._pictures, self._name = builder, pictures, name
        self._only_head = only_head
        self._stack = [_Frame("", PLAIN, "body", "left", False, False, 0, 0)]
        self._emitted = 0
        self._after_pre = False  # the first line end in `pre` is none
        self.recipe: str | None = None

    # ------------------------------------------------------------------------------ called by the parser

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        top = self._stack[-1]
        self._after_pre = False
        if tag == "meta" and attributes.get("name") == RECIPE_NAME:
            self.recipe = attributes.get("content")
        if tag in _BLOCKS and not top.skipped:
            self.flush()
        if len(self._stack) > MOST_DEPTH:
            raise BadFile(
                "{name} has tags within tags more than {most} deep: it is damaged, choose another file",
                name=self._name, most=MOST_DEPTH,
            )  # fmt: skip
        skipped = top.skipped or self._only_head or tag in html_looks.UNSEEN
        skipped = skipped or html_looks.hidden(attributes)
        frame = _Frame(
            tag,
            top.look if skipped else html_looks.look_of(tag, attributes, top.look),
            top.kind, top.align, top.keeps, skipped, top.depth, self._emitted,
        )  # fmt: skip
        if not skipped:
            self._begin(frame, attributes)
            if frame.kind == "code" and frame.look.code:
                frame.look = replace(frame.look, code=False)  # all of it is
        self._stack.append(frame)

    def data(self, text: str) -> None:
        top = self._stack[-1]
        if top.skipped:
            return
        if self._after_pre:
            self._after_pre = False
            text = text.removeprefix("\n")
        if not top.keeps:
            text = _SPACE.sub(" ", text)
            if self._builder.tail() in ("", " ", LINE_BREAK):
                text = text.removeprefix(" ")
        elif top.kind == "code":
            *lines, text = text.split("\n")
            for line in lines:
                self._builder.add(line, top.look)
                self._end(ParagraphStyle("code"))
        self._builder.add(text, top.look)

    def end(self, tag: str) -> None:
        self._after_pre = False
        top = self._stack[-1]
        if top.tag != tag:
            return
        if tag in _BLOCKS and not top.skipped:
            self.flush()
            if tag in _WHOLE and self._emitted == top.emitted:
                self._end(self._style())
        self._stack.pop()

    def comment(self, text: str) -> None:
        pass

    def close(self) -> None:
        pass

    # -------------------------------------------------------------------------------------------- inside

    def _begin(self, frame: _Frame, attributes: Mapping[str, str]) -> None:
        tag = frame.tag
        frame.keeps = html_looks.keeps_space(tag, attributes, frame.keeps)
        if tag in _BLOCKS:
            frame.align = html_looks.align_of(attributes, "center" if tag == "center" else frame.align)
            self._begin_block(frame, attributes)
        elif tag == "br":
            self._line_end(frame)
        elif tag == "hr":
            self.flush()
            self._end(ParagraphStyle("rule"))
        elif tag == "img":
            alt = attributes.get("alt", "")
            picture = self._pictures.take_address(attributes.get("src", ""), alt)
            if picture is not None:
                look = CharStyle(link=frame.look.link, picture=picture)
                self._builder.add(PICTURE, look)
            else:
                self._builder.add(alt, frame.look)
        elif tag in ("td", "th") and not self._builder.empty:
            self._builder.add("\t", frame.look)

    def _begin_block(self, frame: _Frame, attributes: Mapping[str, str]) -> None:
        tag = frame.tag
        if tag[0] == "h" and tag[1:].isdigit():
            frame.kind = HEADINGS[int(tag[1]) - 1]
        elif html_looks.verse_in(attributes):
            frame.kind = "verse"
        elif tag in ("ul", "ol"):
            frame.kind, frame.depth = ("bullet" if tag == "ul" else "numbered"), frame.depth + 1
        elif tag == "li":
            frame.item, frame.depth = True, max(1, frame.depth)
            if frame.kind not in ("bullet", "numbered"):
                frame.kind = "bullet"
        elif tag == "blockquote":
            frame.kind = "quote"
        elif tag == "pre":
            frame.kind, self._after_pre = "code", True
            if self._builder.last is not None and self._builder.last.kind == "code":
                self._end(BODY)

    def _line_end(self, frame: _Frame) -> None:
        if not frame.keeps:
            self._builder.trim(" ")
        if frame.kind in ("verse", "code"):
            self._end(self._style())
        else:
            self._builder.add(LINE_BREAK, frame.look)

    def flush(self) -> None:
        """Ends the paragraph that is being made, if there is anything in it."""
        if not self._stack[-1].keeps:
            self._builder.trim(" ")
        if self._builder.empty:
            return
        if self._builder.tail() == LINE_BREAK:
            self._builder.drop_last()
        self._end(self._style())

    def _style(self) -> ParagraphStyle:
        top = self._stack[-1]
        if top.kind == "code":
            return ParagraphStyle("code")
        if top.kind not in ("bullet", "numbered"):
            return ParagraphStyle(top.kind, 0, top.align)
        for frame in reversed(self._stack):
            if frame.item:
                frame.item = False
                return ParagraphStyle(top.kind, min(frame.depth - 1, 8), top.align)
            if frame.tag in ("li", "ul", "ol"):
                break
        return ParagraphStyle("body", 0, top.align)

    def _end(self, style: ParagraphStyle) -> None:
        self._builder.end(style)
        self._emitted += 1
