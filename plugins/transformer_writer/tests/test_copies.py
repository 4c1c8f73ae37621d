from pathlib import Path

import numpy as np
import pytest
from writer_toys import story

from artstudio.sdk import BadModel
from artstudio_transformer_writer.copies import FILE, Known, load_known


def noise(size: int, seed: int) -> str:
    """Letters that nobody wrote."""
    return "".join(np.random.default_rng(seed).choice(list("abcdefghij klmnop"), size))


def test_a_long_run_of_the_training_text_is_found_where_it_stands() -> None:
    learned = noise(20_000, 1)
    known = Known.learn([learned], 32)
    written = noise(300, 2) + learned[5000:5200] + noise(300, 3)
    ((start, end),) = known.copied(written)
    assert 300 <= start < 380
    assert 420 < end <= 500


def test_new_text_is_not_called_copied() -> None:
    known = Known.learn([noise(50_000, 1)], 32)
    assert known.copied(noise(50_000, 2)) == []


def test_short_texts_and_empty_ones_are_no_trouble() -> None:
    assert Known.learn([], 32).copied("anything at all") == []
    assert Known.learn(["ab", ""], 8).copied("ab") == []


def test_it_is_kept_with_the_model(tmp_path: Path) -> None:
    text = noise(4000, 4)
    Known.learn([text], 32).save(tmp_path)
    known = load_known(tmp_path)
    assert known is not None
    assert known.copied(text[1000:1300])


def test_a_damaged_file_is_refused_and_a_missing_one_is_none(tmp_path: Path) -> None:
    assert load_known(tmp_path) is None
    for content in (b"\x00" * 40, b"", b"\x93NUMPY\x01\x00"):
        (tmp_path / FILE).write_bytes(content)
        with pytest.raises(BadModel, match="damaged"):
            load_known(tmp_path)


def test_fingerprints_of_a_novel_are_small() -> None:
    text = story(4000)
    assert Known.learn([text], 32).bits.nbytes < len(text) / 8
