"""Looks at a plugin folder from outside: one child process for its description, one for each action."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from artstudio.sdk import API_VERSION
from artstudio.sdk.errors import ManifestError
from artstudio.sdk.manifest import Manifest, ModelEntry, check_api, read_manifest
from artstudio.sdk.schema import PluginSchema
from artstudio.sdk.testing.finding import Finding, Sheet

LIGHT_IMPORT_S = 0.3
SLOWEST_IMPORT_S = 1.0
TIMEOUT_S = 60.0


class Start(Protocol):
    """Says how the kit starts its children: `artstudio plugins check` confines them like workers."""

    def __call__(
        self, module: str, arguments: list[str], *, read: list[Path], write: Path
    ) -> tuple[list[str], dict[str, str]]:
        """The command and the environment to run `module` with; it reads `read` and writes below `write`."""


def check_plugin(
    folder: Path,
    *,
    models: Path | None = None,
    model: Path | None = None,
    timeout_s: float = TIMEOUT_S,
    start: Start | None = None,
) -> list[Finding]:
    """Everything the kit can find out about the plugin in `folder`; it conforms when all are ok.

    The manifest's model folders lie in the plugin's `models` folder, or in `models`; `model` is one to work
    with in their place. Without any, actions that say that they need a model are let off. Each child process
    has `timeout_s`; `start` says how it is started, as a plain process where it is None.
    """
    try:
        manifest = read_manifest(folder)
        check_api(manifest, API_VERSION)
    except ManifestError as error:
        return [Finding("manifest", False, str(error))]
    findings = [Finding("manifest", True, f"{manifest.title} {manifest.version}, api {manifest.api}")]
    findings += _missing_models(folder, manifest, models)
    model = _starter(folder, manifest, models) if model is None else model.absolute()
    kit = _Kit(folder.absolute(), manifest, timeout_s, start or _plain)
    described, facts = kit.child(model, "describe", "")
    findings += described
    if not isinstance(facts, dict):
        return findings
    findings.append(_import_time(kit, facts["seconds"]))
    schema = PluginSchema.model_validate(facts["schema"])
    if manifest.trains != bool(schema.trainings):
        findings.append(
            Finding("trains", False, "set trains = true in the manifest if and only if it has a training")
        )
    for action in schema.actions:
        findings += kit.child(model, "action", action.name)[0]
    for task in schema.trainings:
        findings += kit.child(model, "training", task.name)[0]
    if schema.evaluates:
        findings += kit.child(model, "evaluation", "")[0]
    return findings


def _model(folder: Path, entry: ModelEntry, models: Path | None) -> Path | None:
    """Where a model of the manifest lies: with the plugin, or in the given folder."""
    places = [place / entry.folder for place in (folder / "models", models) if place is not None]
    return next((place.absolute() for place in places if place.is_dir()), None)


def _starter(folder: Path, manifest: Manifest, models: Path | None) -> Path | None:
    return _model(folder, manifest.models[0], models) if manifest.models else None


def _missing_models(folder: Path, manifest: Manifest, models: Path | None) -> list[Finding]:
    """What is wrong with models that the plugin brings along; one that brings none has them elsewhere."""
    wrong = []
    if not (folder / "models").is_dir():
        return []
    for entry in manifest.models:
        place = _model(folder, entry, models)
        if place is None:
            wrong.append(Finding("models", False, f"there is no folder models/{entry.folder}: add it"))
        elif place.is_relative_to(folder.absolute()) and any(
            path.is_symlink() for path in (folder / "models", place, *place.rglob("*"))
        ):
            wrong.append(Finding("models", False, f"models/{entry.folder} holds a link: put the files there"))
    return wrong


def _import_time(kit: _Kit, seconds: float) -> Finding:
    if seconds > LIGHT_IMPORT_S:
        # The first time may have waited for the disk or for another program.
        _, again = kit.child(None, "describe", "")
        seconds = min(seconds, again["seconds"]) if isinstance(again, dict) else seconds
    took = f"importing and describing took {seconds:.2f} s"
    if seconds > SLOWEST_IMPORT_S:
        advice = f"over {SLOWEST_IMPORT_S:g} s: import heavy libraries inside the actions"
        return Finding("import time", False, f"{took}, {advice}")
    if seconds > LIGHT_IMPORT_S:
        return Finding("import time", True, f"{took}: aim for under {LIGHT_IMPORT_S:g} s")
    return Finding("import time", True, took)


def _plain(
    module: str,
    arguments: list[str],
    *,
    read: list[Path],  # noqa: ARG001  # it reads what it likes
    write: Path,  # noqa: ARG001
) -> tuple[list[str], dict[str, str]]:
    # The sdk that checks is the sdk the plugin sees; the folder this is run in hides no library (-P).
    sdk = str(Path(__file__).parents[3])
    known = os.environ.get("PYTHONPATH")
    path = f"{sdk}{os.pathsep}{known}" if known else sdk
    return [sys.executable, "-P", "-m", module, *arguments], {**os.environ, "PYTHONPATH": path}


@dataclass(frozen=True)
class _Kit:
    """What all child processes of one check have in common."""

    folder: Path
    manifest: Manifest
    timeout_s: float
    start: Start

    def child(self, model: Path | None, mode: str, name: str) -> tuple[list[Finding], object]:
        """What one child process found, and the facts it kept."""
        with tempfile.TemporaryDirectory(prefix="artstudio-check-", ignore_cleanup_errors=True) as place:
            sheet = Sheet(Path(place) / "findings")
            home = Path(place) / "work"
            home.mkdir()
            command, environment = self.start(
                "artstudio.sdk.testing.child",
                [str(self.folder), self.manifest.entry, f"{place}/findings", mode, name, str(model or "-")],
                read=[] if model is None else [model],
                write=Path(place),
            )
            process = subprocess.Popen(
                command,
                cwd=home,
                env={**environment, "OMP_NUM_THREADS": "1"},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            try:
                code = process.wait(self.timeout_s)
                end = f"ended the process (exit code {code})" if code >= 0 else f"crashed (signal {-code})"
            except subprocess.TimeoutExpired:
                code, end = 1, f"did not finish within {self.timeout_s:g} s"
            finally:
                process.kill()
                process.wait()
            findings, begun, facts = sheet.read()
        if code != 0:
            findings.append(Finding(begun, False, f"the plugin {end}"))
        return findings, facts
