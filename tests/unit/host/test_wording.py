"""A plugin's words are a stranger's file: what is wrong with it costs the words, nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from artstudio.host.wording import MOST_BYTES, plugin_words


def write(folder: Path, text: str) -> None:
    (folder / "locale").mkdir(exist_ok=True)
    (folder / "locale" / "zh_CN.json").write_text(text, "utf-8")


def test_words_are_read_by_source(tmp_path: Path) -> None:
    write(tmp_path, json.dumps({"Fill": "填充", "{n} rows": "{n} 行"}))
    assert plugin_words(tmp_path, "zh_CN") == {"Fill": "填充", "{n} rows": "{n} 行"}
    assert plugin_words(tmp_path, "fr") == {}


def test_a_translation_with_other_placeholders_is_left_out(tmp_path: Path) -> None:
    write(
        tmp_path, json.dumps({"{n} rows": "{m} 行", "Rows": "{n}", "Fill": "填充", "Empty": "", "List": []})
    )
    assert plugin_words(tmp_path, "zh_CN") == {"Fill": "填充"}


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000, '"' + "x" * MOST_BYTES + '"'])
def test_what_is_no_table_of_words_is_passed_over(tmp_path: Path, text: str) -> None:
    write(tmp_path, text)
    assert plugin_words(tmp_path, "zh_CN") == {}


@pytest.mark.parametrize("text", ["{n.__class__} 行", "{n} {n!r:>9} 行", "{n} {0}", "{n} {", "{n} {m}"])
def test_nothing_is_looked_up_by_a_translation(tmp_path: Path, text: str) -> None:
    write(tmp_path, json.dumps({"{n} rows": text}))
    assert plugin_words(tmp_path, "zh_CN") == {}


def test_a_language_is_no_path(tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_text('{"a": "b"}')
    (tmp_path / "locale").mkdir()
    assert plugin_words(tmp_path, "../secret") == {}
