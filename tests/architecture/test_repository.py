"""House rules on what lies beside the sources: pages that people read, sizes, and nobody's machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
MIB = 1024 * 1024

SOMEBODYS_PATH = re.compile(r"(?<![\w.<{}*~-])/(?:home|root|work|workspace|opt|mnt|Users)/[\w.-]+")
PRIVATE_HOST = re.compile(r"https?://[\w.-]+\.(?:internal|intranet|corp|lan|local)\b")


def tracked() -> list[Path]:
    if not (TOP / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, capture_output=True, text=True, check=True)
    return [path for name in listed.stdout.split("\0") if name and (path := TOP / name).is_file()]


def test_quick_start_is_two_commands() -> None:
    section = (TOP / "README.md").read_text(encoding="utf-8").split("\n## Quick start\n")[1]
    block = re.search(r"^```\w*\n(.*?)^```", section, re.MULTILINE | re.DOTALL)
    assert block is not None
    assert block[1].splitlines() == ["sh installer/run.sh", "sh installer/test.sh"]


def test_architecture_is_one_page_and_names_every_package() -> None:
    page = (TOP / "artstudio/ARCHITECTURE.md").read_text(encoding="utf-8")
    assert len(page.splitlines()) <= 125
    packages = {folder.parent.name for folder in TOP.glob("artstudio/*/__init__.py")}
    assert {name for name in packages if f"`{name}`" not in page} == set()


def test_changelog_has_a_place_for_what_comes() -> None:
    assert "\n## [Unreleased]\n" in (TOP / "CHANGELOG.md").read_text(encoding="utf-8")


def test_licence_is_whole() -> None:
    text = (TOP / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_nothing_points_at_somebodys_machine() -> None:
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or a model
        hits = [*SOMEBODYS_PATH.findall(text), *PRIVATE_HOST.findall(text)]
        found += [f"{path.relative_to(TOP)}: {hit}" for hit in hits]
    assert found == []


def test_starter_models_stay_small_enough_to_clone() -> None:
    models = TOP / "resources/models"
    sizes = {path: path.stat().st_size for path in models.rglob("*") if path.is_file()}
    weights = sum(size for path, size in sizes.items() if path.suffix == ".safetensors")
    assert weights <= 40 * MIB
    assert sum(sizes.values()) - weights <= 4 * MIB  # cards, samples, tokenizers, fingerprints
