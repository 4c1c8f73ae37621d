"""Translators from somewhere else: small random ones of each kind, whole, damaged and malicious."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING, Any

import pytest
import torch
from borrowed_toys import changed, sentence_piece_model
from safetensors.torch import load_file, save_file
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers
from translator_toys import finished, table

from artstudio.sdk import BadModel, Metrics, Output, Run, Text, TrainRun
from artstudio_transformer_writer.actions import TransformerWriter
from artstudio_transformer_writer.borrowed_translators import BorrowedTranslator, open_borrowed_translator
from artstudio_transformer_writer.translating import translate
from artstudio_transformer_writer.translation_params import TranslateParams

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SMALL = {
    "d_model": 32, "encoder_layers": 2, "decoder_layers": 2, "encoder_attention_heads": 2,
    "decoder_attention_heads": 2, "encoder_ffn_dim": 48, "decoder_ffn_dim": 48, "max_position_embeddings": 96,
}  # fmt: skip
_PIECES = [
    "<s>",
    "<pad>",
    "</s>",
    "<unk>",
    "▁",
    "▁the",
    "▁fox",
    *"abcdefghijklmnopqrstuvwxyz.",
    *"你好狐狸。",
]
_WEIGHTS = "model.safetensors"


def _saved(folder: Path, kind: str, **config: Any) -> Path:
    from transformers.models.auto.configuration_auto import CONFIG_MAPPING
    from transformers.models.auto.modeling_auto import MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING

    torch.manual_seed(5)
    configuration: Any = CONFIG_MAPPING[kind]
    network: Any = MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING[configuration]
    model = network(configuration(**_SMALL, **config))
    for parameter in model.parameters():
        if parameter.dim() > 1 and parameter.requires_grad:
            torch.nn.init.normal_(parameter, std=0.3)  # loud, so that it prefers some tokens
    model.save_pretrained(folder)
    return folder


def _vocabulary() -> dict[str, int]:
    """The pieces of `sentence_piece_model`, with other numbers."""
    from borrowed_toys import of_llama

    pieces = sorted(set(of_llama().get_vocab(with_added_tokens=False)) - {"<s>", "</s>", "<unk>"})
    return {piece: i for i, piece in enumerate(["</s>", "<unk>", *pieces, "<pad>"])}


def marian(folder: Path) -> Path:
    vocabulary = _vocabulary()
    vocabulary[">>cmn_Hans<<"] = len(vocabulary)
    size = len(vocabulary)
    _saved(
        folder, "marian", vocab_size=size, pad_token_id=vocabulary["<pad>"], eos_token_id=0,
        forced_eos_token_id=0, decoder_start_token_id=vocabulary["<pad>"], activation_function="swish",
        scale_embedding=True,
    )  # fmt: skip
    (folder / "vocab.json").write_text(json.dumps(vocabulary))
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes(sentence_piece_model())
    (folder / "tokenizer_config.json").write_text(json.dumps({"source_lang": "en", "target_lang": "zh"}))
    return folder


def m2m100(folder: Path) -> Path:
    vocabulary = {"<s>": 0, "<pad>": 1, "</s>": 2, "<unk>": 3}
    for piece in _vocabulary():
        vocabulary.setdefault(piece, len(vocabulary))
    _saved(folder, "m2m_100", vocab_size=len(vocabulary) + 108)
    (folder / "vocab.json").write_text(json.dumps(vocabulary))
    (folder / "sentencepiece.bpe.model").write_bytes(sentence_piece_model())
    return folder


def nllb(folder: Path) -> Path:
    tokenizer = Tokenizer(
        models.Unigram([(piece, -1.0 - i / 9) for i, piece in enumerate(_PIECES)], 3, False)
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace()
    names = ["<s>", "<pad>", "</s>", "<unk>", "eng_Latn", "zho_Hans"]
    tokenizer.add_special_tokens([AddedToken(name, special=True) for name in names])
    _saved(folder, "m2m_100", vocab_size=len(_PIECES) + 4)
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


MAKERS: dict[str, Callable[[Path], Path]] = {"marian": marian, "m2m100": m2m100, "nllb": nllb}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {name: make(tmp_path_factory.mktemp(name) / "model") for name, make in MAKERS.items()}


@pytest.fixture
def folder(folders: dict[str, Path], tmp_path: Path) -> Path:
    """A Marian folder of one's own to spoil."""
    return shutil.copytree(folders["marian"], tmp_path / "model")


@pytest.mark.parametrize("kind", MAKERS)
def test_translations_are_those_of_transformers(folders: dict[str, Path], kind: str) -> None:
    from transformers import AutoModelForSeq2SeqLM

    translator = open_borrowed_translator(folders[kind], "cpu")
    precision = translator.network.model.dtype
    translator.network.model.float()
    theirs = AutoModelForSeq2SeqLM.from_pretrained(folders[kind], dtype=precision).float().eval()
    tokens = translator.tokens
    source = tokens.source("the fox sang.", "zh")
    assert source[-1] == translator.end
    assert tokens.reads.text(source) in ("the fox sang.", "the fo sang.")
    right = theirs.generate(
        torch.tensor([source]), num_beams=4, max_new_tokens=min(94, 16 + 3 * len(source)), max_length=None,
        no_repeat_ngram_size=6, forced_bos_token_id=tokens.begins["zh"], forced_eos_token_id=translator.end,
        bad_words_ids=[[theirs.config.pad_token_id]],
    )[0].tolist()  # fmt: skip
    said = translate(translator, "the fox sang.", "zh")
    assert said == tokens.writes.text(
        [i for i in right[1:] if i not in (translator.end, tokens.begins["zh"])]
    )


@pytest.mark.parametrize("kind", MAKERS)
def test_texts_are_translated_with_them(folders: dict[str, Path], kind: str) -> None:
    text = "the fox.\n\n42 😀\n\na bee </s> >>cmn_Hans<< " + "x" * 150
    events = TransformerWriter().translate(
        Run(1, model=folders[kind]), Text(text), TranslateParams(target="zh")
    )
    (made,) = [event.value.text for event in events if isinstance(event, Output)]
    assert len(made.split("\n\n")) == 3
    assert "42 😀" in made


def test_languages_are_named_as_each_kind_does(folders: dict[str, Path]) -> None:
    opened = {name: open_borrowed_translator(folder, "cpu").tokens for name, folder in folders.items()}
    vocabulary = json.loads((folders["marian"] / "vocab.json").read_text())
    assert opened["marian"].source("a", "zh")[0] == vocabulary[">>cmn_Hans<<"]
    size = len(json.loads((folders["m2m100"] / "vocab.json").read_text()))
    assert (opened["m2m100"].source("a", "zh")[0], opened["m2m100"].begins["zh"]) == (size + 18, size + 98)
    tokenizer = Tokenizer.from_file(str(folders["nllb"] / "tokenizer.json"))
    assert opened["nllb"].source("a", "en")[0] == tokenizer.token_to_id("zho_Hans")
    assert opened["nllb"].begins["en"] == tokenizer.token_to_id("eng_Latn")


def test_a_translation_can_be_stopped_between_tokens(folders: dict[str, Path]) -> None:
    translator = open_borrowed_translator(folders["nllb"], "cpu")
    steps = translator.translating("the fox.", "zh")
    assert [next(steps), next(steps)] == [1, 2]
    steps.close()


def test_a_model_for_one_direction_says_so(folder: Path) -> None:
    translator = open_borrowed_translator(folder, "cpu")
    with pytest.raises(BadModel, match="does not translate from Chinese into English"):
        finished(translator.translating("你好。", "en"))
    changed(folder, "tokenizer_config.json", source_lang="fr")
    with pytest.raises(BadModel, match="between English and Chinese"):
        open_borrowed_translator(folder, "cpu")


def refused(folder: Path, match: str) -> None:
    with pytest.raises(BadModel, match=match) as caught:
        open_borrowed_translator(folder, "cpu")
    assert "\n" not in str(caught.value)
    assert not (folder / "ran").exists()


def test_code_of_its_own_is_never_run(folder: Path) -> None:
    (folder / "evil.py").write_text(
        "import pathlib; pathlib.Path(__file__).with_name('ran').write_text('ran')\n"
    )
    changed(folder, "config.json", auto_map={"AutoConfig": "evil.E", "AutoModelForSeq2SeqLM": "evil.E"})
    changed(folder, "tokenizer_config.json", auto_map={"AutoTokenizer": ["evil.E", None]})
    assert isinstance(open_borrowed_translator(folder, "cpu"), BorrowedTranslator)
    assert not (folder / "ran").exists()
    assert "evil" not in sys.modules
    changed(folder, "config.json", model_type="evil")
    refused(folder, "of the kind evil, which cannot translate")


def test_pickles_are_not_opened(folder: Path) -> None:
    (folder / _WEIGHTS).rename(folder / "pytorch_model.bin")
    refused(folder, "pickle.*safetensors")


def test_links_out_of_the_folder_are_not_followed(folder: Path, tmp_path: Path) -> None:
    for name in ("vocab.json", "source.spm", _WEIGHTS, "config.json"):
        moved = tmp_path / name
        (folder / name).rename(moved)
        (folder / name).symlink_to(moved)
        refused(folder, f"{name} in .* is a link to somewhere else")
        (folder / name).unlink()
        shutil.copy(moved, folder / name)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"encoder_layers": 10**9}, "encoder_layers = 1000000000"),
        ({"d_model": 4096}, "tells of"),
        ({"decoder_layers": 90}, "claims layers"),
        ({"max_position_embeddings": 10**8}, "max_position_embeddings"),
        ({"vocab_size": "many"}, "vocab_size = many"),
        ({"decoder_start_token_id": 10**6}, "beyond its vocabulary"),
        ({"encoder_ffn_dim": 32}, "does not fit its config.json|cannot be used"),
        ({"encoder_attention_heads": 3}, "cannot be used"),
        ({"quantization_config": {"quant_method": "awq"}}, "quantised"),
        ({"share_encoder_decoder_embeddings": False}, "two vocabularies"),
        ({"activation_function": "evil"}, "cannot be used"),
    ],
)
def test_absurd_configurations_are_one_sentence(folder: Path, changes: dict[str, object], said: str) -> None:
    changed(folder, "config.json", **changes)
    refused(folder, said)


def test_damaged_files_are_one_sentence(folder: Path) -> None:
    good = {file.name: file.read_bytes() for file in folder.iterdir()}
    for name, content, said in (
        (_WEIGHTS, good[_WEIGHTS][:500], "damaged"),
        ("vocab.json", b'{"a": 1', "damaged"),
        ("vocab.json", b'{"<unk>": 1, "a": 99999}', "does not know"),
        ("target.spm", b"\x00\xff" * 40, "damaged"),
        ("config.json", b"[" * 10_000, "unreadable"),
    ):
        (folder / name).write_bytes(content)
        refused(folder, said)
        (folder / name).write_bytes(good[name])
    (folder / "source.spm").unlink()
    refused(folder, "has no source.spm")


def test_weights_that_are_missing_or_no_numbers_are_one_sentence(folder: Path) -> None:
    tensors = load_file(folder / _WEIGHTS)
    name = "model.decoder.layers.1.encoder_attn.v_proj.weight"
    save_file({one: tensor for one, tensor in tensors.items() if one != name}, folder / _WEIGHTS)
    refused(folder, "incomplete|does not fit")
    save_file(tensors | {name: torch.full_like(tensors[name], torch.nan)}, folder / _WEIGHTS)
    refused(folder, "gives no numbers")


def test_a_borrowed_one_is_judged_each_way_that_it_can(folder: Path, tmp_path: Path) -> None:
    run = TrainRun(seed=1, data=(table(tmp_path),), folder=tmp_path, base=folder)
    (found,) = [event.metrics for event in TransformerWriter().evaluate(run) if isinstance(event, Metrics)]
    assert set(found) == {"pairs", "chrf_to_zh"}
