from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from artstudio.base.logs import Recent, start_logging, stop_logging


@pytest.fixture(autouse=True)
def _quiet_afterwards() -> Iterator[None]:
    yield
    stop_logging()


def test_lines_go_to_the_file_and_to_memory(tmp_path: Path) -> None:
    recent = start_logging(tmp_path / "logs")
    logging.getLogger("artstudio.host").info("worker started: %s", "钢琴")
    assert "worker started: 钢琴" in recent.lines()[-1]
    assert "worker started: 钢琴" in (tmp_path / "logs" / "artstudio.log").read_text("utf-8")


def test_starting_again_writes_each_line_once(tmp_path: Path) -> None:
    start_logging(tmp_path)
    recent = start_logging(tmp_path)
    logging.getLogger("artstudio").warning("once")
    assert (tmp_path / "artstudio.log").read_text("utf-8").count("once") == 1
    assert len(recent.lines()) == 1


def test_a_folder_that_cannot_be_made_costs_only_the_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    recent = start_logging(tmp_path / "file" / "logs")
    logging.getLogger("artstudio").info("still here")
    assert any("no log file" in line for line in recent.lines())
    assert "still here" in recent.lines()[-1]


def test_memory_keeps_only_the_latest() -> None:
    recent = Recent(most=2)
    for text in "abc":
        recent.handle(logging.LogRecord("x", logging.INFO, "", 0, text, (), None))
    assert [line[-1] for line in recent.lines()] == ["b", "c"]
