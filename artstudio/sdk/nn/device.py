"""Devices for plugins: seeds, half precision where it pays, and a full accelerator as a plain error."""

from __future__ import annotations

import random
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

import numpy as np
import torch

from artstudio.sdk.errors import OutOfDeviceMemory

if TYPE_CHECKING:
    from collections.abc import Iterator


def seed_everything(seed: int) -> None:
    """Sets Python's, numpy's and torch's generators, the last on every device."""
    random.seed(seed)
    np.random.seed(seed % 2**32)
    torch.manual_seed(seed % 2**63)


def has_bf16(device: str) -> bool:
    """Whether bfloat16 is fast on `device`, not merely emulated."""
    kind = torch.device(device).type
    if kind == "cuda":
        return bool(torch.cuda.get_device_capability(device)[0] >= 8)
    if kind == "cpu":
        probe = getattr(torch.cpu, "_is_avx512_bf16_supported", None)
        return bool(probe is not None and probe())
    return False


def autocast(device: str) -> AbstractContextManager[object]:
    """A context that computes in bfloat16 where `device` is fast at it, else does nothing."""
    if not has_bf16(device):
        return nullcontext()
    return torch.autocast(torch.device(device).type, torch.bfloat16)


@contextmanager
def device_memory(device: str) -> Iterator[None]:
    """Turns torch's out-of-memory error into the one that the host retries smaller or on the CPU.

    Raises:
        OutOfDeviceMemory: the block ran out of the device's memory.
    """
    try:
        yield
    except torch.OutOfMemoryError as problem:
        if torch.device(device).type == "cuda":
            torch.cuda.empty_cache()
        raise OutOfDeviceMemory("the memory of {device} is full", device=device) from problem
