"""A pipeline's folder, looked at before any library touches it: no code, no pickle, nothing missing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from artstudio.sdk import BadModel

if TYPE_CHECKING:
    from pathlib import Path

INDEX: Final = "model_index.json"
PICKLES: Final = frozenset((".bin", ".ckpt", ".pt", ".pth", ".pkl"))
WEIGHTS: Final = ".safetensors"
MAX_JSON_BYTES = 1 << 20
NO_MODEL: Final = (
    "choose a model first: the folder of a diffusers pipeline, with model_index.json in it, such as one of "
    "Stable Diffusion that you have downloaded"
)
_PICKLED: Final = (
    "the weights in {folder} are pickles, which can run a stranger's code: get the model's .safetensors files"
)
_CODE: Final = "the model {folder} wants to run code of its own, which is never done: choose another"


@dataclass(frozen=True)
class PipelineFolder:
    """What a folder says it holds: `parts` are (library, class) by name, `variant` is in the files' names.

    `without` names the parts that the pipeline could have and does without.
    """

    path: Path
    kind: str
    parts: dict[str, tuple[str, str]]
    without: tuple[str, ...]
    variant: str | None


def looked_at(folder: Path) -> PipelineFolder:
    """Reads the index of a pipeline and sees that its parts are there.

    Raises:
        BadModel: it is no pipeline, is incomplete, holds pickles only, or brings code along.
    """
    if not (folder / INDEX).is_file():
        suffixes = {file.suffix.lower() for file in folder.iterdir()} if folder.is_dir() else set()
        if suffixes & PICKLES and WEIGHTS not in suffixes:
            raise BadModel(_PICKLED, folder=folder.name)
        raise BadModel(
            "{folder} is no diffusers pipeline, it has no {file}: choose the folder that has, not a single "
            "checkpoint",
            folder=folder.name, file=INDEX,
        )  # fmt: skip
    said = _read(folder / INDEX, folder)
    kind = said.get("_class_name")
    if not isinstance(kind, str) or not kind.isidentifier() or any(folder.rglob("*.py")):
        raise BadModel(_CODE, folder=folder.name)
    parts: dict[str, tuple[str, str]] = {}
    for name, entry in said.items():
        if not isinstance(entry, list) or len(entry) != 2 or entry == [None, None]:
            continue  # a setting, or no part
        library, made_of = entry
        if not all(isinstance(one, str) and one.isidentifier() for one in (name, library, made_of)):
            raise BadModel(_CODE, folder=folder.name)
        _check_part(folder, name)
        parts[name] = (library, made_of)
    if not parts:
        raise BadModel("the pipeline {folder} is empty: copy it again", folder=folder.name)
    without = tuple(name for name, entry in said.items() if entry == [None, None])
    return PipelineFolder(folder, kind, parts, without, _variant(folder, list(parts)))


def _check_part(folder: Path, name: str) -> None:
    part = folder / name
    files = {file.name for file in part.iterdir()} if part.is_dir() else set()
    if not files:
        raise BadModel(
            "the pipeline {folder} is incomplete, it has no {part}: copy it again",
            folder=folder.name, part=name,
        )  # fmt: skip
    suffixes = {"." + file.rpartition(".")[2].lower() for file in files}
    if suffixes & PICKLES and WEIGHTS not in suffixes:
        raise BadModel(_PICKLED, folder=f"{folder.name}/{name}")
    if "config.json" in files and "auto_map" in _read(part / "config.json", folder):
        raise BadModel(_CODE, folder=folder.name)


def _variant(folder: Path, parts: list[str]) -> str | None:
    """The mark in the names of the weights ("fp16") where a part has no others."""
    for part in parts:
        names = [file.name for file in (folder / part).glob(f"*{WEIGHTS}")]
        # model.safetensors, model-00001-of-00002.safetensors; model.fp16.safetensors
        marks = {name.split(".")[1].split("-")[0] for name in names if name.count(".") == 2}
        if marks and all(name.count(".") == 2 for name in names):
            return "fp16" if "fp16" in marks else min(marks)
    return None


def _read(path: Path, folder: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > MAX_JSON_BYTES:
            raise ValueError
        found = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(found, dict):
            raise ValueError
    except (OSError, ValueError, RecursionError) as error:
        raise BadModel(
            "{file} in {folder} is damaged: copy it again", file=path.name, folder=folder.name
        ) from error
    return found
