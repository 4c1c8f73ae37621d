"""What is asked of one action, at toy sizes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from artstudio.sdk.errors import BadModel, InvalidValue
from artstudio.sdk.media import KINDS, kind_of
from artstudio.sdk.params import Params, parse_params
from artstudio.sdk.plugin import Plugin, Run
from artstudio.sdk.schema import ActionSchema, params_of
from artstudio.sdk.testing.attempt import Attempt, attempt
from artstudio.sdk.testing.samples import bad_values, edge_inputs, good_inputs, smallest
from artstudio.sdk.worker.loading import call
from artstudio.sdk.worker.parcel import Box

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artstudio.sdk.events import Event
    from artstudio.sdk.testing.finding import Sheet
    from artstudio.sdk.testing.samples import Inputs

SEED = 7
CANCEL_S = 0.2
LONGEST_GAP_S = 2.0


class ActionCheck:
    """Runs one action again and again, each time asking something else of it."""

    def __init__(self, plugin: Plugin, action: ActionSchema, sheet: Sheet, model: Path | None) -> None:
        self._plugin = plugin
        self._action = action
        self._method = getattr(plugin, action.method)
        self._sheet = sheet
        self._model = model
        self._runs = 0

    def run(self) -> None:
        """Writes its findings; stops at the first run when that fails, as nothing more can be learnt."""
        # What may be slow is done with the least sizes.
        least = smallest(self._action.params)
        self._begin("bad parameters")
        self._refuses()
        self._begin("runs")
        warmed = attempt(self._warmed)
        if warmed.failure:
            self._found(False, f"warm() {warmed.failure}")
            return
        first = self._try(good_inputs(self._action), {})
        if self._model is None and isinstance(first.refusal, BadModel):
            self._found(True, f"not tried, it needs a model: {first.refusal}")
            return
        if not self._judge(first):
            return
        self._begin("same seed, same result")
        again = self._try(good_inputs(self._action), {})
        same = [a.value for a in first.outputs] == [b.value for b in again.outputs]
        self._found(same, "twice the same" if same else "differs: draw all chance from run.seed")
        self._begin("stops in time")
        self._stops(first)
        self._begin("works after a stop")
        after = self._try(good_inputs(self._action), {})
        same = [a.value for a in first.outputs] == [b.value for b in after.outputs]
        self._found(same, "the same as before" if same else after.failure or "gives another result")
        self._begin("least parameters")
        self._survives("the least value of every parameter", good_inputs(self._action), least)
        for words, inputs in edge_inputs(self._action):
            self._begin(words)
            self._survives(words, inputs, least)

    def _warmed(self) -> Iterator[Event]:
        self._plugin.warm(self._told())
        yield from ()

    def _judge(self, tried: Attempt) -> bool:
        outputs = tried.outputs
        problem = tried.failure or (f"refused ordinary input: {tried.refusal}" if tried.refusal else "")
        if not problem and not outputs:
            problem = "ended without an Output"
        for output in outputs:
            problem = problem or self._wrong_with(output.value)
        if not problem and tried.longest_gap_s > LONGEST_GAP_S:
            problem = f"ran {tried.longest_gap_s:.1f} s without a yield: yield Progress more often"
        self._found(not problem, problem or f"gave {len(outputs)} of {' or '.join(self._action.outputs)}")
        return not problem

    def _wrong_with(self, value: object) -> str:
        declared = self._action.outputs
        if not isinstance(value, tuple(KINDS.values())):
            return f"yielded an Output of {type(value).__name__}, which is no media value"
        media: Any = value
        if kind_of(media) not in declared:
            return f"is declared to yield {' or '.join(declared)} and yielded {kind_of(media)}"
        box = Box(Path.cwd(), "c")
        return "" if box.unpack(box.pack(media)) == media else "yielded a value that the studio cannot read"

    def _stops(self, whole: Attempt) -> None:
        for after in sorted({1, len(whole.events) // 2, len(whole.events) - 1} - {0}):
            tried = self._attempt(good_inputs(self._action), {}, stop_after=after)
            if tried.failure:
                self._found(False, f"{tried.failure} when it was stopped")
                return
            if tried.close_s > CANCEL_S:
                self._found(False, f"went on for {tried.close_s:.2f} s after a stop: at most {CANCEL_S:g} s")
                return
        self._found(True, "stops at a yield")

    def _refuses(self) -> None:
        kind = params_of(self._method) or Params
        for values in bad_values(self._action.params):
            (name, value), *_ = values.items()
            try:
                parse_params(kind, values)
            except InvalidValue:
                continue
            self._found(
                False, f"accepts {name} = {value}: give its field() a range and do not override extra"
            )
            return
        try:
            # Pydantic takes a default as it is; the panel would show a value that cannot be sent.
            parse_params(kind, parse_params(kind, {}).model_dump())
        except InvalidValue as error:
            self._found(False, f"its own defaults are refused: {error}")
            return
        self._found(True, "are refused with a sentence")

    def _survives(self, words: str, inputs: Inputs, params: dict[str, Any]) -> None:
        tried = self._try(inputs, params)
        if tried.failure:
            self._found(False, f"{tried.failure} for {words}: give a result or raise a StudioError")
        elif tried.refusal is None and not tried.outputs:
            self._found(False, f"gave nothing for {words}: give a result or raise a StudioError")
        else:
            self._found(True, f"refused: {tried.refusal}" if tried.refusal else "gave a result")

    def _try(self, inputs: Inputs, params: dict[str, Any]) -> Attempt:
        return self._attempt(inputs, params, stop_after=None)

    def _attempt(self, inputs: Inputs, params: dict[str, Any], *, stop_after: int | None) -> Attempt:
        return attempt(lambda: call(self._method, self._told(), params, dict(inputs)), stop_after=stop_after)

    def _told(self) -> Run:
        self._runs += 1
        scratch = Path.cwd() / f"scratch-{self._runs}"
        scratch.mkdir()
        return Run(SEED, model=self._model, scratch=scratch)

    def _begin(self, what: str) -> None:
        self._name = f"{self._action.name}: {what}"
        self._sheet.begin(self._name)

    def _found(self, ok: bool, sentence: str) -> None:
        self._sheet.add(self._name, ok, sentence)
