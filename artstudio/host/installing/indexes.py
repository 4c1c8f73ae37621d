"""Where packages come from: the artist's own settings of pip and uv, read the way each of them reads its own.

uv does not read pip's settings, so they are handed to it as options. What uv was told of indexes itself wins.
"""

from __future__ import annotations

import configparser
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Mapping

PUBLIC = "https://pypi.org/simple"
_LISTS = ("extra-index-url", "find-links", "trusted-host", "constraint")
_UV_INDEXES = ("UV_INDEX", "UV_DEFAULT_INDEX", "UV_INDEX_URL", "UV_EXTRA_INDEX_URL", "UV_CONFIG_FILE")
_UV_KEPT = (
    "INDEX",
    "FIND_LINKS",
    "CONFIG",
    "HTTP",
    "TLS",
    "CERT",
    "INSECURE_HOST",
    "KEYRING",
    "OFFLINE",
    "EXCLUDE_NEWER",
)
_PIP_KEPT = ("PIP_DEFAULT_TIMEOUT", "PIP_TIMEOUT", "PIP_RETRIES", "PIP_CLIENT_CERT", "PIP_KEYRING_PROVIDER")
_DROPPED = ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "CONDA_PREFIX")


@dataclass(frozen=True, slots=True)
class Indexes:
    """The package indexes to use; all empty means the public one."""

    index: str = ""
    extra: tuple[str, ...] = ()
    find_links: tuple[str, ...] = ()
    """Folders, or addresses of pages, with packages."""
    no_index: bool = False
    trusted: tuple[str, ...] = ()
    constraints: tuple[str, ...] = ()
    """Files of constraints."""
    certificates: str = ""
    proxy: str = ""
    uv_decides: bool = False
    """uv was told of indexes itself; these, pip's, are not handed to it."""

    @classmethod
    def of_user(cls, environment: Mapping[str, str] = os.environ) -> Indexes:
        """What `pip config list` would say, and whether uv has settings of its own."""
        values: dict[str, str] = {}
        for path in _files(environment):
            values |= _read(path)
        for name in (
            "index-url",
            "extra-index-url",
            "find-links",
            "no-index",
            "trusted-host",
            "constraint",
            "cert",
            "proxy",
        ):
            given = environment.get("PIP_" + name.upper().replace("-", "_"))
            if given is not None:
                values[name] = given
        lists = {name: tuple(values.get(name, "").split()) for name in _LISTS}
        return cls(
            index=values.get("index-url", ""),
            extra=lists["extra-index-url"],
            find_links=lists["find-links"],
            no_index=values.get("no-index", "").lower() in ("1", "true", "yes", "on"),
            trusted=lists["trusted-host"],
            constraints=lists["constraint"],
            certificates=values.get("cert", ""),
            proxy=values.get("proxy", ""),
            uv_decides=any(environment.get(name) for name in _UV_INDEXES) or _uv_file(environment).is_file(),
        )

    def pages(self) -> tuple[str, ...]:
        """The addresses of all indexes, as `<address>/<name>/` lists the files of a package."""
        return () if self.no_index else (*self.extra, self.index or PUBLIC)

    def credentials(self) -> dict[str, str]:
        """Host (with its port) -> "name:word", where an address says it; links to files leave it out."""
        found: dict[str, str] = {}
        for address in (*self.extra, self.index, *self.find_links):
            word, at, host = urlsplit(address).netloc.rpartition("@")
            if at:
                found[host] = unquote(word)
        return found

    def uv_options(self) -> list[str]:
        """These settings as options of `uv pip compile`."""
        options = [part for path in self.constraints for part in ("--constraints", path)]
        if self.uv_decides:
            return options
        if self.index:
            options += ["--index-url", self.index]
        for name, values in (("--extra-index-url", self.extra), ("--find-links", self.find_links)):
            options += [part for value in values for part in (name, value)]
        options += [part for host in self.trusted for part in ("--allow-insecure-host", host)]
        if self.no_index:
            options.append("--no-index")
        # as pip does: the best version of all indexes, not the first index that knows the name
        return [*options, "--index-strategy", "unsafe-best-match"]

    def pip_options(self) -> list[str]:
        """These settings as options of `pip install`."""
        options = ["--index-url", self.index] if self.index else []
        for name, values in (
            ("--extra-index-url", self.extra),
            ("--find-links", self.find_links),
            ("--trusted-host", self.trusted),
            ("--constraint", self.constraints),
            ("--cert", (self.certificates,)),
            ("--proxy", (self.proxy,)),
        ):
            options += [part for value in values if value for part in (name, value)]
        return [*options, "--no-index"] if self.no_index else options

    def environment(self, base: Mapping[str, str] = os.environ) -> dict[str, str]:
        """The environment in which the tools run: without what would make them choose differently."""
        kept = {
            name: value
            for name, value in base.items()
            if name not in _DROPPED
            and (not name.startswith("PIP_") or name in _PIP_KEPT)
            and (not name.startswith("UV_") or any(part in name for part in _UV_KEPT))
        }
        if self.certificates:
            kept.setdefault("SSL_CERT_FILE", self.certificates)
        if self.proxy:
            kept.setdefault("ALL_PROXY", self.proxy)
            kept.setdefault("HTTPS_PROXY", self.proxy)
        kept["PIP_CONFIG_FILE"] = os.devnull  # it is read here
        return kept | {"PYTHONUTF8": "1", "PYTHONSAFEPATH": "1", "PIP_NO_INPUT": "1", "NO_COLOR": "1"}


def _files(environment: Mapping[str, str]) -> list[Path]:
    """Pip's settings files, the strongest last.

    https://pip.pypa.io/en/stable/topics/configuration/
    """
    own = environment.get("PIP_CONFIG_FILE")
    if own == os.devnull:
        return []
    home = Path.home()
    name = "pip.ini" if sys.platform == "win32" else "pip.conf"
    system = platformdirs.site_config_dir("pip", appauthor=False, multipath=True)
    paths = [Path(folder) / name for folder in reversed(system.split(os.pathsep))]
    if sys.platform != "win32":
        paths.append(Path("/etc") / name)
    paths.append(home / ("pip" if sys.platform == "win32" else ".pip") / name)
    if sys.platform == "win32":
        paths.append(Path(environment.get("APPDATA", home / "AppData" / "Roaming")) / "pip" / name)
    else:
        paths.append(Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "pip" / name)
    if sys.platform == "darwin":
        paths.append(home / "Library" / "Application Support" / "pip" / name)
    paths.append(Path(sys.prefix) / name)
    return [*paths, Path(own)] if own else paths


def _read(path: Path) -> dict[str, str]:
    parser = configparser.RawConfigParser()
    try:
        parser.read(path, encoding="utf-8")
    except (configparser.Error, OSError, UnicodeDecodeError):
        return {}  # pip would stop here; a plugin can often be installed without
    values: dict[str, str] = {}
    for section in ("global", "install"):
        if parser.has_section(section):
            values |= {name.replace("_", "-"): value for name, value in parser.items(section)}
    return values


def _uv_file(environment: Mapping[str, str]) -> Path:
    if sys.platform == "win32":
        return Path(environment.get("APPDATA", Path.home() / "AppData" / "Roaming")) / "uv" / "uv.toml"
    return Path(environment.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "uv" / "uv.toml"
