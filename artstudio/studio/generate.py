"""Running an action: what is asked, the job that does it, and its results as candidates."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from artstudio.documents.film import Footage
from artstudio.documents.recipe import Recipe, content_hash
from artstudio.host.models import model_hash
from artstudio.host.requests import RunRequest
from artstudio.sdk.events import Output
from artstudio.sdk.image import Image
from artstudio.sdk.media import Media, Text, Video
from artstudio.sdk.score import Score
from artstudio.studio.chosen_files import without_paths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from artstudio.engine.job import Control, Job
    from artstudio.engine.queue import Listener
    from artstudio.sdk.events import Event
    from artstudio.studio.recording import Origin
    from artstudio.studio.studio import Studio

Inputs = Mapping[str, Media | list[Media] | None]
_SEEDS = 2**31


@dataclass(frozen=True)
class Generation:
    """One run of an action, wholly described: the same generation gives the same result.

    `model` None takes the plugin's starter, `device` None what the settings say.
    """

    plugin: str
    action: str
    media: Inputs = field(default_factory=dict)
    params: Mapping[str, Any] = field(default_factory=dict)
    seed: int = 0
    model: Path | None = None
    device: str | None = None

    def alternatives(self, count: int) -> list[Generation]:
        """This generation and `count` - 1 more that differ in the seed only."""
        return [replace(self, seed=(self.seed + i) % _SEEDS) for i in range(count)]


@dataclass(frozen=True)
class Candidate:
    """A result to look at or hear before it is kept.

    `base` is the score or text that it goes on from, or the one picture of its size that it was made of, if
    any; `after` is the text that it leads to.
    """

    value: Media | Footage
    recipe: Recipe
    label: str
    base: Score | Text | Image | None = None
    after: Text | None = None


def start_generation(
    studio: Studio,
    generation: Generation,
    listener: Listener | None = None,
    title: str = "",
    origin: Origin | None = None,
) -> Job:
    """Queues a generation; its `Output` events become candidates through `candidate`.

    A film comes in parts, so it is written as they come, and is heard of at the end as a `Candidate`.
    `title` is what the jobs pane and the library call the action, its name where nothing is given; `origin`
    is the project it is for. Every result goes into the library.

    Raises:
        StudioError: the plugin or action is unknown.
    """
    found = studio.host.found(generation.plugin)
    shown = f"{found.manifest.title}: {title or generation.action}"
    lane = generation.device or studio.device(generation.plugin).name

    def work(control: Control) -> Iterator[Event | Candidate]:
        from artstudio.studio.recording import Origin, record
        from artstudio.studio.reels import Reel  # the window's first paint does without

        request = RunRequest(
            generation.plugin, generation.action, generation.media, generation.params,
            generation.seed, generation.model, lane,
        )  # fmt: skip

        def keep(value: Media | Footage, name: str) -> None:
            called = " · ".join(filter(None, (title or generation.action, name)))
            record(
                studio, value, called, lambda: recipe_of(studio, generation), generation.media,
                origin or Origin(),
            )  # fmt: skip

        with Reel(studio.folders.footage) as reel, closing(studio.host.run(request, control)) as events:
            for event in events:
                if isinstance(event, Output) and isinstance(event.value, Video):
                    reel.add(event.value, event.name)
                else:
                    if isinstance(event, Output):
                        keep(event.value, event.name)
                    yield event
            if not control.cancelled:  # the host ends a cancelled run as if it were done
                for name, footage in reel.finish():
                    keep(footage, name)
                    yield _candidate(studio, generation, footage, name)

    return studio.queue.submit(shown, work, lane=lane, listener=listener)


def candidate(studio: Studio, generation: Generation, output: Output[Media]) -> Candidate:
    """The candidate that an output of `generation` makes. Hashes the model's file the first time."""
    return _candidate(studio, generation, output.value, output.name)


def recipe_of(studio: Studio, generation: Generation) -> Recipe:
    """How whatever `generation` makes is made. Hashes the model's file the first time."""
    found = studio.host.found(generation.plugin)
    model = generation.model or studio.shelf.starter(found)
    inputs = [
        one for value in generation.media.values() for one in (value if isinstance(value, list) else [value])
    ]
    return Recipe(
        plugin=found.id,
        version=found.manifest.version,
        action=generation.action,
        model="" if model is None else model.name,
        model_hash=model_hash(model),
        params=without_paths(studio.host.schema(found.id).action(generation.action), generation.params),
        seed=generation.seed,
        parents=tuple(content_hash(value) for value in inputs if value is not None),
    )


def _candidate(studio: Studio, generation: Generation, made: Media | Footage, name: str) -> Candidate:
    recipe = recipe_of(studio, generation)
    after = generation.media.get("after")
    leads_to = after if isinstance(made, Text) and isinstance(after, Text) else None
    return Candidate(made, recipe, name or generation.action, _base(generation, made), leads_to)


def _base(generation: Generation, value: object) -> Score | Text | Image | None:
    if isinstance(value, Text):
        texts = [one for name, one in generation.media.items() if isinstance(one, Text) and name != "after"]
        goes_on = len(texts) == 1 and value.text.startswith(texts[0].text)
        return texts[0] if goes_on else None
    scores = [one for one in generation.media.values() if isinstance(one, Score)]
    if scores:
        return scores[0]
    if not isinstance(value, Image) or any(isinstance(one, list) for one in generation.media.values()):
        return None
    pictures = [one for name, one in generation.media.items() if isinstance(one, Image) and name != "mask"]
    if len(pictures) == 1 and pictures[0].pixels.shape == value.pixels.shape:
        return pictures[0]
    return None
