"""An open model, with the codes of the pictures it was given last: a puck asks for the same ones again."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

import numpy as np

from artstudio.sdk import BadModel
from artstudio_vae_morpher.backbone import Backbone, is_backbone
from artstudio_vae_morpher.codes import Codes, MorpherCoder
from artstudio_vae_morpher.model import Morpher, load, placed

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio.sdk.nn.arrays import Pixels
    from artstudio_vae_morpher.codes import Coder, Steps

_KEPT: Final = 8


class Opened:
    """The model of a folder on a device. Raises `BadModel` where it is none."""

    def __init__(self, folder: Path, device: str) -> None:
        self._name = folder, device, _stamp(folder)
        self._device = device
        self._known: OrderedDict[bytes, Codes] = OrderedDict()
        self._network: Morpher | Backbone = (
            Backbone(folder, device) if is_backbone(folder) else placed(load(folder), device).eval()
        )

    def is_still(self, folder: Path, device: str) -> bool:
        """Whether this is the model of that folder, unchanged."""
        return self._name == (folder, device, _stamp(folder))

    def coder(self) -> Coder:
        """What makes codes of pictures and back."""
        network = self._network
        return network if isinstance(network, Backbone) else MorpherCoder(network, self._device)

    def model(self, what: str) -> Morpher:
        """The morpher's own networks.

        Raises:
            BadModel: it is somebody else's autoencoder, which cannot do `what`.
        """
        if isinstance(self._network, Backbone):
            raise BadModel("this model can morph and blend, but not {what}: choose a morpher's", what=what)
        return self._network

    def codes(self, pixels: Pixels) -> Steps[Codes]:
        """The codes of a picture, with its origin where the model has a prior; those used last are kept."""
        name = hashlib.sha256(str(pixels.shape).encode() + np.ascontiguousarray(pixels).tobytes()).digest()
        if name not in self._known:
            coder = self.coder()
            found = coder.encoded(pixels)
            yield
            self._known[name] = (yield from coder.traced(found)) if isinstance(coder, MorpherCoder) else found
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
        self._known.move_to_end(name)
        return self._known[name]


def _stamp(folder: Path) -> tuple[int, ...]:
    """What tells a model from another one in the same folder."""
    return tuple(sorted(path.stat().st_mtime_ns for path in folder.glob("*.safetensors")))
