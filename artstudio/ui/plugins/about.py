"""What a plugin is, where it comes from and what it can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artstudio.ui import theme
from artstudio.ui.phrases import phrase
from artstudio.ui.plugins.pages import Page, heading, line, rows

if TYPE_CHECKING:
    from artstudio.sdk.schema import PluginSchema
    from artstudio.ui.plugins.roster import Entry


class AboutPage(Page):
    """Reads it out."""

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("About this plugin"))
        self._shown = ""

    def show_entry(self, entry: Entry, schema: PluginSchema | None) -> None:
        """Show a plugin; `schema` where its code was read."""
        html = self._html(entry, schema)
        if html != self._shown:  # shown anew, it would jump to its top
            self._shown = html
            self.setHtml(html)

    def _html(self, entry: Entry, schema: PluginSchema | None) -> str:
        manifest, record = entry.manifest, entry.record
        parts = []
        if manifest is not None and manifest.summary:
            parts.append(line(phrase(manifest.summary)))
        if schema is not None and schema.actions:
            parts.append(heading(self.tr("What it can do")))
            parts += [line(one.title, "", " ".join(one.help.split())) for one in schema.actions]
            parts += [
                line(self.tr("{title} (training)").format(title=one.title), "", " ".join(one.help.split()))
                for one in schema.trainings
            ]
        facts = [(self.tr("Name"), entry.id), (self.tr("Version"), entry.version)]
        if manifest is not None:
            facts.append((self.tr("Licence"), manifest.licence or self.tr("not said")))
            facts.append((self.tr("Plugin api"), manifest.api))
        if record is not None:
            linked = record.linked is not None
            facts.append((self.tr("Linked to") if linked else self.tr("Installed from"), record.source))
            facts.append((self.tr("Commit"), record.commit or ""))
            facts.append((self.tr("Address"), record.url or ""))
            facts.append((self.tr("Hash of its files"), record.digest))
            facts.append((self.tr("Hash of the archive"), record.sha256 or ""))
        elif entry.origin != "builtin":
            facts.append((self.tr("Folder"), str(entry.folder)))
        parts += [heading(self.tr("Where it comes from")), self._signature(entry), rows(facts)]
        return "".join(parts)

    def _signature(self, entry: Entry) -> str:
        record = entry.record
        if entry.origin == "builtin":
            return line(self.tr("It came with the studio."))
        if record is None:
            return line(self.tr("⚠ Put there by hand, outside the installer."), theme.WARN)
        if record.linked is not None:
            return line(self.tr("Under development: its files are not checked."), theme.WARN)
        if record.signed_by is None:
            return line(self.tr("⚠ Unsigned: nobody vouches for who made it."), theme.WARN)
        return line(self.tr("✓ Signed."), theme.GOOD, record.signed_by)
