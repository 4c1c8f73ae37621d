"""Where an action's input of many values comes from: a list in the order in which the action takes them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from artstudio.sdk import KINDS
from artstudio.studio.landing import Where
from artstudio.ui import theme
from artstudio.ui.panel.inputs import file_dialog
from artstudio.ui.panel.pick_view import PickView, Shown
from artstudio.ui.panel.picks import (
    NAMED,
    RESULT,
    Pick,
    bind_pick,
    is_gone,
    kept,
    of_project,
    recalled,
    up_to_date,
)
from artstudio.ui.panel.small_pictures import SmallPictures
from artstudio.ui.panel.sources import FILE, Bound, sources
from artstudio.ui.phrases import phrase
from artstudio.ui.tool_button import tool_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from artstudio.documents.sheet import Sheet
    from artstudio.sdk import Media
    from artstudio.sdk.schema import InputSchema
    from artstudio.ui.session import Selection, Session


class InputList(QWidget):
    """Lets the artist gather, order and drop the values of one input.

    Attributes:
        picks: What is on the list, by reference.
    """

    changed = Signal()
    pictures_changed = Signal()

    def __init__(self, schema: InputSchema, session: Session) -> None:
        super().__init__()
        self.schema = schema
        self.picks: list[Pick] = []
        self._shown: tuple[object, ...] = ()
        self._session = session
        self._project = session.project
        self._small = SmallPictures(self)
        self._small.made.connect(self._show)
        self._title = phrase(schema.name.replace("_", " ").capitalize())
        label = QLabel(self._title)
        self.count = QLabel()
        self.count.setProperty("dim", True)
        self.setWhatsThis(self.tr("What the action works on, in this order: layers, results or files."))
        self.add_button = QToolButton()
        self.add_button.setIcon(theme.icon("plus"))
        self.add_button.setText(self.tr("Add"))
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add_button.setToolTip(self.tr("Add layers, results or files"))
        self.add_button.clicked.connect(self._open_menu)
        self.earlier_button = tool_button(
            "arrow-left", self.tr("Move earlier (Alt+Left)"), lambda: self._step(-1)
        )
        self.later_button = tool_button(
            "arrow-right", self.tr("Move later (Alt+Right)"), lambda: self._step(2)
        )
        self.remove_button = tool_button(
            "minus", self.tr("Take off the list (Delete)"), lambda: self.remove(self.view.rows())
        )
        self.view = PickView(schema.kind)
        self.view.setAccessibleName(self._title)
        self.view.hint.setText(self.tr("Add layers, results or files, or drop files here"))
        self.view.itemSelectionChanged.connect(self._show_buttons)
        self.view.removed.connect(self.remove)
        self.view.moved.connect(self.move_to)
        self.view.files_dropped.connect(self.take_files)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(label)
        head.addSpacing(theme.GAP_PX)
        head.addWidget(self.count)
        head.addStretch(1)
        for button in (self.earlier_button, self.later_button, self.remove_button, self.add_button):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.view)
        self._show()

    def add(self, picks: Sequence[Pick], before: int | None = None) -> None:
        """Put picks on the list, at its end where no place is named."""
        at = len(self.picks) if before is None else before
        self._set([*self.picks[:at], *picks, *self.picks[at:]])
        self.view.select([at + len(picks) - 1] if picks else [])

    def take_files(self, files: list[Path], before: int | None = None) -> None:
        """Put files on the list."""
        self.add([Pick(FILE, str(path.absolute()), path.name) for path in files], before)

    def remove(self, rows: list[int]) -> None:
        """Take these off the list."""
        if rows:
            self._set([pick for row, pick in enumerate(self.picks) if row not in rows])
            self.view.select([min(rows[0], len(self.picks) - 1)] if self.picks else [])

    def move_to(self, rows: list[int], before: int) -> None:
        """Bring these, in their order, in front of what stands at `before` now."""
        moving = [self.picks[row] for row in rows]
        ahead = [pick for row, pick in enumerate(self.picks) if row < before and row not in rows]
        behind = [pick for row, pick in enumerate(self.picks) if row >= before and row not in rows]
        self._set([*ahead, *moving, *behind])
        self.view.select(range(len(ahead), len(ahead) + len(moving)))

    def pictures(self) -> list[QImage]:
        """The small pictures of those that have one, in order."""
        images = (self._small.of(pick) for pick in self.picks)
        return [image for image in images if image is not None]

    def remembered(self) -> list[dict[str, str]]:
        """What `recall` takes at another time."""
        return kept(self.picks)

    def recall(self, entries: object) -> None:
        """Show a list of another time, as far as it still means something."""
        known = {source for source, _ in sources(self.schema)}
        self._set(recalled(entries, known, self._session.project.sheet))

    def show_picks(self, picks: list[Pick]) -> None:
        """Show a list of a moment ago."""
        self._set(of_project(picks, self._session.project.sheet))

    def refresh(self, sheet: Sheet, selection: Selection) -> None:
        """Follow the layers: their names and what is on them."""
        if self._project is not self._session.project:
            self._project = self._session.project
            self.picks = of_project(self.picks, sheet)
        self.picks = [up_to_date(pick, sheet) for pick in self.picks]
        there = [pick for pick in self.picks if not is_gone(pick, sheet)]
        self._small.want({pick: bind_pick(self.schema.name, pick, sheet, selection) for pick in there})
        shown = (self.picks, there, [pick.name for pick in self.picks])
        if shown != self._shown:  # asked for at every move of the playhead
            self._shown = shown
            self._show()

    def problem(self) -> str:
        """What is missing before one can begin, or ""."""
        sheet, number = self._session.project.sheet, len(self.picks)
        for pick in self.picks:
            if is_gone(pick, sheet):
                gone = self.tr("{title}: the layer {name} is gone, take it off the list.")
                return gone.format(title=self._title, name=pick.name)
        if number < self.schema.least:
            few = self.tr("{title}: at least {least}, add {n} more.")
            return few.format(title=self._title, least=self.schema.least, n=self.schema.least - number)
        if self.schema.most is not None and number > self.schema.most:
            many = self.tr("{title}: {most} at most, take {n} off the list.")
            return many.format(title=self._title, most=self.schema.most, n=number - self.schema.most)
        return ""

    def bound(self, sheet: Sheet, selection: Selection) -> Bound:
        """All of the list, as things stand now."""
        parts = [bind_pick(self.schema.name, pick, sheet, selection) for pick in self.picks]

        def read() -> list[Media]:
            values = []
            for part in parts:
                value = part.read()
                values += value if isinstance(value, list) else [] if value is None else [value]
            return values

        where = next((part.where for part in parts if part.where != Where()), Where())
        return Bound(self.schema.name, read, where, tuple(one for part in parts for one in part.seen))

    def menu(self) -> QMenu:
        """All that can be added now."""
        menu, sheet = QMenu(self), self._session.project.sheet

        def offer(into: QMenu, title: str, pick: Pick) -> None:
            into.addAction(title.replace("&", "&&")).triggered.connect(lambda: self.add([pick]))

        for source, title in sources(self.schema):
            offer(menu, title, Pick(source, "", title))
        menu.addSeparator()
        if self.schema.kind == "image":
            layers = menu.addMenu(self.tr("Layers"))
            for layer in reversed(sheet.canvas.layers):
                offer(layers, layer.name, Pick(NAMED, layer.id, layer.name))
            layers.setEnabled(bool(sheet.canvas.layers))
        results = menu.addMenu(self.tr("Results"))
        for take in reversed(self._session.tray.takes):
            value = take.candidate.value if take.candidate is not None else None
            if isinstance(value, KINDS[self.schema.kind]):
                title = f"{take.number} · {take.title}"
                offer(results, title, Pick(RESULT, str(take.number), title, value))
        results.setEnabled(not results.isEmpty())
        menu.addAction(self.tr("Files…")).triggered.connect(self._ask_files)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))

    def _ask_files(self) -> None:
        dialog = file_dialog(self, self.schema.kind, many=True)
        dialog.filesSelected.connect(lambda names: self.take_files([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _step(self, to: int) -> None:
        if rows := self.view.rows():
            start = rows[0] if to < 0 else rows[-1]
            self.move_to(rows, min(max(start + to, 0), len(self.picks)))
            self.view.setFocus()

    def _set(self, picks: list[Pick]) -> None:
        self.picks = picks
        self.refresh(self._session.project.sheet, self._session.selection)
        self.changed.emit()

    def _show(self) -> None:
        sheet = self._session.project.sheet
        shown = []
        for pick in self.picks:
            gone = self.tr("This layer is gone.") if is_gone(pick, sheet) else self._small.problem(pick)
            tip = gone or (pick.at if pick.source == FILE else pick.name)
            shown.append(Shown(pick.name, tip, self._small.of(pick), bool(gone)))
        self.view.show_all(shown)
        least, most, number = self.schema.least, self.schema.most, len(self.picks)
        words = self.tr("{n} of {most}").format(n=number, most=most) if most is not None else str(number)
        self.count.setText(words if number or not least else self.tr("{least} or more").format(least=least))
        self._show_buttons()
        self.pictures_changed.emit()

    def _show_buttons(self) -> None:
        rows = self.view.rows()
        self.remove_button.setEnabled(bool(rows))
        self.earlier_button.setEnabled(bool(rows) and rows[0] > 0)
        self.later_button.setEnabled(bool(rows) and rows[-1] < len(self.picks) - 1)
