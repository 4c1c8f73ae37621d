"""What stands in a model folder from somewhere else, looked at before any of it is used.

Nothing of such a folder is ever run, and nothing outside it is read: only its configuration and its tensors.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from safetensors import SafetensorError, safe_open

from artstudio.sdk import BadModel
from artstudio.sdk.nn.weights import CONFIG, WEIGHTS, load_config

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor

INDEX: Final = "model.safetensors.index.json"
# Those whose going on and going back in the cache is tested. Others may keep a state that cannot go back.
KINDS: Final = frozenset((
    "apertus", "bloom", "cohere", "cohere2", "ernie4_5", "exaone4", "falcon", "gemma", "gemma2",
    "gemma3_text", "glm", "glm4", "gpt2", "gpt_bigcode", "gpt_neo", "gpt_neox", "gptj", "granite",
    "helium", "llama", "ministral", "ministral3", "mistral", "mixtral", "mpt", "nemotron", "olmo",
    "olmo2", "olmo3", "olmoe", "opt", "phi", "phi3", "qwen2", "qwen2_moe", "qwen3", "qwen3_moe",
    "seed_oss", "smollm3", "stablelm", "starcoder2", "xglm",
))  # fmt: skip
MAX_JSON_BYTES = 16 << 20
MAX_HEADER_BYTES = 16 << 20
MAX_SHARDS = 1000
_MAX_NUMBER = 1 << 31
_MAX_ENTRIES = 4096
_FLOATS = ("F64", "F32", "F16", "BF16")


def file_in(folder: Path, name: str) -> Path | None:
    """The regular file of this name, None where there is none.

    Raises:
        BadModel: it is a link that leads out of the folder (but for the store of blobs of a Hub cache).
    """
    path = folder / name
    if not path.is_file():
        return None
    real, home = path.resolve(), folder.resolve()
    blobs = home.parent.parent / "blobs" if home.parent.name == "snapshots" else home
    if not (real.is_relative_to(home) or real.parent == blobs):
        raise BadModel(
            "{file} in {folder} is a link to somewhere else: copy the file itself", file=name, folder=folder
        )
    return path


def read_json(folder: Path, name: str) -> dict[str, Any]:
    """What a JSON file of the folder says; nothing where there is no such file.

    Raises:
        BadModel: it is damaged, too large, or a link out of the folder.
    """
    path = file_in(folder, name)
    if path is None:
        return {}
    try:
        if path.stat().st_size > MAX_JSON_BYTES:
            raise ValueError
        found = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(found, dict):
            raise ValueError
    except (OSError, ValueError, RecursionError) as problem:
        raise BadModel("{file} in {folder} is damaged: copy it again", file=name, folder=folder) from problem
    return found


def configuration(folder: Path) -> dict[str, Any]:
    """The configuration of a folder, whose kind is one that can be opened, with no absurd number in it.

    Raises:
        BadModel: anything is wrong with it, or it wants code or a kind of numbers that is not read here.
    """
    file_in(folder, CONFIG)
    config = load_config(folder)
    kind = config.get("model_type")
    if not isinstance(kind, str) or kind not in KINDS:
        if "auto_map" in config:
            raise BadModel(
                "the model {folder} wants to run code of its own, which is never done", folder=folder
            )
        raise BadModel(
            "the model {folder} is of the kind {kind}, which cannot write here: Llama, Qwen, Mistral, Gemma, "
            "Phi, GPT-2 and others like them can",
            folder=folder, kind=kind,
        )  # fmt: skip
    if config.get("quantization_config"):
        raise BadModel("the model {folder} is quantised: get it in half precision", folder=folder)
    if not _sane(config):
        raise BadModel("the model {folder} has an absurd number in its {file}", folder=folder, file=CONFIG)
    return config


def _sane(value: object, depth: int = 0) -> bool:
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return len(value) <= _MAX_ENTRIES and depth < 8 and all(_sane(one, depth + 1) for one in inner)
    if isinstance(value, int | float):
        return abs(value) < _MAX_NUMBER
    return value is None or isinstance(value, str)


class Weights:
    """The tensors in a folder's safetensors files. Only their names and shapes are read at first."""

    def __init__(self, folder: Path) -> None:
        """Looks at the files.

        Raises:
            BadModel: there are none, they are damaged, or the index names some that are not there.
        """
        self.folder = folder
        self.shapes: dict[str, tuple[int, ...]] = {}
        self._homes: dict[str, Path] = {}
        for path in _shards(folder):
            try:
                self._look(path)
            except (SafetensorError, OSError, ValueError) as problem:
                raise BadModel(
                    "{file} in {folder} is damaged: copy it again", file=path.name, folder=folder
                ) from problem

    def _look(self, path: Path) -> None:
        with path.open("rb") as file:
            if not 0 < int.from_bytes(file.read(8), "little") <= MAX_HEADER_BYTES:
                raise ValueError("header")
        with safe_open(path, "pt") as content:
            for name in content.keys():  # noqa: SIM118  # it is no mapping
                part = content.get_slice(name)
                if part.get_dtype() in _FLOATS:  # masks of old GPT-2 folders are none, and made anew
                    self.shapes[name] = tuple(part.get_shape())
                    self._homes[name] = path

    @property
    def numbers(self) -> int:
        """How many there are in all."""
        return sum(map(_product, self.shapes.values()))

    def load(self) -> dict[str, Tensor]:
        """All tensors, as stored; the system reads them from the files when they are used."""
        found: dict[str, Tensor] = {}
        for path in dict.fromkeys(self._homes.values()):
            with safe_open(path, "pt") as content:
                found |= {
                    name: content.get_tensor(name) for name, home in self._homes.items() if home == path
                }
        return found


def _product(shape: tuple[int, ...]) -> int:
    product = 1
    for size in shape:
        product *= size
    return product


def _shards(folder: Path) -> list[Path]:
    """The files that hold the weights."""
    if (whole := file_in(folder, WEIGHTS)) is not None:
        return [whole]
    names = read_json(folder, INDEX).get("weight_map")
    if names is None:
        raise BadModel(_without(folder), folder=folder)
    files = set(names.values()) if isinstance(names, dict) and all(map(_plain, names.values())) else set()
    if not 0 < len(files) <= MAX_SHARDS:
        raise BadModel(
            "{file} in {folder} names other files than .safetensors beside it: copy the model again",
            file=INDEX, folder=folder,
        )  # fmt: skip
    shards = []
    for name in sorted(files):
        if (path := file_in(folder, name)) is None:
            raise BadModel("the model {folder} is incomplete: {file} is missing", folder=folder, file=name)
        shards.append(path)
    return shards


def _plain(name: object) -> bool:
    """Whether it is the name of a safetensors file right in the folder."""
    return isinstance(name, str) and name.endswith(".safetensors") and not set(name) & set("/\\:\0")


def _without(folder: Path) -> str:
    suffixes = {path.suffix.lower() for path in folder.iterdir()}
    if suffixes & {".bin", ".pt", ".pth", ".ckpt", ".pkl"}:
        return "the weights in {folder} are a pickle, which could run any code: get the safetensors version"
    if ".gguf" in suffixes:
        return "the weights in {folder} are in the format GGUF: get the safetensors version"
    return "{folder} is no whole model: it has no model.safetensors"
