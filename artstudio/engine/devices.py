"""Which device a job runs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

AUTOMATIC = "auto"


@dataclass(frozen=True, slots=True)
class Device:
    """A torch device: `name` as torch spells it ("cuda:0", "mps", "cpu"), `title` for the artist."""

    name: str
    title: str
    memory_bytes: int | None = None


CPU = Device("cpu", "Processor")


def pick(devices: Sequence[Device], setting: str = AUTOMATIC) -> Device:
    """The device to use: the chosen one where it is present, else the GPU with most memory, else the CPU."""
    for device in devices:
        if device.name == setting:
            return device
    if setting == CPU.name:
        return CPU
    accelerators = [device for device in devices if device.name != CPU.name]
    return max(accelerators, key=lambda device: device.memory_bytes or 0, default=CPU)
