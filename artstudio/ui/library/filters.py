"""What is filtered by besides words: a menu to choose from, and a chip for everything chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QMenu, QToolButton, QWidget

from artstudio.library.colour import lab
from artstudio.library.query import Query
from artstudio.ui import theme
from artstudio.ui.library.words import ICONS
from artstudio.ui.words import kind_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.library.reading import Names

# hues as they are found in pictures: subdued
SWATCHES: Final = (
    "#141414", "#7d7d7d", "#ebebe6", "#b43c32", "#cd7d32", "#d2be5a", "#6e9650", "#3c8278", "#5a96c8",
    "#32468c", "#785a96", "#c88ca0", "#785537",
)  # fmt: skip
_MOST_NAMES: Final = 40


class Filters(QWidget):
    """The chips, and the query without its words. `changed` when it is another one.

    `typing_wanted` asks for a parameter's name in the search line, for its value to be typed behind it.
    """

    changed = Signal()
    typing_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.query = Query()
        self.names: Names | None = None
        self._colour = QColor()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.GAP_PX, 0, theme.GAP_PX, 0)
        self._row.setSpacing(4)
        self.hide()

    def chips(self) -> list[QToolButton]:
        """One for everything that is filtered by."""
        return self.findChildren(QToolButton)

    def set(self, **fields: Any) -> None:
        """Filter by these from now on."""
        query = replace(self.query, **fields)
        if query != self.query:
            self.query = query
            self._show()
            self.changed.emit()

    def _toggle(self, field: str, value: object, off: object, on: bool) -> None:
        self.set(**{field: value if on else off})

    def clear(self) -> None:
        """Filter by nothing."""
        self.use(Query())

    def use(self, query: Query) -> None:
        """Filter by all that `query` says, and by nothing else."""
        self.query = query
        self._show()
        self.changed.emit()

    def fill_menu(self, menu: QMenu) -> None:
        """All that can be filtered by now, from the names that there are."""
        menu.clear()
        names = self.names
        self._list(menu, self.tr("Kind"), "kinds", dict.fromkeys(ICONS, 0) if names is None else names.kinds)
        plugins: dict[str, int] = {}
        for (plugin, _), number in ({} if names is None else names.actions).items():
            plugins[plugin] = plugins.get(plugin, 0) + number
        self._list(menu, self.tr("Plugin"), "plugins", plugins)
        actions = menu.addMenu(self.tr("Action"))
        for (plugin, action), number in ({} if names is None else names.actions).items():
            self._choice(
                actions, f"{action} ({plugin})  {number}", self.query.action == (plugin, action),
                partial(self._toggle, "action", (plugin, action), None),
            )  # fmt: skip
        actions.setEnabled(not actions.isEmpty())
        self._list(menu, self.tr("Model"), "models", {} if names is None else names.models)
        stars = menu.addMenu(self.tr("Stars"))
        for number in range(1, 6):
            words = "★" * number if number == 5 else self.tr("{stars} or more").format(stars="★" * number)
            self._choice(
                stars, words, self.query.stars == number,
                partial(self._toggle, "stars", number, 0),
            )  # fmt: skip
        self._list(menu, self.tr("Tag"), "tags", {} if names is None else names.tags)
        collections = menu.addMenu(self.tr("Collection"))
        for name, number in ({} if names is None else names.collections).items():
            self._choice(
                collections, f"{name}  {number}", self.query.collection == name,
                partial(self._toggle, "collection", name, ""),
            )  # fmt: skip
        collections.setEnabled(not collections.isEmpty())
        dates = menu.addMenu(self.tr("Made"))
        for title, days in self._spans():
            dates.addAction(title).triggered.connect(
                lambda _=False, days=days: self.set(since_ms=_ago_ms(days))
            )
        self._colours(menu.addMenu(self.tr("Colour")))
        parameters = menu.addMenu(self.tr("Parameter"))
        for name in () if names is None else names.parameters:
            parameters.addAction(name).triggered.connect(
                lambda _=False, name=name: self.typing_wanted.emit(name)
            )
        parameters.setEnabled(not parameters.isEmpty())
        if self.query != Query():
            menu.addSeparator()
            menu.addAction(self.tr("Clear all filters")).triggered.connect(lambda: self.clear())

    def _spans(self) -> list[tuple[str, int]]:
        return [
            (self.tr("Today"), 0),
            (self.tr("In the last 7 days"), 7),
            (self.tr("In the last 30 days"), 30),
            (self.tr("In the last year"), 365),
        ]

    def _list(self, menu: QMenu, title: str, field: str, counts: dict[str, int]) -> None:
        below = menu.addMenu(title)
        chosen: tuple[str, ...] = getattr(self.query, field)
        common = sorted(counts, key=lambda name: -counts[name])[:_MOST_NAMES]
        for name in sorted({*common, *chosen}):
            word = kind_word(name) if field == "kinds" else name
            count = f"  {counts[name]}" if counts.get(name) else ""

            def choose(on: bool, name: str = name) -> None:
                rest = tuple(one for one in chosen if one != name)
                self.set(**{field: (*rest, name) if on else rest})

            self._choice(below, word.replace("&", "&&") + count, name in chosen, choose)
            if field == "kinds":
                below.actions()[-1].setIcon(theme.icon(ICONS.get(name, "file-outline")))
        below.setEnabled(not below.isEmpty())

    def _choice(self, menu: QMenu, title: str, chosen: bool, choose: Callable[[bool], None]) -> None:
        action = menu.addAction(title)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(choose)

    def _colours(self, menu: QMenu) -> None:
        for title, name in zip(self._colour_words(), SWATCHES, strict=True):
            colour = QColor(name)
            menu.addAction(_swatch(colour), title).triggered.connect(
                lambda _=False, colour=colour: self.set_colour(colour)
            )
        menu.addSeparator()
        menu.addAction(self.tr("Choose…")).triggered.connect(lambda: self._ask_colour())

    def _colour_words(self) -> list[str]:
        return [
            self.tr("Black"), self.tr("Grey"), self.tr("White"), self.tr("Red"), self.tr("Orange"),
            self.tr("Yellow"), self.tr("Green"), self.tr("Teal"), self.tr("Light blue"), self.tr("Dark blue"),
            self.tr("Violet"), self.tr("Pink"), self.tr("Brown"),
        ]  # fmt: skip

    def set_colour(self, colour: QColor) -> None:
        """Find pictures that are on the whole like this."""
        self._colour = colour
        light, red, yellow = lab(np.array([colour.red(), colour.green(), colour.blue()], np.uint8))
        self.set(colour=(float(light), float(red), float(yellow)))

    def _ask_colour(self) -> None:
        dialog = QColorDialog(self)
        dialog.colorSelected.connect(self.set_colour)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --------------------------------------------------------------------------------------------- chips

    def _show(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        query = self.query
        for field in ("kinds", "plugins", "models", "tags"):
            chosen: tuple[str, ...] = getattr(query, field)
            for name in chosen:
                rest = tuple(one for one in chosen if one != name)
                title = kind_word(name) if field == "kinds" else f"#{name}" if field == "tags" else name
                self._chip(
                    title, field=field, value=rest, icon=ICONS.get(name, "") if field == "kinds" else ""
                )
        if query.action is not None:
            self._chip(query.action[1], field="action", value=None)
        if query.stars:
            self._chip("★" * query.stars + ("" if query.stars == 5 else "+"), field="stars", value=0)
        if query.collection:
            self._chip(query.collection, field="collection", value="", icon="folder-outline")
        if query.since_ms is not None:
            day = datetime.fromtimestamp(query.since_ms / 1000).strftime("%x")  # the artist's own
            self._chip(self.tr("since {day}").format(day=day), field="since_ms", value=None)
        if query.colour is not None:
            chip = self._chip(self.tr("like this colour"), field="colour", value=None)
            chip.setIcon(_swatch(self._colour))
        self._row.addStretch(1)
        self.setVisible(query != Query())

    def _chip(self, title: str, *, field: str, value: object, icon: str = "") -> QToolButton:
        chip = QToolButton(self)
        chip.setText(f"{title}  ✕")
        chip.setToolTip(self.tr("Take this filter away"))
        chip.setAccessibleName(self.tr("Filter {title}: take it away").format(title=title))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if icon:
            chip.setIcon(theme.icon(icon))
        chip.clicked.connect(lambda: self.set(**{field: value}))
        self._row.addWidget(chip)
        return chip


def _swatch(colour: QColor) -> QIcon:
    pixmap = QPixmap(14, 14)
    pixmap.fill(colour)
    return QIcon(pixmap)


def _ago_ms(days: int) -> int:
    midnight = datetime.now().replace(hour=0, minute=0, second=0, microsecond=0)  # local
    return int((midnight - timedelta(days=days)).timestamp() * 1000)
