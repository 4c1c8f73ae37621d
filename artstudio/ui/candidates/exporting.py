"""A result into a file that the artist chooses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from artstudio.studio.files import write_result, written_suffixes
from artstudio.ui.dialogs import ask
from artstudio.ui.qthreads import in_background

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from artstudio.sdk import StudioError
    from artstudio.studio.generate import Candidate
    from artstudio.ui.session import Session

translate = QCoreApplication.translate


def export_result(
    owner: QWidget, session: Session, found: Candidate, kind: str, title: str, name: str
) -> None:
    """Ask where to, with `name` as a proposal, and write `found` there with its recipe."""
    studio = session.studio
    if studio is None:
        return
    asked = translate("Exporting", "Export {title}").format(title=title)
    kinds = [(translate("Exporting", "Result"), written_suffixes(kind))]
    path = ask.ask_save(owner, asked, kinds, Path.home() / name)
    if path is None:
        return
    if kind == "video":
        session.film_export_wanted.emit(found, path)  # it takes its time: a job, with a stop
        return
    session.busy.emit(translate("Exporting", "Exporting {name}…").format(name=path.name))

    def done(untold: StudioError | None) -> None:
        session.busy.emit("")
        session.said.emit(translate("Exporting", "Exported {name}.").format(name=path.name))
        if untold is not None:
            session.failed.emit(untold)

    def failed(error: Exception) -> None:
        session.busy.emit("")
        session.failed.emit(error)

    in_background(
        owner, "export", lambda: write_result(studio, found.value, path, found.recipe), done, failed
    )
