"""Music that is played while it is still being rendered."""

from __future__ import annotations

import numpy as np

from artstudio.sound.mix import Channel, Mix, Piece, Samples, Stem
from artstudio.sound.notes import RATE_HZ
from artstudio.sound.transport import FADE, Transport

SECOND = RATE_HZ
FULL = Channel(127)


def sine(frames: int, start: int = 0, level: float = 0.3) -> Piece:
    """220 Hz in phase with the beginning of the music, so that a right join cannot be seen."""
    wave = np.sin(2 * np.pi * 220 * np.arange(start, start + frames) / RATE_HZ) * 32_767
    return Piece(np.repeat(np.rint(wave).astype("<i2")[:, None], 2, axis=1), level / 32_767)


def grown(seconds: int, of: int = 4) -> Stem:
    """A piece a second; of those after `seconds` only the gaps."""
    pieces = tuple((at * SECOND, sine(SECOND, at * SECOND)) for at in range(seconds))
    gaps = [(at * SECOND, at * SECOND, (at + 1) * SECOND) for at in range(seconds, of)]
    return Stem(pieces, np.array(gaps, np.int64).reshape(-1, 3))


def pull(transport: Transport, seconds: float) -> Samples:
    return np.concatenate([transport.fill(441) for _block in range(round(seconds * 100))])


def steps(sound: Samples) -> float:
    return float(np.abs(np.diff(sound, axis=0)).max())


GENTLE = 0.3 * 2 * np.pi * 220 / RATE_HZ + 1.1 * 0.3 / FADE


def test_it_waits_at_a_gap_and_goes_on_from_there_without_a_click() -> None:
    transport = Transport()
    transport.set_mix(Mix(((grown(1), FULL),)), end_s=4)
    transport.play()
    first = pull(transport, 1.5)
    assert transport.starving
    assert transport.playing
    assert transport.position_s == 1.0
    assert np.abs(first[:SECOND]).max() > 0.29
    assert not first[SECOND + FADE :].any()
    transport.set_mix(Mix(((grown(4), FULL),)), end_s=4)
    rest = pull(transport, 1)
    assert not transport.starving
    assert transport.position_s > 1.5
    direct = np.zeros((SECOND - FADE, 2), np.float32)
    grown(4).add_to(direct, SECOND + FADE, 1, 1)
    assert np.allclose(rest[FADE:], direct, atol=1e-6)
    assert steps(np.concatenate([first, rest])) < GENTLE


def test_nothing_clicks_when_the_mix_grows_while_it_sounds() -> None:
    transport = Transport()
    transport.play()
    sound = []
    for seconds in (1, 2, 3, 4):
        transport.set_mix(Mix(((grown(seconds), FULL),)), end_s=4)
        if seconds == 1:
            transport.play()
        sound.append(pull(transport, 0.5))
    joined = np.concatenate(sound)
    assert steps(joined) < GENTLE
    direct = np.zeros((2 * SECOND, 2), np.float32)
    grown(4).add_to(direct, 0, 1, 1)
    assert np.allclose(joined[FADE:], direct[FADE:], atol=1e-6)  # a swap of equal sound cannot be heard


def test_a_loop_waits_for_its_beginning() -> None:
    transport = Transport()
    late = Stem(((SECOND, sine(SECOND, SECOND)),), np.array([[0, 0, SECOND]]))
    transport.set_mix(Mix(((late, FULL),)), end_s=2)
    transport.set_loop(0.5, 1.5)
    transport.seek(1.0)
    transport.play()
    pull(transport, 1)
    assert transport.starving
    assert 1.4 < transport.position_s < 1.5
    transport.set_mix(Mix(((grown(2, of=2), FULL),)), end_s=2)
    pull(transport, 0.3)
    assert 0.5 < transport.position_s < 1.0


def test_what_nobody_hears_keeps_nobody_waiting() -> None:
    silent = Channel(127, mute=True)
    assert not Mix(((grown(4), FULL), (grown(1), FULL))).ready(2 * SECOND, 512)
    assert Mix(((grown(4), FULL), (grown(1), silent))).ready(2 * SECOND, 512)
    assert Mix(((grown(4), Channel(127, solo=True)), (grown(1), FULL))).ready(2 * SECOND, 512)


def test_an_edited_track_sounds_as_it_was_until_each_stretch_is_there() -> None:
    old = grown(3, of=3)
    new = Stem(((0, sine(SECOND, level=0.1)),), np.array([[at * SECOND, 0, 1] for at in (1, 5)]))
    heard = new.over(old)
    assert [start // SECOND for start, _piece in heard.pieces] == [0, 1]  # what was at 2 s is deleted
    assert heard.pieces[0][1] is new.pieces[0][1]
    assert heard.pieces[1][1] is old.pieces[1][1]
    assert not len(heard.gaps)  # the music that plays is never held up by a new note
    assert len(new.over(grown(1, of=3)).gaps) == 1  # what was missing before still is
