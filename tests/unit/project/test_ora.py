from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from artstudio.documents.canvas import MODES, Canvas, Layer
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.project.archive import save_project
from artstudio.project.ora import export_ora, import_ora
from artstudio.sdk import BadFile
from tests.unit.project.builders import merged_of, noise, opened

DATA = Path(__file__).parents[2] / "data"


def test_layers_survive_an_export_and_import(sheet: Sheet, tmp_path: Path) -> None:
    path = tmp_path / "picture.ora"
    export_ora(sheet.canvas, path, lambda: merged_of(sheet))
    background, *layers = import_ora(path).layers
    assert background.pixels.get(0, 0) == 0xFF445566
    for layer, original in zip(layers, sheet.canvas.layers, strict=True):
        assert layer.pixels == original.pixels
        assert (layer.opacity, layer.mode, layer.locked) == (original.opacity, original.mode, original.locked)
        assert layer.visible == (original.visible and not original.rough)
        assert layer.group == original.group
    assert [layer.name for layer in layers] == ["Paper 纸", "<Ink> & ?", "", "Empty", "Group"]


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
        <stack x="3" opacity="0.5" visibility="hidden" name="held" composite-op="svg:screen">
          <layer src="data/1.png" x="-5" y="66" opacity="0.5"/>
        </stack>"""
    sheet = opened(foreign(tmp_path / "other.ora", stack))
    below, group, top = sheet.canvas.layers
    assert (top.name, top.mode, top.visible, top.pixels.bounds()) == ("top", "normal", True, (0, 0, 10, 6))
    assert (group.name, group.group, group.visible, group.opacity) == ("held", True, False, 0.5)
    assert (group.mode, below.parent, top.parent, group.parent) == ("screen", group.id, None, None)
    assert (below.visible, below.opacity, below.pixels.bounds()) == (True, 0.5, (0, 66, 8, 4))
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


def nested() -> Sheet:
    """From the top: ink, outer(sketch, inner(b, a)), each with settings of its own."""
    empty = Tiles(80, 70)
    layers = (
        Layer("l9", "a", noise(80, 70, 1), parent="l4", opacity=0.25, mode="multiply"),
        Layer("l2", "b", noise(80, 70, 2), False, parent="l4"),
        Layer("l4", "Inner", empty, mode="overlay", group=True, parent="l7", locked=True, alpha_locked=True),
        Layer("l3", "sketch", noise(80, 70, 3), rough=True, parent="l7"),
        Layer("l7", "Outer 外", empty, False, 0.6, "luminosity", group=True),
        Layer("l8", "none in it", empty, group=True, rough=True),
        Layer("l1", "ink", noise(80, 70, 4)),
    )
    return Sheet(Canvas(80, 70, layers, background=None))


def test_groups_survive_an_export_and_import(tmp_path: Path) -> None:
    sheet = nested()
    export_ora(sheet.canvas, tmp_path / "a.ora", lambda: merged_of(sheet))
    read = import_ora(tmp_path / "a.ora").layers
    names = {layer.id: layer.name for layer in sheet.canvas.layers}
    read_names = {layer.id: layer.name for layer in read}
    for layer, original in zip(read, sheet.canvas.layers, strict=True):
        assert (layer.name, layer.group, layer.pixels) == (original.name, original.group, original.pixels)
        assert (layer.opacity, layer.mode, layer.locked) == (original.opacity, original.mode, original.locked)
        assert layer.visible == (original.visible and not original.rough)
        assert read_names.get(layer.parent or "") == names.get(original.parent or "")


def test_a_project_keeps_groups_exactly(tmp_path: Path) -> None:
    sheet = nested()
    save_project(sheet, tmp_path / "a.artstudio", lambda: merged_of(sheet))
    assert opened(tmp_path / "a.artstudio") == sheet


def test_groups_are_stacks_in_the_file(tmp_path: Path) -> None:
    sheet = nested()
    export_ora(sheet.canvas, tmp_path / "a.ora", lambda: merged_of(sheet))
    with zipfile.ZipFile(tmp_path / "a.ora") as archive:
        root = ET.fromstring(archive.read("stack.xml"))
    outer = root.find("stack/stack[@name='Outer 外']")
    assert outer is not None
    assert [child.get("name") for child in outer] == ["sketch", "Inner"]
    assert outer.attrib == {
        "name": "Outer 外", "opacity": "0.6", "visibility": "hidden", "composite-op": "svg:luminosity",
        "isolation": "isolate",
    }  # fmt: skip
    inner = outer.find("stack")
    assert inner is not None
    assert inner.get("edit-locked") == "true"


@pytest.mark.parametrize(
    ("op", "mode"),
    [
        ("svg:color-dodge", "color-dodge"),
        ("krita:soft_light", "soft-light"),
        ("krita:hue_hsl", "hue"),
        ("krita:linear_dodge", "plus"),
        ("krita:greater", "normal"),
        ("svg:dst-out", "normal"),
        ("mypaint:spectral-wgm", "normal"),
    ],
)
def test_modes_of_other_programs_become_the_nearest_one(tmp_path: Path, op: str, mode: str) -> None:
    stack = f'<stack composite-op="{op}"><layer src="data/1.png" composite-op="{op}"/></stack>'
    layers = import_ora(foreign(tmp_path / "other.ora", stack)).layers
    assert [layer.mode for layer in layers] == [mode, mode]


def test_a_file_that_krita_wrote_opens_with_its_groups() -> None:
    """Krita 5.1.5 made it of one that we had exported (tests/benchmarks/krita_roundtrip.py)."""
    canvas = import_ora(DATA / "ora" / "krita-5.1.5.ora")
    names = {layer.id: layer.name for layer in canvas.layers}
    assert [(one.name, one.mode, names.get(one.parent or "")) for one in canvas.layers] == [
        ("Background", "normal", None),
        ("Ground", "normal", None),
        ("Sky", "multiply", "Group"),
        ("Group", "screen", None),
        ("Ink", "hue", None),
        ("off", "plus", None),
    ]
    assert [one.name for one in canvas.layers if one.locked] == ["Background", "Ink"]
    assert [one.name for one in canvas.layers if not one.visible] == ["off"]
    assert [round(one.opacity, 2) for one in canvas.layers] == [1, 1, 0.5, 0.7, 1, 1]
