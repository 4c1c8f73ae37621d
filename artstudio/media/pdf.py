"""What a PDF says about itself, as XMP: its title, the program, and the recipe."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from artstudio.base.atomic import read_bytes
from artstudio.media.prose.pieces import written
from artstudio.sdk import BadFile

if TYPE_CHECKING:
    from pathlib import Path

_MAX_MIB: Final = 512
_MOST_NBYTES: Final = 2 << 20
_OPEN, _CLOSE = b"<artstudio:recipe>", b"</artstudio:recipe>"
_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:artstudio="urn:artstudio:recipe">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">TITLE</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>artstudio</xmp:CreatorTool>
RECIPE</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""


def metadata(title: str, recipe: str | None) -> bytes:
    """The packet for a PDF of this title, with the recipe (JSON) in an element of its own.

    Raises:
        BadFile: the title or the recipe holds half a character.
    """
    said = "" if recipe is None else f"{_OPEN.decode()}{_escaped(recipe)}{_CLOSE.decode()}\n"
    values = {"TITLE": _escaped(title), "RECIPE": said}
    return re.sub("TITLE|RECIPE", lambda found: values[found[0]], _PACKET).encode()


def read_recipe(path: Path) -> str | None:
    """The recipe that was written with a PDF, if any; nothing else of it is looked at.

    Raises:
        BadFile: it cannot be read, or is no PDF.
    """
    data = read_bytes(path, _MAX_MIB)
    if not data.startswith(b"%PDF"):
        raise BadFile("{name} is no PDF or is damaged: choose another file", name=path.name)
    begin = data.find(_OPEN)
    end = data.find(_CLOSE, begin, begin + _MOST_NBYTES) if begin >= 0 else -1
    if end < 0:
        return None
    return html.unescape(data[begin + len(_OPEN) : end].decode("utf-8", "replace"))


def _escaped(text: str) -> str:
    return html.escape(written(text), quote=False)
