"""The reference of the plugin api, written from the sdk's own source: `artstudio plugins reference`."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import TYPE_CHECKING

from artstudio import sdk
from artstudio.sdk import manifest

if TYPE_CHECKING:
    from collections.abc import Iterator

_SDK = Path(sdk.__file__).parent
# In the order in which a plugin's author meets them.
_PARTS = (
    ("Plugins and their runs", ("plugin.py", "params.py", "events.py", "errors.py")),
    ("Media", ("image.py", "score.py", "clock.py", "media.py")),
    (
        "Learning (artstudio.sdk.nn)",
        tuple(f"nn/{path.name}" for path in sorted((_SDK / "nn").glob("[a-z]*.py"))),
    ),
    ("Checking (artstudio.sdk.testing)", ("testing/check.py", "testing/finding.py")),
)
_HEAD = f"""# Reference of the plugin api {sdk.API_VERSION}

Written by `artstudio plugins reference` from the docstrings; how to begin is told in [README.md](README.md).
Import from `artstudio.sdk` what is listed under the first two headings, the rest from the module named.

## The manifest: {manifest.MANIFEST_NAME}
"""


def reference() -> str:
    """The whole reference as Markdown."""
    lines = [_HEAD, *_manifest()]
    for title, files in _PARTS:
        lines.append(f"\n## {title}\n")
        for name in files:
            lines += _module(_SDK / name, f"artstudio.sdk.{name.removesuffix('.py').replace('/', '.')}")
    return "\n".join(lines).rstrip() + "\n"


def _manifest() -> Iterator[str]:
    for kind in (manifest.Manifest, manifest.Permissions, manifest.ModelEntry):
        if kind is not manifest.Manifest:
            yield f"\n### [{'[models]' if kind is manifest.ModelEntry else 'permissions'}]\n"
            yield inspect.cleandoc(kind.__doc__ or "") + "\n"
        source = ast.parse(inspect.getsource(kind)).body[0]
        assert isinstance(source, ast.ClassDef)
        for node in source.body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                default = "needed" if node.value is None else f"`{ast.unparse(node.value)}`"
                yield f"- `{node.target.id}`: `{ast.unparse(node.annotation)}` ({default})"


def _module(path: Path, module: str) -> Iterator[str]:
    exported = None if module.startswith(("artstudio.sdk.nn", "artstudio.sdk.testing")) else sdk.__all__
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef) or node.name.startswith("_"):
            continue
        if exported is not None and node.name not in exported:
            continue
        where = "" if exported is not None else f" ({module})"
        yield f"### {node.name}{where}\n"
        yield f"```python\n{_signature(node)}\n```\n"
        yield _text(node)
        if isinstance(node, ast.ClassDef):
            yield from _members(node)


def _signature(node: ast.ClassDef | ast.FunctionDef) -> str:
    if isinstance(node, ast.FunctionDef):
        result = "" if node.returns is None else f" -> {ast.unparse(node.returns)}"
        return f"def {node.name}({ast.unparse(node.args)}){result}"
    bases = ", ".join(ast.unparse(base) for base in node.bases)
    fields = [
        f"    {ast.unparse(entry)}"
        for entry in node.body
        if isinstance(entry, ast.AnnAssign) and not ast.unparse(entry.target).startswith("_")
    ]
    return "\n".join([f"class {node.name}({bases})" if bases else f"class {node.name}", *fields])


def _members(node: ast.ClassDef) -> Iterator[str]:
    for entry in node.body:
        if isinstance(entry, ast.FunctionDef) and not entry.name.startswith("_"):
            is_property = any(ast.unparse(one) == "property" for one in entry.decorator_list)
            shown = (
                f"{entry.name}: {ast.unparse(entry.returns)}"
                if is_property and entry.returns
                else _signature(entry)
            )
            yield f"- `{shown}`  \n  {' '.join(_text(entry).split())}\n"


def _text(node: ast.ClassDef | ast.FunctionDef) -> str:
    text = ast.get_docstring(node) or ""
    for section in ("Attributes", "Args", "Raises", "Returns", "Yields"):
        text = text.replace(f"\n{section}:\n", f"\n*{section}:*\n\n")
    lines = [f"- {line.strip()}" if line.startswith("    ") else line for line in text.splitlines()]
    return "\n".join(lines) + "\n"
