"""Looks for words and patterns in a text, and makes what stands instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRegularExpression

from artstudio.sdk import InvalidValue
from artstudio.ui.writing.strings import Units

MOST: Final = 100_000  # places found at most
_REFERENCE: Final = re.compile(r"\\(\\|n|t|\d{1,2}|g<\w+>)")


@dataclass(frozen=True)
class Wanted:
    """What is looked for: words as they are written, or a `pattern` in Perl's notation."""

    text: str
    pattern: bool = False
    match_case: bool = False
    whole_words: bool = False

    def expression(self) -> QRegularExpression:
        """As Qt looks for it. Qt's engine gives up on a pattern that would go on for ever; Python's does not.

        Raises:
            InvalidValue: the pattern cannot be read.
        """
        source = self.text if self.pattern else QRegularExpression.escape(self.text)
        option = QRegularExpression.PatternOption
        options = option.UseUnicodePropertiesOption | option.MultilineOption
        if not self.match_case:
            options |= option.CaseInsensitiveOption
        if self.whole_words:
            source = rf"\b(?:{source})\b"
        made = QRegularExpression(source, options)
        if not made.isValid():
            raise InvalidValue(
                "this pattern cannot be read: {why}, at character {at}",
                why=made.errorString(), at=made.patternErrorOffset() + 1,
            )  # fmt: skip
        return made


@dataclass(frozen=True)
class Found:
    """Places in order, and what the groups of a pattern caught in each.

    `all_of_them` says that there were not too many to look for them all.
    """

    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    groups: tuple[tuple[str, ...], ...] = ()
    all_of_them: bool = True

    def __len__(self) -> int:
        return len(self.starts)


NOTHING: Final = Found(np.zeros(0, np.int64), np.zeros(0, np.int64))


def find_all(text: str, wanted: Wanted, *, groups: bool = False) -> Found:
    """Every place where what is wanted stands; empty ones do not count. Meant for a thread beside the window.

    Raises:
        InvalidValue: the pattern cannot be read, or takes too long.
    """
    if not wanted.text:
        return NOTHING
    places: list[tuple[int, int]] = []
    caught: list[tuple[str, ...]] = []
    complete = True
    found = wanted.expression().globalMatch(text)
    gave_up = not found.isValid()
    while found.hasNext():
        match = found.next()
        if not match.capturedLength():
            gave_up = False
            continue
        gave_up = not found.isValid()
        if len(places) >= MOST:
            complete = False
            break
        places.append((match.capturedStart(), match.capturedEnd()))
        if groups and wanted.pattern:
            caught.append(tuple(match.capturedTexts()))
    if gave_up and complete:
        raise InvalidValue("this pattern takes too long on this text: make it simpler")
    if not places:
        return NOTHING
    units = Units(text)
    table = np.array([[units.to_characters(a), units.to_characters(b)] for a, b in places], np.int64)
    return Found(table[:, 0], table[:, 1], tuple(caught), complete)


def replacement(template: str, groups: tuple[str, ...] | None) -> str:
    r"""What stands instead: with `groups`, \1 is what the first group caught, \0 all, \n a new line."""
    if groups is None:
        return template

    def meant(found: re.Match[str]) -> str:
        sign = found[1]
        if sign == "n":
            return "\n"
        if sign == "t":
            return "\t"
        if sign == "\\":
            return "\\"
        number = sign[2:-1] if sign.startswith("g") else sign
        return groups[int(number)] if number.isdecimal() and int(number) < len(groups) else found[0]

    return _REFERENCE.sub(meant, template)
