from __future__ import annotations

import pytest

from artstudio.documents.prose import PICTURE, CharStyle, Prose
from artstudio.media.prose.markdown_in import prose_from_markdown
from artstudio.media.prose.markdown_out import markdown_of
from artstudio.media.prose.pictures import address_of
from artstudio.media.prose.pieces import Paragraph, paragraphs_of
from artstudio.sdk import BadFile
from tests.unit.media.prose.prose_rig import BOLD, ITALIC, p, picture, prose_of


def read(text: str) -> list[Paragraph]:
    return list(paragraphs_of(prose_from_markdown(text, "a.md")))


def test_what_others_write_is_read() -> None:
    found = read(
        "Title\n=====\n\nTwo lines\nof *one* __paragraph__.\n霜\n降\n\n"
        "* a\n\n* b\n\n  more of b\n\n      code\n\n1) c\n\n> quoted\nlazily\n\nrose\\\nred  \nblue\n\n***\n"
        "[x]: https://a.example\n\nsee [the site][x], <https://b.example> and H<sub>2</sub>O <U>u</U>\n"
    )
    assert found == [
        p("heading1", "Title"),
        p("body", "Two lines of ", ("one", ITALIC), " ", ("paragraph", BOLD), ". 霜降"),
        p("bullet", "a"),
        p("bullet", "b"),
        p("body", "more of b"),
        p("code", "code"),
        p("numbered", "c"),
        p("quote", "quoted lazily"),
        p("verse", "rose"),
        p("verse", "red"),
        p("verse", "blue"),
        p("rule"),
        p(
            "body",
            "see ", ("the site", CharStyle(link="https://a.example")), ", ",
            ("https://b.example", CharStyle(link="https://b.example")), " and H2O ",
            ("u", CharStyle(underline=True)),
        ),
    ]  # fmt: skip


def test_what_is_written_is_plain_to_read() -> None:
    prose = prose_of(
        p("heading2", "Frost"),
        p(
            "body", "snake_case, 2*3, 5 < 6 & 7, -5°, (see 1.) ", ("bold ", BOLD),
            ("words", CharStyle(bold=True, italic=True)), "!",
        ),
        p("bullet", "a"),
        p("numbered", "b", level=1),
        p("verse", "rose"),
        p("verse", "red"),
        p("quote", "said"),
    )  # fmt: skip
    assert markdown_of(prose) == (
        "## Frost\n\n"
        "snake_case, 2\\*3, 5 < 6 & 7, -5°, (see 1.) **bold _words_**!\n\n"
        "- a\n  1. b\n\n"
        "rose\\\nred\n\n"
        "> said\n"
    )


def test_pictures_are_taken_from_the_file_alone() -> None:
    red = picture()
    inline = CharStyle(picture=red)
    assert read(f"![a red square]({address_of(red)})") == [p("body", (PICTURE, inline))]
    assert read(f'a <img alt="a red square" src="{address_of(red)}">') == [p("body", "a ", (PICTURE, inline))]
    for address in ("https://a.example/x.png", "file:///etc/passwd", "x.png", "data:image/png;base64,AAAA"):
        assert read(f"![a *rose*]({address})") == [p("body", "a rose")]


def test_html_in_it_is_read_and_scripts_are_not() -> None:
    assert read(
        '<div align="center">\n<p>mid</p>\n</div>\n\n<script>\nalert(1)\n</script>\n\n<!-- no -->\n\nend'
    ) == [
        p("body", "mid", align="center"),
        p("body", "end"),
    ]
    assert read("a [b](javascript:alert(1)) c") == [p("body", "a b c")]


@pytest.mark.parametrize(
    "text",
    ["> " * 5000 + "x", "- " * 5000 + "x", "1. " * 5000, "\n".join("  " * n + "- a" for n in range(300))],
    ids=["quotes", "lists", "numbers", "steps"],
)
def test_nesting_without_end_is_refused(text: str) -> None:
    with pytest.raises(BadFile, match="within each other more than 60 deep"):
        prose_from_markdown(text, "a.md")


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "sign",
    ["[", "![", "[a](", "[a][", "*a ", "a**b", "<", "<a ", "`" * 3 + " `", "&", "~~a", "_a", "(", "\\"],
)
def test_crowds_of_signs_take_no_time(sign: str) -> None:
    text = sign * 20_000
    assert len(prose_from_markdown(text, "a.md").text) > 0


def test_more_than_is_read_says_so() -> None:
    with pytest.raises(BadFile, match="17 million characters, more than the 16 million"):
        prose_from_markdown("a" * 16_500_000, "a.md")


def test_half_a_character_is_refused() -> None:
    with pytest.raises(BadFile, match="half a character at 1"):
        markdown_of(Prose.plain("a\ud83d"))
