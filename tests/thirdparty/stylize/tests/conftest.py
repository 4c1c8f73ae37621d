import pytest
from stylize_toys import STARTER

from artstudio.sdk import Run


@pytest.fixture
def run() -> Run:
    """A run with the starter and seed 1."""
    return Run(seed=1, model=STARTER)
