"""Project files of older formats, brought to the present one step at a time.

A step is a pure function from the plain JSON of one format to that of the next. `tests/data/projects` keeps a
real file of every format for good.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from artstudio.documents.film import USUAL_FPS
from artstudio.project.schema import FORMAT, ProjectPart
from artstudio.sdk import BadFile

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Plain = dict[str, Any]


def _with_film(old: Plain) -> Plain:
    return {**old, "format": 2, "film": {"fps": USUAL_FPS, "clips": []}}


def _with_rich_text(old: Plain) -> Plain:
    def rich(passage: Plain) -> Plain:
        return {**{key: passage[key] for key in passage if key != "text"}, "prose": {"text": passage["text"]}}

    return {**old, "format": 3, "passages": [rich(passage) for passage in old["passages"]]}


STEPS: Final[Mapping[int, Callable[[Plain], Plain]]] = {1: _with_film, 2: _with_rich_text}
"""From each older format to the next."""


def parsed(data: bytes, name: str) -> ProjectPart:
    """The description in a `project.json` of any format so far; `name` is what an error calls the file.

    Raises:
        BadFile: a newer format, or not such a description.
    """
    try:
        plain = json.loads(data)
    except (ValueError, RecursionError):
        raise BadFile(
            "{name} is damaged (project.json cannot be read): open an earlier version", name=name
        ) from None
    made = plain.get("format") if isinstance(plain, dict) else None
    if not isinstance(made, int) or isinstance(made, bool) or made < 1:
        raise BadFile("{name} is damaged (project.json names no format): open an earlier version", name=name)
    if made > FORMAT:
        raise BadFile(
            "{name} is from a newer artstudio (format {made}; this one reads {known}): update artstudio",
            name=name, made=made, known=FORMAT,
        )  # fmt: skip
    try:
        for step in range(made, FORMAT):
            plain = STEPS[step](plain)
    except (KeyError, TypeError, AttributeError):
        raise BadFile(
            "{name} is damaged (project.json, format {made}): open an earlier version", name=name, made=made
        ) from None
    try:
        return ProjectPart.model_validate(plain)
    except ValidationError as error:
        where = ".".join(str(step) for step in error.errors()[0]["loc"])
        raise BadFile(
            "{name} is damaged (project.json, {where}): open an earlier version", name=name, where=where
        ) from None
