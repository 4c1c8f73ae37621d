from pathlib import Path

from artstudio.sdk.testing import check_plugin


def test_the_plugin_keeps_the_apis_promises() -> None:
    assert [str(found) for found in check_plugin(Path(__file__).parents[1]) if not found.ok] == []
