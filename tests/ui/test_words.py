from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from artstudio.sdk.errors import BadFile, StudioError
from artstudio.ui.words import counted, sentence, size


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (StudioError("no room"), "No room."),
        (StudioError("is that {what}?", what="all"), "Is that all?"),
        (BadFile("{name} ends early", name="tune.mid"), "tune.mid ends early."),
        (StudioError("a value of {50%} as it is"), "A value of {50%} as it is."),
        (OSError(28, "No space left on device", "a.png"), "a.png: No space left on device."),
        (OSError(13, "Permission denied"), "Permission denied."),
        (ValueError("odd"), "Something went wrong inside artstudio: odd."),
        (ValueError(), "Something went wrong inside artstudio: ValueError."),
    ],
)
def test_an_error_reads_as_one_sentence(qapp: QApplication, error: Exception, text: str) -> None:
    assert sentence(error) == text


@pytest.mark.parametrize(
    ("n_bytes", "text"),
    [
        (0, "0 bytes"), (1, "1 KiB"), (300_000, "293 KiB"), (3 << 20, "3.0 MiB"), (312 << 20, "312 MiB"),
        (3 << 29, "1.5 GiB"),
    ],
)  # fmt: skip
def test_a_size_is_given_in_the_unit_that_fits_and_nothing_is_called_none(
    qapp: QApplication, n_bytes: int, text: str
) -> None:
    assert size(n_bytes) == text


def test_one_thing_and_many_are_counted_as_one_says_them(qapp: QApplication) -> None:
    words = "{n} job runs", "{n} jobs run"
    assert [counted(n, *words) for n in (0, 1, 2)] == ["0 jobs run", "1 job runs", "2 jobs run"]
