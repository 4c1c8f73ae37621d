"""What this machine can do, and what to do about what it cannot."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psutil

from artstudio.host.discovery import Broken
from artstudio.sandbox.report import not_enforced
from artstudio.sdk.errors import StudioError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artstudio.studio.studio import Studio

LOW_DISK_BYTES = 2 * 2**30
LOW_MEMORY_BYTES = 4 * 2**30


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: `found` in words; `fix` says what to do where it is not `ok`."""

    name: str
    ok: bool
    found: str
    fix: str = ""


def examine(studio: Studio) -> Iterator[Check]:
    """Looks at the machine, one check after the other; some take seconds."""
    yield Check(
        "system", True, f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    )
    yield _memory()
    yield from _devices(studio)
    yield _sound()
    yield _soundfont(studio)
    yield _video()
    yield _display()
    yield _chinese_font()
    yield _disk(studio.folders.data)
    yield from _plugins(studio)


def _memory() -> Check:
    memory = psutil.virtual_memory()
    free = f"{memory.available / 2**30:.1f} of {memory.total / 2**30:.1f} GiB free"
    found = f"{os.cpu_count()} processor cores, {free}"
    return Check(
        "memory", memory.available >= LOW_MEMORY_BYTES, found, "close other programs before you train a model"
    )


def _devices(studio: Studio) -> Iterator[Check]:
    devices = studio.host.devices()
    for device in devices:
        size = "" if device.memory_bytes is None else f", {device.memory_bytes / 2**30:.0f} GiB"
        yield Check("device", True, f"{device.title} ({device.name}{size})")
    chosen = studio.settings.device
    if chosen not in ("auto", *(device.name for device in devices)):
        yield Check("device setting", False, f"{chosen} is not there", 'choose another device, or "auto"')


def _sound() -> Check:
    fix = "install PortAudio (Debian: apt-get install libportaudio2) or plug a sound device in"
    try:
        import sounddevice
    except (OSError, ImportError):
        return Check("sound", False, "PortAudio is missing: the playhead moves silently", fix)
    try:
        name = sounddevice.query_devices(kind="output")["name"]
    except (sounddevice.PortAudioError, ValueError):
        return Check("sound", False, "no sound device: the playhead moves silently", fix)
    return Check("sound", True, str(name))


def _soundfont(studio: Studio) -> Check:
    from artstudio.studio.files import soundfont

    try:
        return Check("SoundFont", True, soundfont(studio).name)
    except StudioError as error:
        return Check("SoundFont", False, str(error), "choose an SF2 file in the settings")


def _video() -> Check:
    fix = "install PyAV from its wheels: pip install --only-binary av av"
    try:
        import av
    except ImportError as error:
        return Check("video", False, f"PyAV cannot be loaded ({error}): no films", fix)
    names = {"H.264": "libx264", "VP9": "libvpx-vp9", "FFV1": "ffv1", "AAC": "aac", "Opus": "libopus"}
    missing = []
    for title, name in names.items():
        try:
            av.codec.Codec(name, "w")
        except ValueError:
            missing.append(title)
    there = ", ".join(title for title in names if title not in missing)
    found = f"PyAV {av.__version__}: {there}" + (f"; missing: {', '.join(missing)}" if missing else "")
    return Check("video", not missing, found, fix)


def _display() -> Check:
    there = sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    found = "there is one" if there else "none: the window cannot open, the command line works"
    return Check("display", there, found, "start artstudio from a desktop")


def _chinese_font() -> Check:
    if sys.platform != "linux":
        return Check("Chinese font", True, "comes with the system")
    listed = shutil.which("fc-list")
    fix = "Debian: apt-get install fonts-wqy-microhei"
    if listed is None:
        return Check("Chinese font", False, "cannot be looked for: fontconfig's fc-list is missing", fix)
    import subprocess

    found = subprocess.run(
        [listed, ":lang=zh-cn", "family"], capture_output=True, text=True, timeout=20, check=False
    )
    name = found.stdout.strip().splitlines()
    return Check("Chinese font", bool(name), name[0] if name else "none", fix)


def _disk(folder: Path) -> Check:
    there = next(path for path in (folder, *folder.parents) if path.exists())
    free = shutil.disk_usage(there).free
    return Check(
        "disk",
        free >= LOW_DISK_BYTES,
        f"{free / 2**30:.1f} GiB free in {there}",
        "make room before you train",
    )


def _sandbox() -> Check:
    open_ends = not_enforced()
    fix = "install only plugins whose makers you trust" if open_ends else ""
    return Check(
        "sandbox", not open_ends, " ".join(open_ends) or "plugins are held to their permissions", fix
    )


def _plugins(studio: Studio) -> Iterator[Check]:
    yield _sandbox()
    yield Check("plugins", True, f"own ones go into {studio.folders.plugins}")
    for entry in studio.host.plugins():
        if isinstance(entry, Broken):
            yield Check(f"plugin {entry.id}", False, entry.reason, "update or remove it")
            continue
        models = [model.name for model in studio.shelf.models(entry)]
        found = f"{entry.manifest.version}, models: {', '.join(models) or 'none'}"
        missing = bool(entry.manifest.models) and not models
        fix = f"train one: artstudio train {entry.id} --data FOLDER" if missing else ""
        yield Check(f"plugin {entry.id}", not missing, found, fix)
