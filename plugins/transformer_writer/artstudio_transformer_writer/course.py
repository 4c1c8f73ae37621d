"""The course of a training, from texts to a model folder, and the judging of one."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from artstudio.sdk import BadFile, BadModel, Checkpoint, InvalidValue, Metrics, Preview, Progress, Text
from artstudio.sdk.nn.device import seed_everything
from artstudio.sdk.nn.fit import fit
from artstudio_transformer_writer.copies import Known
from artstudio_transformer_writer.corpus import read_corpus
from artstudio_transformer_writer.evaluation import Tally, judge
from artstudio_transformer_writer.folder import is_translator, learned, part, save_writer
from artstudio_transformer_writer.forms import lines_of
from artstudio_transformer_writer.model import Writer, load
from artstudio_transformer_writer.rhyme_zh import learn
from artstudio_transformer_writer.sampling import Taste
from artstudio_transformer_writer.script import mostly_chinese
from artstudio_transformer_writer.shape import Shape
from artstudio_transformer_writer.speaking import OwnSpeaker
from artstudio_transformer_writer.tokens import Tokens, learn_bytes, learn_characters, load_tokens
from artstudio_transformer_writer.training import Reader, WriterLearner
from artstudio_transformer_writer.writing import continued

if TYPE_CHECKING:
    from collections.abc import Sequence

    from artstudio.sdk import Evaluation, Training, TrainRun
    from artstudio_transformer_writer.corpus import Corpus
    from artstudio_transformer_writer.params import LearnParams
    from artstudio_transformer_writer.rhyme_zh import Rhymes

SAMPLE_TOKENS = 60
_HEADS = 64  # numbers a head, about


def course(run: TrainRun, params: LearnParams) -> Training:
    """Reads the texts, makes or opens a model and lets it learn."""
    aside = params.aside.replace(",", " ").split()
    corpus: Corpus = yield from read_corpus(run.data, aside)
    if not corpus.train:
        raise BadFile("everything is set aside, so nothing is left to learn from: name less under Set aside")
    torch.set_num_threads(run.threads)
    seed_everything(run.seed)
    texts = [piece.text for piece in corpus.train]
    yield Progress(0, 0, "finding tokens")
    model, tokens = _begun(run, params, texts, chinese=_chinese(texts))
    model.train()
    ids = tokens.encode_all(texts)
    aside_ids = tokens.encode_all([piece.text for piece in corpus.held_out])
    whole = float(np.median([len(one) for one in ids])) < model.shape.max_position_embeddings
    length = min(params.length, model.shape.max_position_embeddings)
    reader = Reader(ids, tokens.end, params.rows, length, run.seed, whole=whole)
    known = Known.learn(texts, 8 if _chinese(texts) else 32)
    rhymes = _rhymes(corpus)
    about: dict[str, Any] = {
        "marks": sorted({piece.mark for piece in corpus.train if not piece.poem}),
        "poems": sum(bool(piece.poem) for piece in corpus.train),
        "aside": sorted({piece.mark for piece in corpus.held_out if not piece.poem}),
        "characters": sum(map(len, texts)),
    }
    learner = WriterLearner(
        model, reader, [np.array([tokens.end, *one]) for one in aside_ids],
        save=lambda folder: save_writer(folder, model, tokens, known, about, rhymes),
        rate=params.rate or (0.001 if run.base is not None else 0.008), device=run.device,
    )  # fmt: skip
    steps = params.steps or (1000 if run.seconds is None else None)
    with closing(
        fit(
            learner, run, steps=steps, measure_every=params.measure_every, patience=params.patience,
            about=params.model_dump(),
        )
    ) as lesson:  # fmt: skip
        for event in lesson:
            yield event
            if isinstance(event, Checkpoint) and event.best:
                yield Preview(Text(_sample(model, tokens, run)))


def _rhymes(corpus: Corpus) -> Rhymes | None:
    """Which characters rhyme in the regulated verse among the texts; None where there is too little of it."""
    regular = [lines_of(piece.text) for piece in corpus.train if piece.poem.startswith(("五言", "七言"))]
    try:
        return learn(regular) if regular else None
    except InvalidValue:
        return None


def _sample(model: Writer, tokens: Tokens, run: TrainRun) -> str:
    """A few words by the model as it is now, from nothing, to see what it has learned so far."""
    speaker = OwnSpeaker(model, tokens, run.device)
    chance = np.random.default_rng(run.seed)
    *_, said = ["", *continued(speaker, "", Taste(), SAMPLE_TOKENS, chance)]
    return said


def judge_all(run: TrainRun) -> Evaluation:
    """Judges a writer on texts it has not learned from, as a whole; of others on what was set aside."""
    if run.base is None:
        raise BadModel("there is no model to judge: choose one")
    corpus: Corpus = yield from read_corpus(run.data)
    folder = part(run.base, "verse" if _chinese([p.text for p in corpus.held_out]) else "prose")
    about = learned(folder)
    whole, partly = set(about.get("marks", ())), set(about.get("aside", ()))
    pieces = [piece for piece in corpus.train if piece.mark not in whole and not piece.poem]
    pieces += [piece for piece in corpus.held_out if piece.mark not in whole or piece.mark in partly]
    pieces.sort(key=lambda piece: piece.name)
    if not pieces:
        raise BadFile("nothing is left to judge by: the model has learned from all of these texts")
    torch.set_num_threads(run.threads)
    model, tokens = load(folder).to(run.device), load_tokens(folder)
    total, quatrains = Tally(), Tally()
    for number, (piece, tally) in enumerate(judge(model, tokens, pieces, run.device)):
        yield Progress(number + 1, len(pieces), "texts")
        for sum_ in (total, quatrains) if "绝" in piece.poem else (total,):
            sum_.include(tally)
    metrics = total.metrics()
    if quatrains.tokens:
        metrics |= {f"quatrains_{name}": value for name, value in quatrains.metrics().items()}
    yield Metrics(metrics, len({piece.name for piece in pieces}))


def _chinese(texts: Sequence[str]) -> bool:
    """Whether most of what is written in these texts is Chinese, judged by a sample of each."""
    return mostly_chinese(" ".join(text[:2000] for text in texts[:: max(1, len(texts) // 200)]))


def _begun(
    run: TrainRun, params: LearnParams, texts: Sequence[str], *, chinese: bool
) -> tuple[Writer, Tokens]:
    if run.base is not None:
        folder = part(run.base, "verse" if chinese else "prose")
        if is_translator(folder):
            raise BadModel("{folder} translates: choose a model that writes", folder=folder)
        return load(folder, dropout=params.dropout), load_tokens(folder)
    tokens = (learn_characters if chinese else learn_bytes)(texts, params.vocabulary)
    heads = max(2, round(params.width / _HEADS))
    heads -= heads % 2
    while params.width % (2 * heads):
        heads -= 2
    shape = Shape(
        vocab_size=len(tokens), hidden_size=params.width,
        intermediate_size=max(16, params.width * 5 // 2 // 16 * 16),
        num_hidden_layers=params.layers, num_attention_heads=heads, num_key_value_heads=heads // 2,
        max_position_embeddings=params.length,
    )  # fmt: skip
    return Writer(shape, dropout=params.dropout), tokens
