from __future__ import annotations

import numpy as np
import pytest

from artstudio.sdk import Clock, Metre, Score, Tempo
from artstudio.sound.metronome import clicks
from artstudio.sound.mix import Channel, Mix, Piece, Samples, Stem, soft_limit
from artstudio.sound.notes import RATE_HZ
from artstudio.sound.transport import FADE, Transport

rng = np.random.default_rng(5)


def stem(frames: int = RATE_HZ, start: int = 0, level: float = 0.2) -> Stem:
    return Stem(((start, Piece(rng.integers(-32_767, 32_768, (frames, 2)).astype("<i2"), level / 32_767)),))


def direct(mix: Mix, at: int, frames: int) -> Samples:
    out = np.zeros((frames, 2), np.float32)
    mix.add_to(out, at)
    return out


def pull(transport: Transport, frames: int, block: int = 441) -> Samples:
    return np.concatenate([transport.fill(min(block, frames - at)) for at in range(0, frames, block)])


FULL = Channel(volume=127)


def playing(mix: Mix, end_s: float = 0.0) -> Transport:
    transport = Transport()
    transport.set_mix(mix, end_s)
    transport.play()
    return transport


@pytest.mark.parametrize("block", [1, 64, 441, 5000])
def test_what_plays_is_the_mix_sample_by_sample(block: int) -> None:
    mix = Mix(((stem(3000), FULL), (stem(3000, start=1000), Channel(90, 30))))
    sound = pull(playing(mix), 4000, block)
    assert np.allclose(sound[FADE:], direct(mix, FADE, 4000 - FADE), atol=1e-7)
    assert sound[0].tolist() == [0, 0]  # fades in


def test_it_stops_at_the_end_and_begins_again() -> None:
    transport = playing(Mix(((stem(2000), FULL),)))
    pull(transport, 3000)
    assert not transport.playing
    assert not pull(transport, 500).any()
    transport.play()
    assert transport.position_s == 0
    assert pull(transport, 500)[FADE:].any()


def test_loops_are_exact_to_the_sample() -> None:
    mix = Mix(((stem(RATE_HZ), FULL),))
    transport = playing(mix)
    start, end = 4410, 8820
    transport.set_loop(start / RATE_HZ, end / RATE_HZ)
    sound = pull(transport, end + 3 * (end - start), 1000)
    for turn in range(3):
        begin = end + turn * (end - start)
        body = sound[begin : begin + end - start - FADE]
        assert np.allclose(body, direct(mix, start, len(body)), atol=1e-7)
    transport.set_loop(0, 0)
    assert np.allclose(pull(transport, 2000), direct(mix, start, 2000), atol=1e-7)


def loudest_step(sound: Samples) -> float:
    return float(np.abs(np.diff(sound, axis=0)).max())


def test_no_change_clicks() -> None:
    wave = np.sin(np.arange(RATE_HZ) * 0.02) * 20_000
    smooth = Stem(((0, Piece(np.repeat(wave.astype("<i2")[:, None], 2, axis=1), 0.5 / 20_000)),))
    mix = Mix(((smooth, FULL),))
    transport = playing(mix)
    gentle = loudest_step(direct(mix, 0, RATE_HZ // 2)) + 1.1 / FADE
    parts = [pull(transport, 2000, 100)]
    transport.seek(0.5)
    parts.append(pull(transport, 2000, 100))
    transport.set_loop(0.5, 0.6)
    parts.append(pull(transport, 4000, 100))
    transport.set_mix(Mix(((smooth, Channel(40)),)))
    parts.append(pull(transport, 2000, 100))
    transport.pause()
    parts.append(pull(transport, 2000, 100))
    assert not parts[-1][FADE:].any()
    transport.play()
    parts.append(pull(transport, 500, 100))
    assert loudest_step(np.concatenate(parts)) < gentle


def test_seek_is_exact_and_shows_at_once() -> None:
    mix = Mix(((stem(RATE_HZ), FULL),))
    transport = playing(mix)
    pull(transport, 1000)
    transport.seek(0.25)
    assert transport.position_s == pytest.approx(0.25)
    sound = pull(transport, 2000)
    assert np.allclose(sound[FADE:], direct(mix, RATE_HZ // 4 + FADE, 2000 - FADE), atol=1e-7)
    transport.stop()
    assert (transport.playing, transport.position_s) == (False, 0)


def test_mute_solo_volume_and_pan() -> None:
    one, two, three = stem(1000), stem(1000), stem(1000)

    def heard(*channels: Channel) -> Samples:
        return direct(Mix(tuple(zip((one, two, three), channels, strict=True))), 0, 1000)

    alone = [direct(Mix(((part, FULL),)), 0, 1000) for part in (one, two, three)]
    muted = Channel(127, mute=True)
    assert np.array_equal(heard(FULL, muted, muted), alone[0])
    assert np.array_equal(heard(FULL, Channel(127, solo=True), FULL), alone[1])
    assert not heard(FULL, Channel(127, mute=True, solo=True), FULL).any()
    assert not heard(Channel(0), muted, muted).any()
    right = heard(Channel(127, pan=127), muted, muted)
    assert not np.abs(right[:, 0]).max() > 1e-7
    assert np.allclose(right[:, 1], alone[0][:, 1])


def test_the_position_is_that_of_the_sound_heard() -> None:
    now = 100.0
    transport = Transport(now=lambda: now)
    transport.set_mix(Mix(((stem(2 * RATE_HZ), FULL),)))
    transport.latency_s = 0.1
    transport.play()
    transport.fill(4410)
    assert transport.position_s == 0  # nothing has reached the ear
    now = 100.1
    transport.fill(4410)
    assert transport.position_s == pytest.approx(0.0)
    now = 100.15
    assert transport.position_s == pytest.approx(0.05)
    now = 100.2
    transport.fill(4410)
    transport.seek(1.5)
    now = 100.3
    transport.fill(4410)
    assert transport.position_s == pytest.approx(0.2, abs=1e-6)  # the seek is still on its way
    now = 100.45
    assert transport.position_s == pytest.approx(1.55, abs=1e-6)
    transport.pause()
    now = 200.0
    transport.fill(4410)
    assert transport.position_s == pytest.approx(1.55, abs=1e-4)


def test_a_note_is_heard_while_nothing_plays() -> None:
    transport = Transport()
    piece = stem(1500).pieces[0][1]
    transport.preview(piece, 0.5)
    sound = pull(transport, 2000)
    assert np.allclose(sound[:1500], piece.samples * np.float32(piece.scale * 0.5), atol=1e-6)
    assert not sound[1500:].any()


def test_loud_sound_is_bent_not_cut() -> None:
    loud = np.linspace(-3, 3, 1001, dtype=np.float32)[:, None]
    bent = soft_limit(loud)
    assert np.abs(bent).max() <= 1
    assert (np.diff(bent, axis=0) >= 0).all()
    quiet = loud[np.abs(loud[:, 0]) < 0.8]
    assert np.array_equal(soft_limit(quiet), quiet)


def test_the_metronome_follows_tempo_and_metre() -> None:
    score = Score(
        ticks_per_quarter=480,
        tempos=(Tempo(0, 500_000), Tempo(1440, 1_000_000)),
        metres=(Metre(0, 3, 4), Metre(1440, 5, 8)),
    )
    stem_ = clicks(Clock(score), 1440 + 5 * 240)
    seconds = [start / RATE_HZ for start, _piece in stem_.pieces]
    assert seconds == pytest.approx([0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5], abs=1e-4)
    loud = [piece.scale for _start, piece in stem_.pieces]
    assert [scale == max(loud) for scale in loud] == [True, False, False, True, False, False, False, False]
    transport = playing(Mix(), end_s=2.0)
    assert not pull(transport, 4000).any()
    transport.seek(0)
    transport.set_metronome(stem_)
    assert np.abs(pull(transport, 4000)).max() > 0.1
