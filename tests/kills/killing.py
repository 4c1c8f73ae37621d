"""Starts sessions one after the other in one home, kills each, and holds what is found to their log."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.project.frames import COMMIT, read_frames
from tests.kills.looking import check_library, check_projects
from tests.kills.states import Line, read_log

TOP = Path(__file__).parents[2]
PATIENCE_S = 90.0  # for what a busy machine may be slow at
HOWS = ("any", "save", "save as", "journal", "result", "recovery")


@dataclass
class Kill:
    """One kill: `loss_s` is how long before it the first thing was done that is gone; None: not known yet."""

    how: str
    at_s: float
    loss_s: float | None = None
    during: set[str] = field(default_factory=set)


class Sessions:
    """All in `folder`: `songs` are the projects, `home` is the artist's, `log` tells what was done."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder, self._seed = folder, seed
        self._chance = random.Random(seed)
        self._songs = folder / "songs"
        self._songs.mkdir(parents=True)
        self._log = self._songs / "log"
        self.folders = Folders.under(folder / "home")
        self.folders.config.mkdir(parents=True)
        Settings(start_page=False, language="en").save(self.folders.config / "settings.toml")
        self.kills: list[Kill] = []

    def kill(self, how: str) -> Kill:
        """Starts a session, takes back what the one before left, works on, and kills it; one of `HOWS`."""
        often = {"save": "save", "save as": "save_as", "result": "make"}.get(how)
        with self._started(*(["--often", often] if often else [])) as session:
            if how == "recovery" and self._left():
                session.wait_for(lambda line: line["what"] == "recovering")
                self._let_pass(session, self._chance.uniform(0, 0.4))
            else:
                session.wait_for(lambda line: line["what"] == "ready")
                self._reckon_losses()
                self._await_moment(how, session)
            workers = session.children()
            kill = Kill(how, session.kill())
        self.kills.append(kill)
        _, alive = psutil.wait_procs(workers, timeout=5)
        assert not alive, f"left running: {alive}"
        kill.during = self._what_was_going_on()
        self._look()
        return kill

    def end(self) -> None:
        """One more session, which takes back what is left, makes a result, saves and ends as it should."""
        with self._started("--end") as session:
            session.wait_for(lambda line: line["what"] == "ready")
            self._reckon_losses()
            assert session.process.wait(PATIENCE_S) == 0
        self._look()
        entries = check_library(self.folders.data / "library", set())
        values = {path.name for path in (self.folders.data / "library" / "values").glob("*/*")}
        assert values == entries, "values that nothing needs were left, or some are missing"
        parts = [str(path.relative_to(self._folder)) for path in self._folder.rglob("*.part")]
        assert parts == [], "half-written files were left"
        assert self._left() == []

    def _left(self) -> list[Path]:
        return list(self.folders.journals.glob("work-*.journal"))

    def _started(self, *more: str) -> Session:
        words = [str(self._songs), str(self._seed * 1000 + len(self.kills))]
        saved = [line["name"] for line in read_log(self._log) if line["what"] == "saved"]
        if saved and (not self._left() or self._chance.random() < 0.5):
            words.append(str(self._songs / saved[-1]))
        words += ["--recover"] if self._left() else []
        return Session([*words, *more], self._folder, self._log)

    def _await_moment(self, how: str, session: Session) -> None:
        chance = self._chance
        if how in ("save", "save as"):
            session.wait_for(lambda line: line["what"] == "saving" and line["new"] == (how == "save as"))
            self._let_pass(session, chance.uniform(0, 0.3))
        elif how == "result":
            wanted = chance.choice(("making", "added"))
            session.wait_for(lambda line: line["what"] == wanted)
            self._let_pass(session, chance.uniform(0, 0.3 if wanted == "making" else 0.03))
        else:
            self._let_pass(session, chance.uniform(0.2, 5))
        if how == "journal":
            before = self._journal_nbytes()
            session.wait_until(lambda: self._journal_nbytes() not in (before, 0))

    def _journal_nbytes(self) -> int:
        try:
            return sum(path.stat().st_size for path in self.folders.journals.iterdir())
        except OSError:
            return 0

    @staticmethod
    def _let_pass(session: Session, seconds: float) -> None:
        try:
            session.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return
        raise AssertionError(f"it ended by itself: {session.said()}")

    def _reckon_losses(self) -> None:
        """What the present session began with must be a state there was; the newer ones are the loss."""
        states = [line for line in read_log(self._log) if "state" in line and "name" not in line]
        begins = max(i for i, line in enumerate(states) if line["what"] == "ready")
        found = states[begins]["state"]
        waiting = [kill for kill in self.kills if kill.loss_s is None]
        for kill in waiting:
            kill.loss_s = 0.0
        before = [line for line in states[:begins] if line["what"] != "recovered" or line["t"] < self._last_s]
        if not before:
            return
        known = [i for i, line in enumerate(before) if line["state"] == found]
        assert known, "what was given back is no state that the project ever had"
        if known[-1] + 1 < len(before):
            lost_s = before[known[-1] + 1]["t"]
            kill = next(kill for kill in self.kills if kill.at_s >= lost_s)
            kill.loss_s = kill.at_s - lost_s

    @property
    def _last_s(self) -> float:
        return self.kills[-1].at_s if self.kills else 0.0

    def _what_was_going_on(self) -> set[str]:
        found = set()
        last: dict[str, str] = {}
        for line in read_log(self._log):
            if line["what"] in ("saving", "saved"):
                last[line["name"]] = line["what"]
            elif line["what"] in ("making", "added"):
                last["library"] = line["what"]
            elif line["what"] in ("recovering", "recovered", "ready"):
                last = {"recovery": line["what"]}
        if "saving" in last.values():
            found.add("save")
        if last.get("library") == "making":
            found.add("result")
        if last.get("recovery") == "recovering":
            found.add("recovery")
        if any(self.folders.journals.glob("*.part")) or any(map(_torn, self._left())):
            found.add("journal")
        return found

    def _look(self) -> None:
        lines = list(read_log(self._log))
        check_projects(self._songs, lines)
        check_library(
            self.folders.data / "library", {line["entry"] for line in lines if line["what"] == "added"}
        )


class Session:
    """One running program; use it with `with`."""

    def __init__(self, words: list[str], folder: Path, log: Path) -> None:
        self._log, self._output = log, folder / "output"
        self._offset = log.stat().st_size if log.exists() else 0
        with self._output.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.kills.session", *words],
                stdout=output, stderr=output, cwd=TOP,
                env={**os.environ, "ARTSTUDIO_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"},
            )  # fmt: skip

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def said(self) -> str:
        """What it wrote, for when something is wrong."""
        return self._output.read_text(errors="replace")[-3000:]

    def lines(self) -> Iterator[Line]:
        """What it has noted since it began."""
        return read_log(self._log, self._offset)

    def wait_for(self, wanted: Callable[[Line], bool]) -> None:
        """Until it has noted such a line."""
        self.wait_until(lambda: any(map(wanted, self.lines())))

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Looks every two milliseconds."""
        until_s = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < until_s, f"it did not come to that: {self.said()}"
            try:
                self.process.wait(0.002)
            except subprocess.TimeoutExpired:
                continue
            if holds():
                return
            raise AssertionError(f"it ended by itself: {self.said()}")

    def children(self) -> list[psutil.Process]:
        """Its workers and helpers."""
        found: list[psutil.Process] = psutil.Process(self.process.pid).children(recursive=True)
        return found

    def kill(self) -> float:
        """SIGKILL; gives the time."""
        at_s = time.monotonic()
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()
        return at_s


def _torn(journal: Path) -> bool:
    with journal.open("rb") as file:
        kinds = [frame.kind for frame in read_frames(file)]
        return not kinds or kinds[-1] != COMMIT or file.tell() < journal.stat().st_size
