"""Which device a job runs on."""

from __future__ import annotations

import pytest

from artstudio.engine.devices import CPU, Device, pick

SMALL = Device("cuda:0", "Small", 8 * 2**30)
LARGE = Device("cuda:1", "Large", 80 * 2**30)
APPLE = Device("mps", "Apple GPU")


@pytest.mark.parametrize(
    ("present", "setting", "picked"),
    [
        ([CPU], "auto", CPU),
        ([], "auto", CPU),
        ([CPU, SMALL, LARGE], "auto", LARGE),
        ([CPU, APPLE], "auto", APPLE),
        ([CPU, SMALL, LARGE], "cuda:0", SMALL),
        ([CPU, SMALL], "cpu", CPU),
        ([SMALL], "cpu", CPU),
        ([CPU], "cuda:0", CPU),
        ([CPU, SMALL], "cuda:7", SMALL),
    ],
)
def test_the_chosen_device_else_the_roomiest_else_the_cpu(
    present: list[Device], setting: str, picked: Device
) -> None:
    assert pick(present, setting) == picked
