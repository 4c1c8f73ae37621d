"""A pipeline that is loaded, and stays so between runs: its networks, its tasks, what is merged into them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final, Literal

import torch

from artstudio.sdk import BadModel, StudioError
from artstudio.sdk.nn.device import has_bf16
from artstudio_diffusion.folder import looked_at
from artstudio_diffusion.lora import Loras
from artstudio_diffusion.rough import RoughView

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio_diffusion.folder import PipelineFolder

Task = Literal["text", "image", "inpaint"]
SMALLEST_PX: Final = 64
_AUTO: Final = {
    "text": "AutoPipelineForText2Image",
    "image": "AutoPipelineForImage2Image",
    "inpaint": "AutoPipelineForInpainting",
}
_WORDS: Final = {
    "text": "cannot make pictures from words alone", "image": "cannot change pictures",
    "inpaint": "cannot mend pictures",
}  # fmt: skip


class Opened:
    """A pipeline on a device."""

    def __init__(self, pipeline: Any, folder: PipelineFolder, device: str) -> None:
        self.name, self.device = folder.path.name, device
        self.own_sampler = pipeline.scheduler
        self.loras = Loras(pipeline)
        self.rough = RoughView(pipeline)
        self._loaded = pipeline
        self._tasks: dict[Task, Any] = {}
        self._in_pieces = False

    def task(self, task: Task) -> Any | None:
        """The pipeline for a task, with the same networks; None where the model is of no kind that has it.

        Raises:
            BadModel: the model's network was made for mending only.
        """
        import diffusers

        if task not in self._tasks:
            network = getattr(self._loaded, "unet", None)
            if network is not None and network.config.in_channels == 9 and task != "inpaint":
                raise BadModel("the model {name} was made for Inpaint alone: choose another", name=self.name)
            try:
                made = getattr(diffusers, _AUTO[task]).from_pipe(self._loaded)
            except (ValueError, AttributeError, TypeError):
                made = None
            else:
                made.set_progress_bar_config(disable=True)
            self._tasks[task] = made
        return self._tasks[task]

    def must(self, task: Task) -> Any:
        """As `task`.

        Raises:
            BadModel: also where there is none.
        """
        made = self.task(task)
        if made is None:
            raise BadModel("the model {name} {words}: choose another", name=self.name, words=_WORDS[task])
        return made

    @property
    def stride_px(self) -> int:
        """What the sides of a picture must be multiples of."""
        stride = int(getattr(self._loaded, "vae_scale_factor", 8))
        return stride * 2 if getattr(self._loaded, "transformer", None) is not None else stride

    def settle(self, shrink: float) -> None:
        """Makes ready for a run, even after one that was stopped; below 1, `shrink` means smaller pieces."""
        vae = getattr(self._loaded, "vae", None)
        network = getattr(self._loaded, "unet", None) or getattr(self._loaded, "transformer", None)
        if vae is not None and network is not None and vae.dtype != network.dtype:
            vae.to(network.dtype)  # some widen it while they decode
        if (shrink < 1) == self._in_pieces:
            return
        self._in_pieces = shrink < 1
        word = "enable" if self._in_pieces else "disable"
        for owner, what in ((self._loaded, "attention_slicing"), (vae, "tiling"), (vae, "slicing")):
            switch = getattr(owner, f"{word}_{what}", None)
            if switch is not None:
                switch()


def opened(folder: Path, device: str) -> Opened:
    """Loads the pipeline in `folder`: from safetensors, from this disk, with no code of its own.

    Raises:
        BadModel: it is no pipeline that can be used, says why.
    """
    looked = looked_at(folder)
    quiet()
    import diffusers
    from safetensors import SafetensorError

    usual: dict[str, Any] = {
        "torch_dtype": _precision(looked, device), "variant": looked.variant, "use_safetensors": True,
        "local_files_only": True, "low_cpu_mem_usage": False,
    }  # fmt: skip
    try:
        networks: dict[str, Any] = dict.fromkeys(looked.without)
        networks |= {
            name: network
            for name, (library, kind) in looked.parts.items()
            if (network := _network(folder, name, library, kind, usual)) is not None
        }
        pipeline: Any = diffusers.DiffusionPipeline.from_pretrained(  # type: ignore[no-untyped-call]
            str(folder), **networks, **usual, trust_remote_code=False
        )
        pipeline.to(device)
    except (StudioError, torch.OutOfMemoryError, MemoryError):
        raise
    # files that do not fit each other fail anywhere in three libraries, with whatever comes to hand there
    except (
        SafetensorError,
        OSError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        RuntimeError,
        ImportError,
    ) as error:
        raise BadModel(
            "the pipeline {folder} cannot be used: {reason}", folder=folder.name, reason=reason(error)
        ) from error
    if getattr(pipeline, "scheduler", None) is None:
        raise BadModel("{folder} is no diffusion pipeline: choose another", folder=folder.name)
    return Opened(pipeline, looked, device)


def reason(error: Exception) -> str:
    """The first line of what a library says."""
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__


def quiet() -> None:
    """The libraries ask nobody and say nothing."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    import diffusers
    import transformers

    for library in (diffusers.utils.logging, transformers.utils.logging):
        library.set_verbosity_error()
        library.disable_progress_bar()


def _network(folder: Path, name: str, library: str, kind: str, usual: dict[str, Any]) -> Any | None:
    """A part of the pipeline if it has weights, of which none may be missing; None for any other part."""
    import diffusers
    import transformers

    if library == "diffusers":
        base: Any = diffusers.ModelMixin
        made = getattr(diffusers, kind, None)
    elif library == "transformers":
        base = transformers.PreTrainedModel
        made = getattr(transformers, kind, None)
    else:
        return None
    if made is None:
        raise BadModel(
            "the pipeline {folder} needs {kind}, which this {library} does not have: update the plugin",
            folder=folder.name, kind=kind, library=library,
        )  # fmt: skip
    if not issubclass(made, base):
        return None
    given = dict(usual)
    if library == "transformers":
        given["dtype"] = given.pop("torch_dtype")
        given.pop("low_cpu_mem_usage")
    if not list((folder / name).glob(f"*.{usual['variant']}*.safetensors")):
        given["variant"] = None
    network, report = made.from_pretrained(str(folder / name), output_loading_info=True, **given)
    missing = sorted(one for one in report["missing_keys"] if "position_ids" not in one)
    if missing:
        raise BadModel(
            "the pipeline {folder} is incomplete, {tensor} is missing in {part}: copy it again",
            folder=folder.name, tensor=missing[0], part=name,
        )  # fmt: skip
    # some stay in single precision whatever is asked of them
    return network.to(usual["torch_dtype"]).eval()


def _precision(folder: PipelineFolder, device: str) -> torch.dtype:
    """Half precision on a GPU; networks of transformers alone overflow float16, so they get bfloat16."""
    if torch.device(device).type != "cuda":
        return torch.float32
    return torch.bfloat16 if "transformer" in folder.parts and has_bf16(device) else torch.float16
