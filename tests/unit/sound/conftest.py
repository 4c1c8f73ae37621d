from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from artstudio.sound.renderer import Renderer
from artstudio.sound.sf2 import SoundFont
from artstudio.sound.soundfont import default_soundfont
from artstudio.sound.synth import Synth


@pytest.fixture(scope="session")
def soundfont() -> Path:
    return default_soundfont()


@pytest.fixture(scope="session")
def synth(soundfont: Path) -> Synth:
    return Synth(SoundFont(soundfont))


@pytest.fixture
def renderer(soundfont: Path) -> Iterator[Renderer]:
    made = Renderer(soundfont)
    yield made
    made.close()
