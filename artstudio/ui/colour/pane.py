"""The colour pane: wheel, sliders, the two colours at hand, recent ones and the palette."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from artstudio.sdk.errors import BadFile
from artstudio.ui import theme
from artstudio.ui.colour.channels import Channels
from artstudio.ui.colour.chips import ColourChips
from artstudio.ui.colour.pair import ColourPair
from artstudio.ui.colour.palette import Palette
from artstudio.ui.colour.wheel import ColourWheel, Hsv
from artstudio.ui.dialogs import ask
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from artstudio.ui.session import Session


class ColourPane(QWidget):
    """Changes the colour that is active in the pair: the foreground unless the other was clicked."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._colours = session.colours
        studio = session.studio
        self.palette_kept = Palette(studio.folders.config / "palette.gpl" if studio else None, self)
        self._hsv: Hsv = (0.0, 0.0, 0.0)
        self.wheel, self.channels = ColourWheel(), Channels()
        self.pair = ColourPair(self._colours)
        self.hex = QLineEdit()
        self.hex.setMaxLength(7)
        self.hex.setFixedWidth(76)
        self.hex.setAccessibleName(self.tr("Colour in hexadecimal digits"))
        self.hex.setToolTip(self.tr("Red, green and blue as hexadecimal digits"))
        self.recent = ColourChips(self.tr("Recent colours"))
        self.chips = ColourChips(self.tr("Palette"))
        self._recent_title = _title(self.tr("Recent"))
        self._lay_out()

        self.wheel.picked.connect(self._pick_hsv)
        self.channels.picked_hsv.connect(self._pick_hsv)
        self.channels.picked_rgb.connect(self._pick)
        self.hex.editingFinished.connect(self._read_hex)
        self.pair.chosen.connect(self._activate)
        for chips in (self.recent, self.chips):
            chips.picked.connect(self._take)
        self.chips.menu_wanted.connect(self._show_chip_menu)
        self._colours.changed.connect(self._show)
        self._colours.used.connect(self._show)
        self.palette_kept.changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        hands = QHBoxLayout()
        hands.addWidget(self.pair)
        hands.addWidget(
            tool_button(
                "swap-horizontal", self.tr("Swap the two colours"), self._colours.swap, action="canvas.swap"
            )
        )
        hands.addWidget(
            tool_button(
                "restore", self.tr("Black and white"), self._colours.reset, action="canvas.default_colours"
            )
        )
        hands.addStretch(1)
        hands.addWidget(self.hex)
        palette = QHBoxLayout()
        palette.addWidget(_title(self.tr("Palette")))
        palette.addStretch(1)
        self.add_button = tool_button("plus", self.tr("Add the colour to the palette"), self._add)
        palette.addWidget(self.add_button)
        palette.addWidget(self._more_button())
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(theme.GAP_PX)
        column.addWidget(self.wheel)
        column.addLayout(hands)
        column.addWidget(self.channels)
        column.addWidget(self._recent_title)
        column.addWidget(self.recent)
        column.addLayout(palette)
        column.addWidget(self.chips)
        column.addStretch(1)

    def import_palette(self) -> None:
        """Ask for a GIMP palette and take its colours."""
        for path in ask.ask_open(self, self.tr("Import a palette"), (".gpl",)):
            try:
                self.palette_kept.load(path)
            except BadFile as error:
                self._session.failed.emit(error)

    def export_palette(self) -> None:
        """Ask for a file and write the palette."""
        kinds = [(self.tr("GIMP palette"), (".gpl",))]
        path = ask.ask_save(self, self.tr("Export the palette"), kinds, Path("palette.gpl"))
        if path is not None:
            try:
                self.palette_kept.save(path)
            except BadFile as error:
                self._session.failed.emit(error)

    def _more_button(self) -> QToolButton:
        more = tool_button("dots-horizontal", self.tr("More for the palette"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        menu.addAction(self.tr("Import…"), self.import_palette)
        menu.addAction(self.tr("Export…"), self.export_palette)
        menu.addSeparator()
        menu.addAction(self.tr("Reset"), self.palette_kept.reset)
        more.setMenu(menu)
        return more

    @property
    def _active(self) -> int:
        return self._colours.background if self.pair.background_active else self._colours.foreground

    def _pick_hsv(self, hsv: Hsv) -> None:
        self._hsv = hsv
        self._pick(_rgb(hsv))
        self._show()  # of black and grey only the hue may have changed, which is no other colour

    def _pick(self, colour: int) -> None:
        self._take(colour, self.pair.background_active)

    def _take(self, colour: int, background: bool) -> None:
        if background or self.pair.background_active:
            self._colours.set(background=colour)
        else:
            self._colours.set(foreground=colour)

    def _activate(self, background: bool) -> None:
        self.pair.activate(background=background)
        self._show()

    def _read_hex(self) -> None:
        digits = self.hex.text().strip().removeprefix("#")
        if len(digits) == 3:
            digits = "".join(digit * 2 for digit in digits)
        colour = QColor(f"#{digits}") if len(digits) == 6 else QColor()
        if colour.isValid():
            self._pick(colour.rgb() & 0xFFFFFF)
        self._show()

    def _add(self) -> None:
        self.palette_kept.add(self._active)

    def _show_chip_menu(self, index: int, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Remove from the palette"), lambda: self.palette_kept.remove(index))
        menu.popup(at)

    def _show(self) -> None:
        rgb = self._active
        if _rgb(self._hsv) != rgb:
            colour = QColor.fromRgb(rgb)
            hue, saturation, value = colour.hsvHueF(), colour.hsvSaturationF(), colour.valueF()
            # a grey has no hue, and black no saturation: the ones at hand stay for when it gets colour again
            self._hsv = (self._hsv[0] if hue < 0 else hue, self._hsv[1] if value == 0 else saturation, value)
        self.wheel.show_colour(self._hsv)
        self.channels.show_colour(self._hsv, rgb)
        self.hex.setText(f"#{rgb:06x}")
        self.recent.show_colours(self._colours.recent, rgb)
        self.recent.setVisible(bool(self._colours.recent))
        self._recent_title.setVisible(bool(self._colours.recent))
        self.chips.show_colours(self.palette_kept.colours, rgb)


def _rgb(hsv: Hsv) -> int:
    return QColor.fromHsvF(hsv[0] % 1, hsv[1], hsv[2]).rgb() & 0xFFFFFF


def _title(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("dim", "true")
    return label
