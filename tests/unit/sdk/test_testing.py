"""The conformance kit: it passes what is good and blames what is not, whatever the plugin does to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from artstudio.sdk.testing import Finding, check_plugin

MANIFEST = """
id = "odd"
version = "1.0"
api = ">=1.0,<2"
title = "Odd"
entry = "oddities.actions:Odd"
"""
HEAD = """
import itertools, os, random, time
from artstudio.sdk import *
class P(Params):
    n: int = field(2, ge=1, le=9, title="N")
class Odd(Plugin):
"""


def plugin(folder: Path, body: str, manifest: str = MANIFEST) -> Path:
    (folder / "oddities").mkdir(parents=True)
    (folder / "oddities" / "__init__.py").touch()
    (folder / "oddities" / "actions.py").write_text(HEAD + body, encoding="utf-8")
    (folder / "artstudio-plugin.toml").write_text(manifest, encoding="utf-8")
    return folder


def bad(findings: list[Finding]) -> dict[str, str]:
    return {found.name: found.sentence for found in findings if not found.ok}


GOOD = '''
    @action("Say")
    def say(self, run: Run, texts: list[Text], picture: Image | None, params: P) -> Results[Text]:
        """Say it n times."""
        print("a plugin may print")
        for i in range(params.n):
            yield Progress(i, params.n)
        yield Output(Text(f"{len(texts)} {run.seed} {picture is None}"))

    @training("Learn", formats=(".txt",))
    def learn(self, run: TrainRun, params: P) -> Training:
        raise BadFile("there is nothing to learn from in {folder}", folder=run.data[0].name)
        yield

    @evaluation
    def judge(self, run: TrainRun) -> Evaluation:
        raise BadFile("there is nothing to judge by")
        yield
'''


def test_a_good_plugin_conforms(tmp_path: Path) -> None:
    findings = check_plugin(plugin(tmp_path, GOOD, MANIFEST + "trains = true\n"))
    assert bad(findings) == {}
    names = {found.name for found in findings}
    assert {"manifest", "description", "import time"} <= names
    assert {"say: runs", "say: stops in time", "say: no picture", "say: an empty list of texts"} <= names
    assert {"learn: a file of noise", "evaluate: an empty folder"} <= names


ODD = """
    @action("Crash")
    def crash(self, run: Run) -> Results[Text]:
        os._exit(3)
        yield

    @action("Chance")
    def chance(self, run: Run) -> Results[Text]:
        yield Output(Text(str(random.random())))

    @action("Other kind")
    def other(self, run: Run) -> Results[Text]:
        yield Output(Score())

    @action("Nothing")
    def nothing(self, run: Run) -> Results[Text]:
        yield Progress(1, 1)

    @action("Clings")
    def clings(self, run: Run) -> Results[Text]:
        try:
            yield Progress(0, 1)
            yield Output(Text("done"))
        finally:
            began = time.monotonic()
            while time.monotonic() < began + 0.25:
                pass

    @action("Brittle")
    def brittle(self, run: Run, score: Score) -> Results[Text]:
        yield Progress(0, 1)
        yield Output(Text(str(score.tracks[0].notes["pitch"][0])))

    @action("Remembers")
    def remembers(self, run: Run) -> Results[Text]:
        if hasattr(self, "stopped"):
            raise ValueError("still half done")
        try:
            yield Progress(0, 1)
            yield Output(Text("done"))
        except GeneratorExit:
            self.stopped = True
"""


def test_each_fault_is_blamed_on_its_action_and_the_others_are_still_looked_at(tmp_path: Path) -> None:
    found = bad(check_plugin(plugin(tmp_path, ODD)))
    assert found.pop("crash: runs") == "the plugin ended the process (exit code 3)"
    assert "run.seed" in found.pop("chance: same seed, same result")
    assert "works after a stop" not in found.pop("chance: works after a stop")
    assert "declared to yield text and yielded score" in found.pop("other: runs")
    assert "without an Output" in found.pop("nothing: runs")
    assert "after a stop: at most 0.2 s" in found.pop("clings: stops in time")
    assert "IndexError" in found.pop("brittle: an empty score")
    assert "IndexError" in found.pop("brittle: a score of empty tracks")
    assert "still half done" in found.pop("remembers: works after a stop")
    assert found.keys() <= {"remembers: stops in time", "remembers: least parameters"}


def test_a_plugin_that_never_ends_is_ended(tmp_path: Path) -> None:
    body = """
    @action("Endless")
    def endless(self, run: Run) -> Results[Text]:
        yield Progress(0, 1)
        for _ in itertools.count():
            pass
"""
    found = bad(check_plugin(plugin(tmp_path, body), timeout_s=3.0))
    assert found == {"endless: runs": "the plugin did not finish within 3 s"}


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("    import PySide6\n", "imports PySide6"),
        ("    import artstudio.base.paths\n", "imports artstudio.base"),
        ("    raise SystemExit(0)\n", "importing it failed: SystemExit"),
        ("    import no_such_library\n", "No module named 'no_such_library'"),
        (
            "    @action('A')\n    def a(self, run: int) -> Results[Text]: ...\n",
            "a needs an argument run: Run",
        ),
    ],
)
def test_a_description_that_cannot_be_used(tmp_path: Path, body: str, sentence: str) -> None:
    found = bad(check_plugin(plugin(tmp_path, body)))
    assert sentence in found["description"]


def test_a_slow_import_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("artstudio.sdk.testing.check.LIGHT_IMPORT_S", 0.1)
    monkeypatch.setattr("artstudio.sdk.testing.check.SLOWEST_IMPORT_S", 0.2)
    slow = "    began = time.monotonic()\n    while time.monotonic() < began + 0.25:\n        pass\n"
    assert (
        "import heavy libraries inside the actions"
        in bad(check_plugin(plugin(tmp_path, slow)))["import time"]
    )


def test_a_default_out_of_its_own_range_is_a_finding(tmp_path: Path) -> None:
    body = GOOD.split("    @training")[0].replace("params: P", "params: Q")
    odd = plugin(tmp_path, body)
    code = (odd / "oddities" / "actions.py").read_text()
    code = code.replace("class Odd", 'class Q(Params):\n    n: int = field(0, ge=1, title="N")\nclass Odd')
    (odd / "oddities" / "actions.py").write_text(code)
    assert "its own defaults are refused: n = 0" in bad(check_plugin(odd))["say: bad parameters"]


def test_a_training_that_takes_anything_is_a_finding(tmp_path: Path) -> None:
    body = """
    @training("Learn", formats=("txt",))
    def learn(self, run: TrainRun) -> Training:
        yield TrainStep(1, 0.5, 1.0)
"""
    found = bad(check_plugin(plugin(tmp_path, body)))
    assert "trains = true" in found.pop("trains")
    assert set(found) == {
        "learn: formats",
        "learn: an empty folder",
        "learn: a file of noise",
        "learn: a missing file",
    }


def test_an_action_without_its_model_is_let_off_and_with_it_is_run(tmp_path: Path) -> None:
    body = """
    @action("Ask the model")
    def ask(self, run: Run) -> Results[Text]:
        if run.model is None:
            raise BadModel("choose a model first")
        yield Output(Text(run.model.name))
"""
    odd = plugin(tmp_path / "odd", body, MANIFEST + '[[models]]\nname = "starter"\nfolder = "odd/starter"\n')
    assert any("not tried" in found.sentence for found in check_plugin(odd))
    (tmp_path / "models" / "odd" / "starter").mkdir(parents=True)
    findings = check_plugin(odd, models=tmp_path / "models")
    assert bad(findings) == {}
    assert "gave 1 of text" in {found.sentence for found in findings}


def test_a_folder_without_a_manifest(tmp_path: Path) -> None:
    (found,) = check_plugin(tmp_path)
    assert (found.name, found.ok) == ("manifest", False)


def test_models_that_a_plugin_brings_along_are_used_and_must_be_there_without_links(tmp_path: Path) -> None:
    body = """
    @action("Ask the model")
    def ask(self, run: Run) -> Results[Text]:
        yield Output(Text(run.model.name))
"""
    odd = plugin(tmp_path / "odd", body, MANIFEST + '[[models]]\nname = "starter"\nfolder = "starter"\n')
    (odd / "models" / "starter").mkdir(parents=True)
    assert bad(check_plugin(odd)) == {}
    (odd / "models" / "starter" / "config.json").symlink_to(tmp_path / "elsewhere")
    assert "holds a link" in bad(check_plugin(odd))["models"]
    (odd / "models" / "starter" / "config.json").unlink()
    (odd / "models" / "starter").rmdir()
    assert "there is no folder models/starter" in bad(check_plugin(odd))["models"]
