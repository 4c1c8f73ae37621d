from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.ui.colour.palette import DEFAULT, Palette
from artstudio.ui.colour.pane import ColourPane
from artstudio.ui.dialogs import ask
from artstudio.ui.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(qapp: object) -> Session:
    return Session(None, Project(Sheet.blank(64, 64)))


@pytest.fixture
def pane(session: Session, qtbot: QtBot) -> ColourPane:
    pane = ColourPane(session)
    qtbot.addWidget(pane)
    pane.resize(300, 640)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def test_ring_and_square_set_hue_saturation_and_brightness(session: Session, pane: ColourPane) -> None:
    wheel = pane.wheel
    QTest.mouseClick(wheel, LEFT, pos=wheel.square_point(1, 1).toPoint())
    QTest.mouseClick(wheel, LEFT, pos=wheel.hue_point(2 / 3).toPoint())
    colour = session.colours.foreground
    assert colour & 0xFF > 245
    assert colour >> 16 < 12
    QTest.mouseClick(wheel, LEFT, pos=wheel.square_point(0, 0.5).toPoint())
    grey = session.colours.foreground
    assert abs((grey >> 16) - 128) < 6
    assert abs((grey & 0xFF) - 128) < 6


def test_a_grey_keeps_its_hue_for_later(session: Session, pane: ColourPane) -> None:
    session.colours.set(foreground=0x0000FF)
    pane.channels.fields["S"].setValue(0)
    assert session.colours.foreground == 0xFFFFFF
    pane.channels.fields["S"].setValue(100)
    assert session.colours.foreground == 0x0000FF
    pane.channels.fields["V"].setValue(0)
    pane.channels.fields["H"].setValue(120)
    pane.channels.fields["V"].setValue(100)
    assert session.colours.foreground == 0x00FF00


def test_sliders_and_numbers_follow_each_other(session: Session, pane: ColourPane) -> None:
    pane.channels.fields["R"].setValue(200)
    pane.channels.fields["G"].setValue(100)
    assert session.colours.foreground == 0xC86400
    assert pane.hex.text() == "#c86400"
    track = pane.channels.tracks["B"]
    QTest.mouseClick(track, LEFT, pos=track.rect().center())
    assert abs(pane.channels.fields["B"].value() - 128) <= 2


@pytest.mark.parametrize(("typed", "colour"), [("#12ab34", 0x12AB34), ("f80", 0xFF8800), ("zzz", 0x111111)])
def test_hexadecimal_digits_are_read(session: Session, pane: ColourPane, typed: str, colour: int) -> None:
    session.colours.set(foreground=0x111111)
    pane.hex.setText(typed)
    QTest.keyClick(pane.hex, Qt.Key.Key_Return)
    assert session.colours.foreground == colour
    assert pane.hex.text() == f"#{colour:06x}"


def test_the_background_is_changed_where_it_is_active(session: Session, pane: ColourPane) -> None:
    QTest.mouseClick(pane.pair, LEFT, pos=pane.pair.rect().bottomRight() - pane.pair.rect().center() / 4)
    pane.channels.fields["R"].setValue(0)
    assert (session.colours.foreground, session.colours.background) == (0, 0x00FFFF)
    QTest.mouseClick(pane.pair, LEFT, pos=pane.pair.rect().topLeft() + pane.pair.rect().center() / 4)
    pane.channels.fields["R"].setValue(9)
    assert session.colours.foreground == 0x090000


def test_a_palette_colour_is_taken_by_a_click(session: Session, pane: ColourPane) -> None:
    QTest.mouseClick(pane.chips, LEFT, pos=pane.chips.chip(12).center())
    assert session.colours.foreground == DEFAULT[12]
    QTest.mouseClick(pane.chips, LEFT, Qt.KeyboardModifier.AltModifier, pane.chips.chip(13).center())
    assert session.colours.background == DEFAULT[13]


def test_recent_colours_appear_once_used(session: Session, pane: ColourPane) -> None:
    assert not pane.recent.isVisible()
    session.colours.set(foreground=0x123456)
    session.colours.note_use()
    assert pane.recent.isVisible()
    assert list(pane.recent.colours) == [0x123456]


def test_the_palette_is_kept(tmp_path: Path, qapp: object) -> None:
    path = tmp_path / "config" / "palette.gpl"
    palette = Palette(path)
    palette.add(0x123456)
    palette.remove(0)
    assert Palette(path).colours == (*DEFAULT[1:], 0x123456)
    path.write_text("broken")
    assert Palette(path).colours == DEFAULT


def test_colours_are_added_and_palettes_exchanged(
    session: Session, pane: ColourPane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.colours.set(foreground=0x123456)
    pane.add_button.click()
    assert pane.chips.colours[-1] == 0x123456
    path = tmp_path / "mine.gpl"
    monkeypatch.setattr(ask, "ask_save", lambda *_args: path)
    pane.export_palette()
    pane.palette_kept.reset()
    monkeypatch.setattr(ask, "ask_open", lambda *_args: [path])
    pane.import_palette()
    assert pane.chips.colours[-1] == 0x123456
    path.write_text("no palette")
    failed: list[Exception] = []
    session.failed.connect(failed.append)
    pane.import_palette()
    assert len(failed) == 1
    assert pane.chips.colours[-1] == 0x123456
