"""Kills sessions of painting, composing and writing at random, each started over what the last one left.

After each kill every project file and the library must be whole; the next start takes back what is offered,
which must be a state that the project had. Anything broken ends the program. Printed are the greatest loss in
seconds, and how many kills came in the midst of what.

python tests/benchmarks/session_kills.py [--kills 20] [--seed 0]
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.kills.killing import HOWS, Sessions


def main(kills: int, seed: int) -> None:
    """Kills, then ends one session as it should."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        sessions = Sessions(Path(folder) / "sessions", seed)
        for number in range(1, kills + 1):
            kill = sessions.kill(chance.choice(HOWS))
            print(f"{number:3} {kill.how}: {', '.join(sorted(kill.during)) or '-'}", flush=True)  # noqa: T201
        sessions.end()
    losses_s = sorted(kill.loss_s or 0.0 for kill in sessions.kills)
    during = Counter(what for kill in sessions.kills for what in kill.during)
    print(f"{kills} kills, nothing was broken after any of them")  # noqa: T201
    print(f"lost: {losses_s[-1]:.2f} s at most, {losses_s[kills // 2]:.2f} s in the middle")  # noqa: T201
    for what, count in sorted(during.items()):
        print(f"in the midst of a {what}: {count}")  # noqa: T201


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    main(given.kills, given.seed)
