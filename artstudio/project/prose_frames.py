"""The writing in a journal: of each text only the stretch that changed, of forks only those that did.

Texts of branches and pictures are written once, by their names, and others refer to them. What changes for
the first time since the project file was saved is written whole, so that it can be had without that file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from artstudio.documents.forks import Branch, Fork
from artstudio.documents.prose import Prose
from artstudio.documents.prose_differences import differing
from artstudio.project.parts import Part
from artstudio.project.prose_parts import (
    BranchPart,
    ProsePart,
    branch_texts,
    branches_of,
    described_branches,
    described_prose,
    pictures_in,
    prose_of,
    text_name,
    texts_of,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from artstudio.documents.sheet import Sheet
    from artstudio.documents.writing import Passage

TEXT, PROSE, FORK, PLACES, BRANCH, PICTURE = b"XPFLBI"  # TEXT: of journals from before there was rich text
_EMPTY: Final = Prose()
_Frame = tuple[int, str, bytes]


class _ProseFrame(Part):
    """What stands now from `start` to `end` of the text as it was, or as all of the text."""

    start: int
    end: int
    prose: ProsePart
    whole: bool


class _ForkFrame(Part):
    """The branches of an outermost fork."""

    id: str
    branches: tuple[BranchPart, ...]


class _PlacesFrame(Part):
    """All outermost forks in order: id, start, end and the number of the branch that shows."""

    forks: tuple[tuple[str, int, int, int], ...]


def prose_changes(old: Sheet | None, new: Sheet, base: Sheet | None) -> Iterator[_Frame]:
    """Kind, id and content of the frames that lead from the writing of `old` (None: none) to `new`'s.

    `base` is what the project file holds.
    """
    known = {passage.id: passage for passage in old.passages} if old else {}
    saved = {passage.id: passage.prose for passage in base.passages} if base else {}
    rows: list[_Frame] = []
    pieces: list[Prose] = []
    texts: list[Prose] = []
    for passage in new.passages:
        before = known.get(passage.id)
        if before is not None and before.prose is passage.prose and before.forks is passage.forks:
            continue
        whole = before is None or before.prose is saved.get(passage.id)
        span = differing(_EMPTY if before is None or whole else before.prose, passage.prose)
        if span is not None or whole:
            start, end, new_end = span or (0, 0, 0)
            pieces.append(passage.prose.part(start, new_end))
            piece = described_prose(pieces[-1])
            rows.append(_row(PROSE, passage.id, start=start, end=end, prose=piece, whole=whole))
        rows += _fork_rows(before.forks if before else (), passage, texts)
    names = {text_name(text): text for text in texts}
    if names:
        for name in _names_in(old) - _names_in(base):
            names.pop(name, None)
    pictures = pictures_in([*pieces, *names.values()])
    if pictures:
        for picture_id in _pictures_in(old) - _pictures_in(base):
            pictures.pop(picture_id, None)
    yield from ((PICTURE, picture_id, picture.png) for picture_id, picture in pictures.items())
    yield from (_row(BRANCH, name, **described_prose(text)) for name, text in names.items())
    yield from rows


def _names_in(sheet: Sheet | None) -> set[str]:
    passages = sheet.passages if sheet else ()
    return {text_name(text) for passage in passages for text in branch_texts(passage.forks)}


def _pictures_in(sheet: Sheet | None) -> set[str]:
    return set(pictures_in(texts_of(sheet))) if sheet else set()


def _fork_rows(old: tuple[Fork, ...], passage: Passage, texts: list[Prose]) -> Iterator[_Frame]:
    if passage.forks is old or not (old or passage.forks):
        return
    known = {fork.id: fork.branches for fork in old}
    for fork in passage.forks:
        if known.get(fork.id) is not fork.branches:
            texts += branch_texts((fork,))
            yield _row(FORK, passage.id, id=fork.id, branches=described_branches(fork))
    places = [[fork.id, fork.start, fork.end, fork.shown] for fork in passage.forks]
    yield _row(PLACES, passage.id, forks=places)


def _row(kind: int, name: str, **content: Any) -> _Frame:
    return kind, name, json.dumps(content, separators=(",", ":"), ensure_ascii=False).encode()


@dataclass
class WritingReplay:
    """The writing in the making; pictures and texts of branches, once known, stay known."""

    texts: dict[str, Prose] = field(default_factory=dict)
    forks: dict[str, tuple[Fork, ...]] = field(default_factory=dict)
    _branches: dict[tuple[str, str], tuple[Branch, ...]] = field(default_factory=dict)
    _named: dict[str, Prose] = field(default_factory=dict)
    _pictures: dict[str, bytes] = field(default_factory=dict)

    def start_from(self, sheet: Sheet) -> None:
        """Begin with the writing of a sheet."""
        for passage in sheet.passages:
            self.texts[passage.id] = passage.prose
            self.forks[passage.id] = passage.forks
            self._branches |= {(passage.id, fork.id): fork.branches for fork in passage.forks}
            self._named |= {text_name(text): text for text in branch_texts(passage.forks)}
        self._pictures = {name: picture.png for name, picture in pictures_in(texts_of(sheet)).items()}

    def apply(self, kind: int, name: str, data: bytes) -> None:
        """Take in a frame of `prose_changes`; `ValueError` or `InvalidValue` if it makes no sense."""
        try:
            self._apply(kind, name, data)
        except (IndexError, KeyError):
            raise ValueError("it does not fit what was before") from None

    def _apply(self, kind: int, name: str, data: bytes) -> None:
        if kind == TEXT:
            self.texts[name] = Prose.plain(data.decode())
        elif kind == PICTURE:
            self._pictures[name] = data
        elif kind == BRANCH:
            self._named[name] = prose_of(ProsePart.model_validate_json(data), self._pictures)
        elif kind == PROSE:
            change = _ProseFrame.model_validate_json(data)
            new = prose_of(change.prose, self._pictures)
            old = _EMPTY if change.whole else self.texts.get(name, _EMPTY)
            self.texts[name] = old.replaced(change.start, change.end, new, first=True)
        elif kind == FORK:
            fork = _ForkFrame.model_validate_json(data)
            self._branches[name, fork.id] = branches_of(fork.branches, self._named)
        elif kind == PLACES:
            # without the project file, the forks that have not changed since are not known
            self.forks[name] = tuple(
                Fork(fork_id, start, end, shown, self._branches[name, fork_id])
                for fork_id, start, end, shown in _PlacesFrame.model_validate_json(data).forks
                if (name, fork_id) in self._branches
            )

    def keep(self, ids: Collection[str]) -> None:
        """Forget the passages that are deleted: should one come back, its frames bring all of it."""
        self.texts = {name: text for name, text in self.texts.items() if name in ids}
        self.forks = {name: forks for name, forks in self.forks.items() if name in ids}
        self._branches = {key: made for key, made in self._branches.items() if key[0] in ids}
