from collections.abc import Callable
from pathlib import Path

import pytest

from artstudio.sdk.testing import check_plugin

PLUGIN = Path(__file__).parents[1]


def test_without_a_model_every_action_says_where_to_get_one() -> None:
    findings = check_plugin(PLUGIN)
    assert [str(found) for found in findings if not found.ok] == []
    told = [found.sentence for found in findings if found.name.endswith(": runs")]
    assert len(told) == 3
    assert all("choose a model first: the folder of a diffusers pipeline" in sentence for sentence in told)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_with_a_tiny_pipeline_it_keeps_the_apis_promises(toys: Callable[[str], Path]) -> None:
    findings = check_plugin(PLUGIN, model=toys("stable_diffusion"), timeout_s=120)
    assert [str(found) for found in findings if not found.ok] == []
    assert {found.sentence for found in findings if found.name.endswith("same seed, same result")} == {
        "twice the same"
    }
