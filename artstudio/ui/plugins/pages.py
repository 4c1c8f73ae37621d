"""Pages of text with headings and tables, safe for the words of strangers."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QTextBrowser

from artstudio.ui import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QUrl


class Page(QTextBrowser):
    """Reads out text; follows no link and loads nothing, whatever the text asks for."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(10)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        return None


def heading(text: str) -> str:
    """A heading over what follows."""
    return f'<p style="margin: 14px 0 4px 0; color: {theme.TEXT_DIM};"><b>{escape(text)}</b></p>'


def title(text: str, below: str = "") -> str:
    """The top of a page, with a line below."""
    line = f'<p style="margin: 2px 0 6px 0;">{escape(below)}</p>' if below else ""
    return f'<p style="margin: 0; font-size: 15pt;"><b>{escape(text)}</b></p>{line}'


def rows(pairs: Iterable[tuple[str, str]]) -> str:
    """Names with what they are, in two columns; pairs without a value are left out."""
    lines = "".join(
        f'<tr><td style="color: {theme.TEXT_DIM}; padding: 1px 14px 1px 0; white-space: nowrap;">'
        f'{escape(name)}</td><td style="padding: 1px 0;">{escape(value)}</td></tr>'
        for name, value in pairs
        if value
    )
    return f'<table cellspacing="0" style="margin-top: 2px;">{lines}</table>' if lines else ""


def line(text: str, colour: str = "", dim: str = "") -> str:
    """One line, perhaps in a colour, with something less weighty below."""
    style = f"color: {colour};" if colour else ""
    more = f'<br><span style="color: {theme.TEXT_DIM};">{escape(dim)}</span>' if dim else ""
    return f'<p style="margin: 2px 0; {style}">{escape(text)}{more}</p>'
