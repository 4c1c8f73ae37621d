"""The course of learning to translate, from sentence pairs to a model folder, and the judging of one."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import torch

from artstudio.sdk import BadFile, Checkpoint, Preview, Progress, Text
from artstudio.sdk.nn.device import seed_everything
from artstudio.sdk.nn.fit import fit
from artstudio_transformer_writer.folder import part
from artstudio_transformer_writer.marian import Marian, load_marian
from artstudio_transformer_writer.marian_shape import MarianShape
from artstudio_transformer_writer.pairs import read_pairs, tidy_chinese
from artstudio_transformer_writer.subwords import Subwords, learn_subwords, load_subwords
from artstudio_transformer_writer.translating import OwnTranslator, translate
from artstudio_transformer_writer.translation_batches import spelled
from artstudio_transformer_writer.translation_folder import save_translator
from artstudio_transformer_writer.translation_training import Dealer, TranslationLearner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio.sdk import Training, TrainRun
    from artstudio_transformer_writer.pairs import Pair
    from artstudio_transformer_writer.translation_params import TranslationParams

_HEADS = 32  # numbers a head, about


def translation_course(run: TrainRun, params: TranslationParams) -> Training:
    """Reads the pairs, makes or opens a model and lets it learn both ways."""
    pairs = yield from read_pairs(run.data)
    if not pairs.train:
        raise BadFile("everything is set aside, so nothing is left to learn from: bring more sentence pairs")
    torch.set_num_threads(run.threads)
    seed_everything(run.seed)
    yield Progress(0, 0, "finding tokens")
    model, subwords = _begun(run, params, pairs.train)
    dealer = Dealer(
        spelled(subwords, pairs.train), subwords, params.tokens, run.seed, model.shape.max_position_embeddings
    )
    about: dict[str, Any] = {"pairs": len(pairs.train), "held_out_pairs": len(pairs.held_out)}
    learner = TranslationLearner(
        model, dealer, spelled(subwords, pairs.held_out),
        save=lambda average, folder: save_translator(folder, average, subwords, about),
        rate=params.rate or (0.001 if run.base is not None else 0.006), device=run.device,
    )  # fmt: skip
    steps = params.steps or (2000 if run.seconds is None else None)
    with closing(
        fit(
            learner, run, steps=steps, measure_every=params.measure_every, patience=params.patience,
            about=params.model_dump(),
        )
    ) as lesson:  # fmt: skip
        for event in lesson:
            yield event
            if isinstance(event, Checkpoint) and event.best:
                yield Preview(Text(_sample(learner, pairs.held_out)))


def _sample(learner: TranslationLearner, held_out: Sequence[Pair]) -> str:
    """A sentence each way that was never read, with its translation, to see what has been learned so far."""
    if not held_out:
        return ""
    translator = OwnTranslator(learner.average, learner.dealer.subwords)
    pair = held_out[len(held_out) // 2]
    chinese, english = translate(translator, pair.en, "zh"), translate(translator, pair.zh, "en")
    return f"{pair.en}\n{chinese}\n\n{pair.zh}\n{english}\n"


def _begun(run: TrainRun, params: TranslationParams, pairs: Sequence[Pair]) -> tuple[Marian, Subwords]:
    if run.base is not None:
        folder = part(run.base, "translation")
        subwords = load_subwords(folder)
        return load_marian(folder, dropout=params.dropout), subwords
    english, chinese = (pair.en for pair in pairs), (tidy_chinese(pair.zh) for pair in pairs)
    subwords = learn_subwords(english, chinese, params.vocabulary)
    heads = max(1, params.width // _HEADS)
    while params.width % heads:
        heads -= 1
    shape = MarianShape(
        len(subwords), d_model=params.width, encoder_layers=params.encoder_layers,
        decoder_layers=params.decoder_layers, encoder_attention_heads=heads, decoder_attention_heads=heads,
        encoder_ffn_dim=4 * params.width, decoder_ffn_dim=4 * params.width,
        pad_token_id=subwords.pad, eos_token_id=subwords.end,
    )  # fmt: skip
    return Marian(shape, dropout=params.dropout), subwords
