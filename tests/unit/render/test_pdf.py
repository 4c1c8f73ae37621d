from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtPdf import QPdfDocument

from artstudio.documents.prose import Prose
from artstudio.render.pdf import MOST_CHARACTERS, write_pdf
from artstudio.sdk import BadFile
from tests.unit.media.prose.prose_rig import BOOK


def pages(path: Path) -> list[str]:
    document = QPdfDocument(None)  # type: ignore[call-overload]
    assert document.load(str(path)) is QPdfDocument.Error.None_
    found = [document.getAllText(page).text() for page in range(document.pageCount())]
    size = document.pagePointSize(0)
    assert (round(size.width()), round(size.height())) == (595, 842)
    document.close()
    return found


def test_a_book_is_on_a_page_with_its_fonts(qapp: QGuiApplication, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_pdf(BOOK, path, "Frost")
    text = "\n".join(pages(path))
    for words in ("Frost falls", "centred", "three", "2. zwei", "1. drei", "return 1", "a picture"):
        assert words in text
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        # some fonts draw a character and the radical like it with one glyph, and a reader may name either
        assert "床前明月光" in unicodedata.normalize("NFKC", text)
    data = path.read_bytes()
    assert data.startswith(b"%PDF")
    assert b"/FontFile" in data
    assert b"Frost".decode().encode("utf-16-be") in data or b"(Frost)" in data


def test_pages_are_numbered_and_a_long_paragraph_goes_on(qapp: QGuiApplication, tmp_path: Path) -> None:
    write_pdf(Prose.plain("word " * 20_000), tmp_path / "a.pdf")
    found = pages(tmp_path / "a.pdf")
    assert len(found) > 20
    assert [page.split()[-1] for page in found] == [str(n + 1) for n in range(len(found))]
    assert sum(page.count("word") for page in found) == 20_000


def test_an_empty_text_is_a_page(qapp: QGuiApplication, tmp_path: Path) -> None:
    write_pdf(Prose(), tmp_path / "a.pdf")
    assert [page.split() for page in pages(tmp_path / "a.pdf")] == [["1"]]


def test_it_needs_no_window(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from artstudio.documents.prose import Prose\n"
        "from artstudio.render.pdf import write_pdf\n"
        "for name in 'ab': write_pdf(Prose.plain('霜降 frost'), Path(sys.argv[1]) / f'{name}.pdf')"
    )
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True, cwd=root, capture_output=True)
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF")


def test_what_cannot_be_written_says_so(qapp: QGuiApplication, tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="11 million characters, more than a PDF can"):
        write_pdf(Prose.plain("a" * (MOST_CHARACTERS + 1)), tmp_path / "a.pdf")
    with pytest.raises(BadFile, match="cannot write"):
        write_pdf(Prose.plain("a"), tmp_path / "missing" / "a.pdf")
