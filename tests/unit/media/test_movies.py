"""Film files: what is written agrees with what players and other programs find in it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from PIL import Image, ImageSequence

from artstudio.media import formats
from artstudio.media.film_format import Look, stretch_frames
from artstudio.media.footage import Frames, write_footage
from artstudio.media.movie_files import MP4, WEBM, MovieFiles
from artstudio.media.movies import FILM_FORMATS, write_movie
from artstudio.sdk import BadFile, InvalidValue, Video

RATE_HZ = 44_100
RECIPE = json.dumps({"params": {"words": "schön 雪 " * 60}, "seed": 1}, ensure_ascii=False)


def moving(count: int, height: int = 40, width: int = 48) -> Frames:
    """A square that wanders over a sweep of colours."""
    out = np.zeros((count, height, width, 3), np.uint8)
    out[..., 1] = np.arange(width) * 5
    out[..., 2] = np.arange(height)[:, None] * 6
    for number, picture in enumerate(out):
        left = number % (width - 10)
        picture[10:20, left : left + 10] = (255, 40, 40)
    return out


def probed(path: Path) -> dict[str, Any]:
    """What ffprobe says of a file's pictures."""
    if shutil.which("ffprobe") is None:
        pytest.skip("ffprobe is not installed")
    shown = "stream=width,height,r_frame_rate,nb_read_frames:format=duration"
    words = ["ffprobe", "-v", "error", "-count_frames", "-select_streams", "v", "-show_entries", shown]
    ran = subprocess.run([*words, "-of", "json", str(path)], capture_output=True, text=True, check=True)
    found = json.loads(ran.stdout)
    return {**found["streams"][0], **found["format"]}


def shown(path: Path) -> list[Frames]:
    """All pictures of an animation, as Pillow sees them."""
    with Image.open(path) as file:
        return [np.asarray(picture.convert("RGB")) for picture in ImageSequence.Iterator(file)]


@pytest.mark.parametrize("fps", [10.0, 23.976, 30.0])
@pytest.mark.parametrize("suffix", [".mp4", ".webm", ".gif"])
def test_another_program_finds_size_rate_and_length(tmp_path: Path, suffix: str, fps: float) -> None:
    path = tmp_path / f"a{suffix}"
    write_movie(write_footage(tmp_path, fps, [moving(71)]), path, quality="draft")
    found = probed(path)
    assert (found["width"], found["height"], int(found["nb_read_frames"])) == (48, 40, 71)
    assert float(found["duration"]) == pytest.approx(71 / fps, abs=0.011)
    if suffix != ".gif":  # which counts hundredths of a second
        over, under = found["r_frame_rate"].split("/")
        assert int(over) / int(under) == pytest.approx(fps, abs=0.001)


@pytest.mark.parametrize("suffix", list(FILM_FORMATS))
def test_the_same_pictures_give_the_same_bytes_and_carry_their_recipe(tmp_path: Path, suffix: str) -> None:
    made = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        path = tmp_path / name / f"film{suffix}"
        formats.write(Video(moving(30), 12), path, RECIPE)
        first = path if path.exists() else tmp_path / name / "film" / "film_00001.png"
        assert formats.read_recipe(first) == RECIPE
        made.append(first.read_bytes())
        assert len(list((tmp_path / name).iterdir())) == 1
    assert made[0] == made[1]
    if suffix == ".mp4":
        times = made[0].index(b"mvhd") + 8
        assert made[0][times : times + 8] == bytes(8)  # made and changed at no time


@pytest.mark.parametrize("suffix", [".gif", ".webp"])
def test_animations_show_the_pictures_again_and_again(tmp_path: Path, suffix: str) -> None:
    frames = moving(50)
    frames[20:24] = frames[20]  # nothing moves
    path = tmp_path / f"a{suffix}"
    write_movie(Video(frames, 20), path, quality="best")
    with Image.open(path) as file:
        assert file.info["loop"] == 0
    found = shown(path)
    assert len(found) == (47 if suffix == ".webp" else 50)
    for ours, theirs in ((0, 0), (19, 19), (49, len(found) - 1)):
        assert np.abs(frames[ours].astype(int) - found[theirs]).mean() < 8


def test_a_gif_is_never_too_fast_for_players(tmp_path: Path) -> None:
    write_movie(Video(moving(60), 60), tmp_path / "a.gif")
    assert len(shown(tmp_path / "a.gif")) == 50
    with Image.open(tmp_path / "a.gif") as file:
        assert file.info["duration"] == 20


def test_sides_are_even_where_they_must_be(tmp_path: Path) -> None:
    video = Video(moving(4, 31, 45))
    write_movie(video, tmp_path / "a.mp4")
    write_movie(video, tmp_path / "b.webm", height=62)
    write_movie(video, tmp_path / "c.webp", width=90)
    sizes = []
    for name in ("a.mp4", "b.webm"):
        with av.open(str(tmp_path / name)) as file:
            sizes.append((file.streams.video[0].width, file.streams.video[0].height))
    assert sizes == [(44, 30), (90, 62)]
    assert shown(tmp_path / "c.webp")[0].shape == (62, 90, 3)


def test_players_can_begin_before_an_mp4_is_there_whole(tmp_path: Path) -> None:
    write_movie(Video(moving(30)), tmp_path / "a.mp4")
    data = (tmp_path / "a.mp4").read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")


@pytest.mark.parametrize("kind", [MP4, WEBM], ids=["mp4", "webm"])
def test_sound_and_pictures_are_in_time_at_the_end_of_three_minutes(tmp_path: Path, kind: MovieFiles) -> None:
    look, count = Look(32, 32, 25, "draft"), 3 * 60 * 25
    dark, bright = np.zeros((32, 32, 3), np.uint8), np.full((32, 32, 3), 255, np.uint8)
    beats = range(0, count, 125)

    def blocks() -> Any:
        for first in range(0, count, 25):  # a second each
            block = np.zeros((RATE_HZ, 2), np.float32)
            if first in beats:
                block[:400] = 0.9 * np.sign(np.sin(np.arange(400) * 0.4))[:, None]
            yield block

    step = stretch_frames(look.fps)
    stretches = []
    for first in range(0, count, step):
        stretches.append(tmp_path / f"{first:06}{kind.suffix}")
        end = min(count, first + step)
        list(kind.encode(look, lambda n: bright if n in beats else dark, first, end, stretches[-1]))
    list(kind.encode_sound(blocks(), RATE_HZ, tmp_path / f"sound{kind.suffix}"))
    path = tmp_path / f"whole{kind.suffix}"
    list(kind.join(look, stretches, path, tmp_path / f"sound{kind.suffix}"))
    with av.open(str(path)) as file:
        flashes = [p.time for p in file.decode(video=0) if p.to_ndarray(format="gray").mean() > 150]
    with av.open(str(path)) as file:
        clicks: list[float] = []
        for heard in file.decode(audio=0):
            loud = np.flatnonzero(np.abs(heard.to_ndarray()[0]) > 0.3)
            if len(loud) and (not clicks or heard.time + loud[0] / heard.rate > clicks[-1] + 0.1):
                clicks.append(heard.time + loud[0] / heard.rate)
    assert len(flashes) == len(clicks) == len(beats)
    assert max(abs(flash - click) for flash, click in zip(flashes, clicks, strict=True)) < 0.01
    assert flashes[-1] == pytest.approx(beats[-1] / 25, abs=0.002)


def test_what_cannot_be_written_is_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match=r"\.mp4 \.webm"):
        write_movie(Video(moving(2)), tmp_path / "a.avi")
    with pytest.raises(InvalidValue, match="2 to 8192"):
        write_movie(Video(moving(2)), tmp_path / "a.mp4", width=1)
    for suffix in FILM_FORMATS:
        with pytest.raises(BadFile, match="choose another folder"):
            write_movie(Video(moving(2)), tmp_path / "nowhere" / f"a{suffix}")
    (tmp_path / "b.mp4").write_bytes(b"no film at all")
    with pytest.raises(BadFile, match=r"b\.mp4"):
        formats.read_recipe(tmp_path / "b.mp4")
    assert [path.name for path in tmp_path.iterdir()] == ["b.mp4"]
