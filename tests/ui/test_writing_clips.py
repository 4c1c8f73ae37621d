"""Copy, paste, drag and pictures."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QMimeData
from PySide6.QtGui import QColor, QGuiApplication, QImage

from artstudio.documents.prose import PICTURE, CharStyle, ParagraphStyle, Prose
from artstudio.documents.runs import Runs
from artstudio.documents.sheet import Sheet
from artstudio.media.images import write_image
from artstudio.sdk import Image
from artstudio.ui.writing.clips import clip_of, html_of, picture_of, prose_of, prose_of_html, prose_with
from tests.ui.writing_rig import Desk

pytestmark = pytest.mark.usefixtures("qapp")  # fonts are asked for


def styled(*paragraphs: tuple[str, ParagraphStyle], look: CharStyle | None = None) -> Prose:
    text = "\n".join(line for line, _ in paragraphs)
    chars = Runs.of(look or CharStyle(), len(text))
    return Prose(
        text, chars, Runs.collected([(style, 1) for _, style in paragraphs]), Runs.of("typed", len(text))
    )


def _always(look: CharStyle, _: CharStyle) -> CharStyle:
    return look


def test_looks_survive_the_way_through_html() -> None:
    prose = styled(
        ("Title", ParagraphStyle("heading2")),
        ("plain", ParagraphStyle()),
        ("one", ParagraphStyle("bullet")),
        ("deep", ParagraphStyle("bullet", 1)),
        ("first", ParagraphStyle("numbered")),
        ("said", ParagraphStyle("quote")),
        ("middle", ParagraphStyle(align="center")),
    )
    for start, end, look in (
        (6, 8, CharStyle(bold=True)), (8, 9, CharStyle(italic=True, strike=True)), (12, 15, CharStyle(link="http://a.b/")),
        (33, 37, CharStyle(underline=True)),
    ):  # fmt: skip
        prose = prose.styled(start, end, partial(_always, look))
    back = prose_of_html(html_of(prose))
    assert back.text == prose.text
    assert list(back.paragraphs) == list(prose.paragraphs)
    assert [run for run in back.chars if run[2] != CharStyle()] == [
        run for run in prose.chars if run[2] != CharStyle()
    ]


def test_html_for_others_has_none_of_the_window_s_colours() -> None:
    html = html_of(styled(("a", ParagraphStyle("quote")), look=CharStyle(link="http://a.b")))
    assert "color:" not in html


def test_a_page_from_a_browser() -> None:
    page = (
        "<html><body><h1>Head</h1><p>A <b>bold</b> and <em>leaning</em> <a href='http://x.y'>link</a>."
        "<br>New line</p>"
        "<ul><li>item</li></ul><img src='http://tracker/x.png'><script>evil()</script></body></html>"
    )
    prose = prose_of_html(page)
    assert prose.text.startswith("Head\nA bold and leaning link.\nNew line\nitem")
    assert PICTURE not in prose.text
    assert "evil" not in prose.text
    kinds = [prose.paragraphs.at(i).kind for i in range(4)]
    assert kinds == ["heading1", "body", "body", "bullet"]
    assert prose.chars.at(7).bold
    assert prose.chars.at(0) == CharStyle()


def test_within_artstudio_everything_is_kept() -> None:
    prose = Prose.plain("made\nhere", "generated", paragraph=ParagraphStyle("verse"))
    assert prose_of(clip_of(prose)) == prose
    other = QMimeData()
    other.setText("a\r\nb")
    pasted = prose_of(other)
    assert pasted is not None
    assert pasted.text == "a\nb"


def test_cut_and_paste_moves_rich_text(desk: Desk) -> None:
    desk.type("# Head\nsome **bold** text")
    desk.select(5, 14)
    desk.editor.cut()
    desk.holds()
    assert desk.text == "Head\n text"
    desk.editor.select(10, 10)
    desk.editor.paste()
    desk.holds()
    assert desk.text == "Head\n textsome bold"
    assert desk.spans == ["bold:bold"]
    desk.session.undo()
    assert desk.text == "Head\n text"


def test_paste_on_an_empty_line_brings_the_first_paragraph_s_style(desk: Desk) -> None:
    desk.type("a\n")
    QGuiApplication.clipboard().setMimeData(
        clip_of(styled(("H", ParagraphStyle("heading1")), ("b", ParagraphStyle())))
    )
    desk.editor.paste()
    assert desk.kinds == ["body", "heading1", "body"]
    desk.type("!")
    assert desk.text == "a\nH\nb!"


def test_paste_as_plain_text(desk: Desk) -> None:
    desk.open("")
    QGuiApplication.clipboard().setMimeData(
        clip_of(styled(("H", ParagraphStyle("heading1")), look=CharStyle(bold=True)))
    )
    desk.trigger("text.paste_plain")
    assert (desk.text, desk.kinds, desk.spans) == ("H", ["body"], [])


def test_text_dragged_inside_the_passage_moves(desk: Desk) -> None:
    desk.open("one two three")
    desk.select(0, 4)
    desk.editor.handed_in.emit(desk.editor.createMimeDataFromSelection(), 8)
    assert desk.text == "two one three"
    desk.holds()
    desk.session.undo()
    assert desk.text == "one two three"


def a_picture(width: int = 40, height: int = 20) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    return image


def test_a_pasted_picture_is_a_paragraph_of_its_own(desk: Desk) -> None:
    desk.open("ab", cursor=1)
    mime = QMimeData()
    mime.setImageData(a_picture())
    desk.editor.handed_in.emit(mime, -1)
    desk.qtbot.waitUntil(lambda: PICTURE in desk.text)
    assert desk.text == f"a\n{PICTURE}\nb"
    picture = desk.prose.chars.at(2).picture
    assert picture is not None
    assert (picture.width_px, picture.height_px) == (40, 20)
    desk.holds()
    desk.type("x")
    assert desk.prose.chars.at(4).picture is None
    desk.editor.select(3, 3)
    desk.type("y")
    assert desk.text == f"a\n{PICTURE}y\nxb"
    assert desk.prose.chars.at(3).picture is None
    for _ in range(3):
        desk.session.undo()
    assert desk.text == "ab"


def test_a_picture_is_painted_where_it_stands(desk: Desk) -> None:
    desk.open(prose_with(picture_of(a_picture(60, 60))))
    editor = desk.editor

    def red() -> bool:
        image = editor.viewport().grab().toImage()
        found = [
            image.pixelColor(x, y).red() > 200 and image.pixelColor(x, y).green() < 60
            for x in range(0, image.width(), 8)
            for y in range(0, 120, 8)
        ]
        return sum(found) > 20

    desk.qtbot.waitUntil(red)


def test_a_wide_picture_is_made_to_fit(desk: Desk) -> None:
    desk.open(prose_with(picture_of(a_picture(4000, 1000))))
    block = desk.editor.document().firstBlock()
    rect = desk.editor.galley.blockBoundingRect(block)
    assert block.layout().lineAt(0).naturalTextWidth() <= desk.editor.galley.column[1]
    assert 50 < rect.height() < 400


def test_the_canvas_a_layer_and_a_file_come_into_the_text(desk: Desk, tmp_path: object) -> None:
    from pathlib import Path

    desk.open("")
    desk.trigger("text.insert_canvas")
    desk.qtbot.waitUntil(lambda: desk.text == PICTURE)
    picture = desk.prose.chars.at(0).picture
    assert picture is not None
    size = Sheet.blank(64, 64).canvas
    assert (picture.width_px, picture.height_px) == (size.width_px, size.height_px)
    path = Path(str(tmp_path)) / "red.png"
    write_image(Image(np.full((5, 7, 3), 200, np.uint8)), path)
    desk.pane.pictures.insert_file(path)
    desk.qtbot.waitUntil(lambda: desk.text == PICTURE * 2)
    second = desk.prose.chars.at(1).picture
    assert second is not None
    assert (second.width_px, second.alt) == (7, "red")


def test_a_file_that_is_no_picture_is_said(desk: Desk, tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "no.png"
    path.write_bytes(b"not a picture")
    desk.open("")
    with desk.qtbot.waitSignal(desk.session.failed):
        desk.pane.pictures.insert_file(path)
    assert desk.text == ""


@pytest.mark.parametrize("data", [b"", b"not a png", b"\x89PNG\r\n\x1a\n broken"])
def test_html_with_a_broken_picture(data: bytes) -> None:
    import base64

    source = "data:image/png;base64," + base64.b64encode(data).decode()
    assert prose_of_html(f"<p>a<img src='{source}'>b</p>").text == "ab"


def test_html_with_a_picture_inside() -> None:
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    a_picture(9, 3).save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes
    html = html_of(prose_with(picture_of(a_picture(9, 3))))
    prose = prose_of_html(html)
    assert prose.text == PICTURE
    picture = prose.chars.at(0).picture
    assert picture is not None
    assert picture.png == bytes(raw.data())
