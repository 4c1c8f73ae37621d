"""The parameters of translating and of learning it; the window and the command line are drawn from these."""

from __future__ import annotations

from typing import Literal

from artstudio.sdk import Params, field


class TranslateParams(Params):
    """Translating a text."""

    target: Literal["auto", "zh", "en"] = field(
        "auto", title="Into", help="auto: Chinese into English, anything else into Chinese"
    )


class TranslationParams(Params):
    """Training on sentence pairs."""

    steps: int = field(
        0, ge=0, le=10_000_000, title="Steps", help="0: until the time is up, or 2,000 where no time is given"
    )
    rate: float = field(
        0.0, ge=0, le=0.1, title="Learning rate", advanced=True,
        help="0 chooses: 0.006 for a new model, 0.001 for one that can already translate",
    )  # fmt: skip
    dropout: float = field(
        0.2,
        ge=0,
        le=0.7,
        step=0.05,
        title="Dropout",
        advanced=True,
        help="Some forgetting against learning by heart",
    )
    tokens: int = field(
        3000, ge=64, le=100_000, title="Tokens a step", advanced=True, help="How much is read side by side"
    )
    vocabulary: int = field(
        4500, ge=400, le=60_000, title="Vocabulary", advanced=True, help="Tokens; only for a new model"
    )
    width: int = field(
        128, ge=16, le=2048, step=16, title="Width", advanced=True, help="Only for a new model"
    )
    encoder_layers: int = field(
        3, ge=1, le=24, title="Reading layers", advanced=True, help="Only for a new model"
    )
    decoder_layers: int = field(
        2, ge=1, le=24, title="Writing layers", advanced=True, help="Only for a new model"
    )
    patience: int = field(
        10, ge=1, le=1000, title="Patience", advanced=True,
        help="Measurements without progress before stopping early",
    )  # fmt: skip
    measure_every: int = field(200, ge=1, le=10_000, unit="steps", title="Measure every", advanced=True)
