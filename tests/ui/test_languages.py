"""The window in Chinese and back, while it is open."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QMetaMethod, QObject, QPointF, Qt
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from artstudio.base.paths import Folders, builtin_plugins
from artstudio.base.settings import Settings
from artstudio.documents.edits import Put
from artstudio.documents.writing import Passage
from artstudio.engine.job import Job, Outcome
from artstudio.sdk.errors import BadFile, StudioError
from artstudio.sdk.events import Event, Notice
from artstudio.studio.studio import Studio
from artstudio.studio.training import TrainingPlan, TrainingRun
from artstudio.ui import languages
from artstudio.ui.app import App
from artstudio.ui.canvas.pane import CanvasPane
from artstudio.ui.library.pane import LibraryPane
from artstudio.ui.panel.inputs import InputRow
from artstudio.ui.panel.pane import PanelPane
from artstudio.ui.phrases import phrase
from artstudio.ui.qthreads import start_qthread
from artstudio.ui.retranslation import Retranslation
from artstudio.ui.timeline.grid import Division
from artstudio.ui.timeline.pane import TimelinePane
from artstudio.ui.timeline.view import Loop, Tool
from artstudio.ui.training.courses import Course
from artstudio.ui.words import sentence
from artstudio.ui.writing.pane import WritingPane
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


def test_tools_their_options_and_the_view_of_the_canvas_stay_as_they_were(window: App, qtbot: QtBot) -> None:
    canvas, session = window.window.panes["canvas"], window.session
    assert isinstance(canvas, CanvasPane)
    canvas.settings.set(radius_px=77.0)
    canvas.tool("fill").tolerance = 99  # type: ignore[attr-defined]
    canvas.bench.choosing.feather_px = 7
    canvas.choose_tool("wand")
    canvas.view.set_mirrored(True)
    canvas.view.set_zoom(3.0)
    corner = canvas.view.to_widget(QPointF(0, 0))
    sheet = session.project.sheet
    speak(window, qtbot, "zh_CN")
    new = window.window.panes["canvas"]
    assert isinstance(new, CanvasPane)
    assert (new.tool_id, new.settings.brush.radius_px, new.view.mirrored) == ("wand", 77.0, True)
    assert (new.tool("fill").tolerance, new.bench.choosing.feather_px) == (99, 7)  # type: ignore[attr-defined]
    assert (new.view.zoom, new.view.to_widget(QPointF(0, 0))) == (3.0, corner)
    assert session.project.sheet is sheet


def test_a_canvas_that_fits_its_room_still_does(window: App, qtbot: QtBot) -> None:
    speak(window, qtbot, "zh_CN")
    canvas = window.window.panes["canvas"]
    assert isinstance(canvas, CanvasPane)
    before = canvas.view.zoom
    window.window.resize(window.window.width() + 200, window.window.height() + 200)
    qtbot.waitUntil(lambda: canvas.view.zoom > before, timeout=WAIT_MS)


def test_the_timeline_keeps_its_tool_its_zoom_and_its_place(window: App, qtbot: QtBot) -> None:
    window.desks.use("compose")
    pane = window.window.panes["timeline"]
    assert isinstance(pane, TimelinePane)
    qtbot.waitUntil(pane.isVisible, timeout=WAIT_MS)
    pane.view.set_tool(Tool.ERASER)
    pane.view.set_division(Division(4))
    pane.view.set_loop(Loop(960, 1920, True))
    pane.view.time.zoom(2.5, 100)
    pane.view.time.scroll_to(300.0)
    pane.view.pitch.zoom(1.5, 50)
    pane.seek(1200)
    pane.player.set_volume(0.25)
    standing = [axis.standing() for axis in (pane.view.time, pane.view.overview, pane.view.pitch)]
    speak(window, qtbot, "zh_CN")
    new = window.window.panes["timeline"]
    assert isinstance(new, TimelinePane)
    qtbot.waitUntil(new.isVisible, timeout=WAIT_MS)
    view = new.view
    assert [axis.standing() for axis in (view.time, view.overview, view.pitch)] == standing
    assert (view.tool, view.division, view.loop) == (Tool.ERASER, Division(4), Loop(960, 1920, True))
    assert (round(view.playhead_tick), new.player.transport.volume) == (1200, 0.25)


def test_the_panel_keeps_its_action_its_values_and_its_file(
    window: App, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = window.window.panes["models"]
    assert isinstance(panel, PanelPane)
    panel.choose("gan-painter", "vary")
    picture, row = tmp_path / "a.png", panel.body.inputs[0]
    assert isinstance(row, InputRow)
    row.take_files([picture], "a picture")
    panel.body.alternatives.set_value(3)
    speak(window, qtbot, "zh_CN")
    new = window.window.panes["models"]
    assert isinstance(new, PanelPane)
    assert new.shown is not None
    assert (new.shown[0], new.shown[1].name, new.shown[1].title) == ("gan-painter", "vary", "变体")
    kept = new.body.inputs[0]
    assert isinstance(kept, InputRow)
    assert (kept.chosen, new.body.alternatives.value()) == (([picture], "a picture"), 3)


def test_the_text_stays_where_it_was_scrolled_to(window: App, qtbot: QtBot) -> None:
    window.desks.use("write")
    session = window.session
    session.do(Put("Write", "passage", "p1", Passage.plain("p1", "Page", "a line\n" * 500)))
    session.select(passage_id="p1", cursor=9, anchor=9)
    pane = window.window.panes["text"]
    assert isinstance(pane, WritingPane)
    bar = pane.editor.verticalScrollBar()
    qtbot.waitUntil(lambda: pane.isVisible() and bar.maximum() > 2000, timeout=WAIT_MS)
    bar.setValue(1500)
    pane.tint.toggle()
    speak(window, qtbot, "zh_CN")
    new = window.window.panes["text"]
    assert isinstance(new, WritingPane)
    qtbot.waitUntil(lambda: new.editor.verticalScrollBar().value() == 1500, timeout=WAIT_MS)
    assert new.tint.on
    assert new.tint_button.isChecked()
    assert (session.selection.passage_id, session.selection.cursor) == ("p1", 9)


def test_the_library_looks_for_the_same(window: App, qtbot: QtBot) -> None:
    pane = window.window.panes["library"]
    assert isinstance(pane, LibraryPane)
    pane.search.setText("dusk")
    pane.filters.set(stars=3)
    speak(window, qtbot, "zh_CN")
    new = window.window.panes["library"]
    assert isinstance(new, LibraryPane)
    assert (new.search.text(), new.filters.query.stars, len(new.filters.chips())) == ("dusk", 3, 1)


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


def gated(window: App, gate: threading.Event) -> Job:
    def work(_control: object) -> Iterator[Event]:
        gate.wait(30)
        yield Notice("made")

    return window.studio.queue.submit("work", work, lane="x", listener=window.session.feed.listener)


def test_a_running_job_goes_on_and_is_not_waited_for(window: App, qtbot: QtBot) -> None:
    gate, heard = threading.Event(), []
    window.session.feed.reported.connect(lambda _job, event: heard.append(event))
    job = gated(window, gate)
    speak(window, qtbot, "zh_CN")
    assert job.outcome is None
    gate.set()
    qtbot.waitUntil(lambda: job.outcome is Outcome.DONE, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: Notice("made") in heard, timeout=WAIT_MS)


def test_a_training_goes_on_and_is_seen_again(window: App, qtbot: QtBot, tmp_path: Path) -> None:
    gate = threading.Event()
    courses = window.session.courses
    plan = TrainingPlan("gan-painter", (), "Mine")
    courses.courses.append(Course(TrainingRun(plan, tmp_path), gated(window, gate)))
    speak(window, qtbot, "zh_CN")
    panel = window.window.panes["models"]
    assert isinstance(panel, PanelPane)
    panel.open_training()
    assert panel._training is not None
    assert [panel._training.list.item(0).text()[:4], panel._training.list.count()] == ["Mine", 1]
    gate.set()
    courses.courses.clear()


def test_a_job_whose_result_a_pane_takes_is_waited_for_by_name(window: App, qtbot: QtBot) -> None:
    gate = threading.Event()
    rebuilt: list[bool] = []
    said: list[str] = []
    waiting = Retranslation(window.session, window.window, lambda: rebuilt.append(True))
    window.session.said.connect(said.append)
    window.session.feed.wait_for(gated(window, gate))
    waiting.begin()
    assert not rebuilt
    assert said == ["The panes change their language when this has ended: work."]
    gate.set()
    qtbot.waitUntil(lambda: bool(rebuilt), timeout=WAIT_MS)


def test_the_starters_cards_are_chinese_and_say_the_same(studio: Studio) -> None:
    starters = [one for plugin in studio.host.plugins() for one in studio.shelf.models(plugin) if one.starter]  # type: ignore[arg-type]
    assert len(starters) == 4
    for model in starters:
        english, chinese = model.card(), model.card("zh_CN")
        assert english != chinese
        assert all(CHINESE.search(line) for line in chinese.splitlines() if line.startswith("#"))
        faults = [card.rpartition(title)[2].partition("\n## ")[0].count("\n- ") for card, title in (
            (english, "## Known faults"), (chinese, "## 已知缺陷")
        )]  # fmt: skip
        assert faults[0] == faults[1] > 4
        figures = re.findall(r"\d+\.\d+", chinese)
        assert [one for one in figures if one not in english] == []
        assert model.card("xx") == english
