r"""Keeps the translations complete. Users need none of this: what it makes is committed.

    python -m installer.translations update           read the code; drop what is gone; compile the .qm
    python -m installer.translations missing          print what lacks a translation, as JSON to fill in
    python -m installer.translations fill FILE.json   take the translations in FILE ({source: translation})

One source has one translation wherever it stands; where a context needs another, write "context\u0004source"
as its key. The words to use are in GLOSSARY.md beside this file.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from installer.translations.state import LANGUAGE, State

ROOT = Path(__file__).resolve().parents[2]


def main(argv: list[str]) -> int:
    """Do one of the commands above; 1 where something is missing."""
    state = State.read(ROOT)
    match argv:
        case ["update"]:
            pass
        case ["missing"]:
            sys.stdout.write(json.dumps(state.missing(), ensure_ascii=False, indent=0) + "\n")
            return 1 if state.missing() else 0
        case ["fill", name]:
            state.fill(json.loads(Path(name).read_text("utf-8")))
        case _:
            sys.stderr.write(__doc__ or "")
            return 2
    state.write()
    faults = state.faults()
    sys.stdout.write("".join(f"{fault}\n" for fault in faults[:50]))
    sys.stdout.write(f"{LANGUAGE}: {state.count} strings, {len(faults)} to mend\n")
    return 1 if faults else 0


sys.exit(main(sys.argv[1:]))
