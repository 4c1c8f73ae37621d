from __future__ import annotations

import io
import struct
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from artstudio.sdk import BadFile
from artstudio.sound.instruments import FAMILIES, PROGRAMS, drum_name, program_name
from artstudio.sound.notes import single_note
from artstudio.sound.sf2 import SoundFont
from artstudio.sound.soundfont import check_soundfont
from artstudio.sound.synth import Synth

if TYPE_CHECKING:
    from pathlib import Path


def test_the_default_is_found_without_loading_its_package(soundfont: Path) -> None:
    check_soundfont(soundfont)
    assert "pretty_midi" not in sys.modules


def test_files_that_are_none_get_a_sentence(soundfont: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.sf2"
    whole = soundfont.read_bytes()
    for data in (b"", b"RIFF", whole[:100_000], whole[:-40_000], b"RIFF\x00\x00\x00\x00sfbk", bytes(1000)):
        path.write_bytes(data)
        with pytest.raises(BadFile, match=r"mine\.sf2"):
            check_soundfont(path)
    with pytest.raises(BadFile, match="pick another"):
        check_soundfont(tmp_path / "none.sf2")


def test_damage_inside_is_a_sentence_or_a_sound(soundfont: Path, tmp_path: Path) -> None:
    whole = bytearray(soundfont.read_bytes())
    rng = np.random.default_rng(3)
    for _round in range(5):
        data = whole.copy()
        for at in rng.integers(whole.index(b"pdta"), len(whole), 400):
            data[at] = rng.integers(256)
        path = tmp_path / "hurt.sf2"
        path.write_bytes(data)
        try:
            Synth(SoundFont(path)).render(single_note(60, 100, 0, 0, 0.1))
        except BadFile:
            continue


def sf3(wave: np.ndarray[tuple[int], np.dtype[np.float64]], rate_hz: int) -> bytes:
    """The smallest SoundFont of one compressed sample."""
    ogg = io.BytesIO()
    soundfile.write(ogg, wave, rate_hz, format="OGG", subtype="VORBIS")
    smpl = ogg.getvalue()

    def chunk(name: bytes, data: bytes) -> bytes:
        return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)

    def gens(*pairs: tuple[int, int]) -> bytes:
        return b"".join(struct.pack("<Hh", *pair) for pair in (*pairs, (0, 0)))

    sample = struct.pack("<20sIIIIIBbHH", b"A", 0, len(smpl), 0, 0, rate_hz, 69, 0, 0, 0x11)
    bags = struct.pack("<4H", 0, 0, 1, 0)
    pdta = (
        chunk(b"phdr", struct.pack("<20sHHH12x20sHHH12x", b"One", 0, 0, 0, b"EOP", 0, 0, 1))
        + chunk(b"pbag", bags) + chunk(b"pgen", gens((41, 0)))
        + chunk(b"inst", struct.pack("<20sH20sH", b"One", 0, b"EOI", 1))
        + chunk(b"ibag", bags) + chunk(b"igen", gens((53, 0)))
        + chunk(b"shdr", sample + bytes(46))
    )  # fmt: skip
    body = b"sfbk" + chunk(b"LIST", b"sdta" + chunk(b"smpl", smpl)) + chunk(b"LIST", b"pdta" + pdta)
    return chunk(b"RIFF", body)


def test_compressed_soundfonts_play(tmp_path: Path) -> None:
    path = tmp_path / "small.sf3"
    path.write_bytes(sf3(0.5 * np.sin(2 * np.pi * 440 * np.arange(22_050) / 22_050), 22_050))
    check_soundfont(path)
    sound = Synth(SoundFont(path)).render(single_note(81, 127, 0, 0, 0.4)).sum(axis=1)[2_000:14_000]
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    assert np.argmax(spectrum) * 44_100 / len(sound) == pytest.approx(880, abs=4)


def test_general_midi_is_complete() -> None:
    assert len(PROGRAMS) == len(set(PROGRAMS)) == 128
    assert all(len(names) == 8 for names in FAMILIES.values())
    assert (program_name(0), program_name(40), program_name(52)) == (
        "Acoustic Grand Piano",
        "Violin",
        "Choir Aahs",
    )
    assert (program_name(73), program_name(127)) == ("Flute", "Gunshot")
    assert (drum_name(36), drum_name(42), drum_name(81)) == ("Bass Drum 1", "Closed Hi-hat", "Open Triangle")
    assert drum_name(34) is drum_name(82) is None
