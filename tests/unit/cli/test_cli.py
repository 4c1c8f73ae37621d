"""The command line as it is typed: exit status, stdout, stderr."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from artstudio.cli import main
from artstudio.media import formats
from artstudio.media.images import read_image
from artstudio.sdk import Image, Score, Text, Track, notes_array
from artstudio.studio.recipes import recipe_in

ECHO = Path(__file__).parents[2] / "data" / "plugins" / "echo"
TUNE = Score((Track(notes_array([(0, 480, 60, 80)]), name="Voice", program=40),))


@dataclass
class Said:
    """What one command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Command = Callable[..., Said]


@pytest.fixture
def artstudio(home: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Types a command; the artist has installed the tests' echo plugin."""
    shutil.copytree(ECHO, home / "data" / "plugins" / "echo", ignore=shutil.ignore_patterns("__pycache__"))

    def typed(*words: object) -> Said:
        with pytest.raises(SystemExit) as end:
            main.run([str(word) for word in words])
        out, err = capsys.readouterr()
        return Said(int(end.value.code or 0), out, err)

    return typed


@pytest.fixture
def tune(tmp_path: Path) -> Path:
    formats.write(TUNE, tmp_path / "tune.mid")
    return tmp_path / "tune.mid"


def test_help_and_version(artstudio: Command) -> None:
    assert "doctor" in artstudio("--help").out
    assert artstudio("--version").status == 0


def test_plugins_list_names_every_plugin(artstudio: Command, home: Path) -> None:
    (home / "data" / "plugins" / "bad").mkdir()
    (home / "data" / "plugins" / "bad" / "artstudio-plugin.toml").write_text("id = 3")
    said = artstudio("plugins", "list", "--json")
    rows = {row["id"]: row for row in said.json["plugins"]}
    assert rows["echo"]["usable"]
    assert "reason" in rows["bad"]


def test_plugins_info_tells_actions(artstudio: Command) -> None:
    said = artstudio("plugins", "info", "echo", "--json")
    names = [action["name"] for action in said.json["schema"]["actions"]]
    assert names == ["echo", "invert", "mix", "shout", "film"]
    said = artstudio("plugins", "info", "nobody")
    assert (said.status, said.out) == (1, "")
    assert "nobody" in said.err


def test_an_action_runs_on_a_file_and_repeats_itself(artstudio: Command, tune: Path, tmp_path: Path) -> None:
    outs = [tmp_path / "a.mid", tmp_path / "b.mid"]
    for out in outs:
        said = artstudio(
            "run", "echo", "echo", "--in", tune, "--count", 3, "--no-up", "--seed", 4, "--out", out
        )
        assert (said.status, said.out, said.err) == (0, f"{out}\n", "")
    assert outs[0].read_bytes() == outs[1].read_bytes()
    result = formats.read(outs[0])
    assert isinstance(result, Score)
    assert result.tracks[0].program == 40
    assert (np.diff(result.tracks[0].notes["pitch"].astype(int)) < 0).all()
    recipe = json.loads(formats.read_recipe(outs[0]) or "")
    assert recipe["params"] == {"count": 3, "up": False}


def test_options_come_from_the_schema(artstudio: Command, tune: Path, tmp_path: Path) -> None:
    text = artstudio("run", "echo", "echo", "--help").out
    assert "--top-p" in text
    assert "--up / --no-up" in text
    said = artstudio("run", "echo", "echo", "--in", tune, "--count", 65, "--out", tmp_path / "a.mid")
    assert said.status == 2
    assert "1<=x<=64" in said.err


def test_each_film_becomes_a_file(artstudio: Command, tmp_path: Path) -> None:
    said = artstudio("run", "echo", "film", "--films", 2, "--out", tmp_path / "a.mp4")
    assert (said.status, said.err) == (0, "")
    assert said.out.split() == [str(tmp_path / "a-1.mp4"), str(tmp_path / "a-2.mp4")]
    with av.open(str(tmp_path / "a-2.mp4")) as file:
        assert file.streams.video[0].frames == 6
        assert file.streams.video[0].average_rate == 12
    assert json.loads(formats.read_recipe(tmp_path / "a-2.mp4") or "")["action"] == "film"
    said = artstudio("run", "echo", "film", "--out", tmp_path / "c.png")
    assert said.out == f"{tmp_path / 'c'}\n"
    assert len(list((tmp_path / "c").iterdir())) == 6
    said = artstudio("run", "echo", "film", "--fault", "size", "--out", tmp_path / "b.mp4")
    assert said.status == 1
    assert "the same size" in said.err
    assert not (tmp_path / "b.mp4").exists()


def test_a_score_becomes_sound_by_its_suffix(artstudio: Command, tune: Path, tmp_path: Path) -> None:
    said = artstudio("run", "echo", "echo", "--in", f"score={tune}", "--out", tmp_path / "a.wav")
    assert said.status == 0
    assert (tmp_path / "a.wav").stat().st_size > 100_000


def test_several_outputs_are_numbered(artstudio: Command, tmp_path: Path) -> None:
    formats.write(Text("oh"), tmp_path / "in.txt")
    said = artstudio(
        "run", "echo", "shout", "--in", tmp_path / "in.txt", "--out", tmp_path / "o.txt", "--json"
    )
    assert said.json["outputs"] == [str(tmp_path / "o-1.txt"), str(tmp_path / "o-2.txt")]
    assert (tmp_path / "o-2.txt").read_text() == "OHOH"


def test_too_few_and_too_many_pictures_are_refused_in_one_sentence(
    artstudio: Command, tmp_path: Path
) -> None:
    formats.write(Image(np.full((4, 4), 100, np.uint8)), tmp_path / "a.png")
    formats.write(Image(np.full((4, 4), 200, np.uint8)), tmp_path / "b.png")
    out = tmp_path / "out.png"
    once = ("--in", tmp_path / "a.png")
    few = artstudio("run", "echo", "mix", *once, "--out", out)
    assert few.status == 2
    assert "at least 2 pictures are needed, not 1" in few.err
    many = artstudio("run", "echo", "mix", *once * 5, "--out", out)
    assert many.status == 2
    assert "at most 4 pictures can be used, not 5" in many.err
    assert not out.exists()
    mixed = artstudio(
        "run", "echo", "mix", *once, "--in", tmp_path / "b.png", "--across", "0.25", "--out", out
    )
    assert mixed.status == 0
    assert read_image(out).pixels[0, 0].tolist() == [125, 125, 125, 255]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("run", "nobody", "x", "--out", "a.mid"), "no plugin nobody"),
        (("run", "echo", "dance", "--out", "a.mid"), "no action dance"),
        (("run", "echo", "echo", "--out", "a.png"), ".mid"),
        (("run", "echo", "echo", "--out", "a.mid"), "needs --in score=FILE"),
        (("export", "{tune}", "--out", "a.odt"), ".ora"),
        (("train", "echo"), "--data"),
        (("train", "echo", "--data", ".", "--time", "soon"), "10m"),
        (("dance",), "dance"),
    ],
)
def test_wrong_usage_is_status_2_and_says_what_would_be_right(
    artstudio: Command, tune: Path, words: tuple[str, ...], part: str
) -> None:
    said = artstudio(*(word.format(tune=tune) for word in words))
    assert said.status == 2
    assert said.out == ""
    assert part in said.err


def test_broken_input_is_one_sentence_and_status_1(artstudio: Command, tmp_path: Path) -> None:
    (tmp_path / "broken.mid").write_bytes(b"MThd\0\0")
    said = artstudio("run", "echo", "echo", "--in", tmp_path / "broken.mid", "--out", tmp_path / "a.mid")
    assert (said.status, said.out) == (1, "")
    assert "broken.mid" in said.err
    assert said.err.count("\n") == 1
    assert not (tmp_path / "a.mid").exists()


def test_train_then_evaluate(artstudio: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one two three")
    model = tmp_path / "model"
    said = artstudio("train", "echo", "--data", tmp_path / "a.txt", "--out", model, "--steps", 2, "--json")
    assert said.status == 0
    assert said.json == {"model": str(model), "steps": 2, "loss": 0.5, "held_out": 1.0}
    assert (model / "MODEL_CARD.md").is_file()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("model")] == ["model"]
    said = artstudio("evaluate", "echo", "--data", tmp_path / "a.txt", "--model", model, "--json")
    assert said.json == {"metrics": {"words": 3.0}, "n": 1}


def test_a_stopped_training_is_resumed(artstudio: Command, home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one two three")
    said = artstudio("train", "echo", "--resume")
    assert said.status == 1
    assert "nothing to go on with" in said.err
    run = home / "data" / "runs" / "echo-1"
    run.mkdir(parents=True)
    plan = {"plugin": "echo", "data": [str(tmp_path / "a.txt")], "name": "Mine", "params": {"steps": 4}}
    (run / "request.json").write_text(json.dumps(plan))
    (run / "state.json").write_text(json.dumps({"step": 3}))
    said = artstudio("train", "echo", "--resume", "--json")
    assert (said.status, said.json["steps"]) == (0, 4)
    assert Path(said.json["model"]).name == "Mine"
    assert not run.exists()


def test_text_goes_from_format_to_format(artstudio: Command, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Frost\n\nIt *fell*.\n", encoding="utf-8")
    for source, target in (("a.md", "a.docx"), ("a.docx", "a.html"), ("a.html", "b.md"), ("b.md", "b.txt")):
        assert artstudio("export", tmp_path / source, "--out", tmp_path / target).status == 0
    assert (tmp_path / "b.md").read_text(encoding="utf-8") == "# Frost\n\nIt _fell_.\n"
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == "Frost\nIt fell."
    (tmp_path / "bad.docx").write_bytes(b"no zip")
    said = artstudio("export", tmp_path / "bad.docx", "--out", tmp_path / "c.md")
    assert (said.status, said.err) == (1, "bad.docx is no Word document or is damaged: choose another file\n")


def test_pdf_is_written_without_a_screen(home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# 霜降", encoding="utf-8")
    command = [sys.executable, "-m", "artstudio", "export", str(tmp_path / "a.md")]
    command += ["--out", str(tmp_path / "a.pdf")]
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    subprocess.run(
        command, check=True, env=environment, cwd=Path(main.__file__).parents[2], capture_output=True
    )
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_a_word_file_is_an_input_and_an_output(artstudio: Command, tmp_path: Path) -> None:
    formats.write(Text("oh\n霜"), tmp_path / "in.docx")
    said = artstudio(
        "run", "echo", "shout", "--in", tmp_path / "in.docx", "--out", tmp_path / "o.docx", "--json"
    )
    assert said.json["outputs"] == [str(tmp_path / "o-1.docx"), str(tmp_path / "o-2.docx")]
    assert formats.read(tmp_path / "o-1.docx") == Text("OH\n霜")
    assert recipe_in(tmp_path / "o-1.docx") is not None
    assert (
        artstudio("run", "echo", "shout", "--in", tmp_path / "in.docx", "--out", tmp_path / "o.md").status
        == 0
    )
    assert formats.read(tmp_path / "o-1.md") == Text("OH\n霜")
    assert (tmp_path / "o-1.md").read_bytes().startswith("OH\n霜\n<!-- artstudio-recipe: ".encode())


@pytest.mark.parametrize(
    ("action", "suffixes"),
    [
        ("invert", (".png", ".jpg", ".webp", ".tif")),
        ("echo", (".mid", ".wav", ".flac", ".ogg")),
        ("shout", (".md", ".docx", ".html", ".pdf")),
        ("film", (".mp4", ".webm", ".gif", ".webp", ".png")),
    ],
)
def test_whatever_is_made_carries_its_recipe(
    qapp: object, artstudio: Command, tune: Path, tmp_path: Path, action: str, suffixes: tuple[str, ...]
) -> None:
    formats.write(Image(np.full((8, 8, 4), 200, np.uint8)), tmp_path / "in.png")
    formats.write(Text("oh"), tmp_path / "in.txt")
    given = {"invert": ["--in", tmp_path / "in.png"], "echo": ["--in", tune, "--count", 2],
             "shout": ["--in", tmp_path / "in.txt"], "film": []}  # fmt: skip
    for suffix in suffixes:
        said = artstudio("run", "echo", action, *given[action], "--seed", 9, "--out", tmp_path / f"o{suffix}")
        assert (said.status, said.err) == (0, "")
        path = Path(said.out.splitlines()[0])
        found = recipe_in(sorted(path.iterdir())[0] if path.is_dir() else path)
        assert found is not None, suffix
        assert (found.plugin, found.version, found.action, found.seed) == ("echo", "1.2", action, 9)


def test_export_writes_any_openable_file(artstudio: Command, tmp_path: Path) -> None:
    formats.write(Image(np.full((6, 4, 4), 200, np.uint8)), tmp_path / "a.png")
    assert artstudio("export", tmp_path / "a.png", "--out", tmp_path / "a.ora").status == 0
    said = artstudio("export", tmp_path / "a.ora", "--out", tmp_path / "b.png", "--json")
    assert said.json == {"output": str(tmp_path / "b.png")}
    assert (tmp_path / "b.png").is_file()


def test_new_plugin_passes_its_check(
    artstudio: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert artstudio("plugins", "new", "my-plugin", "--kind", "music").status == 0
    said = artstudio("plugins", "check", "my-plugin", "--json")
    assert said.json["ok"], said.json["findings"]
    assert said.status == 0


def test_doctor_looks_at_everything(artstudio: Command) -> None:
    names = [check["name"] for check in artstudio("doctor", "--json").json["checks"]]
    assert {"system", "memory", "device", "sound", "video", "disk", "plugin echo"} <= set(names)


def test_the_command_line_loads_neither_torch_nor_qt() -> None:
    code = (
        "import sys, artstudio.cli.run, artstudio.cli.train; print({'torch', 'PySide6'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "set()\n"
