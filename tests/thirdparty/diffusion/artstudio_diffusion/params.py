"""What the panel shows."""

from __future__ import annotations

from typing import Literal

from artstudio.sdk import Params, field

Sampler = Literal[
    "the model's own", "DDIM", "DPM++ 2M", "DPM++ 2M Karras", "DPM++ SDE", "Euler", "Euler ancestral",
    "Heun", "UniPC",
]  # fmt: skip
LORA = (".safetensors",)


class PromptParams(Params):
    """What is asked of the model, whatever it works on."""

    prompt: str = field("", title="Prompt", multiline=True, help="What the picture shows")
    negative: str = field("", title="Not", multiline=True, help="What it must not show")
    steps: int = field(25, ge=1, le=150, title="Steps", help="More take longer and are finer")
    guidance: float = field(
        6.0, ge=0, le=20, step=0.5, title="Guidance",
        help="How closely the words are followed; models that were distilled want 0 to 2",
    )  # fmt: skip
    sampler: Sampler = field("the model's own", title="Sampler", help="The way from noise to picture")
    lora: str = field("", title="LoRA", file=LORA, help="A file that teaches the model a style or a thing")
    lora_strength: float = field(1.0, ge=-2, le=2, step=0.05, title="LoRA strength")
    lora_2: str = field("", title="Second LoRA", file=LORA, advanced=True)
    lora_2_strength: float = field(1.0, ge=-2, le=2, step=0.05, title="Its strength", advanced=True)

    def loras(self) -> list[tuple[str, float]]:
        """The chosen files with how strongly each counts; those that do not count are left out."""
        both = ((self.lora, self.lora_strength), (self.lora_2, self.lora_2_strength))
        return [(path, strength) for path, strength in both if path and strength]


class TextParams(PromptParams):
    """From nothing but words."""

    width: int = field(
        512, ge=64, le=2048, title="Width", unit="px", help="Models like the size they learned: 512, 1024"
    )
    height: int = field(512, ge=64, le=2048, title="Height", unit="px")
    count: int = field(1, ge=1, le=8, title="Pictures", help="Each with the next seed", advanced=True)


class PictureParams(PromptParams):
    """From a picture."""

    strength: float = field(
        0.6, ge=0.02, le=1, step=0.02, title="Strength", help="How much may change: at 1 all of it"
    )
    most: int = field(
        1024, ge=256, le=4096, step=64, title="Work size", unit="px", advanced=True,
        help="Larger pictures are made smaller for the model; the result has the picture's size again",
    )  # fmt: skip


class MaskParams(PictureParams):
    """In a part of a picture."""

    strength: float = field(
        1.0, ge=0.02, le=1, step=0.02, title="Strength", help="At 1 nothing is left of what was there"
    )
    feather: int = field(
        8, ge=0, le=64, title="Feather", unit="px", help="How far the new fades into the old, inside the edge"
    )
