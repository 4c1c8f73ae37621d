import numpy as np
import pytest

from artstudio_transformer_writer.sampling import Taste, drawn

SCORES = np.log(np.array([0.5, 0.25, 0.15, 0.07, 0.03], np.float32))
PLAIN = Taste(temperature=1, top_p=1)


def kept(taste: Taste) -> list[int]:
    return np.flatnonzero(taste.probabilities(SCORES)).tolist()


def test_plain_sampling_keeps_the_models_chances() -> None:
    assert PLAIN.probabilities(SCORES) == pytest.approx([0.5, 0.25, 0.15, 0.07, 0.03], abs=1e-6)


def test_each_sampler_cuts_what_it_says() -> None:
    assert kept(Taste(1, top_k=2, top_p=1)) == [0, 1]
    assert kept(Taste(1, top_p=0.8)) == [0, 1, 2]  # 0.5 + 0.25 do not reach it
    assert kept(Taste(1, top_p=1, min_p=0.2)) == [0, 1, 2]
    assert kept(Taste(0)) == [0]


@pytest.mark.parametrize("spread", [0.01, 1.0, 5.0])
@pytest.mark.parametrize("top_p", [0.1, 0.5, 0.95, 0.999])
def test_of_many_tokens_just_enough_are_kept(spread: float, top_p: float) -> None:
    scores = np.random.default_rng(0).normal(0, spread, 20_000).astype(np.float32)
    scores[::3] = scores[0]  # many are as likely as each other
    plain, cut = PLAIN.probabilities(scores), Taste(1, top_p=top_p).probabilities(scores)
    least = plain[cut > 0].min()
    assert plain[cut > 0].sum() >= top_p > plain[cut > 0].sum() - least - 1e-9
    assert plain[cut == 0].max() <= least
    assert cut.sum() == pytest.approx(1)


def test_temperature_sharpens_and_flattens() -> None:
    cold, hot = Taste(0.5, top_p=1).probabilities(SCORES), Taste(2, top_p=1).probabilities(SCORES)
    assert cold[0] > 0.5 > hot[0]


def test_what_was_just_written_becomes_less_likely() -> None:
    penal = Taste(1, top_p=1, repetition_penalty=1.5)
    assert penal.probabilities(SCORES, [0])[0] < 0.5
    assert penal.probabilities(SCORES, [])[0] == pytest.approx(0.5)


def test_drawing_follows_the_chances_and_never_takes_what_cannot_be() -> None:
    chance = np.random.default_rng(1)
    chances = np.array([0.0, 0.75, 0.25, 0.0])
    counts = np.bincount([drawn(chances, chance) for _ in range(2000)], minlength=4)
    assert counts[0] == counts[3] == 0
    assert counts[1] / 2000 == pytest.approx(0.75, abs=0.04)
