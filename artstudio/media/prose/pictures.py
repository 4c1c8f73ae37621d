"""Pictures within text: taken from files as PNG, and as `data:` addresses."""

from __future__ import annotations

import base64
import binascii
import io
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes

from artstudio.documents.prose import Picture
from artstudio.media.images import BROKEN, READABLE
from artstudio.media.looked_over import endless_jpeg, endless_png

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

MOST_PIXELS: Final = 40_000_000
"""Of one picture; a page is 9 million at 300 dpi."""
_MOST_PIXELS_IN_ALL: Final = 400_000_000
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_MODES: Final = ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")


class Pictures:
    """Makes pictures of what files hold, up to a number of pixels in all; equal ones only once."""

    def __init__(self) -> None:
        self._made: dict[bytes, Picture | None] = {}
        self._left = _MOST_PIXELS_IN_ALL

    def take(self, data: bytes, alt: str = "") -> Picture | None:
        """A picture file as PNG; None for one that is none, damaged or too large. A sound PNG is kept."""
        if data not in self._made:
            self._made[data] = self._decoded(data)
        found = self._made[data]
        return None if found is None else Picture(found.png, found.width_px, found.height_px, alt)

    def take_address(self, address: str, alt: str = "") -> Picture | None:
        """The picture in a `data:` address; None for any other, because nothing is fetched."""
        head, comma, body = address.partition(",")
        if not comma or not head.lower().startswith("data:"):
            return None
        try:
            raw = unquote_to_bytes(body)
            data = base64.b64decode(raw) if head.lower().endswith(";base64") else raw
        except (binascii.Error, ValueError):
            return None
        return self.take(data, alt)

    def _decoded(self, data: bytes) -> Picture | None:
        from PIL import Image as pil

        if endless_png(data):
            return None
        pil.MAX_IMAGE_PIXELS = None  # the limits here hold, before any pixel is decoded
        try:
            with pil.open(io.BytesIO(data), formats=READABLE) as picture:
                pixels = picture.width * picture.height
                if pixels > min(MOST_PIXELS, self._left):
                    return None
                if picture.format in ("JPEG", "MPO") and endless_jpeg(data, pixels):
                    return None
                self._left -= pixels
                return Picture(_as_png(data, picture), picture.width, picture.height)
        except BROKEN:
            return None


def _as_png(data: bytes, picture: ImageFile) -> bytes:
    picture.load()
    if data.startswith(_PNG):
        return data
    buffer = io.BytesIO()
    kept = picture if picture.mode in _MODES else picture.convert("RGBA" if "A" in picture.mode else "RGB")
    kept.save(buffer, "PNG")
    return buffer.getvalue()


def address_of(picture: Picture) -> str:
    """The picture itself as a `data:` address."""
    return "data:image/png;base64," + base64.b64encode(picture.png).decode("ascii")
