"""Text of unknown encoding: its mark, else what it must be by its bytes."""

from __future__ import annotations

import codecs
import re
from typing import Final

from artstudio.sdk import BadFile

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_SAMPLE_NBYTES: Final = 1 << 16
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_COMMON: Final = re.compile(
    "[\t\n\r -~\u00a0-\u024f\u0370-\u052f\u0590-\u06ff\u0900-\u097f\u0e00-\u0e7f\u1e00-\u1fff\u2010-\u2027"
    "\u2030-\u205e\u20a0-\u20bf\u2100-\u21ff\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]"
)
_ANCHORS: Final = re.compile("[\t\n\r -~\u3001\u3002\uff0c\uff1f\uff01]")
_GLUED: Final = re.compile("(?<=[A-Za-z])[^\x00-\x7f]")
_WIDE: Final = re.compile("[\u3000-\u9fff\uff00-\uffef]")


def decoded(data: bytes, name: str) -> str:
    """The text in a file: UTF-8, UTF-16, UTF-32, GB18030, else Windows-1252; the line ends as they are.

    A mark decides; without one the bytes do. Of a text that is UTF-8 but for a few broken bytes, or UTF-16
    with half a character in it, those become U+FFFD.

    Raises:
        BadFile: this is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            if (len(data) - len(mark)) % int({"utf-8": 1, "utf-3": 4}.get(encoding[:5], 2)):
                raise _no_text(name)
            return _without_nul(data[len(mark) :].decode(encoding, "replace"), name)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = None
    if text is not None and "\0" not in text:
        return text
    if encoding := _wide_encoding(data):
        return _without_nul(data.decode(encoding, "replace"), name)
    if b"\0" in data:
        raise _no_text(name)
    return _mostly_utf8(data) or _gb18030(data) or _western(data, name)


def _wide_encoding(data: bytes) -> str:
    """The kind of UTF-16 without a mark that this is, or an empty string."""
    if len(data) % 2 or len(data) < 4:
        return ""
    sample = data[:_SAMPLE_NBYTES]
    best, most = "", 0.97
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        if _CONTROL.search(text):
            continue
        share = len(_COMMON.findall(text)) / len(text)
        # of real text, some characters are of few: letters, spaces and line ends, or Chinese full stops
        if len(_ANCHORS.findall(text)) > 0.01 * len(text) and share > most:
            best, most = encoding, share
    return best


def _mostly_utf8(data: bytes) -> str:
    """UTF-8 with a few broken bytes; empty if it is not."""
    text = data.decode(errors="replace")
    sample = text[:_SAMPLE_NBYTES]
    broken = sample.count("\ufffd") or text.count("\ufffd")
    beyond = sum(letter > "\x7f" and letter != "\ufffd" for letter in sample)
    return text if beyond >= 4 * broken and "\0" not in text else ""


def _gb18030(data: bytes) -> str:
    """Chinese of mainland encodings; empty if it is not, as in Western text that happens to be valid."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    if _CONTROL.search(text):
        return ""
    sample = text[:_SAMPLE_NBYTES]
    beyond = [letter for letter in sample if letter > "\x7f"]
    common = len("".join(beyond).encode("gb2312", "ignore")) / 2
    glued = len(_GLUED.findall(sample))  # ü and r, in "für", would be one character
    if glued >= 0.5 * len(beyond) and common < 0.9 * len(beyond):
        return ""
    many = sum(byte > 0x7F for byte in data[:_SAMPLE_NBYTES]) > 0.4 * len(data[:_SAMPLE_NBYTES])
    likely = common >= 0.5 * len(beyond) or (many and len(_WIDE.findall(sample)) >= 0.9 * len(beyond))
    return text if likely else ""


def _western(data: bytes, name: str) -> str:
    """Windows-1252, the last resort: of letters most are plain ones."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    sample = text[:_SAMPLE_NBYTES]
    beyond = sum(letter > "\x7f" for letter in sample)
    if _CONTROL.search(text) or beyond > 0.4 * len(sample):
        raise _no_text(name)
    return text


def _without_nul(text: str, name: str) -> str:
    if "\0" in text:
        raise _no_text(name)
    return text


def _no_text(name: str) -> BadFile:
    return BadFile("{name} is not text: save it as UTF-8 first", name=name)
