"""Painting the view: blocks of the picture, what stands over them, and the brush's outline."""

from __future__ import annotations

import math
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPixmap, QTransform

from artstudio.ui import theme
from artstudio.ui.canvas.blocks import BLOCK_PX

if TYPE_CHECKING:
    from artstudio.documents.tiles import At
    from artstudio.sdk import Image
    from artstudio.ui.canvas.blocks import Blocks
    from artstudio.ui.viewport import Viewport

GRID_FROM_ZOOM: Final = 8.0

BUDGET_S: Final = 0.008  # compositing in one paint; what is left comes with the next


def paint_blocks(
    painter: QPainter,
    port: Viewport,
    blocks: Blocks,
    size: QSize,
    exposed: QRect,
    ratio: float,
    budget_s: float = BUDGET_S,
) -> QRect:
    """Paint the picture, a canvas of `size`, where it is `exposed`; `ratio`: device pixels a widget pixel.

    Returns what is still out of date, because there was no time for it: to be painted again.
    """
    device_zoom = port.zoom * ratio
    level = max(0, math.floor(math.log2(1 / device_zoom))) if device_zoom < 1 else 0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, device_zoom < 2 or port.angle % 90 != 0)
    if not port.upright:
        painter.setTransform(_about_origin(port), combine=True)
    until, late = perf_counter() + budget_s, QRect()
    for at in _visible(port, size, exposed):
        rect = blocks.rect(at)
        target = _target(port, rect)
        if blocks.fresh(at) or perf_counter() < until:
            painter.drawImage(target, blocks.image(at, level))
            continue
        late = late.united(port.box(QRectF(rect)))
        if (old := blocks.old_image(at)) is not None:
            painter.drawImage(target, old)
    painter.restore()
    return late


def paint_ground(painter: QPainter, port: Viewport, size: QSize, checks: QBrush) -> None:
    """Paint the chequered ground behind transparent pictures."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrushOrigin(port.to_widget(QPointF()).toPoint())
    painter.setBrush(checks)
    painter.drawPolygon(port.outline(QRectF(QPointF(), size)))
    painter.restore()


def paint_edge(painter: QPainter, port: Viewport, size: QSize) -> None:
    """Paint the hairline around the canvas."""
    painter.setPen(QPen(QColor(theme.LINE_STRONG), 0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if port.upright:
        rect = QRectF(port.to_widget(QPointF()), port.to_widget(QPointF(size.width(), size.height())))
        painter.drawRect(rect.toAlignedRect().adjusted(-1, -1, 0, 0))
    else:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolygon(port.outline(QRectF(QPointF(), size)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_grid(painter: QPainter, port: Viewport, size: QSize, exposed: QRect) -> None:
    """Paint hairlines between the pixels."""
    seen = (
        port.canvas_box(QRectF(exposed)).toAlignedRect().intersected(QRect(0, 0, size.width(), size.height()))
    )
    right, bottom = seen.x() + seen.width(), seen.y() + seen.height()
    lines = [QLineF(x, seen.y(), x, bottom) for x in range(seen.x(), right + 1)]
    lines += [QLineF(seen.x(), y, right, y) for y in range(seen.y(), bottom + 1)]
    painter.save()
    painter.setTransform(port.transform, combine=True)
    colour = QColor(theme.LINE_STRONG)
    colour.setAlphaF(0.25)
    painter.setPen(QPen(colour, 0))
    painter.drawLines(lines)
    painter.restore()


def paint_overlay(painter: QPainter, port: Viewport, size: QSize, picture: Image | QImage) -> None:
    """Paint a picture over the canvas, as large as fits."""
    image = picture if isinstance(picture, QImage) else _borrowed(picture)
    target = QRectF(QPointF(), image.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
    target.moveCenter(QPointF(size.width() / 2, size.height() / 2))
    painter.save()
    painter.setTransform(port.transform, combine=True)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target, image)
    painter.restore()


def _borrowed(picture: Image) -> QImage:
    """The same pixels, as long as `picture` is there."""
    return QImage(
        picture.pixels.data, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGBA8888
    )


def paint_outline(painter: QPainter, centre: QPointF, radius_px: float) -> None:
    """Paint the brush's circle, in widget pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((theme.DESK, 2.5), (theme.TEXT, 1.0)):  # seen on dark and on light paint
        painter.setPen(QPen(QColor(colour), width))
        painter.drawEllipse(centre, radius_px, radius_px)
    painter.restore()


def checks() -> QBrush:
    """The chequered pattern."""
    side = 8
    tile = QPixmap(2 * side, 2 * side)
    tile.fill(QColor(theme.LINE))
    painter = QPainter(tile)
    for x, y in ((0, 0), (side, side)):
        painter.fillRect(x, y, side, side, QColor(theme.LINE_STRONG))
    painter.end()
    return QBrush(tile)


def _about_origin(port: Viewport) -> QTransform:
    """The view's turning and mirroring without its zoom: blocks are placed by whole pixels before it."""
    turned = QTransform.fromScale(1 / port.zoom, 1 / port.zoom) * port.transform
    corner = _corner(port)
    return QTransform(turned.m11(), turned.m12(), turned.m21(), turned.m22(), corner.x(), corner.y())


def _corner(port: Viewport) -> QPoint:
    """Where the canvas begins, in whole pixels: a fraction would blur every pixel into its neighbour."""
    corner = port.to_widget(QPointF())
    return QPoint(math.floor(corner.x() + 0.5), math.floor(corner.y() + 0.5))


def _target(port: Viewport, rect: QRect) -> QRect:
    """Where a block goes, before turning and mirroring.

    In whole screen pixels: fractional edges would let the desk shine through between blocks.
    """
    start = _corner(port) if port.upright else QPoint()
    x, y = round(start.x() + rect.x() * port.zoom), round(start.y() + rect.y() * port.zoom)
    right = round(start.x() + (rect.x() + rect.width()) * port.zoom)
    bottom = round(start.y() + (rect.y() + rect.height()) * port.zoom)
    return QRect(x, y, right - x, bottom - y)


def _visible(port: Viewport, size: QSize, exposed: QRect) -> list[At]:
    seen = port.canvas_box(QRectF(exposed))
    last_x, last_y = (size.width() - 1) // BLOCK_PX, (size.height() - 1) // BLOCK_PX
    columns = range(max(0, int(seen.left() // BLOCK_PX)), min(last_x, int(seen.right() // BLOCK_PX)) + 1)
    rows = range(max(0, int(seen.top() // BLOCK_PX)), min(last_y, int(seen.bottom() // BLOCK_PX)) + 1)
    return [
        (bx, by)
        for by in rows
        for bx in columns
        if port.upright
        or port.box(QRectF(bx * BLOCK_PX, by * BLOCK_PX, BLOCK_PX, BLOCK_PX)).intersects(exposed)
    ]
