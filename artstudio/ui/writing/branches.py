"""All that was ever tried at a place, side by side: to read, walk through, compare, pin and prune."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from artstudio.ui import theme
from artstudio.ui.tool_button import tool_button
from artstudio.ui.writing.branch_card import CARD_PX, BranchCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.documents.recipe import Recipe
    from artstudio.ui.along.along import Along
    from artstudio.ui.along.strand import Strand
    from artstudio.ui.writing.walker import Walker

_MOST_SAID: Final = 2_000


class BranchStrip(QWidget):
    """A row of cards: of the fork at the cursor, or while a model writes of what it is writing."""

    compare_wanted = Signal(int, int)  # two branches of the walker's fork
    closed = Signal()

    def __init__(self, walker: Walker, along: Along) -> None:
        super().__init__()
        self._walker, self._along = walker, along
        self.cards: list[BranchCard] = []
        self._compared: list[int] = []
        self._says = QLabel()
        self._says.setProperty("dim", True)
        self.out_button = tool_button(
            "arrow-up", self.tr("The fork around this one"), walker.outer, action="text.fork_out"
        )
        self.in_button = tool_button(
            "arrow-down", self.tr("A fork inside this one"), walker.inner, action="text.fork_in"
        )
        self.compare_button = tool_button(
            "compare", self.tr("Compare two: choose them with Ctrl held, or by C"), self.compare
        )
        self.prune_button = tool_button(
            "broom", self.tr("Prune all but the one in the text and those pinned"), walker.prune_others
        )
        close = tool_button("close", self.tr("Hide the branches"), self.closed.emit)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._says, 1)
        for button in (self.out_button, self.in_button, self.compare_button, self.prune_button, close):
            head.addWidget(button)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.GAP_PX)
        self._row.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._row)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.horizontalScrollBar().rangeChanged.connect(lambda *_: self._show_shown())
        self._scroll.setFixedHeight(CARD_PX.height() + 14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._scroll)
        walker.changed.connect(self.refresh)
        along.began.connect(self.refresh)
        along.ended.connect(self.refresh)
        along.grew.connect(self._grow)
        self.refresh()

    def refresh(self) -> None:
        """Show what there is now."""
        if self.isHidden():
            return
        writing, fork = self._along.writing, self._walker.fork
        count = len(writing.strands) if writing is not None else len(fork.branches) if fork is not None else 0
        self._make(count)
        self._scroll.setVisible(count > 0)
        if writing is not None:
            for strand in writing.strands:
                self._grow(strand)
            self._says.setText(self.tr("Being written"))
        elif fork is not None:
            for index, branch in enumerate(fork.branches):
                self.cards[index].show_branch(
                    self._walker.text(index), self._from(index, branch.recipe),
                    shown=index == fork.shown, pinned=branch.pinned, tip=self._tip(branch.recipe),
                )  # fmt: skip
            words = self.tr("Branch {n} of {m}").format(n=fork.shown + 1, m=len(fork.branches))
            self._says.setText(words)
            QTimer.singleShot(0, self, self._show_shown)  # once the cards have their places
        else:
            self._says.setText(self.tr("No branches at the cursor: write on, or try again there."))
        at_rest = writing is None and fork is not None
        self.out_button.setEnabled(at_rest and self._walker.can_go_out)
        self.in_button.setEnabled(at_rest and self._walker.can_go_in)
        self.compare_button.setEnabled(at_rest)
        self.prune_button.setEnabled(at_rest)
        self._compared = []

    def _show_shown(self) -> None:
        fork = self._walker.fork
        if fork is not None and self._along.writing is None and fork.shown < len(self.cards):
            self._scroll.ensureWidgetVisible(self.cards[fork.shown])

    def compare(self) -> None:
        """Open the two that are marked; where they are not two, the one in the text and the one before."""
        fork = self._walker.fork
        if fork is None or len(fork.branches) < 2:
            return
        one, two = (
            self._compared
            if len(self._compared) == 2
            else ((fork.shown - 1) % len(fork.branches), fork.shown)
        )
        for index in self._compared:
            self.cards[index].set_compared(False)
        self._compared = []
        self.compare_wanted.emit(one, two)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    # -------------------------------------------------------------------------------------------- cards

    def _make(self, count: int) -> None:
        while len(self.cards) > count:
            card = self.cards.pop()
            self._row.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self.cards) < count:
            index, card = len(self.cards), BranchCard()
            card.chosen.connect(lambda index=index: self._choose(index))
            card.compare_wanted.connect(lambda index=index: self._mark(index))
            card.pin_wanted.connect(lambda index=index: self._at_rest(lambda: self._walker.pin(index)))
            card.prune_wanted.connect(lambda index=index: self._at_rest(lambda: self._walker.prune(index)))
            card.step_wanted.connect(lambda by, index=index: self._step(index, by))
            self._row.insertWidget(index, card)
            self.cards.append(card)

    def _at_rest(self, do: Callable[[], None]) -> None:
        if self._along.writing is None:
            do()

    def _choose(self, index: int) -> None:
        if self._along.writing is not None:
            self._along.show(index)
            self.refresh()
        else:
            self._walker.show(index)

    def _mark(self, index: int) -> None:
        if self._along.writing is not None:
            return
        if index in self._compared:
            self._compared.remove(index)
        else:
            self._compared = [*self._compared[-1:], index]
        for number, card in enumerate(self.cards):
            card.set_compared(number in self._compared)
        if len(self._compared) == 2:
            self.compare()

    def _step(self, index: int, by: int) -> None:
        card = self.cards[min(max(0, index + by), len(self.cards) - 1)]
        card.setFocus()
        self._scroll.ensureWidgetVisible(card)

    def _grow(self, strand: Strand) -> None:
        """Show a strand; called 30 times a second."""
        writing = self._along.writing
        if writing is None or strand not in writing.strands or not self.isVisible():
            return
        index = writing.strands.index(strand)
        if index < len(self.cards):
            if strand.ended or strand.done:
                says = self.tr("Written")
            else:
                says = self.tr("Waiting") if strand.waiting else self.tr("Writing…")
            says += " · " + self.tr("seed {seed}").format(seed=strand.generation.seed)
            self.cards[index].show_branch(
                strand.text[-400:] if len(strand.text) > 400 else strand.text, says,
                shown=index == writing.shown, making=True,
            )  # fmt: skip

    def _from(self, index: int, recipe: Recipe | None) -> str:
        if recipe is None:
            return self.tr("What stood here") if index == 0 else self.tr("Written by hand")
        return self.tr("Generated · seed {seed}").format(seed=recipe.seed)

    def _tip(self, recipe: Recipe | None) -> str:
        if recipe is None:
            return ""
        params = ", ".join(f"{name} {value}" for name, value in recipe.params.items())
        # plain text would be taken for HTML where it looks like it
        said = escape(f"{recipe.plugin}: {recipe.action}\n{params}"[:_MOST_SAID], quote=False)
        return f"<div style='white-space: pre-wrap'>{said}</div>"
