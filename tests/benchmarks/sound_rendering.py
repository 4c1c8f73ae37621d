"""Measures how long a song takes to sound, and how fast an oversized MIDI file is refused.

python tests/benchmarks/sound_rendering.py [TUNE.mid]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from artstudio.media import smf
from artstudio.media.midi import read_midi
from artstudio.sdk import BadFile, Clock, Score, Track, notes_array
from artstudio.sound.mix import Mix
from artstudio.sound.notes import single_note
from artstudio.sound.renderer import Renderer, channel_of, render
from artstudio.sound.soundfont import default_soundfont
from artstudio.sound.transport import Transport


@contextmanager
def measured(title: str) -> Iterator[None]:
    """Prints what the body took."""
    began = time.perf_counter()
    yield
    print(f"{title}: {time.perf_counter() - began:.3f} s", flush=True)  # noqa: T201


def song() -> Score:
    """Three minutes of voice and piano at 120 quarters a minute."""
    voice = [(beat * 960, 900, 60 + beat * 5 % 12, 90) for beat in range(90)]
    piano = [(at * 240, 230, 40 + at * 7 % 30, 70) for at in range(720)]
    return Score((Track(notes_array(voice), program=52), Track(notes_array(piano))))


def main() -> None:
    """Run all measurements."""
    score = read_midi(Path(sys.argv[1])) if len(sys.argv) > 1 else song()
    clock = Clock(score)
    with closing(Renderer(default_soundfont())) as renderer:
        with measured("cold, until the first four seconds can be heard"):
            growing = renderer.stems(score.tracks, clock)
            next(growing), next(growing)
        with measured("the rest"):
            *_growing, stems = growing
        with measured("nothing changed, all mixed"):
            render(score, renderer)
    with closing(Renderer(default_soundfont())) as renderer:
        renderer.warm()
        renderer.piece(single_note(60, 100, 0, 0, 0.5))
        with measured(f"helper warm, {clock.seconds(score.end_tick):.0f} s of music as one sound"):
            render(score, renderer)
    transport = Transport()
    transport.set_mix(Mix(tuple(zip(stems, map(channel_of, score.tracks), strict=True))))
    transport.play()
    with measured("1,000 blocks of 512 frames (11.6 s of playing)"):
        for _block in range(1000):
            transport.fill(512)
    with TemporaryDirectory() as folder:
        path = Path(folder, "huge.mid")
        events = b"\x00\x90\x3c\x40" + b"\x01\x3c\x00\x01\x3c\x40" * (smf.MAX_EVENTS // 2 + 1)
        header = b"MThd\x00\x00\x00\x06\x00\x00\x00\x01\x01\xe0MTrk" + len(events).to_bytes(4)
        path.write_bytes(header + events)
        with measured("over a million events refused"):
            try:
                read_midi(path)
            except BadFile as error:
                print(error)  # noqa: T201


if __name__ == "__main__":
    main()
