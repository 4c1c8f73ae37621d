"""The process that renders: `python -m artstudio.sound.render_worker FOLDER`.

Synthesis keeps the interpreter's lock for long stretches; here that stalls nobody. A request is a line of
JSON that names a SoundFont; the notes (`PLAYED_DTYPE`) lie in a file in the folder, and so does the sound
when the answer, a line of JSON, comes. It ends when its standard input does: with its parent at the latest.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import sys
import threading
from pathlib import Path
from typing import Any

import numpy as np

from artstudio.sdk import StudioError
from artstudio.sound.notes import PLAYED_DTYPE
from artstudio.sound.sf2 import SoundFont
from artstudio.sound.synth import Synth

NOTES, SOUND = "notes", "sound"
NO_ROOM = "there is no room to render the sound ({reason}): free some memory or disk space"


def main() -> None:
    """Answer requests until the parent is gone."""
    folder = Path(sys.argv[1])
    # Only answers may reach the parent; what a library prints goes where errors go.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    requests: queue.SimpleQueue[str] = queue.SimpleQueue()

    def read() -> None:
        for line in sys.stdin:
            requests.put(line)
        shutil.rmtree(folder, ignore_errors=True)  # a killed parent could not
        os._exit(0)  # even in the middle of a note: nobody listens any more

    threading.Thread(target=read, daemon=True).start()
    synths: dict[str, Synth] = {}
    while True:
        answer = _answered(json.loads(requests.get()), folder, synths)
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _answered(request: dict[str, Any], folder: Path, synths: dict[str, Synth]) -> dict[str, Any]:
    path = request["soundfont"]
    try:
        if path not in synths:
            synths.clear()
            synths[path] = Synth(SoundFont(Path(path)))
        sound = synths[path].render(np.fromfile(folder / NOTES, PLAYED_DTYPE))
        scale = float(np.abs(sound).max()) / 32_767 if len(sound) else 0.0
        (np.rint(sound / scale) if scale else sound).astype("<i2").tofile(folder / SOUND)
    except StudioError as error:
        return {"error": error.template, "values": error.values}
    except (OSError, MemoryError) as error:
        return {"error": NO_ROOM, "values": {"reason": getattr(error, "strerror", None) or "out of memory"}}
    return {"scale": scale}


if __name__ == "__main__":
    main()
