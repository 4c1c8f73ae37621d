"""Chinese verse: a token a character, and at each place only what the form allows.

Each couplet is tried several times; one try is kept, the more likely the better its rhymes came of themselves
(sampling with importance weights), so that a line leads up to its rhyme.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from artstudio.sdk import BadModel, InvalidValue
from artstudio_transformer_writer.forms import BAR, HALF, MARKS, ChineseForm, Verse, couplets, is_character
from artstudio_transformer_writer.listening import Ear, Spelling, choose, log_sum
from artstudio_transformer_writer.sampling import Taste

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from artstudio_transformer_writer.listening import Voice
    from artstudio_transformer_writer.rhyme_zh import Rhymes

_LACUNA = "囗"  # stands in old editions for a character that is lost
_FEWEST_CHARACTERS = 100
_ROOMY = 12  # characters of a rhyme that a poem may choose
_AGAIN = 2.5  # off a character's log-probability for each time that it stands in the poem
_LEVEL_AT_ODD_END = 3.0  # the odd lines end on the other tone
_TITLE_LENGTH = 16

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class _Couplet:
    characters: str
    weight: float
    rhyme: str  # the group's name, "" while none is chosen


class ChinesePoet:
    """Writes one form with one model."""

    def __init__(
        self,
        speaker: Voice,
        form: ChineseForm,
        rhymes: Rhymes,
        taste: Taste,
        chance: np.random.Generator,
        tries: int,
    ) -> None:
        """Raises BadModel where the model cannot write Chinese in these rhymes."""
        self.form, self.rhymes, self.taste, self.chance, self.tries = form, rhymes, taste, chance, tries
        self.judge = Taste(taste.temperature, top_p=1.0)  # of whole couplets
        self.ear, self.spelling = Ear(speaker), Spelling(speaker.pieces)
        found = {}
        for i, piece in enumerate(speaker.pieces):
            if (
                3 <= len(piece) <= 4
                and is_character(text := piece.decode("utf-8", "replace"))
                and text != _LACUNA
            ):
                found[text] = i
        if len(found) < _FEWEST_CHARACTERS:
            raise BadModel(
                "this model knows {count} Chinese characters, too few for a poem: choose one for verse",
                count=len(found),
            )
        self.characters = list(found)
        self.tokens = np.array(list(found.values()), np.int64)
        self.at = {character: i for i, character in enumerate(found)}
        self.masks = {name: self._mask(characters) for name, characters in rhymes.groups.items()}
        wanted = form.lines // 2 + 1
        sizes = {name: int(mask.sum()) for name, mask in self.masks.items()}
        self.possible = {name for name, size in sizes.items() if size >= wanted}
        level = {name for name in self.possible if name in rhymes.level}
        # As verse does, in the level tone; where a model knows few characters, in what it has.
        self.eligible = {name for name in level if sizes[name] >= _ROOMY} or level or self.possible
        if not self.eligible:
            raise BadModel(
                "this model knows no {count} characters that rhyme: choose one for verse", count=wanted
            )
        self.sizes = sizes
        self.is_eligible = self._any(self.eligible)
        other_tone = self._any(set(rhymes.groups) - rhymes.level)
        self.is_level = self._any(set(rhymes.level))
        self.only_level = self.is_level & ~other_tone

    def _mask(self, characters: str) -> Mask:
        found = np.zeros(len(self.characters), np.bool_)
        found[[self.at[c] for c in characters if c in self.at]] = True
        return found

    def _any(self, names: set[str]) -> Mask:
        found = np.zeros(len(self.characters), np.bool_)
        for name in names:
            found |= self.masks[name]
        return found

    def write(self, title: str, opening: str, prompt: Sequence[int] | None) -> Iterator[Verse]:
        """The poem, couplet by couplet; more often without news, so that it can be stopped."""
        given = self._opening(opening)
        head = (self.ear.speaker.end,) if prompt is None else tuple(prompt)
        head += tuple(self.spelling.nearly(f"{self.form.name}{BAR}"))
        title = "".join(title.split()).replace(BAR, "")
        if not title:
            title = self._title(head)
        ids = head + tuple(self.spelling.nearly(f"{title}\n"))
        done: list[str] = []
        rhyme = ""
        for number in range(self.form.lines // 2):
            tries: list[_Couplet] = []
            for _ in range(self.tries):
                tries.append(self._couplet(ids, "".join(done), number, rhyme, given if number == 0 else ""))
                yield Verse(couplets(done), len(done), self.form.lines, title)
            weights = np.array([one.weight for one in tries])
            best = tries[choose(weights, self.judge, self.chance)]
            half = self.form.characters
            done += [best.characters[:half], best.characters[half:]]
            rhyme = best.rhyme
            ids += tuple(self.spelling.nearly(couplets(done[-2:])))
            self.ear.forget()
            yield Verse(couplets(done), len(done), self.form.lines, title)

    def _opening(self, opening: str) -> str:
        """The characters that the artist gives the poem to begin with."""
        found = "".join(sign for sign in opening if sign not in MARKS)
        room = 2 * self.form.characters
        if len(found) > room:
            raise InvalidValue(
                "the poem cannot begin with {count} characters: {room} fit into the first couplet",
                count=len(found),
                room=room,
            )
        if strange := [sign for sign in found if not is_character(sign)]:
            raise InvalidValue(
                "the poem cannot begin with {sign}: a Chinese form takes Chinese characters only",
                sign=strange[0],
            )
        if len(found) == room and not self._rhymes_with(found[-1]):
            raise InvalidValue(
                "no {count} characters are known to rhyme with {character}: end the couplet otherwise",
                count=self.form.lines // 2 - 1,
                character=found[-1],
            )
        return found

    def _rhymes_with(self, character: str) -> list[str]:
        """The groups with `character` that are large enough, roomiest first."""
        names = self.rhymes.groups_of(character) & self.possible
        return sorted(names, key=lambda name: (name not in self.eligible, -self.sizes[name], name))

    def _title(self, ids: tuple[int, ...]) -> str:
        newline = self.spelling.ids.get(b"\n")
        title = ""
        for length in range(_TITLE_LENGTH):
            logs = self.ear.odds(ids + tuple(self.spelling.nearly(title)))
            options = self.tokens
            if newline is not None and length >= 2:
                options = np.append(options, newline)
            chosen = choose(logs[options], self.taste, self.chance)
            if chosen == len(self.tokens):
                break
            title += self.characters[chosen]
        return title

    def _couplet(self, ids: tuple[int, ...], before: str, number: int, rhyme: str, given: str) -> _Couplet:
        """One couplet after `ids`, its characters beginning with `given`, in the rhyme if one is chosen."""
        half = self.form.characters
        counts = Counter(before)
        written, weight = "", 0.0
        rhymed = before[half - 1 : half] + before[2 * half - 1 :: 2 * half]
        comma = tuple(self.spelling.nearly(HALF))
        for place in range(2 * half):
            if place == half:
                ids += comma
            at_end, at_rhyme = place % half == half - 1, place == 2 * half - 1
            if place < len(given):
                character = given[place]
            else:
                odds = self.ear.odds(ids)[self.tokens]
                logs = odds - _AGAIN * self._used(counts, written[-1:])
                if at_end and not at_rhyme and number:
                    logs = logs - _LEVEL_AT_ODD_END * self.only_level
                allowed = np.ones(len(logs), np.bool_)
                if at_end:
                    allowed = self._at_end(
                        rhyme, rhymed + written[half - 1 : half], at_rhyme=at_rhyme, first=not number
                    )
                    weight += log_sum(odds[allowed])
                options = np.flatnonzero(allowed)
                character = self.characters[options[choose(logs[options], self.taste, self.chance)]]
            if at_rhyme and not (rhyme and character in self.rhymes.groups.get(rhyme, "")):
                rhyme = self._rhymes_with(character)[0]
            elif at_end and not number and not at_rhyme:
                names = [name for name in self._rhymes_with(character) if name in self.eligible]
                rhyme = names[0] if names else ""
            written += character
            counts[character] += 1
            ids += tuple(self.spelling.nearly(character))
        return _Couplet(written, weight, rhyme)

    def _at_end(self, rhyme: str, taken: str, *, at_rhyme: bool, first: bool) -> Mask:
        """What may end a line: the even ones rhyme, the first may, the others must not."""
        if at_rhyme:
            wanted = (self.masks[rhyme] if rhyme else self.is_eligible) & ~self._mask(taken)
        elif first:
            wanted = self.is_eligible | ~self.is_level
        else:
            wanted = ~self.masks[rhyme]
        return wanted if wanted.any() else np.ones(len(wanted), np.bool_)

    def _used(self, counts: Counter[str], last: str) -> npt.NDArray[np.float64]:
        """How often each character stands in the poem; one that comes twice running is a figure of speech."""
        found = np.zeros(len(self.characters))
        for character, count in counts.items():
            if character in self.at and not (character == last and count == 1):
                found[self.at[character]] = count
        return found
