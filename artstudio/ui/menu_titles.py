"""What menus and their entries are called, and how a key is written beside them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from artstudio.ui.actions import plain


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


def with_key(text: str, key: str) -> str:
    """`text` and behind it the key, as this system writes it; "" for none."""
    return f"{text} ({key})" if key else text


def without_signs(title: str) -> str:
    """A menu's title without its mnemonic ("&Save", "保存(&S)") and without a key behind a tabulator."""
    return plain(title.partition("\t")[0])
