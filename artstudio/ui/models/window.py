"""The models window: starter and own models with their cards; rename, delete, choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from artstudio.media.formats import read
from artstudio.sdk.errors import StudioError
from artstudio.ui import languages, theme
from artstudio.ui.dialogs import ask
from artstudio.ui.models.card_view import CardView
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from artstudio.host.models import Model
    from artstudio.sdk import Media
    from artstudio.ui.session import Session

LIST_PX = 240
MOST_SAMPLES = 8


class ModelsWindow(QDialog):
    """Not modal; made once and hidden when closed."""

    use_wanted = Signal(object)  # Model
    training_wanted = Signal(str)  # plugin id

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._catalog = session.catalog
        self.setWindowTitle(self.tr("Models"))
        self.resize(820, 560)
        self.plugin = QComboBox()
        self.plugin.setAccessibleName(self.tr("Plugin"))
        self.plugin.setToolTip(self.tr("Plugin"))
        self.plugin.activated.connect(lambda _index: self._show_list())
        self.list = QListWidget()
        self.list.setIconSize(QSize(16, 16))
        self.list.setAccessibleName(self.tr("Models"))
        self.list.currentRowChanged.connect(lambda _row: self._show_card())
        self.list.itemActivated.connect(lambda _item: self._use())
        self._empty = QLabel(
            self.tr("This plugin has no models yet. Train one on your own work, or use a folder of yours.")
        )
        self._empty.setWordWrap(True)
        self._empty.setProperty("dim", True)
        self.train = QPushButton(theme.icon("school"), self.tr("Train a model…"))
        self.train.setAutoDefault(False)
        self.train.clicked.connect(lambda: self.training_wanted.emit(self.plugin_id))
        self.folder = QPushButton(theme.icon("folder-open-outline"), self.tr("Use a folder…"))
        self.folder.setAutoDefault(False)
        self.folder.setToolTip(self.tr("Use a model that lies in a folder of yours; it stays there as it is"))
        self.folder.clicked.connect(self._use_folder)
        self.starter = QPushButton(theme.icon("backup-restore"), self.tr("Back to the starter"))
        self.starter.setAutoDefault(False)
        self.starter.setToolTip(self.tr("Use the model again that came with the studio"))
        self.starter.clicked.connect(self._back_to_starter)
        self._asked = 0  # cards that were asked for so far
        self.card = CardView()
        self.card.use_wanted.connect(self._use)
        self.card.rename_wanted.connect(self._rename)
        self.card.delete_wanted.connect(self._delete)
        self.card.play_wanted.connect(session.audition.emit)

        left = QWidget()
        left.setFixedWidth(LIST_PX)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_PX)
        for widget in (self.plugin, self.list, self._empty, self.starter, self.folder, self.train):
            column.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(16)
        row.addWidget(left)
        row.addWidget(self.card, 1)
        self._catalog.changed.connect(self._show_catalog)
        self._show_catalog()

    @property
    def plugin_id(self) -> str:
        return str(self.plugin.currentData() or "")

    @property
    def chosen(self) -> Model | None:
        """The model whose card is shown."""
        row = self.list.currentRow()
        model: Model | None = self.list.item(row).data(Qt.ItemDataRole.UserRole) if row >= 0 else None
        return model

    def open_for(self, plugin_id: str) -> None:
        """Come to the front with the models of a plugin."""
        index = self.plugin.findData(plugin_id)
        if index >= 0 and index != self.plugin.currentIndex():
            self.plugin.setCurrentIndex(index)
            self._show_list()
        if not self._catalog.plugins and not self._catalog.loading:
            self._catalog.load()
        elif plugin_id:
            self._catalog.load_models(plugin_id)
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.card.begin_rename()
        elif event.key() == Qt.Key.Key_Delete:
            self.card.ask_delete()
        else:
            super().keyPressEvent(event)

    def _show_catalog(self) -> None:
        kept = self.plugin_id
        able = list(self._catalog.plugins)
        if [self.plugin.itemData(i) for i in range(self.plugin.count())] != able:
            self.plugin.clear()
            for plugin_id in able:
                self.plugin.addItem(self._catalog.plugins[plugin_id].manifest.title, plugin_id)
            self.plugin.setCurrentIndex(max(0, self.plugin.findData(kept)))
        self._show_list()

    def _show_list(self) -> None:
        models = self._catalog.models.get(self.plugin_id, [])
        listed = [self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())]
        if listed != models or not models:
            kept, row = self.chosen, self.list.currentRow()
            self.list.clear()
            for model in models:
                name, colour = ("star", theme.ACCENT_BRIGHT) if model.starter else ("account", theme.TEXT_DIM)
                name = "folder-outline" if model.elsewhere else name
                item = QListWidgetItem(theme.icon(name, colour), model.title)
                item.setData(Qt.ItemDataRole.UserRole, model)
                self.list.addItem(item)
            self.list.setCurrentRow(
                models.index(kept) if kept in models else min(max(row, 0), len(models) - 1)
            )
            self._show_card()
        self.list.setVisible(bool(models))
        self._empty.setVisible(not models)
        self.starter.setVisible(any(model.starter for model in models))
        schema = self._catalog.schemas.get(self.plugin_id)
        self.train.setVisible(schema is not None and bool(schema.trainings))

    def _show_card(self) -> None:
        model = self.chosen
        self.card.show_model(model, "")
        self._asked += 1
        number = self._asked
        if model is None:
            return

        def show(found: tuple[str, list[Media]]) -> None:
            if number == self._asked:  # an older answer would only take away what is shown by then
                self.card.show_model(model, found[0])
                self.card.show_samples(found[1])

        language = languages.current()

        def read() -> tuple[str, list[Media]]:
            return model.card(language), _samples(model.samples)

        in_background(self, "model card", read, show, self._fail)

    def _use(self) -> None:
        if self.chosen is not None:
            self.use_wanted.emit(self.chosen)
            words = self.tr("{name} is used from now on.")
            self._session.said.emit(words.format(name=self.chosen.title))

    def _use_folder(self) -> None:
        studio, plugin = self._session.studio, self._catalog.plugins.get(self.plugin_id)
        if studio is None or plugin is None:
            return
        folder = ask.ask_folder(self, self.tr("The folder of a model"))
        if folder is None:
            return

        def use(model: Model) -> None:
            self._catalog.add_model(model)
            self.list.setCurrentRow(self._catalog.models[model.plugin].index(model))
            self._use()

        in_background(self, "use folder", lambda: studio.shelf.use_folder(plugin, folder), use, self._fail)

    def _back_to_starter(self) -> None:
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole).starter:
                self.list.setCurrentRow(row)
                self._use()
                return

    def _rename(self, name: str) -> None:
        model, studio = self.chosen, self._session.studio
        if model is None or studio is None:
            return
        try:
            studio.shelf.rename(model, name)
        except (StudioError, OSError) as error:
            self._fail(error)
        else:
            self._catalog.load_models(model.plugin)

    def _delete(self) -> None:
        model, studio = self.chosen, self._session.studio
        if model is None or studio is None:
            return
        plugin_id = model.plugin

        def gone(_: None) -> None:
            self._catalog.load_models(plugin_id)

        in_background(self, "delete model", lambda: studio.shelf.delete(model), gone, self._fail)

    def _fail(self, error: Exception) -> None:
        self._session.failed.emit(error)
        self._show_card_name()

    def _show_card_name(self) -> None:
        if self.chosen is not None:
            self.card.name.setText(self.chosen.title)


def _samples(paths: list[Path]) -> list[Media]:
    """What can be read of them; a sample that cannot is only missing."""
    found: list[Media] = []
    for path in paths[:MOST_SAMPLES]:
        try:
            found.append(read(path))
        except StudioError:
            continue
    return found
