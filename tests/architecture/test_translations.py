"""Every string of the window, of errors and of the plugins has a translation, and what Qt reads holds it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from installer.translations import catalogue, finding
from installer.translations.plugins import sentences
from installer.translations.state import LANGUAGE, State

TOP = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def state() -> State:
    return State.read(TOP)


def test_no_string_lacks_a_translation_or_has_other_placeholders(state: State) -> None:
    assert state.count > 2000
    assert not state.faults(), "python -m installer.translations missing: see installer/translations"


def test_a_missing_one_is_named_with_its_file(state: State) -> None:
    key = ("errors", "{name} is empty: choose another file")
    for text, fault in (("", "is missing"), ("{nom} 是空的", "has other placeholders")):
        broken = replace(state, window={**state.window, key: text})
        assert broken.faults() == [f"artstudio/base/atomic.py: errors: {key[1]!r} {fault}"] or any(
            key[1] in line and fault in line and ".py: " in line for line in broken.faults()
        )


def test_the_files_hold_what_the_code_says_and_nothing_else(state: State) -> None:
    assert set(catalogue.read(state.ts)) == set(state.window)


def test_what_qt_reads_is_as_new_as_its_source(state: State) -> None:
    translator = QTranslator()
    assert translator.load(str(state.ts.with_suffix(".qm")))
    stale = [key for key, text in catalogue.read(state.ts).items() if translator.translate(*key) != text]
    assert not stale, "python -m installer.translations update"


def test_what_counts_things_has_words_for_one(state: State) -> None:
    """English, the source, has no translation that could bend "1 jobs": see `ui.words.counted`."""
    units, never_one = {"{n} fps", "{n} ms"}, {"{n} results chosen", "Keep {n} results"}
    many = {
        (context, source): re.sub(r"(\{n\} [a-z]+)s\b.*", r"\1", source)
        for context, source in state.window
        if context != "errors" and re.search(r"\{n\} [a-z]+s\b", source)
    }
    lacking = [
        source
        for (context, source), one in many.items()
        if source not in units | never_one
        and not any(of == context and re.match(re.escape(one) + r"\b", other) for of, other in state.window)
    ]
    assert len(many) > 12
    assert not lacking


def test_no_sentence_of_the_host_reaches_the_window_in_english_alone(state: State) -> None:
    # the command line's, the makers' of plugins, the log's; and what no sentence is
    others = {
        "build_rules.py", "checking.py", "inbox.py", "plan.py", "reference.py", "scaffold.py", "wording.py",
        "process.py",
    }  # fmt: skip
    known = {source for _, source in state.window} | {one for words in state.words.values() for one in words}
    lacking = [
        f"{path.name}: {sentence}"
        for path, tree in finding.trees(TOP / "artstudio" / "host")
        if path.name not in others
        for sentence in sentences(tree)
        if sentence not in known
    ]
    assert not lacking


def test_strings_are_found_however_they_are_reached(tmp_path: Path) -> None:
    code = """
from PySide6.QtCore import QCoreApplication, QT_TRANSLATE_NOOP
NAME = QT_TRANSLATE_NOOP("Names", "a")
translate = QCoreApplication.translate
class Pane:
    def show(self, window: MainWindow, on):
        size, tr = 1, window.tr
        self.tr("b" if on else "c")
        tr("d" "e")
        translate("Free", "f")
        self._say("g")
        words = "h"
        self.tr(words)
    def _say(self, text): return self.tr(text)
"""
    (tmp_path / "artstudio" / "ui").mkdir(parents=True)
    (tmp_path / "artstudio" / "ui" / "pane.py").write_text(code)
    assert set(finding.window_strings(tmp_path)) == {
        ("Names", "a"), ("Pane", "b"), ("Pane", "c"), ("MainWindow", "de"), ("Free", "f"), ("Pane", "g"),
        ("Pane", "h"),
    }  # fmt: skip
    (tmp_path / "artstudio" / "ui" / "pane.py").write_text("class A:\n    def a(self): self.tr(made())\n")
    with pytest.raises(finding.Unresolved, match=r"pane\.py:2"):
        finding.window_strings(tmp_path)


def test_each_plugin_brings_its_words(state: State) -> None:
    plugins = {path.parents[1].name for path in state.words if path.parent.name == "locale"}
    assert plugins >= {
        "gan_painter",
        "rnn_composer",
        "transformer_writer",
        "vae_morpher",
        "diffusion",
        "stylize",
    }
    assert all(path.name.endswith(f"{LANGUAGE}.json") for path in state.words)
