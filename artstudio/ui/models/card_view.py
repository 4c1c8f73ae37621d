"""One model: its card, what it made, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from artstudio.ui import theme
from artstudio.ui.candidates.sample import SampleView
from artstudio.ui.question_bar import QuestionBar

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from artstudio.host.models import Model
    from artstudio.sdk import Media

SAMPLE_PX = QSize(160, 100)


class CardView(QWidget):
    """Shows a model. Names are changed in place; deleting asks first, in the same place."""

    use_wanted = Signal()
    rename_wanted = Signal(str)
    delete_wanted = Signal()
    play_wanted = Signal(object)  # Media

    def __init__(self) -> None:
        super().__init__()
        self._model: Model | None = None
        self.name = _Name()
        self.name.setAccessibleName(self.tr("Name of the model"))
        self.name.editingFinished.connect(self._rename)
        self._origin = QLabel()
        self._origin.setProperty("dim", True)
        self.text = QTextBrowser()
        self.text.setOpenExternalLinks(False)
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.tr("Model card"))
        self._samples = QHBoxLayout()
        self._samples.setContentsMargins(0, 0, 0, 0)
        self._samples.addStretch(1)
        strip = QWidget()
        strip.setLayout(self._samples)
        self._strip = QScrollArea()
        self._strip.setWidget(strip)
        self._strip.setWidgetResizable(True)
        self._strip.setFrameShape(QFrame.Shape.NoFrame)
        self._strip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._strip.setFixedHeight(SAMPLE_PX.height() + 14)
        self.use = QPushButton(theme.icon("check", theme.ON_ACCENT), self.tr("Use this model"))
        self.use.setProperty("primary", True)
        self.use.clicked.connect(self.use_wanted)
        self.rename = QPushButton(theme.icon("pencil"), self.tr("Rename"))
        self.rename.setToolTip(self.tr("Rename (F2)"))
        self.rename.clicked.connect(self.begin_rename)
        self.delete = QPushButton(theme.icon("delete-outline"), self.tr("Delete"))
        self.delete.setToolTip(self.tr("Delete (Delete)"))
        self.delete.clicked.connect(self.ask_delete)
        buttons = QHBoxLayout()
        for button in (self.use, self.rename, self.delete):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._buttons = QWidget()
        self._buttons.setLayout(buttons)
        buttons.setContentsMargins(0, 0, 0, 0)

        self._bar = QuestionBar(self.tr("Delete for good"), self.tr("Keep it"))
        self.really, self.keep = self._bar.really, self._bar.keep
        self.really.clicked.connect(self._delete)
        self.keep.clicked.connect(self._leave_question)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_PX)
        column.addWidget(self.name)
        column.addWidget(self._origin)
        column.addWidget(self.text, 1)
        column.addWidget(self._strip)
        column.addWidget(self._buttons)
        column.addWidget(self._bar)
        self.show_model(None, "")

    def show_model(self, model: Model | None, card: str) -> None:
        """Show a model with its card (Markdown)."""
        self._model = model
        own = model is not None and not model.starter
        self.name.setText(model.title if model is not None else "")
        self.name.set_editing(False)
        origin = self.tr("Your own, trained on this machine") if own else self.tr("Came with the studio")
        if model is not None and model.elsewhere:
            origin = str(model.folder)
        self._origin.setText(origin if model is not None else "")
        forget = model is not None and model.elsewhere
        self.delete.setText(self.tr("Take off the list") if forget else self.tr("Delete"))
        self.delete.setToolTip(
            self.tr("Take off the list (Delete)") if forget else self.tr("Delete (Delete)")
        )
        nothing = self.tr("*This model has no card.*") if model is not None else ""
        self.text.setMarkdown(card or nothing)
        for button in (self.rename, self.delete):
            button.setVisible(own)
        self.use.setEnabled(model is not None)
        self._leave_question()
        self.show_samples([])

    def show_samples(self, samples: list[Media]) -> None:
        """Show what the model made while it was trained."""
        while self._samples.count() > 1:
            item = self._samples.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, value in enumerate(samples):
            view = SampleView(SAMPLE_PX, value)
            view.play_wanted.connect(self.play_wanted)
            self._samples.insertWidget(place, view)
        self._strip.setVisible(bool(samples))

    def begin_rename(self) -> None:
        """Let the name be typed, if the model is the artist's own."""
        if self._model is not None and not self._model.starter:
            self.name.set_editing(True)
            self.name.setFocus()
            self.name.selectAll()

    def ask_delete(self) -> None:
        """Ask whether to delete an own model; one in a folder elsewhere only leaves the list, unasked."""
        if self._model is not None and self._model.elsewhere:
            self.delete_wanted.emit()
        elif self._model is not None and not self._model.starter:
            words = self.tr("Delete {name}? It cannot be brought back.")
            self._bar.question.setText(words.format(name=self._model.title))
            self._buttons.hide()
            self._bar.show()
            self.keep.setFocus()

    def _leave_question(self) -> None:
        self._bar.hide()
        self._buttons.show()

    def _delete(self) -> None:
        self._leave_question()
        self.delete_wanted.emit()

    def _rename(self) -> None:
        if self._model is None or self.name.isReadOnly():
            return
        self.name.set_editing(False)
        name = self.name.text().strip()
        if name and name != self._model.title:
            self.rename_wanted.emit(name)
        else:
            self.name.setText(self._model.title)


class _Name(QLineEdit):
    """A heading that becomes a field to type in; Escape leaves it as it was."""

    def __init__(self) -> None:
        super().__init__()
        self._before = ""
        self.set_editing(False)

    def set_editing(self, editing: bool) -> None:
        if editing:
            self._before = self.text()
        self.setReadOnly(not editing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if editing else Qt.FocusPolicy.NoFocus)
        quiet = "QLineEdit { background: transparent; border: none; padding: 3px 0; font-weight: 600; }"
        self.setStyleSheet("" if editing else quiet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.isReadOnly():
            self.setText(self._before)
            self.set_editing(False)
        else:
            super().keyPressEvent(event)
