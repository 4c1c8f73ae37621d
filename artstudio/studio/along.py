"""Writing along: what of a text a model is given, what of its result is new, and how that lands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from artstudio.documents.edits import Put, Together
from artstudio.documents.forks import Branch, fresh_fork_id, shown_forks
from artstudio.documents.recipe import Recipe
from artstudio.documents.text_edits import Branched, Walk, as_typed
from artstudio.documents.writing import Passage
from artstudio.sdk import InvalidValue, Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from artstudio.documents.edits import Edit
    from artstudio.documents.forks import Fork
    from artstudio.documents.sheet import Sheet
    from artstudio.sdk.schema import ActionSchema
    from artstudio.studio.generate import Inputs

MOST_GIVEN: Final = 20_000
"""Characters that a model gets of what stands before or after a place."""

UP_TO, BEFORE, AFTER = "up to", "before", "after"
"""Where an input of an action that writes along is from: all up to the cursor, or around a selection."""

_SOURCES: Final = {"text": UP_TO, "before": BEFORE, "after": AFTER}


@dataclass(frozen=True)
class Place:
    """Where something is written: in place of `start` to `end` of a passage; None is one still to be made.

    With `fork_id` it is one more branch of that fork, wherever it is by then.
    """

    passage_id: str | None
    start: int = 0
    end: int = 0
    fork_id: str | None = None

    def followed(self, start: int, end: int, length: int) -> Place:
        """The place once the characters `start` to `end` are `length` others; typing at it goes before it."""
        grown = length - (end - start)

        def moved(at: int) -> int:
            if at < start:
                return at
            return at + grown if at >= end else start + length

        return replace(self, start=moved(self.start), end=moved(self.end))


@dataclass(frozen=True)
class Written:
    """One finished alternative."""

    text: str
    recipe: Recipe | None


def along_source(action: str, name: str) -> str | None:
    """The source that goes with an input by its name, None where it is an input like any other."""
    return _SOURCES.get(name) if name != "text" or action == "continue" else None


def writes_along(action: ActionSchema) -> bool:
    """Whether an action writes at the cursor: from text around it, and from nothing else that it needs."""
    if action.outputs[:1] != ("text",):
        return False
    found = [
        one.kind == "text" and not one.many and along_source(action.name, one.name) is not None
        for one in action.inputs
        if not one.optional
    ]
    return bool(found) and all(found)


def place_at(source: str, passage_id: str | None, cursor: int, anchor: int) -> Place:
    """Where what is made from around the cursor is written: in place of a selection, or behind it."""
    start, end = sorted((cursor, anchor))
    return Place(passage_id, end if source == UP_TO else start, end)


def text_before(text: str, at: int) -> str:
    """At most the last `MOST_GIVEN` characters before a place, if possible from a paragraph's beginning."""
    if at <= MOST_GIVEN:
        return text[:at]
    start = text.find("\n", at - MOST_GIVEN - 1, at) + 1
    return text[start or at - MOST_GIVEN : at]


def text_after(text: str, at: int) -> str:
    """At most the first `MOST_GIVEN` characters after a place, to a paragraph's end where there is one."""
    if len(text) - at <= MOST_GIVEN:
        return text[at:]
    end = text.rfind("\n", at, at + MOST_GIVEN + 1)
    return text[at : end if end > at else at + MOST_GIVEN]


def given(source: str, text: str, place: Place) -> str:
    """What an input from `source` is when something is written at `place` of a text."""
    return text_after(text, place.end) if source == AFTER else text_before(text, place.start)


def new_part(made: str, media: Inputs) -> str:
    """What of a result was not among the texts it was made from."""
    texts = {name: one.text for name, one in media.items() if isinstance(one, Text)}
    before, after = texts.get("before", texts.get("text", "")), texts.get("after", "")
    if made.startswith(before) and made.endswith(after) and len(made) >= len(before) + len(after):
        return made[len(before) : len(made) - len(after)]
    return made


def of_length(recipe: Recipe, tokens: int | None) -> Recipe:
    """The recipe of what was stopped after so many tokens, if its action counts them as `length`."""
    if tokens is None or "length" not in recipe.params:
        return recipe
    params: Mapping[str, object] = {**recipe.params, "length": tokens}
    return replace(recipe, params=params)


def retry_place(sheet: Sheet, passage_id: str | None, cursor: int) -> Place | None:
    """The innermost stretch around the cursor, or ending at it, that was tried before."""
    passage = next((one for one in sheet.passages if one.id == passage_id), None)
    fork = fork_at(passage.forks, cursor) if passage is not None else None
    return Place(passage_id, fork.start, fork.end, fork.id) if fork is not None else None


def fork_at(forks: Sequence[Fork], cursor: int) -> Fork | None:
    """The innermost fork around the cursor, its places counted from the text's beginning.

    Where one ends and another begins the one that ends; one that shows nothing at the cursor goes first.
    """
    around = [fork for fork in shown_forks(tuple(forks)) if fork.start <= cursor <= fork.end]
    nothing = [fork for fork in around if fork.start == fork.end]
    found = nothing or [fork for fork in around if fork.start < cursor] or around
    return found[-1] if found else None


def landed(
    sheet: Sheet, label: str, place: Place, written: Sequence[Written], shown: int
) -> tuple[Edit, Place]:
    """The edit that lands alternatives as branches of one fork, and where the one that shows stands then.

    Raises:
        InvalidValue: nothing was written, or the place is not there any more.
    """
    chosen = written[shown] if written else None
    distinct = list({one.text: one for one in reversed(written) if one.text}.values())[::-1]
    if chosen is None or not distinct:
        raise InvalidValue("nothing was written: try another seed or other settings")
    at = next((i for i, one in enumerate(distinct) if one.text == chosen.text), 0)
    edits: list[Edit] = []
    if place.passage_id is None:
        passage, place = Passage(sheet.fresh_id("passage"), label), Place(sheet.fresh_id("passage"))
        edits.append(Put(label, "passage", passage.id, passage))
    else:
        passage = sheet.passage(place.passage_id)
    forks = {fork.id: fork for fork in shown_forks(passage.forks)}
    fork = forks.get(place.fork_id or "")  # it may have been pruned meanwhile
    if fork is not None:
        place = replace(place, start=fork.start, end=fork.end)
    if place.end > len(passage.text):
        raise InvalidValue("the text that this was made for is not there any more")
    fork_id = fresh_fork_id(passage.forks) if fork is None else fork.id
    for number, one in enumerate(distinct):
        prose = as_typed(passage.prose, place.start, place.end, one.text).of_origin("generated")
        known = None if fork is None and number == 0 else fork_id
        branch = Branch(prose, one.recipe)
        edits.append(Branched(label, passage.id, place.start, place.end, branch, known, grows=True))
    if at < len(distinct) - 1:
        first = 1 if fork is None else len(fork.branches)
        edits.append(Walk(label, passage.id, fork_id, first + at))
    done = Place(passage.id, place.start, place.start + len(distinct[at].text), fork_id)
    return (edits[0] if len(edits) == 1 else Together(label, tuple(edits))), done
