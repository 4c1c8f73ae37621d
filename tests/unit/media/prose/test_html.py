from __future__ import annotations

import pytest

from artstudio.documents.prose import PICTURE, CharStyle, Prose
from artstudio.media.prose.html_in import prose_from_html
from artstudio.media.prose.html_out import html_of
from artstudio.media.prose.pictures import address_of
from artstudio.media.prose.pieces import Paragraph, paragraphs_of
from artstudio.sdk import BadFile
from tests.unit.media.prose.prose_rig import BOLD, ITALIC, p, picture, prose_of


def read(html: str | bytes) -> list[Paragraph]:
    data = html if isinstance(html, bytes) else html.encode()
    return list(paragraphs_of(prose_from_html(data, "a.html")))


def test_pages_of_others_are_read() -> None:
    found = read(
        "<html><head><title>no</title><style>p {}</style></head><body>\n"
        "<h1>Big  <font size=2>news</font></h1>\n<p>One <b>two</b>\n <i>three</i> "
        '<span style="font-weight:700">four</span><p align=right>unclosed<br>line'
        "<ul><li>a<ol><li><p>b</p><p>c</p></li></ol><li>d</ul>"
        '<blockquote>q</blockquote><p class="poem">rose<br>red</p><pre>\nx\n  y\n</pre><hr>'
        "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>"
        "<div>Gmail</div><div><br></div><div>style</div></body></html>"
    )
    assert found == [
        p("heading1", "Big news"),
        p("body", "One ", ("two", BOLD), " ", ("three", ITALIC), " ", ("four", BOLD)),
        p("body", "unclosed\u2028line", align="right"),
        p("bullet", "a"),
        p("numbered", "b", level=1),
        p("body", "c"),
        p("bullet", "d"),
        p("quote", "q"),
        p("verse", "rose"),
        p("verse", "red"),
        p("code", "x"),
        p("code", "  y"),
        p("rule"),
        p("body", "1\t2"),
        p("body", "3"),
        p("body", "Gmail"),
        p("body"),
        p("body", "style"),
    ]


def test_nothing_runs_and_nothing_is_fetched() -> None:
    red = picture()
    found = read(
        "<script>alert('<p>x</p>')</script><noscript><p>n</p></noscript><iframe src='http://a.example'>i</iframe>"
        '<p><img src="http://a.example/x.png" alt="a rose"> <a href="javascript:alert(1)">b</a>'
        '<a href=" JavaScript:x">c</a> <img src="file:///etc/passwd"><object>o</object></p>'
        f'<p style="display: none">hidden</p><img src="{address_of(red)}" alt="a red square">'
    )
    assert found == [p("body", "a rose bc"), p("body", (PICTURE, CharStyle(picture=red)))]


def test_links_that_run_something_are_not_written() -> None:
    for link in ("javascript:alert(1)", "vbscript:x", "data:text/html,x", "java\tscript:x"):
        page = html_of(prose_of(p("body", ("a", CharStyle(link=link)))))
        assert "<p>a</p>" in page


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""), ("utf-8-sig", ""), ("utf-16", ""), ("gb18030", ""),
        ("gb18030", "<meta charset=gb2312>"),
        ("big5", '<meta http-equiv="Content-Type" content="text/html; charset=big5">'),
        ("utf-8", "<meta charset=no-such-thing>"),
    ],
)  # fmt: skip
def test_encodings_are_known_by_mark_word_or_bytes(encoding: str, head: str) -> None:
    assert read(f"{head}<p>霜降的意思，中文。</p>".encode(encoding)) == [p("body", "霜降的意思，中文。")]
    assert read("<meta charset=iso-8859-1><p>“caf\xe9”</p>".encode("cp1252")) == [p("body", "“café”")]


def test_tags_within_tags_without_end_are_refused() -> None:
    for html in ("<div>" * 100_000, "<b>" * 100_000 + "x", "<p><font size=2>x" * 100_000):
        with pytest.raises(BadFile, match="tags within tags more than 5000 deep"):
            prose_from_html(html.encode(), "a.html")
    assert read("<b>x" * 4000) == [p("body", ("x" * 4000, BOLD))]


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "sign", ["<", "<a ", "<!--", "<![CDATA[", "&", "</p>", "<p ", "<p a='", "<?", "&#x41"]
)
def test_crowds_of_signs_take_no_time(sign: str) -> None:
    prose_from_html((sign * 100_000).encode(), "a.html")


def test_entities_of_a_bomb_stay_words() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><p>&b;&lt;</p>'
    assert "aaaa" not in prose_from_html(bomb.encode(), "a.html").text


def test_signs_that_no_page_can_hold_are_left_out() -> None:
    assert prose_from_html(html_of(Prose.plain("a\x00b\x01c\x0bd")).encode(), "a.html").text == "abc\u2028d"
    with pytest.raises(BadFile, match="half a character at 1"):
        html_of(Prose.plain("a\ud83d"))
