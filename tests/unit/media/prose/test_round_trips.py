from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from artstudio.documents.prose import Prose
from artstudio.media.prose.docx_in import prose_from_docx
from artstudio.media.prose.docx_out import docx_of
from artstudio.media.prose.files import read_prose, read_recipe, write_prose
from artstudio.media.prose.html_in import prose_from_html
from artstudio.media.prose.html_out import html_of
from artstudio.media.prose.markdown_in import prose_from_markdown
from artstudio.media.prose.markdown_out import markdown_of
from tests.unit.media.prose.prose_rig import BOOK, PROSE, as_markdown_keeps_it, settled

RECIPE = '{"params":{"a--b":"-->\\"<&"},"seed":1}'


@given(PROSE)
def test_html_reads_back_the_same(prose: Prose) -> None:
    assert settled(prose_from_html(html_of(prose).encode(), "a.html")) == settled(prose)


@given(PROSE)
def test_markdown_reads_back_the_same(prose: Prose) -> None:
    assert as_markdown_keeps_it(prose_from_markdown(markdown_of(prose), "a.md")) == as_markdown_keeps_it(
        prose
    )


@settings(max_examples=40)
@given(PROSE)
def test_word_files_read_back_the_same(prose: Prose) -> None:
    assert settled(prose_from_docx(docx_of(prose), "a.docx")) == settled(prose)


@pytest.mark.parametrize("suffix", [".md", ".docx", ".html", ".htm", ".DOCX"])
def test_a_book_comes_back_with_its_recipe(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"book{suffix}"
    write_prose(BOOK, path, RECIPE, "Frost")
    assert read_prose(path) == BOOK
    found = read_recipe(path)
    assert found is not None
    assert found.replace("\\u002d", "-") == RECIPE
    first = path.read_bytes()
    write_prose(BOOK, path, RECIPE, "Frost")
    assert path.read_bytes() == first
    write_prose(BOOK, path)
    assert read_recipe(path) is None


@pytest.mark.parametrize("text", ["", "\n", "\n\n", "a\n", "\n\na\n\n\n\nb\n\n", "a\n\nb"])
@pytest.mark.parametrize("suffix", [".txt", ".md", ".docx", ".html"])
def test_plain_lines_and_blank_ones_are_kept(tmp_path: Path, suffix: str, text: str) -> None:
    write_prose(Prose.plain(text), tmp_path / f"a{suffix}")
    assert read_prose(tmp_path / f"a{suffix}") == Prose.plain(text)
