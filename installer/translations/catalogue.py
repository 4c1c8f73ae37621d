"""The .ts file: Qt's XML of translated strings, written sorted and without places, to change little."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

Translations = dict[tuple[str, str], str]
"""The translation of each (context, source), "" where it is missing."""

_PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}|(%(?:n|\d))")


def read(path: Path) -> Translations:
    """All that `path` holds."""
    found: Translations = {}
    for context in ET.parse(path).getroot().iter("context"):  # our own file
        for message in context.iter("message"):
            key = context.findtext("name", ""), message.findtext("source", "")
            found[key] = message.findtext("translation", "")
    return found


def write(path: Path, language: str, translations: Translations) -> None:
    """Write all of `translations` to `path`."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for (name, source), translation in sorted(translations.items()):
        if name not in contexts:
            contexts[name] = ET.SubElement(root, "context")
            ET.SubElement(contexts[name], "name").text = name
        message = ET.SubElement(contexts[name], "message")
        ET.SubElement(message, "source").text = source
        into = ET.SubElement(message, "translation")
        into.text = translation
        if not translation:
            into.set("type", "unfinished")
    ET.indent(root, " ")
    body = ET.tostring(root, "unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


def placeholders(text: str) -> list[str]:
    """The values that are filled into `text`, sorted."""
    return sorted(name or plural for name, plural in _PLACEHOLDER.findall(text))


def fault(source: str, translation: str) -> str:
    """What is wrong with a translation, or ""."""
    if not translation:
        return "is missing"
    if placeholders(source) != placeholders(translation):
        return "has other placeholders"
    if source.endswith("\n") != translation.endswith("\n") or source.count("\t") != translation.count("\t"):
        return "has other breaks"
    return ""
