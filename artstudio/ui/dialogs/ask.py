"""Questions to the artist, as functions that return the answer; tests put others in their place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QMessageBox

from artstudio.ui.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

Unsaved = Literal["save", "discard", "cancel"]


def ask_unsaved(parent: QWidget, name: str) -> Unsaved:
    """What to do with unsaved changes."""
    box = QMessageBox(
        QMessageBox.Icon.Question, "artstudio", _tr("Save the changes to {name}?").format(name=name)
    )
    box.setParent(parent, box.windowFlags())
    box.setInformativeText(_tr("What is not saved is lost when you go on."))
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    box.setDefaultButton(buttons.Save)
    answers: dict[int, Unsaved] = {buttons.Save.value: "save", buttons.Discard.value: "discard"}
    return answers.get(box.exec(), "cancel")


Closing = Literal["wait", "stop", "cancel"]


def ask_closing(parent: QWidget, n_jobs: int, name: str) -> tuple[Closing, bool]:
    """What to do about running jobs, and whether to save the changes to `name`, "" where all is saved."""
    text = counted(n_jobs, _tr("{n} job is still running."), _tr("{n} jobs are still running."))
    box = QMessageBox(QMessageBox.Icon.Question, "artstudio", text)
    box.setParent(parent, box.windowFlags())
    box.setInformativeText(_tr("Stopped, what they were making is lost. A training can be resumed later."))
    wait = box.addButton(_tr("Close when they are done"), QMessageBox.ButtonRole.AcceptRole)
    stop = box.addButton(_tr("Stop them and close"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(cancel)
    save = QCheckBox(_tr("Save the changes to {name}").format(name=name))
    save.setChecked(True)
    if name:
        box.setCheckBox(save)
    box.exec()
    answers: dict[object, Closing] = {wait: "wait", stop: "stop"}
    return answers.get(box.clickedButton(), "cancel"), bool(name) and save.isChecked()


def ask_open(parent: QWidget, title: str, suffixes: Iterable[str], folder: Path | None = None) -> list[Path]:
    """Files to read; none when the artist thought better of it."""
    patterns = " ".join(f"*{suffix}" for suffix in suffixes)
    names, _ = QFileDialog.getOpenFileNames(
        parent, title, str(folder or ""), _tr("All that can be opened ({patterns})").format(patterns=patterns)
    )
    return [Path(name) for name in names]


def ask_file(parent: QWidget, title: str, suffixes: Iterable[str], folder: Path | None = None) -> Path | None:
    """One file to read; None when the artist thought better of it."""
    patterns = " ".join(f"*{suffix}" for suffix in suffixes) or "*"
    name, _ = QFileDialog.getOpenFileName(
        parent, title, str(folder or ""), _tr("All that can be chosen ({patterns})").format(patterns=patterns)
    )
    return Path(name) if name else None


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """A folder to read; None when the artist thought better of it."""
    name = QFileDialog.getExistingDirectory(parent, title)
    return Path(name) if name else None


def ask_save(
    parent: QWidget, title: str, kinds: Iterable[tuple[str, Iterable[str]]], start: Path
) -> Path | None:
    """A file to write; `kinds` are (title, suffixes). A name without suffix gets the first of its kind."""
    filters = {
        f"{kind} ({' '.join('*' + suffix for suffix in suffixes)})": next(iter(suffixes))
        for kind, suffixes in ((kind, tuple(suffixes)) for kind, suffixes in kinds)
    }
    name, chosen = QFileDialog.getSaveFileName(parent, title, str(start), ";;".join(filters))
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(filters.get(chosen, next(iter(filters.values()))))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Ask", text)
