"""The candidates strip: results side by side, to be compared, kept or discarded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from artstudio.sdk import Audio, Image, Score
from artstudio.ui import theme
from artstudio.ui.actions import Action
from artstudio.ui.candidates.card import CARD_PX, Card
from artstudio.ui.candidates.compare import CompareWindow
from artstudio.ui.candidates.excerpt import continuation
from artstudio.ui.candidates.exporting import export_result
from artstudio.ui.candidates.recipe import RecipeWindow
from artstudio.ui.candidates.side_by_side import SideBySide, source_of
from artstudio.ui.candidates.tray import MOST_TAKES
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from artstudio.ui.candidates.tray import Take
    from artstudio.ui.session import Session

TICK_MS = 500


class CandidatesPane(QWidget):
    """Shows the session's tray."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._tray = session.tray
        self._cards: dict[Take, Card] = {}
        self._compared: list[Take] = []
        self._playing: Take | None = None

        self._grid = QGridLayout()
        self._grid.setContentsMargins(theme.GAP_PX, theme.GAP_PX, theme.GAP_PX, theme.GAP_PX)
        self._grid.setSpacing(theme.GAP_PX)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        strip = QWidget()
        strip.setLayout(self._grid)
        self._scroll = QScrollArea()
        self._scroll.setWidget(strip)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        empty = QLabel(
            self.tr("Results wait here until you decide.\nChoose an action in the Models panel and generate.")
        )
        empty.setProperty("dim", True)
        empty.setWordWrap(True)
        empty.setMargin(2 * theme.GAP_PX)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for bar in (self._scroll.horizontalScrollBar(), self._scroll.verticalScrollBar()):
            bar.rangeChanged.connect(lambda _low, high, bar=bar: bar.setValue(high))  # the newest is in sight
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(self._scroll)

        self.compare_button = tool_button("compare", self.tr("Compare side by side (C)"), self.compare)
        self.keep_all_button = tool_button("check-all", self.tr("Keep all as one step"), self.keep_all)
        self.back_button = tool_button("undo", self.tr("Bring the last one back"), self._tray.bring_back)
        self.clear_button = tool_button("broom", self.tr("Discard all that are finished"), self.clear)
        side = QVBoxLayout()
        side.setContentsMargins(0, theme.GAP_PX, theme.GAP_PX, theme.GAP_PX)
        side.setSpacing(4)
        for button in (self.compare_button, self.keep_all_button, self.back_button, self.clear_button):
            side.addWidget(button)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._stack, 1)
        row.addLayout(side)
        self.setMinimumHeight(CARD_PX.height() + 4 * theme.GAP_PX)

        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._tray.added.connect(self._add)
        self._tray.changed.connect(self._refresh)
        self._tray.removed.connect(self._remove)
        self._tray.shown_changed.connect(self._mark_shown)
        for take in self._tray.takes:
            self._add(take)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(4 * CARD_PX.width(), CARD_PX.height() + 4 * theme.GAP_PX)

    def pane_actions(self) -> list[Action]:
        """Verbs for the menus."""
        return [
            Action("candidates.compare", self.tr("&Compare Results"), "models", self.compare, group=2,
                   when=lambda: len(self._ready()) > 1),
            Action("candidates.keep_all", self.tr("&Keep All Results"), "models", self.keep_all, group=2,
                   when=lambda: bool(self._ready())),
            Action("candidates.clear", self.tr("C&lear Results"), "models", self.clear, group=2,
                   when=lambda: bool(self._tray.takes)),
        ]  # fmt: skip

    def card(self, take: Take) -> Card:
        """The card of a take on the strip."""
        return self._cards[take]

    def compare(self) -> None:
        """Open the marked cards side by side, or the two newest where fewer than two are marked."""
        marked = [take for take in self._compared if take in self._tray.takes]
        takes = marked if len(marked) > 1 else self._ready()[-2:]
        if len(takes) > 1:
            window = CompareWindow(self._tray, takes, self)
            window.play_wanted.connect(self.play)
            window.show()

    def show_before(self, take: Take) -> None:
        """Open the picture a result was made of and the result over each other; texts side by side."""
        if source_of(take) is not None:
            SideBySide(self._tray, take, self).show()
        elif take.candidate is not None and isinstance(take.candidate.base, Image):
            CompareWindow(self._tray, [take], self).show()

    def keep_all(self) -> None:
        """Keep every finished result that is not in the project yet, as one step."""
        self._tray.keep([take for take in self._ready() if not take.kept])

    def clear(self) -> None:
        """Discard all but those being made."""
        for take in [take for take in self._tray.takes if not take.making]:
            self._tray.discard(take)

    def play(self, take: Take) -> None:
        """Let a take be heard or seen, of a continuation only what is new; the second time, be quiet."""
        value = take.value
        if (film := self._cards[take].film) is not None:
            film.toggle()
            return
        if self._playing is take or not isinstance(value, Score | Audio):
            self._playing = None
            self._session.audition.emit(None)
            return
        self._playing = take
        base = take.candidate.base if take.candidate is not None else None
        if isinstance(value, Score) and isinstance(base, Score):
            value = continuation(value, base)
        self._session.audition.emit(value)

    def show_recipe(self, take: Take) -> None:
        """How the result was made, to be read and copied."""
        if take.candidate is not None:
            recipe = json.dumps(take.candidate.recipe.to_json(), indent=2, ensure_ascii=False)
            RecipeWindow(take.title, recipe, self).show()

    def use_settings(self, take: Take) -> None:
        """Show in the Models panel what made the result, to go on from there."""
        if take.candidate is not None:
            self._session.recipe_wanted.emit(take.candidate.recipe)

    def export(self, take: Take) -> None:
        """Write a result with its recipe to a file that the artist chooses."""
        if take.candidate is not None:
            name = f"{take.title} {take.number}"
            export_result(self, self._session, take.candidate, take.kind, take.title, name)

    def _ready(self) -> list[Take]:
        return [take for take in self._tray.takes if take.candidate is not None]

    def _add(self, take: Take) -> None:
        card = Card(take)
        self._cards[take] = card
        card.chosen.connect(lambda more: self._choose(take, more))
        card.keep_wanted.connect(lambda: self._tray.keep([take]))
        card.discard_wanted.connect(lambda: self._discard(take))
        card.play_wanted.connect(lambda: self.play(take))
        card.again_wanted.connect(lambda new_seed: self._tray.again(take, new_seed))
        card.settings_wanted.connect(lambda: self.use_settings(take))
        card.export_wanted.connect(lambda: self.export(take))
        card.recipe_wanted.connect(lambda: self.show_recipe(take))
        card.compare_wanted.connect(lambda: self._choose(take, True))
        card.before_wanted.connect(lambda: self.show_before(take))
        card.step_wanted.connect(lambda by: self._step(take, by))
        self._place_cards()
        self._arrange()

    def _refresh(self, take: Take) -> None:
        if card := self._cards.get(take):
            card.refresh()
        if not take.making:
            self._arrange()

    def _remove(self, take: Take) -> None:
        card = self._cards.pop(take)
        self._grid.removeWidget(card)
        card.hide()
        card.deleteLater()
        if take in self._compared:
            self._compared.remove(take)
        self._place_cards()
        self._arrange()

    def _discard(self, take: Take) -> None:
        index = self._tray.takes.index(take)
        had_focus = self._cards[take].hasFocus()
        self._tray.discard(take)
        if had_focus and self._tray.takes:
            self._cards[self._tray.takes[min(index, len(self._tray.takes) - 1)]].setFocus()

    def _choose(self, take: Take, more: bool) -> None:
        if more:
            if take in self._compared:
                self._compared.remove(take)
            elif take.candidate is not None:
                self._compared.append(take)
            self._cards[take].set_compared(take in self._compared)
            if len(self._compared) == 2:
                self.compare()
                for one in self._compared:
                    self._cards[one].set_compared(False)
                self._compared.clear()
        elif take.value is not None and self._tray.shown is not take:
            self._tray.show(take)

    def _step(self, take: Take, by: int) -> None:
        takes = self._tray.takes
        card = self._cards[takes[min(max(takes.index(take) + by, 0), len(takes) - 1)]]
        card.setFocus()
        self._scroll.ensureWidgetVisible(card)

    def _mark_shown(self) -> None:
        for take, card in self._cards.items():
            card.set_shown(take is self._tray.shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cards()

    def _place_cards(self) -> None:
        """In one row, or in several where there is room for them."""
        place = CARD_PX.grownBy(QMargins(0, 0, theme.GAP_PX, theme.GAP_PX))
        one_row = self._scroll.height() < 2 * place.height() + theme.GAP_PX
        columns = (
            MOST_TAKES if one_row else max(1, (self._scroll.width() - 2 * theme.GAP_PX) // place.width())
        )
        for i, take in enumerate(self._tray.takes):
            if take in self._cards:
                self._grid.addWidget(self._cards[take], i // columns, i % columns)

    def _arrange(self) -> None:
        takes = self._tray.takes
        self._stack.setCurrentIndex(1 if takes else 0)
        self.compare_button.setEnabled(len(self._ready()) > 1)
        self.keep_all_button.setEnabled(any(not take.kept for take in self._ready()))
        self.clear_button.setEnabled(any(not take.making for take in takes))
        self.back_button.setEnabled(self._tray.can_bring_back)
        if any(take.making for take in takes):
            self._timer.start()
        else:
            self._timer.stop()

    def _tick(self) -> None:
        for card in self._cards.values():
            card.tick()
