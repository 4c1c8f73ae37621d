"""Made-up prose of every kind, for round trips."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
from hypothesis import strategies as st
from PIL import Image as pil

from artstudio.documents.prose import (
    ALIGNS,
    KINDS,
    PICTURE,
    Align,
    CharStyle,
    Kind,
    ParagraphStyle,
    Picture,
    Prose,
)
from artstudio.media.prose.pieces import PLAIN, Builder, Paragraph, Piece, paragraphs_of

BOLD, ITALIC = CharStyle(bold=True), CharStyle(italic=True)


def picture(green: int = 0, alt: str = "a red square") -> Picture:
    buffer = io.BytesIO()
    pil.fromarray(np.full((3, 5, 3), (255, green, 0), np.uint8)).save(buffer, "PNG")
    return Picture(buffer.getvalue(), 5, 3, alt)


def p(kind: Kind, *pieces: str | Piece, level: int = 0, align: Align = "left") -> Paragraph:
    """A paragraph; strings are plain."""
    made = tuple((piece, PLAIN) if isinstance(piece, str) else piece for piece in pieces)
    return Paragraph(ParagraphStyle(kind, level, align), made)


def prose_of(*paragraphs: Paragraph) -> Prose:
    builder = Builder("made up")
    builder.put(paragraphs)
    return builder.prose()


BOOK = prose_of(
    p("heading1", "Frost ", ("falls", ITALIC)),
    *(p(f"heading{n}", f"第{n}章") for n in range(2, 7)),  # type: ignore[arg-type]  # the six kinds of headings
    p(
        "body",
        "Plain, ", ("bold", BOLD), " ", ("both", CharStyle(bold=True, italic=True)), " ",
        ("under", CharStyle(underline=True)), " ", ("struck", CharStyle(strike=True)), " ",
        ("code()", CharStyle(code=True)), " ", ("a link", CharStyle(link="https://a.example/x?y=1&z=2")), ".",
    ),
    p("body", "centred", align="center"),
    p("body", "right", align="right"),
    p("body"),
    p("bullet", "one"),
    p("bullet", "two", level=1),
    p("bullet", "three", level=2),
    p("bullet", "four"),
    p("body", "between"),
    p("numbered", "eins"),
    p("numbered", "zwei"),
    p("numbered", "drei", level=1),
    p("quote", "Quoted ", ("it", ITALIC)),
    p("verse", "床前明月光"),
    p("verse", "疑是地上霜"),
    p("verse"),
    p("verse", "举头望明月"),
    p("verse", "低头思故乡"),
    p("code", "def f():"),
    p("code", "    return  1"),
    p("rule"),
    p("body", (PICTURE, CharStyle(picture=picture())), " a picture"),
    p("body", "a\u2028b\tc  d 👍"),
    p("body", "שלום עולם"),
    p("body", "\u3000\u3000霜降。"),
)  # fmt: skip
"""Everything that every format keeps."""

LETTERS = st.one_of(
    st.sampled_from("abc XYZ 019.,;:!?*_~`#>-+=|[](){}<>&\\/\"'$^%@ "),
    st.sampled_from("霜降，。「」，、！ é ß ﷽ ه م ש ם 👍 👩‍🚀 \u3000\u00a0\u200b\u2003…—“”"),
    st.sampled_from(
        ["&amp;", "&#32;", "**", "__", "~~", "```", "![", "](", "<b>", "<br>", "-->", "1. ", "- ", "# "]
    ),
    st.characters(
        codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffc\ufffe\uffff"
    ),
)
TEXTS = st.lists(LETTERS, min_size=1, max_size=12).map("".join)
LINKS = st.sampled_from(
    ["", "", "", "https://a.example/x?y=1&amp;z=2", "https://例.example/霜 (2)", "mailto:a@b.example",
     "other file.md", "#one", "http://x.example/<a>\\b"]
)  # fmt: skip
FLAGS = st.booleans() | st.just(False)
LOOKS = st.just(PLAIN) | st.builds(
    CharStyle, bold=FLAGS, italic=FLAGS, underline=FLAGS, strike=FLAGS, code=FLAGS, link=LINKS
)
PICTURES = st.builds(
    lambda green, alt, link: (PICTURE, CharStyle(link=link, picture=picture(green, alt))),
    st.integers(0, 2), TEXTS.map(str.strip), LINKS,
)  # fmt: skip
PIECES = st.lists(st.tuples(TEXTS, LOOKS) | PICTURES, max_size=5)
STYLES = st.builds(
    ParagraphStyle, st.sampled_from(KINDS), st.integers(0, 8) | st.integers(0, 2), st.sampled_from(ALIGNS)
)


def _sound(style: ParagraphStyle, pieces: list[Piece]) -> Paragraph:
    """A paragraph that means something: levels are of lists, and code has no looks."""
    if style.kind not in ("bullet", "numbered"):
        style = replace(style, level=0)
    if style.kind == "rule":
        return Paragraph(ParagraphStyle("rule"))
    if style.kind == "code":
        style, pieces = (
            ParagraphStyle("code"),
            [(text, PLAIN) for text, look in pieces if look.picture is None],
        )
    return Paragraph(style, tuple(pieces))


PARAGRAPHS = st.builds(_sound, STYLES, PIECES)
PROSE = st.lists(PARAGRAPHS, min_size=1, max_size=6).map(lambda found: prose_of(*found))


def settled(prose: Prose) -> list[Paragraph]:
    """Its paragraphs, empty ones of quotes and poems as plain ones: nobody sees a difference."""
    loose = ("body", "quote", "verse")
    return [
        Paragraph(ParagraphStyle()) if not one.pieces and one.style.kind in loose else one
        for one in paragraphs_of(prose)
    ]


def as_markdown_keeps_it(prose: Prose) -> list[Paragraph]:
    """Without bold and italic spaces and what Markdown has no alignment for."""
    found = []
    for one in settled(prose):
        style = one.style
        if style.align == "justify" or style.kind in ("bullet", "numbered", "quote"):
            style = replace(style, align="left")
        pieces: list[Piece] = []
        for text, look in one.pieces:
            for letter in text:
                kept = replace(look, bold=False, italic=False) if letter.isspace() else look
                if pieces and pieces[-1][1] == kept:
                    pieces[-1] = pieces[-1][0] + letter, kept
                else:
                    pieces.append((letter, kept))
        found.append(Paragraph(style, tuple(pieces)))
    return found
