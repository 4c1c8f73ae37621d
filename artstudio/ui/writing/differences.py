"""Where two run-length sequences of one length differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from artstudio.documents.runs import Runs


def differing_runs(one: Runs[Any], other: Runs[Any]) -> tuple[int, int] | None:
    """The smallest span outside which both are equal; None where they are."""
    if one == other:
        return None
    mine, theirs = list(one), list(other)
    start = _same(mine, theirs)
    size = len(one)
    # counted from the end, the same again
    turned = [
        [(size - end, size - begin, value) for begin, end, value in reversed(runs)] for runs in (mine, theirs)
    ]
    return start, size - _same(turned[0], turned[1])


def _same(one: list[tuple[int, int, Any]], other: list[tuple[int, int, Any]]) -> int:
    """How far both are equal from their beginning."""
    at = 0
    for (_, end, value), (_, other_end, other_value) in zip(one, other, strict=False):
        if value != other_value:
            break
        at = min(end, other_end)
        if end != other_end:
            break
    return at
