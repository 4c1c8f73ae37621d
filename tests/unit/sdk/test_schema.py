"""A plugin's methods become its schema, or a sentence that names the method to mend."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import pytest

from artstudio.sdk import (
    Audio,
    Evaluation,
    Image,
    InvalidValue,
    ManifestError,
    Many,
    Params,
    Plugin,
    Results,
    Run,
    Score,
    Text,
    Training,
    TrainRun,
    action,
    evaluation,
    field,
    training,
)
from artstudio.sdk.schema import describe


class Count(Params):
    bars: int = field(8, ge=1, title="Bars")


class Base(Plugin):
    @action("Compose")
    def compose(self, run: Run, params: Count) -> Results[Score]:
        """Make a tune."""
        yield from ()


class Composer(Base):
    @action("Continue", icon="forward", live=True)
    def continue_(self, run: Run, score: Score, styles: list[Score], words: Text | None) -> Results[Score]:
        yield from ()

    @action("Set to music")
    def set_to_music(self, run: Run, text: Text) -> Results[Score | Audio]:
        yield from ()

    @training("Learn tunes", formats=(".mid",))
    def learn(self, run: TrainRun, params: Count) -> Training:
        yield from ()

    @evaluation
    def evaluate(self, run: TrainRun) -> Evaluation:
        yield from ()

    def helper(self, anything: Any) -> None: ...


def test_actions_come_in_source_order_with_their_inputs_and_outputs() -> None:
    schema = describe(Composer)
    assert [a.name for a in schema.actions] == ["compose", "continue", "set-to-music"]
    forward = schema.action("continue")
    assert (forward.method, forward.icon, forward.live) == ("continue_", "forward", True)
    assert [(i.name, i.kind, i.many, i.optional) for i in forward.inputs] == [
        ("score", "score", False, False),
        ("styles", "score", True, False),
        ("words", "text", False, True),
    ]
    assert schema.action("set-to-music").outputs == ("score", "audio")
    assert schema.action("compose").help == "Make a tune."
    assert schema.action("compose").params["properties"]["bars"]["minimum"] == 1


class Mixer(Plugin):
    @action("Mix")
    def mix(self, run: Run, pictures: Annotated[list[Image], Many(2, 8)], params: Count) -> Results[Image]:
        yield from ()


def test_a_list_may_say_how_many_it_takes() -> None:
    (entry,) = describe(Mixer).action("mix").inputs
    assert (entry.many, entry.least, entry.most) == (True, 2, 8)
    entry.check_number(2)
    entry.check_number(8)
    with pytest.raises(InvalidValue, match="at least 2 pictures are needed, not 1"):
        entry.check_number(1)
    with pytest.raises(InvalidValue, match="at most 8 pictures can be used, not 9"):
        entry.check_number(9)
    (styles,) = [one for one in describe(Composer).action("continue").inputs if one.many]
    assert (styles.least, styles.most) == (0, None)


@pytest.mark.parametrize("numbers", [(-1,), (3, 2), (0, 0)])
def test_a_list_that_can_never_be_right_is_refused(numbers: tuple[int, ...]) -> None:
    with pytest.raises(ManifestError):
        Many(*numbers)


def test_trainings_and_evaluation() -> None:
    schema = describe(Composer)
    assert schema.training(None) == schema.training("learn")
    assert schema.training("learn").formats == (".mid",)
    assert schema.evaluates
    assert not describe(Base).evaluates


def test_unknown_names_are_answered_with_the_known_ones() -> None:
    with pytest.raises(ManifestError, match="no action paint; known are: compose, continue, set-to-music"):
        describe(Composer).action("paint")
    with pytest.raises(ManifestError, match="no training task x; known are: none"):
        describe(Base).training("x")


def test_a_schema_survives_json() -> None:
    schema = describe(Composer)
    assert type(schema).model_validate_json(schema.model_dump_json()) == schema


def no_run(self: Plugin, picture: Image) -> Results[Image]:
    yield from ()


def unannotated(self: Plugin, run: Run, picture) -> Results[Image]:  # type: ignore[no-untyped-def]  # noqa: ANN001
    yield from ()


def no_kind(self: Plugin, run: Run, picture: int) -> Results[Image]:
    yield from ()


def no_results(self: Plugin, run: Run) -> None: ...


def loose_params(self: Plugin, run: Run, params: dict[str, int]) -> Results[Image]:
    yield from ()


def either(self: Plugin, run: Run, media: Image | Score) -> Results[Image]:
    yield from ()


def many_of_one(self: Plugin, run: Run, picture: Annotated[Image, Many(2)]) -> Results[Image]:
    yield from ()


@pytest.mark.parametrize(
    "method", [no_run, unannotated, no_kind, no_results, loose_params, either, many_of_one]
)
def test_a_wrong_signature_is_named(method: Callable[..., Any]) -> None:
    kind = type("Wrong", (Plugin,), {method.__name__: action("Wrong")(method)})
    with pytest.raises(ManifestError, match=method.__name__):
        describe(kind)


class Inked(Params):
    style: str = field("", title="Style", file=(".safetensors", ".TXT"))
    words: str = field("", title="Words")


class Inker(Plugin):
    @action("Ink")
    def ink(self, run: Run, params: Inked) -> Results[Image]:
        yield from ()


def test_the_files_that_parameters_name_are_known() -> None:
    schema = describe(Inker).action("ink")
    assert schema.params["properties"]["style"]["suffixes"] == [".safetensors", ".txt"]
    assert schema.files_of({"style": "/a/b.txt", "words": "/c"}) == {"style": Path("/a/b.txt")}
    assert schema.files_of({"style": ""}) == {}
