"""English verse, word by word: syllables counted, and the last word of a line held to its rhyme.

Each line is begun several times. What a beginning is worth is how likely the model finds a rhyme after it,
and a break after that; one is kept by these weights, so that lines lead up to their rhymes. Where the model
finds no way, the dictionary fills the line: the form holds with any model.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from artstudio.sdk import BadModel, InvalidValue
from artstudio_transformer_writer.forms import Verse, words_of
from artstudio_transformer_writer.listening import Ear, Spelling, choose, log_sum
from artstudio_transformer_writer.rhyme_en import WEAK, dictionary
from artstudio_transformer_writer.sampling import Taste
from artstudio_transformer_writer.wording import Begins, Word, Wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from artstudio_transformer_writer.forms import EnglishForm
    from artstudio_transformer_writer.listening import Voice

_FEWEST_MATES = 4
_ENDINGS = 5  # last words that are weighed for each beginning of a line
_PIECE = 1.5  # about what a further piece of a word takes off its log-probability
_MISFIT = 1.0  # off the log-probability of a word whose stress falls between the beats
_STUMBLES = 0.7  # how often such a word is drawn anew
_BREAK_WEIGHT = 0.7  # of the log-probability that the line may break where it does
_COMMON = 5000  # words of the dictionary to fall back on
_STOP_WITHIN = 2.0  # off the log-probability of a sentence that ends within a line
_MARK_ROOM = 2  # syllables left where a mark within the line makes sense
_STOPS = frozenset(".!?")


@dataclass(frozen=True)
class _Ending:
    """A line's last word, its mark and what they are worth."""

    text: str
    tokens: tuple[int, ...]
    word: str
    weight: float


@dataclass(frozen=True)
class _Line:
    text: str
    tokens: tuple[int, ...]
    words: tuple[str, ...]
    weight: float


class EnglishPoet:
    """Writes one form with one model."""

    def __init__(
        self, speaker: Voice, form: EnglishForm, taste: Taste, chance: np.random.Generator, tries: int
    ) -> None:
        """Raises BadModel where the model cannot spell English."""
        self.form, self.taste, self.chance, self.tries = form, taste, chance, tries
        self.judge = Taste(taste.temperature, top_p=1.0)  # of whole lines
        self.ear, self.spelling, self.dictionary = Ear(speaker), Spelling(speaker.pieces), dictionary()
        self.wording = Wording(self.ear, self.spelling, self.dictionary)
        if not self.wording.can_spell:
            raise BadModel("this model cannot spell English words: choose one for English prose or verse")
        self.lines: list[_Line] = []
        self.sounds: dict[str, str] = {}  # by the letter of the scheme
        self.rhymed: list[str] = []

    def write(self, title: str, opening: str, prompt: Sequence[int] | None) -> Iterator[Verse]:
        """The poem, line by line; more often without news, so that it can be stopped."""
        if prompt is None:
            before = f"{self.form.primer}\n" + (f"{title}\n\n" if title else "")
            ids = (self.ear.speaker.end, *self.spelling.nearly(before))
        else:
            ids = tuple(prompt)
        given = self._opening(opening)
        text = ""
        ends_stanza = set(np.cumsum(self.form.stanzas).tolist())
        for number in range(self.form.lines):
            tries: list[_Line] = []
            for _ in range(self.tries):
                if line := self._line(ids, number, given if number == 0 else ()):
                    tries.append(line)
                yield Verse(text, number, self.form.lines, title)
            if tries:
                weights = np.array([line.weight for line in tries])
                line = tries[choose(weights, self.judge, self.chance)]
            else:
                line = self._plain_line(number, given if number == 0 else ())
            self._keep(line, number)
            after = "\n\n" if number + 1 in ends_stanza and number + 1 < self.form.lines else "\n"
            ids += line.tokens + tuple(self.spelling.nearly(after))
            text += line.text + after
            self.ear.forget()
            yield Verse(text, number + 1, self.form.lines, title)

    def _keep(self, line: _Line, number: int) -> None:
        self.lines.append(line)
        letter = self.form.rhymes[number]
        if letter != "-":
            self.rhymed.append(line.words[-1])
            self.sounds.setdefault(letter, self.dictionary.rhyme_of(line.words[-1]))

    def _opening(self, opening: str) -> tuple[Word, ...]:
        """The words that the artist gives the poem to begin with."""
        cleaned = " ".join(opening.split())
        words = re.findall(r"\S+", cleaned)
        found: list[Word] = []
        for text in words:
            plain = words_of(text)
            if not plain or any(sign.isdigit() or not (sign.isascii() or sign in "’—–") for sign in text):
                raise InvalidValue(
                    "the poem cannot begin with {word}: an English form takes English words", word=text
                )
            tokens = self.spelling.nearly((" " if found else "") + text)
            syllables = sum(self.dictionary.count(word) for word in plain)
            found.append(Word(text, tuple(tokens), syllables, plain[-1]))
        total, room = sum(word.syllables for word in found), self.form.syllables[0]
        if total > room:
            raise InvalidValue(
                "the poem cannot begin with {count} syllables: its first line has {room}",
                count=total,
                room=room,
            )
        if total == room and self.form.rhymes[0] != "-" and not self._has_mates(found[-1].plain):
            raise InvalidValue(
                "too little is known to rhyme with {word}: end the first line otherwise", word=found[-1].plain
            )
        return tuple(found)

    # ----------------------------------------------------------------------------------- what may end a line

    def _mates(self, word: str) -> list[str]:
        """What rhymes with `word` and may follow it."""
        return [mate for mate in self.dictionary.mates_of(word) if mate not in self.rhymed]

    def _has_mates(self, word: str) -> bool:
        """Whether a later line can rhyme with `word`."""
        sound = self.dictionary.rhyme_of(word)
        return sound != "" and sound not in self.sounds.values() and len(self._mates(word)) >= _FEWEST_MATES

    def _may_end(self, number: int) -> Callable[[str], bool]:
        """What may stand at the end of a line that has nothing to rhyme with yet."""
        letter = self.form.rhymes[number]
        if letter == "-":
            return lambda word: word not in WEAK
        return lambda word: word not in WEAK and word not in self.rhymed and self._has_mates(word)

    def _answers(self, number: int) -> dict[int, list[str]] | None:
        """By syllables, the words that rhyme as line `number` must; None where it is free."""
        first = self.form.rhymes.index(self.form.rhymes[number])
        if self.form.rhymes[number] == "-" or first == number:
            return None
        found: dict[int, list[str]] = {}
        for mate in self._mates(self.lines[first].words[-1]):
            found.setdefault(self.dictionary.count(mate), []).append(mate)
        return found

    # ---------------------------------------------------------------------------------------------- one line

    def _line(self, before: tuple[int, ...], number: int, given: tuple[Word, ...]) -> _Line | None:
        """One try; None where the model leads nowhere."""
        whole = self.form.syllables[number]
        answers = self._answers(number)
        words = list(given)
        room = whole - sum(word.syllables for word in words)
        text = " ".join(word.text for word in words)
        tokens = tuple(token for word in words for token in word.tokens)
        shortest = min(answers) if answers else 1
        misfits = 0.0
        last: Word | None = None
        while room > 0:
            if answers and room == shortest:
                break
            allowed = sum(1 << count for count in range(1, room - shortest + 1))  # bit n: n syllables
            if not answers or room in answers:
                allowed |= 1 << room
            word, stumbles = self._word(
                before + tokens, allowed, words, whole - room, stopped=text[-1:] in _STOPS
            )
            if word is None:
                return None
            if word.syllables == room:
                last = word
                break
            misfits += stumbles
            words.append(word)
            room -= word.syllables
            tokens += word.tokens
            text += (" " if text else "") + word.text
            if room >= _MARK_ROOM and (mark := self._mark_within(before + tokens)):
                tokens += (self.wording.marks[mark],)
                text += mark
        ids = before + tokens
        if room == 0:
            ending = self._marked(ids, Word("", (), 0, words[-1].plain), 0.0, number)
        else:
            found = self._endings(ids, number, room, last, answers, starts=not words)
            if not found:
                return None
            weights = np.array([one.weight for one in found])
            ending = found[choose(weights, self.taste, self.chance)]
            if answers:
                ending = replace(ending, weight=log_sum(weights))
        said = tuple(word.plain for word in words) + ((ending.word,) if room else ())
        text += (" " if text and room else "") + ending.text
        return _Line(_capital(text), tokens + ending.tokens, said, ending.weight - _MISFIT * misfits)

    def _word(
        self, ids: tuple[int, ...], syllables: int, words: list[Word], place: int, *, stopped: bool
    ) -> tuple[Word | None, float]:
        """The next word, and how far its stress is off the beat."""
        banned = self._worn(words)
        begins: Begins = "line" if not words else "sentence" if stopped else ""
        while True:
            word = self.wording.draw(ids, syllables, self.taste, self.chance, banned=banned, begins=begins)
            if word is None or not self._stumbles(word.plain, place):
                return word, 0.0
            if len(banned) > 60 or self.chance.random() > _STUMBLES:
                return word, 1.0
            banned.add(word.plain)

    def _worn(self, words: list[Word]) -> set[str]:
        """Words not to be said again here: the last, those of weight in this line or twice in the poem."""
        here = [word.plain for word in words]
        counts = Counter(word for line in self.lines for word in line.words)
        worn = {word for word, count in counts.items() if count >= 2} | set(here)
        worn = {word for word in worn if word not in WEAK}
        if here:
            worn.add(here[-1])
        elif len(self.lines) > 1 and self.lines[-1].words[0] == self.lines[-2].words[0]:
            worn.add(self.lines[-1].words[0])  # three lines running must not begin alike
        return worn

    def _stumbles(self, word: str, place: int) -> bool:
        """Whether a word at syllable `place` of an iambic line is stressed between the beats."""
        stresses = self.dictionary.stresses(word)
        return self.form.iambic and len(stresses) > 1 and (place + stresses.find("1")) % 2 == 0

    def _mark_within(self, ids: tuple[int, ...]) -> str:
        """A mark after a word within the line, or none."""
        odds = self.ear.odds(ids)
        marks = list(self.wording.marks)
        logs = [log_sum(odds[self.wording.openings])]
        logs += [odds[self.wording.marks[mark]] - _STOP_WITHIN * (mark in _STOPS) for mark in marks]
        chosen = choose(np.array(logs), self.taste, self.chance)
        return marks[chosen - 1] if chosen else ""

    def _endings(
        self,
        ids: tuple[int, ...],
        number: int,
        room: int,
        last: Word | None,
        answers: dict[int, list[str]] | None,
        *,
        starts: bool,
    ) -> list[_Ending]:
        """Last words of `room` syllables that the line may have, the likeliest few."""
        place = self.form.syllables[number] - room
        if answers:
            options = self._scored(ids, answers.get(room, []), starts=starts)
        else:
            fits = self._may_end(number)
            if last is not None and fits(last.plain):
                return [self._marked(ids + last.tokens, last, 0.0, number)]
            words = [w for w in self.wording.common.get(room, ([],))[0] if fits(w)] or self._some(room, fits)
            options = self._scored(ids, words, starts=starts)
        options = [(word, log - _MISFIT * self._stumbles(word.plain, place)) for word, log in options]
        options.sort(key=lambda option: -option[1])
        return [self._marked(ids + word.tokens, word, log, number) for word, log in options[:_ENDINGS]]

    def _some(self, syllables: int, fits: Callable[[str], bool]) -> list[str]:
        """Some common words of the dictionary."""
        common = [
            w
            for w in self.dictionary.ranked[:_COMMON]
            if self.dictionary.count(w) == syllables and "'" not in w
        ]
        found: list[str] = []
        for place in self.chance.permutation(len(common)):
            if fits(common[place]):
                found.append(common[place])
            if len(found) >= 20:
                break
        return found

    def _scored(
        self, ids: tuple[int, ...], words: Sequence[str], *, starts: bool
    ) -> list[tuple[Word, float]]:
        """The likeliest of `words` with their log-probabilities, by their first pieces, then whole."""
        odds = self.ear.odds(ids)
        spelt = []
        for word in words:
            tokens = self.spelling.spell(_capital(word) if starts else " " + word)
            if tokens:
                spelt.append((odds[tokens[0]] - _PIECE * (len(tokens) - 1), word, tuple(tokens)))
        spelt.sort(reverse=True)
        found = []
        for _, word, pieces in spelt[:_ENDINGS]:
            log = float(odds[pieces[0]])
            for i in range(1, len(pieces)):
                log += float(self.ear.odds(ids + pieces[:i])[pieces[i]])
            text = _capital(word) if starts else word
            found.append((Word(text, pieces, self.dictionary.count(word), word), log))
        return found

    def _marked(self, ids: tuple[int, ...], word: Word, log: float, number: int) -> _Ending:
        """A last word with the mark that suits the line's end."""
        odds = self.ear.odds(ids)
        last = number + 1 == self.form.lines
        closes = number + 1 in np.cumsum(self.form.stanzas)
        marks = [mark for mark in self.wording.marks if not last or mark in _STOPS]
        logs: list[float] = [float(odds[self.wording.marks[mark]]) for mark in marks]
        if not closes:
            marks.append("")
            logs.append(log_sum(odds[self.wording.breaks]))
        if not marks:
            return _Ending(word.text + ("." if last else ""), word.tokens, word.plain, log)
        chosen = marks[choose(np.array(logs), self.taste, self.chance)]
        tokens = word.tokens + ((self.wording.marks[chosen],) if chosen else ())
        return _Ending(word.text + chosen, tokens, word.plain, log + _BREAK_WEIGHT * log_sum(np.array(logs)))

    def _plain_line(self, number: int, given: tuple[Word, ...]) -> _Line:
        """A line out of the dictionary, where the model finds none."""
        answers = self._answers(number)
        said = [word.plain for word in given]
        room = self.form.syllables[number] - sum(word.syllables for word in given)
        tail = ""
        if room:
            choices = [w for n, some in answers.items() if n <= room for w in some] if answers else []
            choices = choices or self._some(1, self._may_end(number))
            tail = choices[int(self.chance.integers(len(choices)))]
        for _ in range(room - (self.dictionary.count(tail) if tail else 0)):
            some = self._some(1, lambda word: word not in said)
            said.append(some[int(self.chance.integers(len(some)))])
        said += [tail] if tail else []
        text = " ".join([word.text for word in given] + said[len(given) :])
        closes = number + 1 in np.cumsum(self.form.stanzas)
        text = _capital(text) + ("." if closes else "")
        return _Line(text, tuple(self.spelling.nearly(text)), tuple(said), 0.0)


def _capital(text: str) -> str:
    """With a capital at the beginning and after each full stop."""
    return re.sub(r"(^|[.!?] )(['’]?[a-z])", lambda found: found[1] + found[2].upper(), text)
