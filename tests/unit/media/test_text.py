from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from artstudio.media.text import read_text, write_text
from artstudio.sdk import BadFile, Text

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "Frost, 霜降\nsecond line\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_common_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WORDS.replace("\n", "\r\n").encode(encoding))
    assert read_text(path) == Text(WORDS)


def test_text_is_written_plainly(tmp_path: Path) -> None:
    write_text(Text(WORDS), tmp_path / "a.md")
    assert (tmp_path / "a.md").read_bytes() == WORDS.encode()
    (tmp_path / "a.md").write_bytes(b"")
    assert read_text(tmp_path / "a.md") == Text("")
    with pytest.raises(BadFile, match="half a character at 1"):
        write_text(Text("a\ud83d"), tmp_path / "a.md")


def test_other_files_are_no_text(tmp_path: Path) -> None:
    for data in (b"\x00\x01\x02", b"abc\x00def", b"\xff\xfe\x00", b"\x81\xff\xff"):
        (tmp_path / "a.txt").write_bytes(data)
        with pytest.raises(BadFile, match=r"a\.txt is not text"):
            read_text(tmp_path / "a.txt")
