"""Texts that people keep: .txt in the encodings they come in, .md, and the paragraphs of .docx."""

from __future__ import annotations

import io
import zipfile

from artstudio.sdk import BadFile

MAX_DOCX_BYTES = 256 << 20


def read_text(name: str, content: bytes) -> str:
    """The text of a file's content; lines end with one newline.

    Raises:
        BadFile: it is no text.
    """
    text = _docx(name, content) if name.lower().endswith(".docx") else _decoded(name, content)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(name: str, content: bytes) -> str:
    for bom, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if content.startswith(bom):
            return content[len(bom) :].decode(encoding, "replace")
    if b"\0" in content[:4096]:
        zeros = content[1:4096:2].count(0), content[:4096:2].count(0)
        if max(zeros) < len(content[:4096]) // 8:
            raise BadFile("{name} is no text: it is full of bytes that no text has", name=name)
        return content.decode("utf-16-le" if zeros[0] > zeros[1] else "utf-16-be", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", "replace")


def _docx(name: str, content: bytes) -> str:
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_DOCX_BYTES:
                raise BadFile("{name} unpacks to more than 256 MiB: refused", name=name)
        return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)
    except BadFile:
        raise
    except Exception as problem:  # broken files break the library in many ways
        raise BadFile("{name} is no readable DOCX file", name=name) from problem
