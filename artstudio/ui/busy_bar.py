"""A bar for work whose end is not in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artstudio.ui import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QProgressBar


def show_busy(bar: QProgressBar) -> None:
    """Let `bar` run to and fro, or stand empty where less motion was asked for."""
    bar.setRange(0, 1 if theme.reduced_motion else 0)
    bar.setValue(0)
