from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from artstudio.base.network import Offline
from artstudio.sdk.errors import BadFile
from artstudio.ui.app import App
from artstudio.ui.notices import Notices, Toast
from tests.ui.shell_rig import offered


@pytest.fixture
def notices(qtbot: QtBot) -> Notices:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    made = Notices(window)
    made.kept = window  # type: ignore[attr-defined]  # as long as the notices
    return made


def test_an_error_is_one_sentence_with_its_details_to_copy(notices: Notices) -> None:
    notices.fail(BadFile("there is no {name}", name="brush"))
    assert notices.texts() == ["There is no brush."]
    (copy,) = notices.findChildren(QPushButton)
    copy.click()
    assert "BadFile" in QGuiApplication.clipboard().text()
    assert notices.texts() == ["There is no brush."]


def test_they_stack_in_the_corner_and_stay_within_the_window(notices: Notices) -> None:
    for n in range(3):
        notices.fail(BadFile("a long sentence that needs more than one line to be said, number {n}", n=n))
    toasts = notices.findChildren(Toast)
    tops = [toast.mapTo(notices.window(), toast.rect().topLeft()).y() for toast in toasts]
    assert tops == sorted(tops)
    assert notices.window().rect().contains(notices.geometry())
    notices.window().resize(420, 500)
    QApplication.processEvents()
    assert notices.window().rect().contains(notices.geometry())
    assert all(toast.height() >= toast.heightForWidth(toast.width()) for toast in toasts)


def test_what_is_told_goes_by_itself_and_errors_do_not(notices: Notices, qtbot: QtBot) -> None:
    notices.fail(BadFile("no"))
    notices.offer("choose", [("This", lambda: None)])
    notices.tell("done", stays_ms=1)
    qtbot.waitUntil(lambda: notices.texts() == ["No.", "choose"])


def test_it_stays_while_the_mouse_is_on_it(notices: Notices, qtbot: QtBot) -> None:
    notices.tell("done", stays_ms=20)
    (toast,) = notices.findChildren(Toast)
    place = toast.rect().center().toPointF()
    QApplication.sendEvent(toast, QEnterEvent(place, place, place))
    assert not toast._timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: notices.texts() == [])


def test_escape_dismisses_the_one_with_the_focus(notices: Notices) -> None:
    notices.offer("one", [])
    notices.offer("two", [])
    notices.focus()
    QTest.keyClick(notices.findChildren(Toast)[-1], Qt.Key.Key_Escape)
    assert notices.texts() == ["one"]


def test_a_key_leads_to_them(app: App) -> None:
    app.window.activateWindow()
    QApplication.processEvents()
    app.session.failed.emit(BadFile("no"))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(app.window, Qt.Key.Key_M, both)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert app.window.notices.texts() == []


def test_offline_is_the_beginning_and_is_shown(app: App) -> None:
    assert not app.studio.settings.online
    assert app.status.network.text() == "Offline"
    app.status.network.click()
    assert app.studio.settings.online
    assert app.network.online
    assert app.status.network.text() == "Online"
    app.status.network.click()
    assert not app.network.online


def test_whoever_is_refused_the_network_is_shown_the_way(app: App, qtbot: QtBot) -> None:
    app.session.failed.emit(Offline("artstudio is offline and did not reach {host}", host="example.org"))
    offered(app, qtbot, "Go online").click()
    assert app.network.online
    assert app.window.notices.texts() == []
