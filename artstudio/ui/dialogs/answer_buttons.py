"""The two buttons under every dialog that asks for something: do it, or think better of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog


def answer_buttons(dialog: QDialog, do_it: str) -> QDialogButtonBox:
    """A row of buttons that accept (its title `do_it`, translated) and reject `dialog`."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    accept = buttons.button(QDialogButtonBox.StandardButton.Ok)
    accept.setText(do_it)
    accept.setProperty("primary", "true")
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
