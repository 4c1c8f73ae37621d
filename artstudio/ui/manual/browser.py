"""Shows a page of the manual in the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QImageReader, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from artstudio.studio.manual.pages import PAGES
from artstudio.ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from artstudio.studio.manual.pages import Manual, Page
    from artstudio.studio.manual.rendering import Window

_MARGIN_PX: Final = 22
_SETTLE_MS: Final = 60
_SCHEME: Final = "manual:/en/"  # pages lie beside each other, images one up, as in the folder


class ManualBrowser(QTextBrowser):
    """Pages by name; remembers where one was, for back and forward."""

    command_wanted = Signal(str)  # "action:ID" or "pane:ID"
    page_shown = Signal(str, str)  # its name and the anchor asked for

    def __init__(self, manual: Manual, window: Window, key_tables: Callable[[], str]) -> None:
        super().__init__()
        self._manual, self._window, self._key_tables = manual, window, key_tables
        self._shown_px = 0
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Manual"))
        self.setProperty("page", "true")
        self.document().setDocumentMargin(_MARGIN_PX)
        self.anchorClicked.connect(self._follow)
        self.sourceChanged.connect(lambda url: self.page_shown.emit(self._name(url), url.fragment()))
        theme.changes.changed.connect(self.show_anew)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._fit_images)

    @property
    def page(self) -> str:
        """The name of the page shown, "" before the first."""
        return self._name(self.source())

    def use(self, manual: Manual) -> None:
        """Take the pages of another language."""
        self._manual = manual
        self.show_anew()

    def show_page(self, name: str, anchor: str = "") -> None:
        """Turn to a page, at the heading with that anchor."""
        url = QUrl(f"{_SCHEME}{name}.md")
        if anchor:
            url.setFragment(anchor)
        if url == self.source():
            self.scrollToAnchor(anchor) if anchor else self.verticalScrollBar().setValue(0)
        else:
            self.setSource(url, QTextDocument.ResourceType.HtmlResource)

    def show_anew(self) -> None:
        """Draw the page once more, with keys, names and colours as they are now; the place stays."""
        if self.page:
            at = self.verticalScrollBar().value()
            self.document().setDefaultStyleSheet(_style())
            self.setHtml(self._html(self._manual.pages[self.page]))
            self.verticalScrollBar().setValue(at)

    def find_words(self, words: str, *, backward: bool = False) -> bool:
        """Mark the next place where `words` stand, going round at the end; False where there is none."""
        flags = QTextDocument.FindFlag.FindBackward if backward else QTextDocument.FindFlag(0)
        if self.find(words, flags):
            return True
        before = self.textCursor()
        end = QTextCursor.MoveOperation.End if backward else QTextCursor.MoveOperation.Start
        self.moveCursor(end)
        if self.find(words, flags):
            return True
        self.setTextCursor(before)
        return False

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002  # Qt's signature
        url = QUrl(name)
        page = self._manual.pages.get(self._name(url))
        if page is not None:
            self.document().setDefaultStyleSheet(_style())
            return self._html(page)
        path = self._manual.folder / "images" / url.fileName()
        if path.is_file():
            reader = QImageReader(str(path))
            return reader.read()
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settling.start()

    def _fit_images(self) -> None:
        if self._room_px() != self._shown_px and self.page and "](../images/" in self._markdown():
            self.show_anew()

    def _markdown(self) -> str:
        return self._manual.pages[self.page].markdown

    def _room_px(self) -> int:
        return max(120, self.viewport().width() - 2 * _MARGIN_PX)

    def _html(self, page: Page) -> str:
        self._shown_px = self._room_px()
        keys = self._key_tables() if page.name == "shortcuts" else ""
        widths = {}
        for address in page.images:
            wide = (
                QImageReader(str(self._manual.folder / "images" / address.rpartition("/")[2])).size().width()
            )
            widths[address] = min(wide, self._shown_px)
        return f"<body>{page.html(self._window, keys, widths)}</body>"

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in ("action", "pane"):
            self.command_wanted.emit(url.toString())
        elif (name := self._name(url)) in PAGES:
            self.show_page(name, url.fragment())
        elif not url.path() and url.fragment():
            self.show_page(self.page, url.fragment())

    @staticmethod
    def _name(url: QUrl) -> str:
        return url.fileName().removesuffix(".md") if url.fileName().endswith(".md") else ""


def _style() -> str:
    """Qt's own dialect: few properties, and no borders but a table's."""
    return f"""
body {{ color: {theme.TEXT}; line-height: 135%; }}
h1 {{ font-size: 20pt; font-weight: 600; margin-top: 4px; margin-bottom: 10px; }}
h2 {{ font-size: 13pt; font-weight: 600; margin-top: 22px; margin-bottom: 6px;
    color: {theme.ACCENT_BRIGHT}; }}
h3 {{ font-size: 11pt; font-weight: 600; margin-top: 14px; margin-bottom: 4px; }}
p, li {{ font-size: 10.5pt; margin-top: 5px; margin-bottom: 5px; }}
a {{ color: {theme.ACCENT_BRIGHT}; text-decoration: none; }}
kbd {{ background-color: {theme.RAISED}; color: {theme.TEXT}; font-family: monospace; font-size: 9.5pt; }}
code {{ background-color: {theme.CODE_GROUND}; font-family: monospace; font-size: 9.5pt; }}
pre {{ background-color: {theme.CODE_GROUND}; font-family: monospace; font-size: 9.5pt; }}
.picture {{ line-height: 100%; }}
.command {{ font-weight: 600; }}
th {{ text-align: left; color: {theme.TEXT_DIM}; padding: 3px 18px 3px 0; }}
td {{ padding: 3px 18px 3px 0; font-size: 10.5pt; }}
"""
