"""Made-up prose of every kind, for round trips."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
from hypothesis import strategies as st
from PIL import Image as pil

from artstudio.documents.prose import ALIGNS, KINDS, PICTURE, CharStyle, ParagraphStyle, Picture, Prose
from artstudio.media.prose.pieces import PLAIN, Builder, Paragraph, paragraphs_of


def picture(seed: int = 0, alt: str = "a red square") -> Picture:
    buffer = io.BytesIO()
    pil.fromarray(np.full((3, 5, 3), (255, seed, 0), np.uint8)).save(buffer, "PNG")
    return Picture(buffer.getvalue(), 5, 3, alt)


def prose_of(*paragraphs: Paragraph) -> Prose:
    builder = Builder("made up")
    builder.put(paragraphs)
    return builder.prose()


LETTERS = st.one_of(
    st.sampled_from("abc XYZ 019.,;:!?*_~`#>-+=|[](){}<>&\\/\"'$^%@ "),
    st.sampled_from("霜降，。「」，、！ é ß ﷽ ه م ש ם 👍 👩‍🚀 \u3000\u00a0\u200b\u2003…—“”"),
    st.sampled_from(["&amp;", "&#32;", "**", "__", "~~", "```", "![", "](", "<b>", "<br>", "-->", "1. ", "- ", "# "]),
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffc\ufffe\uffff"),
)
TEXTS = st.lists(LETTERS, min_size=1, max_size=12).map("".join)
LINKS = st.sampled_from(
    ["", "", "", "https://a.example/x?y=1&amp;z=2", "https://例.example/霜 (2)", "mailto:a@b.example", "other file.md", "#one", "http://x.example/<a>\\b"]
)
FLAGS = st.booleans() | st.just(False)
LOOKS = st.one_of(
    st.just(PLAIN),
    st.builds(CharStyle, bold=FLAGS, italic=FLAGS, underline=FLAGS, strike=FLAGS, code=FLAGS, link=LINKS),
)
PICTURES = st.builds(lambda seed, alt, link: (PICTURE, CharStyle(link=link, picture=picture(seed, alt))),
                     st.integers(0, 2), TEXTS.map(str.strip), LINKS)
PIECES = st.lists(st.tuples(TEXTS, LOOKS) | PICTURES, max_size=5)
STYLES = st.builds(
    ParagraphStyle,
    st.sampled_from(KINDS),
    st.integers(0, 8) | st.integers(0, 2),
    st.sampled_from(ALIGNS) | st.just("left"),
).map(lambda style: sound_style(style))


def sound_style(style: ParagraphStyle) -> ParagraphStyle:
    """With a level for lists alone and no alignment where there is none."""
    if style.kind not in ("bullet", "numbered"):
        style = replace(style, level=0)
    return replace(style, align="left") if style.kind in ("code", "rule") else style


def sound(paragraph: Paragraph) -> Paragraph:
    style, pieces = paragraph.style, paragraph.pieces
    if style.kind == "rule":
        return Paragraph(style)
    if style.kind == "code":
        pieces = tuple((text, PLAIN) for text, look in pieces if look.picture is None)
    return Paragraph(style, pieces)


PARAGRAPHS = st.builds(lambda style, pieces: sound(Paragraph(style, tuple(pieces))), STYLES, PIECES)
PROSE = st.lists(PARAGRAPHS, min_size=1, max_size=6).map(lambda found: prose_of(*found))


def settled(prose: Prose) -> list[Paragraph]:
    """Its paragraphs; of empty ones only those of lists and headings are of a kind."""
    found = list(paragraphs_of(prose))
    loose = ("body", "quote", "verse")
    return [Paragraph(ParagraphStyle()) if not one.pieces and one.style.kind in loose else one for one in found]


def shown(prose: Prose) -> str:
    """For reading a failure."""
    return "\n".join(f"{one.style.kind} {one.style.level} {one.pieces}" for one in paragraphs_of(prose))
