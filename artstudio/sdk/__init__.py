"""artstudio's public plugin API. A plugin imports this package and nothing else of artstudio."""

from artstudio.sdk.clock import Bar, Clock
from artstudio.sdk.errors import (
    BadFile,
    BadModel,
    InvalidValue,
    ManifestError,
    OutOfDeviceMemory,
    StudioError,
    TrainingDiverged,
)
from artstudio.sdk.events import (
    Checkpoint,
    Evaluation,
    Event,
    Metrics,
    Notice,
    Output,
    Preview,
    Progress,
    Results,
    Training,
    TrainStep,
)
from artstudio.sdk.image import Image
from artstudio.sdk.media import KINDS, Audio, Media, Text, TileMap, Video, kind_of
from artstudio.sdk.params import Params, field, parse_params
from artstudio.sdk.plugin import Plugin, Run, TrainRun, action, evaluation, training
from artstudio.sdk.score import (
    DRUMS,
    NOTE_DTYPE,
    Key,
    Metre,
    Notes,
    Score,
    Tempo,
    Track,
    no_notes,
    notes_array,
)

API_VERSION = "1.0"

__all__ = [
    "API_VERSION",
    "DRUMS",
    "KINDS",
    "NOTE_DTYPE",
    "Audio",
    "BadFile",
    "BadModel",
    "Bar",
    "Checkpoint",
    "Clock",
    "Evaluation",
    "Event",
    "Image",
    "InvalidValue",
    "Key",
    "ManifestError",
    "Media",
    "Metre",
    "Metrics",
    "Notes",
    "Notice",
    "OutOfDeviceMemory",
    "Output",
    "Params",
    "Plugin",
    "Preview",
    "Progress",
    "Results",
    "Run",
    "Score",
    "StudioError",
    "Tempo",
    "Text",
    "TileMap",
    "Track",
    "TrainRun",
    "TrainStep",
    "Training",
    "TrainingDiverged",
    "Video",
    "action",
    "evaluation",
    "field",
    "kind_of",
    "no_notes",
    "notes_array",
    "parse_params",
    "training",
]
