from __future__ import annotations

from pathlib import Path

import pytest

from artstudio.documents.prose import PICTURE, CharStyle, Prose
from artstudio.media.prose.files import plain_text_of, read_prose, read_recipe, write_prose
from artstudio.media.prose.pieces import together
from artstudio.sdk import BadFile, InvalidValue
from tests.unit.media.prose.prose_rig import BOLD, p, picture, prose_of


def test_plain_text_keeps_the_signs_of_lists() -> None:
    prose = prose_of(
        p("heading1", "Frost"),
        p("bullet", "a"),
        p("numbered", "b", level=1),
        p("numbered", ("c", BOLD), level=1),
        p("bullet", "d"),
        p("rule"),
        p("body", "e\u2028f", (PICTURE, CharStyle(picture=picture(alt="a red square")))),
    )
    assert plain_text_of(prose) == "Frost\n- a\n   1. b\n   2. c\n- d\n* * *\ne\nfa red square"


def test_line_ends_of_every_kind_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a\r\nb\rc\nd")
    assert read_prose(path) == Prose.plain("a\nb\nc\nd")
    path.write_bytes(b"\xef\xbb\xbf")
    assert read_prose(path) == Prose()


def test_an_empty_file_is_an_empty_text(tmp_path: Path) -> None:
    for suffix in (".txt", ".md", ".docx", ".html"):
        (tmp_path / f"a{suffix}").write_bytes(b"")
        assert read_prose(tmp_path / f"a{suffix}") == Prose()
        assert read_recipe(tmp_path / f"a{suffix}") is None


@pytest.mark.slow
def test_a_line_of_100_mb_is_read_and_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 100_000_000)
    assert len(read_prose(path).text) == 100_000_000
    with path.open("ab") as file:
        file.truncate(101 << 20)
    with pytest.raises(BadFile, match="101 MiB, more than the 100 MiB"):
        read_prose(path)


def test_other_suffixes_are_refused(tmp_path: Path) -> None:
    for reading in (read_prose, read_recipe, lambda path: write_prose(Prose(), path)):
        with pytest.raises(InvalidValue, match=r"\.txt \.md \.docx"):
            reading(tmp_path / "a.odt")


def test_half_a_character_is_not_written(tmp_path: Path) -> None:
    for suffix in (".txt", ".md", ".docx", ".html"):
        with pytest.raises(BadFile, match="half a character at 1"):
            write_prose(Prose.plain("a\ud83d"), tmp_path / f"a{suffix}")
        assert not (tmp_path / f"a{suffix}").exists()


def test_texts_are_put_together_with_a_blank_line() -> None:
    one, two = prose_of(p("bullet", "a")), prose_of(p("bullet", "b"))
    assert together([one, two]) == prose_of(p("bullet", "a"), p("body"), p("bullet", "b"))
