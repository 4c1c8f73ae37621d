"""Models that lie in folders of the artist's: only known, by name, never copied or changed."""

from __future__ import annotations

import json
from pathlib import Path

from artstudio.base.atomic import read_bytes, write_bytes
from artstudio.sdk.errors import BadModel, StudioError

_SUFFIX = ".elsewhere.json"  # beside the folder of a plugin's own models, which its worker may read


class Elsewhere:
    """The list of each plugin is a file in `place`."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def folders(self, plugin_id: str) -> dict[str, Path]:
        """Folders by name, also those that are not there now, as on a disk that was taken out."""
        try:
            listed = json.loads(read_bytes(self._file(plugin_id), 1))
        except (StudioError, ValueError, RecursionError):
            return {}
        pairs = listed.items() if isinstance(listed, dict) else ()
        return {name: Path(path) for name, path in pairs if isinstance(path, str)}

    def put(self, plugin_id: str, name: str, folder: Path) -> None:
        """List `folder` as `name`, and under no other name.

        Raises:
            BadModel: the list cannot be written.
        """
        known = {one: path for one, path in self.folders(plugin_id).items() if path != folder}
        self._write(plugin_id, {**known, name: folder})

    def forget(self, plugin_id: str, name: str) -> None:
        """Take a name off the list. Raises as `put`."""
        self._write(plugin_id, {one: path for one, path in self.folders(plugin_id).items() if one != name})

    def _file(self, plugin_id: str) -> Path:
        return self._place / f"{plugin_id}{_SUFFIX}"

    def _write(self, plugin_id: str, folders: dict[str, Path]) -> None:
        listed = {name: str(path) for name, path in folders.items()}
        try:
            self._place.mkdir(parents=True, exist_ok=True)
            write_bytes(self._file(plugin_id), json.dumps(listed, indent=1, ensure_ascii=False).encode())
        except (OSError, StudioError) as error:
            raise BadModel("the list of models cannot be written: {reason}", reason=error) from None
