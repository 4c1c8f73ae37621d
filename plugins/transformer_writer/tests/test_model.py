"""The network against the one of `transformers`: the same numbers, whichever program wrote the folder."""

import itertools
from pathlib import Path
from typing import Any

import borrowed_toys as toys
import numpy as np
import pytest
import torch
from writer_toys import story

from artstudio.sdk import BadModel
from artstudio_transformer_writer import model
from artstudio_transformer_writer.copies import Known
from artstudio_transformer_writer.folder import save_writer
from artstudio_transformer_writer.model import Cache, Writer
from artstudio_transformer_writer.shape import Shape
from artstudio_transformer_writer.speaking import OwnSpeaker, open_speaker
from artstudio_transformer_writer.tokens import Tokens, learn_bytes
from artstudio_transformer_writer.window import window_start

CASES = list(itertools.product((True, False), (1, 2, 4)))


@pytest.fixture(scope="module")
def tokens() -> Tokens:
    return learn_bytes([story()], 300)


def written(folder: Path, tokens: Tokens, *, tied: bool, groups: int, context: int = 64) -> Writer:
    """A random model of ours, loud enough to prefer some tokens, and its folder."""
    torch.manual_seed(2)
    made = Writer(Shape(300, 32, 48, 2, 4, groups, context, 1e-5, 5000.0, tied)).eval()
    for weight in made.parameters():
        torch.nn.init.normal_(weight, 1.0 if weight.dim() == 1 else 0.0, 0.2)
    made = made.half().float()  # as it is stored
    save_writer(folder, made, tokens, Known.learn([], 32), {})
    return made


def theirs(folder: Path) -> Any:
    from transformers import LlamaForCausalLM

    made: Any = LlamaForCausalLM.from_pretrained(folder, dtype=torch.float32, local_files_only=True)
    return made.eval()


@pytest.mark.parametrize(("tied", "groups"), CASES)
@torch.no_grad()
def test_the_same_scores_as_transformers(tmp_path: Path, tokens: Tokens, tied: bool, groups: int) -> None:
    made = written(tmp_path, tokens, tied=tied, groups=groups)
    ids = torch.randint(0, 300, (2, 40))
    expected = theirs(tmp_path)(ids).logits
    assert expected.std() > 0.1
    assert torch.allclose(made(ids), expected, atol=1e-4)
    assert torch.allclose(model.load(tmp_path)(ids), expected, atol=1e-4)


@pytest.mark.parametrize(("tied", "groups"), CASES)
@torch.no_grad()
def test_in_steps_the_same_as_at_once(tmp_path: Path, tokens: Tokens, tied: bool, groups: int) -> None:
    made = written(tmp_path, tokens, tied=tied, groups=groups)
    ids = torch.randint(0, 300, (1, 40))
    expected = theirs(tmp_path)(ids).logits[0]
    cache, at = Cache(made.shape, 64), 0
    for size in (7, 1, 1, 12, 1, 18):
        found = made.lm_head(made.hidden(ids[:, at : at + size], cache))[0]
        assert torch.allclose(found, expected[at : at + size], atol=1e-4)
        at += size


@pytest.mark.parametrize(("tied", "groups"), CASES)
@torch.no_grad()
def test_a_folder_of_transformers_opens_as_ours(
    tmp_path: Path, tokens: Tokens, tied: bool, groups: int
) -> None:
    network = toys.network("llama", tie_word_embeddings=tied)
    network.config.num_key_value_heads = groups
    network = type(network)(network.config).eval()
    toys.save(tmp_path, network)
    ids = torch.randint(0, 400, (2, 30))
    assert torch.allclose(model.load(tmp_path)(ids), network(ids).logits, atol=1e-4)


def test_a_speaker_of_ours_speaks_as_a_borrowed_one_does(tmp_path: Path, tokens: Tokens) -> None:
    from artstudio_transformer_writer.borrowed import open_borrowed

    written(tmp_path, tokens, tied=True, groups=2)
    ours, borrowed = open_speaker(tmp_path, "cpu"), open_borrowed(tmp_path, "cpu")
    assert isinstance(ours, OwnSpeaker)
    assert list(ours.pieces) == list(borrowed.pieces)
    assert (ours.end, ours.context) == (borrowed.end, borrowed.context)
    text = "The fox saw 春天, twice.\n"
    assert ours.encode(text) == borrowed.encode(text)
    assert ours.places(text) == borrowed.places(text)
    ids = [ours.end, *ours.encode(text)]
    tolerance = 1e-4 if borrowed.model.dtype == torch.float32 else 0.2
    for found, expected in (
        (ours.scores(ids), borrowed.scores(ids)),
        (ours.all_scores(ids), borrowed.all_scores(ids)),
        (ours.looks(ids), borrowed.looks(ids)),
    ):
        assert np.allclose(found, expected, atol=tolerance)


@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize(("tied", "groups"), CASES)
@torch.no_grad()
def test_it_goes_on_goes_back_and_looks_no_further_than_its_context(
    tmp_path: Path, tokens: Tokens, tied: bool, groups: int, alone: bool
) -> None:
    made = written(tmp_path, tokens, tied=tied, groups=groups, context=32)
    speaker = OwnSpeaker(model.load(tmp_path), tokens, "cpu", alone=alone)
    ids = [tokens.end, *np.random.default_rng(0).integers(0, 300, 79).tolist()]
    for end in (5, 6, 7, 20, 9, 10, 31, 32, 33, 34, 41, 60, 80, 12):
        start = window_start(end, 32)
        assert end - start <= 32
        expected = made(torch.tensor([ids[start:end]]))[0, -1].numpy()
        assert np.allclose(speaker.scores(ids[:end]), expected, atol=1e-4), end
    changed = [*ids[:8], 5, 6, *ids[10:20]]
    expected = made(torch.tensor([changed]))[0, -1].numpy()
    assert np.allclose(speaker.scores(changed), expected, atol=1e-4)


@torch.no_grad()
def test_a_model_that_others_use_is_left_as_it_is(tmp_path: Path, tokens: Tokens) -> None:
    shared, own = written(tmp_path, tokens, tied=True, groups=2), model.load(tmp_path)
    OwnSpeaker(shared, tokens, "cpu").scores([tokens.end])
    OwnSpeaker(own, tokens, "cpu", alone=True).scores([tokens.end])
    assert all(weight.is_contiguous() for weight in shared.parameters())
    assert own.lm_head.weight.data_ptr() == own.model.embed_tokens.weight.data_ptr()  # still held once
    ids = torch.randint(0, 300, (2, 40))
    assert torch.allclose(own(ids), shared(ids), atol=1e-4)


def test_after_a_failure_it_reads_anew(
    tmp_path: Path, tokens: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, tokens, tied=True, groups=2)
    speaker = OwnSpeaker(model.load(tmp_path), tokens, "cpu", alone=True)
    ids = [tokens.end, 5, 6, 7, 8, 9]
    right = speaker.scores(ids)
    with monkeypatch.context() as patch:
        patch.setattr(speaker.model.model.layers[1], "forward", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            speaker.scores([tokens.end, 50, 60, 70, 80, 90])
    assert np.allclose(speaker.scores(ids), right, atol=1e-5)


def test_a_folder_that_does_not_fit_is_one_sentence(tmp_path: Path, tokens: Tokens) -> None:
    written(tmp_path, tokens, tied=True, groups=2)
    toys.changed(tmp_path, "config.json", num_hidden_layers=3)
    with pytest.raises(BadModel, match=r"model\.layers\.2"):
        open_speaker(tmp_path, "cpu")
    (tmp_path / "tokenizer.json").write_bytes(b"\xff" + b"<|end|>")
    with pytest.raises(BadModel):
        open_speaker(tmp_path, "cpu")
