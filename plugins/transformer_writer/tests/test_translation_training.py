from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from translator_toys import table, toy_pairs

from artstudio.sdk import BadFile, Checkpoint, Metrics, Output, Preview, Run, Text, TrainRun, TrainStep
from artstudio_transformer_writer.actions import TransformerWriter
from artstudio_transformer_writer.pairs import parted
from artstudio_transformer_writer.translation_params import TranslateParams, TranslationParams

if TYPE_CHECKING:
    from pathlib import Path

TOY = TranslationParams(
    steps=6, width=32, encoder_layers=1, decoder_layers=1, vocabulary=420, tokens=400, measure_every=3,
    rate=0.01, dropout=0.1,
)  # fmt: skip


def learn(run: TrainRun, **changes: object) -> list[object]:
    return list(TransformerWriter().translation(run, TOY.model_copy(update=changes)))


def losses(events: list[object]) -> list[float]:
    return [event.loss for event in events if isinstance(event, TrainStep)]


def best(events: list[object]) -> Path:
    return [event.folder for event in events if isinstance(event, Checkpoint) and event.best][-1]


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return table(tmp_path_factory.mktemp("pairs"))


@pytest.fixture(scope="module")
def taught(pairs: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that knows the toy sentences."""
    run = TrainRun(seed=1, data=(pairs,), folder=tmp_path_factory.mktemp("taught"))
    events = learn(run, steps=260, measure_every=130, tokens=1500)
    assert any("sees" in event.value.text for event in events if isinstance(event, Preview))
    return best(events)


def test_sentences_never_read_are_translated_both_ways(taught: Path, pairs: Path, tmp_path: Path) -> None:
    held_out = parted(toy_pairs()).held_out
    assert held_out
    said = [
        event.value.text
        for pair in held_out[:1]
        for text in (pair.en, pair.zh)
        for event in TransformerWriter().translate(Run(1, model=taught), Text(text), TranslateParams())
        if isinstance(event, Output)
    ]
    assert said == [held_out[0].zh, held_out[0].en]

    run = TrainRun(seed=1, data=(pairs,), folder=tmp_path, base=taught)
    (found,) = [event.metrics for event in TransformerWriter().evaluate(run) if isinstance(event, Metrics)]
    assert found["chrf_to_zh"] > 60
    assert found["chrf_to_en"] > 60
    assert found["pairs"] == len(held_out)
    assert found["loss"] < 1


def test_learning_goes_on_from_a_model(taught: Path, pairs: Path, tmp_path: Path) -> None:
    fresh = losses(learn(TrainRun(seed=1, data=(pairs,), folder=tmp_path / "a")))
    tuned = losses(learn(TrainRun(seed=1, data=(pairs,), folder=tmp_path / "b", base=taught), rate=0.001))
    assert tuned[0] < 0.6 * fresh[0]


def test_resuming_is_as_if_never_stopped(pairs: Path, tmp_path: Path) -> None:
    def run(name: str, *, resume: bool = False) -> TrainRun:
        return TrainRun(seed=1, data=(pairs,), folder=tmp_path / name, resume=resume)

    whole = learn(run("whole"), measure_every=1)
    events = TransformerWriter().translation(run("parts"), TOY.model_copy(update={"measure_every": 1}))
    first = []
    for event in events:
        if isinstance(event, TrainStep):
            first.append(event)
            if len(first) == 3:
                break
    events.close()  # type: ignore[attr-defined]
    second = [e for e in learn(run("parts", resume=True), measure_every=1) if isinstance(e, TrainStep)]
    assert [*first, *second] == [e for e in whole if isinstance(e, TrainStep)]


def test_too_few_pairs_are_one_sentence(tmp_path: Path) -> None:
    (aside, *_) = parted(toy_pairs()).held_out
    path = tmp_path / "one.tsv"
    path.write_text(f"{aside.en}\t{aside.zh}\n", encoding="utf-8")
    with pytest.raises(BadFile, match="everything is set aside"):
        learn(TrainRun(seed=1, data=(path,), folder=tmp_path / "run"))
