"""A plugin's code: imported, described and called. Runs in workers and in the conformance kit's processes."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any, cast

from artstudio.sdk.errors import ManifestError
from artstudio.sdk.params import Params, parse_params
from artstudio.sdk.plugin import EVALUATION_MARK, Plugin, Run, TrainRun
from artstudio.sdk.schema import PluginSchema, describe, params_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from artstudio.sdk.events import Event


def load_plugin(folder: Path, entry: str) -> tuple[Plugin, PluginSchema]:
    """The plugin that `entry` ("module:Class") names, and its schema.

    Raises:
        ManifestError: the entry is no `Plugin` class, or a signature is not as the schema needs it.
    """
    module, _, name = entry.partition(":")
    package = module.partition(".")[0]
    # The manifest lies beside the package, or inside it where a wheel carries both.
    beside = (folder / package).is_dir() or (folder / f"{package}.py").is_file()
    sys.path.insert(0, str(folder if beside else folder.parent))
    kind = getattr(importlib.import_module(module), name, None)
    if not (isinstance(kind, type) and issubclass(kind, Plugin)):
        raise ManifestError("{entry} is no Plugin class", entry=entry)
    return kind(), describe(kind)


def call(
    method: Callable[..., Any],
    run: Run | TrainRun,
    params: dict[str, Any],
    media: dict[str, Any] | None = None,
) -> Iterator[Event]:
    """The events of an action or training. Raises `InvalidValue` when the parameters are wrong."""
    arguments = dict(media or {})
    kind = params_of(method)
    parsed = parse_params(kind or Params, params)
    if kind is not None:
        arguments["params"] = parsed
    return cast("Iterator[Event]", method(run=run, **arguments))


def evaluation_of(plugin: Plugin) -> Callable[[TrainRun], Iterator[Event]]:
    """The plugin's method that judges a model.

    Raises:
        ManifestError: it has none.
    """
    for name in dir(type(plugin)):
        if hasattr(getattr(type(plugin), name), EVALUATION_MARK):
            found: Callable[[TrainRun], Iterator[Event]] = getattr(plugin, name)
            return found
    raise ManifestError("this plugin cannot evaluate a model")
