"""Finds every string that the window may show, by reading the code's syntax trees.

lupdate cannot: it knows neither `tr = window.tr`, nor templates of errors, nor tables of names. What cannot
be resolved is an error that names its line, so that no string slips through.
"""

from __future__ import annotations

import ast
import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ERRORS = "errors"
# where a receiver has no annotation: the session and the window go by these names everywhere
RECEIVERS = {"session": "Session", "_session": "Session", "window": "MainWindow", "_window": "MainWindow"}
# what hands an error on that was made, and found, elsewhere
_PASSED_ON = {"answer['error']", "error.template", "words(granted, name)", "wish.words"}

Strings = dict[tuple[str, str], str]
"""The file of each (context, source)."""


class Unresolved(Exception):
    """A string that is translated, but is not written out where it could be read."""


def window_strings(root: Path) -> Strings:
    """All of `artstudio/ui`."""
    found: Strings = {}
    for path, tree in trees(root / "artstudio" / "ui"):
        name = path.relative_to(root).as_posix()
        for context, source in _File(tree, name).strings():
            found.setdefault((context, source), name)
    return found


def error_strings(root: Path, folders: list[Path]) -> Strings:
    """The templates of all `StudioError`s that code in `folders` raises."""
    kinds = error_kinds(root)
    found: Strings = {}
    modules = [pair for folder in folders for pair in trees(folder)]
    constants = _constants(modules)
    for path, tree in modules:
        name = path.relative_to(root).as_posix()
        for source in _File(tree, name, constants).templates(kinds):
            found.setdefault((ERRORS, source), name)
    return found


def table_strings(root: Path, table: str, context: str) -> Strings:
    """Every string in the tables of one module; of those with keys of one word, only what these stand for."""
    tree = ast.parse((root / table).read_text("utf-8"))
    assigned = [node.value for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    return {
        (context, node.value): table
        for value in assigned
        if value is not None
        for node in ast.walk(value)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and (" " in node.value or not node.value.islower())
    }


@functools.cache
def error_kinds(root: Path) -> set[str]:
    """The names of `StudioError` and of all that derive from it."""
    kinds = {"StudioError"}
    classes = [
        node
        for folder in ("artstudio", "plugins", "tests/thirdparty")
        for _, tree in trees(root / folder)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    ]
    while more := {
        one.name for one in classes if one.name not in kinds and kinds & {name_of(base) for base in one.bases}
    }:
        kinds |= more
    return kinds


def trees(folder: Path) -> Iterator[tuple[Path, ast.Module]]:
    """The modules in `folder`, or the one that it is, without tests."""
    for path in sorted(folder.rglob("*.py")) if folder.is_dir() else [folder]:
        if "tests" not in path.relative_to(folder).parts:
            yield path, _parsed(path.read_text("utf-8"))


@functools.cache
def _parsed(code: str) -> ast.Module:
    return ast.parse(code)


def forget() -> None:
    """Drop what was parsed: a million objects that slow down whatever runs next in this process."""
    _parsed.cache_clear()


def _constants(modules: list[tuple[Path, ast.Module]]) -> dict[str, list[str]]:
    """The strings that modules give to names, for those that import them."""
    found: dict[str, list[str]] = {}
    for _, tree in modules:
        for one in tree.body:
            if isinstance(one, ast.Assign | ast.AnnAssign) and isinstance(one.value, ast.Constant):
                for target in one.targets if isinstance(one, ast.Assign) else [one.target]:
                    if isinstance(one.value.value, str):
                        found.setdefault(name_of(target), []).append(one.value.value)
    return found


def name_of(node: ast.expr) -> str:
    """The last part of a dotted name, "" of anything else."""
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


class _File:
    """One module; knows of each node what stands around it."""

    def __init__(self, tree: ast.Module, name: str, constants: dict[str, list[str]] | None = None) -> None:
        self._tree, self._file, self._constants = tree, name, constants or {}
        self._parent = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        self._wrappers: dict[str, str] = {}

    def strings(self) -> Iterator[tuple[str, str]]:
        """Each (context, source) that is translated here."""
        self._wrappers = dict(self._find_wrappers())
        for call in self._calls():
            called = self._translates(call)
            if called is None:
                continue
            context, argument = called
            if self._is_parameter(argument) or ast.unparse(argument) in _PASSED_ON:
                continue  # a wrapper; its callers are read instead
            for source in self._texts(argument):
                yield context, source

    def templates(self, kinds: set[str]) -> Iterator[str]:
        """The templates of errors made here."""
        for call in self._calls():
            if name_of(call.func) not in kinds or not call.args or ast.unparse(call.args[0]) in _PASSED_ON:
                continue
            if self._is_parameter(call.args[0]) or self._is_translated(call.args[0]):
                continue
            yield from self._texts(call.args[0])

    def _calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self._tree) if isinstance(node, ast.Call))

    def _translates(self, call: ast.Call) -> tuple[str, ast.expr] | None:
        """Context and text, where `call` translates."""
        name = name_of(call.func)
        if name in self._wrappers:
            return self._wrappers[name], call.args[0]
        if name == "QT_TRANSLATE_NOOP":
            return _literal(call.args[0]), call.args[1]
        if name not in {"tr", "translate"} or not call.args:
            return None
        meant = call.func
        if isinstance(meant, ast.Name):  # `tr = window.tr`, `translate = QCoreApplication.translate`
            while isinstance(meant, ast.Name):
                bound = self._bound(meant)
                if bound is None or ast.unparse(bound) == meant.id:
                    raise self._unresolved(call)
                meant = bound
        if isinstance(meant, ast.Attribute) and meant.attr == "translate":
            is_qt = name_of(meant.value) == "QCoreApplication"
            return (self._texts(call.args[0])[0], call.args[1]) if is_qt else None
        if isinstance(meant, ast.Attribute) and meant.attr == "tr":
            return self._class_of(meant.value), call.args[0]
        raise self._unresolved(call)

    def _class_of(self, receiver: ast.expr) -> str:
        """The class of what `tr` is called on, which is the context at run time."""
        name = name_of(receiver)
        if name == "self":
            around = next(node for node in self._around(receiver) if isinstance(node, ast.ClassDef))
            return around.name
        for node in self._around(receiver):
            if isinstance(node, ast.FunctionDef):
                for argument in (*node.args.args, *node.args.kwonlyargs):
                    if argument.arg == name and argument.annotation is not None:
                        return ast.unparse(argument.annotation).strip("'\"")
        if name in RECEIVERS:
            return RECEIVERS[name]
        raise self._unresolved(receiver)

    def _find_wrappers(self) -> Iterator[tuple[str, str]]:
        """Functions that translate what they are given, with their contexts."""
        for call in self._calls():
            called = self._translates(call) if name_of(call.func) in {"tr", "translate"} else None
            if called is not None and self._is_parameter(called[1]):
                around = next(node for node in self._around(call) if isinstance(node, ast.FunctionDef))
                if around.name.startswith("_"):
                    yield around.name, called[0]

    def _texts(self, node: ast.expr) -> list[str]:
        """All that the expression can be."""
        found = list(self._written(node, set()))
        if not found:
            raise self._unresolved(node)
        return found

    def _written(self, node: ast.expr, seen: set[str]) -> Iterator[str]:
        """The strings written out in `node`, or where the names in it get their values."""
        name = name_of(node.func) if isinstance(node, ast.Call) else name_of(node)
        if isinstance(node, ast.Constant):
            yield from [node.value] if isinstance(node.value, str) and node.value else []
        elif isinstance(node, ast.IfExp):
            yield from self._written(node.body, seen)
            yield from self._written(node.orelse, seen)
        elif name and name not in seen:
            values = list(self._values(name, called=isinstance(node, ast.Call)))
            for value in values:
                yield from self._written(value, seen | {name})
            if not values:
                yield from self._constants.get(name, ())

    def _values(self, name: str, *, called: bool) -> Iterator[ast.expr]:
        """All that a variable is given, or a function returns."""
        for one in ast.walk(self._tree):
            if called:
                if isinstance(one, ast.FunctionDef) and one.name == name:
                    yield from (
                        part.value
                        for part in ast.walk(one)
                        if isinstance(part, ast.Return) and part.value is not None
                    )
            elif isinstance(one, ast.Assign):
                yield from (value for target, value in _pairs(one) if name_of(target) == name)
            elif isinstance(one, ast.AnnAssign) and one.value is not None and name_of(one.target) == name:
                yield one.value
            elif isinstance(one, ast.For) and isinstance(one.target, ast.Tuple):
                places = [i for i, target in enumerate(one.target.elts) if name_of(target) == name]
                rows = one.iter.elts if isinstance(one.iter, ast.Tuple | ast.List) else []
                yield from (row.elts[i] for i in places for row in rows if isinstance(row, ast.Tuple))

    def _bound(self, name: ast.Name) -> ast.expr | None:
        """What a name stands for, where it was given to it alone or in a row of others."""
        for one in ast.walk(self._tree):
            if not isinstance(one, ast.Assign):
                continue
            functions = [node for node in self._around(one) if isinstance(node, ast.FunctionDef)]
            if functions and functions[0] not in list(self._around(name)):
                continue
            for target, value in _pairs(one):
                if name_of(target) == name.id and name_of(value) in {"tr", "translate"}:
                    return value
        return None

    def _is_parameter(self, node: ast.expr) -> bool:
        functions = [around for around in self._around(node) if isinstance(around, ast.FunctionDef)]
        return isinstance(node, ast.Name) and any(
            argument.arg == node.id for function in functions[:1] for argument in function.args.args
        )

    def _is_translated(self, node: ast.expr) -> bool:
        values = self._values(name_of(node), called=False) if isinstance(node, ast.Name) else ()
        return any(isinstance(value, ast.Call) and name_of(value.func) == "tr" for value in values)

    def _around(self, node: ast.AST) -> Iterator[ast.AST]:
        while node in self._parent:
            node = self._parent[node]
            yield node

    def _unresolved(self, node: ast.expr) -> Unresolved:
        return Unresolved(f"{self._file}:{node.lineno}: {ast.unparse(node)} must be written out, or marked")


def _literal(node: ast.expr) -> str:
    assert isinstance(node, ast.Constant)
    return str(node.value)


def _pairs(one: ast.Assign) -> Iterator[tuple[ast.expr, ast.expr]]:
    for target in one.targets:
        if isinstance(target, ast.Tuple) and isinstance(one.value, ast.Tuple):
            yield from zip(target.elts, one.value.elts, strict=False)
        else:
            yield target, one.value
