"""A box that is moved, scaled and turned by its handles: the geometry alone."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

Grip = Literal["move", "turn", "nw", "n", "ne", "e", "se", "s", "sw", "w"]
SIDES: Final[dict[Grip, tuple[int, int]]] = {
    "nw": (-1, -1), "n": (0, -1), "ne": (1, -1), "e": (1, 0),
    "se": (1, 1), "s": (0, 1), "sw": (-1, 1), "w": (-1, 0),
}  # fmt: skip
"""Where each handle sits: its side across and down, from the middle."""
_LEAST: Final = 1e-3


@dataclass(frozen=True)
class Frame:
    """How a box lies on the canvas.

    Attributes:
        box: Where it was, in canvas pixels.
        x: Where its middle is now, in canvas pixels.
        y: The same downwards.
        across: Its width now by its width then; negative where it is mirrored.
        down: The same of its height.
        angle: In degrees, clockwise on an unturned canvas.
    """

    box: QRectF
    x: float
    y: float
    across: float = 1.0
    down: float = 1.0
    angle: float = 0.0

    @staticmethod
    def around(box: QRectF) -> Frame:
        """The box as it is."""
        return Frame(box, box.center().x(), box.center().y())

    @property
    def moved(self) -> bool:
        """Whether anything about it differs from how it was."""
        return self != Frame.around(self.box)

    def matrix(self) -> QTransform:
        """From where things were on the canvas to where they are."""
        middle = self.box.center()
        to_middle = QTransform.fromTranslate(-middle.x(), -middle.y())
        return to_middle * self._placing()

    def point(self, grip: Grip) -> QPointF:
        """Where a handle is on the canvas."""
        across, down = SIDES[grip]
        return self._placing().map(QPointF(across * self.box.width() / 2, down * self.box.height() / 2))

    def corners(self) -> list[QPointF]:
        """The four corners on the canvas, in order around it."""
        return [self.point(grip) for grip in ("nw", "ne", "se", "sw")]

    def dragged(
        self, grip: Grip, start: QPointF, end: QPointF, *, constrained: bool = False, centred: bool = False
    ) -> Frame:
        """The frame after `grip` was dragged from `start` to `end`, both on the canvas.

        `constrained` keeps the sides' ratio, turns by steps of 15 degrees or moves along one axis; `centred`
        keeps the middle where it is instead of the opposite handle.
        """
        if grip == "move":
            return self._moved(end - start, constrained)
        if grip == "turn":
            return self._turned(start, end, constrained)
        return self._scaled(grip, start, end, constrained, centred)

    def mirrored(self, *, upside_down: bool = False) -> Frame:
        """Flipped about its middle, left to right as it is seen on an unturned box, or upside down."""
        if upside_down:
            return replace(self, down=-self.down)
        return replace(self, across=-self.across)

    def _placing(self) -> QTransform:
        """From the box about its own middle to the canvas."""
        turned = QTransform.fromScale(self.across, self.down) * QTransform().rotate(self.angle)
        return turned * QTransform.fromTranslate(self.x, self.y)

    def _moved(self, by: QPointF, constrained: bool) -> Frame:
        dx, dy = float(round(by.x())), float(round(by.y()))  # whole pixels stay sharp
        if constrained and abs(dx) > abs(dy):
            dy = 0.0
        elif constrained:
            dx = 0.0
        return replace(self, x=self.x + dx, y=self.y + dy)

    def _turned(self, start: QPointF, end: QPointF, constrained: bool) -> Frame:
        def direction(at: QPointF) -> float:
            return math.degrees(math.atan2(at.y() - self.y, at.x() - self.x))

        angle = self.angle + direction(end) - direction(start)
        if constrained:
            angle = round(angle / 15) * 15.0
        return replace(self, angle=(angle + 180) % 360 - 180)

    def _scaled(
        self, grip: Grip, start: QPointF, end: QPointF, constrained: bool, centred: bool
    ) -> Frame:  # fmt: skip
        side_x, side_y = SIDES[grip]
        by = QTransform().rotate(-self.angle).map(end - start)
        share = 1 if centred else 0.5
        width, height = self.box.width(), self.box.height()
        across = self.across + side_x * by.x() * 2 * share / width
        down = self.down + side_y * by.y() * 2 * share / height
        if constrained and self.across and self.down:
            factors = [across / self.across] * bool(side_x) + [down / self.down] * bool(side_y)
            factor = max(factors, key=lambda one: abs(one - 1))
            across, down = self.across * factor, self.down * factor
        across, down = _not_flat(across), _not_flat(down)
        if centred:
            return replace(self, across=across, down=down)
        # the opposite handle stays where it is
        shift = QPointF(side_x * (across - self.across) * width / 2, side_y * (down - self.down) * height / 2)
        shift = QTransform().rotate(self.angle).map(shift)
        return replace(self, across=across, down=down, x=self.x + shift.x(), y=self.y + shift.y())


def _not_flat(scale: float) -> float:
    return math.copysign(max(abs(scale), _LEAST), scale)
