"""The window's language: which there are, which is in force, and changing it while the window is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from artstudio.base.paths import resources
from artstudio.ui.phrases import Phrases
from artstudio.ui.theme import CHINESE_FONTS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtCore import QObject

ENGLISH: Final = "en"
_PREFIX: Final = "artstudio_"
_NAME: Final = "language"  # of the translators, to find them again


def available() -> list[tuple[str, str]]:
    """Every language as its code and its own name: ("en", "English"), ("zh_CN", "简体中文")."""
    codes = sorted(path.stem.removeprefix(_PREFIX) for path in _folder().glob(f"{_PREFIX}*.qm"))
    return [(ENGLISH, "English"), *((code, _own_name(code)) for code in codes)]


def resolved(code: str) -> str:
    """The language that a setting means: the system's for "auto" or "", where there is a translation."""
    known = [name for name, _ in available()]
    if code in known:
        return code
    for wanted in QLocale.system().uiLanguages():
        # "zh-Hans-CN", "zh-CN", "zh": the same language in the same script will do
        locale = QLocale(wanted)
        for name in known:
            of = QLocale(name)
            if (of.language(), of.script()) == (locale.language(), locale.script()):
                return name
        if locale.language() == QLocale.Language.English:
            return ENGLISH
    return ENGLISH


def apply(app: QCoreApplication, code: str) -> str:
    """Let everything be said in the language of `code` from now on, and numbers be written as is its custom.

    Returns the language in force. What is on the screen is told by `QEvent.LanguageChange`.
    """
    language = resolved(code)
    system = QLocale.system()
    meant = QLocale(language)
    # one's own country's dates and digits, where it speaks this language
    QLocale.setDefault(system if system.language() == meant.language() or code in ("", "auto") else meant)
    before = _translators(app)
    made: list[QTranslator] = []
    if language != ENGLISH:
        phrases = Phrases(app)
        phrases.read(_folder() / f"phrases_{language}.json")
        made = [phrases]
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for file in (f"{qt}/qtbase_{language}.qm", str(_folder() / f"{_PREFIX}{language}.qm")):
            translator = QTranslator(app)
            if translator.load(file):
                made.append(translator)
    for translator in before:
        app.removeTranslator(translator)
        translator.setParent(None)
        translator.deleteLater()
    for translator in made:
        translator.setObjectName(_NAME)
        app.installTranslator(translator)
    app.setProperty(_NAME, language)
    if isinstance(app, QApplication):
        _put_font_first(app, chinese=language.startswith("zh"))
    return language


def current(app: QCoreApplication | None = None) -> str:
    """The language in force."""
    app = app or QCoreApplication.instance()
    return str((app.property(_NAME) if app is not None else None) or ENGLISH)


def teach(app: QObject, words: Mapping[str, str]) -> None:
    """Add what plugins say in the language in force."""
    for phrases in app.findChildren(Phrases, _NAME):
        phrases.learn(words)


def missing_font(language: str) -> str:
    """A sentence that says how to get a font for `language`; "" where there is one, as for English."""
    if language != "zh_CN" or QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return ""
    # in English too: without a font nothing else can be read
    return (
        "No font for Chinese is installed / 没有安装中文字体: install fonts-noto-cjk (Debian, Ubuntu), "
        "google-noto-sans-cjk-fonts (Fedora), or on macOS and Windows a font for Simplified Chinese in the "
        "system's settings."
    )


def _put_font_first(app: QApplication, *, chinese: bool) -> None:
    """Let lines be as high as what is written: the first font decides that, not the one drawn with."""
    font = app.font()
    families = [name for name in font.families() if name not in CHINESE_FONTS]
    there = set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)) if chinese else set()
    first = [name for name in CHINESE_FONTS if name in there]
    font.setFamilies([*first[:1], *families, *(name for name in CHINESE_FONTS if name not in first[:1])])
    if font.families() != app.font().families():
        app.setFont(font)


def _translators(app: QObject) -> list[QTranslator]:
    return [one for one in app.findChildren(QTranslator) if one.objectName() == _NAME]


def _own_name(code: str) -> str:
    name = QLocale(code).nativeLanguageName() or code
    return name[:1].upper() + name[1:]


def _folder() -> Path:
    return resources() / "translations"
