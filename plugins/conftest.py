"""The tests of the built-in plugins are held to the same rules as all others."""

from tests.conftest import home, nothing_left_running  # noqa: F401  # autouse fixtures, found by their names here
