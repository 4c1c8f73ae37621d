"""What an installation would do, to be read before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from artstudio.ui import theme
from artstudio.ui.phrases import phrase
from artstudio.ui.plugins.pages import Page, heading, line, rows, title
from artstudio.ui.words import size

if TYPE_CHECKING:
    from artstudio.host.installing.permissions import Wish
    from artstudio.host.installing.plan import Plan
    from artstudio.host.installing.planning import Prepared


class PlanPage(QWidget):
    """Shows a plan; the artist installs it or does not. Each build from source needs a tick of its own."""

    agreed = Signal(object, object)  # Prepared, names of packages that may be built
    declined = Signal(object)  # Prepared

    def __init__(self) -> None:
        super().__init__()
        self._prepared: Prepared | None = None
        self.page = Page(self.tr("What will be installed"))
        self.builds: list[QCheckBox] = []
        self._ticks = QVBoxLayout()
        self.install = QPushButton(theme.icon("download", theme.ON_ACCENT), self.tr("Install"))
        self.install.setProperty("primary", True)
        self.install.clicked.connect(self._agree)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self._decline)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP_PX)
        buttons.addStretch(1)
        for button in (self.install, self.cancel):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_PX)
        column.addWidget(self.page, 1)
        column.addLayout(self._ticks)
        column.addLayout(buttons)

    @property
    def prepared(self) -> Prepared | None:
        """What is shown."""
        return self._prepared

    def show_plan(self, prepared: Prepared) -> None:
        """Show a plan, with nothing ticked."""
        self.clear()
        self._prepared = prepared
        plan = prepared.plan
        self.page.setHtml(self._html(plan, prepared.before.key if prepared.before else None))
        for name in plan.unbuilt:
            words = self.tr("Build {name} from source: this runs its code, kept from everything else")
            tick = QCheckBox(words.format(name=name))
            tick.setObjectName(name)
            tick.toggled.connect(self._show_ready)
            self.builds.append(tick)
            self._ticks.addWidget(tick)
        self.install.setText(self.tr("Install") if plan.from_version is None else self.tr("Update"))
        self._show_ready()
        self.cancel.setFocus()  # what a stranger wants is agreed to on purpose

    def clear(self) -> None:
        """Show nothing."""
        self._prepared = None
        self.page.clear()
        for tick in self.builds:
            self._ticks.removeWidget(tick)
            tick.deleteLater()
        self.builds = []

    def _show_ready(self) -> None:
        self.install.setEnabled(all(tick.isChecked() for tick in self.builds))

    def _agree(self) -> None:
        if self._prepared is not None:
            self.agreed.emit(self._prepared, [tick.objectName() for tick in self.builds])

    def _decline(self) -> None:
        if self._prepared is not None:
            self.declined.emit(self._prepared)

    def _html(self, plan: Plan, pinned: str | None) -> str:
        parts = [title(f"{phrase(plan.title)} {plan.version}", phrase(plan.summary))]
        if plan.from_version is not None:
            parts.append(line(self.tr("Version {old} is installed now.").format(old=plan.from_version)))
        if plan.is_current:
            parts.append(line(self.tr("These very files are installed already.")))
        stop = QCoreApplication.translate("errors", ".")
        warnings = map(phrase, plan.warnings)
        parts += [line(warning[:1].upper() + warning[1:] + stop, theme.WARN) for warning in warnings]
        parts.append(self._signature(plan, pinned))
        parts += [heading(self.tr("Permissions")), *self._permissions(plan)]
        if plan.not_enforced:
            parts.append(heading(self.tr("What this system cannot enforce")))
            parts += [line(phrase(one), theme.WARN) for one in plan.not_enforced]
        parts += [heading(self.tr("Packages")), *self._packages(plan)]
        place = self.tr("Used where it lies: changes take effect at once") if plan.linked else ""
        facts = [
            (self.tr("Name"), plan.id),
            (self.tr("From"), f"{_kind(plan)}: {plan.source}"),
            (self.tr("Address"), plan.url or ""),
            (self.tr("Commit"), plan.commit or ""),
            (self.tr("Place"), place),
            (self.tr("Size"), "" if plan.linked else size(plan.size_bytes)),
            (self.tr("Licence"), plan.licence or self.tr("not said")),
            (self.tr("Hash of its files"), plan.digest),
            (self.tr("Hash of the archive"), plan.sha256 or ""),
        ]
        parts += [heading(self.tr("Where it comes from")), rows(facts)]
        return "".join(parts)

    def _signature(self, plan: Plan, pinned: str | None) -> str:
        if plan.linked:
            return line(self.tr("Under development: its files are not checked."), theme.WARN)
        if plan.signed_by is None:
            return line(self.tr("⚠ Unsigned: nobody vouches for who made it."), theme.WARN)
        if plan.signed_by == pinned:
            return line(self.tr("✓ Signed by the same key as before."), theme.GOOD, plan.signed_by)
        words = self.tr("✓ Signed. Updates must be signed by the same key.")
        return line(words, theme.GOOD, plan.signed_by)

    def _permissions(self, plan: Plan) -> list[str]:
        if not plan.permissions:
            return [line(self.tr("It asks for none: it sees its own folder and what you hand to it."))]
        return [self._wish(wish, plan.from_version is not None) for wish in plan.permissions]

    def _wish(self, wish: Wish, update: bool) -> str:
        words = self.tr("It may {what}").format(what=QCoreApplication.translate("permissions", wish.words))
        new = update and wish.is_new
        if new:
            words = self.tr("New: {words}").format(words=words)
        why = wish.why or self.tr("It does not say why.")
        return line(f"• {words}", theme.WARN if new else "", why)

    def _packages(self, plan: Plan) -> list[str]:
        new = [pin for pin in plan.packages if not pin.shared]
        shared = [f"{pin.name} {pin.version}" for pin in plan.packages if pin.shared]
        found = []
        if new:
            total = self.tr("It brings packages of its own, {size} to download:")
            found.append(line(total.format(size=size(plan.download_bytes))))
            unknown = self.tr("size unknown")
            found.append(
                rows(
                    (f"{pin.name} {pin.version}", unknown if pin.size_bytes is None else size(pin.size_bytes))
                    for pin in new
                )
            )
        if shared:
            found.append(line(self.tr("It shares with the studio:"), "", ", ".join(shared)))
        for name in plan.unbuilt:
            words = self.tr("{name} is there only as source and has to be built, which runs its code.")
            found.append(line(words.format(name=name), theme.WARN))
        return found or [line(self.tr("It needs none."))]


def _kind(plan: Plan) -> str:
    tr = QCoreApplication.translate
    return {
        "folder": tr("Plugins", "Folder"),
        "zip": tr("Plugins", "ZIP"),
        "wheel": tr("Plugins", "Wheel"),
        "git": tr("Plugins", "Repository"),
        "index": tr("Plugins", "Package index"),
    }[plan.kind]
