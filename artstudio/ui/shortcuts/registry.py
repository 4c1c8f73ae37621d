"""The one place that says which keys an action has: its own, a preset's, or those that the artist gave it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from artstudio.ui.actions import ROUTED, Action, conflicts
from artstudio.ui.menu_titles import with_key, without_signs
from artstudio.ui.shortcuts.presets import OWN, PRESETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QAction

    from artstudio.base.settings import Settings


class Shortcuts(QObject):
    """Reads and writes `Settings.shortcut_preset` and `Settings.shortcuts`; all keys in Qt's portable form.

    Attributes:
        actions: All that can be given keys, with their own ones, in the order of the menus.
    """

    changed = Signal()

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._preset = settings.shortcut_preset if settings is not None else OWN
        self._own: dict[str, tuple[str, ...]] = (
            {name: tuple(keys) for name, keys in settings.shortcuts.items()} if settings is not None else {}
        )
        self._items: dict[str, QAction] = {}
        self.actions: list[Action] = []

    @property
    def preset(self) -> str:
        """The name of the set that holds where the artist changed nothing."""
        return self._preset if self._preset in PRESETS else OWN

    def offer(self, actions: Iterable[Action]) -> None:
        """Say which actions there are."""
        self.actions = [
            action
            for action in actions
            if action.entries is None and not (action.scope and action.id in ROUTED)
        ]

    def bind(self, action: Action, item: QAction) -> None:
        """Give `item` the keys of `action`, now and whenever they change."""
        self._items[action.id] = item
        self._show(item, self.keys(action))

    def keys(self, action: Action) -> tuple[str, ...]:
        """The keys of `action` now; the first is the one to show."""
        own = self._own.get(action.id)
        return self.preset_keys(action) if own is None else own

    def preset_keys(self, action: Action) -> tuple[str, ...]:
        """Those it has unless the artist says otherwise."""
        return PRESETS[self.preset].get(action.id, action.shortcuts)

    def text(self, action_id: str) -> str:
        """The first key of an action as this system writes it, "" for none."""
        action = next((one for one in self.actions if one.id == action_id), None)
        keys = self.keys(action) if action is not None else ()
        return native(keys[0]) if keys else ""

    def is_changed(self, action: Action) -> bool:
        """Whether the artist gave it other keys than the preset."""
        return self.keys(action) != self.preset_keys(action)

    def in_the_way(self, action: Action, key: str) -> list[Action]:
        """The other actions that `key` would mean in the same place."""
        wanted = replace(action, shortcuts=(key,))
        others = [replace(one, shortcuts=self.keys(one)) for one in self.actions if one.id != action.id]
        taken = {one_id for other in others for _, one_id, _ in conflicts([other, wanted])}
        return [one for one in self.actions if one.id in taken]

    def conflicts(self) -> list[tuple[str, str, str]]:
        """Keys that mean two things in one place, as (key, id, id)."""
        return conflicts(replace(one, shortcuts=self.keys(one)) for one in self.actions)

    # ------------------------------------------------------------------------------------------ changing

    def set_keys(self, action: Action, keys: Sequence[str]) -> None:
        """Give `action` these keys and no others; those in the way lose them."""
        for key in keys:
            for other in self.in_the_way(action, key):
                self._own[other.id] = tuple(one for one in self.keys(other) if one != key)
        self._own[action.id] = tuple(dict.fromkeys(keys))
        self._keep()

    def reset(self, action: Action) -> None:
        """Give `action` the preset's keys again; those in the way lose them."""
        self.set_keys(action, self.preset_keys(action))

    def reset_all(self) -> None:
        """Forget all that the artist changed; the preset stays."""
        self._own.clear()
        self._keep()

    def use_preset(self, name: str) -> None:
        """Take another set and forget what the artist changed in the one before.

        Raises:
            KeyError: there is no such set.
        """
        if name not in PRESETS:
            raise KeyError(name)
        self._preset = name
        self._own.clear()
        self._keep()

    def _keep(self) -> None:
        """Only what differs from the preset is kept, so that new defaults of a later version take hold."""
        by_id = {one.id: one for one in self.actions}
        self._own = {
            name: keys
            for name, keys in self._own.items()
            if name not in by_id or keys != self.preset_keys(by_id[name])
        }
        if self._settings is not None:
            self._settings.shortcut_preset = self._preset
            self._settings.shortcuts = {name: list(keys) for name, keys in self._own.items()}
        for action in self.actions:
            item = self._items.get(action.id)
            if item is not None and shiboken6.isValid(item):
                self._show(item, self.keys(action))
        self.changed.emit()

    @staticmethod
    def _show(item: QAction, keys: tuple[str, ...]) -> None:
        item.setShortcuts([QKeySequence(key) for key in keys])
        item.setToolTip(with_key(without_signs(item.text()), native(keys[0]) if keys else ""))


def native(key: str) -> str:
    """`key` as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
