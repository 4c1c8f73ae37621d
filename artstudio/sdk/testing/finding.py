"""What the conformance kit reports, and how it crosses from the child process."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: `name` says what, `sentence` what was found and what to do."""

    name: str
    ok: bool
    sentence: str

    def __str__(self) -> str:
        return f"{self.name}: {self.sentence}"


class Sheet:
    """Where a child writes its findings as it goes, a line each, so that a crash loses none."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def begin(self, name: str) -> None:
        """Notes what is about to be looked at: what a crash is blamed on."""
        self._line({"begin": name})

    def add(self, name: str, ok: bool, sentence: str) -> None:
        """Notes a finding."""
        self._line(asdict(Finding(name, ok, sentence)))

    def keep(self, facts: object) -> None:
        """Notes data for the parent."""
        self._line({"facts": facts})

    def read(self) -> tuple[list[Finding], str, object]:
        """The findings, what was begun last, and the data that was kept (None without)."""
        findings, begun, facts = [], "start", None
        text = self._path.read_text(encoding="utf-8") if self._path.exists() else ""
        for line in text.splitlines():
            entry = json.loads(line)
            if "begin" in entry:
                begun = entry["begin"]
            elif "facts" in entry:
                facts = entry["facts"]
            else:
                findings.append(Finding(**entry))
        return findings, begun, facts

    def _line(self, entry: dict[str, object]) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")
