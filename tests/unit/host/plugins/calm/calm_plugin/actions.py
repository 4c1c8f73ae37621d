"""A plugin that does as it is told and tells what it sees."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import psutil

from artstudio.sdk import (
    Evaluation,
    Image,
    Metrics,
    Notice,
    OutOfDeviceMemory,
    Output,
    Params,
    Plugin,
    Preview,
    Progress,
    Results,
    Run,
    Score,
    Text,
    Training,
    TrainRun,
    TrainStep,
    action,
    evaluation,
    field,
    training,
)


class Steps(Params):
    steps: int = field(3, ge=1, le=100_000, title="Steps")


class Calm(Plugin):
    def __init__(self) -> None:
        self._warm = False

    def warm(self, run: Run) -> None:
        self._warm = True

    @action("Copy")
    def copy(self, run: Run, score: Score, pictures: list[Image], params: Steps) -> Results[Score | Image]:
        """Give back what came in."""
        for step in range(params.steps):
            yield Progress(step + 1, params.steps)
        yield Preview(score)
        yield Output(score, "score")
        for picture in pictures:
            yield Output(picture)

    @action("Count")
    def count(self, run: Run, params: Steps) -> Results[Text]:
        for step in range(params.steps):
            yield Progress(step + 1, params.steps)
        yield Output(Text(str(params.steps)))

    @action("Heap")
    def heap(self, run: Run, params: Steps) -> Results[Text]:
        """Make values as fast as can be; say how many lay in the folder at once."""
        most = 0
        for step in range(params.steps):
            yield Output(Text(str(step)))
            most = max(most, len(list(run.scratch.parent.glob("w*.json"))))
        yield Output(Text(str(most)), "most")

    @action("Process id")
    def pid(self, run: Run) -> Results[Text]:
        yield Output(Text(str(os.getpid())))

    @action("Warm?")
    def is_warm(self, run: Run) -> Results[Text]:
        yield Output(Text(str(self._warm)))

    @action("Told")
    def told(self, run: Run) -> Results[Text]:
        left = [path.name for path in run.scratch.iterdir()]
        (run.scratch / "mine").write_text("x")
        yield Output(Text(json.dumps([run.seed, run.device, str(run.model), left])))

    @action("Environment")
    def environment(self, run: Run) -> Results[Text]:
        yield Output(Text(json.dumps(dict(os.environ))))

    @action("Tick")
    def tick(self, run: Run) -> Results[Text]:
        pause = threading.Event()
        while not pause.wait(0.005):
            yield Progress(0, 1)

    @action("Tight")
    def tight(self, run: Run) -> Results[Text]:
        if run.shrink == 1.0 and run.device != "cpu":
            raise OutOfDeviceMemory("the memory of {device} is full", device=run.device)
        yield Output(Text(f"{run.device} {run.shrink}"))

    @action("Tighter")
    def tighter(self, run: Run) -> Results[Text]:
        yield Progress(0, 1)
        if run.device != "cpu":
            raise OutOfDeviceMemory("the memory of {device} is full", device=run.device)
        yield Output(Text(f"{run.device} {run.shrink}"))

    @action("Too tight")
    def too_tight(self, run: Run) -> Results[Text]:
        yield Output(Text("half"))
        raise OutOfDeviceMemory("the memory of {device} is full", device=run.device)

    @training("Learn", formats=(".txt",))
    def learn(self, run: TrainRun, params: Steps) -> Training:
        (run.folder / "pid").write_text(str(os.getpid()))
        yield Notice(f"nice {psutil.Process().nice()}")
        yield TrainStep(1, 0.5, 0.5)
        pause = threading.Event()
        ticks = 0
        while run.data and not pause.wait(0.005):
            ticks += 1
            (run.folder / "ticks").write_text(str(ticks))
            yield Progress(0, 1)

    @evaluation
    def evaluate(self, run: TrainRun) -> Evaluation:
        yield Metrics({"files": len(run.data)}, len([p for p in run.data if Path(p).exists()]))
