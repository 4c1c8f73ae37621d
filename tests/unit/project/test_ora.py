from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from artstudio.documents.canvas import MODES, Canvas, Layer
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.project.archive import open_project
from artstudio.project.ora import export_ora, import_ora
from artstudio.sdk import BadFile
from tests.unit.project.builders import merged_of, noise


def test_layers_survive_an_export_and_import(sheet: Sheet, tmp_path: Path) -> None:
    path = tmp_path / "picture.ora"
    export_ora(sheet.canvas, path, lambda: merged_of(sheet))
    background, *layers = import_ora(path).layers
    assert background.pixels.get(0, 0) == 0xFF445566
    for layer, original in zip(layers, sheet.canvas.layers, strict=True):
        assert layer.pixels == original.pixels
        assert (layer.opacity, layer.mode, layer.locked) == (original.opacity, original.mode, original.locked)
        assert layer.visible == (original.visible and not original.rough)
    assert [layer.name for layer in layers] == ["Paper 纸", "<Ink> & ?", "", "Empty"]


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_has_its_name(mode: str, tmp_path: Path) -> None:
    canvas = Canvas(8, 8, (Layer("l1", "a", Tiles(8, 8), mode=mode),), None)
    export_ora(canvas, tmp_path / "a.ora", lambda: merged_of(Sheet(canvas)))
    assert [layer.mode for layer in import_ora(tmp_path / "a.ora").layers] == [mode]


def foreign(path: Path, stack: str, colour: tuple[int, int, int] = (255, 0, 0)) -> Path:
    """A file as another program writes it: groups, offsets, pictures without alpha."""
    picture = io.BytesIO()
    PIL.Image.new("RGB", (10, 6), colour).save(picture, "PNG")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "image/openraster")
        archive.writestr("stack.xml", f'<image w="80" h="70"><stack>{stack}</stack></image>')
        archive.writestr("data/1.png", picture.getvalue())
    return path


def test_a_file_of_another_program_opens_as_a_project(tmp_path: Path) -> None:
    stack = """
        <layer name="top" src="data/1.png" composite-op="svg:dst-out"/>
        <stack x="3" opacity="0.5" visibility="hidden">
          <layer src="data/1.png" x="-5" y="66" opacity="0.5"/>
        </stack>"""
    sheet = open_project(foreign(tmp_path / "other.ora", stack))
    below, top = sheet.canvas.layers
    assert (top.name, top.mode, top.visible, top.pixels.bounds()) == ("top", "normal", True, (0, 0, 10, 6))
    assert (below.visible, below.opacity, below.pixels.bounds()) == (False, 0.25, (0, 66, 8, 4))
    assert np.array_equal(below.pixels.region(0, 66, 8, 4), np.full((4, 8), 0xFFFF0000, np.uint32))
    assert sheet.canvas.background is None


def test_too_many_layers_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="more than 1000 layers"):
        import_ora(foreign(tmp_path / "other.ora", '<layer src="data/1.png"/>' * 1001))


def test_a_canvas_without_background_and_layers(tmp_path: Path) -> None:
    sheet = Sheet.blank(30, 20)
    canvas = replace(sheet.canvas, background=None)
    export_ora(canvas, tmp_path / "a.ora", lambda: merged_of(sheet))
    assert import_ora(tmp_path / "a.ora") == canvas
    export_ora(
        Canvas(9, 9, (Layer("l1", "a", noise(9, 9)),), None), tmp_path / "a.ora", lambda: merged_of(sheet)
    )
    assert len(import_ora(tmp_path / "a.ora").layers) == 1
