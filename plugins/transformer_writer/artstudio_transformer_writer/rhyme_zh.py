"""Which Chinese characters rhyme, learned from poems.

The speech of Tang poets is gone: 儿 rhymed with 时, and 斜 with 家. But poems show it. Characters that
end the even lines of one poem are tied together, and the ties are cut into communities (Blondel et
al., "Fast unfolding of communities in large networks", 2008). From 37,000 Tang poems come the level-
tone rhymes of the rhyme books, thirty less two: three rare ones fall into one. Tones are learned too:
in regulated verse the odd lines end on the other tone than the rhyme.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from artstudio.sdk import BadModel, InvalidValue

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

FILE = "rhymes.json"
FORMAT = 1
_FINENESS = 3.0  # above 1 small rhymes are not swallowed by large ones; 3 to 6 give the same
_SMALLEST = 5  # characters in a group
_SECOND_SHARE = (
    0.1  # of its ties a character needs in a second group to belong there too: it had two readings
)
_SECOND_TIES = 3.0
_LARGEST_FILE = 1 << 20
_MARKS = "，。？！；：、 \n"

Ties = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Rhymes:
    """Groups of characters that rhyme; a character with two readings is in two."""

    groups: dict[str, str]  # by name; the commonest characters first
    level: frozenset[str]  # the groups of the level tone, in which most verse rhymes
    source: str  # what says so, for a report

    @cached_property
    def _groups_of(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for name, characters in self.groups.items():
            for character in characters:
                found[character].add(name)
        return {character: frozenset(names) for character, names in found.items()}

    def groups_of(self, character: str) -> frozenset[str]:
        """The names of the groups that hold `character`; none if it is unknown."""
        return self._groups_of.get(character, frozenset())

    def common(self, characters: Sequence[str]) -> frozenset[str]:
        """The groups that hold all of `characters`."""
        return frozenset.intersection(*(self.groups_of(c) for c in characters)) if characters else frozenset()

    def save(self, folder: Path) -> None:
        """Writes them into a model folder."""
        content = {
            "format": FORMAT,
            "source": self.source,
            "level": [name for name in self.groups if name in self.level],
            "groups": self.groups,
        }
        text = json.dumps(content, ensure_ascii=False, indent=0) + "\n"
        (folder / FILE).write_text(text, encoding="utf-8", newline="\n")


def load(folder: Path) -> Rhymes:
    """The rhymes of a model folder.

    Raises:
        BadModel: they are missing or damaged.
    """
    try:
        path = folder / FILE
        if path.stat().st_size > _LARGEST_FILE:
            raise ValueError
        content = json.loads(path.read_text(encoding="utf-8"))
        groups, level, source = content["groups"], content["level"], content["source"]
        texts = [source, *level, *groups, *groups.values()]
        if content["format"] != FORMAT or not all(isinstance(text, str) for text in texts):
            raise ValueError
        if not isinstance(level, list) or not set(level) <= set(groups):
            raise ValueError
        if any(
            len(characters) < 2 or len(set(characters)) < len(characters) for characters in groups.values()
        ):
            raise ValueError
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BadModel(
            "{file} of the model {name} is missing or damaged, so it cannot rhyme: choose another model",
            file=FILE,
            name=folder.name,
        ) from None
    return Rhymes(groups, frozenset(level), source)


def learn(poems: Iterable[Sequence[str]], source: str = "rhyme positions of {count} poems") -> Rhymes:
    """The rhymes of poems.

    Args:
        poems: each its lines, with or without punctuation; of regulated form, so that the even lines rhyme.
        source: what to say of it.

    Raises:
        InvalidValue: they are too few, or do not rhyme.
    """
    found = [[line.rstrip(_MARKS)[-1] for line in lines if line.strip(_MARKS)] for lines in poems]
    even = Counter(end for ends in found for end in ends[1::2])
    odd = Counter(end for ends in found for end in ends[2::2])
    is_level = {end: odd[end] <= even[end] for end in even}
    ties: Ties = defaultdict(lambda: defaultdict(float))
    crossing: Ties = defaultdict(lambda: defaultdict(float))  # also of one tone to the other: second readings
    for ends in found:
        rhymed = ends[1::2]
        for one in rhymed:
            for other in rhymed:
                if one != other:
                    crossing[one][other] += 1 / (len(rhymed) - 1)
                    if is_level[one] == is_level[other]:
                        ties[one][other] += 1 / (len(rhymed) - 1)
    home = _communities(ties, _FINENESS)
    members: dict[str, Counter[str]] = defaultdict(Counter)
    for character, links in crossing.items():
        by_group: dict[str, float] = defaultdict(float)
        for other, weight in links.items():
            if other in home:
                by_group[home[other]] += weight
        if character in home:
            members[home[character]][character] = even[character]
        enough = max(_SECOND_TIES, _SECOND_SHARE * sum(by_group.values()))
        for group, weight in by_group.items():
            if weight >= enough and group != home.get(character):
                members[group][character] = int(weight)
    groups = {
        group: "".join(_by_count(counts)) for group, counts in members.items() if len(counts) >= _SMALLEST
    }
    # Named by the commonest character that is at home there: no two groups share that one.
    names = {group: next(c for c in groups[group] if home.get(c) == group) for group in groups}
    if not groups:
        raise InvalidValue("these {count} poems are too few to learn rhymes from", count=len(found))
    ordered = sorted(groups, key=lambda group: (-sum(members[group].values()), group))
    return Rhymes(
        {names[group]: groups[group] for group in ordered},
        frozenset(names[g] for g in ordered if 2 * sum(is_level[c] for c in groups[g]) > len(groups[g])),
        source.format(count=len(found)),
    )


def _by_count(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda character: (-counts[character], character))


def _communities(ties: Ties, fineness: float) -> dict[str, str]:
    """Louvain: each node's community, named by one of its nodes. Heaviest nodes first, so always the same."""
    of = {node: node for node in ties}
    weights = {node: sum(links.values()) for node, links in ties.items()}
    while True:
        moved = _move(ties, weights, fineness)
        if all(node == community for node, community in moved.items()):
            return of
        of = {node: moved[community] for node, community in of.items()}
        merged: Ties = defaultdict(lambda: defaultdict(float))
        heavier: dict[str, float] = defaultdict(float)
        for node, links in ties.items():
            heavier[moved[node]] += weights[node]
            for other, weight in links.items():
                merged[moved[node]][moved[other]] += weight
        ties, weights = merged, heavier


def _move(ties: Ties, weights: dict[str, float], fineness: float) -> dict[str, str]:
    """Moves single nodes to where their ties are denser than chance, until none wants to."""
    total = sum(weights.values())
    of = {node: node for node in ties}
    held = dict(weights)
    restless = True
    while restless:
        restless = False
        for node in sorted(ties, key=lambda node: (-weights[node], node)):
            here = of[node]
            held[here] -= weights[node]
            links: dict[str, float] = defaultdict(float)
            for other, weight in ties[node].items():
                if other != node:
                    links[of[other]] += weight
            best, most = here, links[here] - fineness * weights[node] * held[here] / total
            for community, weight in links.items():
                gain = weight - fineness * weights[node] * held[community] / total
                if gain > most + 1e-9:
                    best, most = community, gain
            held[best] += weights[node]
            of[node] = best
            restless |= best != here
    return of


# Today's finals without what stands before the main vowel, as verse in Mandarin rhymes.
_FINALS = {
    "ia": "a", "ua": "a", "o": "e", "uo": "e", "ie": "ie", "üe": "ie", "iao": "ao", "iou": "ou",
    "uai": "ai", "uei": "ei", "ian": "an", "uan": "an", "üan": "an", "in": "en", "uen": "en", "ün": "en",
    "iang": "ang", "uang": "ang", "ing": "eng", "ueng": "eng", "iong": "ong",
}  # fmt: skip


def by_pinyin(characters: Iterable[str]) -> Rhymes:
    """The rhymes of `characters` as they are spoken today, by pypinyin, level tones (1 and 2) apart."""
    import pypinyin

    members: dict[str, list[str]] = defaultdict(list)
    for character in sorted(set(characters)):
        readings = pypinyin.pinyin(
            character, style=pypinyin.Style.FINALS_TONE3, heteronym=True, errors="ignore", v_to_u=True
        )
        for reading in dict.fromkeys(readings[0] if readings else ()):
            final, tone = reading.rstrip("12345"), reading[-1:]
            name = _FINALS.get(final, final) + (" level" if tone in "12" else " oblique")
            if final and character not in members[name]:
                members[name].append(character)
    groups = {name: "".join(found) for name, found in sorted(members.items()) if found}
    return Rhymes(groups, frozenset(name for name in groups if name.endswith("level")), "pypinyin")
