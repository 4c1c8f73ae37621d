from __future__ import annotations

import gzip
import zipfile
from typing import TYPE_CHECKING

import pytest
from translator_toys import table, toy_pairs

from artstudio.sdk import BadFile, Notice
from artstudio_transformer_writer.pairs import Pair, Pairs, is_set_aside, parted, read_pairs, tidy_chinese
from artstudio_transformer_writer.subwords import learn_subwords, load_subwords

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def read(paths: Sequence[Path]) -> tuple[Pairs, list[str]]:
    notices: list[str] = []
    reading = read_pairs(paths)
    while True:
        try:
            event = next(reading)
        except StopIteration as end:
            return end.value, notices
        if isinstance(event, Notice):
            notices.append(event.sentence)


def everything(pairs: Pairs) -> set[Pair]:
    return {*pairs.train, *pairs.held_out}


def test_tables_are_read_with_and_without_a_head_and_in_either_order(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    named = table(tmp_path)
    plain = table(tmp_path / "sub", head="")
    swapped = tmp_path / "swapped.tsv"
    swapped.write_text("\ufeff" + "\r\n".join(f"{pair.zh}\t{pair.en}" for pair in toy_pairs()))
    packed = tmp_path / "packed.tsv.gz"
    packed.write_bytes(gzip.compress(named.read_bytes()))
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(named, "deep/pairs.tsv")
        file.writestr("notes.txt", "nothing")
    right = set(toy_pairs())
    for path in (named, plain, swapped, packed, archive, tmp_path):
        found, notices = read([path])
        assert everything(found) <= right
        assert len(everything(found)) > 50
        assert notices == []
    assert everything(read([named])[0]) == everything(read([tmp_path])[0])


def test_what_is_set_aside_is_fixed_and_nothing_of_it_is_learned() -> None:
    many = [Pair(f"This is sentence number {i}.", f"这是第{i % 700}句。") for i in range(2000)]
    found = parted(many)
    assert 40 < len(found.held_out) < 130
    assert found.held_out == parted(many[::-1]).held_out[::-1]
    assert not {pair.zh for pair in found.train} & {pair.zh for pair in found.held_out}
    english = found.held_out[0].en
    assert is_set_aside(english.upper().replace(".", " !"))


def test_what_is_no_pair_is_left_out_and_said(tmp_path: Path) -> None:
    path = tmp_path / "odd.tsv"
    rows = [
        "en\tzh",
        "Hello.\t你好。",
        "only one column",
        "\t你好。",
        "Hello.\tBonjour.",
        "你好。\tHello.",
        "x" * 999 + "\t长。",
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    (tmp_path / "binary.tsv").write_bytes(b"\xff\xfe\x00\t\x01")
    found, (notice,) = read([tmp_path])
    assert everything(found) == {Pair("Hello.", "你好。")}
    assert "5 lines of odd.tsv" in notice
    assert "binary.tsv" in notice


def test_paths_that_hold_no_pairs_are_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("just text\n")
    with pytest.raises(BadFile, match="no sentence pairs"):
        read([tmp_path])
    with pytest.raises(BadFile, match="there is no"):
        read([tmp_path / "nowhere.tsv"])
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as file:
        file.writestr("../../evil.tsv", "Hello.\t你好。")
    with pytest.raises(BadFile, match="leads out of it"):
        read([tmp_path / "evil.zip"])


def test_chinese_is_learned_as_it_is_printed() -> None:
    assert tidy_chinese("你喜欢 DJ 吗 ?") == "你喜欢DJ吗？"
    assert tidy_chinese("很大, 不是吗?") == "很大，不是吗？"
    assert tidy_chinese("好.") == "好。"
    assert tidy_chinese("Is it?") == "Is it?"


def test_whatever_is_written_in_tokens_is_read_back(tmp_path: Path) -> None:
    pairs = toy_pairs()
    subwords = learn_subwords((pair.en for pair in pairs), (pair.zh for pair in pairs), 420)
    subwords.save(tmp_path)
    again = load_subwords(tmp_path)
    texts = (
        pairs[0].en, pairs[0].zh, "two  spaces\n\ttabs",
        "龘 rare, 😀👍🏽 e\u0301 ▁ \u200d", "</s> >>zh<< <pad> <0x41>", "",
    )  # fmt: skip
    for text in texts:
        ids = again.encode(text)
        assert again.text(ids) == text
        assert ids == subwords.encode(text)
        assert not set(ids) & {*again.special(), again.end}
    assert len(subwords.encode(pairs[0].zh)) == len(pairs[0].zh)  # a character, a token
    assert len(subwords.encode("Tom sees the sea.")) < 9


def test_merged_pieces_know_their_parts() -> None:
    pairs = toy_pairs()
    subwords = learn_subwords((pair.en for pair in pairs), (pair.zh for pair in pairs), 420)
    parts = subwords.parts()
    assert parts
    for whole, (left, right) in parts.items():
        assert subwords.text([whole]) == subwords.text([left, right])
