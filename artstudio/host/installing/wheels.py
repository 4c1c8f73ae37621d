"""A plugin that comes as a wheel (PEP 427): unpacked by the studio itself, nothing of it is run."""

from __future__ import annotations

import base64
import email.parser
import hashlib
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from packaging.utils import InvalidWheelFilename, parse_wheel_filename
from packaging.version import InvalidVersion, Version

from artstudio.base.atomic import replacing
from artstudio.host.installing import archives, requirements, signing
from artstudio.host.installing.names import is_kept
from artstudio.host.installing.tree import SIGNATURE_NAME, manifest_folder
from artstudio.sdk.errors import BadFile, ManifestError
from artstudio.sdk.manifest import read_manifest

if TYPE_CHECKING:
    from collections.abc import Callable

_METADATA_LIMIT_BYTES: Final = 4 << 20


def unpack(wheel: Path, root: Path, *, extras: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Unpacks the files that Python imports into the new folder `root` and answers the dependencies.

    Scripts, headers and data are left out: a plugin has no use for them.

    Raises:
        BadFile: the wheel is refused as an archive, or holds more than the plugin's one package.
        ManifestError: there is no manifest, its version is not the wheel's, or a dependency cannot be had.
    """
    listing = archives.inspect(wheel)
    tops = {entry.name.partition("/")[0] for entry in listing.entries}
    infos = [top for top in tops if top.endswith(".dist-info")]
    if len(infos) != 1:
        raise BadFile("{name} is no wheel: it has no single .dist-info folder", name=wheel.name)
    info, data = infos[0], infos[0].removesuffix(".dist-info") + ".data"
    metadata = root.with_name(f"{root.name}.metadata")
    archives.extract(wheel, metadata, place=lambda name: "METADATA" if name == f"{info}/METADATA" else None)
    archives.extract(wheel, root, place=_placing(info, data))
    said = _read_metadata(metadata / "METADATA", wheel.name)
    folder = manifest_folder(root)
    manifest = read_manifest(folder)
    if folder != root and {path.name for path in root.iterdir()} != {folder.name}:
        # its signature would not cover them
        raise BadFile("{name} is refused: it holds more than the package {package}", name=wheel.name,
                      package=folder.name)  # fmt: skip
    for place, version in (("METADATA", said.get("Version", "")), ("name", _named_version(wheel))):
        if version is not None and not _same(version, manifest.version):
            raise ManifestError(
                "{wheel}: its {place} says version {other}, its manifest {manifest}: ask its author",
                wheel=wheel.name, place=place, other=version or "?", manifest=manifest.version,
            )  # fmt: skip
    requires = [str(line) for line in said.get_all("Requires-Dist", [])]
    return requirements.of_metadata(requires, str(said.get("Requires-Python", "")), extras)


def _named_version(wheel: Path) -> str | None:
    """What the file's name says; None for a name that was changed to something else."""
    try:
        return str(parse_wheel_filename(wheel.name)[1])
    except (InvalidWheelFilename, InvalidVersion):
        return None


def _same(one: str, other: str) -> bool:
    try:
        return Version(one) == Version(other)
    except InvalidVersion:
        return one == other


def sign(wheel: Path, key_file: Path) -> str:
    """Puts a signature into a plugin's wheel; returns the public key (64 hex digits).

    Raises:
        StudioError: it is no wheel of a plugin, or the key cannot be read; the wheel is as it was.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "plugin"
        unpack(wheel, root)
        signed = manifest_folder(root)
        public = signing.sign(signed, key_file)
        signature = signed / SIGNATURE_NAME
        name, data = signature.relative_to(root).as_posix(), signature.read_bytes()
        with replacing(wheel) as target, zipfile.ZipFile(wheel) as old, zipfile.ZipFile(target, "w") as new:
            for info in old.infolist():
                if info.filename.endswith(".dist-info/RECORD"):
                    listed = old.read(info).decode().splitlines()
                    rows = [row for row in listed if not row.startswith(f"{name},")]
                    hashed = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
                    rows.append(f"{name},sha256={hashed},{len(data)}")
                    new.writestr(info, "\n".join(rows) + "\n")
                elif info.filename != name:
                    new.writestr(info, old.read(info))
            new.writestr(name, data)
    return public


def _placing(info: str, data: str) -> Callable[[str], str | None]:
    def place(name: str) -> str | None:
        top, _, rest = name.partition("/")
        if top == info or not is_kept(name):
            return None
        if top == data:
            scheme, _, rest = rest.partition("/")
            return rest if scheme in ("purelib", "platlib") and rest else None
        return name

    return place


def _read_metadata(path: Path, wheel: str) -> email.message.Message:
    try:
        if path.stat().st_size > _METADATA_LIMIT_BYTES:
            raise BadFile("{name} is refused: its METADATA is too long", name=wheel)
        return email.parser.HeaderParser().parsestr(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise BadFile("{name} is no wheel: its METADATA cannot be read", name=wheel) from None
