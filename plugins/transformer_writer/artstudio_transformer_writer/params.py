"""The parameters of every action and training; the window and the command line are drawn from these."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from artstudio.sdk import Params, field

if TYPE_CHECKING:
    from artstudio_transformer_writer.sampling import Taste


class LearnParams(Params):
    """Training on texts."""

    steps: int = field(
        0, ge=0, le=10_000_000, title="Steps", help="0: until the time is up, or 1,000 where no time is given"
    )
    rate: float = field(
        0.0, ge=0, le=0.1, title="Learning rate", advanced=True,
        help="0 chooses: 0.008 for a new model, 0.001 for one that can already write",
    )  # fmt: skip
    aside: str = field(
        "", title="Set aside", advanced=True,
        help="Texts named with one of these words are only used to judge; empty: a twentieth of each text",
    )  # fmt: skip
    rows: int = field(8, ge=1, le=512, title="Rows", advanced=True, help="Stretches read side by side")
    length: int = field(
        512, ge=16, le=8192, step=16, unit="tokens", title="Context", advanced=True,
        help="How far the model looks back; only for a new model",
    )  # fmt: skip
    vocabulary: int = field(
        4096, ge=300, le=100_000, title="Vocabulary", advanced=True, help="Tokens; only for a new model"
    )
    width: int = field(256, ge=16, le=8192, step=8, title="Width", advanced=True, help="Only for a new model")
    layers: int = field(5, ge=1, le=96, title="Layers", advanced=True, help="Only for a new model")
    dropout: float = field(
        0.0,
        ge=0,
        le=0.7,
        step=0.05,
        title="Dropout",
        advanced=True,
        help="Some forgetting against learning by heart",
    )
    patience: int = field(
        10, ge=1, le=1000, title="Patience", advanced=True,
        help="Measurements without progress before stopping early",
    )  # fmt: skip
    measure_every: int = field(200, ge=1, le=10_000, unit="steps", title="Measure every", advanced=True)


class _Writing(Params):
    temperature: float = field(
        0.7, ge=0, le=2, step=0.05, title="Boldness", help="Low stays with what is likely, high surprises"
    )
    top_k: int = field(
        0, ge=0, le=1000, title="Top k", advanced=True, help="Only so many of the likeliest tokens; 0: all"
    )
    top_p: float = field(
        0.92, ge=0.05, le=1, step=0.01, title="Top p", advanced=True,
        help="Only the likeliest tokens that together reach this share",
    )  # fmt: skip
    min_p: float = field(
        0.0, ge=0, le=1, step=0.01, title="Min p", advanced=True,
        help="Only tokens with at least this share of the likeliest one's chance",
    )  # fmt: skip
    repetition_penalty: float = field(
        1.05, ge=1, le=2, step=0.01, title="Against repetition", advanced=True,
        help="1 does nothing; higher makes what was just written less likely",
    )  # fmt: skip


def taste(params: _Writing) -> Taste:
    """The samplers that some parameters ask for."""
    from artstudio_transformer_writer.sampling import Taste

    return Taste(params.temperature, params.top_k, params.top_p, params.min_p, params.repetition_penalty)


class ContinueParams(_Writing):
    """From the end of a text."""

    length: int = field(200, ge=1, le=4000, unit="tokens", title="Length", help="About four letters each")
    stop: str = field(
        "", title="Stop at", help="Ends before this text; several are parted by |, \\n is the end of a line"
    )


class FillParams(_Writing):
    """Between two texts."""

    length: int = field(40, ge=1, le=400, unit="tokens", title="Length at most")


FormChoice = Literal["wujue", "qijue", "wulv", "qilv", "haiku", "ballad", "ballad-abab", "sonnet"]


class PoemParams(_Writing):
    """A poem in a form."""

    form: FormChoice = field(
        "wujue", title="Form",
        help="Tang quatrains of 5 or 7 characters a line (wujue, qijue), eight lines of them (wulv, "
        "qilv), or in English a haiku, a ballad or a sonnet",
    )  # fmt: skip
    title: str = field("", title="Title", help="What it is about; a Chinese poem without one is given one")
    opening: str = field(
        "", title="Opening", help="How it begins: at most a couplet in Chinese, a line in English"
    )
    repetition_penalty: float = field(1.0, ge=1, le=2, step=0.01, title="Against repetition", advanced=True)


class ExplainParams(Params):
    """What the model thinks."""

    at: int = field(
        -1, ge=-1, le=2_000_000_000, title="Look from", unit="characters", advanced=True,
        help="Also show what the token at this character looks at; -1: none",
    )  # fmt: skip
