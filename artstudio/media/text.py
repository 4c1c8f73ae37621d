"""Plain text and Markdown files to and from `Text`."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from artstudio.base.atomic import read_bytes, write_bytes
from artstudio.sdk import BadFile, Text

if TYPE_CHECKING:
    from pathlib import Path

MAX_MIB = 100
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def read_text(path: Path) -> Text:
    """A file in UTF-8, UTF-16 with its mark, or GB18030, with any line ends. An empty file is an empty text.

    Raises:
        BadFile: no text, or over 100 MiB.
    """
    if path.is_file() and path.stat().st_size == 0:
        return Text("")
    data = read_bytes(path, MAX_MIB)
    encodings = [name for mark, name in MARKS.items() if data.startswith(mark)] or ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return Text(text.replace("\r\n", "\n").replace("\r", "\n"))
        break
    raise BadFile("{name} is not text: save it as UTF-8 first", name=path.name)


def write_text(text: Text, path: Path) -> None:
    """Write UTF-8 with line feeds as line ends.

    Raises:
        BadFile: the file cannot be written, or the text holds half a character.
    """
    try:
        data = text.text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadFile("the text holds half a character at {at}: delete it there", at=error.start) from error
    write_bytes(path, data)
