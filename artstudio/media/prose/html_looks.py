"""What HTML's tags and inline styles say about text, one table for pages and for Markdown with tags in it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from artstudio.media.prose.pieces import safe_link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artstudio.documents.prose import Align, CharStyle

FLAGS: Final = {
    "b": "bold", "strong": "bold",
    "i": "italic", "em": "italic", "cite": "italic", "dfn": "italic", "var": "italic",
    "u": "underline", "ins": "underline",
    "s": "strike", "strike": "strike", "del": "strike",
    "code": "code", "tt": "code", "kbd": "code", "samp": "code",
}  # fmt: skip
UNSEEN: Final = frozenset(
    ("script", "style", "template", "iframe", "object", "svg", "math", "select", "noscript", "title", "head")
)
_ALIGNS: Final[Mapping[str, Align]] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
    "justify": "justify",
}  # fmt: skip
_SETTING: Final = re.compile(r"([a-z-]+)\s*:\s*([^;]+)")


@lru_cache(256)
def settings_of(css: str) -> Mapping[str, str]:
    """The settings of a `style` attribute, in small letters."""
    return {name: value.strip() for name, value in _SETTING.findall(css[:2000].lower())}


def look_of(tag: str, attributes: Mapping[str, str], look: CharStyle) -> CharStyle:
    """How text looks within a tag that stands in text of `look`."""
    changed: dict[str, Any] = {}
    if flag := FLAGS.get(tag):
        changed[flag] = True
    elif tag == "a" and (link := safe_link(attributes.get("href", ""))):
        changed["link"] = link
    elif tag == "font" and "mono" in attributes.get("face", "").lower():
        changed["code"] = True
    if css := attributes.get("style"):
        found = settings_of(css)
        weight = found.get("font-weight", "")
        if weight:
            changed["bold"] = weight.startswith("bold") or (weight.isdigit() and int(weight) >= 600)
        if "font-style" in found:
            changed["italic"] = found["font-style"] in ("italic", "oblique")
        lines = found.get("text-decoration", "") + found.get("text-decoration-line", "")
        if "underline" in lines:
            changed["underline"] = True
        if "line-through" in lines:
            changed["strike"] = True
    return replace(look, **changed) if changed else look


def align_of(attributes: Mapping[str, str], before: Align) -> Align:
    """How a paragraph is aligned that stands within one of `before`."""
    found = settings_of(attributes.get("style", "")).get("text-align", attributes.get("align", ""))
    return _ALIGNS.get(found.lower(), before)


def verse_in(attributes: Mapping[str, str]) -> bool:
    """Whether a block says of itself that it is a poem."""
    return not {"verse", "poem", "poetry"}.isdisjoint(attributes.get("class", "").lower().split())


def hidden(attributes: Mapping[str, str]) -> bool:
    """Whether a tag and all within it is not shown."""
    return settings_of(attributes.get("style", "")).get("display") == "none"


def keeps_space(tag: str, attributes: Mapping[str, str], before: bool) -> bool:
    """Whether spaces and line ends count as they stand."""
    found = settings_of(attributes.get("style", "")).get("white-space")
    if found is not None:
        return found.startswith(("pre", "break-spaces")) and found != "pre-line"
    return before or tag == "pre"
