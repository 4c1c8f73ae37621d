"""Plugins that come, change, fail and go while the window runs."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.documents.canvas import Layer
from artstudio.documents.edits import Put
from artstudio.documents.recipe import Recipe
from artstudio.documents.tiles import Tiles
from artstudio.engine.job import Control, Outcome
from artstudio.host.installing.store import Store
from artstudio.host.requests import RunRequest
from artstudio.sdk import Image, Output
from artstudio.studio.installing import installer
from artstudio.studio.studio import Studio
from artstudio.ui.app import App
from artstudio.ui.notices import Toast
from artstudio.ui.plugins.roster import Standing
from artstudio.ui.plugins.window import PluginsWindow
from artstudio.ui.qthreads import start_qthread
from tests.ui.plugins_rig import BLUR, actions_offered, install, listed, opened, panel, soft
from tests.ui.shell_rig import WAIT_MS, Make, end, offered

ACTIONS = Path("artstudio_soft") / "actions.py"


def watched(app: App, qtbot: QtBot) -> None:
    """Waits until the window knows what there is and watches it."""
    catalog = app.session.catalog
    qtbot.waitUntil(lambda: not catalog.loading and catalog.stamp is not None, timeout=WAIT_MS)


def grey(app: App) -> int:
    """What the blur makes of a white picture, in the window's own host."""
    request = RunRequest("soft", "blur", {"picture": Image(np.full((4, 4), 255, np.uint8))}, {"radius": 1.0})
    found: list[int] = []
    work = threading.Thread(
        target=lambda: found.extend(
            int(event.value.pixels[0, 0, 0])
            for event in app.studio.host.run(request, Control())
            if isinstance(event, Output) and isinstance(event.value, Image)
        )
    )
    work.start()
    work.join(30)
    return found[0]


def test_linked_by_another_program_it_is_in_the_panel_and_follows_its_files(
    app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    watched(app, qtbot)
    source = soft(tmp_path)
    install(app, source, link=True)
    qtbot.waitUntil(lambda: BLUR in actions_offered(app), timeout=WAIT_MS)
    panel(app).choose(*BLUR)
    form = panel(app).body.form
    form.set_values({"radius": 7.5})
    assert grey(app) == 255

    code = (source / ACTIONS).read_text()
    # as editors do it: in place, and by another file that takes its place
    code = code.replace(".clip(0, 255)", ".clip(0, 9)")
    (source / ACTIONS).write_text(code)
    qtbot.waitUntil(lambda: grey(app) == 9, timeout=WAIT_MS)

    new = source / "artstudio_soft" / ".actions.new"
    parameter = '    depth: int = field(3, ge=1, le=9, title="Depth")\n'
    new.write_text(code.replace("\n\nclass SoftPlugin", f"{parameter}\n\nclass SoftPlugin"))
    new.replace(source / ACTIONS)
    qtbot.waitUntil(lambda: "depth" in panel(app).body.form.values(), timeout=WAIT_MS)
    assert panel(app).body.form.values() == {"radius": 7.5, "depth": 3}

    (source / ACTIONS).write_text("broken = 1 / 0\n")
    qtbot.waitUntil(lambda: BLUR not in actions_offered(app), timeout=WAIT_MS)
    window = opened(app, qtbot)
    qtbot.waitUntil(lambda: "Cannot be used" in "".join(listed(window)), timeout=WAIT_MS)
    window.listing.choose("soft")
    assert "ZeroDivisionError" in window.details.reason.text()
    (source / ACTIONS).write_text(code)
    qtbot.waitUntil(lambda: BLUR in actions_offered(app), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: "Linked" in "".join(listed(window)), timeout=WAIT_MS)


def test_a_folder_put_there_by_hand_comes_and_goes(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    watched(app, qtbot)
    made = soft(tmp_path)
    made.rename(app.studio.folders.plugins / "soft")
    qtbot.waitUntil(lambda: BLUR in actions_offered(app), timeout=WAIT_MS)
    (app.studio.folders.plugins / "soft").rename(made)
    qtbot.waitUntil(lambda: not actions_offered(app), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not app.session.catalog.loading, timeout=WAIT_MS)


def test_the_jobs_of_others_go_on_and_their_workers_stay(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    install(app, soft(tmp_path))
    watched(app, qtbot)
    qtbot.waitUntil(lambda: BLUR in actions_offered(app), timeout=WAIT_MS)
    grey(app)
    before = app.studio.host._pool._seat("soft").worker
    assert before is not None
    (tmp_path / "other").mkdir()
    other = soft(tmp_path / "other")
    for path in (other / "artstudio-plugin.toml", other / "pyproject.toml"):
        path.write_text(path.read_text().replace('"soft"', '"hard"'))
    install(app, other)
    qtbot.waitUntil(lambda: ("hard", "blur") in actions_offered(app), timeout=WAIT_MS)
    assert app.studio.host._pool._seat("soft").worker is before
    assert before.alive


def test_one_that_keeps_failing_is_set_aside_with_a_notice_and_tried_again(
    app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    source = soft(tmp_path)
    code = (source / ACTIONS).read_text()
    code = code.replace("        reach =", "        raise RuntimeError\n        reach =")
    (source / ACTIONS).write_text(code)
    install(app, source)
    watched(app, qtbot)
    qtbot.waitUntil(lambda: BLUR in actions_offered(app), timeout=WAIT_MS)
    picture = Image(np.zeros((4, 4), np.uint8))
    request = RunRequest("soft", "blur", {"picture": picture}, {"radius": 2.0})
    host, queue, feed = app.studio.host, app.studio.queue, app.session.feed
    jobs = [queue.submit("blur", lambda c: host.run(request, c), listener=feed.listener) for _ in range(3)]
    button = offered(app, qtbot, "Plugins…")
    assert [job.outcome for job in jobs] == [Outcome.FAILED] * 3
    assert "set aside" in app.window.notices.texts()[0]
    assert any("set aside" in notice for notice in jobs[-1].notices)
    button.click()
    (window,) = app.window.findChildren(PluginsWindow)
    qtbot.waitUntil(lambda: bool(listed(window)), timeout=WAIT_MS)
    assert "Set aside" in listed(window)[0]
    window.listing.choose("soft")
    window.details.buttons["retry"].click()
    qtbot.waitUntil(lambda: BLUR in actions_offered(app), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not window.errands.busy and not app.session.catalog.loading, timeout=WAIT_MS)
    record = Store(app.studio.folders.plugins).record("soft")
    assert record is not None
    assert (record.failures, record.aside) == (0, False)


def test_a_work_whose_plugin_is_missing_opens_whole_and_says_so(app: App, qtbot: QtBot) -> None:
    from artstudio.documents.project import Project
    from artstudio.documents.sheet import Sheet

    watched(app, qtbot)
    project = Project(Sheet.blank(8, 8))
    layer = Layer("l1", "Made", Tiles(8, 8), recipe=Recipe("gone", "1", "dream"))
    project.do(Put("Made", "layer", "l1", layer))
    app.session.open(project)
    button = offered(app, qtbot, "Plugins…")
    assert "gone" in app.window.notices.texts()[0]
    assert app.session.project.sheet.canvas.layers[-1].name == "Made"
    button.click()
    assert app.window.findChildren(PluginsWindow)


@pytest.fixture
def safe_app(make: Make, qtbot: QtBot, tmp_path: Path, folders: Folders) -> App:
    with installer(folders).plan(str(soft(tmp_path))) as prepared:
        installer(folders).commit(prepared)
    studio = Studio(
        folders, Settings(), start_qthread, builtin=tmp_path / "plugins", packages=False, third_party=False
    )
    app = App(studio)
    app.window.show()
    app.start()
    return app


def test_safe_mode_starts_without_strangers_says_so_and_lets_them_be_removed(
    safe_app: App, qtbot: QtBot
) -> None:
    app = safe_app
    try:
        assert "safe mode" in app.window.windowTitle()
        window = opened(app, qtbot)
        qtbot.waitUntil(lambda: bool(listed(window)), timeout=WAIT_MS)
        assert not actions_offered(app)
        window.listing.choose("soft")
        assert window.listing.entry is not None
        assert window.listing.entry.standing is Standing.RESTING
        window.details.buttons["remove"].click()
        window.details.really.click()
        qtbot.waitUntil(lambda: not listed(window), timeout=WAIT_MS)
    finally:
        end(app, qtbot)


def test_a_plugin_that_is_missing_is_named_once_as_long_as_it_is_seen(app: App, qtbot: QtBot) -> None:
    said: list[str] = []
    app.session.said.connect(said.append)
    notices = app.window.notices
    app.session.plugin_wanted.emit("Install gone.", "gone")
    app.session.plugin_wanted.emit("Install gone, version 2.", "gone")
    assert notices.texts() == ["Install gone."]
    assert said == ["Install gone, version 2."]
    toast = notices.findChild(Toast)
    assert isinstance(toast, Toast)
    toast.dismiss.click()
    app.session.plugin_wanted.emit("Install gone, version 2.", "gone")
    assert notices.texts() == ["Install gone, version 2."]
