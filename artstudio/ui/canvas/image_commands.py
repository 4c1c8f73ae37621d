"""The Image menu: the whole picture at another size, mirrored or turned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from artstudio.ui.actions import Action, plain
from artstudio.ui.canvas.made_aside import MadeAside

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from artstudio.documents.edits import Edit
    from artstudio.documents.sheet import Sheet
    from artstudio.documents.turning import Turn
    from artstudio.ui.session import Session


class ImageCommands(QObject):
    """Changes all layers at once, beside the window; each change is one undo step."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._window = session, parent
        self._aside = MadeAside(session, self)

    def actions(self) -> list[Action]:
        """What stands in the menu."""

        def turn(name: Turn, title: str, *keys: str) -> Action:
            return Action(
                f"image.{name}", title, "image", lambda: self.turn(name, plain(title)),
                keys, group=1,
            )  # fmt: skip

        return [
            Action(
                "image.size", self.tr("&Image size…"), "image", self.ask_image_size, ("Ctrl+Alt+I",),
                icon="image-size-select-large",
            ),
            Action(
                "image.canvas_size", self.tr("&Canvas size…"), "image", self.ask_canvas_size,
                ("Ctrl+Alt+C",), icon="crop",
            ),
            turn("mirror", self.tr("&Mirror left and right")),
            turn("flip", self.tr("Mirror &top and bottom")),
            turn("right", self.tr("Turn 90° to the &right")),
            turn("left", self.tr("Turn 90° to the &left")),
            turn("half", self.tr("Turn 1&80°")),
        ]  # fmt: skip

    def ask_image_size(self) -> None:
        """Let the artist choose another size for the picture."""
        from artstudio.ui.dialogs.image_size import ask_image_size

        canvas = self._session.project.sheet.canvas
        wanted = ask_image_size(self._window, canvas.width_px, canvas.height_px)
        if wanted is None or (wanted.width_px, wanted.height_px) == (canvas.width_px, canvas.height_px):
            return
        label = self.tr("Image size")

        def make(sheet: Sheet) -> Edit:
            from artstudio.studio.picture_size import resize_image

            return resize_image(sheet, wanted.width_px, wanted.height_px, label, smooth=wanted.smooth)

        self._do(make)

    def ask_canvas_size(self) -> None:
        """Let the artist choose how much room there is around the picture."""
        from artstudio.ui.dialogs.canvas_size import ask_canvas_size

        canvas = self._session.project.sheet.canvas
        wanted = ask_canvas_size(self._window, canvas.width_px, canvas.height_px)
        if wanted is None or (wanted.width_px, wanted.height_px) == (canvas.width_px, canvas.height_px):
            return
        label = self.tr("Canvas size")

        def make(sheet: Sheet) -> Edit:
            from artstudio.studio.picture_size import resize_canvas

            return resize_canvas(sheet, wanted.width_px, wanted.height_px, label, anchor=wanted.anchor)

        self._do(make)

    def turn(self, turn: Turn, label: str) -> None:
        """Mirror or turn the picture."""

        def make(sheet: Sheet) -> Edit:
            from artstudio.studio.picture_size import turn_image

            return turn_image(sheet, turn, label)

        self._do(make)

    def _do(self, make: Callable[[Sheet], Edit]) -> None:
        self._aside.do(self.tr("Working on the picture…"), make)
