"""How LoRA files name the layers of a network: as `diffusers`, `peft` and kohya's trainer write them.

All come down to one key: the network, then the layer's name in `diffusers`, all joined by underscores.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# What the two factors and their scale are called, with what each means here.
_ENDS: Final = {
    ".lora_down.weight": "down", ".lora_up.weight": "up",
    ".lora_A.weight": "down", ".lora_B.weight": "up",
    ".lora_A.default.weight": "down", ".lora_B.default.weight": "up",
    ".lora.down.weight": "down", ".lora.up.weight": "up",
    "_lora.down.weight": "down", "_lora.up.weight": "up",
    ".lora_linear_layer.down.weight": "down", ".lora_linear_layer.up.weight": "up",
    ".alpha": "alpha",
}  # fmt: skip
_BEGINS: Final = (
    ("lora_unet_", "unet_"), ("lora_te1_", "text_encoder_"), ("lora_te2_", "text_encoder_2_"),
    ("lora_te_", "text_encoder_"), ("lora_transformer_", "transformer_"), ("base_model_model_", ""),
)  # fmt: skip
NETWORKS: Final = ("unet", "transformer", "text_encoder", "text_encoder_2")


def split(key: str) -> tuple[str, str] | None:
    """The layer that a tensor belongs to, and its part: "down", "up" or "alpha"; None for any other."""
    for end, part in _ENDS.items():
        if key.endswith(end):
            layer = key.removesuffix(end).replace(".processor.", ".")
            layer = re.sub(r"\.(to_out)$", r".\1.0", layer) if end.startswith("_lora") else layer
            return _joined(layer), part
    return None


def layer_keys(networks: Mapping[str, Any]) -> dict[str, Any]:
    """The layers of networks that a LoRA can change, by every key that a file may have for them."""
    import torch

    found: dict[str, Any] = {}
    for network, module in networks.items():
        also = dict(_as_trained(module)) if network == "unet" else {}
        for name, layer in module.named_modules():
            if not isinstance(layer, torch.nn.Linear | torch.nn.Conv2d):
                continue
            joined = name.replace(".", "_")
            names = [joined]
            if network.startswith("text_encoder"):  # transformers once had one more level
                names.append(joined.removeprefix("text_model_"))
                names.append(f"text_model_{names[-1]}")
            for block, trained in also.items():
                if name.startswith(f"{block}."):
                    names.append(trained + _inner(name.removeprefix(block)))
                elif name == block:
                    names.append(trained)
            found |= {f"{network}_{one}": layer for one in names}
    return found


def _joined(layer: str) -> str:
    joined = layer.replace(".", "_")
    for begin, instead in _BEGINS:
        if joined.startswith(begin):
            return instead + joined.removeprefix(begin)
    return joined if joined.startswith(NETWORKS) else f"unet_{joined}"


_RESNET: Final = {
    "conv1": "in_layers_2", "conv2": "out_layers_3", "time_emb_proj": "emb_layers_1",
    "conv_shortcut": "skip_connection",
}  # fmt: skip


def _inner(name: str) -> str:
    """What stands behind a block's name, as the first Stable Diffusion called it."""
    joined = name.replace(".", "_")
    for here, there in _RESNET.items():
        if joined == f"_{here}":
            return f"_{there}"
    return joined


def _as_trained(unet: Any) -> Iterator[tuple[str, str]]:
    """The blocks of a UNet by the names they had in training, which the LoRAs of SDXL keep."""
    yield from (
        ("conv_in", "input_blocks_0_0"), ("conv_out", "out_2"), ("time_embedding.linear_1", "time_embed_0"),
        ("time_embedding.linear_2", "time_embed_2"), ("add_embedding.linear_1", "label_emb_0_0"),
        ("add_embedding.linear_2", "label_emb_0_2"), ("mid_block.resnets.0", "middle_block_0"),
        ("mid_block.attentions.0", "middle_block_1"), ("mid_block.resnets.1", "middle_block_2"),
    )  # fmt: skip
    number = 1
    for level, block in enumerate(unet.down_blocks):
        for i in range(len(block.resnets)):
            yield f"down_blocks.{level}.resnets.{i}", f"input_blocks_{number}_0"
            yield f"down_blocks.{level}.attentions.{i}", f"input_blocks_{number}_1"
            number += 1
        if getattr(block, "downsamplers", None):
            yield f"down_blocks.{level}.downsamplers.0.conv", f"input_blocks_{number}_0_op"
            number += 1
    number = 0
    for level, block in enumerate(unet.up_blocks):
        attends = bool(getattr(block, "attentions", None))
        for i in range(len(block.resnets)):
            yield f"up_blocks.{level}.resnets.{i}", f"output_blocks_{number}_0"
            yield f"up_blocks.{level}.attentions.{i}", f"output_blocks_{number}_1"
            if i == len(block.resnets) - 1:
                behind = 2 if attends else 1
                yield f"up_blocks.{level}.upsamplers.0.conv", f"output_blocks_{number}_{behind}_conv"
            number += 1
