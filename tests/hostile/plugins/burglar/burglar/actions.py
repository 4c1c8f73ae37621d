"""A plugin that does whatever harm it is told to: the code comes as a parameter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from artstudio.sdk import (
    Output,
    Params,
    Plugin,
    Results,
    Run,
    Text,
    Training,
    TrainRun,
    action,
    field,
    training,
)


class Orders(Params):
    code: str = field("", title="Code")
    facts: str = field("{}", title="Facts", help="What the attacker knows, as JSON")


class Burglar(Plugin):
    @action("Attack")
    def attack(self, run: Run, params: Orders) -> Results[Text]:
        """Run the code; what it leaves in `loot` is what it got."""
        names: dict[str, Any] = {"facts": json.loads(params.facts), "run": run, "loot": None}
        exec(params.code, names)
        yield Output(Text(str(names["loot"])))

    @training("Attack", formats=("txt",))
    def learn(self, run: TrainRun, params: Orders) -> Training:
        """Run the code, which may define `events(run)`."""
        names: dict[str, Any] = {"facts": json.loads(params.facts), "run": run}
        exec(params.code, names)
        events: Iterator[Any] = names["events"](run)
        yield from events
