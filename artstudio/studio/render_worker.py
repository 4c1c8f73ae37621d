"""The process that renders a film: `python -m artstudio.studio.render_worker FOLDER`.

Encoding holds the interpreter's lock now and then, takes memory, and runs other people's C; here that
stalls and breaks nothing. Each line on its standard input asks for one more step; the answer is a line of
JSON: the progress, an error, or that all is done. Without anybody to ask it ends; it may be killed any time.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from artstudio.base.lock import FileLock
from artstudio.sdk import StudioError
from artstudio.studio.render_plan import kept
from artstudio.studio.render_steps import steps

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCK_NAME = "lock"
_PATIENCE_S, _PAUSE_S = 10.0, 0.1


def main() -> None:
    """Answers until the film is there or the parent is gone."""
    folder = Path(sys.argv[1])
    # Only answers may reach the parent; what a library prints goes where errors go.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    lock = FileLock(folder / LOCK_NAME)
    work = _answers(folder, lock)
    for _asked in sys.stdin:
        answers.write(json.dumps(next(work)) + "\n")
        answers.flush()
    lock.release()


def _answers(folder: Path, lock: FileLock) -> Iterator[dict[str, Any]]:
    try:
        _wait_for(lock)
        for progress in steps(kept(folder), folder):
            yield {"done": progress.done, "total": progress.total}
        yield {"finished": True}
    except StudioError as error:
        yield {"error": error.template, "values": error.values}


def _wait_for(lock: FileLock) -> None:
    """Until the helper of a program that was killed a moment ago has noticed."""
    for _attempt in range(round(_PATIENCE_S / _PAUSE_S)):
        if lock.acquire():
            return
        threading.Event().wait(_PAUSE_S)
    raise StudioError("this film is being rendered already: wait for it, or stop it first")


if __name__ == "__main__":
    main()
