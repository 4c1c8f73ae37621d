from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from translator_toys import untrained

from artstudio.sdk import BadModel, Notice, Output, Run, Text
from artstudio_transformer_writer.actions import TransformerWriter
from artstudio_transformer_writer.sentences import pieces
from artstudio_transformer_writer.translating import translated
from artstudio_transformer_writer.translation_params import TranslateParams

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from artstudio_transformer_writer.subwords import Language

HARD = (
    "", " \n\n ", "\"", "😀👍🏽", "3.14 2,000", "https://example.org/a?b=c", "a" * 1000,
    "他" * 700, "Привет!", "…",
    "“Go home,” he said.\n\n- one\n- two\n\n\n\n第一。第二！",
    "`x = 1`\n\n```\ndef f(x):\n    return x\n```", "\ud800 half",
    "1. First\r\n2. 第二\r\n\r\nx", "\ufffc\n\nTom sees \ufffc the moon.", "((((((",
    "Mr. T. S. Eliot wrote. He did.",
)  # fmt: skip


class Echo:
    """Says what it was asked."""

    targets: tuple[Language, ...] = ("zh", "en")

    def __init__(self, answers: dict[str, str]) -> None:
        self.answers = answers
        self.asked: list[str] = []

    def translating(self, sentence: str, target: Language) -> Generator[int, None, str]:
        self.asked.append(sentence)
        yield 1
        return self.answers.get(sentence, f"<{sentence}>")


def said(text: str, target: Language, answers: dict[str, str]) -> tuple[str, list[str]]:
    echo = Echo(answers)
    parts = list(translated(echo, text, target))
    assert not parts or parts[-1].done == parts[-1].total
    return "".join(part.text for part in parts), echo.asked


def test_sentences_are_translated_one_by_one_and_joined_as_their_language_wants() -> None:
    chinese = {
        "Hello there.": "你好。",
        "How are you?": "你好吗？",
        "Mr. Smith sleeps.": "史密斯先生在睡觉。",
    }
    assert (
        said("Hello there. How are you?\nMr. Smith sleeps.", "zh", chinese)[0]
        == "你好。你好吗？\n史密斯先生在睡觉。"
    )
    english = {"你好。": "Hello.", "你好吗？": "How are you?", "回家吧。": "Go home.", "他说：": "He said:"}
    assert said("你好。你好吗？", "en", english)[0] == "Hello. How are you?"
    assert said("他说：“回家吧。”你好。", "en", english)[0] == "He said: “Go home.” Hello."
    assert said("他说：「回家吧。」", "en", english)[0] == "He said: “Go home.”"


def test_what_has_nothing_to_translate_stays_as_it_is() -> None:
    text = "See https://a.b/c or mail me@a.bc 😀 now.\n\n42\n\n你好。"
    made, asked = said(text, "zh", {})
    assert asked == ["See", "or mail", "now."]
    assert made == "<See> https://a.b/c <or mail> me@a.bc 😀 <now.>\n\n42\n\n你好。"


def test_a_title_gets_no_full_stop() -> None:
    assert said("The moon", "zh", {"The moon": "月亮。"})[0] == "月亮"
    assert said("Go home,", "zh", {"Go home,": "回家。"})[0] == "回家，"


def test_prose_wrapped_at_a_width_is_read_as_one_line_and_verse_is_not() -> None:
    prose = "It was a long and very dark night in the\nwoods of the north. Nobody spoke."
    assert said(prose, "zh", {})[1][0] == "It was a long and very dark night in the woods of the north."
    verse = "Tyger Tyger, burning bright,\nIn the forests of the night;\n"
    assert said(verse, "zh", {})[1] == ["Tyger Tyger, burning bright,", "In the forests of the night;"]


@pytest.mark.parametrize("text", HARD)
def test_no_text_is_lost_between_the_sentences(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text)) == text
    assert all(len(piece.text) <= 160 for piece in pieces(text) if piece.language)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return untrained(tmp_path_factory.mktemp("translator") / "toy")


def output(folder: Path, text: str, params: TranslateParams) -> str:
    events = list(TransformerWriter().translate(Run(1, model=folder), Text(text), params))
    (found,) = [event.value.text for event in events if isinstance(event, Output)]
    return found


def paragraphs(text: str) -> list[str]:
    return [part for part in re.split(r"\n\s*\n", text) if part.strip()]


@pytest.mark.parametrize("target", ["zh", "en"])
def test_there_are_as_many_paragraphs_as_before_and_nothing_crashes(folder: Path, target: Language) -> None:
    text = "\n\n".join(one[:60] for one in HARD)
    made = output(folder, text, TranslateParams(target=target))
    assert len(paragraphs(made)) == len(paragraphs(text))


def test_the_other_language_is_chosen(folder: Path) -> None:
    assert output(folder, "你好。", TranslateParams()) != "你好。"
    assert output(folder, "你好。", TranslateParams(target="zh")) == "你好。"
    events = list(TransformerWriter().translate(Run(1, model=folder), Text("42"), TranslateParams()))
    assert any("nothing was translated" in event.sentence for event in events if isinstance(event, Notice))


def test_without_a_model_it_says_so() -> None:
    with pytest.raises(BadModel, match="needs a model"):
        list(TransformerWriter().translate(Run(1), Text("Hello."), TranslateParams()))
