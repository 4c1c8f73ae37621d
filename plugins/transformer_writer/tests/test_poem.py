from pathlib import Path
from typing import Any

import pytest
from writer_toys import poems

from artstudio.sdk import Checkpoint, Output, Preview, Run, TrainRun
from artstudio_transformer_writer import rhyme_zh
from artstudio_transformer_writer.actions import TransformerWriter
from artstudio_transformer_writer.forms import FORMS, faults
from artstudio_transformer_writer.params import LearnParams, PoemParams


@pytest.mark.parametrize("form", ["haiku", "ballad"])
def test_any_model_keeps_an_english_form(run: Run, form: Any) -> None:
    writing = TransformerWriter().poem(run, PoemParams(form=form))
    (made,) = [event.value.text for event in writing if isinstance(event, Output)]
    assert faults(made, FORMS[form]) == []


def test_a_model_that_learned_poems_writes_them_line_by_line(tmp_path: Path) -> None:
    params = LearnParams(steps=4, width=32, layers=1, length=48, vocabulary=450, rows=4, measure_every=4)
    learning = TransformerWriter().train(
        TrainRun(seed=1, data=(poems(tmp_path, 300),), folder=tmp_path / "run"), params
    )
    (folder,) = {event.folder for event in learning if isinstance(event, Checkpoint) and event.best}
    writing = list(TransformerWriter().poem(Run(1, model=folder), PoemParams(form="wujue", title="春")))
    shown = [event.value.text for event in writing if isinstance(event, Preview)]
    assert len(shown) >= 2
    assert faults(shown[-1], FORMS["wujue"], rhyme_zh.load(folder)) == []
    assert [event.name for event in writing if isinstance(event, Output)] == ["春"]
