"""Forms of poems as data, the layout that poems are learned and written in, and a checker.

A Chinese poem is laid out as its model sees it: a head line `五绝|title`, then one line of text a couplet,
the first half, `，`, the second half, `。`. An English poem has its lines only, and an empty one between
stanzas.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from artstudio_transformer_writer import rhyme_en, rhyme_zh

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BAR = "|"  # between a poem's form and its title
HALF = "，"
FULL = "。"
MARKS = "，。？！；：、 \n"
_CHARACTERS = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+")
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*['’]?|['’][A-Za-z]+")


@dataclass(frozen=True)
class ChineseForm:
    """So many lines of so many characters; the even ones rhyme, and the first may."""

    key: str
    name: str  # in the head line
    title: str
    characters: int
    lines: int


@dataclass(frozen=True)
class EnglishForm:
    """Lines with their syllables and rhymes."""

    key: str
    title: str
    syllables: tuple[int, ...]  # of each line
    rhymes: str  # a letter a line: the same letter rhymes, "-" does not need to
    stanzas: tuple[int, ...]  # lines of each
    iambic: bool = True
    primer: str = ""  # verse of this kind, for a model to come after

    @property
    def lines(self) -> int:
        return len(self.syllables)


Form = ChineseForm | EnglishForm


@dataclass(frozen=True)
class Verse:
    """A poem as far as it is."""

    text: str
    lines: int  # done
    of: int
    title: str = ""


def ballad(stanzas: int = 4, scheme: str = "abcb") -> EnglishForm:
    """Quatrains of 4, 3, 4 and 3 beats, rhymed `abcb` or `abab`."""
    letters = (chr(ord("a") + i) for i in range(26))
    rhymes = ""
    for _ in range(stanzas):
        names = {letter: next(letters) for letter in dict.fromkeys(scheme) if scheme.count(letter) > 1}
        rhymes += "".join(names.get(letter, "-") for letter in scheme)
    key = "ballad" if scheme == "abcb" else f"ballad-{scheme}"
    primer = (  # Coleridge, 1798
        "The fair breeze blew, the white foam flew,\nThe furrow followed free;\n"
        "We were the first that ever burst\nInto that silent sea.\n"
    )
    return EnglishForm(
        key, f"Ballad ({scheme})", (8, 6, 8, 6) * stanzas, rhymes, (4,) * stanzas, primer=primer
    )


_HAIKU = EnglishForm(
    "haiku",
    "Haiku",
    (5, 7, 5),
    "---",
    (3,),
    iambic=False,
    primer="Snow along the pines.\nA lantern swings at the gate,\nAnd then, no lantern.\n",
)
_SONNET = EnglishForm(
    "sonnet",
    "Shakespearean sonnet",
    (10,) * 14,
    "ababcdcdefefgg",
    (14,),
    primer=(  # Longfellow, 1875
        "As a fond mother, when the day is o'er,\nLeads by the hand her little child to bed,\n"
        "Half willing, half reluctant to be led,\nAnd leave his broken playthings on the floor,\n"
    ),
)
FORMS: dict[str, Form] = {
    form.key: form
    for form in (
        ChineseForm("wujue", "五绝", "五言绝句", 5, 4),
        ChineseForm("qijue", "七绝", "七言绝句", 7, 4),
        ChineseForm("wulv", "五律", "五言律诗", 5, 8),
        ChineseForm("qilv", "七律", "七言律诗", 7, 8),
        _HAIKU,
        ballad(),
        ballad(scheme="abab"),
        _SONNET,
    )
}


def is_character(sign: str) -> bool:
    """Whether this is one Chinese character."""
    return len(sign) == 1 and bool(_CHARACTERS.fullmatch(sign))


def couplets(halves: Sequence[str]) -> str:
    """Lines of a Chinese poem, two by two, with their punctuation."""
    return "".join(
        f"{first}{HALF}{second}{FULL}\n" for first, second in zip(halves[::2], halves[1::2], strict=True)
    )


def lines_of(text: str) -> list[str]:
    """The lines of a Chinese poem in its layout, without head line and punctuation."""
    found = text.strip().split("\n")
    if BAR in found[0]:
        found = found[1:]
    return [half for line in found for half in re.split(f"[{MARKS}]+", line) if half]


def words_of(line: str) -> list[str]:
    """The words of an English line, small, with straight apostrophes."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(line)]


def faults(text: str, form: Form, rhymes: rhyme_zh.Rhymes | None = None) -> list[str]:
    """What breaks the form, in words; nothing where it is kept.

    Args:
        text: the poem; of a Chinese one with or without its head line, of an English one its lines only.
        form: one of `FORMS`, or a `ballad`.
        rhymes: of a Chinese form: which characters rhyme; without it today's speech (pypinyin) decides.
    """
    if isinstance(form, EnglishForm):
        return list(_english_faults(text, form))
    return list(_chinese_faults(text, form, rhymes or rhyme_zh.by_pinyin(set(text))))


def _chinese_faults(text: str, form: ChineseForm, rhymes: rhyme_zh.Rhymes) -> Iterator[str]:
    lines = lines_of(text)
    if len(lines) != form.lines:
        yield f"{len(lines)} lines, {form.lines} are wanted"
        return
    for number, line in enumerate(lines, start=1):
        if len(line) != form.characters:
            yield f"line {number} has {len(line)} characters, {form.characters} are wanted"
        if not _CHARACTERS.fullmatch(line):
            yield f"line {number} holds what is no Chinese character: {line}"
    body = [line for line in text.strip().split("\n") if BAR not in line]
    if "".join(line + "\n" for line in body) != couplets(lines):
        yield f"the couplets do not end with {HALF} and {FULL}"
    ends = [line[-1] for line in lines[1::2]]
    if not rhymes.common(ends):
        yield f"{' '.join(ends)} do not rhyme"
    if len(set(ends)) < len(ends):
        yield f"a rhyme word comes twice: {' '.join(ends)}"


def _english_faults(text: str, form: EnglishForm) -> Iterator[str]:
    stanzas = [stanza.split("\n") for stanza in re.split(r"\n[ \t]*\n", text.strip())]
    found = tuple(len(stanza) for stanza in stanzas)
    if found != form.stanzas:
        yield f"stanzas of {found} lines, {form.stanzas} are wanted"
        return
    lines = [line for stanza in stanzas for line in stanza]
    dictionary = rhyme_en.dictionary()
    for number, (line, wanted) in enumerate(zip(lines, form.syllables, strict=True), start=1):
        sums = {0}
        for word in words_of(line):
            sums = {so_far + count for so_far in sums for count in dictionary.syllables(word)}
        if wanted not in sums:
            yield f"line {number} has {min(sums)} syllables, {wanted} are wanted: {line}"
        if any(sign.isalnum() for sign in _WORD.sub("", line)):
            yield f"line {number} holds what is no English word: {line}"
    if any(not words_of(line) for line in lines):
        return
    ends = [words_of(line)[-1] for line in lines]
    for letter in dict.fromkeys(form.rhymes.replace("-", "")):
        mates = [end for end, mark in zip(ends, form.rhymes, strict=True) if mark == letter]
        for one, other in pairwise(mates):
            if not dictionary.rhyme(one, other):
                yield f"{one} and {other} do not rhyme"
    rhymed = [end for end, mark in zip(ends, form.rhymes, strict=True) if mark != "-"]
    for word in sorted({end for end in rhymed if rhymed.count(end) > 1}):
        yield f"a rhyme word comes twice: {word}"
