"""What is looked for, and the SQL that finds it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from artstudio.library.entry import MOST_STARS, Lab
from artstudio.library.words import facet, wanted

COLUMNS: Final = (
    "e.id, e.made_ms, e.kind, e.title, e.plugin, e.action, e.model, e.project, "
    "e.width_px, e.height_px, e.seconds, e.amount, e.star, e.value, e.nbytes"
)
ALIKE: Final = 22.0
"""How far apart two colours may be in CIE L*a*b* and still be called alike."""


@dataclass(frozen=True)
class Parameter:
    """A parameter's value: a `word` just so, or a number from `least` to `most`; any where all are None."""

    name: str
    word: str | None = None
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True)
class Query:
    """All that is given must hold; of several kinds, plugins or models one.

    Attributes:
        words: As the artist typed them: see `words.wanted`.
        action: (plugin, action).
        stars: At least so many.
        since_ms, until_ms: Made from then on, and before then.
        colour: Pictures that are on the whole like this.
    """

    words: str = ""
    kinds: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    action: tuple[str, str] | None = None
    models: tuple[str, ...] = ()
    project: str = ""
    tags: tuple[str, ...] = ()
    collection: str = ""
    stars: int = 0
    since_ms: int | None = None
    until_ms: int | None = None
    colour: Lab | None = None
    parameters: tuple[Parameter, ...] = field(default=())

    @property
    def everything(self) -> bool:
        """Whether it asks for nothing in particular."""
        return self == Query(words=self.words) and not wanted(self.words)


@dataclass(frozen=True)
class Sql:
    """The part of a statement behind SELECT, without order; `key` is the entry's id in it."""

    source: str
    where: list[str]
    values: list[object]
    key: str

    def statement(self, columns: str, limit: int | None = None, before: int | None = None) -> str:
        """The newest first; `before` an entry where one is given. The values are `self.values`."""
        where = [*self.where, f"{self.key} < {int(before)}"] if before is not None else self.where
        behind = f" WHERE {' AND '.join(where)}" if where else ""
        end = "" if limit is None else f" LIMIT {int(limit)}"
        return f"SELECT {columns} FROM {self.source}{behind} ORDER BY {self.key} DESC{end}"


def facets_of(
    kind: str, plugin: str, action: str, model: str, project: str, star: int, tags: tuple[str, ...],
    collections: tuple[str, ...], words: dict[str, str],
) -> str:  # fmt: skip
    """The tokens by which the full-text index itself tells entries apart, so that it can join the lists."""
    found = [facet("kind", kind), facet("plugin", plugin), facet("action", f"{plugin}/{action}")]
    found += [facet("model", model)] if model else []
    found += [facet("project", project)] if project else []
    found += [facet("star", number) for number in range(1, min(star, MOST_STARS) + 1)]
    found += [facet("tag", tag) for tag in tags]
    found += [facet("collection", name) for name in collections]
    found += [facet(f"is {name}", word) for name, word in words.items()]
    return " ".join(found)


def sql_of(query: Query, *, with_entry: bool) -> Sql:
    """How to find what `query` wants; with the rows of `entry` as `e` where they are wanted."""
    match = _match(query)
    values: list[object] = []
    where: list[str] = []
    key = "e.id"
    if match:
        key = "w.rowid"
        where.append("w.words MATCH ?")
        values.append(match)
    needs_entry = with_entry or not match or query.since_ms is not None or query.until_ms is not None
    source = "entry e"
    if match:
        source = "words w CROSS JOIN entry e ON e.id = w.rowid" if needs_entry else "words w"
    for limit, sign in ((query.since_ms, ">="), (query.until_ms, "<")):
        if limit is not None:
            where.append(f"e.made_ms {sign} ?")
            values.append(limit)
    if query.colour is not None:
        where.append(_colour(key))
        light, red, yellow = query.colour
        values += [light - ALIKE, light + ALIKE, light, light, red, red, yellow, yellow]
    for one in query.parameters:
        if one.word is None:
            where.append(_parameter(one, key))
            values += [one.name, *(limit for limit in (one.least, one.most) if limit is not None)]
    return Sql(source, where, values, key)


def _match(query: Query) -> str:
    def one_of(name: str, values: tuple[str, ...]) -> list[str]:
        return [f"({' OR '.join(facet(name, value) for value in values)})"] if values else []

    parts = [*one_of("kind", query.kinds), *one_of("plugin", query.plugins), *one_of("model", query.models)]
    if query.action is not None:
        parts.append(facet("action", "/".join(query.action)))
    if query.project:
        parts.append(facet("project", query.project))
    parts += [facet("tag", tag) for tag in query.tags]
    if query.collection:
        parts.append(facet("collection", query.collection))
    if query.stars:
        parts.append(facet("star", min(query.stars, MOST_STARS)))
    parts += [facet(f"is {one.name}", one.word) for one in query.parameters if one.word is not None]
    if words := wanted(query.words):
        parts.append(f"({words})")
    return " AND ".join(parts)


def _colour(key: str) -> str:
    return (
        f"+{key} IN (SELECT entry FROM colour WHERE light BETWEEN ? AND ? AND (light - ?) * (light - ?) "
        f"+ (red - ?) * (red - ?) + (yellow - ?) * (yellow - ?) < {ALIKE * ALIKE})"
    )


def _parameter(one: Parameter, key: str) -> str:
    bounds = [
        f"number {sign} ?" for sign, limit in ((">=", one.least), ("<=", one.most)) if limit is not None
    ]
    return f"+{key} IN (SELECT entry FROM parameter WHERE {' AND '.join(['name = ?', *bounds])})"
