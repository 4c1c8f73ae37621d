"""`artstudio plugins install` and what follows, as typed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from artstudio.cli import main
from tests.unit.cli.test_cli import Command, Said
from tests.unit.host.installing.plugins import files, make_zip, put


@pytest.fixture
def artstudio(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Types a command; no index can be reached."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")

    def typed(*words: object) -> Said:
        with pytest.raises(SystemExit) as end:
            main.run([str(word) for word in words])
        out, err = capsys.readouterr()
        return Said(int(end.value.code or 0), out, err)

    return typed


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    return put(tmp_path / "toy", files())


def versions(artstudio: Command) -> dict[str, str]:
    rows = artstudio("plugins", "list", "--json").json["plugins"]
    return {row["id"]: row["version"] for row in rows if row.get("origin") == "installed"}


def test_without_yes_the_plan_is_shown_and_nothing_changes(artstudio: Command, toy: Path) -> None:
    said = artstudio("plugins", "install", toy)
    assert said.status == 1
    assert "Toy (toy) 1.0" in said.out
    assert said.err == "nothing was changed: add --yes to install\n"
    asked = artstudio("plugins", "install", toy, "--json")
    assert (asked.status, asked.json["installed"], asked.json["plan"]["version"]) == (1, False, "1.0")
    assert versions(artstudio) == {}


def test_install_update_rollback_and_remove(artstudio: Command, toy: Path) -> None:
    said = artstudio("plugins", "install", toy, "--yes")
    assert (said.status, said.out.splitlines()[-1]) == (0, "Toy 1.0 is ready")
    assert artstudio("plugins", "update").out == "toy is up to date\n"
    put(toy, files(version="2.0"))
    assert artstudio("plugins", "update").status == 1
    assert versions(artstudio) == {"toy": "1.0"}
    assert artstudio("plugins", "update", "toy", "--yes", "--json").json["installed"]
    assert versions(artstudio) == {"toy": "2.0"}
    assert artstudio("plugins", "rollback", "toy").out == "Toy 1.0 is ready\n"
    assert artstudio("plugins", "repair", "toy", "--json").json["version"] == "1.0"
    said = artstudio("plugins", "remove", "toy")
    assert (said.status, said.err) == (1, "nothing was changed: add --yes to remove\n")
    assert artstudio("plugins", "remove", "toy", "--yes").out == "toy is removed\n"
    assert versions(artstudio) == {}


def test_what_was_installed_runs(artstudio: Command, toy: Path, tmp_path: Path) -> None:
    artstudio("plugins", "install", make_zip(tmp_path / "toy.zip", files()), "--yes")
    said = artstudio("run", "toy", "say", "--out", tmp_path / "out.txt")
    assert said.status == 0, said.err
    assert (tmp_path / "out.txt").read_text(encoding="utf-8").strip() == "1.0"


def test_disable_and_enable(artstudio: Command, toy: Path) -> None:
    artstudio("plugins", "install", toy, "--yes")
    artstudio("plugins", "disable", "toy")
    assert "toy: cannot be used: it is switched off" in artstudio("plugins", "list").out
    artstudio("plugins", "enable", "toy")
    assert versions(artstudio) == {"toy": "1.0"}
    assert artstudio("plugins", "disable", "nobody").err.startswith("nobody is not an installed plugin")


def test_link_uses_the_folder_itself(artstudio: Command, toy: Path) -> None:
    assert artstudio("plugins", "install", "--link", toy, "--yes").status == 0
    put(toy, files(version="1.5"))
    assert versions(artstudio) == {"toy": "1.5"}


def test_keygen_and_sign(artstudio: Command, toy: Path, tmp_path: Path) -> None:
    public = artstudio("plugins", "keygen", tmp_path / "key.pem", "--json").json["key"]
    assert artstudio("plugins", "sign", toy, "--key", tmp_path / "key.pem", "--json").json == {"key": public}
    assert f"signed by {public[:16]}" in artstudio("plugins", "install", toy).out
    put(toy, {"toy_p/actions.py": "evil = 1"})
    said = artstudio("plugins", "install", toy, "--yes")
    assert said.err == "Toy is refused: its files are not those that its author signed; get it anew\n"


def test_at_a_terminal_it_is_asked(artstudio: Command, toy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (sys.stdin, sys.stdout):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    answers = iter([False, True])
    confirm: Callable[..., bool] = lambda *_, **__: next(answers)  # noqa: E731
    monkeypatch.setattr("artstudio.cli.installing.click.confirm", confirm)
    assert artstudio("plugins", "install", toy).status == 1
    assert artstudio("plugins", "install", toy).status == 0


def test_yes_does_not_consent_to_a_build(
    artstudio: Command, toy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "old-1.0.tar.gz").write_bytes(b"")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "links"))
    put(toy, {"pyproject.toml": '[project]\ndependencies = ["old"]'})
    said = artstudio("plugins", "install", toy, "--yes")
    assert said.status == 1
    assert "allow it by --build old" in said.out
    assert "Toy needs old built from source" in said.err
    assert versions(artstudio) == {}
    assert json.loads(artstudio("plugins", "install", toy, "--json").out)["plan"]["unbuilt"] == ["old"]
