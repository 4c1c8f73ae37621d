"""`installer/constraints.txt` names one version of everything that artstudio and its tests bring along."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOP = Path(__file__).parents[2]
PINNED_BY_TORCH = ("nvidia-", "cuda-", "triton")


def pins() -> dict[str, Requirement]:
    lines = (TOP / "installer/constraints.txt").read_text(encoding="utf-8").splitlines()
    wanted = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(each.name): each for each in wanted}


def brought_along(name: str, extra: str, seen: set[str]) -> set[str]:
    """Names of all that `name` needs on this machine, itself left out."""
    try:
        needs = [Requirement(line) for line in requires(name) or ()]
    except PackageNotFoundError:
        return seen
    for need in needs:
        needed = canonicalize_name(need.name)
        if needed not in seen and (need.marker is None or need.marker.evaluate({"extra": extra})):
            seen.add(needed)
            brought_along(needed, "", seen)
    return seen


def test_everything_is_pinned() -> None:
    needed = brought_along("artstudio", "test", set())
    assert {"torch", "pyside6", "pytest"} <= needed
    assert {name for name in needed - set(pins()) if not name.startswith(PINNED_BY_TORCH)} == set()


def test_each_pin_is_exact() -> None:
    assert {
        name for name, pin in pins().items() if [each.operator for each in pin.specifier] != ["=="]
    } == set()
