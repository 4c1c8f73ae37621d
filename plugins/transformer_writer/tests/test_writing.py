import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from writer_toys import story

from artstudio.sdk import BadModel, Notice, Output, Preview, Run, Text
from artstudio_transformer_writer.actions import TransformerWriter
from artstudio_transformer_writer.params import ContinueParams, ExplainParams, FillParams
from artstudio_transformer_writer.speaking import OwnSpeaker, open_speaker
from artstudio_transformer_writer.window import window_start
from artstudio_transformer_writer.writing import begun


def text_of(events: Any) -> str:
    (made,) = [event.value.text for event in events if isinstance(event, Output)]
    return str(made)


def test_the_text_stays_and_streams_on(run: Run) -> None:
    given = Text("The fox saw")
    events = list(TransformerWriter().continue_(run, given, ContinueParams(length=20)))
    shown = [event.value.text for event in events if isinstance(event, Preview)]
    assert len(shown) >= 20
    assert all(later.startswith(earlier) for earlier, later in itertools.pairwise(shown))
    assert text_of(events) == shown[-1]
    assert shown[-1].startswith("The fox saw")
    assert len(shown[-1]) > len("The fox saw")


def test_the_seed_decides(toy_model: Path) -> None:
    def written(seed: int) -> str:
        run = Run(seed=seed, model=toy_model)
        return text_of(TransformerWriter().continue_(run, Text("My aunt"), ContinueParams(length=12)))

    assert written(1) == written(1)
    assert written(1) != written(2)


def test_it_stops_before_a_stop_string(run: Run) -> None:
    free = text_of(TransformerWriter().continue_(run, Text("Once"), ContinueParams(length=30)))
    mark = free[len("Once") + 10 : len("Once") + 12]
    held = text_of(
        TransformerWriter().continue_(run, Text("Once"), ContinueParams(length=30, stop=f"zzz|{mark}"))
    )
    assert free.startswith(held)
    assert mark not in held[len("Once") :]
    assert len(held) < len(free)


def test_an_empty_text_and_a_strange_one_are_gone_on_with(run: Run) -> None:
    for text in ("", "\n\n", "春天 😀 שלום", "a" * 3000, "half a wor"):
        made = text_of(TransformerWriter().continue_(run, Text(text), ContinueParams(length=6)))
        assert made.startswith(text)
        assert "\ufffd" not in made


class Counting:
    """A speaker that counts what it has to read."""

    def __init__(self, speaker: OwnSpeaker) -> None:
        self.speaker, self.read = speaker, 0
        inner = speaker._after

        def after(fresh: Sequence[int]) -> Any:
            self.read += len(fresh)
            return inner(fresh)

        speaker._after = after  # type: ignore[method-assign]


def test_going_on_with_a_text_costs_only_what_is_new(toy_model: Path) -> None:
    speaker = open_speaker(toy_model, "cpu")
    assert isinstance(speaker, OwnSpeaker)
    counting = Counting(speaker)
    ids = begun(speaker, story(6)).ids[:50]
    speaker.scores(ids)
    assert counting.read == 50
    speaker.scores([*ids, 7])
    assert counting.read == 51
    speaker.scores([*ids[:48], 9])  # back a little, and on in another way
    assert counting.read == 52


@settings(max_examples=25)
@given(size=st.integers(2, 200), seed=st.integers(0, 99))
def test_what_is_kept_changes_no_score(toy_model: Path, size: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    speaker = open_speaker(toy_model, "cpu")
    ids: Sequence[int] = chance.integers(1, 300, size).tolist()
    speaker.scores(ids[: size // 2])
    fresh = speaker.all_scores(ids[window_start(size, 64) :])[-1]
    assert speaker.scores(ids) == pytest.approx(fresh, abs=1e-4)


def test_a_token_that_the_texts_end_cuts_is_taken_back(toy_model: Path) -> None:
    speaker = open_speaker(toy_model, "cpu")
    start = begun(speaker, "The old kin")
    assert b"".join(speaker.pieces[i] for i in start.ids) + start.head == b"The old kin"
    assert start.head


def test_a_gap_is_filled_between_what_stands(run: Run) -> None:
    before, after = "The fox saw", "and went home."
    made = text_of(TransformerWriter().fill(run, Text(before), Text(after), FillParams(length=8)))
    assert made.startswith(before)
    assert made.endswith(after)
    assert len(made) > len(before) + len(after)


def test_each_token_has_its_share_and_its_alternatives(run: Run) -> None:
    text = story(40)
    (made,) = [
        e.value
        for e in TransformerWriter().explain(run, Text(text), ExplainParams())
        if isinstance(e, Output)
    ]
    assert made.text == text
    assert "".join(text[token.start : token.end] for token in made.tokens) == text
    for token in made.tokens:
        shares = [share for _, share in token.alternatives]
        assert shares == sorted(shares, reverse=True)
        assert sum(shares) <= 1.001
        if any(words == text[token.start : token.end] for words, _ in token.alternatives):
            assert max(shares) >= token.probability


def test_attention_is_a_share_of_what_stands_before(run: Run) -> None:
    text = story(10)
    events = TransformerWriter().explain(run, Text(text), ExplainParams(at=120))
    (made,) = [event.value for event in events if isinstance(event, Output)]
    looked = [token for token in made.tokens if token.attention]
    assert looked
    assert all(token.start <= 120 for token in looked)
    assert 0.3 < sum(token.attention for token in looked) <= 1.001


def test_what_was_learned_by_heart_is_said(
    toy_model: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def parrot(*_: Any, **__: Any) -> Any:
        yield from (story()[:end] for end in range(20, 300, 5))

    monkeypatch.setattr("artstudio_transformer_writer.writing.continued", parrot)
    events = list(TransformerWriter().continue_(run, Text("Now: "), ContinueParams(length=60)))
    said = [event.sentence for event in events if isinstance(event, Notice)]
    assert len(said) == 1
    assert "word for word" in said[0]


def test_without_a_model_it_says_what_to_do() -> None:
    with pytest.raises(BadModel, match="choose one"):
        list(TransformerWriter().continue_(Run(seed=1), Text("x"), ContinueParams()))
