"""What an artist types into the search line: words, and `name:value` for everything else.

`kind:picture`, `plugin:gan_painter`, `model:waves`, `project:House`, `tag:boats`, `in:Best` (a collection),
`star:3` (or more), `since:2026-05-01`, `until:2026-05-31` (that day included); every other name is a
parameter: `steps:20`, `steps:20..40`, `steps:20..`, `style:ink`. A value with spaces stands in quotes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from artstudio.library.query import Parameter, Query

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS: Final = {
    "picture": "image", "film": "video", "tune": "score", "sound": "audio", "map": "tilemap",
}  # fmt: skip
"""What an artist calls kinds; others go by their own names."""

_ANYTHING: Final = Query()
_FILTER: Final = re.compile(r'(?<!\S)([^\W\d][\w-]*):("[^"]*"|[^\s"]+)')
_NUMBER: Final = r"[-+]?\d+(?:\.\d+)?"
_RANGE: Final = re.compile(rf"({_NUMBER})?\.\.({_NUMBER})?")


def typed(line: str, beside: Query = _ANYTHING) -> Query:
    """The query that `line` stands for, with all that `beside` asks for. What makes no sense is a word."""
    query, words = beside, line
    for match in _FILTER.finditer(line):
        found = _with(query, match[1], match[2].strip('"'))
        if found is not None:
            query, words = found, words.replace(match[0], " ", 1)
    return replace(query, words=" ".join([beside.words, words]).strip())


def _with(query: Query, name: str, value: str) -> Query | None:
    if name in _LISTS:
        known: tuple[str, ...] = getattr(query, field := _LISTS[name])
        value = KINDS.get(value.lower(), value) if name == "kind" else value
        fields: dict[str, Any] = {field: (*known, value)}
        return replace(query, **fields)
    if name in _SET:
        return _SET[name](query, value)
    return replace(query, parameters=(*query.parameters, _parameter(name, value)))


def _parameter(name: str, value: str) -> Parameter:
    if bounds := _RANGE.fullmatch(value):
        least, most = (None if bound is None else float(bound) for bound in bounds.groups())
        return Parameter(name, None, least, most)
    if re.fullmatch(_NUMBER, value):
        return Parameter(name, None, float(value), float(value))
    return Parameter(name, value.lower() if value.lower() in ("true", "false") else value)


def _star(query: Query, value: str) -> Query | None:
    return replace(query, stars=int(value)) if value in "012345" and len(value) == 1 else None


def _day_ms(value: str, days_on: int = 0) -> int | None:
    try:
        return int((datetime.fromisoformat(value) + timedelta(days=days_on)).timestamp() * 1000)
    except (ValueError, OverflowError, OSError):
        return None


def _since(query: Query, value: str) -> Query | None:
    return None if (at := _day_ms(value)) is None else replace(query, since_ms=at)


def _until(query: Query, value: str) -> Query | None:
    return None if (at := _day_ms(value, 1)) is None else replace(query, until_ms=at)


_LISTS: Final = {"kind": "kinds", "plugin": "plugins", "model": "models", "tag": "tags"}
_SET: Final[dict[str, Callable[[Query, str], Query | None]]] = {
    "project": lambda query, value: replace(query, project=value),
    "in": lambda query, value: replace(query, collection=value),
    "star": _star,
    "since": _since,
    "until": _until,
}
