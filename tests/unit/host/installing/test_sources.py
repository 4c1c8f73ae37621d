"""From what an artist types to a plugin's files, with none of its code run."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from artstudio.host.installing import sources
from artstudio.host.installing.sources import Source
from artstudio.sdk.errors import BadFile, ManifestError, StudioError
from tests.unit.host.installing.parcels import make_wheel, offline, silent
from tests.unit.host.installing.plugins import files, make_plugin_wheel, make_zip, manifest, put


def fetch(src: Path | str, tmp_path: Path) -> sources.Fetched:
    staging = tmp_path / "staging"
    staging.mkdir()
    environments = offline(tmp_path / "cache", tmp_path / "links")
    return sources.fetch(sources.parse(str(src)), staging, environments, say=silent, control=None)


def names(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("git+https://host.org/a/b", Source("git", "https://host.org/a/b")),
        ("https://host.org/a/b.git@v1", Source("git", "https://host.org/a/b.git", "v1")),
        ("git+https://me@host.org/b@feature/x", Source("git", "https://me@host.org/b", "feature/x")),
        ("git@host.org:a/b.git@v1", Source("git", "git@host.org:a/b.git", "v1")),
        ("git+ssh://git@host.org/a/b", Source("git", "ssh://git@host.org/a/b")),
        ("toy-plugin", Source("index", "toy-plugin")),
        ("toy-plugin>=1.2,<2", Source("index", "toy-plugin<2,>=1.2")),
    ],
)  # fmt: skip
def test_what_is_typed_is_understood_and_can_be_given_again(text: str, source: Source) -> None:
    assert sources.parse(text) == source
    assert sources.parse(source.spelled) == source


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "there is no file or folder"),
        ("./nothing", "there is no file or folder"),
        ("nothing.zip", "there is no file or folder"),
        ("https://host.org/a.zip", "is no git repository"),
        ("git+http://host.org/a", "by https and ssh only"),
        ("git+ext::sh -c evil", "is no address of a git repository"),
        ("git+https://me:word@host.org/a", "leave the password out"),
        ("name @ https://host.org/a", "there is no file or folder|is no git repository"),
        ("two words", "is no file, folder, git address or name"),
        ("-x", "is no file, folder, git address or name"),
    ],
)
def test_what_is_none_of_these_is_told_so(text: str, fault: str) -> None:
    with pytest.raises(BadFile, match=fault):
        sources.parse(text)


def test_a_folder_that_exists_wins_over_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert sources.parse("toy").kind == "index"
    put(tmp_path / "toy", files())
    assert sources.parse("toy") == Source("folder", str((tmp_path / "toy").resolve()))


@pytest.mark.parametrize("around", ["", "toy-1.0/"])
def test_a_zip_is_unpacked_and_a_single_folder_stepped_into(around: str, tmp_path: Path) -> None:
    extra = {"toy_p/__pycache__/actions.cpython-311.pyc": "evil", "toy_p/evil.pyc": "evil"}
    path = make_zip(tmp_path / "toy.zip", files() | extra, around)
    if around:
        make_zip(path, {f"{around}{name}": text for name, text in files().items()} | {"__MACOSX/._x": "x"})
    fetched = fetch(path, tmp_path)
    assert names(fetched.root) == set(files())
    assert fetched.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_dependencies_are_read_from_pyproject_without_artstudio(tmp_path: Path) -> None:
    listed = ["artstudio>=0.1", "numpy>1", "x; python_version<'3'", "y; python_version>'3'"]
    text = f"[project]\ndependencies = {listed}"
    assert fetch(put(tmp_path / "toy", files() | {"pyproject.toml": text}), tmp_path).requirements == (
        "numpy>1",
        "y",
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('[project]\ndynamic = ["dependencies"]', "leaves its dependencies to a build tool"),
        ('[project]\ndependencies = ["x @ https://host.org/x.whl"]', "x is given by its address"),
        ('[project]\ndependencies = ["???"]', "cannot be read"),
        ("[project]\ndependencies = 3", "cannot be read"),
        ("project = 3", "cannot be read"),
        ("[project", "pyproject.toml cannot be read"),
        ('[project]\nrequires-python = "<3"', "it needs Python <3, artstudio runs on"),
    ],
)
def test_dependencies_that_cannot_be_had_are_refused(text: str, fault: str, tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=fault):
        fetch(put(tmp_path / "toy", files() | {"pyproject.toml": text}), tmp_path)


def test_what_is_no_plugin_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"this is no plugin: it holds no artstudio-plugin\.toml"):
        fetch(make_zip(tmp_path / "x.zip", {"readme.txt": "x"}), tmp_path)


def test_of_a_wheel_only_what_is_imported_is_unpacked(tmp_path: Path) -> None:
    more = {
        "toy_p-1.0.data/purelib/toy_p/pure.py": "",
        "toy_p-1.0.data/scripts/evil": "#!",
        "toy_p-1.0.data/data/etc/evil": "x",
        "toy_p/x.pyc": "evil",
    }
    wheel = make_plugin_wheel(tmp_path, files=more, requires=["numpy>1", "x; extra == 'more'", "artstudio"])
    fetched = fetch(wheel, tmp_path)
    assert names(fetched.root) == {
        f"toy_p/{n}" for n in ("artstudio-plugin.toml", "__init__.py", "actions.py", "pure.py")
    }
    assert fetched.requirements == ("numpy>1",)


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        ({"files": {"evil.py": "x"}}, "it holds more than the package toy_p"),
        ({"files": {"toy_p-1.0.data/purelib/evil.py": "x"}}, "it holds more than the package toy_p"),
        ({"files": {"toy_p-1.0.data/purelib/toy_p/actions.py": "x"}}, "is in it twice"),
        ({"said": "2.0"}, "its METADATA says version 2.0, its manifest 1.0"),
        ({"files": {"other-1.dist-info/METADATA": "x"}}, "has no single .dist-info folder"),
    ],
)
def test_a_wheel_that_is_not_what_it_says_is_refused(
    options: dict[str, Any], fault: str, tmp_path: Path
) -> None:
    with pytest.raises(StudioError, match=fault):
        fetch(make_plugin_wheel(tmp_path, **options), tmp_path)


def test_a_name_is_looked_up_on_the_index(tmp_path: Path) -> None:
    make_plugin_wheel(tmp_path / "links", version="1.0")
    newest = make_plugin_wheel(tmp_path / "links", version="1.1", requires=["dep; extra == 'more'"])
    fetched = fetch("toy-p[more]", tmp_path)
    assert 'version = "1.1"' in (fetched.root / "toy_p/artstudio-plugin.toml").read_text()
    assert fetched.sha256 == hashlib.sha256(newest.read_bytes()).hexdigest()
    assert fetched.url == newest.as_uri()
    assert fetched.requirements == ("dep",)


def test_a_package_that_is_no_plugin_is_told_so(tmp_path: Path) -> None:
    make_wheel(tmp_path / "links", "plain", "1.0")
    with pytest.raises(ManifestError, match="this is no plugin"):
        fetch("plain", tmp_path)


class Repository:
    """A git repository of a stranger."""

    def __init__(self, folder: Path) -> None:
        self.folder = put(folder, files())
        self.git("init", "-q", "-b", "main")
        self.commit("1.0")

    def git(self, *arguments: str) -> str:
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        who = {
            f"GIT_{role}_{what}": "a@b.c" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        done = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", *arguments],
            cwd=self.folder, env={**os.environ, **settings, **who}, check=True, capture_output=True,
            text=True,
        )  # fmt: skip
        return done.stdout.strip()

    def commit(self, version: str) -> str:
        put(self.folder, files(version=version))
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", version)
        self.git("tag", f"v{version}")
        return self.git("rev-parse", "HEAD")

    @property
    def address(self) -> str:
        return f"git+{self.folder.as_uri()}"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "toy.git")


def test_a_repository_is_read_at_its_newest_commit_or_another(repository: Repository, tmp_path: Path) -> None:
    old = repository.git("rev-parse", "HEAD")
    new = repository.commit("2.0")
    for number, (revision, commit, version) in enumerate(
        [("", new, "2.0"), ("@v1.0", old, "1.0"), (f"@{old}", old, "1.0")]
    ):
        place = tmp_path / str(number)
        place.mkdir()
        fetched = fetch(repository.address + revision, place)
        assert fetched.commit == commit
        assert names(fetched.root) == set(files())
        assert f'version = "{version}"' in (fetched.root / "artstudio-plugin.toml").read_text()


def test_nothing_of_a_repository_runs_and_no_filter_changes_a_file(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = tmp_path / "trap"
    put(repository.folder, {
        ".gitattributes": "*.py filter=evil\nsetup.py export-ignore text eol=crlf\n", "sub/x.py": "x\n",
    })  # fmt: skip
    repository.commit("1.1")
    artist = tmp_path / "artist"
    put(
        artist,
        {".gitconfig": f'[filter "evil"]\n\tsmudge = touch {trap}\n[core]\n\thooksPath = {artist}/hooks\n'},
    )
    for hook in ("post-checkout", "reference-transaction"):
        put(artist, {f"hooks/{hook}": f"#!/bin/sh\ntouch {trap}\n"})
        (artist / "hooks" / hook).chmod(0o755)
    monkeypatch.setenv("HOME", str(artist))
    fetched = fetch(repository.address, tmp_path)
    assert (fetched.root / "sub/x.py").read_bytes() == b"x\n"
    assert (fetched.root / "setup.py").is_file()
    assert not trap.exists()


def test_links_and_submodules_in_a_repository_are_refused(repository: Repository, tmp_path: Path) -> None:
    (repository.folder / "link").symlink_to("/etc/passwd")
    repository.commit("1.1")
    with pytest.raises(BadFile, match=r"toy\.git is refused: 'link' in it is a link"):
        fetch(repository.address, tmp_path)
    (repository.folder / "link").unlink()
    repository.git("submodule", "--quiet", "add", repository.folder.as_uri(), "sub")
    repository.commit("1.2")
    again = tmp_path / "again"
    again.mkdir()
    with pytest.raises(BadFile, match="'sub' in it is a submodule"):
        fetch(repository.address, again)


@pytest.mark.parametrize("revision", ["@nothing", "@--upload-pack=evil", "@v1.0 x"])
def test_a_revision_that_is_not_there_is_told_so(
    revision: str, repository: Repository, tmp_path: Path
) -> None:
    with pytest.raises(BadFile, match=r"cannot be had|is no branch, tag or commit"):
        fetch(repository.address + revision, tmp_path)


def test_a_manifest_in_two_packages_is_no_plugin(tmp_path: Path) -> None:
    two = {f"{name}_p/artstudio-plugin.toml": manifest(name, "1.0") for name in ("a", "b")}
    with pytest.raises(ManifestError, match="it holds more than one"):
        fetch(put(tmp_path / "two", two), tmp_path)
