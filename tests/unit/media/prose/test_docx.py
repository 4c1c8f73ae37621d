from __future__ import annotations

import io
import random
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from artstudio.documents.prose import CharStyle, Prose
from artstudio.media.prose.docx_in import prose_from_docx
from artstudio.media.prose.docx_out import docx_of
from artstudio.media.prose.docx_parts import recipe_in_docx
from artstudio.media.prose.html_in import prose_from_html
from artstudio.media.prose.pieces import Paragraph, paragraphs_of
from artstudio.sdk import BadFile
from tests.unit.media.prose.prose_rig import BOLD, BOOK, ITALIC, p

Members = dict[str, bytes]
DOCUMENT, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"


def changed(data: bytes, change: Callable[[Members], object]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def swapped(name: str, old: bytes, new: bytes) -> Callable[[Members], object]:
    def change(members: Members) -> None:
        assert old in members[name]
        members[name] = members[name].replace(old, new, 1)

    return change


def read(body: str) -> list[Paragraph]:
    """What is read of a document whose paragraphs are these."""
    data = changed(docx_of(Prose.plain("HERE")), _with_body(body))
    return list(paragraphs_of(prose_from_docx(data, "a.docx")))


def _with_body(body: str) -> Callable[[Members], object]:
    def change(members: Members) -> None:
        start = members[DOCUMENT].index(b"<w:p>")
        end = members[DOCUMENT].index(b"</w:p>") + len(b"</w:p>")
        members[DOCUMENT] = members[DOCUMENT][:start] + body.encode() + members[DOCUMENT][end:]

    return change


def run(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_what_word_writes_is_read() -> None:
    upright = '<w:i w:val="0"/>'
    assert read(
        f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{run("Title")}</w:p>'
        f"<w:p>{run('a')}<w:del>{run('gone')}</w:del><w:ins>{run('b', '<w:b/>')}</w:ins>"
        f"<w:smartTag>{run('c', upright)}</w:smartTag>"
        f"<w:sdt><w:sdtContent>{run('d', '<w:i/>')}</w:sdtContent></w:sdt>{run('no', '<w:vanish/>')}"
        "<w:r><w:instrText>PAGE</w:instrText><w:br/><w:tab/><w:noBreakHyphen/><w:br w:type='page'/></w:r>"
        "</w:p>"
        f'<w:p><w:pPr><w:pStyle w:val="ListBullet2"/></w:pPr>{run("item")}</w:p>'
        f'<w:p><w:pPr><w:pStyle w:val="IntenseQuote"/></w:pPr>{run("quoted")}</w:p>'
        f'<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr>{run("by outline")}</w:p>'
        f"<w:tbl><w:tr><w:tc><w:p>{run('1')}</w:p></w:tc><w:tc><w:p>{run('2')}</w:p></w:tc></w:tr></w:tbl>"
    ) == [
        p("heading1", "Title"),
        p("body", "a", ("b", BOLD), "c", ("d", ITALIC), "\u2028\t\u2011"),
        p("bullet", "item", level=1),
        p("quote", "quoted"),
        p("heading3", "by outline"),
        p("body", "1\t2"),
    ]


def test_styles_that_are_based_on_each_other_end() -> None:
    style = (
        b'<w:style w:type="character" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="%s"/>%s</w:style>'
    )
    loop = style % (b"A", b"A", b"B", b"<w:rPr><w:b/></w:rPr>") + style % (
        b"B",
        b"B",
        b"A",
        b"<w:rPr><w:i/></w:rPr>",
    )
    data = changed(
        docx_of(Prose.plain("HERE")), _with_body("<w:p>" + run("x", '<w:rStyle w:val="A"/>') + "</w:p>")
    )
    data = changed(data, swapped("word/styles.xml", b"</w:styles>", loop + b"</w:styles>"))
    assert list(paragraphs_of(prose_from_docx(data, "a.docx"))) == [
        p("body", ("x", CharStyle(bold=True, italic=True)))
    ]


GOOD = docx_of(Prose.plain("hello\nworld"), '{"seed": 1}')


def _without(name: str, members: Members) -> None:
    del members[name]


def _with(name: str, content: bytes, members: Members) -> None:
    members[name] = content


def test_other_files_and_damaged_ones_are_refused() -> None:
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    others = [b"hello", b"PK\x03\x04", empty.getvalue(), GOOD[: len(GOOD) // 2]]
    for name in ("[Content_Types].xml", "_rels/.rels", DOCUMENT, "word/styles.xml"):
        others.append(changed(GOOD, partial(_without, name)))
        others.append(changed(GOOD, partial(_with, name, b"\0<a>")))
    for data in others:
        with pytest.raises(BadFile, match=r"a\.docx is no Word document or is damaged"):
            prose_from_docx(data, "a.docx")


def test_flipped_bytes_are_a_sentence_at_most() -> None:
    chance = random.Random(7)
    for _ in range(100):
        data = bytearray(GOOD)
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        for reading in (prose_from_docx, recipe_in_docx):
            try:
                reading(bytes(data), "a.docx")
            except BadFile as error:
                assert str(error).startswith("a.docx ")  # noqa: PT017 - most fail, some may not


@pytest.mark.timeout(30)
def test_bombs_do_not_go_off() -> None:
    zeros = changed(GOOD, partial(_with, "word/media/a.bin", b"\0" * (260 << 20)))
    spaces = changed(GOOD, partial(_with, DOCUMENT, b" " * (41 << 20)))
    for data in (zeros, spaces):
        assert len(data) < 2 << 20
        with pytest.raises(BadFile, match="when unpacked, more than is read"):
            prose_from_docx(data, "a.docx")
    crowd = changed(GOOD, swapped(DOCUMENT, b"<w:p>", b"<w:p/>" * 1_100_000 + b"<w:p>"))
    with pytest.raises(BadFile, match="more than 1 million paragraphs"):
        prose_from_docx(crowd, "a.docx")
    entities = b'<!ENTITY a "%s">' % (b"a" * 1000) + b"".join(
        b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 30) for n in range(8)
    )
    laughs = changed(GOOD, swapped(DOCUMENT, b"?>", b"?><!DOCTYPE x [" + entities + b"]>"))
    for old, new in ((b"hello", b"&i;"), (b"<w:p>", b'<w:p w:x="&i;">')):
        with pytest.raises(BadFile, match="is damaged"):
            prose_from_docx(changed(laughs, swapped(DOCUMENT, old, new)), "a.docx")


def test_nothing_outside_the_file_is_read() -> None:
    members = changed(GOOD, lambda members: members.update({"../../evil": b"x", "/abs": b"x"}))
    assert prose_from_docx(members, "a.docx").text == "hello\nworld"
    file = b'?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    entity = changed(changed(GOOD, swapped(DOCUMENT, b"?>", file)), swapped(DOCUMENT, b"hello", b"he&a;llo"))
    assert "root:" not in prose_from_docx(entity, "a.docx").text
    for target in (b'"../../../../etc/passwd"', b'"http://a.example/x" TargetMode="External"'):
        data = changed(GOOD, swapped(RELATIONS, b'"styles.xml"', target))
        with pytest.raises(BadFile, match="is damaged"):
            prose_from_docx(data, "a.docx")


def test_nesting_is_read_or_refused() -> None:
    def nested(depth: int) -> bytes:
        inner = b"<w:ins>" * depth + run("deep").encode() + b"</w:ins>" * depth
        return changed(GOOD, swapped(DOCUMENT, b"<w:p>", b"<w:p>" + inner))

    assert prose_from_docx(nested(200), "a.docx").text == "deephello\nworld"
    with pytest.raises(BadFile, match="is damaged"):
        prose_from_docx(nested(5000), "a.docx")


# ------------------------------------------------------------------------------------------------ LibreOffice


def _office(folder: Path, file: Path, kind: str, out: Path) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=250)
    return out / f"{file.stem}.{kind.partition(':')[0]}"


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_the_same_and_gives_it_back(tmp_path: Path) -> None:
    path = tmp_path / "book.docx"
    path.write_bytes(docx_of(BOOK, '{"seed": 1}', "Frost"))
    odt = _office(tmp_path, path, "odt", tmp_path)
    back = _office(tmp_path, odt, "docx:MS Word 2007 XML", tmp_path / "back")
    assert prose_from_docx(back.read_bytes(), "back.docx") == BOOK
    page = _office(tmp_path, path, "html:HTML (StarWriter):EmbedImages", tmp_path)
    seen = list(paragraphs_of(prose_from_html(page.read_bytes(), "book.html")))
    made = list(paragraphs_of(BOOK))
    headings = [one for one in made if one.style.kind.startswith("heading")]
    assert [one for one in seen if one.style.kind.startswith("heading")] == headings
    look = {text: look for one in seen for text, look in one.pieces}
    assert look["bold"] == BOLD
    assert look["both"] == CharStyle(bold=True, italic=True)
    assert look["under"].underline
    assert look["struck"].strike
