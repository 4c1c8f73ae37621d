"""Which rules a plugin's worker runs under: what it may read and write, and what it finds to import."""

from __future__ import annotations

import functools
import glob
import importlib.util
import os
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

from artstudio import sandbox, sdk
from artstudio.sandbox.rules import Rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    from artstudio.host.discovery import Found
    from artstudio.host.grants import Grants
    from artstudio.sdk.manifest import Permissions

# Whose folders, together, hold everything that the studio installs.
_STUDIO_PACKAGES = ("pydantic", "pydantic_core", "numpy", "torch")

# Shared libraries, what libraries ask about the machine, and what Python and torch read of themselves.
_SYSTEM = (
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/nix/store", "/etc/ld.so.cache",
    "/etc/localtime", "/usr/share/zoneinfo", "/usr/share/fonts", "/proc/self", "/proc/cpuinfo",
    "/proc/meminfo", "/proc/stat", "/proc/version", "/proc/filesystems", "/proc/sys/vm",
    "/proc/sys/kernel/osrelease", "/sys/devices/system/cpu", "/sys/devices/system/node",
    "/sys/fs/cgroup/cpu.max", "/sys/fs/cgroup/memory.max", "/dev/urandom", "/dev/random",
)  # fmt: skip
_GPU_FACTS = ("/proc/driver/nvidia", "/sys/class/kfd", "/sys/devices/virtual/kfd", "/sys/class/drm",
              "/sys/bus/pci", "/sys/module/nvidia", "/usr/lib/wsl", "/etc/OpenCL")  # fmt: skip
_GPU_NODES = ("/dev/nvidia*", "/dev/nvidia-caps/*", "/dev/kfd", "/dev/dri/*", "/dev/dxg")
_NETWORK_FACTS = ("/etc/resolv.conf", "/run/systemd/resolve", "/etc/hosts", "/etc/nsswitch.conf",
                  "/etc/host.conf", "/etc/gai.conf", "/etc/services", "/etc/ssl", "/etc/pki",
                  "/etc/ca-certificates", "/usr/share/ca-certificates")  # fmt: skip
_DEVICES = {
    "camera": ("/dev/video*", "/dev/media*"),
    "microphone": ("/dev/snd/pcm*c", "/dev/snd/control*", "/dev/snd/timer"),
    "midi": ("/dev/snd/seq", "/dev/snd/midi*", "/dev/midi*"),
    "serial": ("/dev/ttyUSB*", "/dev/ttyACM*", "/dev/ttyS*", "/dev/rfcomm*"),
}


def rules_for(
    plugin: Found | None,
    scratch: Path,
    grants: Grants,
    models: Iterable[Path] = (),
    *,
    permissions: Permissions | None = None,
    confine: bool = True,
) -> Rules:
    """The rules of a worker of `plugin` (None: the device probe) whose own folder is `scratch`.

    `permissions` are taken in place of those that were granted to the plugin.
    """
    read = [*_SYSTEM, *_interpreter(), str(Path(sdk.__file__).parent), str(_root() / "__init__.py")]
    read += [*_library_path(), *_GPU_FACTS, *map(str, models), *map(str, sorted(grants.read))]
    read += [str(Path(sandbox.__file__).parent)]
    write = [str(scratch), *map(str, sorted(grants.write))]
    nodes = ["/dev/null", "/dev/zero", "/dev/full", *_nodes(_GPU_NODES)]
    path: list[str] = []
    network = False
    if plugin is not None:
        path.append(str(_module_folder(plugin)))
        read.append(str(plugin.folder))
        allowed = plugin.permissions if permissions is None else permissions
        network = allowed.network
        read += _NETWORK_FACTS if network else ()
        if allowed.files == "read":
            read += _artist_files()
        elif allowed.files == "write":
            write += _artist_files()
        for device in allowed.devices:
            nodes += _nodes(_DEVICES[device])
    environment = None if plugin is None else plugin.environment
    modules: dict[str, Path] = {}
    metadata: tuple[Path, ...] = ()
    if environment is None:
        path += studio_packages()
    else:
        from artstudio.host.installing.sharing import shared_packages  # not at the window's start

        path += [] if environment.site is None else [str(environment.site)]
        shared = shared_packages(environment.shared)
        modules, metadata = shared.modules, shared.metadata
        read += map(str, (*modules.values(), *shared.libraries, *metadata))
    read += path
    return Rules(
        read=tuple(dict.fromkeys(read)), write=tuple(write), nodes=tuple(nodes), network=network,
        path=tuple(path), modules=tuple((name, str(place)) for name, place in modules.items()),
        metadata=tuple(map(str, metadata)), confine=confine,
    )  # fmt: skip


def _module_folder(plugin: Found) -> Path:
    # The manifest lies beside the package, or inside it where a wheel carries both.
    package = plugin.manifest.package
    beside = (plugin.folder / package).is_dir() or (plugin.folder / f"{package}.py").is_file()
    return plugin.folder if beside else plugin.folder.parent


def _artist_files() -> list[str]:
    """What lies open in the home folder: each by itself, so that keys and settings (hidden) stay out."""
    try:
        return sorted(str(entry) for entry in Path.home().iterdir() if not entry.name.startswith("."))
    except OSError:
        return []


def _nodes(patterns: Iterable[str]) -> list[str]:
    return [node for pattern in patterns for node in sorted(glob.glob(pattern))]  # noqa: PTH207  # absolute


def _library_path() -> list[str]:
    return [place for place in os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep) if place]


def _root() -> Path:
    return Path(sdk.__file__).parents[1]


@functools.cache
def studio_packages() -> tuple[str, ...]:
    """The folders of packages that artstudio itself was installed with."""
    found = []
    for name in _STUDIO_PACKAGES:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            found.append(str(Path(spec.origin).parents[1]))
    return tuple(dict.fromkeys(found))


@functools.cache
def _interpreter() -> tuple[str, ...]:
    """Where Python's own modules and libraries lie."""
    paths = sysconfig.get_paths()
    found = [paths["stdlib"], paths["platstdlib"], sysconfig.get_config_var("LIBDIR") or ""]
    base = Path(sys.base_prefix)
    if base not in (Path("/usr"), Path("/usr/local")):
        found.append(str(base))
    return tuple(dict.fromkeys(place for place in found if place))
