"""`plugins check` runs a stranger's code like a worker's, and the reference is what the sdk says."""

from __future__ import annotations

from pathlib import Path

from artstudio.host.checking import check
from artstudio.host.reference import reference
from artstudio.host.scaffold import new_plugin
from tests.hostile.conftest import needs_a_full_sandbox

TOP = Path(__file__).parents[3]


@needs_a_full_sandbox()
def test_a_plugin_that_reaches_for_more_than_it_asks_does_not_conform(tmp_path: Path) -> None:
    folder = new_plugin("curious", tmp_path, "text")
    assert [str(one) for one in check(folder, models=tmp_path) if not one.ok] == []
    code = folder / "artstudio_curious" / "actions.py"
    told = tmp_path / "told.txt"
    code.write_text(f"{code.read_text()}\nopen({str(told)!r}, 'w').write('I was here')\n")
    (fault,) = [one for one in check(folder, models=tmp_path) if not one.ok]
    assert fault.name == "description"
    assert "Permission denied" in fault.sentence
    assert not told.exists()


def test_the_reference_is_what_the_sdk_says() -> None:
    kept = (TOP / "plugins" / "REFERENCE.md").read_text(encoding="utf-8")
    assert kept == reference(), "write it anew: artstudio plugins reference > plugins/REFERENCE.md"
