"""Each attack of a running plugin gets through with the guard off, and not with it on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from artstudio.sdk.errors import StudioError
from tests.helpers.loopback import there_is_loopback
from tests.hostile import attacks
from tests.hostile.conftest import OWN_CODE, SECRET, Loot, needs_a_full_sandbox

ALL = {
    f"{what}: {how}": code
    for what, group in (
        ("reads", attacks.READING),
        ("writes", attacks.WRITING),
        ("opens", attacks.SOCKETS),
        ("processes", attacks.PROCESSES),
    )
    for how, code in group.items()
}
# What this machine may refuse even without a guard, by its own settings.
MAYBE_REFUSED = {
    "reads: when the artist opens a file",  # where others hold all that may be watched

    "opens: io_uring, past the filter", "processes: a world of its own to be root in",
    "processes: tracing another program", "processes: reading another program's memory",
    "reads: secrets in the studio's environment", "reads: the studio's memory", "writes: a device",
}  # fmt: skip
if not there_is_loopback():
    MAYBE_REFUSED |= {"opens: TCP", "opens: UDP"}


@pytest.fixture(autouse=True)
def _own_code_stays() -> Any:
    """One attack appends to the plugin's code."""
    before = OWN_CODE.read_bytes()
    yield
    OWN_CODE.write_bytes(before)


@needs_a_full_sandbox()
@pytest.mark.parametrize("attack", ALL)
def test_an_attack_gets_through_only_with_the_guard_off(attack: str, loot: Loot, house: Path) -> None:
    with pytest.raises(StudioError) as stopped:
        loot(ALL[attack], True)
    assert str(stopped.value).startswith("Burglar ")
    assert "\n" not in str(stopped.value)
    assert SECRET not in str(stopped.value)
    assert not (house / "outside" / "planted").exists()
    assert (house / "home" / "work.artstudio").read_text() == SECRET
    try:
        assert loot(ALL[attack], False) not in ("", "None")
    except StudioError as refused:
        if attack not in MAYBE_REFUSED:
            raise
        pytest.skip(f"this machine refuses it by itself: {refused}")
