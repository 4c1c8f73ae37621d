"""Versions chosen by pip in a virtual environment of its own, where there is no uv.

https://pip.pypa.io/en/stable/reference/installation-report/
"""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from artstudio.host.installing.reaching import reach
from artstudio.host.installing.running import Finished, run
from artstudio.host.installing.sdists import find_sdist
from artstudio.host.installing.solving import Question, Unsolvable, Wheel

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from artstudio.engine.job import Control
    from artstudio.host.installing.indexes import Indexes

_MISSING = re.compile(r"No matching distribution found for ([\w.-]+)")


class Pip:
    """pip in a virtual environment in `cache`, which is made when it is first needed."""

    def __init__(self, cache: Path, indexes: Indexes) -> None:
        self._home = cache / f"pip-{sys.version_info.major}.{sys.version_info.minor}"
        self._indexes = indexes

    def solve(self, question: Question, folder: Path, control: Control | None) -> list[Wheel]:
        """See `Solver`. pip knows no wishes: what is offered is demanded first, then left out."""
        lines = tuple(
            line
            for line in question.lines
            if canonicalize_name(Requirement(line).name) not in question.without
        )
        if not lines:
            return []
        if question.offers:
            try:
                return self._solve(question, lines, _fitting(question.offers, lines), folder, control)
            except Unsolvable:
                if not question.online:
                    raise
        return self._solve(question, lines, {}, folder, control)

    def _solve(
        self,
        question: Question,
        lines: tuple[str, ...],
        demanded: dict[str, str],
        folder: Path,
        control: Control | None,
    ) -> list[Wheel]:
        wanted, limits, report = folder / "requirements.txt", folder / "limits.txt", folder / "report.json"
        wanted.write_text("\n".join(lines) + "\n", encoding="utf-8")
        limits.write_text(
            "".join(f"{name}=={version}\n" for name, version in demanded.items()), encoding="utf-8"
        )
        options: list[str | Path] = [part for place in question.folders for part in ("--find-links", place)]
        if question.online:
            reach(self._indexes.pages())
        options += self._indexes.pip_options() if question.online else ["--no-index"]
        options += [] if question.deps else ["--no-deps"]
        options += ["--constraint", limits] if demanded else []
        finished = self._pip(
            ["install", "--dry-run", "--ignore-installed", "--only-binary", ":all:", "--report", report,
             "--requirement", wanted, *options], folder, control,
        )  # fmt: skip
        if finished.code:
            missing = [canonicalize_name(name) for name in _MISSING.findall(finished.errors)]
            # pip does not say whether there is nothing of that name, or only its source
            unbuilt = [
                name
                for name in missing
                if question.online and find_sdist(name, _range(name, lines), self._indexes)
            ]
            raise Unsolvable(_reason(finished.errors), tuple(unbuilt))
        chosen = json.loads(report.read_text(encoding="utf-8"))["install"]
        return [
            Wheel(
                name=canonicalize_name(package["metadata"]["name"]),
                version=str(package["metadata"]["version"]),
                url=package["download_info"]["url"],
                sha256=package["download_info"].get("archive_info", {}).get("hashes", {}).get("sha256", ""),
                size_bytes=None,
            )
            for package in chosen
        ]

    def _pip(self, arguments: Iterable[str | Path], folder: Path, control: Control | None) -> Finished:
        environment = self._indexes.environment()
        scripts = self._home / ("Scripts" if sys.platform == "win32" else "bin")
        python = scripts / ("python.exe" if sys.platform == "win32" else "python")
        ready = self._home / "ready"
        if not ready.is_file():
            made = run(
                [sys.executable, "-I", "-m", "venv", "--clear", self._home],
                environment=environment, folder=folder, control=control,
            )  # fmt: skip
            if made.code:
                raise Unsolvable(f"no environment for pip: {_reason(made.errors or made.output)}")
            ready.touch()
        return run(
            [python, "-I", "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments],
            environment=environment, folder=folder, control=control,
        )  # fmt: skip


def _range(name: str, lines: Iterable[str]) -> SpecifierSet:
    wanted = SpecifierSet()
    for requirement in map(Requirement, lines):
        if canonicalize_name(requirement.name) == name:
            wanted &= requirement.specifier
    return wanted


def _fitting(offers: dict[str, str], lines: Iterable[str]) -> dict[str, str]:
    """The offers that no requirement rules out by itself."""
    fitting = dict(offers)
    for requirement in map(Requirement, lines):
        name = canonicalize_name(requirement.name)
        if name in fitting and not requirement.specifier.contains(fitting[name], prereleases=True):
            del fitting[name]
    return fitting


def _reason(errors: str) -> str:
    said = [line.strip().removeprefix("ERROR:").strip() for line in errors.splitlines()]
    return " ".join(line for line in said if line and not line.startswith(("WARNING", "[notice]")))
