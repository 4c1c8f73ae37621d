"""Word files as ZIP: looked over before they are unpacked, written the same each time, and their recipe."""

from __future__ import annotations

import contextlib
import io
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from artstudio.sdk import BadFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document

RECIPE_NAMESPACE: Final = "urn:artstudio:recipe"
_MOST_MEMBERS: Final = 10_000
_MOST_NBYTES: Final = 256 << 20
_MOST_XML_NBYTES: Final = 40 << 20  # ten times that in memory
_MOST_RECIPE_NBYTES: Final = 2 << 20
_MOST_LOOKED_AT: Final = 50
_CUSTOM: Final = re.compile(r"customXml/item\d{1,4}\.xml")
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
# what zipfile lets through on damaged files; NotImplementedError is a way of packing nobody uses
_BROKEN: Final = (
    OSError, zipfile.BadZipFile, zlib.error, EOFError, LookupError, NotImplementedError, RuntimeError,
    ValueError, struct.error, OverflowError,
)  # fmt: skip


def opened(data: bytes, name: str) -> Document:
    """The document in a Word file; to be called and looked at within `as_damaged`.

    Raises:
        BadFile: it is none, or would take far more room than it should when unpacked.
    """
    _check(data, name)
    from docx import Document

    document = Document(io.BytesIO(data))
    if document.element.body is None:
        raise _no_document(name)
    return document


@contextlib.contextmanager
def as_damaged(name: str) -> Iterator[None]:
    """What python-docx stumbles over in a damaged file becomes a sentence."""
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    broken = (*_BROKEN, OpcError, LxmlError, AttributeError, TypeError, AssertionError, MemoryError)
    try:
        yield
    except broken as error:
        raise _no_document(name) from error


def _check(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except _BROKEN as error:
        raise _no_document(name) from error
    nbytes = sum(member.file_size for member in members)
    xml = max((m.file_size for m in members if m.filename.lower().endswith((".xml", ".rels"))), default=0)
    if len(members) > _MOST_MEMBERS or nbytes > _MOST_NBYTES or xml > _MOST_XML_NBYTES:
        raise BadFile(
            "{name} would take {size} MiB when unpacked, more than is read: choose another file",
            name=name, size=-(-nbytes >> 20),
        )  # fmt: skip


def recipe_in_docx(data: bytes, name: str) -> str | None:
    """The recipe that `with_recipe` put in, if any.

    Raises:
        BadFile: this is no Word file.
    """
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [one for one in archive.infolist() if _CUSTOM.fullmatch(one.filename)]
            for member in parts[:_MOST_LOOKED_AT]:
                if member.file_size > _MOST_RECIPE_NBYTES:
                    continue
                parser = etree.XMLParser(resolve_entities=False, no_network=True)
                root = etree.fromstring(archive.read(member), parser)
                if root.tag == f"{{{RECIPE_NAMESPACE}}}recipe":
                    return root.text or None
    except (*_BROKEN, etree.LxmlError) as error:
        raise _no_document(name) from error
    return None


def with_recipe(document: Document, recipe: str) -> None:
    """Adds a part with the recipe, which word processors keep or ignore."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from lxml import etree

    root = etree.Element(f"{{{RECIPE_NAMESPACE}}}recipe", nsmap={None: RECIPE_NAMESPACE})
    root.text = recipe
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package = document.part.package
    taken = {str(part.partname) for part in package.iter_parts()}
    number = next(n for n in range(1, 1000) if f"/customXml/item{n}.xml" not in taken)
    part = Part(PackURI(f"/customXml/item{number}.xml"), "application/xml", blob, package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def packed(document: Document) -> bytes:
    """The file, in which no time of day stands: the same text gives the same bytes."""
    saved, out = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in source.infolist():
            archive.writestr(
                zipfile.ZipInfo(member.filename, _LONG_AGO), source.read(member), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


def _no_document(name: str) -> BadFile:
    return BadFile("{name} is no Word document or is damaged: choose another file", name=name)
