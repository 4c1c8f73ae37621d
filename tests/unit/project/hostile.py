"""Files changed by somebody who means harm, and how they are to be answered."""

from __future__ import annotations

import json
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from artstudio.sdk import BadFile
from tests.unit.project.builders import opened

Members = dict[str, bytes]


def refused(path: Path) -> str:
    """The one sentence, said within a second or two of work and in less than 100 MB."""
    began = time.process_time()
    tracemalloc.start()
    with pytest.raises(BadFile) as raised:
        opened(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.process_time() - began < 2.0
    assert peak < 100e6
    sentence = str(raised.value)
    assert "\n" not in sentence
    assert path.name in sentence
    return sentence


def rewritten(path: Path, change: Callable[[Members], None]) -> Path:
    """The same ZIP with other members."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def with_json(path: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    def changed(members: Members) -> None:
        plain = json.loads(members["project.json"])
        change(plain)
        members["project.json"] = json.dumps(plain).encode()

    return rewritten(path, changed)


def forge(archive: zipfile.ZipFile, info: zipfile.ZipInfo, packed: bytes, size: int) -> None:
    """Puts ready packed bytes in: making a bomb should not take what it would cost to set off."""
    file = archive.fp
    assert file is not None
    file.seek(info.header_offset)
    info.file_size, info.compress_size, info.CRC = size, len(packed), 1
    file.write(info.FileHeader(False) + packed)
    archive.start_dir = file.tell()
