"""How well a few typed letters name a command."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """How well a query fits, the higher the better, and which letters of the text it stands on."""

    score: float
    at: frozenset[int]


def match(query: str, title: str, path: str = "") -> Match | None:
    """How `query` fits `title`, or None. Each of its words must fit the title or, for less, the `path`.

    A word fits as a whole stretch of letters, best at the start of a word, or letter by letter in order:
    "gb" finds "Gaussian blur". `at` counts in `title`.
    """
    score, at = 0.0, set[int]()
    for word in query.casefold().split():
        found = _word(word, title)
        if found is None:
            elsewhere = _word(word, path)
            if elsewhere is None:
                return None
            score += elsewhere.score / 4
        else:
            score += found.score
            at |= found.at
    return Match(score - len(title) / 100, frozenset(at))


def _word(word: str, text: str) -> Match | None:
    lower = text.casefold()
    if len(lower) != len(text):  # a letter that folds into two: positions would be off
        lower = text.lower() if len(text.lower()) == len(text) else text
    starts = [i for i in range(len(lower)) if i == 0 or not lower[i - 1].isalnum()]
    whole = next((i for i in starts if lower.startswith(word, i)), lower.find(word))
    if whole >= 0:
        at_start = 8.0 if whole == 0 else 5.0 if whole in starts else 1.0
        return Match(len(word) * 3 + at_start, frozenset(range(whole, whole + len(word))))
    return _in_order(word, lower, frozenset(starts))


def _in_order(word: str, lower: str, starts: frozenset[int]) -> Match | None:
    """Letter by letter, taking a word's first letter where there is one and the rest can still follow."""
    at: list[int] = []
    score, begin = 0.0, 0
    for n, letter in enumerate(word):
        rest = word[n + 1 :]
        places = [i for i in range(begin, len(lower)) if lower[i] == letter and _follows(rest, lower, i + 1)]
        if not places:
            return None
        next_one = places[0] if at and places[0] == at[-1] + 1 else None
        place = next((i for i in places if i in starts), places[0]) if next_one is None else next_one
        score += 2.0 if place in starts else 1.5 if next_one is not None else 0.25
        at.append(place)
        begin = place + 1
    return Match(score, frozenset(at)) if score >= len(word) else None


def _follows(rest: str, text: str, begin: int) -> bool:
    for letter in rest:
        begin = text.find(letter, begin) + 1
        if not begin:
            return False
    return True
