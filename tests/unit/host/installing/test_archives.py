"""Hostile archives are refused whole, with a sentence; honest ones come out as plain files."""

from __future__ import annotations

import io
import stat
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from artstudio.host.installing import archives, names
from artstudio.sdk.errors import BadFile
from tests.unit.host.installing.plugins import make_zip

Make = Callable[[Path], None]


def info(name: str, mode: int = 0, **values: int) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo("placeholder")
    made.filename = made.orig_filename = name
    made.external_attr = mode << 16
    for key, value in values.items():
        setattr(made, key, value)
    return made


def written(*members: tuple[zipfile.ZipInfo | str, bytes]) -> Make:
    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, data in members:
                archive.writestr(member, data)

    return make


def patched(make: Make, *pairs: tuple[bytes, bytes]) -> Make:
    def patch(path: Path) -> None:
        make(path)
        data = path.read_bytes()
        for old, new in pairs:
            assert old in data
            data = data.replace(old, new)
        path.write_bytes(data)

    return patch


def false_size(path: Path) -> None:
    """Says 10 bytes, both times, where 100,000 are packed."""
    written(("a.txt", b"x" * 100_000))(path)
    size, said = struct.pack("<L", 100_000), struct.pack("<L", 10)
    path.write_bytes(path.read_bytes().replace(size, said))


def overlapping(path: Path) -> None:
    """Two entries of the table of contents that share the packed bytes of one."""
    written(("aa.txt", b"x" * 1000))(path)
    data = path.read_bytes()
    start = data.index(b"PK\1\2")
    end = data.index(b"PK\5\6")
    entry = data[start:end]
    closing = bytearray(data[end:])
    closing[8:12] = struct.pack("<HH", 2, 2)
    closing[12:16] = struct.pack("<L", 2 * len(entry))
    path.write_bytes(data[:start] + entry + entry.replace(b"aa.txt", b"ab.txt") + bytes(closing))


HOSTILE = {
    "absolute": (written(("/etc/x", b"x")), "an absolute path"),
    "parent": (written(("a/../../x", b"x")), "a path that leads elsewhere"),
    "dot": (written(("./x", b"x")), "a path that leads elsewhere"),
    "drive": (written((info("C:x"), b"x")), "a drive or a colon"),
    "backslash": (written((info("..\\x"), b"x")), "a backslash"),
    "nul": (patched(written(("a.txtZ.py", b"x")), (b"a.txtZ", b"a.txt\0")), "a NUL"),
    "stream": (written(("a.py:evil", b"x")), "a colon"),
    "device name": (written(("pkg/NUL.py", b"x")), "the name of a device"),
    "trailing dot": (written(("pkg./a.py", b"x")), "a dot or a space at the end"),
    "control": (written(("a\x1b[2J.py", b"x")), "a control character"),
    "case": (written(("pkg/A.py", b"x"), ("pkg/a.py", b"y")), "are one file on some systems"),
    "case of folders": (written(("Pkg/a.py", b"x"), ("pkg/b.py", b"y")), "are one file on some systems"),
    "unicode form": (written(("caf\u00e9.py", b"x"), ("cafe\u0301.py", b"y")), "are one file"),
    "file and folder": (written(("a", b"x"), ("a/b", b"y")), "is a file and a folder"),
    "link": (written((info("l", stat.S_IFLNK | 0o777), b"/etc/passwd")), "is a link"),
    "device": (written((info("d", stat.S_IFCHR | 0o666), b"")), "is no plain file"),
    "pipe": (written((info("p", stat.S_IFIFO | 0o666), b"")), "is no plain file"),
    "folder with content": (patched(written(("a.txtZ", b"x")), (b"a.txtZ", b"a.txt/")), "a folder with"),
    "bomb": (written(("bomb", bytes(8 << 20))), "more than 200 times"),
    "false size": (false_size, "cannot be unpacked"),
    "overlap": (overlapping, "overlap"),
    "encrypted": (written((info("a", flag_bits=1), b"x")), "is encrypted"),
    "lzma": (written((info("a", compress_type=zipfile.ZIP_LZMA), b"x" * 99)), "in an unusual way"),
    "no zip": (lambda path: path.write_bytes(b"no zip at all") and None, "cannot be unpacked"),
    "cut off": (lambda path: path.write_bytes(b"PK\3\4") and None, "cannot be unpacked"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_zip_is_refused_whole_and_named(name: str, tmp_path: Path) -> None:
    make, fault = HOSTILE[name]
    path = tmp_path / "evil.zip"
    make(path)
    if name == "encrypted":  # the writer clears the mark
        data = bytearray(path.read_bytes())
        data[data.index(b"PK\1\2") + 8] |= 1
        path.write_bytes(bytes(data))
    with pytest.raises(BadFile, match=rf"^evil\.zip .*{fault}"):
        archives.extract(path, tmp_path / "out" / "deep")
    assert [p for p in tmp_path.rglob("*") if p.is_file() and p != path and "out" not in p.parts] == []
    if name != "false size":  # this one shows only when it is unpacked
        assert not (tmp_path / "out").exists()


def test_a_table_of_contents_that_would_fill_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.zip"
    closing = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, 9 << 20, 0, 0)
    path.write_bytes(bytes(9 << 20) + closing)
    with pytest.raises(BadFile, match="table of contents is too long"):
        archives.inspect(path)


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_zip(tmp_path / "many.zip", {f"{n}.py": "" for n in range(6)})
    monkeypatch.setattr(archives, "PLUGIN", archives.Bounds(members=5))
    with pytest.raises(BadFile, match=r"many\.zip is refused: it holds over 5 files"):
        archives.inspect(path)
    monkeypatch.setattr(archives, "PLUGIN", archives.Bounds(total_bytes=5))
    with pytest.raises(BadFile, match="unpacks to over"):
        archives.inspect(make_zip(tmp_path / "large.zip", {"a": "123456"}))


def test_an_honest_zip_comes_out_as_plain_files(tmp_path: Path) -> None:
    path = tmp_path / "good.zip"
    run = info("pkg/run.sh", stat.S_IFREG | 0o4755)
    written(("pkg/", b""), (run, b"#!"), ("pkg/größe.txt", b"ok"))(path)
    listing = archives.extract(path, tmp_path / "out")
    assert [entry.name for entry in listing.entries] == ["pkg/run.sh", "pkg/größe.txt"]
    assert listing.size_bytes == 4
    assert (tmp_path / "out/pkg/größe.txt").read_bytes() == b"ok"
    assert stat.S_IMODE((tmp_path / "out/pkg/run.sh").stat().st_mode) & ~0o666 == 0


def test_wheels_may_hold_names_that_only_windows_minds(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "dep.whl", {"pkg/aux.py": ""})
    assert archives.inspect(path, wheel=True).entries == (archives.Entry("pkg/aux.py", 0),)


def tar(path: Path, *members: tarfile.TarInfo) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for member in members:
            archive.addfile(member, io.BytesIO(bytes(member.size)))
    return path


def tar_info(name: str, kind: bytes = tarfile.REGTYPE, size: int = 0, link: str = "") -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.size, made.linkname = kind, size, link
    return made


@pytest.mark.parametrize(
    ("member", "fault"),
    [
        (tar_info("/x"), "an absolute path"),
        (tar_info("a/../../x"), "leads elsewhere"),
        (tar_info("l", tarfile.SYMTYPE, link="/etc"), "is a link"),
        (tar_info("l", tarfile.LNKTYPE, link="x"), "is a link"),
        (tar_info("d", tarfile.CHRTYPE), "is no plain file"),
        (tar_info("d", tarfile.FIFOTYPE), "is no plain file"),
    ],
    ids=["absolute", "parent", "symbolic link", "hard link", "device", "pipe"],
)
def test_a_hostile_source_distribution_is_refused(
    member: tarfile.TarInfo, fault: str, tmp_path: Path
) -> None:
    path = tar(tmp_path / "evil-1.tar.gz", tar_info("ok.py", size=3), member)
    with pytest.raises(BadFile, match=fault):
        archives.extract(path, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_source_distribution_is_unpacked(tmp_path: Path) -> None:
    path = tar(
        tmp_path / "good-1.tar.gz", tar_info("good-1", tarfile.DIRTYPE), tar_info("good-1/a.py", size=7)
    )
    archives.extract(path, tmp_path / "out")
    assert (tmp_path / "out/good-1/a.py").read_bytes() == bytes(7)


def test_what_tools_leave_behind_is_no_part_of_a_package() -> None:
    told = ("a.py", "a.pyc", ".git/x", "p/__pycache__/a.py", ".gitignore")
    assert [name for name in told if names.is_kept(name)] == ["a.py", ".gitignore"]
