"""How fast a writer's model folder writes, by our own code and by `transformers` on the same folder at once.

    python tests/benchmarks/writer_speed.py FOLDER [--context 512] [--tokens 64] [--threads 2] [--rounds 5]

`first_s` is the time from a question about a text of nearly `--context` tokens, all new, to the next token;
`tokens_a_second` counts the greedy tokens that fill the context up. All ways take turns, and the best round
of each counts; `against_*` are ratios, above 1 where ours is faster. `read_*` count the tokens read:
to go on with the same text by one token, to go on after its last quarter has changed, and to read it anew.
`--clock cpu` counts the program's own time, of all threads together: for a busy machine, with one thread.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch  # noqa: TID253  # it measures torch

from artstudio_transformer_writer.borrowed import open_borrowed
from artstudio_transformer_writer.speaker import Speaker
from artstudio_transformer_writer.speaking import OwnSpeaker, open_speaker
from tests.benchmarks.composer_baseline import say

CLOCKS = {"wall": time.perf_counter, "cpu": time.process_time}
Clock = Callable[[], float]
Times = tuple[float, float]  # seconds to the first token, and a token after that


def main() -> None:
    """Prints one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--context", type=int, default=512)
    parser.add_argument("--tokens", type=int, default=64)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--clock", choices=CLOCKS, default="wall")
    asked = parser.parse_args()
    clock = CLOCKS[asked.clock]
    torch.set_num_threads(asked.threads)
    ours = open_speaker(asked.folder, "cpu")
    count = min(asked.context, ours.context) - asked.tokens
    ids = np.random.default_rng(0).integers(3, len(ours.pieces), (asked.rounds + 1, count)).tolist()
    ways: dict[str, Callable[[list[int]], Times]] = {
        "ours": lambda text: of_speaker(ours, text, asked.tokens, clock),
        "transformers_fp32": theirs(asked.folder, torch.float32, asked.tokens, clock),
        "transformers_bf16": theirs(asked.folder, torch.bfloat16, asked.tokens, clock),
    }
    if isinstance(ours, OwnSpeaker):
        borrowed = open_borrowed(asked.folder, "cpu")
        ways["borrowed"] = lambda text: of_speaker(borrowed, text, asked.tokens, clock)
    times: dict[str, list[Times]] = {name: [] for name in ways}
    for number, text in enumerate(ids):
        for name, way in ways.items():
            taken = way(text)
            if number:  # the first warms up
                times[name].append(taken)
    first = {name: min(one for one, _ in taken) for name, taken in times.items()}
    each = {name: min(one for _, one in taken) for name, taken in times.items()}
    found: dict[str, Any] = {"threads": torch.get_num_threads(), "context": count + asked.tokens}
    found["first_s"] = {name: round(value, 5) for name, value in first.items()}
    found["tokens_a_second"] = {name: round(1 / value, 1) for name, value in each.items()}
    for name in times.keys() - {"ours"}:
        found[f"against_{name}"] = {
            "first": round(first[name] / first["ours"], 2), "each": round(each[name] / each["ours"], 2)
        }  # fmt: skip
    found |= reading(ours, ids[0])
    say(json.dumps(found))


def of_speaker(speaker: Speaker, text: list[int], tokens: int, clock: Clock) -> Times:
    """How a speaker of ours does it."""
    ids = list(text)
    began = clock()
    ids.append(int(speaker.scores(ids).argmax()))
    first = clock()
    for _ in range(tokens - 1):
        ids.append(int(speaker.scores(ids).argmax()))
    return first - began, (clock() - first) / (tokens - 1)


def theirs(folder: Path, dtype: torch.dtype, tokens: int, clock: Clock) -> Callable[[list[int]], Times]:
    """How `generate` of transformers does it."""
    from transformers import AutoModelForCausalLM

    model: Any = AutoModelForCausalLM.from_pretrained(folder, dtype=dtype, local_files_only=True)
    model.eval()

    def seconds(text: list[int], count: int) -> float:
        ids = torch.tensor([text])
        began = clock()
        with torch.inference_mode():
            model.generate(
                ids, attention_mask=torch.ones_like(ids), max_new_tokens=count, min_new_tokens=count,
                do_sample=False, pad_token_id=0,
            )  # fmt: skip
        return clock() - began

    def run(text: list[int]) -> Times:
        first = seconds(text, 1)
        return first, (seconds(text, tokens) - first) / (tokens - 1)

    return run


def reading(speaker: Speaker, ids: list[int]) -> dict[str, int]:
    """How many tokens the model reads: going on, going on after a change, and anew."""
    counted: list[int] = []
    of: Any = speaker
    inner = of._after

    def noted(fresh: list[int], *given: Any) -> Any:
        counted.append(len(fresh))
        return inner(fresh, *given)

    of._after = noted
    quarter = len(ids) // 4

    def read(wanted: list[int]) -> int:
        counted.clear()
        speaker.scores(wanted)
        return sum(counted)

    read(ids)
    return {
        "read_going_on": read([*ids, ids[0]]),
        "read_after_a_change": read([*ids[:-quarter], *ids[:quarter]]),
        "read_anew": read(ids[::-1]),
    }


if __name__ == "__main__":
    main()
