"""What every working command shares: a studio, a job watched to its end, and how results are said."""

from __future__ import annotations

import contextlib
import json
import sys
from typing import TYPE_CHECKING, Any

import click

from artstudio.base.paths import Folders
from artstudio.base.settings import Settings
from artstudio.engine.job import Outcome
from artstudio.sdk.errors import StudioError
from artstudio.sdk.events import Notice, TrainStep
from artstudio.studio.studio import SETTINGS_NAME, Studio

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from artstudio.engine.job import Job
    from artstudio.engine.queue import Listener

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")


def seed_option() -> click.Option:
    """`--seed`, for commands whose options are made at run time."""
    seeds = click.IntRange(0, 2**31 - 1)
    return click.Option(["--seed"], type=seeds, default=0, help="Decides every random choice. [default: 0]")


@contextlib.contextmanager
def studio() -> Iterator[Studio]:
    """A studio for one command; its workers end with it."""
    folders = Folders.default()
    made = Studio(folders, Settings.load(folders.config / SETTINGS_NAME))
    try:
        yield made
    finally:
        made.close()


def finish(studio: Studio, start: Callable[[Listener], Job], hear: Callable[[Any], None]) -> Job:
    """Starts a job, shows its progress on a terminal and waits for its end.

    Raises:
        StudioError: it failed or crashed.
        click.Abort: it was stopped by Ctrl-C.
    """
    with _Bar() as bar:

        def listen(job: Job, event: object) -> None:
            if event is not None:
                bar.show(job, event)
                hear(event)

        job = start(listen)
        try:
            while not job.wait(0.2):
                pass  # a plain wait could not be interrupted on Windows
        except KeyboardInterrupt:
            studio.queue.cancel(job)
            job.wait()
    if job.outcome is not Outcome.DONE and not sys.stderr.isatty():  # on a terminal the bar has said them
        for sentence in job.notices:
            click.echo(sentence, err=True)
    if job.outcome is Outcome.CANCELLED:
        raise click.Abort
    if job.outcome is not Outcome.DONE:
        raise job.error or StudioError("the job ended without a result")
    return job


def tell(what: StudioError | None) -> None:
    """Says on stderr what is to be known of a file that was written, if anything is."""
    if what is not None:
        click.echo(str(what), err=True)


def say(result: dict[str, Any], as_json: bool, sentence: str) -> None:
    """Prints a result: one JSON object, or a sentence."""
    click.echo(json.dumps(result, ensure_ascii=False, sort_keys=True) if as_json else sentence)


class _Bar:
    """A progress bar on stderr; nothing at all where stderr is no terminal."""

    def __init__(self) -> None:
        self._progress: Any = None
        self._task: Any = None

    def __enter__(self) -> _Bar:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

            self._progress = Progress(
                TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[note]}"),
                TimeRemainingColumn(), console=Console(stderr=True), transient=True,
            )  # fmt: skip
            self._progress.start()
            self._task = self._progress.add_task("working", total=None, note="")
        return self

    def __exit__(self, *_: object) -> None:
        if self._progress is not None:
            self._progress.stop()

    def show(self, job: Job, event: object) -> None:
        """Moves the bar."""
        if self._progress is None:
            return
        if isinstance(event, Notice):
            self._progress.console.print(event.sentence)
        elif job.progress is not None:
            note = f"loss {event.loss:.3f}" if isinstance(event, TrainStep) else job.progress.what
            self._progress.update(
                self._task,
                description=job.title,
                completed=job.progress.done,
                total=job.progress.total,
                note=note,
            )
