"""What a plugin declares, in the window's language: copies of its schema and manifest with other words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from artstudio.sdk.manifest import Manifest
    from artstudio.sdk.schema import PluginSchema

CHOICE_TITLES = "choice_titles"  # beside "enum", in its order: what the choices are called


def schema_in(schema: PluginSchema, words: Mapping[str, str]) -> PluginSchema:
    """`schema` with all that is read translated; names and values stay."""
    if not words:
        return schema
    return schema.model_copy(
        update={
            "actions": tuple(_entry(action, words) for action in schema.actions),
            "trainings": tuple(_entry(training, words) for training in schema.trainings),
        }
    )


def manifest_in(manifest: Manifest, words: Mapping[str, str]) -> Manifest:
    """`manifest` with its titles, its summary and its reasons translated."""
    if not words:
        return manifest
    reasons = {name: words.get(why, why) for name, why in manifest.permissions.reasons.items()}
    return manifest.model_copy(
        update={
            "title": words.get(manifest.title, manifest.title),
            "summary": words.get(manifest.summary, manifest.summary),
            "permissions": manifest.permissions.model_copy(update={"reasons": reasons}),
            "models": tuple(
                model.model_copy(update={"title": words.get(model.title, model.title)})
                for model in manifest.models
            ),
        }
    )


def _entry(entry: Any, words: Mapping[str, str]) -> Any:
    params = dict(entry.params)
    for part in ("properties", "$defs"):
        if part in params:
            params[part] = {name: _param(one, words) for name, one in params[part].items()}
    title, help_ = words.get(entry.title, entry.title), words.get(entry.help, entry.help)
    return entry.model_copy(update={"title": title, "help": help_, "params": params})


def _param(entry: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
    said = dict(entry)
    for key in ("title", "description", "unit"):
        if isinstance(said.get(key), str):
            said[key] = words.get(said[key], said[key])
    if "enum" in said:
        said[CHOICE_TITLES] = [words.get(str(choice), str(choice)) for choice in said["enum"]]
    return said
