"""From a recipe back to the panel's fields, once the plugins have been read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from artstudio.host.models import Model, model_hash
from artstudio.sdk import InvalidValue
from artstudio.studio.chosen_files import without_choices
from artstudio.ui.forms.seed import SEEDS
from artstudio.ui.qthreads import in_background
from artstudio.ui.words import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from artstudio.documents.recipe import Recipe
    from artstudio.ui.session import Session


@dataclass(frozen=True)
class Restored:
    """What the panel is to show; `model` None leaves the choice as it is."""

    plugin_id: str
    action: str
    params: Mapping[str, Any]
    seed: int
    model: Model | None


class Restoring(QObject):
    """Hands `show` what a recipe of `Session.recipe_wanted` says, or says itself why that cannot be."""

    def __init__(self, session: Session, show: Callable[[Restored], None], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._show = session, show
        self._waiting: Recipe | None = None
        session.recipe_wanted.connect(self.begin)
        session.catalog.changed.connect(self._go_on)

    def begin(self, recipe: Recipe) -> None:
        """Show `recipe`, now or as soon as its plugin is known."""
        self._waiting = recipe
        catalog = self._session.catalog
        if not catalog.plugins and not catalog.loading:
            catalog.load()
        self._go_on()

    def _go_on(self) -> None:
        recipe, catalog = self._waiting, self._session.catalog
        if recipe is None:
            return
        known = recipe.plugin in catalog.schemas and recipe.plugin in catalog.models
        if not known and catalog.loading:
            return
        self._waiting = None
        if not known:
            words = self.tr(
                "the plugin {plugin} {version} that made this is not here: install it to use its settings"
            )
            if recipe.plugin in catalog.plugins or recipe.plugin in catalog.problems:
                words = self.tr("the plugin {plugin} {version} that made this cannot be used here: repair it")
            self._want_plugin(recipe, words)
            return
        manifest = catalog.plugins[recipe.plugin].manifest
        actions = {action.name: action for action in catalog.schemas[recipe.plugin].actions}
        if recipe.action not in actions:
            words = self.tr(
                "the plugin {plugin} {version} made this by {action}, which {here} here does not have"
            )
            self._want_plugin(recipe, words, manifest.version)
            return
        action = actions[recipe.action]
        models = catalog.models[recipe.plugin]
        model = next((one for one in models if recipe.model in (one.name, one.folder.name)), None)
        seed = recipe.seed % SEEDS
        try:
            params = without_choices(action, recipe.params)
            self._show(Restored(recipe.plugin, recipe.action, params, seed, model))
        except (OverflowError, TypeError, ValueError):  # a recipe may come from anywhere
            self._refuse(recipe, self.tr("the settings that made this with {plugin} make no sense"))
            return
        made_by = self.tr("Made by {action} of {plugin}: its settings are in the Models panel.").format(
            action=action.title, plugin=manifest.title
        )
        self._session.said.emit(made_by)
        if recipe.version != manifest.version:
            words = self.tr(
                "the plugin {plugin} {version} made this, and {here} is here: the result may differ"
            )
            self._want_plugin(recipe, words, manifest.version)
        if recipe.model_hash:
            self._check(recipe, model)

    def _check(self, recipe: Recipe, model: Model | None) -> None:
        """Say it where the model is missing, or has been trained further under its name."""
        if model is None:
            self._refuse(recipe, self.tr("the model {model} that made this is not here: choose another"))
            return

        def tell(found: str) -> None:
            if found != recipe.model_hash:
                self._refuse(
                    recipe, self.tr("the model {model} has changed since it made this: expect another")
                )

        folder = model.folder
        in_background(self, "model hash", lambda: model_hash(folder), tell, self._session.failed.emit)

    def _want_plugin(self, recipe: Recipe, template: str, here: str = "") -> None:
        values = {"plugin": recipe.plugin, "version": recipe.version, "action": recipe.action, "here": here}
        self._session.plugin_wanted.emit(sentence(InvalidValue(template, **values)), recipe.plugin)

    def _refuse(self, recipe: Recipe, template: str) -> None:
        values = {"plugin": recipe.plugin, "action": recipe.action, "model": recipe.model}
        self._session.failed.emit(InvalidValue(template, **values))
