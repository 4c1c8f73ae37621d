"""Files nobody should be harmed by: each is answered with one sentence, fast, and with little memory."""

from __future__ import annotations

import contextlib
import hashlib
import io
import random
import struct
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from artstudio.documents.sheet import Sheet
from artstudio.project.container import Container
from artstudio.project.png import tiles_to_png
from artstudio.project.schema import FORMAT
from artstudio.sdk import BadFile
from tests.unit.project.builders import PNG, noise, opened
from tests.unit.project.conftest import Save
from tests.unit.project.hostile import Members, forge, refused, rewritten, with_json

PICTURE = f"text/pictures/{hashlib.sha256(PNG).hexdigest()}.png"


@pytest.mark.parametrize("share", [0.02, 0.5, 0.9, 0.999])
def test_a_file_that_is_cut_off(sheet: Sheet, save: Save, share: float) -> None:
    path = save(sheet)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert "cut off" in refused(path)


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"hello", b"\x89PNG\r\n\x1a\n" * 9, random.Random(1).randbytes(5000)]
)
def test_a_file_that_is_no_zip(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "work.artstudio"
    path.write_bytes(data)
    assert "not an artstudio or OpenRaster file" in refused(path)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert "No such file" in refused(tmp_path / "none.artstudio")
    (tmp_path / "folder.artstudio").mkdir()
    assert "cannot open" in refused(tmp_path / "folder.artstudio")


@pytest.mark.parametrize("name", ["../outside.png", "data/../../x", "/etc/passwd", "C:\\x", "a\\..\\b", ".."])
def test_members_outside_of_the_file(sheet: Sheet, save: Save, name: str) -> None:
    path = rewritten(save(sheet), lambda members: members.update({name: b"x"}))
    assert "outside of itself" in refused(path)


def test_one_small_file_that_would_unpack_to_gigabytes(tmp_path: Path) -> None:
    path = tmp_path / "bomb.artstudio"
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(64)) + packer.flush()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(100):
            info = zipfile.ZipInfo(f"data/{number}")
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, b"")
            forge(archive, info, packed, 64 << 20)
    assert "unpack to far more" in refused(path)


def test_too_many_members(tmp_path: Path) -> None:
    path = tmp_path / "many.artstudio"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"{number}", b"")
    assert "unpack to far more" in refused(path)


def test_a_table_of_members_too_large_to_read(tmp_path: Path) -> None:
    path = tmp_path / "table.artstudio"
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 65535, 65535, 500 << 20, 4, 0)
    path.write_bytes(b"PK\x03\x04" + end)
    assert "unpack to far more" in refused(path)


def test_a_member_that_lies_about_its_size(sheet: Sheet, save: Save) -> None:
    path = save(sheet)
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"project.json"))
    data[at + 24 : at + 28] = struct.pack("<I", 5)
    path.write_bytes(data)
    assert "is damaged" in refused(path)


def test_flipped_bytes_are_refused_or_do_no_harm(sheet: Sheet, save: Save) -> None:
    path = save(sheet)
    whole, rng = path.read_bytes(), random.Random(5)
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(rng.choice([1, 1, 5, 50])):
            data[rng.randrange(len(data))] = rng.randrange(256)
        path.write_bytes(data)
        with contextlib.suppress(BadFile):  # and nothing else
            opened(path)


def test_a_newer_format_is_named(sheet: Sheet, save: Save) -> None:
    path = with_json(save(sheet), lambda plain: plain.update(format=FORMAT + 1, cloud={}))
    assert f"format {FORMAT + 1}" in refused(path)


@pytest.mark.parametrize("made", [None, "1", 0, True, [1]])
def test_a_format_that_is_none(sheet: Sheet, save: Save, made: object) -> None:
    assert "names no format" in refused(with_json(save(sheet), lambda plain: plain.update(format=made)))


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"format": 1}'])
def test_a_description_that_makes_no_sense(sheet: Sheet, save: Save, text: bytes) -> None:
    refused(rewritten(save(sheet), lambda members: members.update({"project.json": text})))


def rich(plain: dict[str, Any]) -> dict[str, Any]:
    """The rich text of the description."""
    prose: dict[str, Any] = plain["passages"][2]["prose"]
    return prose


def fork(plain: dict[str, Any]) -> dict[str, Any]:
    """Its first fork."""
    first: dict[str, Any] = plain["passages"][2]["forks"][0]
    return first


def nest(outer: dict[str, Any], depth: int) -> None:
    """Puts forks of no text into one another."""
    for number in range(depth):
        inner = {"id": f"n{number}", "start": 0, "end": 0, "shown": 0, "branches": [{"forks": []}]}
        outer["branches"][0]["forks"] = [inner]
        outer = inner


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain["canvas"].update(width_px=10**9),
        lambda plain: plain["canvas"].update(width_px=300),
        lambda plain: plain["canvas"]["layers"][0].update(opacity=2),
        lambda plain: plain["canvas"]["layers"][0].update(mode="dissolve"),
        lambda plain: plain["canvas"]["layers"][0].update(id="l2"),
        lambda plain: plain["canvas"]["layers"].append(plain["canvas"]["layers"][0]),
        lambda plain: plain["music"].update(ticks_per_quarter=0),
        lambda plain: plain["music"]["tracks"][0].update(program=128),
        lambda plain: plain["music"]["tracks"].append(plain["music"]["tracks"][0]),
        lambda plain: plain["music"].update(tempos=[[0, "fast"]]),
        lambda plain: plain["passages"][0]["prose"].update(text=5),
        lambda plain: rich(plain).update(chars="5 0"),
        lambda plain: rich(plain).update(chars="5 0 x"),
        lambda plain: rich(plain).update(chars="-1 0 65 0"),
        lambda plain: rich(plain).update(chars=f"{10**30} 0"),
        lambda plain: rich(plain).update(chars="64 99"),
        lambda plain: rich(plain).update(chars="64 -1"),
        lambda plain: rich(plain).update(paragraphs="1 0"),
        lambda plain: rich(plain).update(origins="64"),
        lambda plain: rich(plain).update(looks=[]),
        lambda plain: rich(plain)["styles"][0].update(kind="poem"),
        lambda plain: rich(plain)["styles"][0].update(level=9),
        lambda plain: rich(plain).update(kinds=["stolen"]),
        lambda plain: rich(plain)["looks"][1]["picture"].update(id="a" * 64),
        lambda plain: rich(plain)["looks"][1]["picture"].update(id="../../evil"),
        lambda plain: rich(plain)["looks"][1]["picture"].update(width_px=10**9),
        lambda plain: fork(plain).update(end=10**9),
        lambda plain: fork(plain).update(start=-1),
        lambda plain: fork(plain).update(end=1),
        lambda plain: fork(plain).update(end=7),
        lambda plain: fork(plain).update(shown=3),
        lambda plain: fork(plain).update(id="f2"),
        lambda plain: fork(plain).update(branches=[]),
        lambda plain: fork(plain)["branches"][0].update(text="a" * 64),
        lambda plain: fork(plain)["branches"][1]["forks"][0].update(end=9),
        lambda plain: nest(fork(plain), 100),
        lambda plain: plain["passages"][0].update(extra=1),
    ],
)
def test_values_out_of_range(sheet: Sheet, save: Save, change: Callable[[dict[str, Any]], None]) -> None:
    assert "is damaged" in refused(with_json(save(sheet), change))


@pytest.mark.parametrize(
    "name", ["data/layer001.png", "music/001.notes", "music/000.events", "stack.xml", PICTURE]
)
@pytest.mark.parametrize("data", [None, b"x" * 13])
def test_missing_and_broken_members(sheet: Sheet, save: Save, name: str, data: bytes | None) -> None:
    def change(members: Members) -> None:
        del members[name]
        if data is not None:
            members[name] = data

    assert "is damaged" in refused(rewritten(save(sheet), change))


def _png(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))


@pytest.mark.parametrize("size", [(8193, 8), (2**31 - 1, 2**31 - 1), (0, 5), (64, 64)])
def test_pictures_too_large_or_without_pixels(sheet: Sheet, save: Save, size: tuple[int, int]) -> None:
    path = rewritten(save(sheet), lambda members: members.update({"data/layer000.png": _png(*size)}))
    assert "layer000.png is no picture" in refused(path)


BILLION_LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<image w="8" h="8"><stack><layer name="&b;" src="x"/></stack></image>"""


@pytest.mark.parametrize(
    "xml",
    [
        BILLION_LAUGHS,
        BILLION_LAUGHS.decode().replace('version="1.0"', 'version="1.0" encoding="utf-16"').encode("utf-16"),
        b'<!DOCTYPE image SYSTEM "file:///etc/passwd"><image w="8" h="8"/>',
        b"<image>",
        b'<image w="0" h="8"/>',
        b'<image w="8" h="99999"/>',
        b'<image w="8" h="8"><stack><layer x="1e9" src="mergedimage.png"/></stack></image>',
        b'<image w="8" h="8"><stack><stack opacity="much"/></stack></image>',
    ],
)
def test_layers_described_with_ill_will(sheet: Sheet, save: Save, xml: bytes) -> None:
    def change(members: Members) -> None:
        members["stack.xml"] = xml
        del members["project.json"]

    assert "stack.xml makes no sense" in refused(rewritten(save(sheet), change))


@pytest.mark.parametrize(
    ("stack", "sentence"),
    [
        (b"<stack>" * 100_000, "groups lie more than 32 deep"),
        (b"<stack>" * 34 + b"</stack>" * 34, "groups lie more than 32 deep"),
        (b"<stack>" + b"<stack/>" * 1001 + b"</stack>", "more than 1000 layers"),
        (b"<stack>" + b"<text/>" * 500_000 + b"</stack>", "more than 1000 layers"),
        (
            b"<stack>" + b'<layer src="data/layer001.png" x="9"/>' * 1001 + b"</stack>",
            "more than 1000 layers",
        ),
    ],
)
def test_layers_without_end(sheet: Sheet, save: Save, stack: bytes, sentence: str) -> None:
    def change(members: Members) -> None:
        members["stack.xml"] = b'<image w="8" h="8">' + stack + b"</image>"
        del members["project.json"]

    assert sentence in refused(rewritten(save(sheet), change))


def test_groups_as_deep_as_may_be_open(sheet: Sheet, save: Save) -> None:
    def change(members: Members) -> None:
        deep = b"<stack>" * 33 + b'<layer src="data/layer001.png"/>' + b"</stack>" * 33
        members["stack.xml"] = b'<image w="8" h="8">' + deep + b"</image>"
        del members["project.json"]

    assert len(opened(rewritten(save(sheet), change)).canvas.layers) == 33


def test_one_picture_named_by_a_thousand_layers_is_unpacked_once(tmp_path: Path) -> None:
    path = tmp_path / "many.ora"
    stack = '<layer src="data/1.png" x="{}"/>'
    layers = "".join(stack.format(x) for x in [*[0] * 900, *range(10**9, 10**9 + 100)])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("stack.xml", f'<image w="4096" h="4096"><stack>{layers}</stack></image>')
        archive.writestr("data/1.png", bytes(tiles_to_png(noise(64, 64).resized(4096, 4096))[0]))
    began = time.process_time()
    assert len(opened(path).canvas.layers) == 1000
    assert time.process_time() - began < 5.0


def test_groups_that_project_json_does_not_nest(sheet: Sheet, save: Save) -> None:
    def change(plain: dict[str, Any]) -> None:
        plain["canvas"]["layers"][0]["parent"] = "l9"

    assert "does not stand in its group" in refused(with_json(save(sheet), change))


def test_bytes_changed_at_random_are_answered_with_a_sentence_or_a_picture(
    sheet: Sheet, save: Save, tmp_path: Path
) -> None:
    whole = save(sheet, "other.ora").read_bytes()
    luck = random.Random(7)
    sentences: list[str] = []
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(luck.choice([1, 1, 3, 20])):
            data[luck.randrange(len(data))] = luck.choice([0, 255, luck.randrange(256)])
        if luck.random() < 0.2:
            start = luck.randrange(len(data))
            del data[start : start + luck.randrange(500)]
        path = tmp_path / "mutated.ora"
        path.write_bytes(data)
        tracemalloc.start()
        try:
            opened(path)
        except BadFile as error:
            sentences.append(str(error))
        finally:
            _, peak = tracemalloc.get_traced_memory()
            tracemalloc.stop()
        assert peak < 100e6
    assert len(sentences) > 100
    assert not any("\n" in sentence for sentence in sentences)


def test_a_description_changed_at_random_is_answered_with_a_sentence_or_a_picture(
    sheet: Sheet, save: Save
) -> None:
    path = save(sheet, "other.ora")
    with zipfile.ZipFile(path) as archive:
        stack = archive.read("stack.xml").decode()
    words = [
        "<stack>",
        "</stack>",
        "-1",
        "nan",
        "1e400",
        "9" * 30,
        '"',
        "&",
        "group",
        "svg:hue",
        "\x00",
        "<layer/>",
    ]
    luck = random.Random(8)
    for _ in range(150):
        text = stack
        for _ in range(luck.randint(1, 4)):
            at = luck.randrange(len(text))
            text = text[:at] + luck.choice(words) + text[at + luck.choice([0, 0, 1, 9]) :]

        def change(members: Members, text: str = text) -> None:
            members["stack.xml"] = text.encode()
            members.pop("project.json", None)

        with contextlib.suppress(BadFile):
            opened(rewritten(path, change))


def test_a_zip_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "photos.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("photo.jpg", b"x")
    assert "no project and no layers" in refused(path)


def test_a_refused_file_is_closed_again(tmp_path: Path, sheet: Sheet, save: Save) -> None:
    path = save(sheet)
    with Container(path) as container, pytest.raises(BadFile, match="too large"):
        container.read("project.json", 10)
    path.write_bytes(path.read_bytes()[:-30])
    refused(path)  # an unclosed file would be a ResourceWarning, which fails a test
    assert io.BytesIO(path.read_bytes()).read(2) == b"PK"
