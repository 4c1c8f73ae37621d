"""What is being written along: alternatives at a place, and the wish for more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from artstudio.documents.recipe import Recipe
from artstudio.engine.job import Job, State
from artstudio.sdk.schema import ActionSchema
from artstudio.studio.along import Place, Written, of_length
from artstudio.studio.generate import Generation


@dataclass(eq=False)
class Strand:
    """One alternative that is being written.

    Attributes:
        text: What is new, as far as it is written.
        counted: The last text, and how many tokens the model counted there, if it counts. Set by the job.
        done: Whether the model came to its end by itself.
    """

    generation: Generation
    job: Job | None = None
    text: str = ""
    counted: tuple[str, int] | None = None
    recipe: Recipe | None = None
    done: bool = False
    ended: bool = False

    def written(self) -> Written:
        """What there is of it, with a recipe that gives just that."""
        if self.done or self.recipe is None or self.counted is None:
            return Written(self.text, self.recipe)
        text, tokens = self.counted
        return Written(text, of_length(self.recipe, tokens))

    @property
    def waiting(self) -> bool:
        """Whether it has not begun."""
        return not self.ended and (self.job is None or self.job.state is State.QUEUED)


@dataclass(eq=False)
class Writing:
    """Alternatives that are written at one place. `shown` is the one to be seen in the text."""

    title: str
    place: Place
    strands: list[Strand] = field(default_factory=list)
    shown: int = 0
    stopped: bool = False


@dataclass(frozen=True)
class Wish:
    """Asks the panel for its settings of an action for texts, or of the one it shows if that writes along.

    `then` gets the generation without its inputs, the action and how many results are wanted.
    """

    action: str
    then: Callable[[Generation, ActionSchema, int], None]
    or_shown: bool = False
