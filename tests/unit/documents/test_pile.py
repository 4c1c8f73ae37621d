from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from artstudio.documents import pile
from artstudio.documents.canvas import MAX_DEPTH, Canvas, Layer
from artstudio.documents.differences import differing_tiles
from artstudio.documents.edits import SetCanvas
from artstudio.documents.project import Project
from artstudio.documents.sheet import Sheet
from artstudio.documents.tiles import Tiles
from artstudio.sdk import InvalidValue


def layer(name: str, parent: str | None = None, *, group: bool = False) -> Layer:
    return Layer(name, name, Tiles(8, 8), group=group, parent=parent)


def canvas() -> Canvas:
    """From the top: e, g(d, h(c), b), a."""
    layers = (
        layer("a"), layer("b", "g"), layer("c", "h"), layer("h", "g", group=True), layer("d", "g"),
        layer("g", group=True), layer("e"),
    )  # fmt: skip
    return Canvas(8, 8, layers)


def shape(of: Canvas) -> str:
    """The tree as text, bottom first: "a g(b h(c) d) e"."""

    def inside(parent: str | None) -> str:
        return " ".join(
            one.id + (f"({inside(one.id)})" if one.group else "") for one in pile.siblings(of, parent)
        )

    return inside(None)


@pytest.mark.parametrize(
    ("selected", "folded", "expected"),
    [
        (None, (), "a g(b h(c) d) e n"),
        ("a", (), "a n g(b h(c) d) e"),
        ("b", (), "a g(b n h(c) d) e"),
        ("c", (), "a g(b h(c n) d) e"),
        ("h", (), "a g(b h(c n) d) e"),
        ("h", ("h",), "a g(b h(c) n d) e"),
        ("g", (), "a g(b h(c) d n) e"),
        ("g", ("g",), "a g(b h(c) d) n e"),
        ("gone", (), "a g(b h(c) d) e n"),
    ],
)
def test_a_new_layer_goes_above_the_selected_one_or_into_the_group(
    selected: str | None, folded: tuple[str, ...], expected: str
) -> None:
    place = pile.place_above(canvas(), selected, folded)
    assert shape(pile.added(canvas(), layer("n"), place)) == expected


def test_nothing_new_goes_into_a_locked_group() -> None:
    locked = replace(canvas(), layers=tuple(replace(one, locked=one.id == "g") for one in canvas().layers))
    for selected in ("g", "b", "c", "h"):
        place = pile.place_above(locked, selected)
        assert shape(pile.added(locked, layer("n"), place)) == "a g(b h(c) d) n e"


def test_a_group_is_removed_and_copied_with_what_it_holds() -> None:
    assert shape(pile.removed(canvas(), "g")) == "a e"
    assert shape(pile.removed(canvas(), "h")) == "a g(b d) e"
    copied, new = pile.duplicated(canvas(), "g", iter(["l1", "l2", "l3", "l4", "l5"]), "{} copy".format)
    assert (new, shape(copied)) == ("l1", "a g(b h(c) d) l1(l5 l3(l4) l2) e")
    assert [one.name for one in pile.node(copied, "l1")] == ["b", "c", "h", "d", "g copy"]


def test_what_is_selected_once_a_layer_is_gone() -> None:
    assert pile.next_after_removal(canvas(), "g") == "a"
    assert pile.next_after_removal(canvas(), "b") == "h"
    assert pile.next_after_removal(canvas(), "c") == "h"
    assert pile.next_after_removal(Canvas(8, 8, (layer("a"),)), "a") is None


@pytest.mark.parametrize(
    ("moved", "parent", "above", "expected"),
    [
        ("a", "g", None, "g(a b h(c) d) e"),
        ("a", "h", "c", "g(b h(c a) d) e"),
        ("c", None, None, "c a g(b h() d) e"),
        ("h", None, "e", "a g(b d) e h(c)"),
        ("e", "g", "h", "a g(b h(c) e d)"),
        ("g", None, "e", "a e g(b h(c) d)"),
    ],
)
def test_a_layer_or_group_is_put_anywhere(
    moved: str, parent: str | None, above: str | None, expected: str
) -> None:
    assert shape(pile.moved(canvas(), moved, parent, above)) == expected


@pytest.mark.parametrize(
    ("moved", "parent", "above", "expected"),
    [
        (["e", "a"], "g", "b", "g(b a e h(c) d)"),
        (["d", "b"], "g", "d", "a g(h(c) b d) e"),
        (["c", "h", "a"], None, "e", "g(b d) e a h(c)"),
        (["a", "g", "e"], None, "g", "a g(b h(c) d) e"),
        ([], None, None, "a g(b h(c) d) e"),
    ],
)
def test_several_keep_their_order_where_they_are_put(
    moved: list[str], parent: str | None, above: str | None, expected: str
) -> None:
    assert shape(pile.all_moved(canvas(), moved, parent, above)) == expected


@pytest.mark.parametrize(("moved", "parent", "above"), [("g", "h", None), ("g", "g", None), ("a", "e", None),
                                                        ("a", "g", "e"), ("a", None, "a")])  # fmt: skip
def test_a_group_cannot_hold_itself_nor_a_layer_others(
    moved: str, parent: str | None, above: str | None
) -> None:
    with pytest.raises(InvalidValue, match="cannot be put"):
        pile.moved(canvas(), moved, parent, above)


def test_step_by_step_a_layer_walks_through_the_groups() -> None:
    now, seen = canvas(), []
    for _ in range(8):
        now = pile.stepped(now, "a", 1)
        seen.append(shape(now))
    assert seen == [
        "g(a b h(c) d) e", "g(b a h(c) d) e", "g(b h(a c) d) e", "g(b h(c a) d) e", "g(b h(c) a d) e",
        "g(b h(c) d a) e", "g(b h(c) d) a e", "g(b h(c) d) e a",
    ]  # fmt: skip
    for expected in [*seen[-2::-1], shape(canvas())]:
        now = pile.stepped(now, "a", -1)
        assert shape(now) == expected
    assert shape(pile.stepped(canvas(), "a", 1, folded=("g",))) == "g(b h(c) d) a e"


def test_layers_are_gathered_in_a_group_and_let_go_again() -> None:
    assert shape(pile.grouped(canvas(), ["a", "c", "e"], "n", "New")) == "g(b h() d) n(a c e)"
    assert shape(pile.grouped(canvas(), ["g", "b"], "n", "New")) == "a n(g(b h(c) d)) e"
    assert shape(pile.grouped(canvas(), ["c"], "n", "New")) == "a g(b h(n(c)) d) e"
    assert shape(pile.ungrouped(canvas(), "g")) == "a b h(c) d e"
    assert shape(pile.ungrouped(canvas(), "h")) == "a g(b c d) e"
    with pytest.raises(InvalidValue, match="no group"):
        pile.ungrouped(canvas(), "a")


def test_the_pile_is_split_at_whole_groups() -> None:
    below, active, above = pile.split_at(canvas(), "c")
    assert "".join(one.id for one in below) == "a"
    assert "".join(one.id for one in active) == "bchdg"
    assert "".join(one.id for one in above) == "e"
    assert [one.id for one in pile.split_at(canvas(), "e").below] == ["a", "b", "c", "h", "d", "g"]


def test_groups_do_not_nest_without_bounds() -> None:
    deep = Canvas(8, 8, (layer("a"),))
    for number in range(MAX_DEPTH):
        deep = pile.grouped(deep, ["a"], f"g{number}", "")
    with pytest.raises(InvalidValue, match="32 deep"):
        pile.grouped(deep, ["a"], "one more", "")
    beside = pile.added(deep, layer("n", group=True), pile.place_above(deep, None))
    assert shape(pile.stepped(beside, "n", -1)).startswith("g0(")  # it fits just so
    two = pile.grouped(beside, ["n"], "m", "")
    for _ in range(3):  # two deep do not fit into the innermost: they go past it
        two = pile.stepped(two, "m", -1)
    assert len(two.layers) == MAX_DEPTH + 3


@given(st.data())
def test_whatever_is_done_to_the_pile_it_stays_one_and_undo_leads_back(data: st.DataObject) -> None:
    project = Project(Sheet(canvas()))
    states = [project.sheet]
    for _ in range(data.draw(st.integers(1, 12), "steps")):
        now = project.sheet.canvas
        ids = [one.id for one in now.layers]
        fresh = project.sheet.fresh_ids("layer")
        known: list[str | None] = [*ids] or [None]
        some = st.sampled_from(known)
        one, other = data.draw(some, "one"), data.draw(some, "other")
        what = data.draw(st.sampled_from(["add", "remove", "copy", "move", "step", "group", "ungroup"]))
        try:
            if what == "add":
                new = layer(next(fresh), group=data.draw(st.booleans()))
                after = pile.added(now, new, pile.place_above(now, one))
            elif one is None or other is None:
                continue
            elif what == "remove":
                kept = pile.next_after_removal(now, one)
                after = pile.removed(now, one)
                assert kept is None or kept in {each.id for each in after.layers}
            elif what == "copy":
                after, _ = pile.duplicated(now, one, fresh, str)
            elif what == "move":
                parent = data.draw(st.sampled_from([None, *(each.id for each in now.layers if each.group)]))
                after = pile.moved(now, one, parent, other if data.draw(st.booleans()) else None)
            elif what == "step":
                after = pile.stepped(now, one, data.draw(st.sampled_from([1, -1])))
            elif what == "group":
                after = pile.grouped(now, {one, other}, next(fresh), "")
            else:
                after = pile.ungrouped(now, one)
        except InvalidValue:
            continue
        if what in ("move", "step"):
            assert sorted(ids) == sorted(each.id for each in after.layers)
        project.do(SetCanvas(what, after))  # building the canvas has checked its nesting
        states.append(project.sheet)
    for state in reversed(states[:-1]):
        project.undo()
        assert project.sheet == state
    for state in states[1:]:
        project.redo()
        assert project.sheet == state


def test_a_group_that_changes_shows_where_its_layers_are_painted() -> None:
    def painted(at: tuple[int, int]) -> Tiles:
        return Tiles(256, 256).with_changes({at: 0xFF00FF00})

    group = Layer("g", "g", Tiles(256, 256), group=True)
    layers = (
        Layer("a", "a", painted((0, 0))),
        Layer("b", "b", painted((1, 0)), parent="h"),
        replace(group, id="h", parent="g"),
        group,
        Layer("c", "c", painted((2, 0))),
    )
    before = Canvas(256, 256, layers)

    def changed(**fields: object) -> set[tuple[int, int]] | None:
        one = replace(group, **fields)  # type: ignore[arg-type]
        return differing_tiles(before, replace(before, layers=(*layers[:3], one, layers[4])))

    assert changed(name="another") == changed(locked=True) == set()
    assert changed(opacity=0.5) == changed(mode="multiply") == changed(visible=False) == {(1, 0)}
    assert differing_tiles(before, pile.ungrouped(before, "g")) == {(1, 0)}
    assert differing_tiles(before, pile.removed(before, "g")) == {(1, 0)}
    assert (0, 0) in (differing_tiles(before, pile.moved(before, "a", "g", None)) or ())
