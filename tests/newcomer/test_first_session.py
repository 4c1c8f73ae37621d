"""A first session: three starts, three files, closed and opened again. The one test on a real display.

Xvfb gives the display and xdotool the hands, so that what is tested is the program as it is started and used,
with Qt's windows, focus and dialogs, not calls into it.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import mido
import numpy as np
import pytest
from PIL import Image

from installer.system_libraries import missing_for_the_newcomer
from tests.newcomer import sight
from tests.newcomer.display import display
from tests.newcomer.newcomer import session

FIRST_LINE = "The house at the end of the lane had been empty for years, and "
TYPED = "That is all."


@pytest.fixture(autouse=True)
def _all_is_there() -> None:
    if sys.platform != "linux":
        pytest.skip("The newcomer works on a Linux display only.")
    if packages := missing_for_the_newcomer():
        pytest.skip(
            f"The newcomer needs more; on Debian or Ubuntu type: sudo apt-get install {' '.join(packages)}"
        )


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_a_newcomer_makes_saves_and_finds_again_a_picture_a_tune_and_a_paragraph(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with display(tmp_path / "frames") as screen:
        with session(screen, home) as newcomer:
            newcomer.begin(0)
            newcomer.save("picture", "ctrl+s")
            newcomer.close()
            newcomer.begin(1)
            newcomer.save("tune", "ctrl+s")
            newcomer.close()
            newcomer.begin(2)
            screen.type(newcomer.studio(), TYPED)
            newcomer.save("words", "ctrl+s")
            newcomer.quit()

        picture, tune, words = (home / f"{name}.artstudio" for name in ("picture", "tune", "words"))
        layer = pixels(picture)
        assert layer.shape == (512, 512, 4)
        assert layer[..., 3].min() == 255
        assert layer[..., :3].std() > 10
        assert n_notes(tune) >= 16
        written = text(words)
        begun, _, more = written.partition(FIRST_LINE)
        assert begun == "# Page\n\n"
        assert len(more) > 100
        assert more.endswith(f"{TYPED}\n")

        with session(screen, home) as newcomer:
            newcomer.reopen("picture", 2, of=3)
            newcomer.wait("the picture on the screen", lambda: sight.is_painted(screen.look()))
            newcomer.save("1 picture", "ctrl+shift+s")
            newcomer.close()
            newcomer.reopen("tune", 3, of=4)
            newcomer.save("2 tune", "ctrl+shift+s")
            newcomer.close()
            newcomer.reopen("words", 4, of=5)
            newcomer.save("3 words", "ctrl+shift+s")
            newcomer.quit()

    assert np.array_equal(pixels(home / "1 picture.artstudio"), layer)
    assert member(home / "2 tune.artstudio", "score.mid") == member(tune, "score.mid")
    assert text(home / "3 words.artstudio") == written


def member(project: Path, name: str) -> bytes:
    with zipfile.ZipFile(project) as file:
        return file.read(name)


def pixels(project: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Of the lowest layer that is not the background, (height, width, 4)."""
    return np.asarray(Image.open(io.BytesIO(member(project, "data/layer000.png"))).convert("RGBA"))


def n_notes(project: Path) -> int:
    song = mido.MidiFile(file=io.BytesIO(member(project, "score.mid")))
    return sum(message.type == "note_on" and message.velocity > 0 for message in song)


def text(project: Path) -> str:
    return member(project, "text.md").decode()
