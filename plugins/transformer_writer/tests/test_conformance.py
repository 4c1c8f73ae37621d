from pathlib import Path

from artstudio.sdk.testing import check_plugin

PLUGIN = Path(__file__).parents[1]


def test_the_plugin_keeps_the_apis_promises() -> None:
    models = PLUGIN.parents[1] / "resources" / "models"
    assert [str(found) for found in check_plugin(PLUGIN, models=models) if not found.ok] == []
