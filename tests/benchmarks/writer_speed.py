"""How fast a writer's model folder writes, by our own code and by `transformers` on the same folder in one run.

    python tests/benchmarks/writer_speed.py FOLDER [--context 512] [--tokens 64] [--threads 2] [--rounds 5]

`first_s` is the time from a question about a text of `--context` tokens, all new, to the scores of the next one;
`tokens_a_second` counts greedy tokens written at the end of such a text. Rounds of all ways take turns and the
best round of each counts, so that a busy machine disturbs them alike; `against_*` are ratios, above 1 where ours
is faster. `read_*` count the tokens that were read: to go on with the same text by one token, to go on after the
last quarter has changed, and to read it anew.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch

from artstudio_transformer_writer.borrowed import open_borrowed
from artstudio_transformer_writer.speaker import Speaker
from artstudio_transformer_writer.speaking import OwnSpeaker, open_speaker
from tests.benchmarks.composer_baseline import say

Times = tuple[float, float]  # seconds to the first token, and a token after that


def main() -> None:
    """Prints one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--context", type=int, default=512)
    parser.add_argument("--tokens", type=int, default=64)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    ours = open_speaker(asked.folder, "cpu")
    count = min(asked.context, ours.context) - asked.tokens
    ids = np.random.default_rng(0).integers(3, len(ours.pieces), (asked.rounds + 1, count)).tolist()
    ways: dict[str, Callable[[list[int]], Times]] = {
        "ours": lambda text: of_speaker(ours, text, asked.tokens),
        "transformers_fp32": theirs(asked.folder, torch.float32, asked.tokens),
        "transformers_bf16": theirs(asked.folder, torch.bfloat16, asked.tokens),
    }
    if isinstance(ours, OwnSpeaker):
        borrowed = open_borrowed(asked.folder, "cpu")
        ways["borrowed"] = lambda text: of_speaker(borrowed, text, asked.tokens)
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


def of_speaker(speaker: Speaker, text: list[int], tokens: int) -> Times:
    """How a speaker of ours does it."""
    ids = list(text)
    began = time.perf_counter()
    ids.append(int(speaker.scores(ids).argmax()))
    first = time.perf_counter()
    for _ in range(tokens - 1):
        ids.append(int(speaker.scores(ids).argmax()))
    return first - began, (time.perf_counter() - first) / (tokens - 1)


def theirs(folder: Path, dtype: torch.dtype, tokens: int) -> Callable[[list[int]], Times]:
    """How `generate` of transformers does it."""
    from transformers import AutoModelForCausalLM

    model = AutoModelForCausalLM.from_pretrained(folder, dtype=dtype, local_files_only=True).eval()

    def seconds(text: list[int], count: int) -> float:
        ids = torch.tensor([text])
        began = time.perf_counter()
        with torch.inference_mode():
            model.generate(
                ids, attention_mask=torch.ones_like(ids), max_new_tokens=count, min_new_tokens=count,
                do_sample=False, pad_token_id=0,
            )  # fmt: skip
        return time.perf_counter() - began

    def run(text: list[int]) -> Times:
        first = seconds(text, 1)
        return first, (seconds(text, tokens) - first) / (tokens - 1)

    return run


def reading(speaker: Speaker, ids: list[int]) -> dict[str, int]:
    """How many tokens the model reads: going on, going on after a change, and anew."""
    counted: list[int] = []
    model: Any = speaker.model  # type: ignore[attr-defined]  # both kinds have one
    inner = model.hidden if isinstance(speaker, OwnSpeaker) else model.forward

    def noted(tokens: torch.Tensor, *given: Any, **named: Any) -> Any:
        counted.append(tokens.shape[1])
        return inner(tokens, *given, **named)

    setattr(model, "hidden" if isinstance(speaker, OwnSpeaker) else "forward", noted)
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
