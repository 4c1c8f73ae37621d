"""The packages of a plugin: chosen, fetched and laid out in a folder of its own, none of their code run.

The studio's own environment is never touched. Wheels are unpacked by `archives`, not by the tool that chose
them: what was looked at and what is unpacked is the same, even of an archive that can be read in two ways.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from artstudio.base.atomic import write_bytes
from artstudio.host.installing import archives, fetching
from artstudio.host.installing.by_pip import Pip
from artstudio.host.installing.by_uv import Uv
from artstudio.host.installing.indexes import Indexes
from artstudio.host.installing.layout import Layout
from artstudio.host.installing.pins import ENVIRONMENT_NAME, SITE_NAME, Environment, Pin, Resolution
from artstudio.host.installing.reaching import reach
from artstudio.host.installing.resolving import checked, resolve
from artstudio.host.installing.running import Say, Stopped, run
from artstudio.host.installing.sdists import find_sdist
from artstudio.host.installing.sharing import shared_packages
from artstudio.sdk.errors import BadFile, ManifestError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artstudio.engine.job import Control
    from artstudio.host.installing.solving import Solver

MOST_WHEEL_BYTES: Final = 6 << 30
"""Of one whose size the index does not say."""
_FIND: Final = Path("uv")


class Environments:
    """Makes environments. `cache` is a folder that may be thrown away while nothing is under way."""

    def __init__(self, cache: Path, *, uv: Path | None = _FIND, indexes: Indexes | None = None) -> None:
        """`uv` is its program, by default the one that came with the studio; without it, pip is used."""
        self._cache = cache
        self._indexes = Indexes.of_user() if indexes is None else indexes
        program = _found_uv() if uv is _FIND else uv
        self._solver: Solver = Pip(cache, self._indexes)
        if program is not None:
            self._solver = Uv(program, cache / "uv", self._indexes)

    @property
    def indexes(self) -> Indexes:
        """Where packages come from."""
        return self._indexes

    def resolve(
        self,
        requirements: Iterable[str],
        *,
        deps: bool = True,
        wheels: Path | None = None,
        say: Say,
        control: Control | None = None,
    ) -> Resolution:
        """See `resolving.resolve`."""
        return resolve(
            requirements, self._solver, self._cache, deps=deps, wheels=wheels, say=say, control=control
        )

    def source(self, name: str, requirements: Iterable[str]) -> Pin:
        """The source distribution that would be built for `name`, which has no wheel, in the range required.

        Raises:
            BadFile: the index cannot be read, or has none.
        """
        wanted = SpecifierSet()
        for requirement in map(Requirement, checked(requirements)):
            if canonicalize_name(requirement.name) == canonicalize_name(name):
                wanted &= requirement.specifier
        found = find_sdist(name, wanted, self._indexes)
        if found is None:
            raise BadFile("the package index has no source of {name} in the version required", name=name)
        return found

    def build(
        self,
        resolution: Resolution,
        folder: Path,
        *,
        reserved: Iterable[str] = (),
        say: Say,
        control: Control | None = None,
    ) -> Environment:
        """Unpacks what `resolution` names into `folder`/site and writes `folder`/environment.json.

        `reserved` are the top-level modules of the plugin itself, which no package may bring.

        Raises:
            ManifestError: a package has no wheel.
            BadFile: a package cannot be had, is another than was chosen, or is refused; the disk is full; one
                that was to be shared has changed since.
            Stopped: the artist stopped it. Then, as after an error, `folder` is as it was.
        """
        if resolution.unbuilt:
            raise ManifestError(
                "{name} has no wheel: it would have to be built first", name=resolution.unbuilt[0]
            )
        shared = {pin.name: pin.version for pin in resolution.pins if pin.shared}
        own = [pin for pin in resolution.pins if not pin.shared]
        if problem := Environment(None, shared).problem():
            raise BadFile("plan it again: {problem}", problem=problem)
        site = folder / SITE_NAME
        try:
            if own:
                with self._work() as work:
                    wheels = self.fetch(own, Path(work), say=say, control=control)
                    self._unpack(wheels, Layout(shared_packages(shared), reserved), site, say, control)
                    self._compile(site, Path(work), say, control)
            write_bytes(folder / ENVIRONMENT_NAME, _described(shared, own))
        except BaseException:
            shutil.rmtree(site, ignore_errors=True)
            raise
        return Environment(site if own else None, shared)

    def fetch(
        self, pins: Iterable[Pin], folder: Path, *, say: Say, control: Control | None = None
    ) -> list[tuple[Pin, Path]]:
        """Downloads the file of each pin into `folder`, each checked by its hash.

        Raises:
            BadFile: one cannot be had or is another than was chosen.
            Stopped: the artist stopped it.
        """
        files = [(pin, folder / _file_name(pin)) for pin in pins]
        job = folder / "fetch.json"
        entries = [
            {
                "url": pin.url,
                "target": str(path),
                "sha256": pin.sha256,
                "most_bytes": pin.size_bytes or MOST_WHEEL_BYTES,
            }
            for pin, path in files
        ]
        job.write_text(
            json.dumps(
                {
                    "files": entries,
                    "credentials": self._indexes.credentials(),
                    "trusted": list(self._indexes.trusted),
                }
            ),
            encoding="utf-8",
        )
        reach(pin.url for pin, _ in files if pin.url)
        progress = _Progress([path for _, path in files], sum(pin.size_bytes or 0 for pin, _ in files), say)
        finished = run(
            [sys.executable, "-I", "-S", fetching.__file__, job],
            environment=_with_certificates(self._indexes.environment()),
            folder=folder, control=control, heard=progress.look,
        )  # fmt: skip
        job.unlink()
        if finished.code:
            lines = finished.errors.strip().splitlines() or ["the download ended"]
            raise BadFile("{reason}: try again later", reason=lines[-1])
        return files

    def _unpack(
        self, wheels: list[tuple[Pin, Path]], layout: Layout, site: Path, say: Say, control: Control | None
    ) -> None:
        # all are looked at before the first is unpacked
        places = [(pin, path, layout.add(path, pin)) for pin, path in wheels]
        site.mkdir(parents=True)
        for pin, path, placed in places:
            if control is not None and control.cancelled:
                raise Stopped
            say(f"Unpacking {pin.name} {pin.version}…")
            archives.extract(path, site, wheel=True, place=placed.get)

    def _compile(self, site: Path, work: Path, say: Say, control: Control | None) -> None:
        """The worker may not write there, so modules are compiled now; one that cannot be is no matter."""
        say("Getting the packages ready…")
        run(
            [sys.executable, "-I", "-S", "-m", "compileall", "-qq", "-j", "0", site],
            environment=self._indexes.environment(), folder=work, control=control,
        )  # fmt: skip

    def _work(self) -> tempfile.TemporaryDirectory[str]:
        self._cache.mkdir(parents=True, exist_ok=True)
        return tempfile.TemporaryDirectory(prefix="building-", dir=self._cache)


class _Progress:
    """Says how much of some downloads has come, once a MiB."""

    def __init__(self, paths: list[Path], total_bytes: int, say: Say) -> None:
        self._paths = paths
        self._total_mib = total_bytes >> 20
        self._say = say
        self._said = -1

    def look(self) -> None:
        size = 0
        for path in self._paths:
            for place in (path, path.with_name(path.name + ".part")):
                size += place.stat().st_size if place.exists() else 0
        if size >> 20 != self._said:
            self._said = size >> 20
            come, total = self._said, self._total_mib
            if total > come:
                self._say(f"Fetching packages: {come} of {total} MiB…")
            else:
                self._say(f"Fetching packages: {come} MiB…")


def _described(shared: dict[str, str], own: list[Pin]) -> bytes:
    packages = {pin.name: {"version": pin.version, "sha256": pin.sha256} for pin in own}
    return json.dumps({"shared": shared, "packages": packages}, indent=1, sort_keys=True).encode()


def _file_name(pin: Pin) -> str:
    """Of wheels the name says what fits, of archives its ending says how they are packed."""
    name = unquote(urlsplit(pin.url).path).replace("\\", "/").rpartition("/")[2]
    return name if name and not name.startswith(".") and len(name) < 240 else f"{pin.name}-{pin.version}.whl"


def _found_uv() -> Path | None:
    try:
        from uv import find_uv_bin

        return Path(find_uv_bin())
    except (ImportError, FileNotFoundError):
        return None


def _with_certificates(environment: dict[str, str]) -> dict[str, str]:
    """Some builds of Python know no certificates; other packages bring the studio those of certifi."""
    spec = importlib.util.find_spec("certifi") if sys.platform == "darwin" else None
    if spec is not None and spec.origin:
        environment.setdefault("SSL_CERT_FILE", str(Path(spec.origin).with_name("cacert.pem")))
    return environment
