"""What the menus are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def menu_title(menu: str) -> str:
    """The translated title of one of `MENUS`, with its mnemonic."""
    tr = QCoreApplication.translate
    return {
        "file": tr("Menus", "&File"),
        "edit": tr("Menus", "&Edit"),
        "view": tr("Menus", "&View"),
        "image": tr("Menus", "&Image"),
        "layer": tr("Menus", "&Layer"),
        "canvas": tr("Menus", "&Canvas"),
        "select": tr("Menus", "&Select"),
        "music": tr("Menus", "&Music"),
        "text": tr("Menus", "&Text"),
        "models": tr("Menus", "Mo&dels"),
        "help": tr("Menus", "&Help"),
    }[menu]
