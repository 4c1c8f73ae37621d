"""A plugin in a git repository: its files are read out of the objects, nothing is checked out or run.

No hook, filter, submodule, attribute or configuration file takes part, and names and kinds of files are
looked over before the first is written.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Final

from artstudio.host.installing.archives import PLUGIN
from artstudio.host.installing.names import check_names, is_kept
from artstudio.host.installing.running import run
from artstudio.sdk.errors import BadFile

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio.engine.job import Control

_REVISION: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._/+-]*")
_SCHEMES: Final = ("https", "ssh", "file")
_NO_FILE: Final = os.devnull
_SETTINGS: Final = {
    "core.hooksPath": _NO_FILE,
    "core.attributesFile": _NO_FILE,
    "core.fsmonitor": "false",
    "credential.helper": "",
    "fetch.fsckObjects": "true",
    "fetch.recurseSubmodules": "false",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "protocol.allow": "never",
    **{f"protocol.{scheme}.allow": "always" for scheme in _SCHEMES},
}
_KEPT_VARIABLES: Final = ("PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "SSH_AUTH_SOCK", "LANG", "TEMP")
_PROXIES: Final = ("https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY", "SSL_CERT_FILE", "GIT_SSL_CAINFO")


def read(url: str, revision: str, root: Path, scratch: Path, control: Control | None = None) -> str:
    """Writes the files at a branch, tag or full hash ("" for the default branch) into the new folder `root`.

    `scratch` is an empty folder. Answers the hash of the commit (40 or 64 hex digits).

    Raises:
        BadFile: git is missing, the repository or revision cannot be had, or holds what no plugin may.
        Stopped: the artist stopped it.
    """
    git = shutil.which("git")
    if git is None:
        raise BadFile("git is not installed: install it, or download the plugin as a ZIP")
    if revision and not _REVISION.fullmatch(revision):
        raise BadFile("{revision} is no branch, tag or commit", revision=repr(revision[:100]))
    repository = _Repository(git, scratch, url, control)
    repository.fetch(revision)
    commit = repository.ask("rev-parse", "--verify", "FETCH_HEAD^{commit}").strip()
    repository.write(repository.files(commit), root)
    return commit


class _Repository:
    def __init__(self, git: str, folder: Path, url: str, control: Control | None) -> None:
        options = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
        self._start = [git, *options, f"--git-dir={folder / 'objects.git'}"]
        self._folder = folder
        self._name = url.rstrip("/").rpartition("/")[2] or url
        self._url = url
        self._control = control
        kept = {name: os.environ[name] for name in (*_KEPT_VARIABLES, *_PROXIES) if name in os.environ}
        self._environment = kept | {
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": _NO_FILE,
            "GIT_ATTR_NOSYSTEM": "1",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_ASKPASS": "",
            "SSH_ASKPASS": "",
            "GIT_SSH_COMMAND": "ssh -oBatchMode=yes",
            "GIT_LFS_SKIP_SMUDGE": "1",
            "GIT_OPTIONAL_LOCKS": "0",
        }

    def fetch(self, revision: str) -> None:
        """Gets one commit without its history."""
        self.ask("init", "--quiet", "--bare", "--template=")
        self.ask(
            "fetch", "--quiet", "--depth=1", "--no-tags", "--no-recurse-submodules",
            "--no-write-commit-graph", "--end-of-options", self._url, revision or "HEAD",
        )  # fmt: skip

    def ask(self, *arguments: str) -> str:
        """What git answers."""
        done = run(
            [*self._start, *arguments],
            environment=self._environment, folder=self._folder, control=self._control, heard=self._bound,
        )  # fmt: skip
        if done.code:
            lines = [line for line in done.errors.splitlines() if line.strip()]
            reason = lines[-1].removeprefix("fatal: ") if lines else f"git ended with {done.code}"
            raise BadFile("{url} cannot be had: {reason}", url=self._url, reason=reason)
        return done.output

    def files(self, commit: str) -> list[tuple[str, str, int]]:
        """Name, object and size of each file of the commit that a plugin keeps."""
        found: list[tuple[str, str, int]] = []
        names: list[tuple[str, bool]] = []
        for line in self._listing(commit).split("\0"):
            if not line:
                continue
            facts, _, name = line.partition("\t")
            mode, _, object_id, size = facts.split()
            if not is_kept(name):
                continue
            if mode == "120000":
                raise self._refused(name, "is a link")
            if mode == "160000":
                raise self._refused(name, "is a submodule, which is not fetched")
            found.append((name, object_id, int(size)))
            names.append((name, False))
        if len(found) > PLUGIN.members:
            raise BadFile("{name} is refused: it holds over {n} files", name=self._name, n=PLUGIN.members)
        if sum(size for _, _, size in found) > PLUGIN.total_bytes:
            raise self._too_large()
        check_names(names, self._name)
        return found

    def write(self, files: list[tuple[str, str, int]], root: Path) -> None:
        """Writes the objects as plain files."""
        root.mkdir()
        with subprocess.Popen(
            [*self._start, "cat-file", "--batch"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=self._environment, cwd=self._folder,
        ) as process:  # fmt: skip
            assert process.stdin is not None
            assert process.stdout is not None
            for name, object_id, size in files:
                process.stdin.write(f"{object_id}\n".encode())
                process.stdin.flush()
                if process.stdout.readline().split()[1:] != [b"blob", b"%d" % size]:
                    raise self._refused(name, "is damaged")
                target = root / name
                target.parent.mkdir(parents=True, exist_ok=True)
                with target.open("xb") as file:
                    while size:
                        block = process.stdout.read(min(size, 1 << 20))
                        if not block:
                            raise self._refused(name, "is damaged")
                        file.write(block)
                        size -= len(block)
                target.chmod(0o644)
                process.stdout.read(1)  # a newline ends each object

    def _listing(self, commit: str) -> str:
        # run() keeps the last MiB only, and a listing may be longer
        done = subprocess.run(
            [*self._start, "ls-tree", "-r", "-l", "-z", commit],
            env=self._environment, cwd=self._folder, capture_output=True, check=False,
        )  # fmt: skip
        try:
            return done.stdout.decode("utf-8")
        except UnicodeDecodeError:
            raise BadFile("{name} is refused: it has a name that is no UTF-8", name=self._name) from None

    def _bound(self) -> None:
        files = (path for path in (self._folder / "objects.git").rglob("*") if path.is_file())
        total_bytes = 0
        for path in files:
            try:
                total_bytes += path.stat().st_size
            except OSError:
                continue  # git has just renamed it
        if total_bytes > PLUGIN.total_bytes:
            raise self._too_large()

    def _refused(self, name: str, fault: str) -> BadFile:
        return BadFile(
            "{package} is refused: {name} in it {fault}", package=self._name, name=repr(name), fault=fault
        )

    def _too_large(self) -> BadFile:
        gib = PLUGIN.total_bytes >> 30
        return BadFile("{name} is refused: it holds over {gib} GiB", name=self._name, gib=gib)
