"""The conformance kit: whether a plugin folder keeps what the plugin API promises.

A plugin's own test is four lines:

    from pathlib import Path
    from artstudio.sdk.testing import check_plugin

    def test_conformance() -> None:
        assert [str(found) for found in check_plugin(Path(__file__).parents[1]) if not found.ok] == []

Everything runs in child processes with a time limit, so that a plugin which crashes or never returns is a
finding and not the end of the test. It needs numpy and pydantic and nothing of the studio.
"""

from artstudio.sdk.testing.check import check_plugin
from artstudio.sdk.testing.finding import Finding

__all__ = ["Finding", "check_plugin"]
