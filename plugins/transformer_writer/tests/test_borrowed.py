"""Models from somewhere else: what they write, and that their tokens lose nothing."""

from pathlib import Path
from typing import Any

import borrowed_toys as toys
import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from artstudio.sdk import Output, Run, Text
from artstudio_transformer_writer import borrowed
from artstudio_transformer_writer.actions import TransformerWriter
from artstudio_transformer_writer.borrowed import BorrowedSpeaker, open_borrowed
from artstudio_transformer_writer.borrowed_folder import KINDS
from artstudio_transformer_writer.borrowed_tokens import BorrowedTokens, borrowed_tokens
from artstudio_transformer_writer.params import ContinueParams, ExplainParams
from artstudio_transformer_writer.window import window_start

TEXTS = [
    "The fox saw",
    "  two spaces",
    "春天来了，\n山水",
    "😀👩‍👩‍👧 ok",
    "e\u0301 cafe\u0301",
    "▁ and ▁▁x",
    "</s><s>",
    "a    b",
    "",
]


def read_plainly(speaker: BorrowedSpeaker, ids: list[int]) -> Any:
    """What the network says of ids when it reads them all at once, without any cache."""
    with torch.inference_mode():
        return speaker.model(torch.tensor([ids])).logits[0].float().numpy()


@pytest.fixture(autouse=True)
def single_precision(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same numbers on every machine."""
    monkeypatch.setattr(borrowed, "has_bf16", lambda device: False)


@pytest.fixture(scope="module")
def llama(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return toys.save(tmp_path_factory.mktemp("models") / "llama", toys.network("llama"), toys.of_llama())


@pytest.fixture
def copy(llama: Path, tmp_path: Path) -> Path:
    """A folder of one's own to spoil."""
    folder = tmp_path / "model"
    folder.mkdir()
    for file in llama.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_each_kind_writes_and_goes_back(kind: str, tmp_path: Path) -> None:
    toys.save(tmp_path, toys.network(kind), toys.of_bytes())
    speaker = open_borrowed(tmp_path, "cpu")
    chance = np.random.default_rng(0)
    ids = [speaker.begin, *chance.integers(3, 390, 19).tolist()]
    whole = read_plainly(speaker, ids)
    for end in (5, 6, 7, 12, 20, 9, 20):
        assert np.allclose(speaker.scores(ids[:end]), whole[end - 1], atol=1e-4), end
    assert np.allclose(speaker.all_scores(ids), whole, atol=1e-4)
    looks = speaker.looks(ids)
    assert looks.shape == (20,)
    assert looks.sum() == pytest.approx(1, abs=1e-3)


def test_half_precision_is_used_where_it_is_fast(llama: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exact = open_borrowed(llama, "cpu").scores([1, 300, 301])
    monkeypatch.setattr(borrowed, "has_bf16", lambda device: True)
    speaker = open_borrowed(llama, "cpu")
    assert speaker.model.dtype == torch.bfloat16
    assert np.abs(speaker.scores([1, 300, 301]) - exact).max() < 0.1 * np.abs(exact).max()


@pytest.mark.parametrize("tokenizer", sorted(toys.TOKENIZERS))
def test_it_writes_along_and_explains(tokenizer: str, tmp_path: Path) -> None:
    folder = toys.save(tmp_path, toys.network("qwen2"), toys.TOKENIZERS[tokenizer]())
    run = Run(seed=1, model=folder)
    for text in TEXTS:
        events = TransformerWriter().continue_(run, Text(text), ContinueParams(length=24))
        made = [event.value.text for event in events if isinstance(event, Output)]
        assert made[0].startswith(text)
        assert len(made[0]) > len(text)
        (said,) = [
            event.value
            for event in TransformerWriter().explain(run, Text(text), ExplainParams())
            if isinstance(event, Output)
        ]
        assert "".join(text[token.start : token.end] for token in said.tokens) == text


@pytest.fixture(scope="module", params=[*sorted(toys.TOKENIZERS), "sentencepiece"])
def tokens(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BorrowedTokens:
    folder = tmp_path_factory.mktemp("tokens")
    if request.param == "sentencepiece":
        (folder / "tokenizer.model").write_bytes(toys.sentence_piece_model())
    else:
        toys.TOKENIZERS[request.param]().save(str(folder / "tokenizer.json"))
    return borrowed_tokens(folder, 400)


def check_round_trip(tokens: BorrowedTokens, text: str) -> None:
    read = tokens.read(text)
    assert b"".join(tokens.pieces[i] for i, _, _ in read) == text.encode()
    covered = {at for _, start, end in read for at in range(start, end)}
    assert covered == set(range(len(text)))
    assert [start for _, start, _ in read] == sorted(start for _, start, _ in read)


@pytest.mark.parametrize("text", TEXTS)
def test_pieces_joined_are_the_text(tokens: BorrowedTokens, text: str) -> None:
    check_round_trip(tokens, text)


@given(
    text=st.text(
        st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("▁ \n</s>the春😀\u0301")),
        max_size=40,
    )
)
def test_pieces_of_any_text_joined_are_the_text(tokens: BorrowedTokens, text: str) -> None:
    check_round_trip(tokens, text)


def test_a_text_keeps_the_tokens_that_the_model_was_taught(tokens: BorrowedTokens) -> None:
    """Nothing is spelt in bytes that needs no spelling."""
    assert len(tokens.read("The fox saw the moon in the storm")) < len("The fox saw the moon in the storm")


def test_a_sentencepiece_model_reads_as_its_tokenizer_does(tmp_path: Path) -> None:
    toys.of_llama().save(str(tmp_path / "tokenizer.json"))
    fast = borrowed_tokens(tmp_path, 400)
    (tmp_path / "tokenizer.json").unlink()
    (tmp_path / "tokenizer.model").write_bytes(toys.sentence_piece_model())
    slow = borrowed_tokens(tmp_path, 400)
    assert slow.pieces == fast.pieces
    for text in TEXTS:
        assert slow.read(text) == fast.read(text)


def test_half_a_character_is_read_as_a_question_mark(tokens: BorrowedTokens) -> None:
    assert tokens.read("a\ud83d") == tokens.read("a?")


def test_what_was_read_is_not_read_again(llama: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    speaker = open_borrowed(llama, "cpu")
    read: list[int] = []
    inner = speaker._after

    def noted(fresh: list[int], *given: Any) -> Any:
        read.append(len(fresh))
        return inner(fresh, *given)

    monkeypatch.setattr(speaker, "_after", noted)
    ids = [speaker.end, *range(280, 300)]
    speaker.scores(ids)
    speaker.scores([*ids, 5])
    speaker.scores([*ids[:15], 7, 8])
    assert read == [21, 1, 2]


def test_a_text_longer_than_the_context_is_read_from_its_middle(llama: Path) -> None:
    speaker = open_borrowed(llama, "cpu")
    assert speaker.context == 64
    ids = [speaker.end, *np.random.default_rng(1).integers(259, 300, 99).tolist()]
    for end in (60, 64, 65, 70, 100):
        start = window_start(end, 64)
        window = [speaker.begin, *ids[start + 1 : end]]
        assert len(window) <= 64
        assert np.allclose(speaker.scores(ids[:end]), read_plainly(speaker, window)[-1], atol=1e-4)


def test_after_a_failure_it_reads_anew(llama: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    speaker = open_borrowed(llama, "cpu")
    ids = [speaker.end, *range(300, 310)]
    right = speaker.scores(ids)
    with monkeypatch.context() as patch:
        patch.setattr(speaker.model.lm_head, "forward", lambda hidden: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            speaker.scores([*ids, 5])
    assert np.allclose(speaker.scores(ids), right, atol=1e-5)


def test_weights_in_several_files(llama: Path, tmp_path: Path) -> None:
    toys.save(tmp_path, toys.network("llama"), toys.of_llama(), shard="20KB")
    assert len(list(tmp_path.glob("model-*.safetensors"))) > 2
    one, several = open_borrowed(llama, "cpu"), open_borrowed(tmp_path, "cpu")
    assert np.allclose(one.scores([1, 300, 7]), several.scores([1, 300, 7]), atol=1e-5)


def test_a_model_without_a_mark_for_the_beginning_begins_with_the_end(copy: Path) -> None:
    toys.changed(copy, "config.json", bos_token_id=None, eos_token_id=[2, 1])
    speaker = open_borrowed(copy, "cpu")
    assert (speaker.begin, speaker.end) == (2, 2)
    toys.changed(copy, "config.json", bos_token_id=1, eos_token_id=None)
    speaker = open_borrowed(copy, "cpu")
    assert (speaker.begin, speaker.end) == (1, 1)
    toys.changed(copy, "config.json", bos_token_id=None)
    (copy / "tokenizer_config.json").write_text('{"eos_token": {"content": "<unk>"}}')
    assert open_borrowed(copy, "cpu").end == 0
    (copy / "tokenizer_config.json").unlink()
    assert open_borrowed(copy, "cpu").end == 2  # by its name, "</s>"
