"""What a job says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from artstudio.engine.job import Outcome, State
from artstudio.ui.phrases import phrase
from artstudio.ui.words import sentence

if TYPE_CHECKING:
    from artstudio.engine.job import Job

translate = QCoreApplication.translate


def duration(seconds: float) -> str:
    """About how long: "8 s", "3 min", "1 h 20 min"."""
    if seconds < 60:
        return translate("Jobs", "{n} s").format(n=max(1, round(seconds)))
    minutes = round(seconds / 60)
    if minutes < 60:
        return translate("Jobs", "{n} min").format(n=minutes)
    return translate("Jobs", "{h} h {m} min").format(h=minutes // 60, m=minutes % 60)


def time_left(job: Job) -> str:
    """Such as "8 s left"; "" while nothing is known."""
    seconds = job.seconds_left
    return "" if seconds is None else translate("Jobs", "{time} left").format(time=duration(seconds))


def standing(job: Job) -> str:
    """Where the job stands, or how it ended, as one sentence."""
    if job.state is State.QUEUED:
        return translate("Jobs", "Waiting for its turn")
    if job.state is State.PAUSED:
        return translate("Jobs", "Paused")
    if job.state is State.RUNNING:
        parts = []
        if job.progress is not None and job.progress.what:
            progress = job.progress
            count = f"{progress.done:g} / {progress.total:g}" if progress.total else f"{progress.done:g}"
            parts.append(translate("Jobs", "{count} {what}").format(count=count, what=phrase(progress.what)))
        parts.append(time_left(job) or translate("Jobs", "Working"))
        return " · ".join(parts)
    if job.outcome is Outcome.DONE:
        return phrase(job.notices[-1]) if job.notices else translate("Jobs", "Done")
    if job.outcome is Outcome.CANCELLED:
        return translate("Jobs", "Stopped")
    return sentence(job.error) if job.error is not None else translate("Jobs", "It ended without a reason.")


def details(job: Job) -> str:
    """All that is known about how a job ended, to be copied."""
    lines = [f"{job.title} ({job.lane})", standing(job), *map(phrase, job.notices)]
    if log := str(getattr(job.error, "log", "")):
        lines += ["", log]
    return "\n".join(lines)
