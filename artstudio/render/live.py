"""The picture while one layer of it is being painted on.

What lies below that layer does not change meanwhile, so it is flattened once, tile by tile as the stroke gets
there. What lies above is gathered once and laid on anew each time, but only in the rectangle that changed.
Where the layer stands in groups, this goes on inside each of them.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect

from artstudio.render.around import Above, Ground, Level, Overlay, levels, mix, overlays
from artstudio.render.patches import PATCH_PX

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from artstudio.documents.canvas import Canvas
    from artstudio.documents.tiles import At

_KEPT_BYTES: Final = 96 << 20


class LivePicture:
    """Flattens `canvas` again and again while the layer `layer_id` changes."""

    def __init__(self, canvas: Canvas, layer_id: str) -> None:
        self._levels = levels(canvas, layer_id)
        self._kept: OrderedDict[tuple[int, At], _Around] = OrderedDict()
        self._bytes = 0

    def goes_on(self, canvas: Canvas, layer_id: str) -> bool:
        """Take `canvas` from now on, if nothing but what lies above the layer has changed; else False."""
        now = levels(canvas, layer_id)
        if len(now) != len(self._levels):
            return False
        if not all(one.stands_on(was) for one, was in zip(now, self._levels, strict=True)):
            return False
        if now != self._levels:
            self._levels = now
            for (depth, _), around in self._kept.items():
                around.restack(now[depth])
        return True

    def image(self, rect: QRect, at: At, patch: Callable[[], QImage]) -> QImage:
        """The flattened `rect`, canvas pixels inside the patch `at`; `patch` gives the layer's own pixels."""
        return self._flattened(0, rect.translated(-at[0] * PATCH_PX, -at[1] * PATCH_PX), at, patch)

    def _flattened(self, depth: int, own: QRect, at: At, patch: Callable[[], QImage]) -> QImage:
        level, around = self._levels[depth], self._around(depth, at)
        out = around.ground.image(own).copy(own)
        look = level.look
        if look.visible and look.opacity > 0:
            if depth + 1 < len(self._levels):
                inner = self._flattened(depth + 1, own, at, patch)
                mix(out, inner, inner.rect(), look.mode, look.opacity)
            else:
                mix(out, patch(), own, look.mode, look.opacity)
        for overlay in around.overlays():
            overlay.lay_on(out, own)
        return out

    def _around(self, depth: int, at: At) -> _Around:
        found = self._kept.get((depth, at))
        if found is not None:
            self._kept.move_to_end((depth, at))
            return found
        made = self._kept[depth, at] = _Around(self._levels[depth], at)
        self._bytes += made.nbytes
        while self._bytes > _KEPT_BYTES and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].nbytes
        return made


class _Around:
    """What one patch shows below and above the layer."""

    def __init__(self, level: Level, at: At) -> None:
        self._level = level
        self._corner = QPoint(at[0] * PATCH_PX, at[1] * PATCH_PX)
        self.ground = Ground(level, self._corner)
        self._above: Above = overlays(level, self._corner, [])
        self._stale = False
        self.nbytes = self.ground.nbytes + sum(overlay.nbytes for overlay in self.overlays())

    def restack(self, level: Level) -> None:
        """Other layers lie above from now on; those that stayed are not gathered again."""
        self._level, self._stale = level, True

    def overlays(self) -> list[Overlay]:
        """What lies above, bottom first."""
        if self._stale:
            self._above = overlays(self._level, self._corner, self._above)
            self._stale = False
        return [overlay for _, overlay in self._above if overlay is not None]
