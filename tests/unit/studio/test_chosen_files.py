"""A parameter that is a file: read by the plugin, known to recipes by name and content alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.engine.job import Outcome
from artstudio.sdk import Media, Output, Text
from artstudio.studio.generate import Generation, candidate, start_generation
from artstudio.studio.studio import Studio

MANIFEST = """
id = "quoter"
version = "1.0"
api = ">=1.0,<2"
title = "Quoter"
entry = "quoter:Quoter"
"""
CODE = '''
from pathlib import Path
from artstudio.sdk import Output, Params, Plugin, Results, Run, Text, action, field

class QuoteParams(Params):
    source: str = field("", title="Source", file=(".txt",))
    loud: bool = field(False, title="Loud")

class Quoter(Plugin):
    @action("Quote")
    def quote(self, run: Run, params: QuoteParams) -> Results[Text]:
        """Say what stands in a file."""
        yield Output(Text(Path(params.source).read_text() if params.source else "nothing"))
'''


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Studio]:
    folder = tmp_path / "plugins" / "quoter"
    folder.mkdir(parents=True)
    (folder / "artstudio-plugin.toml").write_text(MANIFEST)
    (folder / "quoter.py").write_text(CODE)
    made = Studio(Folders.under(tmp_path / "home"), Settings(), builtin=tmp_path / "plugins", packages=False)
    yield made
    made.close()


def test_a_recipe_names_the_file_and_not_where_it_lies(studio: Studio, tmp_path: Path) -> None:
    file = tmp_path / "wise.txt"
    file.write_text("know thyself")
    generation = Generation("quoter", "quote", {}, {"source": str(file), "loud": True})
    events: list[object] = []
    job = start_generation(studio, generation, lambda _, event: events.append(event))
    assert job.wait(30)
    assert job.outcome is Outcome.DONE
    outputs: list[Output[Media]] = [event for event in events if isinstance(event, Output)]
    made = candidate(studio, generation, outputs[0])
    assert made.value == Text("know thyself")
    sha256 = hashlib.sha256(b"know thyself").hexdigest()
    assert made.recipe.params == {"source": {"file": "wise.txt", "sha256": sha256}, "loud": True}
    assert str(tmp_path) not in made.recipe.canonical().decode()
    file.unlink()  # the result stays one
    gone = candidate(studio, generation, outputs[0]).recipe.params
    assert gone["source"] == {"file": "wise.txt", "sha256": ""}


def test_no_file_is_no_file(studio: Studio) -> None:
    generation = Generation("quoter", "quote", {}, {"source": ""})
    nothing: Output[Media] = Output(Text("nothing"))
    assert candidate(studio, generation, nothing).recipe.params == {"source": ""}
