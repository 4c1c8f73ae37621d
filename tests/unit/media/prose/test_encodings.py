from __future__ import annotations

import random

import pytest

from artstudio.media.prose.encodings import decoded
from artstudio.sdk import BadFile

ENGLISH = "“It was the best of times,” she said.\nNaïve café — déjà vu, façade.\n" * 5
CHINESE = "从前有一座山，山上有一座庙。\n庙里有个老和尚在讲故事：\n" * 5
TRADITIONAL = "從前有一座山，山上有一座廟。廟裡有個老和尚在講故事，說的是愛與國。\n" * 5
GERMAN = "Für größere Häuser müssen zwölf Bäume gefällt werden. Die Straße führt übers Moor.\n" * 5
FRENCH = "Les élèves étaient à l'école où ça sentait la forêt brûlée.\n" * 5
RUSSIAN = "Все счастливые семьи похожи друг на друга.\n" * 5


@pytest.mark.parametrize("text", [ENGLISH, CHINESE, TRADITIONAL, GERMAN, RUSSIAN, "a", "霜", "👍 שלום"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("text", [ENGLISH, CHINESE, TRADITIONAL, GERMAN, RUSSIAN])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_a_mark(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CHINESE, "gb18030"), (CHINESE, "gbk"), (CHINESE, "gb2312"), (TRADITIONAL, "gb18030"),
        ("霜降", "gb18030"),
        ("Part 1: 霜降\n", "gb18030"), (ENGLISH, "cp1252"), (GERMAN, "cp1252"), (FRENCH, "latin-1"),
        ("Für größere", "latin-1"), ("caf\xe9", "latin-1"),
    ],
)  # fmt: skip
def test_older_encodings_are_told_apart(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding), "a.txt") == text


def test_a_few_broken_bytes_do_not_make_all_of_it_strange() -> None:
    head, tail = CHINESE.encode(), ENGLISH.encode()
    assert decoded(head + b"\xff" + tail, "a.txt") == f"{CHINESE}\ufffd{ENGLISH}"
    half = "\ud83d"
    data = head + half.encode("utf-8", "surrogatepass")
    assert decoded(data, "a.txt").rstrip("\ufffd") == CHINESE
    data = b"\xff\xfe" + f"a{half}b".encode("utf-16-le", "surrogatepass")
    assert decoded(data, "a.txt") == "a\ufffdb"


def test_line_ends_are_left_as_they_are() -> None:
    assert decoded(b"a\r\nb\rc", "a.txt") == "a\r\nb\rc"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01",
        b"\x7fELF\x02\x01\x01\0" * 9, b"abc\0def", b"ab\0\x01", b"\0\0\0\0", b"\xff\xfe\0", b"\x81\xff\xff",
        b"PK\x03\x04\x14\0\0\0\x08\0", random.Random(1).randbytes(10_000), random.Random(2).randbytes(9_999),
        b"\xff\xfea\0\0\0",
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(BadFile, match=r"a\.txt is not text: save it as UTF-8 first"):
        decoded(data, "a.txt")
