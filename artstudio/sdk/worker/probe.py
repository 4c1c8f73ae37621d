"""Which devices torch can use, asked in a worker because the window never imports torch."""

from __future__ import annotations

from artstudio.sdk.worker.messages import Probed, ProbedDevice


def probe() -> Probed:
    """All devices besides the CPU; none where torch is missing."""
    try:
        import torch  # the one place outside sdk.nn: asking, not computing
    except ImportError:
        return Probed()
    devices = []
    for index in range(torch.cuda.device_count()):
        found = torch.cuda.get_device_properties(index)
        devices.append(ProbedDevice(name=f"cuda:{index}", title=found.name, memory_bytes=found.total_memory))
    if torch.backends.mps.is_available():
        devices.append(ProbedDevice(name="mps", title="Apple GPU"))
    return Probed(devices=tuple(devices))
