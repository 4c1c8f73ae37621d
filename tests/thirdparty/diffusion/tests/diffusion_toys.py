"""Whole pipelines of a few thousand random weights, as small as `diffusers` lets them be."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import torch
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection, CLIPTokenizer

diffusers: Any = import_module("diffusers")  # it is hardly typed
_WORDS = 77  # tokens that a text encoder reads


def tokenizer(folder: Path) -> CLIPTokenizer:
    """One that knows letters only."""
    folder.mkdir(parents=True, exist_ok=True)
    letters = [chr(i) for i in range(33, 127)]
    pieces = [*letters, *(f"{letter}</w>" for letter in letters), "<|startoftext|>", "<|endoftext|>"]
    (folder / "vocab.json").write_text(json.dumps({piece: i for i, piece in enumerate(pieces)}))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    made: CLIPTokenizer = CLIPTokenizer(
        str(folder / "vocab.json"), str(folder / "merges.txt"), model_max_length=_WORDS
    )
    return made


def _text(size: int = 8, **more: Any) -> CLIPTextConfig:
    return CLIPTextConfig(
        vocab_size=190, hidden_size=size, intermediate_size=2 * size, num_hidden_layers=2,
        num_attention_heads=2, max_position_embeddings=_WORDS, bos_token_id=188, eos_token_id=189,
        pad_token_id=189, **more,
    )  # fmt: skip


def _vae(**more: Any) -> Any:
    said: dict[str, Any] = {
        "block_out_channels": (4, 4, 4, 4), "in_channels": 3, "out_channels": 3, "latent_channels": 4,
        "norm_num_groups": 2, "down_block_types": ("DownEncoderBlock2D",) * 4, "sample_size": 64,
        "up_block_types": ("UpDecoderBlock2D",) * 4, "mid_block_add_attention": False,
    }  # fmt: skip
    return diffusers.AutoencoderKL(**{**said, **more})


def _unet(cross: int, **more: Any) -> Any:
    said: dict[str, Any] = {
        "block_out_channels": (4, 8), "layers_per_block": 1, "sample_size": 8, "in_channels": 4,
        "out_channels": 4, "cross_attention_dim": cross, "attention_head_dim": 2, "norm_num_groups": 2,
        "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D"),
        "up_block_types": ("CrossAttnUpBlock2D", "UpBlock2D"),
    }  # fmt: skip
    return diffusers.UNet2DConditionModel(**{**said, **more})


def stable_diffusion(folder: Path, **unet: Any) -> Path:
    """A pipeline as Stable Diffusion 1.5 has it; `unet` changes its network."""
    torch.manual_seed(5)
    pipeline = diffusers.StableDiffusionPipeline(
        vae=_vae(), text_encoder=CLIPTextModel(_text()), tokenizer=tokenizer(folder / "letters"),
        unet=_unet(8, **unet),
        scheduler=diffusers.DDIMScheduler(beta_schedule="scaled_linear", clip_sample=False, steps_offset=1),
        safety_checker=None, feature_extractor=None, requires_safety_checker=False,
    )  # fmt: skip
    return _saved(pipeline, folder)


def latent_consistency(folder: Path) -> Path:
    """A pipeline of a kind that has no inpainting."""
    torch.manual_seed(5)
    pipeline = diffusers.LatentConsistencyModelPipeline(
        vae=_vae(), text_encoder=CLIPTextModel(_text()), tokenizer=tokenizer(folder / "letters"),
        unet=_unet(8, time_cond_proj_dim=8), scheduler=diffusers.LCMScheduler(beta_schedule="scaled_linear"),
        safety_checker=None, feature_extractor=None, requires_safety_checker=False,
    )  # fmt: skip
    return _saved(pipeline, folder)


def stable_diffusion_xl(folder: Path) -> Path:
    """A pipeline with two text encoders and sizes as conditions."""
    torch.manual_seed(5)
    unet = _unet(
        16, transformer_layers_per_block=(1, 1), addition_embed_type="text_time",
        addition_time_embed_dim=4, projection_class_embeddings_input_dim=6 * 4 + 8,
        use_linear_projection=True,
    )  # fmt: skip
    letters = tokenizer(folder / "letters")
    pipeline = diffusers.StableDiffusionXLPipeline(
        vae=_vae(), text_encoder=CLIPTextModel(_text()), tokenizer=letters,
        text_encoder_2=CLIPTextModelWithProjection(_text(projection_dim=8)), tokenizer_2=letters, unet=unet,
        scheduler=diffusers.EulerDiscreteScheduler(beta_schedule="scaled_linear"),
    )  # fmt: skip
    return _saved(pipeline, folder)


def _saved(pipeline: Any, folder: Path) -> Path:
    pipeline.save_pretrained(str(folder / "model"), safe_serialization=True)
    found: Path = folder / "model"
    return found


def stable_diffusion_3(folder: Path) -> Path:
    """A transformer that flows, without its third text encoder."""
    torch.manual_seed(5)
    letters = tokenizer(folder / "letters")
    transformer = diffusers.SD3Transformer2DModel(
        sample_size=16, patch_size=2, in_channels=16, out_channels=16, num_layers=1, attention_head_dim=4,
        num_attention_heads=2, joint_attention_dim=16, caption_projection_dim=8, pooled_projection_dim=16,
        pos_embed_max_size=64,
    )  # fmt: skip
    text = _text(projection_dim=8)
    pipeline = diffusers.StableDiffusion3Pipeline(
        transformer=transformer, scheduler=diffusers.FlowMatchEulerDiscreteScheduler(),
        vae=_vae(latent_channels=16, shift_factor=0.1),
        text_encoder=CLIPTextModelWithProjection(text), tokenizer=letters,
        text_encoder_2=CLIPTextModelWithProjection(text), tokenizer_2=letters,
        text_encoder_3=None, tokenizer_3=None,
    )  # fmt: skip
    return _saved(pipeline, folder)
