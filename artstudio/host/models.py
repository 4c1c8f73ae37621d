"""Models on disk: the starters that come with the plugins, and the artist's own."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from artstudio.host.plain_copy import copy_plain
from artstudio.sdk.errors import BadModel

if TYPE_CHECKING:
    from artstudio.host.discovery import Found
    from artstudio.host.elsewhere import Elsewhere

CARD_NAME = "MODEL_CARD.md"
SAMPLE_SUFFIXES = (".mid", ".png", ".txt", ".wav", ".mp4")


@dataclass(frozen=True, slots=True)
class Model:
    """One model folder of a plugin."""

    plugin: str
    name: str
    title: str
    folder: Path
    starter: bool
    elsewhere: bool = False
    """It lies in a folder of the artist's, which is only known, never changed."""

    def card(self, language: str = "en") -> str:
        """The model card as Markdown, in `language` where there is one beside it; empty without one."""
        name = Path(CARD_NAME)
        for one in (name.with_suffix(f".{language}{name.suffix}"), name):
            try:
                return (self.folder / one).read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                continue
        return ""

    @property
    def samples(self) -> list[Path]:
        """What the model made while it was trained."""
        folder = self.folder / "samples"
        if not folder.is_dir():
            return []
        return sorted(path for path in folder.iterdir() if path.suffix in SAMPLE_SUFFIXES)


class ModelShelf:
    """The models of every plugin: built-in starters below `starters`, own ones below `own`/<id>/<name>."""

    def __init__(self, starters: Path, own: Path) -> None:
        self._starters = starters
        self._own = own

    @functools.cached_property
    def _elsewhere(self) -> Elsewhere:
        from artstudio.host.elsewhere import Elsewhere  # the window's first paint does without

        return Elsewhere(self._own)

    def models(self, plugin: Found) -> list[Model]:
        """Starters first, then the artist's own by name.

        The starters of a plugin that did not come with the studio lie in its folder, below `models`; one that
        is a link out of there is none.
        """
        place = self._starters if plugin.origin == "builtin" else plugin.folder / "models"
        found = [
            Model(plugin.id, entry.name, entry.title or entry.name.capitalize(), place / entry.folder, True)
            for entry in plugin.manifest.models
            if (place / entry.folder).is_dir()
            and (place / entry.folder).resolve().is_relative_to(place.parent.resolve())
        ]
        own = self._own / plugin.id
        if own.is_dir():
            folders = sorted(
                path for path in own.iterdir() if path.is_dir() and not path.name.startswith(".")
            )
            found += [Model(plugin.id, path.name, path.name, path, False) for path in folders]
        return found + [
            Model(plugin.id, name, name, path, False, True)
            for name, path in sorted(self._elsewhere.folders(plugin.id).items())
            if path.is_dir()
        ]

    def folders(self, plugin: Found) -> tuple[Path, ...]:
        """All that its worker may read of models: the starters, and where own ones lie or will lie."""
        own = self._own / plugin.id
        with contextlib.suppress(OSError):  # a folder that is not there cannot be granted
            own.mkdir(parents=True, exist_ok=True)
        return (*(model.folder for model in self.models(plugin) if model.starter), own)

    def starter(self, plugin: Found) -> Path | None:
        """The folder of the first starter; None for a plugin without one."""
        return next((model.folder for model in self.models(plugin) if model.starter), None)

    def add(self, plugin: Found, folder: Path, name: str) -> Model:
        """Copies a trained model onto the shelf as `name`, whole or not at all; no link in it is followed.

        Raises:
            BadModel: the name is taken or no usable folder name, it holds a link, or copying failed.
        """
        target = self._place(plugin.id, name)
        temporary = target.with_name(f".{target.name}.part")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.rmtree(temporary, ignore_errors=True)
            copy_plain(folder, temporary)
            temporary.replace(target)
        except BadModel:
            shutil.rmtree(temporary, ignore_errors=True)
            raise
        except OSError as error:
            shutil.rmtree(temporary, ignore_errors=True)
            raise BadModel("the model {name} cannot be kept: {reason}", name=name, reason=error) from None
        return Model(plugin.id, name, name, target, False)

    def use_folder(self, plugin: Found, folder: Path) -> Model:
        """Lists a model that lies elsewhere and stays there, under a free name like its folder's.

        Raises:
            BadModel: it is no folder, or the list cannot be written.
        """
        folder = folder.absolute()
        if not folder.is_dir():
            raise BadModel("{folder} is no folder: choose one that holds a model", folder=folder)
        for model in self.models(plugin):
            if model.folder == folder:
                return model
        name = self.free_name(plugin.id, folder.name)
        self._elsewhere.put(plugin.id, name, folder)
        return Model(plugin.id, name, name, folder, False, True)

    def rename(self, model: Model, name: str) -> Model:
        """Gives an own model another name; a folder elsewhere keeps its own. Raises as `add`."""
        target = self._place(model.plugin, name)
        self._must_be_own(model)
        if model.elsewhere:
            self._elsewhere.put(model.plugin, name, model.folder)
            return Model(model.plugin, name, name, model.folder, False, True)
        try:
            model.folder.replace(target)
        except OSError as error:
            raise BadModel("{name} cannot be renamed: {reason}", name=model.name, reason=error) from None
        return Model(model.plugin, name, name, target, False)

    def delete(self, model: Model) -> None:
        """Removes an own model for good; of one that lies elsewhere, only what is known of it.

        Raises:
            BadModel: it is a starter, or cannot be removed.
        """
        self._must_be_own(model)
        if model.elsewhere:
            self._elsewhere.forget(model.plugin, model.name)
            return
        try:
            shutil.rmtree(model.folder)
        except OSError as error:
            raise BadModel("{name} cannot be removed: {reason}", name=model.name, reason=error) from None

    def free_name(self, plugin_id: str, wish: str) -> str:
        """`wish`, with a number behind it where it is taken."""
        wish = re.sub(r"^\W+|[^\w .-]", "", wish)[:56].strip(" .") or "model"
        name, number = wish, 2
        while self._taken(plugin_id, name):
            name, number = f"{wish} {number}", number + 1
        return name

    def _place(self, plugin_id: str, name: str) -> Path:
        if not re.fullmatch(r"\w[\w .-]{0,63}", name) or name.endswith((".", " ")):
            raise BadModel("{name} cannot name a model: use letters, digits, spaces, - and _", name=name)
        target = self._own / plugin_id / name
        if self._taken(plugin_id, name):
            raise BadModel("there is already a model called {name}: choose another name", name=name)
        return target

    def _taken(self, plugin_id: str, name: str) -> bool:
        return (self._own / plugin_id / name).exists() or name in self._elsewhere.folders(plugin_id)

    def _must_be_own(self, model: Model) -> None:
        if model.starter:
            raise BadModel("{name} comes with the studio and stays as it is", name=model.title)


def model_hash(folder: Path | None) -> str:
    """A SHA-256 over a model's weights and configuration, of all its parts; empty for no model."""
    if folder is None:
        return ""
    files = sorted(p for p in folder.rglob("*") if p.suffix in (".safetensors", ".json") and p.is_file())
    found = [(p.relative_to(folder).as_posix(), p.stat()) for p in files]
    stamp = tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in found)
    return _hash(folder, stamp)


@functools.lru_cache(maxsize=64)
def _hash(folder: Path, stamp: tuple[tuple[str, int, int], ...]) -> str:
    digest = hashlib.sha256()
    for name, _, _ in stamp:
        digest.update(name.encode() + b"\0")
        with (folder / name).open("rb") as file:
            while piece := file.read(1 << 20):
                digest.update(piece)
    return digest.hexdigest()
