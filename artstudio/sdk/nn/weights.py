"""A model on disk: `model.safetensors` beside `config.json`. Never pickle.

Knows no torch, so that a model that is run with numpy is read without importing it. Weights may be stored in
half precision and are read back as float32; bfloat16, which numpy lacks, is widened bit by bit.
"""

from __future__ import annotations

import json
import os
import struct
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError, deserialize

from artstudio.sdk.errors import BadModel

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

Array = npt.NDArray[Any]
Precision = Literal["fp16", "bf16", "fp32"]

WEIGHTS = "model.safetensors"
CONFIG = "config.json"
MAX_WEIGHTS_BYTES = 32 << 30
MAX_CONFIG_BYTES = 1 << 20
_PLAIN = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "U8": "u1", "BOOL": "?"}
_NAMES = {np.dtype(code): name for name, code in _PLAIN.items()}


def save_model(
    folder: Path, arrays: Mapping[str, Array], config: Mapping[str, Any], *, precision: Precision = "fp16"
) -> None:
    """Writes a model folder; each file appears whole or not at all. `config` must be plain JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(config, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    write_atomically(folder / CONFIG, text.encode())
    write_atomically(folder / WEIGHTS, pack(arrays, precision=precision))


def load_config(folder: Path) -> dict[str, Any]:
    """What `config.json` says.

    Raises:
        BadModel: the file is missing, too large or no JSON object.
    """
    path = folder / CONFIG
    if not path.is_file():
        raise BadModel("{folder} is no model: it has no {file}", folder=folder, file=CONFIG)
    try:
        if path.stat().st_size > MAX_CONFIG_BYTES:
            raise ValueError
        config = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(config, dict):
            raise ValueError
    except (ValueError, OSError, RecursionError) as problem:
        raise BadModel(
            "the model {folder} has an unreadable {file}: copy it again", folder=folder, file=CONFIG
        ) from problem
    return config


def load_weights(
    folder: Path, shapes: Mapping[str, tuple[int, ...]], *, optional: Collection[str] = ()
) -> dict[str, Array]:
    """The tensors of a model folder as float32 (integers as they are), exactly those named in `shapes`.

    Those that are `optional` may be missing.

    Raises:
        BadModel: the file is missing, damaged or too large, or a tensor is missing, left over or misshapen.
    """
    path = folder / WEIGHTS
    if not path.is_file():
        raise BadModel("{folder} is no model: it has no {file}", folder=folder, file=WEIGHTS)
    if path.stat().st_size > MAX_WEIGHTS_BYTES:
        raise BadModel(
            "the model {folder} is larger than {max} GiB", folder=folder, max=MAX_WEIGHTS_BYTES >> 30
        )
    try:
        arrays = unpack(path.read_bytes())
    except (ValueError, OSError) as problem:
        raise BadModel(
            "the weights in {folder} are damaged: copy the model again", folder=folder
        ) from problem
    for name in sorted((shapes.keys() - set(optional)) | arrays.keys()):
        found = arrays[name].shape if name in arrays else None
        if found != shapes.get(name):
            raise BadModel(
                "the model {folder} does not fit its {config}: {tensor} has the shape {found}, "
                "expected {expected}",
                folder=folder,
                config=CONFIG,
                tensor=name,
                found=found or "of a missing tensor",
                expected=shapes.get(name) or "no such tensor",
            )
    return {name: widened(array) for name, array in arrays.items()}


def pack(arrays: Mapping[str, Array], *, precision: Precision | None = None) -> bytes:
    """`arrays` as the bytes of a safetensors file; floats are stored in `precision` (None: as they are)."""
    header: dict[str, dict[str, Any]] = {}
    chunks: list[bytes] = []
    size = 0
    for name in sorted(arrays):
        array = np.asarray(arrays[name])
        shape = list(array.shape)
        kind = _NAMES.get(array.dtype, "")
        if array.dtype.kind == "f" and precision is not None:
            kind = {"fp16": "F16", "bf16": "BF16", "fp32": "F32"}[precision]
            array = _to_bf16(array) if precision == "bf16" else array.astype(_PLAIN[kind])
        chunks.append(array.tobytes())
        header[name] = {"dtype": kind, "shape": shape, "data_offsets": [size, size + len(chunks[-1])]}
        size += len(chunks[-1])
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return b"".join([struct.pack("<Q", len(text)), text, *chunks])


def unpack(content: bytes) -> dict[str, Array]:
    """The arrays in the bytes of a safetensors file, as stored (bfloat16 as float32).

    Raises:
        ValueError: the bytes are no safetensors file, or hold a number format that is not known here.
    """
    try:
        entries = deserialize(content)  # type: ignore[no-untyped-call]
    except SafetensorError as problem:
        raise ValueError(str(problem)) from problem
    arrays: dict[str, Array] = {}
    for name, entry in entries:
        if entry["dtype"] == "BF16":
            bits = np.frombuffer(entry["data"], np.uint16).astype(np.uint32) << 16
            array: Array = bits.view(np.float32)
        elif entry["dtype"] in _PLAIN:
            array = np.frombuffer(entry["data"], _PLAIN[entry["dtype"]])
        else:
            raise ValueError(f"{name} is stored as {entry['dtype']}")
        arrays[name] = array.reshape(entry["shape"])
    return arrays


def widened(array: Array) -> Array:
    """A writable copy, floats as float32."""
    return array.astype(np.float32) if array.dtype.kind == "f" else array.copy()


def _to_bf16(array: Array) -> npt.NDArray[np.uint16]:
    bits = np.ascontiguousarray(array, np.float32).view(np.uint32)
    rounded = bits + 0x7FFF + (bits >> 16 & 1)  # to nearest, ties to even
    return np.where(np.isnan(array), 0x7FC0, rounded >> 16).astype(np.uint16)


def write_atomically(path: Path, content: bytes) -> None:
    """`content` at `path`: the old file or the new one, never half of it."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
