"""What the models that come with the plugin can do."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from artstudio.sdk import Output, Run, Text
from artstudio_transformer_writer import rhyme_zh
from artstudio_transformer_writer.actions import TransformerWriter
from artstudio_transformer_writer.corpus import Piece
from artstudio_transformer_writer.evaluation import judge
from artstudio_transformer_writer.forms import FORMS, faults
from artstudio_transformer_writer.model import load
from artstudio_transformer_writer.params import ContinueParams, PoemParams
from artstudio_transformer_writer.script import mostly_chinese
from artstudio_transformer_writer.tokens import load_tokens
from artstudio_transformer_writer.translation_params import TranslateParams

STARTER = Path(__file__).parents[3] / "resources" / "models" / "transformer-writer" / "starter"
RUN = Run(seed=1, model=STARTER)
# written for this test
PROSE = (
    "The doctor put down his lamp and looked at the two children by the door. “You have come far,” he said."
)


def made(events: Iterator[Any]) -> str:
    (text,) = [event.value.text for event in events if isinstance(event, Output)]
    return str(text)


def test_it_is_whole_with_a_card_for_all_its_parts() -> None:
    for part in (STARTER, STARTER / "verse", STARTER / "translation"):
        assert (part / "model.safetensors").is_file()
    assert all(word in (STARTER / "MODEL_CARD.md").read_text() for word in ("novels", "poems", "Tatoeba"))


def test_english_is_likelier_than_its_letters_in_disorder() -> None:
    model, tokens = load(STARTER), load_tokens(STARTER)
    mixed = " ".join(sorted(PROSE.split(), key=lambda word: word[::-1]))
    costs = [
        tally.metrics()["bits_per_byte"]
        for _, tally in judge(model, tokens, [Piece("", PROSE, ""), Piece("", mixed, "")], "cpu")
    ]
    assert costs[0] < 2.0 < costs[1]


def test_it_goes_on_in_the_language_of_the_text() -> None:
    english = made(TransformerWriter().continue_(RUN, Text(PROSE), ContinueParams(length=60)))[len(PROSE) :]
    assert len(english.split()) > 20
    chinese = made(TransformerWriter().continue_(RUN, Text("床前明月光，"), ContinueParams(length=40)))
    assert mostly_chinese(chinese)


@pytest.mark.parametrize("form", ["wujue", "qilv"])
def test_chinese_verse_keeps_its_form_by_the_rhymes_it_learned(form: Any) -> None:
    rhymes = rhyme_zh.load(STARTER / "verse")
    for seed in range(5):
        run = Run(seed=seed, model=STARTER)
        assert faults(made(TransformerWriter().poem(run, PoemParams(form=form))), FORMS[form], rhymes) == []


def test_a_sonnet_keeps_its_form() -> None:
    assert faults(made(TransformerWriter().poem(RUN, PoemParams(form="sonnet"))), FORMS["sonnet"]) == []


def test_simple_phrases_are_translated_both_ways() -> None:
    def translated(text: str, target: Any) -> str:
        return made(TransformerWriter().translate(RUN, Text(text), TranslateParams(target=target)))

    assert "朋友" in translated("He is my friend.", "zh")
    assert "book" in translated("这本书很有意思。", "en")
    letter = translated("I like music.\n\nWhere do you live?\n\nhttp://example.org", "zh")
    assert letter.count("\n\n") == 2
    assert letter.endswith("http://example.org")
