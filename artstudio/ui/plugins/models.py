"""The models of a plugin with their cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from artstudio.ui import languages, theme
from artstudio.ui.plugins.pages import Page
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from artstudio.host.models import Model
    from artstudio.ui.plugins.roster import Entry
    from artstudio.ui.session import Session

_ROLE = Qt.ItemDataRole.UserRole


class ModelsPage(QWidget):
    """Starters first, then the artist's own. Cards are strangers' words: nothing that they name is loaded."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._asked = 0
        self.box = QComboBox()
        self.box.setAccessibleName(self.tr("Model"))
        self.box.setToolTip(self.tr("Model"))
        self.box.currentIndexChanged.connect(lambda _index: self._show_card())
        self.card = Page(self.tr("Model card"))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(theme.GAP_PX)
        column.addWidget(self.box)
        column.addWidget(self.card, 1)

    def show_entry(self, entry: Entry) -> None:
        """Show a plugin."""
        models = self._session.catalog.models.get(entry.id, [])
        if models and [self.box.itemData(row, _ROLE) for row in range(self.box.count())] == models:
            return
        self.box.blockSignals(True)
        self.box.clear()
        for model in models:
            origin = self.tr("came along") if model.starter else self.tr("your own")
            self.box.addItem(f"{model.title} ({origin})", model)
        self.box.blockSignals(False)
        self.box.setVisible(bool(models))
        self._show_card()

    def _show_card(self) -> None:
        model: Model | None = self.box.currentData(_ROLE)
        self._asked += 1
        number = self._asked
        if model is None:
            self.card.setMarkdown(self.tr("*This plugin has no models.*"))
            return

        def show(card: str) -> None:
            if number == self._asked:
                self.card.setMarkdown(card or self.tr("*This model has no card.*"))

        language = languages.current()
        in_background(self, "model card", lambda: model.card(language), show, self._session.failed.emit)
