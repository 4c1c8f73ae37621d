"""What the Text menu and the format bar offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog, QLineEdit

from artstudio.ui.actions import Action
from artstudio.ui.writing.clips import plain_of
from artstudio.ui.writing.format_bar import kind_titles

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from artstudio.documents.prose import Align, Kind
    from artstudio.ui.writing.find_bar import FindBar
    from artstudio.ui.writing.focus import Focus
    from artstudio.ui.writing.scribe import Scribe
    from artstudio.ui.writing.styling import Emphasis
    from artstudio.ui.writing.tint import Tint


class TextActions(QObject):
    """Verbs on what is selected in the editor."""

    def __init__(self, scribe: Scribe, find: FindBar, focus: Focus, tint: Tint, window: QWidget) -> None:
        super().__init__(window)
        self._scribe, self._find, self._focus, self._tint = scribe, find, focus, tint
        self._window = window

    def actions(self) -> list[Action]:
        """Everything but what is about passages and pictures."""
        return [*self.looks(), *self.paragraphs(), *self._others()]

    def looks(self) -> list[Action]:
        """What letters look like."""

        def emphasis(name: Emphasis, title: str, key: str, icon: str) -> Action:
            return Action(
                f"text.{name}", title, "text", lambda: self._scribe.emphasize(name), (key,),
                checked=lambda: bool(getattr(self._scribe.look, name)), icon=icon, group=1,
            )  # fmt: skip

        return [
            emphasis("bold", self.tr("&Bold"), "Ctrl+B", "format-bold"),
            emphasis("italic", self.tr("&Italic"), "Ctrl+I", "format-italic"),
            emphasis("underline", self.tr("&Underline"), "Ctrl+U", "format-underline"),
            emphasis("strike", self.tr("&Strike out"), "Ctrl+Shift+X", "format-strikethrough"),
            emphasis("code", self.tr("C&ode"), "Ctrl+Shift+K", "code-tags"),
            Action("text.link", self.tr("Lin&k…"), "text", self.ask_link, ("Ctrl+K",),
                   checked=lambda: bool(self._scribe.look.link), icon="link-variant", group=1),
            Action("text.clear", self.tr("Clear &formatting"), "text", self._scribe.clear_looks, ("Ctrl+\\",),
                   icon="format-clear", group=1),
        ]  # fmt: skip

    def paragraphs(self) -> list[Action]:
        """What paragraphs are."""
        titles = kind_titles()

        def kind(name: Kind, key: str, icon: str) -> Action:
            return Action(
                f"text.{name}", titles[name], "text", lambda: self._scribe.set_kind(name, titles[name]),
                (key,) if key else (), checked=lambda: self._scribe.style.kind == name, icon=icon, group=2,
            )  # fmt: skip

        def align(name: Align, title: str, icon: str) -> Action:
            return Action(
                f"text.align_{name}", title, "text", lambda: self._scribe.align(name),
                checked=lambda: self._scribe.style.align == name, icon=icon, group=2,
            )  # fmt: skip

        def more() -> list[Action]:
            return [
                align("left", self.tr("&Flush"), "format-align-left"),
                align("center", self.tr("&Centred"), "format-align-center"),
                align("right", self.tr("&Opposite"), "format-align-right"),
                align("justify", self.tr("&Justified"), "format-align-justify"),
            ]

        return [
            kind("body", "Ctrl+Alt+0", "format-paragraph"),
            kind("heading1", "Ctrl+Alt+1", "format-header-1"),
            kind("heading2", "Ctrl+Alt+2", "format-header-2"),
            kind("heading3", "Ctrl+Alt+3", "format-header-3"),
            kind("bullet", "Ctrl+Shift+8", "format-list-bulleted"),
            kind("numbered", "Ctrl+Shift+7", "format-list-numbered"),
            kind("quote", "Ctrl+Shift+9", "format-quote-open"),
            kind("verse", "Ctrl+Alt+V", "feather"),
            Action("text.align", self.tr("&Align"), "text", lambda: None, entries=more, group=2),
        ]

    def _others(self) -> list[Action]:
        def entry(
            name: str, title: str, call: Callable[[], object], *keys: str, icon: str = "", group: int = 4,
            checked: Callable[[], bool] | None = None,
        ) -> Action:  # fmt: skip
            return Action(f"text.{name}", title, "text", call, keys, checked=checked, icon=icon, group=group)

        return [
            entry("paste_plain", self.tr("Paste as plain te&xt"), self.paste_plain, "Ctrl+Shift+V", group=3),
            entry("find", self.tr("&Find…"), self._find.ask, "Ctrl+F", icon="magnify"),
            entry("replace", self.tr("R&eplace…"), lambda: self._find.ask(replacing=True), "Ctrl+H",
                  icon="find-replace"),
            entry("find_next", self.tr("Find ne&xt"), self._find.next, "F3"),
            entry("find_previous", self.tr("Find pre&vious"), self._find.previous, "Shift+F3"),
            entry("tint", self.tr("Show where text is fro&m"), self._tint.toggle,
                  icon="format-color-highlight", group=5, checked=lambda: self._tint.on),
            entry("focus", self.tr("Foc&us"), self._focus.toggle, "Shift+F11", icon="fullscreen", group=5,
                  checked=lambda: self._focus.on),
        ]  # fmt: skip

    def paste_plain(self) -> None:
        """The clipboard's text, without looks."""
        prose = plain_of(QGuiApplication.clipboard().mimeData())
        if prose is not None:
            self._scribe.put(self.tr("Paste"), prose)

    def ask_link(self) -> None:
        """Where what is selected shall lead."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(self.tr("Link"))
        dialog.setLabelText(self.tr("Address; empty for none:"))
        dialog.setTextEchoMode(QLineEdit.EchoMode.Normal)
        dialog.setTextValue(self._scribe.look.link)
        dialog.textValueSelected.connect(lambda address: self._scribe.link(address.strip()))
        dialog.open()
