"""Folders that are refused, with a sentence that says what to do."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from artstudio.sdk import BadModel, Image, Output, Run
from artstudio_diffusion.actions import Diffusion
from artstudio_diffusion.params import MaskParams, PictureParams, TextParams

SMALL = TextParams(width=64, height=64, steps=1)


@pytest.fixture
def folder(model: Path, tmp_path: Path) -> Path:
    """A copy of a tiny pipeline, to be spoiled."""
    return Path(shutil.copytree(model, tmp_path / "mine"))


def refusal(folder: Path | None) -> str:
    with pytest.raises(BadModel) as refused:
        list(Diffusion().text_to_image(Run(1, model=folder), SMALL))
    return str(refused.value)


def say(folder: Path, name: str, **values: object) -> None:
    said = json.loads((folder / name).read_text())
    (folder / name).write_text(json.dumps({**said, **values}))


def test_no_model_is_asked_for() -> None:
    assert "choose a model first" in refusal(None)


def test_pickles_are_refused(folder: Path) -> None:
    weights = folder / "unet" / "diffusion_pytorch_model.safetensors"
    weights.rename(weights.with_suffix(".bin"))
    assert "mine/unet are pickles" in refusal(folder)
    assert ".safetensors" in refusal(folder)


def test_a_single_checkpoint_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.ckpt").touch()
    assert "are pickles" in refusal(tmp_path)
    (tmp_path / "model.ckpt").rename(tmp_path / "model.safetensors")
    assert "choose the folder that has" in refusal(tmp_path)


def test_weights_beside_their_pickles_are_used(folder: Path) -> None:
    (folder / "unet" / "diffusion_pytorch_model.bin").write_bytes(b"\x80\x02never read")
    assert any(isinstance(e, Output) for e in Diffusion().text_to_image(Run(1, model=folder), SMALL))


def test_half_precision_files_are_found(folder: Path) -> None:
    for weights in list(folder.rglob("*.safetensors")):
        weights.rename(weights.with_suffix(".fp16.safetensors"))
    assert any(isinstance(e, Output) for e in Diffusion().text_to_image(Run(1, model=folder), SMALL))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: (folder / "unet" / "modeling.py").write_text("raise SystemExit"),
        lambda folder: say(folder, "model_index.json", _class_name=["pipeline", "Mine"]),
        lambda folder: say(folder, "model_index.json", unet=["../evil", "Mine"]),
        lambda folder: say(folder, "text_encoder/config.json", auto_map={"AutoModel": "mine.Model"}),
    ],
)
def test_code_is_refused(folder: Path, spoil: Callable[[Path], object]) -> None:
    spoil(folder)
    assert "run code of its own" in refusal(folder)


def _cut(folder: Path) -> None:
    weights = folder / "vae" / "diffusion_pytorch_model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])


def _drop_a_tensor(folder: Path) -> None:
    from safetensors.torch import load_file, save_file

    weights = folder / "unet" / "diffusion_pytorch_model.safetensors"
    tensors = load_file(weights)
    tensors.pop("conv_in.weight")
    save_file(tensors, weights, {"format": "pt"})


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_cut, "cannot be used"),
        (_drop_a_tensor, "conv_in.weight is missing in unet"),
        (lambda folder: shutil.rmtree(folder / "vae"), "it has no vae"),
        (lambda folder: (folder / "unet" / "diffusion_pytorch_model.safetensors").unlink(), "cannot be used"),
        (lambda folder: (folder / "model_index.json").write_text("{"), "is damaged"),
        (lambda folder: (folder / "unet" / "config.json").write_text("[]"), "is damaged"),
        (lambda folder: say(folder, "unet/config.json", block_out_channels=[4, 16]), "cannot be used"),
        (lambda folder: say(folder, "unet/config.json", block_out_channels="x"), "cannot be used"),
        (lambda folder: say(folder, "model_index.json", unet=["diffusers", "NoSuchNet"]), "needs NoSuchNet"),
        (lambda folder: say(folder, "model_index.json", unet=["os", "system"]), "cannot be used"),
        (lambda folder: say(folder, "model_index.json", _class_name="NoSuchPipeline"), "cannot be used"),
        (lambda folder: (folder / "tokenizer" / "tokenizer.json").write_text("{}"), "cannot be used"),
    ],
)
def test_a_damaged_folder_is_refused(folder: Path, spoil: Callable[[Path], object], says: str) -> None:
    spoil(folder)
    assert says in refusal(folder)


def test_a_model_made_for_inpainting_does_that_alone(
    tmp_path: Path, picture: Image, plugin: Diffusion
) -> None:
    import diffusion_toys

    model = diffusion_toys.stable_diffusion(tmp_path, in_channels=9)
    assert "made for Inpaint alone" in refusal(model)
    run = Run(1, model=model)
    with pytest.raises(BadModel, match="Inpaint alone"):
        list(plugin.image_to_image(run, picture, PictureParams(steps=1)))
    whole = Image(picture.pixels // 255 * 0 + 255)
    made = list(plugin.inpaint(run, picture, whole, MaskParams(steps=2)))
    assert any(isinstance(e, Output) for e in made)
