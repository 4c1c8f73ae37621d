"""Prose to HTML: a page that stands alone, pictures within it."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from artstudio.documents.prose import PICTURE
from artstudio.media.prose.html_in import RECIPE_NAME
from artstudio.media.prose.pictures import address_of
from artstudio.media.prose.pieces import (
    HEADINGS,
    LINE_BREAK,
    Paragraph,
    groups_of,
    paragraphs_of,
    pictured,
    right_to_left,
    safe_link,
    written,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio.documents.prose import CharStyle, Prose

_STYLE: Final = (
    "body { max-width: 40em; margin: 2em auto; padding: 0 1em; line-height: 1.5; font-family: serif }\n"
    "img { max-width: 100%; height: auto }\n"
    "pre { overflow-x: auto }\n"
    ".verse { margin: 0 0 0 2em }\n"
)
# outermost first
_TAGS: Final = (("underline", "u"), ("strike", "s"), ("bold", "strong"), ("italic", "em"), ("code", "code"))
_ODD_SPACE: Final = re.compile("^ | $|  |\t|^\u2028 | \u2028|\u2028 ")


def html_of(prose: Prose, recipe: str | None = None, title: str = "") -> str:
    """A whole page, its recipe in a `meta`."""
    head = [
        "<!DOCTYPE html>", "<html>", "<head>", '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width">', f"<title>{_text(title)}</title>",
    ]  # fmt: skip
    if recipe is not None:
        head.append(f'<meta name="{RECIPE_NAME}" content="{escape(written(recipe))}">')
    lines = [*head, f"<style>\n{_STYLE}</style>", "</head>", "<body>"]
    for group in groups_of(paragraphs_of(prose)):
        lines += block_html(group)
    return "\n".join([*lines, "</body>", "</html>", ""])


def block_html(group: Sequence[Paragraph], *, for_markdown: bool = False) -> list[str]:
    """The lines of one block; `for_markdown` with attributes in place of styles, which sites take out."""
    kind = group[0].style.kind
    match kind:
        case "rule":
            return ["<hr>"]
        case "code":
            lines = "".join(_inline(one) + "\n" for one in group)
            return [f"<pre><code>{lines}</code></pre>"]
        case "bullet" | "numbered":
            return _list(group)
        case "quote":
            return ["<blockquote>", *(_tagged("p", one) for one in group), "</blockquote>"]
    tag = f"h{kind[-1]}" if kind in HEADINGS else "p"
    return [_tagged(tag, one, for_markdown=for_markdown) for one in group]


def _tagged(tag: str, paragraph: Paragraph, *, for_markdown: bool = False) -> str:
    return f"<{tag}{_attributes(paragraph, for_markdown=for_markdown)}>{_inline(paragraph)}</{tag}>"


def _attributes(paragraph: Paragraph, *, for_markdown: bool = False) -> str:
    style, text, css, found = paragraph.style, paragraph.text, [], ""
    if style.kind == "verse":
        found += ' class="verse"'
    if right_to_left(text):
        found += ' dir="rtl"'
    if style.align != "left":
        if for_markdown:
            found += f' align="{style.align}"'
        else:
            css.append(f"text-align: {style.align}")
    if _ODD_SPACE.search(text):
        css.append("white-space: pre-wrap")
    return f'{found} style="{"; ".join(css)}"' if css else found


def _list(group: Sequence[Paragraph]) -> list[str]:
    """Lists within items of lists; a level that is left out is an item of nothing but a list."""
    lines: list[str] = []
    open_: list[str] = []  # of each level its tag; in each an item is open
    for paragraph in group:
        tag = "ul" if paragraph.style.kind == "bullet" else "ol"
        depth = paragraph.style.level + 1
        while len(open_) > depth or (len(open_) == depth and open_[-1] != tag):
            lines.append(f"</li></{open_.pop()}>")
        attributes = _attributes(
            paragraph
        )  # of a paragraph of its own, else the lists within would have them
        item = f"<li><p{attributes}>{_inline(paragraph)}</p>" if attributes else f"<li>{_inline(paragraph)}"
        if len(open_) == depth:
            lines.append(f"</li>{item}")
            continue
        while len(open_) < depth - 1:
            open_.append(tag)
            lines.append(f'<{tag}><li style="list-style: none">')
        open_.append(tag)
        lines.append(f"<{tag}>{item}")
    return lines + [f"</li></{tag}>" for tag in reversed(open_)]


def _inline(paragraph: Paragraph) -> str:
    """A paragraph's text with its tags; to be seen, a line end that is its last needs another one."""
    in_code = paragraph.style.kind == "code"
    parts = [_piece(text, look, in_code=in_code) for text, look in paragraph.pieces]
    if not in_code and (not parts or paragraph.text.endswith(LINE_BREAK)):
        parts.append("<br>")
    return "".join(parts)


def _piece(text: str, look: CharStyle, *, in_code: bool) -> str:
    link = safe_link(look.link) if look.link else ""
    if pictured(text, look) and look.picture is not None:
        one = look.picture
        html = (
            f'<img src="{address_of(one)}" alt="{_attribute(one.alt)}" width="{one.width_px}" '
            f'height="{one.height_px}">'
        ) * text.count(PICTURE)
    else:
        html = _text(text)
        for name, tag in reversed(_TAGS):
            if getattr(look, name) and not (in_code and name == "code"):
                html = f"<{tag}>{html}</{tag}>"
    return f'<a href="{_attribute(link)}">{html}</a>' if link else html


def _text(text: str) -> str:
    return escape(written(text), quote=False).replace(LINE_BREAK, "<br>")


def _attribute(text: str) -> str:
    return escape(written(text)).replace("\n", " ")
