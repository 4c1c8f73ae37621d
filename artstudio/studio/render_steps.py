"""The work of a render: sound, then one stretch after the other, then all joined.

What lies in its work folder is not made twice: killed at any moment, it goes on and makes the same file.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from artstudio.media.film_frames import FilmFrames
from artstudio.media.footage import rate
from artstudio.sdk import Progress
from artstudio.sound.mixdown import mixdown
from artstudio.sound.notes import RATE_HZ
from artstudio.sound.renderer import Renderer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from artstudio.studio.render_plan import Plan

_KEPT_SOUND_NBYTES = 64 << 20


def steps(plan: Plan, folder: Path) -> Iterator[Progress]:
    """Makes the film of a plan that is kept in `folder`; yields frames.

    Raises:
        BadFile: footage is missing or damaged, or something cannot be written.
        StudioError: the music cannot be rendered.
    """
    total = plan.film.frames
    done = plan.done(folder)
    yield Progress(done, total, "frames")
    sound = folder / f"sound{plan.kind.suffix}" if plan.parts else None
    if sound is not None and not sound.exists():
        for _block in _sound(plan, sound):
            yield Progress(done, total, "frames")
    look, kind = plan.look, plan.kind
    with FilmFrames(plan.film, look.width_px, look.height_px) as film:
        for number, (first, end) in enumerate(plan.stretches):
            path = plan.stretch(folder, number)
            if path.exists():
                continue
            for ready in kind.encode(look, film.frame, first, end, path):
                yield Progress(done + ready, total, "frames")
            done += end - first
    stretches = [plan.stretch(folder, number) for number in range(len(plan.stretches))]
    for _joined in kind.join(look, stretches, plan.path, sound):
        yield Progress(total, total, "frames")


def _sound(plan: Plan, path: Path) -> Iterator[None]:
    frames = round(plan.film.frames / rate(plan.look.fps) * RATE_HZ)
    assert plan.soundfont is not None
    with contextlib.closing(Renderer(plan.soundfont, _KEPT_SOUND_NBYTES)) as renderer:
        yield from plan.kind.encode_sound(mixdown(plan.parts, renderer, frames), RATE_HZ, path)
