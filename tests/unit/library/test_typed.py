"""What is typed into the search line means what it says."""

from __future__ import annotations

from datetime import datetime

import pytest

from artstudio.library.query import Parameter, Query
from artstudio.library.typed import typed


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("a red boat", Query("a red boat")),
        ("boat kind:picture kind:Tune", Query("boat", kinds=("image", "score"))),
        ('plugin:painter model:"my waves"', Query(plugins=("painter",), models=("my waves",))),
        ("tag:草稿 in:Best project:House", Query(tags=("草稿",), collection="Best", project="House")),
        ("star:3", Query(stars=3)),
        ("star:many", Query("star:many")),
        ("steps:20..40", Query(parameters=(Parameter("steps", None, 20, 40),))),
        ("steps:..40 warmth:-0.5..", Query(parameters=(Parameter("steps", None, None, 40),
                                                       Parameter("warmth", None, -0.5, None)))),
        ("steps:20", Query(parameters=(Parameter("steps", None, 20, 20),))),
        ("style:ink fine:True", Query(parameters=(Parameter("style", "ink"), Parameter("fine", "true")))),
        ("at 12:30", Query("at 12:30")),
        ("since:never", Query("since:never")),
    ],
)  # fmt: skip
def test_a_line_becomes_a_query(line: str, query: Query) -> None:
    assert typed(line) == query


def test_days_are_those_of_the_artist_and_the_last_one_is_included() -> None:
    query = typed("since:2026-05-01 until:2026-05-02")
    day_ms = round(datetime(2026, 5, 1).timestamp() * 1000)
    assert query.since_ms == day_ms
    assert query.until_ms is not None
    assert 47 <= (query.until_ms - day_ms) / 3_600_000 <= 49  # clocks may be put forward


def test_filters_beside_stay() -> None:
    assert typed("kind:picture sea", Query(kinds=("text",), stars=2)) == Query(
        "sea", ("text", "image"), stars=2
    )
