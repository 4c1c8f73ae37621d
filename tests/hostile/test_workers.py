"""Each attack of a running plugin gets through with the guard off, and not with it on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from artstudio.sdk.errors import StudioError
from tests.hostile import attacks
from tests.hostile.conftest import PLUGINS, SECRET, needs_a_full_sandbox

Loot = Callable[[str, bool], str]

ALL = {
    f"{what}: {how}": code
    for what, group in {
        "reads": attacks.READING, "writes": attacks.WRITING, "opens": attacks.SOCKETS, "processes": attacks.PROCESSES,
    }.items()
    for how, code in group.items()
}  # fmt: skip
# What this machine may refuse even without a guard, by its own settings.
MAYBE_REFUSED = {
    "opens: io_uring, past the filter", "processes: a world of its own to be root in",
    "processes: tracing another program", "processes: reading another program's memory",
    "reads: secrets in the studio's environment", "reads: the studio's memory", "writes: a device",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _own_code_stays() -> Any:
    """One attack appends to the plugin's code."""
    path = PLUGINS / "burglar" / "burglar" / "__init__.py"
    before = path.read_bytes()
    yield
    path.write_bytes(before)


@needs_a_full_sandbox()
@pytest.mark.parametrize("attack", ALL)
def test_an_attack_gets_through_only_with_the_guard_off(attack: str, loot: Loot, tmp_path: Path) -> None:
    with pytest.raises(StudioError) as stopped:
        got = loot(ALL[attack], True)
        pytest.fail(f"it got away with {got[:200]}")
    assert str(stopped.value).startswith("Burglar ")
    assert "\n" not in str(stopped.value)
    assert SECRET not in str(stopped.value)
    assert not (tmp_path / "outside" / "planted").exists()
    assert (tmp_path / "home" / "work.artstudio").read_text() == SECRET
    try:
        assert loot(ALL[attack], False) not in ("", "None")
    except StudioError as refused:
        if attack not in MAYBE_REFUSED:
            raise
        pytest.skip(f"this machine refuses it by itself: {refused}")
