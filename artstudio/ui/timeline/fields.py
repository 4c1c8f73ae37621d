"""Fields to type in that keep their keys to themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLineEdit, QWidget
from shiboken6 import isValid

from artstudio.ui.timeline.map_edits import MAX_BPM, MIN_BPM

_OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Home, Qt.Key.Key_Delete)


class _KeepsKeys(QObject):
    """Tells Qt that a key typed into a field is no shortcut: Enter ends the typing, not the music."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        own = event.key() in _OWN_KEYS
        if own:
            event.accept()
        return own


def keep_keys(field: QWidget) -> None:
    """Let `field` have the keys that end typing, which a plain line edit leaves to shortcuts."""
    field.installEventFilter(_KeepsKeys(field))


class TempoField(QDoubleSpinBox):
    """Quarter notes a minute."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(MIN_BPM, MAX_BPM)
        self.setDecimals(1)
        self.setPrefix("♩ ")
        self.setKeyboardTracking(False)
        self.setAccessibleName(self.tr("Tempo"))
        keep_keys(self)


class NameField(QLineEdit):
    """A label that becomes a field on demand; Esc gives the old text back."""

    def __init__(self) -> None:
        super().__init__()
        self._before = ""
        self._came_from: QWidget | None = None
        self.setAccessibleName(self.tr("Name"))
        self.setFrame(False)
        self.setMaxLength(200)
        keep_keys(self)
        self.rest()
        self.editingFinished.connect(self.rest)

    def rest(self) -> None:
        """Be a label again."""
        self.setReadOnly(True)
        self.deselect()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setStyleSheet(
            "QLineEdit { background: transparent; border: none; font-weight: 600; padding: 0; }"
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def edit(self) -> None:
        """Let the artist type."""
        self._before, self._came_from = self.text(), QApplication.focusWidget()
        self.setReadOnly(False)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.setStyleSheet("")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._before)
            self._leave()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._leave()

    def _leave(self) -> None:
        """Give the keys back to what had them before."""
        self.clearFocus()
        if QApplication.focusWidget() is None and self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus()
