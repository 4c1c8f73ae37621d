from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from artstudio.sdk.errors import BadFile, StudioError
from artstudio.ui.words import memory, sentence


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


def test_memory_is_given_in_the_unit_that_fits() -> None:
    assert memory(312 << 20) == "312 MiB"
    assert memory(3 << 29) == "1.5 GiB"
