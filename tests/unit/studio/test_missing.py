from __future__ import annotations

from dataclasses import replace

from artstudio.documents.canvas import Canvas, Layer
from artstudio.documents.forks import Branch, Fork
from artstudio.documents.music import Music, MusicTrack
from artstudio.documents.prose import Prose
from artstudio.documents.recipe import Recipe
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.documents.writing import Passage
from artstudio.sdk import Track
from artstudio.studio.missing import plugins_in


def test_recipes_are_found_in_every_kind_of_work_and_in_branches_within_branches() -> None:
    def made(plugin: str) -> Recipe:
        return Recipe(plugin, "1", "act")

    assert plugins_in(Sheet.blank(8, 8)) == frozenset()
    layer = Layer("l1", "Made", Tiles(8, 8), recipe=made("painter"))
    inner = Fork("f2", 0, 0, 0, (Branch(Prose(), made("deep")),))
    fork = Fork("f1", 0, 0, 0, (Branch(Prose(), made("writer"), (inner,)), Branch(Prose())))
    passage = replace(Passage.plain("p1", "Page", "", made("poet")), forks=(fork,))
    music = Music(tracks=(MusicTrack("t1", Track(), recipe=made("composer")),))
    sheet = Sheet(Canvas(8, 8, (layer,)), music, (passage,))
    assert plugins_in(sheet) == {"painter", "deep", "writer", "poet", "composer"}
