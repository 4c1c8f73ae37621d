"""Versions chosen, and wheels installed, by pip in a virtual environment of its own, where there is no uv.

pip reads the artist's settings by itself. https://pip.pypa.io/en/stable/reference/installation-report/
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from artstudio.engine.job import Control
from artstudio.host.installing.indexes import Indexes
from artstudio.host.installing.running import Finished, run
from artstudio.host.installing.solving import Question, Unsolvable, Wheel

_MISSING = re.compile(r"No matching distribution found for ([\w.-]+)")


class Pip:
    """pip in a virtual environment in `cache`, which is made when it is first needed."""

    def __init__(self, cache: Path, indexes: Indexes) -> None:
        self._home = cache / f"pip-{sys.version_info.major}.{sys.version_info.minor}"
        self._indexes = indexes

    def solve(self, question: Question, folder: Path, control: Control | None) -> list[Wheel]:
        """See `Solver`. pip knows no wishes: what is offered is demanded first, then left out."""
        lines = tuple(line for line in question.lines if canonicalize_name(Requirement(line).name) not in question.without)
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
        self, question: Question, lines: tuple[str, ...], demanded: dict[str, str], folder: Path, control: Control | None
    ) -> list[Wheel]:
        wanted, limits, report = folder / "requirements.txt", folder / "limits.txt", folder / "report.json"
        wanted.write_text("\n".join(lines) + "\n", encoding="utf-8")
        limits.write_text("".join(f"{name}=={version}\n" for name, version in demanded.items()), encoding="utf-8")
        options: list[str | Path] = [part for place in question.folders for part in ("--find-links", place)]
        options += [] if question.online else ["--no-index"]
        options += [] if question.deps else ["--no-deps"]
        options += ["--constraint", limits] if demanded else []
        finished = self._pip(
            ["install", "--dry-run", "--ignore-installed", "--only-binary", ":all:", "--report", report,
             "--requirement", wanted, *options], folder, control,
        )  # fmt: skip
        if finished.code:
            raise Unsolvable(_reason(finished.errors), tuple(map(canonicalize_name, _MISSING.findall(finished.errors))))
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

    def install(self, wheels: Iterable[Path], site: Path, folder: Path, control: Control | None) -> str | None:
        """Unpacks wheels into `site`, without any index and without what they require; says what went wrong."""
        finished = self._pip(
            ["install", "--no-index", "--no-deps", "--only-binary", ":all:", "--target", site, "--no-cache-dir",
             *wheels], folder, control,
        )  # fmt: skip
        return _reason(finished.errors) if finished.code else None

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
                raise Unsolvable(f"no environment for pip could be made: {_reason(made.errors or made.output)}")
            ready.touch()
        return run(
            [python, "-I", "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments],
            environment=environment, folder=folder, control=control,
        )  # fmt: skip


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
