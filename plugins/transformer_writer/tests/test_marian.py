"""The network is Marian's: `transformers` reads its folders and finds the same scores and translations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import torch
from translator_toys import finished, untrained

from artstudio.sdk import BadModel
from artstudio.sdk.nn.weights import pack, unpack
from artstudio_transformer_writer.beam import searched
from artstudio_transformer_writer.marian import load_marian
from artstudio_transformer_writer.subwords import load_subwords

if TYPE_CHECKING:
    from pathlib import Path

SENTENCES = ("Tom sees the moon.", "她画七只乌鸦。", "a", "My aunt wants 9 🐟!")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return untrained(tmp_path_factory.mktemp("marian") / "toy")


def test_scores_are_those_of_transformers(folder: Path) -> None:
    from transformers import MarianMTModel

    ours = load_marian(folder).eval()
    theirs: Any = MarianMTModel.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager")
    theirs.eval()
    subwords = load_subwords(folder)
    rows = [subwords.source(subwords.encode(sentence), "zh") for sentence in SENTENCES]
    wide = max(map(len, rows))
    source = torch.tensor([row + [subwords.pad] * (wide - len(row)) for row in rows])
    target = torch.randint(4, len(subwords), (len(rows), 7))
    with torch.no_grad():
        found = ours(source, target)
        right = theirs(
            input_ids=source, attention_mask=(source != subwords.pad).long(), decoder_input_ids=target
        ).logits
        encoded, seen = ours.encode(source)
        memory = ours.begin(encoded)
        one_by_one = torch.cat([ours.decode(target[:, i : i + 1], seen, memory) for i in range(7)], 1)
    torch.testing.assert_close(found, right, atol=1e-4, rtol=0)
    torch.testing.assert_close(one_by_one, right, atol=1e-4, rtol=0)


@pytest.mark.parametrize("beams", [1, 4])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_translations_are_those_of_transformers(folder: Path, sentence: str, beams: int) -> None:
    from transformers import AutoTokenizer, MarianMTModel

    model, subwords = load_marian(folder).eval(), load_subwords(folder)
    theirs: Any = MarianMTModel.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager")
    theirs.eval()
    tokenizer = AutoTokenizer.from_pretrained(folder)
    read = tokenizer(f">>en<<{sentence}", return_tensors="pt")
    source = subwords.source(subwords.encode(sentence), "en")
    assert read["input_ids"][0].tolist() == source
    writing = {"num_beams": beams, "length_penalty": 1.5, "max_new_tokens": 12, "max_length": None}
    said = theirs.generate(**read, **writing)[0].tolist()
    right = [token for token in said[1:] if token not in (subwords.pad, subwords.end)]
    found = finished(
        searched(
            model, source, start=subwords.pad, end=subwords.end, beams=beams, most=12, penalty=1.5,
            no_repeat=4, never=subwords.special(),
        )
    )  # fmt: skip
    assert found[0][1] == right
    assert tokenizer.decode(right) == subwords.text(right)


def test_a_folder_that_does_not_fit_is_one_sentence(folder: Path, tmp_path: Path) -> None:
    weights, config = (
        (folder / "model.safetensors").read_bytes(),
        json.loads((folder / "config.json").read_text()),
    )

    def broken(name: str, changes: dict[str, object], content: bytes = weights) -> Path:
        made = tmp_path / name
        made.mkdir()
        (made / "config.json").write_text(json.dumps(config | changes))
        (made / "model.safetensors").write_bytes(content)
        return made

    spoilt: tuple[tuple[str, dict[str, object], str], ...] = (
        ("gelu", {"activation_function": "gelu"}, "layout of a plain Marian"),
        ("heads", {"encoder_attention_heads": 3}, "cannot share 32 numbers among 3 heads"),
        ("huge", {"encoder_layers": 10**9}, "1-100 is possible"),
        ("text", {"d_model": "32"}, "d_model = 32"),
        ("wide", {"d_model": 64}, "does not fit its config.json"),
        ("end", {"eos_token_id": 10_000}, "beyond its vocabulary"),
    )
    for name, changes, said in spoilt:
        with pytest.raises(BadModel, match=said):
            load_marian(broken(name, changes))
    arrays = unpack(weights)
    del arrays["model.decoder.layers.1.encoder_attn.q_proj.bias"]
    with pytest.raises(BadModel, match="missing tensor"):
        load_marian(broken("missing", {}, pack(arrays)))
    with pytest.raises(BadModel, match="copy the model again"):
        load_marian(broken("cut", {}, weights[:1000]))
    with pytest.raises(BadModel, match=r"has no tokenizer\.json"):
        load_subwords(broken("dumb", {}))
