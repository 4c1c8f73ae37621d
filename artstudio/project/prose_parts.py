"""Rich text and its forks as plain JSON, in `project.json` and in the journal alike.

Runs are a string of pairs "length number length number ...", the number being that of a value listed beside;
an empty string stands for the first value all along. A branch names its text, which is stored once.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar

from pydantic import Field

from artstudio.documents.forks import MAX_DEPTH, Branch, Fork, every_fork
from artstudio.documents.prose import BODY, PLAIN, CharStyle, Origin, ParagraphStyle, Picture, Prose
from artstudio.documents.runs import Runs
from artstudio.documents.tiles import MAX_SIDE_PX
from artstudio.project.parts import Part, RecipePart, clean, described_recipe, recipe_of
from artstudio.project.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from artstudio.documents.sheet import Sheet

V = TypeVar("V", bound="Hashable")

_EMPTY: Final = Prose()
_Side = Annotated[int, Field(ge=1, le=MAX_SIDE_PX)]


class PicturePart(Part):
    """A picture in text; its file is the member `text/pictures/<id>.png`, `id` its SHA-256."""

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    width_px: _Side
    height_px: _Side
    alt: str = ""


class LookPart(Part):
    """As `documents.prose.CharStyle`."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    code: bool = False
    link: str = ""
    picture: PicturePart | None = None


class ParagraphPart(Part):
    """As `documents.prose.ParagraphStyle`."""

    kind: str = "body"
    level: int = 0
    align: str = "left"


class ProsePart(Part):
    """Rich text; text that looks the same everywhere is as good as its letters alone."""

    text: str
    looks: tuple[LookPart, ...] = (LookPart(),)
    chars: str = ""
    styles: tuple[ParagraphPart, ...] = (ParagraphPart(),)
    paragraphs: str = ""
    kinds: tuple[Origin, ...] = ("typed",)
    origins: str = ""


class BranchPart(Part):
    """A branch of a fork; `text` names its text, "" for none."""

    text: str = ""
    recipe: RecipePart | None = None
    forks: tuple[ForkPart, ...] = ()
    pinned: bool = False


class ForkPart(Part):
    """As `documents.forks.Fork`."""

    id: str
    start: int
    end: int
    shown: int
    branches: tuple[BranchPart, ...]


BranchPart.model_rebuild()


# ------------------------------------------------------------------------------------------------------ text


def described_prose(prose: Prose) -> dict[str, Any]:
    """Rich text as plain JSON; what is as usual is left out."""
    looks, chars = _packed(prose.chars, PLAIN)
    styles, paragraphs = _packed(prose.paragraphs, BODY)
    kinds, origins = _packed(prose.origins, "typed")
    described = {
        "text": clean(prose.text),
        "looks": None if looks == [PLAIN] else [_look(style) for style in looks],
        "chars": chars,
        "styles": None if styles == [BODY] else [_unusual(style) for style in styles],
        "paragraphs": paragraphs,
        "kinds": None if kinds == ["typed"] else kinds,
        "origins": origins,
    }
    return {key: value for key, value in described.items() if key == "text" or value}


def prose_of(part: ProsePart, pictures: Mapping[str, bytes]) -> Prose:
    """The reverse; `pictures` are files by their ids. `ValueError` or `InvalidValue` if it makes no sense."""
    size, lines = len(part.text), part.text.count("\n") + 1
    looks = [_style(look, pictures) for look in part.looks]
    styles = [ParagraphStyle(**dict(style)) for style in part.styles]
    return Prose(
        part.text,
        _unpacked(part.chars, looks, size),
        _unpacked(part.paragraphs, styles, lines),
        _unpacked(part.origins, part.kinds, size),
    )


def _packed(runs: Runs[V], usual: V) -> tuple[list[V], str]:
    values, lengths, codes = runs.table()
    if len(lengths) <= 1:
        return values or [usual], ""
    return values, " ".join(map(str, chain.from_iterable(zip(lengths, codes, strict=True))))


def _unpacked(packed: str, values: Sequence[V], size: int) -> Runs[V]:
    numbers = [int(word) for word in packed.split()] if packed else [size, 0]
    lengths, codes = numbers[::2], numbers[1::2]
    if len(lengths) != len(codes) or min(lengths) < 0 or sum(lengths) != size:
        raise ValueError("the styles are of another text")
    if min(codes) < 0 or max(codes) >= len(values):
        raise ValueError("a style is missing")
    return Runs.collected((values[code], length) for length, code in zip(lengths, codes, strict=True))


def _unusual(value: Any) -> dict[str, Any]:
    """The fields of a dataclass that are not as they are by themselves."""
    named = {one.name: (getattr(value, one.name), one.default) for one in fields(value)}
    return {name: now for name, (now, usual) in named.items() if now != usual}


def _look(style: CharStyle) -> dict[str, Any]:
    look = _unusual(style)
    if style.link:
        look["link"] = clean(style.link)
    if (picture := style.picture) is not None:
        sides = {"width_px": picture.width_px, "height_px": picture.height_px}
        look["picture"] = {"id": picture.id, **sides, "alt": clean(picture.alt)}
    return look


def _style(look: LookPart, pictures: Mapping[str, bytes]) -> CharStyle:
    picture = look.picture
    if picture is None:
        return CharStyle(**{**dict(look), "picture": None})
    if picture.id not in pictures:
        raise ValueError("a picture of the text is missing")
    png = pictures[picture.id]
    return CharStyle(
        **{**dict(look), "picture": Picture(png, picture.width_px, picture.height_px, picture.alt)}
    )


# -------------------------------------------------------------------------------------------------- pictures


def pictures_in(proses: Iterable[Prose]) -> dict[str, Picture]:
    """All pictures of some texts by their ids."""
    looks = (style for prose in proses for style in prose.chars.distinct())
    return {style.picture.id: style.picture for style in looks if style.picture is not None}


def texts_of(sheet: Sheet) -> Iterator[Prose]:
    """All texts of the passages and their branches."""
    for passage in sheet.passages:
        yield passage.prose
        yield from branch_texts(passage.forks)


# ----------------------------------------------------------------------------------------------------- forks


def branch_texts(forks: tuple[Fork, ...]) -> Iterator[Prose]:
    """The texts of all branches that have one."""
    for fork in every_fork(forks):
        yield from (branch.prose for branch in fork.branches if branch.prose != _EMPTY)


def text_name(prose: Prose) -> str:
    """What a branch calls its text: the same for the same text, "" for none."""
    return _names.get(prose)


def _name(prose: Prose) -> str:
    if prose == _EMPTY:
        return ""
    described = json.dumps(described_prose(prose), separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(described.encode()).hexdigest()


_names: Final[Remembered[Prose, str]] = Remembered(_name)


def described_fork(fork: Fork) -> dict[str, Any]:
    """A fork as plain JSON, the texts of its branches by name."""
    place = {"id": clean(fork.id), "start": fork.start, "end": fork.end, "shown": fork.shown}
    return {**place, "branches": described_branches(fork)}


def described_branches(fork: Fork) -> list[dict[str, Any]]:
    """The branches of a fork, as `described_fork` has them."""
    return [
        {
            "text": "" if number == fork.shown else text_name(branch.prose),
            "recipe": described_recipe(branch.recipe),
            "forks": [described_fork(inner) for inner in branch.forks],
            "pinned": branch.pinned,
        }
        for number, branch in enumerate(fork.branches)
    ]


def fork_of(part: ForkPart, texts: Mapping[str, Prose]) -> Fork:
    """The reverse of `described_fork`; `ValueError` or `InvalidValue` if it makes no sense."""
    return Fork(part.id, part.start, part.end, part.shown, branches_of(part.branches, texts))


def branches_of(parts: Sequence[BranchPart], texts: Mapping[str, Prose]) -> tuple[Branch, ...]:
    """The reverse of `described_branches`."""
    if any(part.text and part.text not in texts for part in parts):
        raise ValueError("the text of an alternative is missing")
    return tuple(
        Branch(
            texts[part.text] if part.text else _EMPTY,
            recipe_of(part.recipe),
            tuple(fork_of(fork, texts) for fork in part.forks),
            part.pinned,
        )
        for part in parts
    )


def check_forks(forks: tuple[Fork, ...], length: int) -> None:
    """Refuses, with `ValueError`, forks that a text of this length cannot have."""
    ids = [fork.id for fork in every_fork(forks)]
    if len(set(ids)) < len(ids):
        raise ValueError("two alternatives have one id")
    _check(forks, length, MAX_DEPTH)


def _check(forks: tuple[Fork, ...], length: int, depth: int) -> None:
    if forks and not depth:
        raise ValueError("alternatives lie too deep inside one another")
    at = 0
    for fork in forks:
        if not at <= fork.start <= fork.end <= length:
            raise ValueError("alternatives overlap")
        at = fork.end
        for number, branch in enumerate(fork.branches):
            size = fork.end - fork.start if number == fork.shown else len(branch.prose.text)
            _check(branch.forks, size, depth - 1)
