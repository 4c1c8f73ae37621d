"""The messages between host and worker, as checked values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

PROTOCOL = 2
MESSAGE_LIMIT_BYTES = 65_536


class _Message(BaseModel):
    # JSON has no sign for them, but a loss may well be infinite or not a number.
    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="constants")


class Parcel(_Message):
    """A media value in the worker's folder: `<name>.json`, and `<name>.bin` where it has an array."""

    kind: str
    name: Annotated[str, Field(pattern=r"^[a-z]\d{1,9}$")]


# From the host.


class Describe(_Message):
    """Asks for the plugin's schema; answered by `Described`, then `Ended`."""

    type: Literal["describe"] = "describe"


class Probe(_Message):
    """Asks which devices torch can use; answered by `Probed`, then `Ended`."""

    type: Literal["probe"] = "probe"


class _Work(_Message):
    seed: int = 0
    device: str = "cpu"
    threads: Annotated[int, Field(ge=1)] = 1


class Warm(_Work):
    """Asks the plugin to load what its first job needs."""

    type: Literal["warm"] = "warm"
    model: str | None = None


class Act(_Work):
    """Runs an action."""

    type: Literal["act"] = "act"
    action: str
    media: dict[str, Parcel | list[Parcel] | None] = {}
    params: dict[str, Any] = {}
    model: str | None = None


class Train(_Work):
    """Runs a training; paths are absolute."""

    type: Literal["train"] = "train"
    task: str | None = None
    params: dict[str, Any] = {}
    data: tuple[str, ...]
    base: str | None = None
    folder: str
    resume: bool = False
    seconds: float | None = None


class Evaluate(_Work):
    """Judges a model on data."""

    type: Literal["evaluate"] = "evaluate"
    data: tuple[str, ...]
    base: str | None = None
    folder: str


class Steer(_Message):
    """Cancels, pauses or resumes the running request."""

    type: Literal["steer"] = "steer"
    to: Literal["cancel", "pause", "resume"]


class Taken(_Message):
    """A value that was sent is out of the folder and dealt with: there is room for another."""

    type: Literal["taken"] = "taken"


# From the worker.


class Hello(_Message):
    """The first message: what the worker speaks."""

    type: Literal["hello"] = "hello"
    protocol: int
    api: str


class Described(_Message):
    """The plugin's schema lies as JSON in `<name>.json` of the worker's folder."""

    type: Literal["described"] = "described"
    name: Annotated[str, Field(pattern=r"^[a-z]\d{1,9}$")]


class ProbedDevice(_Message):
    """One device torch can use."""

    name: str
    title: str
    memory_bytes: int | None = None


class Probed(_Message):
    """All devices besides the CPU."""

    type: Literal["probed"] = "probed"
    devices: tuple[ProbedDevice, ...] = ()


class Sent(_Message):
    """One event of the running request. Its fields are those of the `artstudio.sdk.events` class."""

    type: Literal["sent"] = "sent"
    event: Literal["Progress", "Notice", "Preview", "Output", "TrainStep", "Checkpoint", "Metrics"]
    fields: dict[str, Any] = {}
    value: Parcel | None = None


class Ended(_Message):
    """The running request is over. A failure is a sentence (template and values) and a detail."""

    type: Literal["ended"] = "ended"
    outcome: Literal["done", "cancelled", "failed"]
    error: str = ""
    template: str = ""
    values: dict[str, str] = {}
    detail: str = ""


FromHost = Annotated[
    Describe | Probe | Warm | Act | Train | Evaluate | Steer | Taken, Field(discriminator="type")
]
FromWorker = Annotated[Hello | Described | Probed | Sent | Ended, Field(discriminator="type")]

_from_host: TypeAdapter[FromHost] = TypeAdapter(FromHost)
_from_worker: TypeAdapter[FromWorker] = TypeAdapter(FromWorker)


class BadMessage(Exception):
    """The other side sent something that is no message of this protocol."""


def send(connection: Connection, message: _Message) -> None:
    """Sends one message.

    Raises:
        BadMessage: it is over 64 KiB.
        OSError: the other side is gone.
    """
    data = message.model_dump_json().encode()
    if len(data) > MESSAGE_LIMIT_BYTES:
        raise BadMessage(f"a message of {len(data)} bytes is over the limit of {MESSAGE_LIMIT_BYTES}")
    connection.send_bytes(data)


def receive_from_host(connection: Connection) -> FromHost:
    """The next message; blocks. Raises as `receive_from_worker`."""
    return _from_host.validate_json(connection.recv_bytes(MESSAGE_LIMIT_BYTES))


def receive_from_worker(connection: Connection) -> FromWorker:
    """The next message; blocks.

    Raises:
        BadMessage: it is too long, no JSON or not a message.
        EOFError, OSError: the other side is gone.
    """
    try:
        return parse_from_worker(connection.recv_bytes(MESSAGE_LIMIT_BYTES))
    except OSError as error:
        if "bad message length" in str(error):
            raise BadMessage(str(error)) from None
        raise


def parse_from_worker(data: bytes | bytearray) -> FromWorker:
    """The message that `data` spells. Raises `BadMessage`."""
    try:
        return _from_worker.validate_json(data)
    except ValidationError as error:
        first = error.errors()[0]
        raise BadMessage(f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"[:300]) from None
