"""A manifest is read without running anything, and refused with a sentence that says what to mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from artstudio.sdk import ManifestError
from artstudio.sdk.manifest import MANIFEST_NAME, check_api, read_manifest

GOOD = """
id = "gan-painter"
version = "1.2.0"
api = ">=1.0,<2"
title = "GAN painter"
entry = "artstudio_gan_painter.actions:GanPainter"
"""


def manifest(folder: Path, text: str) -> Path:
    (folder / MANIFEST_NAME).write_text(text, encoding="utf-8")
    return folder


def test_what_is_left_out_has_careful_defaults(tmp_path: Path) -> None:
    read = read_manifest(manifest(tmp_path, GOOD))
    assert read.package == "artstudio_gan_painter"
    assert (read.permissions.network, read.permissions.files, read.models) == (False, False, ())
    assert not read.trains


def test_models_and_permissions_are_read(tmp_path: Path) -> None:
    more = '[permissions]\nfiles = "read"\ndevices = ["midi"]\n[[models]]\nname = "starter"\nfolder = "g/s"\n'
    read = read_manifest(manifest(tmp_path, GOOD + more))
    assert read.permissions.files == "read"
    assert read.models[0].folder == "g/s"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("id = ", "cannot be read"),
        ("x = " + "[" * 30_000, "cannot be read"),
        ("#" * 70_000, "over 64 KiB"),
        (GOOD.replace("gan-painter", "GAN painter"), ": id:"),
        (GOOD.replace("actions:", "actions."), ": entry:"),
        (GOOD + "colour = 1", ": colour: extra inputs are not permitted"),
        (GOOD.replace('title = "GAN painter"', ""), ": title: field required"),
        (GOOD + "[permissions]\nfiles = true", ": permissions.files:"),
    ],
)
def test_a_wrong_manifest_is_refused(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(ManifestError) as refused:
        read_manifest(manifest(tmp_path, text))
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_bytes_that_are_no_text_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=f"holds no {MANIFEST_NAME}"):
        read_manifest(tmp_path)
    (tmp_path / MANIFEST_NAME).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ManifestError, match="cannot be read"):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    ("wanted", "offered", "side"),
    [
        (">=1.0,<2", "1.0", None),
        (">=1.0,<2", "1.7", None),
        (">=1.0,<2", "2.0", "update the plugin"),
        (">=1.3,<2", "1.2", "update artstudio"),
        ("==1.1", "1.1", None),
        ("==1.1", "1.0", "update artstudio"),
        ("==1.1", "1.2", "update the plugin"),
        ("> 1.0", "1.0", "update artstudio"),
        ("<=1.1", "1.2", "update the plugin"),
        ("<2", "10.0", "update the plugin"),
        ("1.0", "1.0", "is no range"),
        (">=1.0 <2", "1.0", "is no range"),
        ("", "1.0", "is no range"),
    ],
)
def test_the_api_range_says_which_side_to_update(
    tmp_path: Path, wanted: str, offered: str, side: str | None
) -> None:
    read = read_manifest(manifest(tmp_path, GOOD.replace(">=1.0,<2", wanted)))
    if side is None:
        check_api(read, offered)
    else:
        with pytest.raises(ManifestError, match=side):
            check_api(read, offered)


@pytest.mark.parametrize(
    "folder", ["", "/etc", "../other", "a/../../b", "a//b", "C:/models", "..\\\\x", ".", "a/"]
)
def test_a_model_folder_that_leads_out_of_the_plugin_is_refused(tmp_path: Path, folder: str) -> None:
    text = GOOD + f'[[models]]\nname = "starter"\nfolder = "{folder}"\n'
    with pytest.raises(ManifestError, match=r"models\.0\.folder: write a folder inside of models"):
        read_manifest(manifest(tmp_path, text))
