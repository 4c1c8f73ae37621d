"""What every tool but the brush is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QTransform

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from artstudio.documents.selecting import How
    from artstudio.ui.canvas.pen import PenPoint
    from artstudio.ui.canvas.steps import Steps
    from artstudio.ui.canvas.tools import BrushSettings, Shows
    from artstudio.ui.canvas.view import CanvasView
    from artstudio.ui.session import Session

CLICK_PX: Final = 3.0  # on screen; a pen that moves less has clicked


class Choosing:
    """How the selection tools choose.

    Attributes:
        how: What becomes of the old selection, unless keys say otherwise.
        feather_px: How far the edge fades, 0-250.
        antialiased: Whether edges are smooth.
    """

    def __init__(self) -> None:
        self.how: How = "replace"
        self.feather_px = 0
        self.antialiased = True


class Bench:
    """What a tool works with.

    Attributes:
        view: Where points lie and marks are painted.
        shows: Where unfinished work is shown: the view, or what stands between.
    """

    def __init__(
        self, session: Session, view: CanvasView, settings: BrushSettings, steps: Steps, shows: Shows
    ) -> None:
        self.session, self.view, self.settings, self.steps = session, view, settings, steps
        self.shows = shows
        self.choosing = Choosing()

    def view_transform(self) -> QTransform:
        """From canvas pixels to the view's coordinates, however the view is turned or mirrored."""
        corner, right, down = (self.view.to_widget(QPointF(*at)) for at in ((0, 0), (1024, 0), (0, 1024)))
        across, along = (right - corner) / 1024, (down - corner) / 1024
        return QTransform(across.x(), across.y(), along.x(), along.y(), corner.x(), corner.y())

    def screen_distance(self, one: QPointF, other: QPointF) -> float:
        """How far two points of the canvas lie apart on the screen, in pixels."""
        apart = self.view.to_widget(one) - self.view.to_widget(other)
        return float((apart.x() ** 2 + apart.y() ** 2) ** 0.5)


class CanvasTool(QObject):
    """A tool with a row of options and marks over the canvas; gestures do nothing unless overridden."""

    outline_px = 0.0

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.view)
        self.bench = bench
        self.session = bench.session

    @property
    def hides_selection(self) -> bool:
        """Whether the selection's edge would be in the way or untrue now."""
        return False

    def press(self, point: PenPoint) -> None:
        """The pen is set down."""

    def move(self, point: PenPoint) -> None:
        """The pen moves while it is down."""

    def release(self) -> None:
        """The pen is lifted."""

    def cancel(self) -> None:
        """Forget what is under way; the document stays as it is."""

    def take_up(self) -> None:
        """The tool is taken in hand, or the canvas under it has changed."""

    def put_down(self) -> None:
        """Another tool is taken in hand."""
        self.cancel()

    def hover(self, at: QPointF) -> None:
        """The pointer moves over the canvas (in its pixels) without being pressed."""

    def confirm(self) -> None:
        """Enter: what is under way is done."""

    def key(self, key: int) -> bool:
        """A key of type `Qt.Key`; whether the tool had use for it."""
        del key
        return False

    def paint(self, painter: QPainter) -> None:
        """Marks over the canvas, in the view's coordinates."""

    def options(self) -> QWidget:
        """A new row for the bar above the canvas."""
        raise NotImplementedError

    def settings(self) -> dict[str, object]:
        """What its row of options was set to, by attribute; what was left alone is not named."""
        plain = (bool, int, float, str)
        return {
            name: value for name, value in vars(self).items()
            if not name.startswith("_") and isinstance(value, plain)
        }  # fmt: skip

    def redraw(self) -> None:
        """Have the marks painted anew."""
        self.bench.view.update()


def held(modifier: Qt.KeyboardModifier) -> bool:
    """Whether a modifier key is held down."""
    return bool(QGuiApplication.keyboardModifiers() & modifier)


def shift() -> bool:
    """Whether Shift is held down."""
    return held(Qt.KeyboardModifier.ShiftModifier)


def alt() -> bool:
    """Whether Alt is held down."""
    return held(Qt.KeyboardModifier.AltModifier)


def ctrl() -> bool:
    """Whether Ctrl is held down."""
    return held(Qt.KeyboardModifier.ControlModifier)
