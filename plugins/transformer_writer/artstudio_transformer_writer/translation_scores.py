"""Judging a translator on sentence pairs: how likely it finds the translations, how near its own come."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

from artstudio.sdk import BadFile, BadModel, Metrics, Progress
from artstudio_transformer_writer.folder import part
from artstudio_transformer_writer.pairs import read_pairs
from artstudio_transformer_writer.translating import OwnTranslator, translate
from artstudio_transformer_writer.translation_action import open_translator
from artstudio_transformer_writer.translation_batches import spelled
from artstudio_transformer_writer.translation_training import judged, judged_batches

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from artstudio.sdk import Evaluation, TrainRun
    from artstudio_transformer_writer.pairs import Pair
    from artstudio_transformer_writer.translating import Translator


def judge_translations(run: TrainRun) -> Evaluation:
    """Judges a translator on the pairs that are always set aside: chrF each way, and of ours the loss."""
    if run.base is None:
        raise BadModel("there is no model to judge: choose one")
    pairs = yield from read_pairs(run.data)
    if not pairs.held_out:
        raise BadFile("nothing is left to judge by: none of these pairs belongs to those that are set aside")
    torch.set_num_threads(run.threads)
    translator = open_translator(part(run.base, "translation"), run.device)
    metrics = {"pairs": float(len(pairs.held_out))}
    if isinstance(translator, OwnTranslator):
        loss = yield from _loss(translator, pairs.held_out, run.device)
        metrics |= {"loss": loss, "perplexity": math.exp(min(50.0, loss))}
    metrics |= yield from chrf_each_way(translator, pairs.held_out)
    yield Metrics(metrics, len(pairs.held_out))


def _loss(translator: OwnTranslator, pairs: Sequence[Pair], device: str) -> Generator[Progress, None, float]:
    subwords = translator.subwords
    nats, tokens = 0.0, 0
    for sources, targets in judged_batches(spelled(subwords, pairs), subwords, most=len(pairs)):
        loss, count = judged(translator.model, sources, targets, subwords.pad, device)
        nats, tokens = nats + loss, tokens + count
        yield Progress(0, len(pairs), "pairs")
    return nats / max(1, tokens)


def chrf_each_way(
    translator: Translator, pairs: Sequence[Pair]
) -> Generator[Progress, None, dict[str, float]]:
    """chrF (Popović 2015) of what a translator makes of all pairs, into each language that it writes."""  # noqa: D403
    scores: dict[str, float] = {}
    for number, target in enumerate(translator.targets):
        made: dict[str, str] = {}
        for count, pair in enumerate(pairs):
            source = pair.en if target == "zh" else pair.zh
            if source not in made:
                made[source] = translate(translator, source, target)
            yield Progress(number * len(pairs) + count + 1, len(translator.targets) * len(pairs), "sentences")
        found = [made[pair.en if target == "zh" else pair.zh] for pair in pairs]
        scores[f"chrf_to_{target}"] = chrf(found, [getattr(pair, target) for pair in pairs])
    return scores


def chrf(found: Sequence[str], right: Sequence[str]) -> float:
    """chrF, 0-100, of translations against the right ones."""
    from sacrebleu.metrics.chrf import CHRF

    return float(CHRF().corpus_score(list(found), [list(right)]).score)
