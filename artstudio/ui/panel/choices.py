"""What the panel's fields say, by action: written to the memory and read back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from artstudio.ui.panel.input_list import InputList

if TYPE_CHECKING:
    from artstudio.host.models import Model
    from artstudio.ui.panel.answer_strip import AnswerStrip
    from artstudio.ui.panel.body import Body
    from artstudio.ui.panel.memory import Memory


class Choices:
    """Of the fields of one panel; `open_for` says whose they are.

    Attributes:
        held: What only lives as long as the window, by action and input: lists of picks, with results that
            no file can name, and files chosen for inputs of one value.
    """

    def __init__(self, memory: Memory, body: Body, answers: AnswerStrip) -> None:
        self._memory, self._body, self._answers = memory, body, answers
        self._key = ""
        self.held: dict[tuple[str, str], Any] = {}

    def open_for(self, plugin_id: str, action: str) -> None:
        """The fields are those of this action now."""
        self._key = f"{plugin_id} {action}"

    def remember(self) -> None:
        """Keep what the fields say."""
        body = self._body
        model = body.model.model
        values: dict[str, Any] = {
            "params": body.form.values(),
            "inputs": {row.schema.name: row.remembered() for row in body.inputs},
            "model": "" if model is None or model.starter else model.name,
            "count": body.alternatives.value(),
            "live_px": self._answers.side_px,
        }
        if body.seed.lock.isChecked():
            values["seed"] = body.seed.value()
        self._memory.put(self._key, values)
        for row in body.inputs:
            self.held[self._key, row.schema.name] = row.picks if isinstance(row, InputList) else row.chosen

    def recall(self, models: list[Model]) -> None:
        """Let the fields say what was kept, and choose the model of that among `models`."""
        body, kept = self._body, self._memory.get(self._key)
        body.form.set_values(kept.get("params", {}))
        for row in body.inputs:
            held = self.held.get((self._key, row.schema.name))
            if isinstance(row, InputList) and held:
                row.show_picks(held)
            elif held is not None and not isinstance(row, InputList):
                row.take_files(*held)
            else:
                row.recall(kept.get("inputs", {}).get(row.schema.name))
        for model in models:
            if model.name == kept.get("model"):
                body.model.choose(model.folder)
        self.show_names()
        body.alternatives.set_value(int(kept.get("count", 1)))
        self._answers.set_side_px(kept.get("live_px"))
        if "seed" in kept:
            body.seed.set_value(int(kept["seed"]), locked=True)

    def remember_names(self) -> None:
        """Keep what the artist calls the directions of the chosen model."""
        self._memory.put(self._names_key(), dict(self._body.form.names()))

    def show_names(self) -> None:
        """Call the directions of the chosen model what the artist calls them."""
        self._body.form.set_names(self._memory.get(self._names_key()))

    def _names_key(self) -> str:
        """They hold for that model alone."""
        model = self._body.model.model
        return f"names {self._key} {'' if model is None else model.name}"
