"""Errors that an artist may read: one plain sentence, what is wrong and what to do.

A message is a template with named values kept apart, so that the window can translate the
template and fill the values in afterwards.
"""

from __future__ import annotations


class StudioError(Exception):
    """The root of every error that is shown to the artist as a sentence."""

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = {name: str(value) for name, value in values.items()}
        super().__init__(template.format(**self.values) if self.values else template)


class InvalidValue(StudioError):
    """A media value or parameter is out of its range or shape."""


class BadFile(StudioError):
    """A file cannot be read as what it claims to be, or cannot be written."""


class BadModel(StudioError):
    """A model folder is incomplete, of the wrong shape, or of another plugin."""


class ManifestError(StudioError):
    """A plugin's manifest or its code does not describe a usable plugin."""


class OutOfDeviceMemory(StudioError):
    """The accelerator has no room left; the worker retries smaller, then on the CPU."""


class TrainingDiverged(StudioError):
    """The loss is no longer a number; the message names the step and what to try."""


class PluginFailed(StudioError):
    """A plugin's own code raised something else than a `StudioError`."""
