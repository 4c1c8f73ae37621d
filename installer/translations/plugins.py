"""What plugins show: their own words, which each translates in a `locale/<language>.json` of its own."""

from __future__ import annotations

import ast
import importlib
import re
import sys
from typing import TYPE_CHECKING

from artstudio.sdk.manifest import read_manifest
from artstudio.sdk.schema import ActionSchema, TrainingSchema, describe
from installer.translations import finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# whose words come out at the end of an error, or as a notice: (file or folder, call or function)
PHRASES = (
    ("artstudio", "Notice"),
    ("artstudio/host/process.py", "_give_up"),
    ("artstudio/host/process.py", "_how_it_ended"),
    ("artstudio/host/watch.py", "_judged"),
    ("artstudio/host/installing", "append"),
    ("artstudio/host/installing", "say"),
    ("artstudio/host/installing/environment.py", "_say"),
    ("artstudio/host/installing/archives.py", "_fault"),
    ("artstudio/host/installing/pins.py", "problem"),
    ("artstudio/host/installing/records.py", "hindrance"),
    ("artstudio/studio/presets.py", "append"),
    ("artstudio/sandbox/report.py", "append"),
    ("artstudio/sandbox/report.py", "not_enforced"),
    ("artstudio/sandbox/report.py", "_macos"),
)
# all of whose sentences may come out there
WHOLE = (
    "artstudio/host/discovery.py",
    *(
        f"artstudio/host/installing/{name}.py"
        for name in (
            "building", "by_pip", "by_uv", "environment", "fetching", "found", "names", "repositories",
            "resolving", "sdists", "tree",
        )
    ),
)  # fmt: skip
# words that stand inside of such sentences: (file, words)
INSIDE = (
    ("artstudio/sdk/worker/loop.py", ("in smaller pieces", "on the CPU")),
    ("artstudio/sdk/schema.py", ("action", "training task")),
    ("artstudio/engine/devices.py", ("Processor",)),
)


def plugin_strings(root: Path, folder: Path) -> dict[str, str]:
    """All that the window shows of the plugin in `folder`, with the file it is from."""
    name = folder.relative_to(root).as_posix()
    found = dict.fromkeys(_declared(folder), name)
    for (_, source), file in finding.error_strings(root, [folder]).items():
        found.setdefault(source, file)
    for path, tree in finding.trees(folder):
        for source in (*_said(tree, "Notice", 0), *_said(tree, "Progress", 2)):
            found.setdefault(source, path.relative_to(root).as_posix())
    return found


def phrase_strings(root: Path) -> dict[str, str]:
    """Sentences of the lower layers that are no templates of errors, but values in them, or notices."""
    found: dict[str, str] = {}
    for place, name in PHRASES:
        for path, tree in finding.trees(root / place):
            file = path.relative_to(root).as_posix()
            found |= dict.fromkeys(_said(tree, name, 0), file)
            for node in ast.walk(tree):
                if isinstance(node, ast.FunctionDef) and node.name == name:
                    returned = (
                        one.value for one in ast.walk(node) if isinstance(one, ast.Return) and one.value
                    )
                    parts = [
                        part
                        for one in returned
                        for part in (one.elts if isinstance(one, ast.Tuple) else [one])
                    ]
                    found |= dict.fromkeys(filter(None, map(pattern, parts)), file)
    for file in WHOLE:
        for _, tree in finding.trees(root / file):
            found |= dict.fromkeys(sentences(tree), file)
    for file, words in INSIDE:
        code = (root / file).read_text("utf-8")
        found |= {word: file for word in words if f'"{word}"' in code}
    return found


def sentences(tree: ast.Module) -> Iterator[str]:
    """What reads like a part of a sentence: three words and more, and neither a docstring nor a pattern."""
    parent = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if not isinstance(parent.get(node), ast.Expr | ast.JoinedStr) and isinstance(node, ast.expr):
            words = pattern(node)
            if len(re.findall(r"[a-z]{2,}", words)) > 2 and " " in words and not set("\\\n|=") & set(words):
                yield words


def pattern(node: ast.expr) -> str:
    """A string or f-string with its values as placeholders; "" for anything else, or for a mere word."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if not isinstance(node, ast.JoinedStr):
        return ""
    parts = []
    for i, part in enumerate(node.values):
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
        elif isinstance(part, ast.FormattedValue):
            parts.append("{%s}" % (part.value.id if isinstance(part.value, ast.Name) else f"value{i}"))
    return "".join(parts)


def _returned(function: ast.FunctionDef) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and node.value is not None:
            yield from node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]


def _said(tree: ast.Module, call: str, place: int) -> Iterator[str]:
    for node in ast.walk(tree):
        name = node.func if isinstance(node, ast.Call) else None
        called = (
            name.id if isinstance(name, ast.Name) else name.attr if isinstance(name, ast.Attribute) else ""
        )
        if called == call and isinstance(node, ast.Call) and len(node.args) > place:
            words = pattern(node.args[place])
            if words and (call != "append" or " " in words):
                yield words


def _declared(folder: Path) -> Iterator[str]:
    """Manifest and schema."""
    manifest = read_manifest(folder)
    yield from (manifest.title, *filter(None, [manifest.summary]), *manifest.permissions.reasons.values())
    yield from (model.title for model in manifest.models if model.title)
    module, _, kind = manifest.entry.partition(":")
    sys.path.insert(0, str(folder))
    try:
        schema = describe(getattr(importlib.import_module(module), kind))
    finally:
        sys.path.remove(str(folder))
    declared: tuple[ActionSchema | TrainingSchema, ...] = (*schema.actions, *schema.trainings)
    for one in declared:
        yield one.title
        yield from filter(None, [one.help])
        entries = [*one.params.get("properties", {}).values(), *one.params.get("$defs", {}).values()]
        for entry in entries:
            words = (entry.get("title"), entry.get("description"), entry.get("unit"))
            yield from (str(word) for word in words if word and "enum" not in one.params.get("$defs", {}))
            yield from (str(choice) for choice in entry.get("enum", ()))
    for action in schema.actions:
        yield from (entry.name.replace("_", " ").capitalize() for entry in action.inputs)
