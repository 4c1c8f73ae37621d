"""What becomes of a changed setting while the window is open; panes see to what is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from artstudio.ui import languages, theme

if TYPE_CHECKING:
    from artstudio.base.network import Network
    from artstudio.studio.studio import Studio
    from artstudio.ui.safety import Safety
    from artstudio.ui.session import Session
    from artstudio.ui.status_bar import StatusBar


def put_in_force(
    setting: str, studio: Studio, session: Session, safety: Safety, network: Network, status: StatusBar
) -> None:
    """Let the new value of `setting`, a name in `Settings`, take effect."""
    settings = studio.settings
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    match setting:
        case "undo_mib":
            session.project.history.limit(settings.undo_mib << 20)
        case "idle_unload_minutes":
            studio.host.unload_idle_after(settings.idle_unload_minutes * 60)
        case "journal":
            safety.keep_in(studio.folders.journals if settings.journal else None)
        case "theme" | "reduced_motion":
            theme.use(application, settings.theme, less_motion=settings.reduced_motion)
        case "online":
            network.online = settings.online
            status.show_network()
        case "language":
            languages.apply(application, settings.language)
        case "device":
            status.show_device()
