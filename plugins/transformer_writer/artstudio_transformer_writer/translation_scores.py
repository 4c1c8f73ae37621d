"""Judging a translator on sentence pairs: how likely it finds the translations, how near its own come."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch

from artstudio.sdk import BadFile, Metrics, Progress
from artstudio_transformer_writer.folder import part
from artstudio_transformer_writer.marian import load_marian
from artstudio_transformer_writer.pairs import read_pairs
from artstudio_transformer_writer.subwords import load_subwords
from artstudio_transformer_writer.translating import OwnTranslator, translate
from artstudio_transformer_writer.translation_batches import spelled
from artstudio_transformer_writer.translation_training import judged, judged_batches

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from artstudio.sdk import Evaluation, TrainRun
    from artstudio_transformer_writer.pairs import Pair
    from artstudio_transformer_writer.subwords import Language
    from artstudio_transformer_writer.translating import Translator

BOTH: tuple[Language, Language] = ("zh", "en")


def judge_translations(run: TrainRun) -> Evaluation:
    """Judges a translator on the pairs that are always set aside: its loss, and chrF both ways."""
    assert run.base is not None
    pairs = yield from read_pairs(run.data)
    if not pairs.held_out:
        raise BadFile("nothing is left to judge by: none of these pairs belongs to those that are set aside")
    torch.set_num_threads(run.threads)
    folder = part(run.base, "translation")
    model, subwords = load_marian(folder).to(run.device).eval(), load_subwords(folder)
    nats, tokens = 0.0, 0
    for sources, targets in judged_batches(
        spelled(subwords, pairs.held_out), subwords, most=len(pairs.held_out)
    ):
        loss, count = judged(model, sources, targets, subwords.pad, run.device)
        nats, tokens = nats + loss, tokens + count
        yield Progress(0, len(pairs.held_out), "pairs")
    loss = nats / max(1, tokens)
    scores = yield from chrf_both_ways(OwnTranslator(model, subwords), pairs.held_out)
    metrics = {
        "loss": loss,
        "perplexity": math.exp(min(50.0, loss)),
        "pairs": float(len(pairs.held_out)),
        **scores,
    }
    yield Metrics(metrics, len(pairs.held_out))


def chrf_both_ways(
    translator: Translator, pairs: Sequence[Pair]
) -> Generator[Progress, None, dict[str, float]]:
    """ChrF (Popović 2015) of a translator's own translations of all pairs, into Chinese and into English."""
    scores: dict[str, float] = {}
    for number, target in enumerate(BOTH):
        made: dict[str, str] = {}
        for count, pair in enumerate(pairs):
            source = pair.en if target == "zh" else pair.zh
            if source not in made:
                made[source] = translate(translator, source, target)
            yield Progress(number * len(pairs) + count + 1, 2 * len(pairs), "sentences")
        found = [made[pair.en if target == "zh" else pair.zh] for pair in pairs]
        scores[f"chrf_to_{target}"] = chrf(found, [getattr(pair, target) for pair in pairs])
    return scores


def chrf(found: Sequence[str], right: Sequence[str]) -> float:
    """chrF, 0-100, of translations against the right ones."""
    from sacrebleu.metrics.chrf import CHRF

    return float(CHRF().corpus_score(list(found), [list(right)]).score)
