"""Ways from noise to picture, by the names that artists know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from artstudio_diffusion.params import Sampler

_KINDS: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "DDIM": ("DDIMScheduler", {"clip_sample": False}),
    "DPM++ 2M": ("DPMSolverMultistepScheduler", {"algorithm_type": "dpmsolver++"}),
    "DPM++ 2M Karras": (
        "DPMSolverMultistepScheduler",
        {"algorithm_type": "dpmsolver++", "use_karras_sigmas": True},
    ),
    "DPM++ SDE": ("DPMSolverMultistepScheduler", {"algorithm_type": "sde-dpmsolver++"}),
    "Euler": ("EulerDiscreteScheduler", {}),
    "Euler ancestral": ("EulerAncestralDiscreteScheduler", {}),
    "Heun": ("HeunDiscreteScheduler", {}),
    "UniPC": ("UniPCMultistepScheduler", {}),
}


def takes_samplers(own: Any) -> bool:
    """Whether a model with this scheduler can go other ways: those that flow or were distilled cannot."""
    return not type(own).__name__.startswith(("FlowMatch", "LCM", "TCD", "CogVideoX"))


def sampler(own: Any, name: Sampler) -> Any:
    """A new scheduler with the settings of the model's `own`; schedulers keep state, so one a picture."""
    import diffusers

    if name not in _KINDS or not takes_samplers(own):
        return type(own).from_config(own.config)
    kind, settings = _KINDS[name]
    return getattr(diffusers, kind).from_config(own.config, **settings)
