"""Tiny wheels and source distributions, made as tests need them."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from artstudio.host.installing.environment import Environments
from artstudio.host.installing.indexes import Indexes


def make_wheel(
    folder: Path,
    name: str,
    version: str,
    files: Mapping[str, str | bytes] | None = None,
    *,
    requires: Sequence[str] = (),
    tag: str = "py3-none-any",
    said: str | None = None,
) -> Path:
    """A wheel of `files`, by default one module that knows its version; METADATA claims `said`."""
    stem = f"{name.replace('-', '_')}-{version}"
    path = folder / f"{stem}-{tag}.whl"
    folder.mkdir(parents=True, exist_ok=True)
    if files is None:
        files = {f"{name.replace('-', '_')}.py": f"VERSION = {version!r}\n"}
    required = "".join(f"Requires-Dist: {requirement}\n" for requirement in requires)
    with zipfile.ZipFile(path, "w") as wheel:
        for place, content in files.items():
            wheel.writestr(place, content)
        wheel.writestr(
            f"{stem}.dist-info/METADATA",
            f"Metadata-Version: 2.1\nName: {name}\nVersion: {said or version}\n{required}",
        )
        wheel.writestr(f"{stem}.dist-info/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n")
        wheel.writestr(f"{stem}.dist-info/RECORD", "")
    return path


def make_sdist(folder: Path, name: str, version: str, files: Mapping[str, str]) -> Path:
    """A source distribution of `files`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{version}.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for place, content in files.items():
            info = tarfile.TarInfo(f"{name}-{version}/{place}")
            info.size = len(content.encode())
            archive.addfile(info, io.BytesIO(content.encode()))
    return path


def offline(cache: Path, *folders: Path, uv: bool = True) -> Environments:
    """Environments that know no index but `folders`."""
    indexes = Indexes(find_links=tuple(str(folder) for folder in folders), no_index=True)
    return Environments(cache, indexes=indexes) if uv else Environments(cache, uv=None, indexes=indexes)


def silent(_: str) -> None:
    """Hears nothing of what is being done."""
