from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest
from verse_toys import HAN, HAN_PIECES, Babbler, Parrot, bytes_only, toy_rhymes
from writer_toys import story

from artstudio.sdk import BadModel, InvalidValue
from artstudio_transformer_writer.forms import FORMS, Verse, ballad, faults
from artstudio_transformer_writer.listening import Spelling
from artstudio_transformer_writer.rhyme_zh import by_pinyin
from artstudio_transformer_writer.sampling import Taste
from artstudio_transformer_writer.tokens import learn_bytes
from artstudio_transformer_writer.verse import write

CHINESE = ("wujue", "qijue", "wulv", "qilv")
ENGLISH = ("haiku", "ballad", "ballad-abab", "sonnet")
RHYMES = toy_rhymes()
PIECES = learn_bytes([story()], 600)


def poem(speaker: Babbler, key: str, seed: int, **options: object) -> Verse:
    """A whole poem."""
    *_, last = write(speaker, FORMS[key], np.random.default_rng(seed), **options)  # type: ignore[arg-type]
    return last


@pytest.mark.parametrize("key", CHINESE)
def test_chinese_forms_hold_with_any_model(key: str) -> None:
    form = FORMS[key]
    for seed in range(30):
        speaker = Babbler(HAN_PIECES, seed, boldness=(0, 3, 20)[seed % 3])
        tastes = (Taste(1.0, top_p=1.0), Taste(0.0), Taste(0.6, 20, 0.9, 0.02), Taste(2.0))
        found = poem(speaker, key, seed, rhymes=RHYMES, taste=tastes[seed % 4])
        assert faults(found.text, form, RHYMES) == []
        assert found.lines == found.of == form.lines
        assert 2 <= len(found.title) <= 16


def test_a_chinese_poem_costs_three_questions_a_token_at_most() -> None:
    for key in CHINESE:
        speaker = Babbler(HAN_PIECES, 1)
        found = poem(speaker, key, 1, rhymes=RHYMES)
        assert speaker.calls <= 3 * len(found.text)


def test_chinese_rhymes_are_of_the_level_tone_and_odd_lines_do_not_rhyme() -> None:
    for seed in range(20):
        lines = poem(Babbler(HAN_PIECES, seed), "wulv", seed, rhymes=RHYMES).text.split("\n")
        group = RHYMES.common([line[-2] for line in lines[:4]])
        assert group <= RHYMES.level
        assert all(not RHYMES.groups_of(line[4]) & group for line in lines[1:4])


def test_a_chinese_poem_begins_as_the_artist_says() -> None:
    speaker = Babbler(HAN_PIECES, 2)
    first = "".join(HAN[700:709]) + HAN[45]  # a couplet, its end in the third group
    found = poem(speaker, "wujue", 5, rhymes=RHYMES, opening=f"{first[:5]}，{first[5:]}。", title=" 题 一 ")
    assert found.title == "题一"
    assert found.text.startswith(f"{first[:5]}，{first[5:]}。\n")
    assert RHYMES.common([first[-1], found.text.split("\n")[1][-2]]) == {HAN[40]}
    assert faults(found.text, FORMS["wujue"], RHYMES) == []
    assert poem(speaker, "qilv", 5, rhymes=RHYMES, opening=HAN[800]).text[0] == HAN[800]


@pytest.mark.parametrize(
    ("opening", "sentence"),
    [
        ("".join(HAN[:11]), "the poem cannot begin with 11 characters: 10 fit into the first couplet"),
        ("春a", "the poem cannot begin with a: a Chinese form takes Chinese characters only"),
        (
            "".join(HAN[700:710]),
            f"no 1 characters are known to rhyme with {HAN[709]}: end the couplet otherwise",
        ),
    ],
)
def test_a_chinese_opening_that_does_not_fit_is_refused(opening: str, sentence: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        poem(Babbler(HAN_PIECES, 1), "wujue", 1, rhymes=RHYMES, opening=opening)
    assert str(refused.value) == sentence


def test_without_learned_rhymes_todays_speech_decides() -> None:
    speaker = Babbler(HAN_PIECES, 4)
    assert faults(poem(speaker, "wulv", 3).text, FORMS["wulv"], by_pinyin(HAN)) == []


def test_models_of_another_language_are_refused_in_a_sentence() -> None:
    with pytest.raises(BadModel, match="this model knows 0 Chinese characters, too few"):
        poem(Babbler(bytes_only(), 1), "wujue", 1, rhymes=RHYMES)
    with pytest.raises(BadModel, match="this model knows no 3 characters that rhyme"):
        poem(Babbler(HAN_PIECES, 1), "wujue", 1, rhymes=by_pinyin("霜"))
    with pytest.raises(BadModel, match="this model cannot spell English words"):
        poem(Babbler([b"", *(sign.encode() for sign in HAN)], 1), "haiku", 1)


@pytest.mark.parametrize("key", ENGLISH)
def test_english_forms_hold_with_any_model(key: str) -> None:
    for seed in range(20 if key == "haiku" else 5):
        speaker = Babbler(PIECES.pieces, seed, boldness=(0, 3, 20)[seed % 3])
        taste = (Taste(1.0, top_p=1.0), Taste(0.0), Taste(0.6, 20, 0.9, 0.02), Taste(2.0))[seed % 4]
        found = poem(speaker, key, seed, taste=taste, tries=1 + seed % 2)
        assert faults(found.text, FORMS[key]) == []
        assert found.lines == found.of == FORMS[key].lines
        assert all(line[:1].isupper() for line in found.text.split("\n") if line)
        assert found.text.rstrip()[-1] in ".!?"


@pytest.mark.parametrize("key", ["haiku", "ballad"])
def test_english_forms_hold_letter_by_letter(key: str) -> None:
    assert faults(poem(Babbler(bytes_only(), 1), key, 1, tries=1).text, FORMS[key]) == []


def test_a_model_of_no_use_still_gets_its_form() -> None:
    class Mute(Babbler):
        def scores(self, ids: Sequence[int]) -> npt.NDArray[np.float32]:
            return np.full(len(self.pieces), np.nan, np.float32)

    assert faults(poem(Mute(PIECES.pieces, 1), "sonnet", 1).text, FORMS["sonnet"]) == []
    assert faults(poem(Mute(HAN_PIECES, 1), "qilv", 1, rhymes=RHYMES).text, FORMS["qilv"], RHYMES) == []


def test_english_verse_says_what_the_model_says() -> None:
    speaker = Parrot(PIECES, story())
    known = set(story().lower().replace(".", "").split())
    words = poem(speaker, "haiku", 3).text.lower().replace(",", "").replace(".", "").split()
    assert sum(word in known for word in words) > len(words) / 2


def test_an_english_poem_costs_fifteen_questions_a_token_at_most() -> None:
    for key in ENGLISH:
        speaker = Parrot(PIECES, story())
        found = poem(speaker, key, 1)
        assert speaker.calls <= 15 * len(PIECES.encode(found.text))


def test_an_english_poem_begins_as_the_artist_says() -> None:
    speaker = Babbler(PIECES.pieces, 2)
    found = poem(speaker, "sonnet", 5, opening="Shall I  compare thee")
    assert found.text.startswith("Shall I compare thee ")
    assert faults(found.text, FORMS["sonnet"]) == []
    found = poem(speaker, "ballad-abab", 5, opening="The king sits in the town at night")
    assert found.text.startswith("The king sits in the town at night")
    assert faults(found.text, FORMS["ballad-abab"]) == []


@pytest.mark.parametrize(
    ("opening", "sentence"),
    [
        ("The beautiful elephant", "the poem cannot begin with 7 syllables: its first line has 5"),
        ("In 1984", "the poem cannot begin with 1984: an English form takes English words"),
        ("Le été", "the poem cannot begin with été: an English form takes English words"),
    ],
)
def test_an_english_opening_that_does_not_fit_is_refused(opening: str, sentence: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        poem(Babbler(PIECES.pieces, 1), "haiku", 1, opening=opening)
    assert str(refused.value) == sentence


def test_a_first_line_that_nothing_rhymes_with_is_refused() -> None:
    with pytest.raises(InvalidValue, match="too little is known to rhyme with orange"):
        poem(Babbler(PIECES.pieces, 1), "sonnet", 1, opening="I saw the moon, the sea, and an orange")


def test_verse_comes_line_by_line_and_the_same_seed_gives_the_same() -> None:
    speaker = Babbler(PIECES.pieces, 1)
    form = replace(ballad(1), key="one stanza")
    seen = list(write(speaker, form, np.random.default_rng(7)))
    assert [one.lines for one in seen if one.text] == sorted(one.lines for one in seen if one.text)
    assert {one.lines for one in seen} == {0, 1, 2, 3, 4}
    assert all(seen[-1].text.startswith(one.text.rstrip("\n")) for one in seen)
    assert list(write(Babbler(PIECES.pieces, 1), form, np.random.default_rng(7))) == seen
    assert list(write(speaker, form, np.random.default_rng(8))) != seen


def test_words_are_spelt_as_the_tokenizer_does() -> None:
    assert Spelling(PIECES.pieces).spell(story()) == PIECES.encode(story())
    assert Spelling([b"", b"a"]).spell("ab") is None
    assert Spelling([b"", b"a"]).nearly("ab") == [1]
