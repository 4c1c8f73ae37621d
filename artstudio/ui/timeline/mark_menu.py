"""The ruler's menu: set tempo, metre and key from a tick on, and take marks away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QWidget

from artstudio.sdk import Key, Metre, Tempo
from artstudio.ui.timeline import map_edits
from artstudio.ui.timeline.fields import TempoField
from artstudio.ui.timeline.pitches import MAJOR_KEYS, MINOR_KEYS, key_title
from artstudio.ui.timeline.ruler import mark_title
from artstudio.ui.timeline.transport_bar import COMMON_METRES

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.documents.music import Music
    from artstudio.ui.session import Session
    from artstudio.ui.timeline.map_edits import Mark


class TempoPopup(QFrame):
    """A field for a tempo that closes by itself."""

    def __init__(self, parent: QWidget, bpm: float, chosen: Callable[[float], object]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", True)
        self.field = TempoField()
        self.field.setValue(bpm)
        self._chosen = chosen
        row = QHBoxLayout(self)
        row.addWidget(QLabel(self.tr("Tempo ♩ =")))
        row.addWidget(self.field)
        self.field.lineEdit().returnPressed.connect(self._choose)

    def open_at(self, at: QPointF) -> None:
        self.move(at.toPoint())
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def _choose(self) -> None:
        self.field.interpretText()
        self._chosen(self.field.value())
        self.close()


class MapEditor(QObject):
    """Edits the maps from the ruler and the transport bar."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._widget = parent
        self._run = ""

    @property
    def _music(self) -> Music:
        return self._session.project.sheet.music

    # --------------------------------------------------------------------------------- what holds at a tick

    def set_tempo(self, tick: float, bpm: float) -> None:
        """Change the tempo that holds at `tick`, where it begins. Changes in a row merge."""
        held = map_edits.holding(self._music.tempos, tick)
        mark = map_edits.tempo(held.tick if held else 0, bpm)
        if held != mark:
            edit = map_edits.placed(self._music, self.tr("Tempo"), mark)
            self._session.do(edit, merge=self._run == "tempo")
            self._run = "tempo"

    def end_run(self) -> None:
        """The next change of tempo is a step of its own."""
        self._run = ""

    def set_metre(self, tick: float, numerator: int, denominator: int) -> None:
        held = map_edits.holding(self._music.metres, tick)
        self._place(Metre(held.tick if held else 0, numerator, denominator))

    def set_key(self, tick: float, name: str) -> None:
        held = map_edits.holding(self._music.keys, tick)
        self._place(Key(held.tick if held else 0, name))

    # ------------------------------------------------------------------------------------------------- marks

    def open_mark(self, mark: Mark, at: QPointF) -> None:
        """Let the artist change a mark."""
        if isinstance(mark, Tempo):
            self._ask_tempo(mark.tick, mark.bpm, at)
        else:
            self._popup(self._choices(mark.tick, type(mark)), at)

    def show_menu(self, tick: int, mark: Mark | None, at: QPointF) -> None:
        """What can be set from `tick` on."""
        menu = QMenu(self._widget)
        bpm = self._music.clock().bpm(tick)
        menu.addAction(self.tr("Tempo from Here…"), lambda: self._ask_tempo(tick, bpm, at))
        for kind, title in ((Metre, self.tr("Metre from Here")), (Key, self.tr("Key from Here"))):
            submenu = self._choices(tick, kind)
            submenu.setTitle(title)
            menu.addMenu(submenu)
        if mark is not None:
            menu.addSeparator()
            title = self.tr("Remove {mark}").format(mark=mark_title(mark))
            menu.addAction(title, lambda: self._remove(mark))
        self._popup(menu, at)

    def _ask_tempo(self, tick: int, bpm: float, at: QPointF) -> None:
        popup = TempoPopup(self._widget, bpm, lambda chosen: self._place(map_edits.tempo(tick, chosen)))
        popup.open_at(at)

    def _choices(self, tick: int, kind: type[Mark]) -> QMenu:
        menu = QMenu(self._widget)
        if kind is Metre:
            for numerator, denominator in COMMON_METRES:
                mark = Metre(tick, numerator, denominator)
                menu.addAction(mark_title(mark), partial(self._place, mark))
            return menu
        for title, keys in ((self.tr("Major"), MAJOR_KEYS), (self.tr("Minor"), MINOR_KEYS)):
            submenu = menu.addMenu(title)
            for key in keys:
                submenu.addAction(key_title(key), partial(self._place, Key(tick, key)))
        return menu

    def _popup(self, menu: QMenu, at: QPointF) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at.toPoint())

    def _label(self, mark: Mark) -> str:
        if isinstance(mark, Tempo):
            return self.tr("Tempo")
        return self.tr("Metre") if isinstance(mark, Metre) else self.tr("Key")

    def _place(self, mark: Mark) -> None:
        self._run = ""
        self._session.do(map_edits.placed(self._music, self._label(mark), mark))

    def _remove(self, mark: Mark) -> None:
        self._session.do(map_edits.removed(self._music, self._label(mark), mark))
