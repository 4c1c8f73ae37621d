"""Set-up does what is to do, no more. A stand-in for Python notes what it is asked; nothing is downloaded."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="run.ps1 is set-up there")

TOP = Path(__file__).parents[2]
STAND_IN = """#!/bin/sh
echo "$*" >>"$ASKED"
case "$*" in
    "-m venv "*)
        mkdir -p "$3/bin"
        cp "$0" "$3/bin/python"
        printf '#!/bin/sh\\necho "started with: $*"\\n' >"$3/bin/artstudio"
        chmod +x "$3/bin/artstudio" ;;
    "-m pip install "*) exit "${PIP_STATUS:-0}" ;;
    *sys.version\\)) echo "${VERSION:-3.11.2}" ;;
esac
"""


class Checkout:
    def __init__(self, top: Path) -> None:
        self.top = top
        self.asked = top.parent / "asked"
        self.python = top.parent / "python3"
        shutil.copytree(TOP / "installer", top / "installer")
        shutil.copy(TOP / "pyproject.toml", top)
        self.python.write_text(STAND_IN, encoding="utf-8")
        self.python.chmod(0o755)

    def run(self, script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Runs a script with no display but what `environment` gives; forgets what was asked before."""
        self.asked.write_text("", encoding="utf-8")
        kept = {
            name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")
        }
        return subprocess.run(
            ["sh", str(self.top / "installer" / script), *arguments],
            cwd=self.top.parent,
            env={**kept, "PYTHON": str(self.python), "ASKED": str(self.asked), **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def installed(self) -> list[str]:
        """What pip was asked to install in the last run."""
        asked = self.asked.read_text(encoding="utf-8").splitlines()
        return [line.rpartition(" ")[2] for line in asked if line.startswith("-m pip install")]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    (tmp_path / "my studio").mkdir()
    return Checkout(tmp_path / "my studio" / "artstudio")


def test_first_start_installs_and_passes_arguments_on(checkout: Checkout) -> None:
    done = checkout.run("run.sh", "run", "rnn-composer", "a file.mid")
    assert done.stdout == "started with: run rnn-composer a file.mid\n"
    assert len(checkout.installed()) == 1
    assert (checkout.top / ".venv/.artstudio-installed").exists()


def test_second_start_installs_nothing(checkout: Checkout) -> None:
    checkout.run("run.sh", "doctor")
    done = checkout.run("run.sh", "doctor")
    assert done.returncode == 0
    assert done.stderr == ""
    assert checkout.asked.read_text(encoding="utf-8").splitlines() == ["-c import sys; print(sys.version)"]


def test_failed_install_is_said_and_taken_up_again(checkout: Checkout) -> None:
    failed = checkout.run("run.sh", "doctor", PIP_STATUS="1")
    assert failed.returncode == 1
    assert failed.stdout == ""
    assert "could not be installed" in failed.stderr
    assert checkout.run("run.sh", "doctor").stdout == "started with: doctor\n"
    assert len(checkout.installed()) == 1


def test_a_half_made_environment_is_made_anew(checkout: Checkout) -> None:
    (checkout.top / ".venv/bin").mkdir(parents=True)
    assert checkout.run("run.sh", "doctor").returncode == 0
    assert f"-m venv {checkout.top}/.venv" in checkout.asked.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("pins", ["pyproject.toml", "installer/constraints.txt"])
def test_changed_pins_install_again(checkout: Checkout, pins: str) -> None:
    checkout.run("run.sh", "doctor")
    with (checkout.top / pins).open("a", encoding="utf-8") as file:
        file.write("# raised\n")
    checkout.run("run.sh", "doctor")
    assert len(checkout.installed()) == 1


def test_another_python_installs_again(checkout: Checkout) -> None:
    checkout.run("run.sh", "doctor")
    checkout.run("run.sh", "doctor", VERSION="3.13.1")
    assert len(checkout.installed()) == 1


def test_a_moved_checkout_makes_its_environment_anew(checkout: Checkout) -> None:
    checkout.run("run.sh", "doctor")
    checkout.top = checkout.top.rename(checkout.top.with_name("moved"))
    checkout.run("run.sh", "doctor")
    assert f"-m venv {checkout.top}/.venv" in checkout.asked.read_text(encoding="utf-8").splitlines()


def test_the_test_tools_are_added_and_suffice_to_run(checkout: Checkout) -> None:
    checkout.run("run.sh", "doctor")
    assert checkout.run("test.sh", "--setup-only").returncode == 0
    assert [what.endswith("[test]") for what in checkout.installed()] == [True]
    checkout.run("run.sh", "doctor")
    assert checkout.installed() == []


@pytest.mark.skipif(sys.platform != "linux", reason="Qt brings its own libraries there")
def test_system_packages_are_looked_for_once_and_again_for_the_suite(checkout: Checkout) -> None:
    def looked_for(script: str, *arguments: str) -> list[str]:
        assert checkout.run(script, *arguments).returncode == 0
        asked = checkout.asked.read_text(encoding="utf-8").splitlines()
        return [line.rpartition("/")[2] for line in asked if "system_libraries" in line]

    assert looked_for("run.sh", "doctor") == ["system_libraries.py run"]
    assert looked_for("run.sh", "doctor") == []
    assert looked_for("test.sh", "--setup-only") == ["system_libraries.py test"]
    assert looked_for("test.sh", "--setup-only") == []
    assert looked_for("run.sh", "doctor") == []


@pytest.mark.skipif(sys.platform != "linux", reason="Qt brings its own libraries there")
@pytest.mark.parametrize(("what", "wanted"), [("run", set()), ("test", {"xvfb", "xdotool"})])
def test_only_the_suite_wants_a_display_without_a_screen(what: str, wanted: set[str], tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, TOP / "installer" / "system_libraries.py", what],
        env={**os.environ, "PATH": str(tmp_path)}, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert {"xvfb", "xdotool"} & set(said.split()) == wanted


def test_without_a_python_it_says_what_to_install(checkout: Checkout) -> None:
    done = checkout.run("run.sh", "doctor", PYTHON=str(checkout.top / "no-python"))
    assert done.returncode == 1
    assert "needs Python 3.11" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_it_makes_a_demo_and_says_where(checkout: Checkout) -> None:
    done = checkout.run("run.sh")
    out = checkout.top.parent / "artstudio-demo"
    assert done.stdout == f"started with: demo {out}\n"
    assert str(out) in done.stderr
    assert checkout.run("run.sh", DISPLAY=":7").stdout == "started with: \n"
