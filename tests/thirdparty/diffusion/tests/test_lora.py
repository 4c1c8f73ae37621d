"""LoRA files of every usual layout, merged and taken out again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file

from artstudio.sdk import BadFile, Image, Notice, Output, Run
from artstudio_diffusion.actions import Diffusion
from artstudio_diffusion.lora import Loras
from artstudio_diffusion.opened import opened
from artstudio_diffusion.params import TextParams

RANK, ALPHA = 2, 3.0
pytestmark = pytest.mark.filterwarnings("ignore::FutureWarning")  # of diffusers, in what it loads
ATTENTION = "down_blocks.1.attentions.0.transformer_blocks.0.attn1"
CONV = "down_blocks.0.resnets.0.conv1"
TEXT = "text_model.encoder.layers.0.self_attn.q_proj"
# the layers of the tiny Stable Diffusion, with the shapes of their factors
LAYERS = {
    f"unet.{ATTENTION}.to_q": ((RANK, 8), (8, RANK)),
    f"unet.{ATTENTION}.to_out.0": ((RANK, 8), (8, RANK)),
    f"unet.{CONV}": ((RANK, 4, 3, 3), (4, RANK, 1, 1)),
    f"text_encoder.{TEXT}": ((RANK, 8), (8, RANK)),
}


def factors() -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
    torch.manual_seed(9)
    return {name: (torch.randn(down), torch.randn(up)) for name, (down, up) in LAYERS.items()}


def peft(name: str) -> tuple[str, str, str]:
    return f"{name}.lora_A.weight", f"{name}.lora_B.weight", f"{name}.alpha"


def kohya(name: str) -> tuple[str, str, str]:
    network, _, layer = name.partition(".")
    stem = {"unet": "lora_unet_", "text_encoder": "lora_te_"}[network] + layer.replace(".", "_")
    return f"{stem}.lora_down.weight", f"{stem}.lora_up.weight", f"{stem}.alpha"


def old_diffusers(name: str) -> tuple[str, str, str]:
    if ".attn1." in name:
        block, _, projection = name.rpartition(".attn1.")
        stem = f"{block}.attn1.processor.{projection.removesuffix('.0')}_lora"
        return f"{stem}.down.weight", f"{stem}.up.weight", f"{name}.alpha"
    middle = "lora_linear_layer" if name.startswith("text") else "lora"
    return f"{name}.{middle}.down.weight", f"{name}.{middle}.up.weight", f"{name}.alpha"


def written(path: Path, layout: Callable[[str], tuple[str, str, str]], **more: torch.Tensor) -> Path:
    tensors: dict[str, torch.Tensor] = dict(more)
    for name, (down, up) in factors().items():
        keys = layout(name)
        tensors |= {keys[0]: down, keys[1]: up, keys[2]: torch.tensor(ALPHA)}
    save_file({key: tensor.contiguous() for key, tensor in tensors.items()}, path)
    return path


def painted(plugin: Diffusion, model: Path, **said: object) -> tuple[Image, list[str]]:
    params = TextParams.model_validate({"width": 64, "height": 64, "steps": 2, "prompt": "a cup", **said})
    events = list(plugin.text_to_image(Run(1, model=model), params))
    (made,) = [e.value for e in events if isinstance(e, Output)]
    return made, [e.sentence for e in events if isinstance(e, Notice)]


def test_all_layouts_give_the_same_picture_and_the_base_comes_back(
    plugin: Diffusion, model: Path, tmp_path: Path
) -> None:
    base = painted(plugin, model)
    files = [written(tmp_path / f"{one.__name__}.safetensors", one) for one in (peft, kohya, old_diffusers)]
    first = painted(plugin, model, lora=str(files[0]))
    assert first[0] != base[0]
    assert first[1] == []
    for file in files[1:]:
        assert painted(plugin, model, lora=str(file)) == first
    assert painted(plugin, model, lora=str(files[0]), lora_strength=0) == base
    half = painted(plugin, model, lora=str(files[0]), lora_strength=0.5)
    assert half[0] not in (base[0], first[0])
    assert painted(plugin, model) == base


def test_two_files_add_up(plugin: Diffusion, model: Path, tmp_path: Path) -> None:
    file = str(written(tmp_path / "a.safetensors", kohya))
    (tmp_path / "b.safetensors").write_bytes(Path(file).read_bytes())
    other = {"lora_2": str(tmp_path / "b.safetensors"), "lora_2_strength": 0.25}
    twice = painted(plugin, model, lora=file, lora_strength=0.25, **other)
    once = painted(plugin, model, lora=file, lora_strength=0.5)
    assert abs(twice[0].pixels.astype(int) - once[0].pixels).max() <= 1


def test_the_weights_are_as_the_formula_says(model: Path, tmp_path: Path) -> None:
    networks: Any = opened(model, "cpu")._loaded
    before = {name: tensor.clone() for name, tensor in networks.unet.state_dict().items()}
    loras = Loras(networks)
    loras.use([(str(written(tmp_path / "a.safetensors", peft)), 0.5)])
    down, up = factors()[f"unet.{CONV}"]
    change = 0.5 * ALPHA / RANK * torch.einsum("or, rihw -> oihw", up[..., 0, 0], down)
    after = networks.unet.state_dict()
    assert torch.allclose(after[f"{CONV}.weight"], before[f"{CONV}.weight"] + change, atol=1e-6)
    loras.use([])
    assert all(torch.equal(tensor, before[name]) for name, tensor in networks.unet.state_dict().items())


def test_sdxl_files_with_the_names_of_its_training_fit(toys: Callable[[str], Path], tmp_path: Path) -> None:
    networks: Any = opened(toys("stable_diffusion_xl"), "cpu")._loaded
    # in training the first blocks were 0: conv_in, 1: resnet, 2: downsampler, 3: resnet and attention
    pairs = {
        "lora_unet_input_blocks_3_1_transformer_blocks_0_attn2_to_k":
            "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k",
        "lora_unet_input_blocks_1_0_in_layers_2": "down_blocks.0.resnets.0.conv1",
        "lora_unet_input_blocks_2_0_op": "down_blocks.0.downsamplers.0.conv",
        "lora_unet_middle_block_1_proj_in": "mid_block.attentions.0.proj_in",
        "lora_unet_output_blocks_0_1_proj_out": "up_blocks.0.attentions.0.proj_out",
        "lora_unet_output_blocks_1_2_conv": "up_blocks.0.upsamplers.0.conv",
        "lora_unet_output_blocks_2_0_skip_connection": "up_blocks.1.resnets.0.conv_shortcut",
        "lora_unet_time_embed_0": "time_embedding.linear_1",
        "lora_unet_label_emb_0_2": "add_embedding.linear_2",
    }  # fmt: skip
    tensors = {}
    for key, name in pairs.items():
        out, *inner = networks.unet.get_submodule(name).weight.shape
        tensors[f"{key}.lora_down.weight"] = torch.ones(1, *inner)
        tensors[f"{key}.lora_up.weight"] = torch.ones(out, 1, *[1] * (len(inner) - 1))
    out = networks.text_encoder_2.state_dict()["text_model.encoder.layers.1.mlp.fc1.weight"].shape
    tensors["lora_te2_text_model_encoder_layers_1_mlp_fc1.lora_down.weight"] = torch.ones(1, out[1])
    tensors["lora_te2_text_model_encoder_layers_1_mlp_fc1.lora_up.weight"] = torch.ones(out[0], 1)
    save_file(tensors, tmp_path / "xl.safetensors")
    before = {name: networks.unet.get_submodule(name).weight.clone() for name in pairs.values()}
    assert Loras(networks).use([(str(tmp_path / "xl.safetensors"), 1.0)]) == []
    for name, weight in before.items():
        assert torch.allclose(networks.unet.get_submodule(name).weight, weight + 1), name


def test_what_does_not_fit_is_said_in_one_sentence(plugin: Diffusion, model: Path, tmp_path: Path) -> None:
    clean = painted(plugin, model, lora=str(written(tmp_path / "a.safetensors", kohya)))
    strange = {
        "lora_unet_nowhere_to_q.lora_down.weight": torch.ones(2, 4),
        "lora_unet_nowhere_to_q.lora_up.weight": torch.ones(4, 2),
        "something.else": torch.ones(1),
    }
    file = written(tmp_path / "b.safetensors", kohya, **strange)
    made, (sentence,) = painted(plugin, model, lora=str(file))
    assert made == clean[0]
    assert sentence.startswith("3 of the 15 tensors in b.safetensors fit nothing in this model")


def test_a_layer_told_of_in_an_unknown_way_is_left_alone(model: Path, tmp_path: Path) -> None:
    loras = Loras(opened(model, "cpu")._loaded)
    scale = {f"{kohya(f'unet.{CONV}')[0].split('.')[0]}.dora_scale": torch.ones(4)}
    (said,) = loras.use([(str(written(tmp_path / "a.safetensors", kohya, **scale)), 1.0)])
    assert said.startswith("4 of the 13 tensors")


@pytest.mark.parametrize("content", [b"", b"no tensors", b"\x80\x02pickle"])
def test_a_file_that_is_no_lora_is_refused(
    plugin: Diffusion, model: Path, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "bad.safetensors"
    file.write_bytes(content)
    base = painted(plugin, model)
    with pytest.raises(BadFile, match=r"bad\.safetensors"):
        painted(plugin, model, lora=str(file))
    save_file({"x.lora_down.weight": torch.ones(1, 2), "x.lora_up.weight": torch.ones(2, 1)}, file)
    with pytest.raises(BadFile, match="fits no layer of this model"):
        painted(plugin, model, lora=str(file))
    (tmp_path / "a.ckpt").write_bytes(content)
    with pytest.raises(BadFile, match=r"no \.safetensors file"):
        painted(plugin, model, lora=str(tmp_path / "a.ckpt"))
    with pytest.raises(BadFile, match="is not there"):
        painted(plugin, model, lora=str(tmp_path / "gone.safetensors"))
    assert painted(plugin, model) == base
