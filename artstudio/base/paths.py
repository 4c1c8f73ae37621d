"""Where things lie: what came with artstudio, and the artist's own folders."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parents[1]


def builtin_plugins() -> Path:
    """The folder of the plugins that come with artstudio, one folder each."""
    return _bundled("plugins")


def resources() -> Path:
    """The folder of starter models, icons and other files that come with artstudio."""
    return _bundled("resources")


def _bundled(name: str) -> Path:
    installed = _PACKAGE / "bundled" / name  # only a wheel has it
    return installed if installed.is_dir() else _PACKAGE.parent / name


@dataclass(frozen=True, slots=True)
class Folders:
    """The artist's own folders. Passed to whoever writes there; none need exist yet."""

    config: Path
    """Settings and the window's layout."""
    data: Path
    """What is kept and not made by hand."""
    cache: Path
    """What can be made again."""
    logs: Path
    plugins: Path
    """Plugins the artist installed."""
    models: Path
    """Models the artist trained: models/<plugin id>/<name>/."""
    journals: Path
    """Unsaved work, to be offered back after a crash."""
    footage: Path
    """The moving pictures that open projects and journals refer to: <SHA-256>.mkv."""

    @classmethod
    def default(cls) -> Folders:
        """The places the operating system means for these, or all under ARTSTUDIO_HOME where that is set."""
        if home := os.environ.get("ARTSTUDIO_HOME"):
            return cls.under(Path(home))
        places = platformdirs.PlatformDirs("artstudio", appauthor=False)
        return cls._of(
            places.user_config_path, places.user_data_path, places.user_cache_path, places.user_log_path
        )

    @classmethod
    def under(cls, root: Path) -> Folders:
        """All folders under one, as for a test or a studio on a stick."""
        root = root.absolute()
        return cls._of(root / "config", root / "data", root / "cache", root / "logs")

    @classmethod
    def _of(cls, config: Path, data: Path, cache: Path, logs: Path) -> Folders:
        return cls(
            config=config,
            data=data,
            cache=cache,
            logs=logs,
            plugins=data / "plugins",
            models=data / "models",
            journals=data / "journals",
            footage=data / "footage",
        )
