from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import soundfile

from artstudio.media import audio as files
from artstudio.media.audio import read_audio, read_recipe, write_audio
from artstudio.media.ogg import with_serial
from artstudio.sdk import Audio, BadFile

if TYPE_CHECKING:
    from pathlib import Path

SECOND = np.sin(np.arange(44_100)[:, None] * [0.05, 0.06]).astype(np.float32) * 0.5


@pytest.mark.parametrize(
    ("name", "depth", "error"),
    [
        ("a.wav", "16", 3.1e-5),
        ("a.wav", "24", 2e-7),
        ("a.wav", "float", 0),
        ("a.flac", "24", 2e-7),
        ("a.ogg", "24", 0.05),
    ],
)
def test_sound_comes_back(tmp_path: Path, name: str, depth: Any, error: float) -> None:
    path = tmp_path / name
    write_audio(Audio(SECOND), path, '{"seed": 7}', depth)
    found = read_audio(path)
    assert found.rate_hz == 44_100
    assert found.samples.shape == SECOND.shape
    assert np.abs(found.samples - SECOND).max() <= error
    assert read_recipe(path) == '{"seed": 7}'


def test_too_loud_sound_is_cut_not_wrapped(tmp_path: Path) -> None:
    write_audio(Audio(np.full((100, 1), 1.5, np.float32)), tmp_path / "a.wav")
    assert read_audio(tmp_path / "a.wav").samples.min() > 0.99


@pytest.mark.parametrize(("name", "depth"), [("a.wav", "float"), ("a.ogg", "24"), ("a.flac", "24")])
def test_the_same_sound_gives_the_same_bytes(
    tmp_path: Path, name: str, depth: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_audio(Audio(SECOND), tmp_path / name, None, depth)
    first = (tmp_path / name).read_bytes()
    if name == "a.ogg":  # the encoder draws its number by the second: stand in for another second
        assert first[14:18] == (1).to_bytes(4, "little")
        other = with_serial(with_serial(first, 0xDEADBEEF), 1)
        assert other == first
        (tmp_path / "b.ogg").write_bytes(with_serial(first, 0xDEADBEEF))
        assert read_audio(tmp_path / "b.ogg") == read_audio(tmp_path / name)  # libogg checks every sum
    if depth == "float":
        at = first.index(b"PEAK")
        assert first[at + 12 : at + 16] == bytes(4)
    write_audio(Audio(SECOND), tmp_path / name, None, depth)
    assert (tmp_path / name).read_bytes() == first


def test_bad_sound_gets_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bad.wav"
    for data in (b"", b"RIFF", np.random.default_rng(0).bytes(300)):
        path.write_bytes(data)
        with pytest.raises(BadFile, match=r"bad\.wav"):
            read_audio(path)
    soundfile.write(path, np.zeros(100), 4_000)
    with pytest.raises(BadFile, match="4000 Hz"):
        read_audio(path)
    monkeypatch.setattr(files, "MAX_SAMPLES", 99)
    with pytest.raises(BadFile, match="cut it into parts"):
        read_audio(path)
