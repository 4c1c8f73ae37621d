"""The bar above the roll: tools, snap grid, quantise, what is shown, zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QSizePolicy, QToolButton

from artstudio.ui import theme
from artstudio.ui.key_tips import leads_to
from artstudio.ui.sign import Sign
from artstudio.ui.timeline.folding_row import FoldingRow
from artstudio.ui.timeline.grid import DIVISIONS, Division
from artstudio.ui.timeline.note_commands import Quantise
from artstudio.ui.timeline.pitches import MAJOR_KEYS, MINOR_KEYS, key_title
from artstudio.ui.timeline.view import Tool
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

STRENGTHS = (100, 75, 50, 25)


class ToolBar(FoldingRow):
    """Buttons; says what is wanted."""

    tool_chosen = Signal(object)  # Tool
    division_chosen = Signal(object)  # Division
    quantise_wanted = Signal()
    quantise_changed = Signal(object)  # Quantise
    option_toggled = Signal(str, bool)  # "ghosts", "scale"
    key_chosen = Signal(str)
    fit_wanted = Signal()
    zoomed = Signal(float)  # a factor

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tools")
        self._how = Quantise()
        self.tools = {
            Tool.PENCIL: tool_button(
                "pencil",
                self.tr("Pencil: click to write, drag for the length"),
                checkable=True,
                action="music.pencil",
            ),
            Tool.SELECT: tool_button(
                "cursor-default-outline",
                self.tr("Select: drag a box round notes"),
                checkable=True,
                action="music.select",
            ),
            Tool.ERASER: tool_button(
                "eraser",
                self.tr("Eraser: drag over notes; the right button does it, too"),
                checkable=True,
                action="music.eraser",
            ),
        }
        for tool, button in self.tools.items():
            button.clicked.connect(lambda _on, tool=tool: self.tool_chosen.emit(tool))
        self.snap = QComboBox()
        self.snap.setToolTip(self.tr("Snap grid; hold Alt to move freely"))
        self.snap.setAccessibleName(self.tr("Snap grid"))
        self.snap.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for part, triplet in DIVISIONS:
            text = self.tr("1/{n} triplet") if triplet else self.tr("1/{n}")
            self.snap.addItem(text.format(n=part), Division(part, triplet))
        self.snap.addItem(self.tr("Off"), Division(off=True))
        self.snap.setMaxVisibleItems(self.snap.count())
        self.snap.currentIndexChanged.connect(
            lambda index: self.division_chosen.emit(self.snap.itemData(index))
        )
        self.quantise = QToolButton()
        self.quantise.setText(self.tr("Quantise"))
        self.quantise.setToolTip(self.tr("Pull the chosen notes to the grid, or all"))
        leads_to(self.quantise, "music.quantise")
        self.quantise.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.quantise.setStyleSheet("QToolButton { padding: 3px 22px 3px 8px; }")
        self.quantise.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.quantise.clicked.connect(self.quantise_wanted)
        self.quantise.setMenu(self._quantise_menu())
        self.ghosts = tool_button(
            "ghost-outline",
            self.tr("Show the notes of the other tracks"),
            checkable=True,
            action="music.ghosts",
        )
        self.ghosts.toggled.connect(lambda on: self.option_toggled.emit("ghosts", on))
        self.scale = tool_button(
            "music-clef-treble", self.tr("Light the notes of the key"), checkable=True, action="music.scale"
        )
        self.scale.toggled.connect(lambda on: self.option_toggled.emit("scale", on))
        self.key = QToolButton()
        self.key.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.key.setToolTip(self.tr("Key at the playhead"))
        self.key.setMenu(self._key_menu())
        self.pointed = QLabel()
        self.pointed.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.pointed.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.pointed.setProperty("dim", True)
        self.zoom_out = tool_button(
            "magnify-minus-outline", self.tr("Zoom out; Ctrl+wheel does it, too"), action="music.zoom_out"
        )
        self.zoom_out.clicked.connect(lambda: self.zoomed.emit(1 / 1.5))
        self.zoom_in = tool_button(
            "magnify-plus-outline", self.tr("Zoom in; Ctrl+wheel does it, too"), action="music.zoom_in"
        )
        self.zoom_in.clicked.connect(lambda: self.zoomed.emit(1.5))
        self.fit = tool_button("fit-to-page-outline", self.tr("Show the whole piece"), action="music.fit")
        self.fit.clicked.connect(self.fit_wanted)
        self._lay_out()

    def show_options(self, tool: Tool, division: Division, *, ghosts: bool, scale: bool) -> None:
        for one, button in self.tools.items():
            button.setChecked(one is tool)
        with QSignalBlocker(self.snap), QSignalBlocker(self.ghosts), QSignalBlocker(self.scale):
            self.snap.setCurrentIndex(self._place_of(division))
            self.ghosts.setChecked(ghosts)
            self.scale.setChecked(scale)

    def show_key(self, key: str) -> None:
        self.key.setText(key_title(key))

    def show_pointed(self, text: str) -> None:
        """What lies under the mouse."""
        self.pointed.setText(text)

    def _place_of(self, division: Division) -> int:
        # findData would compare by Qt's own idea of equality, which knows no dataclasses
        return next(i for i in range(self.snap.count()) if self.snap.itemData(i) == division)

    # ------------------------------------------------------------------------------------------ building

    def _quantise_menu(self) -> QMenu:
        menu = QMenu(self.quantise)
        self._strengths: dict[int, QAction] = {}
        for strength in STRENGTHS:
            action = menu.addAction(self.tr("{n} % of the way").format(n=strength))
            action.setCheckable(True)
            action.triggered.connect(lambda _on, s=strength: self._set_quantise(strength=s / 100))
            self._strengths[strength] = action
        menu.addSeparator()
        self._starts = menu.addAction(self.tr("Starts"))
        self._lengths = menu.addAction(self.tr("Lengths"))
        for action, name in ((self._starts, "starts"), (self._lengths, "lengths")):
            action.setCheckable(True)
            action.triggered.connect(lambda on, name=name: self._set_quantise(**{name: on}))
        self._set_quantise()
        return menu

    def _set_quantise(self, **fields: float | bool) -> None:
        now = {
            "strength": self._how.strength,
            "starts": self._how.starts,
            "lengths": self._how.lengths,
            **fields,
        }
        self._how = Quantise(float(now["strength"]), bool(now["starts"]), bool(now["lengths"]))
        for strength, action in self._strengths.items():
            action.setChecked(round(self._how.strength * 100) == strength)
        self._starts.setChecked(self._how.starts)
        self._lengths.setChecked(self._how.lengths)
        self.quantise_changed.emit(self._how)

    def _key_menu(self) -> QMenu:
        menu = QMenu(self.key)
        for title, keys in ((self.tr("Major"), MAJOR_KEYS), (self.tr("Minor"), MINOR_KEYS)):
            submenu = menu.addMenu(title)
            for key in keys:
                submenu.addAction(key_title(key)).triggered.connect(
                    lambda _on, key=key: self.key_chosen.emit(key)
                )
        return menu

    def _lay_out(self) -> None:
        for button in self.tools.values():
            self.add(button)
        self.add_gap(fold=8)
        self.add(Sign("magnet", theme.TEXT_DIM), fold=7)
        self.add(self.snap)
        self.add(self.quantise)
        self.add_gap(fold=8)
        self.add(self.ghosts, fold=3)
        self.add(self.scale, fold=4)
        self.add(self.key, fold=2)
        self.add(self.pointed, stretch=1)
        self.add_gap(fold=8)
        self.add(self.zoom_out, fold=6)
        self.add(self.zoom_in, fold=6)
        self.add(self.fit, fold=5)
