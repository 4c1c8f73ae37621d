"""Damaged and malicious folders: one plain sentence each, nothing run, little time and memory spent."""

import json
import os
import struct
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import borrowed_toys as toys
import psutil
import pytest
import torch
from safetensors.torch import load_file, save_file

from artstudio.sdk import BadModel
from artstudio_transformer_writer.speaking import open_speaker

CODE = "import pathlib; pathlib.Path(__file__).with_name('ran').write_text('ran')\n"
WEIGHTS = "model.safetensors"
SPLIT = {"type": "Split", "behavior": "Isolated", "invert": False}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return toys.save(tmp_path_factory.mktemp("models") / "good", toys.network("llama"), toys.of_llama())


@pytest.fixture
def folder(good: Path, tmp_path: Path) -> Path:
    """A folder of one's own to spoil."""
    made = tmp_path / "model"
    made.mkdir()
    for file in good.iterdir():
        (made / file.name).write_bytes(file.read_bytes())
    return made


def refused(folder: Path, match: str | None = None) -> str:
    """The sentence that opening the folder fails with, quickly and without much memory."""
    began = time.perf_counter()
    tracemalloc.start()
    try:
        with pytest.raises(BadModel, match=match) as caught:
            open_speaker(folder, "cpu")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert time.perf_counter() - began < 60
    assert most < 100 << 20
    assert not (folder / "ran").exists()
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert len(sentence) < 500
    return sentence


def spoilt(folder: Path, spoil: Callable[[dict[str, torch.Tensor]], Any]) -> None:
    """Changes the tensors of the folder."""
    tensors = load_file(folder / WEIGHTS)
    spoil(tensors)
    save_file(tensors, folder / WEIGHTS)


def test_the_folder_opens_before_it_is_spoilt(folder: Path) -> None:
    assert len(open_speaker(folder, "cpu").scores([1, 2])) == 400


def test_code_of_its_own_is_never_run(folder: Path) -> None:
    for name in ("configuration_evil.py", "modeling_evil.py", "tokenization_evil.py"):
        (folder / name).write_text(CODE)
    auto = {"AutoConfig": "configuration_evil.Evil", "AutoModelForCausalLM": "modeling_evil.Evil"}
    toys.changed(folder, "config.json", auto_map=auto)
    (folder / "tokenizer_config.json").write_text(
        json.dumps({"auto_map": {"AutoTokenizer": ["tokenization_evil.Evil", None]}})
    )
    open_speaker(folder, "cpu").scores([1, 2])  # a Llama is opened as what it says it is, without that code
    assert not (folder / "ran").exists()
    assert not [name for name in sys.modules if "evil" in name]
    toys.changed(folder, "config.json", model_type="evil")
    refused(folder, "wants to run code of its own")


def test_what_a_configuration_could_make_the_library_fetch_is_ignored(folder: Path) -> None:
    toys.changed(
        folder, "config.json", _attn_implementation="evil/kernel", attn_implementation="evil/kernel",
        _experts_implementation="evil/kernel", transformers_weights="../x", name_or_path="evil/model",
        num_labels=10**9, fusion_config={"evil": True}, kernel_config={"evil": "evil/kernel"},
        attribute_map={"vocab_size": "x"},
    )  # fmt: skip
    open_speaker(folder, "cpu").scores([1, 2])


@pytest.mark.parametrize("name", ["pytorch_model.bin", "consolidated.00.pth", "model.pt"])
def test_pickles_are_not_opened(folder: Path, name: str) -> None:
    (folder / WEIGHTS).unlink()
    pickled = b"cpathlib\nPath\n(S'" + str(folder / "ran").encode() + b"'\ntR(dp0\nb."
    (folder / name).write_bytes(pickled)
    refused(folder, "pickle.*safetensors")


def test_other_formats_are_named(folder: Path) -> None:
    (folder / WEIGHTS).unlink()
    refused(folder, "no model.safetensors")
    (folder / "model.gguf").write_bytes(b"GGUF")
    refused(folder, "GGUF")
    (folder / WEIGHTS).write_bytes(b"")
    toys.changed(folder, "config.json", quantization_config={"quant_method": "gptq"})
    refused(folder, "quantised")
    toys.changed(folder, "config.json", quantization_config=None, model_type="mamba")
    refused(folder, "of the kind mamba")


@pytest.mark.parametrize("name", ["config.json", "tokenizer.json", WEIGHTS])
def test_links_out_of_the_folder_are_not_followed(folder: Path, name: str, tmp_path: Path) -> None:
    outside = tmp_path / f"outside-{name}"
    (folder / name).rename(outside)
    (folder / name).symlink_to(outside)
    refused(folder, "is a link to somewhere else")


def test_links_to_endless_files_are_not_followed(folder: Path) -> None:
    for name in ("tokenizer.json", WEIGHTS, "config.json"):
        (folder / name).unlink()
        (folder / name).symlink_to("/dev/zero")
        refused(folder)
        (folder / name).unlink()
        if hasattr(os, "mkfifo"):
            os.mkfifo(folder / name)
            refused(folder)


def test_the_links_of_a_hub_cache_are_followed(folder: Path, tmp_path: Path) -> None:
    blobs, snapshot = tmp_path / "hub" / "blobs", tmp_path / "hub" / "snapshots" / "0123"
    blobs.mkdir(parents=True)
    snapshot.mkdir(parents=True)
    for file in folder.iterdir():
        (blobs / file.name).write_bytes(file.read_bytes())
        (snapshot / file.name).symlink_to(Path("../../blobs") / file.name)
    assert len(open_speaker(snapshot, "cpu").scores([1, 2])) == 400


@pytest.mark.parametrize(
    "name",
    [
        "../outside.safetensors",
        "/etc/passwd",
        "sub/x.safetensors",
        "evil.bin",
        "..",
        "C:x.safetensors",
        7,
        None,
    ],
)
def test_an_index_cannot_name_files_elsewhere(folder: Path, name: Any) -> None:
    (folder / WEIGHTS).rename(folder.parent / "outside.safetensors")
    (folder / f"{WEIGHTS}.index.json").write_text(json.dumps({"weight_map": {"lm_head.weight": name}}))
    refused(folder, "names other files")


def test_a_missing_part_is_named(folder: Path) -> None:
    (folder / WEIGHTS).rename(folder / "model-00001-of-00002.safetensors")
    parts = {"a": "model-00001-of-00002.safetensors", "b": "model-00002-of-00002.safetensors"}
    (folder / f"{WEIGHTS}.index.json").write_text(json.dumps({"weight_map": parts}))
    refused(folder, "model-00002-of-00002.safetensors is missing")


def header(entries: Any, size: int | None = None) -> bytes:
    text = json.dumps(entries).encode()
    return struct.pack("<Q", len(text) if size is None else size) + text


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x" * 100,
        header({}, 1 << 60),
        header({}, 99 << 20) + b" " * 1000,
        header({"a": {"dtype": "F32", "shape": [1 << 40], "data_offsets": [0, 1 << 42]}}),
        header({"a": {"dtype": "F32", "shape": [1 << 62, 1 << 62], "data_offsets": [0, 0]}}),
        header({"a": {"dtype": "F32", "shape": [-1], "data_offsets": [0, 4]}}) + b"1234",
        header([]),
        header({"a": 7}),
    ],
)
def test_damaged_weights(folder: Path, content: bytes) -> None:
    (folder / WEIGHTS).write_bytes(content)
    refused(folder, "damaged")


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"model_type": "llama"}', b'{"a": ' * 50_000]
)
@pytest.mark.parametrize(
    "name", ["config.json", "tokenizer.json", f"{WEIGHTS}.index.json", "tokenizer_config.json"]
)
def test_broken_json(folder: Path, name: str, content: bytes) -> None:
    if name.endswith("index.json"):
        (folder / WEIGHTS).unlink()
    if name == "tokenizer_config.json":
        if content.startswith(b'{"model'):
            return
        toys.changed(folder, "config.json", eos_token_id=None)
    (folder / name).write_bytes(content)
    refused(folder)


@pytest.mark.parametrize(
    "changes",
    [
        {"hidden_size": 1 << 30}, {"hidden_size": 1 << 40}, {"hidden_size": 0}, {"hidden_size": -32},
        {"hidden_size": "many"}, {"hidden_size": 33}, {"hidden_size": 1e300}, {"hidden_size": None},
        {"num_hidden_layers": 1_000_000}, {"num_hidden_layers": 0}, {"num_hidden_layers": 1},
        {"num_hidden_layers": 3}, {"num_attention_heads": 0}, {"num_attention_heads": 7}, {"head_dim": 0},
        {"num_key_value_heads": 3}, {"num_key_value_heads": 0}, {"vocab_size": 401}, {"vocab_size": 1 << 30},
        {"vocab_size": 300}, {"intermediate_size": 10**9}, {"hidden_act": "os.system"}, {"rms_norm_eps": "x"},
        {"model_type": ["llama"]}, {"model_type": None},
        {"rope_parameters": {"rope_type": "evil", "rope_theta": 1.0}},
        {"rope_parameters": {"rope_type": "default", "rope_theta": 0}},
        {"rope_parameters": []}, {"max_position_embeddings": "x"},
        {"layer_types": ["x"] * 5000}, {"model_type": "gpt2"}, {"model_type": "gemma2"},
        {"model_type": "mixtral"},
    ],
    ids=lambda changes: str(changes)[:60],
)  # fmt: skip
def test_numbers_that_do_not_fit(folder: Path, changes: dict[str, Any]) -> None:
    toys.changed(folder, "config.json", **changes)
    refused(folder)


@pytest.mark.parametrize(
    "changes",
    [{"eos_token_id": 10**6, "bos_token_id": None}, {"tie_word_embeddings": True}, {"use_cache": False}],
)
def test_small_slips_are_forgiven(folder: Path, changes: dict[str, Any]) -> None:
    toys.changed(folder, "config.json", **changes)
    assert len(open_speaker(folder, "cpu").scores([1, 2])) == 400


def test_a_long_context_that_is_claimed_costs_nothing(folder: Path) -> None:
    toys.changed(folder, "config.json", max_position_embeddings=2_000_000_000)
    assert open_speaker(folder, "cpu").context == 8192


def test_tensors_that_are_missing_misshapen_or_no_numbers(folder: Path) -> None:
    keep = (folder / WEIGHTS).read_bytes()
    name = "model.layers.1.mlp.up_proj.weight"
    for value in (float("nan"), float("inf"), -float("inf")):
        damage = torch.tensor(value)
        spoilt(folder, lambda tensors, damage=damage: tensors[name][3, 5].copy_(damage))  # type: ignore[misc]
        refused(folder, f"{name} is full of what are no numbers")
        (folder / WEIGHTS).write_bytes(keep)
    spoilt(folder, lambda tensors: tensors.pop(name))
    refused(folder, "incomplete")
    spoilt(folder, lambda tensors: tensors.update(other=torch.zeros(10_000)))
    refused(folder, f"does not fit its config.json: see {name}")
    (folder / WEIGHTS).write_bytes(keep)
    spoilt(folder, lambda tensors: tensors.update({name: tensors[name].T.contiguous()}))
    refused(folder, "does not fit")


def test_a_model_larger_than_the_memory_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Small:
        total = 10_000

    monkeypatch.setattr(psutil, "virtual_memory", Small)
    refused(folder, "more than there is")


@pytest.mark.parametrize(
    "changes",
    [
        {"model": None}, {"model": {"type": "WordPiece", "vocab": {}}},
        {"model": {"type": "BPE", "vocab": 7}}, {"added_tokens": [7]}, {"added_tokens": 7},
        {"pre_tokenizer": {"type": "Evil"}}, {"pre_tokenizer": [1]},
        {"pre_tokenizer": SPLIT | {"pattern": {"Regex": "(("}}},
        {"pre_tokenizer": {"type": "Sequence", "pretokenizers": 3}}, {"normalizer": 7},
    ],
    ids=lambda changes: str(changes)[:60],
)  # fmt: skip
def test_broken_tokenizers(folder: Path, changes: dict[str, Any]) -> None:
    toys.changed(folder, "tokenizer.json", **changes)
    refused(folder, "tokenizer")


def test_a_tokenizer_that_knows_more_than_the_model(folder: Path) -> None:
    said = json.loads((folder / "tokenizer.json").read_text())
    said["model"]["vocab"]["zzz"] = 400
    (folder / "tokenizer.json").write_text(json.dumps(said))
    refused(folder, "has a token 400, but the model only knows 400")
    said["model"]["vocab"]["zzz"] = 4_000_000_000
    (folder / "tokenizer.json").write_text(json.dumps(said))
    refused(folder, "token")


def test_a_pattern_made_to_take_for_ever_takes_little(folder: Path) -> None:
    slow = {"Regex": "(a+)+$|(a|a)*c"}
    toys.changed(folder, "tokenizer.json", pre_tokenizer=SPLIT | {"pattern": slow})
    began = time.perf_counter()
    with pytest.raises(BadModel, match="cannot read this text"):
        open_speaker(folder, "cpu").encode("a" * 400 + "b")
    assert time.perf_counter() - began < 60


@pytest.mark.parametrize(
    "content", [b"", b"x", b"\x0a\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", b"\x0a\x00", b"\x0b"]
)
def test_broken_sentencepiece_models(folder: Path, content: bytes) -> None:
    (folder / "tokenizer.json").unlink()
    refused(folder, "no tokenizer.json")
    (folder / "tokenizer.model").write_bytes(content)
    refused(folder, "tokenizer.model")
