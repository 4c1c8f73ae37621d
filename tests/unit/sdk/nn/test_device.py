import random

import numpy as np
import pytest
import torch

from artstudio.sdk import OutOfDeviceMemory
from artstudio.sdk.nn.device import autocast, device_memory, has_bf16, seed_everything


def test_the_seed_decides_every_generator() -> None:
    def drawn() -> tuple[float, float, float]:
        return random.random(), float(np.random.rand()), float(torch.rand(1))

    seed_everything(2**40 + 3)
    first = drawn()
    assert drawn() != first
    seed_everything(2**40 + 3)
    assert drawn() == first


def test_autocast_computes_in_half_precision_exactly_where_it_is_fast() -> None:
    with autocast("cpu"):
        product = torch.ones(2, 2) @ torch.ones(2, 2)
    assert product.dtype == (torch.bfloat16 if has_bf16("cpu") else torch.float32)


def test_a_full_device_is_a_plain_error() -> None:
    with pytest.raises(OutOfDeviceMemory, match="cpu is full"), device_memory("cpu"):
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")
