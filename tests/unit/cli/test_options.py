"""What a parameter's schema lets be typed."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from artstudio.cli.options import options
from artstudio.sdk import Params, field


class Chosen(Params):
    style: str = field("", title="Style", file=(".safetensors",))


def typed(*words: str) -> tuple[int, str]:
    command = click.Command(
        "try",
        callback=lambda style: click.echo(repr(style)),
        params=list(options(Chosen.model_json_schema())),
    )
    done = CliRunner().invoke(command, list(words))
    return done.exit_code, done.output


def test_a_file_is_handed_on_with_its_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ink.SAFETENSORS").touch()
    monkeypatch.chdir(tmp_path)
    assert typed("--style", "ink.SAFETENSORS") == (0, f"{str(tmp_path / 'ink.SAFETENSORS')!r}\n")
    assert typed("--style", "") == (0, "''\n")


def test_a_missing_file_or_another_kind_is_wrong_usage(tmp_path: Path) -> None:
    status, said = typed("--style", str(tmp_path / "ink.safetensors"))
    assert status == 2
    assert "there is no file" in said
    (tmp_path / "ink.ckpt").touch()
    status, said = typed("--style", str(tmp_path / "ink.ckpt"))
    assert status == 2
    assert "ink.ckpt is no .safetensors file" in said
