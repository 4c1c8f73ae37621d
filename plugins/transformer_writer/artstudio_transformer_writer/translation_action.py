"""Translating as the plugin does it, with whichever kind of model the artist chose."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import torch

from artstudio.sdk import BadModel, Notice, Output, Preview, Progress, Results, Run, Text
from artstudio.sdk.nn.weights import load_config
from artstudio_transformer_writer.folder import part
from artstudio_transformer_writer.marian import load_marian
from artstudio_transformer_writer.marian_shape import is_plain_marian
from artstudio_transformer_writer.subwords import has_subwords, load_subwords
from artstudio_transformer_writer.translating import OwnTranslator, other_language, translated

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio_transformer_writer.translating import Translator
    from artstudio_transformer_writer.translation_params import TranslateParams

_SHOW_EVERY_S = 0.3


class Translators:
    """Translators that are open; the one used last is kept warm."""

    def __init__(self) -> None:
        self._open: tuple[tuple[Path, str, int], Translator] | None = None

    def get(self, run: Run) -> Translator:
        """The translator in the run's model folder, a starter's among others.

        Raises:
            BadModel: no model is chosen, or it is none that translates.
        """
        if run.model is None:
            raise BadModel("translating needs a model: choose one, or train one first")
        torch.set_num_threads(run.threads)
        folder = part(run.model, "translation")
        weights = folder / "model.safetensors"
        key = folder, run.device, weights.stat().st_mtime_ns if weights.is_file() else 0
        if self._open is None or self._open[0] != key:
            self._open = None  # two large ones at once might be too much
            self._open = key, open_translator(folder, run.device)
        return self._open[1]


def open_translator(folder: Path, device: str) -> Translator:
    """The translator in a folder: one of ours, or one that `transformers` knows.

    Raises:
        BadModel: the folder is no whole model that translates.
    """
    if is_plain_marian(load_config(folder)) and has_subwords(folder):
        return OwnTranslator(load_marian(folder).to(device), load_subwords(folder))
    from artstudio_transformer_writer.borrowed_translators import open_borrowed_translator

    return open_borrowed_translator(folder, device)


def translation(translators: Translators, run: Run, text: Text, params: TranslateParams) -> Results[Text]:
    """The text in the other language, shown as it grows."""
    target = other_language(text.text) if params.target == "auto" else params.target
    translator = translators.get(run)
    written, shown, total = "", time.monotonic(), 0
    for new in translated(translator, text.text, target):
        written, total = written + new.text, new.total
        if new.text and time.monotonic() - shown > _SHOW_EVERY_S:
            yield Preview(Text(written))
            shown = time.monotonic()
        yield Progress(new.done, max(1, new.total), "sentences")
    if not total:
        language = "Chinese" if target == "zh" else "English"
        yield Notice(f"nothing was translated: there is nothing in another language than {language}")
    yield Output(Text(written))
