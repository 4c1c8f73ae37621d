"""The window in Chinese and back, while it is open."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QMetaMethod, QObject, Qt
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from artstudio.base.paths import Folders, builtin_plugins
from artstudio.base.settings import Settings
from artstudio.sdk.errors import BadFile, StudioError
from artstudio.studio.studio import Studio
from artstudio.ui import languages
from artstudio.ui.app import App
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.phrases import phrase
from artstudio.ui.qthreads import start_qthread
from artstudio.ui.retranslation import Retranslation
from artstudio.ui.words import sentence
from tests.ui.shell_rig import WAIT_MS, end

CHINESE = re.compile(r"[\u4e00-\u9fff]")
# names that are the same everywhere, keys, units, keys of music, and what Qt calls its tab bars' arrows
NAMES = re.compile(
    r"^[\s\d\W]*("
    r"(Ctrl|Shift|Alt|Meta|Enter|Esc|Del|F\d+|Home|Space|Return|PgUp|PgDown|px|MiB|GiB|dpi|MIDI|PNG|LoRA|HD|Top|Min"
    r"|artstudio|SoundFont|[A-G][b#]?m?|[a-zA-Z])[\s\d\W]*)*$|^Scroll (Left|Right)$"
)
_READ = (
    "text", "title", "placeholderText", "toolTip", "accessibleName", "accessibleDescription", "windowTitle",
    "suffix", "statusTip", "whatsThis",
)  # fmt: skip


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    languages.apply(qapp, "en")
    yield
    languages.apply(qapp, "")


@pytest.fixture
def studio(qtbot: QtBot, home: Path) -> Studio:
    return Studio(
        Folders.under(home), Settings(language="en"), start_qthread, builtin=builtin_plugins(), packages=False
    )


@pytest.fixture
def window(qtbot: QtBot, studio: Studio) -> Iterator[App]:
    app = App(studio)
    app.window.show()
    qtbot.waitExposed(app.window)
    app.start()
    app.session.catalog.load()
    qtbot.waitUntil(lambda: _read(app), timeout=WAIT_MS)
    yield app
    end(app, qtbot)


def _read(app: App) -> bool:
    return not app.session.catalog.loading and len(app.session.catalog.schemas) == 4


def speak(app: App, qtbot: QtBot, code: str) -> None:
    app.studio.settings.language = code
    before = app.window.panes["models"]
    app.session.settings_changed.emit("language")
    qtbot.waitUntil(lambda: app.window.panes["models"] is not before and _read(app), timeout=WAIT_MS)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # what was deleted goes now


def texts(window: QWidget) -> set[str]:
    """All that can be read in the window, its menus, its lists and by a screen reader."""
    found: set[str] = set()
    for widget in (window, *window.findChildren(QWidget)):
        for name in _READ:
            value = getattr(widget, name, None)
            if name == "text" and widget.objectName() in {"name", "text"}:
                continue
            if callable(value) and type(value).__name__ == "builtin_function_or_method":
                found.add(str(value()))
        if isinstance(widget, QTabBar) and widget.isVisible():
            found |= {widget.tabText(i) for i in range(widget.count())}
        if isinstance(widget, QComboBox):
            found |= {widget.itemText(i) for i in range(widget.count())}
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for row in range(min(model.rowCount(), 50)):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                    found.add(str(model.index(row, 0).data(role) or ""))
    return found | {action.text() for action in window.findChildren(QAction)}


def listeners(app: App) -> dict[str, int]:
    """How many hear each signal of what lives as long as the session."""
    session, found = app.session, {}
    for sender in (session, session.feed, session.tray, session.catalog, session.colours, session.projector):
        kind = sender.metaObject()
        for i in range(kind.methodCount()):
            method = kind.method(i)
            if method.methodType() == QMetaMethod.MethodType.Signal:
                signature = bytes(method.methodSignature().data()).decode()
                found[f"{type(sender).__name__}.{signature}"] = sender.receivers(f"2{signature}")
    return found


def test_a_running_window_speaks_chinese_and_english_again(window: App, qtbot: QtBot) -> None:
    before, heard = texts(window.window), listeners(window)
    count = len(window.window.findChildren(QObject))
    assert not [text for text in before if CHINESE.search(text)]

    speak(window, qtbot, "zh_CN")
    english = [one for one in texts(window.window) if not CHINESE.search(one) and not NAMES.match(one)]
    assert not english
    assert {"文件(&F)", "图层", "保存(&S)"} <= texts(window.window)
    assert listeners(window) == heard

    speak(window, qtbot, "en")
    assert not [text for text in texts(window.window) if CHINESE.search(text)]
    assert listeners(window) == heard
    assert abs(len(window.window.findChildren(QObject)) - count) < 30  # nothing piles up


def test_tool_brush_action_and_work_stay_as_they_were(window: App, qtbot: QtBot) -> None:
    canvas, session = window.window.panes["canvas"], window.session
    assert isinstance(canvas, CanvasPane)
    canvas.settings.set(radius_px=77.0)
    canvas.choose_tool("wand")
    canvas.view.set_mirrored(True)
    sheet = session.project.sheet
    speak(window, qtbot, "zh_CN")
    new = window.window.panes["canvas"]
    assert isinstance(new, CanvasPane)
    assert (new.tool_id, new.settings.brush.radius_px, new.view.mirrored) == ("wand", 77.0, True)
    assert session.project.sheet is sheet


def test_plugins_speak_too(window: App, qtbot: QtBot) -> None:
    speak(window, qtbot, "zh_CN")
    catalog = window.session.catalog
    assert catalog.plugins["gan-painter"].manifest.title == "GAN 画师"
    compose = catalog.schemas["rnn-composer"].action("compose")
    assert compose.title == "作曲"
    assert compose.params["properties"]["tempo"]["unit"] == "拍/分"
    assert catalog.models["gan-painter"][0].title == "古典绘画"


def test_errors_are_sentences_in_chinese(qapp: QApplication) -> None:
    languages.apply(qapp, "zh_CN")
    assert (
        sentence(BadFile("{name} is empty: choose another file", name="a.png"))
        == "a.png 是空的：请选择其他文件。"
    )
    crash = StudioError(
        "{plugin} {what}; nothing else was touched, try again",
        plugin="画师", what="used 3.1 GiB of memory, the limit is 2.0 GiB",
    )  # fmt: skip
    assert sentence(crash) == "画师 使用了 3.1 GiB 内存，上限是 2.0 GiB；其他内容未受影响，请再试一次。"
    assert (
        phrase("The memory of cuda:0 is full: trying again on the CPU.")
        == "cuda:0 的内存已满：正在改用处理器重试。"
    )
    assert phrase("what nobody said") == "what nobody said"


def test_a_stranger_teaches_words_and_loses_them_with_the_language(qapp: QApplication) -> None:
    languages.apply(qapp, "zh_CN")
    languages.teach(qapp, {"left out {names}": "略过了 {names}"})
    assert phrase("left out a.mid") == "略过了 a.mid"
    languages.apply(qapp, "en")
    assert phrase("left out a.mid") == "left out a.mid"


def test_a_strangers_patterns_do_not_hold_the_window_up(qapp: QApplication) -> None:
    languages.apply(qapp, "zh_CN")
    many = " a ".join(f"{{v{i}}}" for i in range(40)) + " and an end"
    languages.teach(qapp, {many: many, "{a}{b}{c}{d} to the very end": "{a}{b}{c}{d}"})
    long = "a " * 900
    before = time.perf_counter()
    assert phrase(long) == long
    assert phrase("a " * 40_000).startswith("a ")
    assert time.perf_counter() - before < 2


def test_languages_name_themselves(qapp: QApplication) -> None:
    assert languages.available() == [("en", "English"), ("zh_CN", "简体中文")]
    assert languages.apply(qapp, "zh_CN") == languages.current() == "zh_CN"
    assert QLocale().language() == QLocale.Language.Chinese
    assert languages.resolved("xx") in {"en", "zh_CN"}


def test_a_missing_font_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda _system: [])
    assert "fonts-noto-cjk" in languages.missing_font("zh_CN")
    assert languages.missing_font("en") == ""
    monkeypatch.setattr(QFontDatabase, "families", lambda _system: ["Noto Sans CJK SC"])
    assert languages.missing_font("zh_CN") == ""


def test_running_jobs_are_waited_for(window: App, qtbot: QtBot) -> None:
    gate, rebuilt = threading.Event(), []

    def work(_control: object) -> Iterator[None]:
        gate.wait(30)
        yield from ()

    waiting = Retranslation(window.session, window.window, lambda: rebuilt.append(True))
    window.studio.queue.submit("work", work, lane="x", listener=lambda _job, _event: None)
    waiting._look()
    assert not rebuilt
    gate.set()
    qtbot.waitUntil(lambda: bool(rebuilt), timeout=WAIT_MS)
