"""The manual's pages: complete, the same in every language, and readable as web pages."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from click.testing import CliRunner

from artstudio.base.paths import resources
from artstudio.cli.main import cli
from artstudio.studio.manual.pages import PAGES, Manual
from artstudio.studio.manual.rendering import KEYS_MARK
from artstudio.studio.manual.site import write_site

MANUAL = resources() / "manual"
MOST_BYTES = 3 << 19  # of all pictures, 1.5 MiB


class _Page(HTMLParser):
    """Gathers what a page links to, shows and can be linked to."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.images: list[str] = []
        self.ids: set[str] = set()
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and (href := given.get("href")) is not None:
            self.links.append(href)
        if tag == "img":
            assert given.get("alt"), "every picture says what it shows"
            self.images.append(given.get("src") or "")
        if (name := given.get("id")) is not None:
            self.ids.add(name)


def test_every_link_of_the_web_pages_leads_somewhere(tmp_path: Path) -> None:
    written = write_site(MANUAL, tmp_path)
    pages = {path: _Page(path) for path in written if path.suffix == ".html"}
    assert len(pages) == 2 * len(PAGES) + 1
    for path, page in pages.items():
        for link in page.links:
            there, anchor = urldefrag(unquote(link))
            target = (path.parent / there).resolve() if there else path
            assert target in pages, (path.name, link)
            assert not anchor or anchor in pages[target].ids, (path.name, link)
        for image in page.images:
            assert (path.parent / image).is_file(), (path.name, image)


def test_the_command_writes_the_web_pages(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["manual", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    assert result.output.strip().endswith("index.html")
    assert "Ctrl+Shift+P" in (tmp_path / "out" / "en" / "shortcuts.html").read_text("utf-8")


def test_all_languages_say_the_same() -> None:
    english = Manual(MANUAL)
    for folder in sorted(path for path in MANUAL.iterdir() if (path / "start.md").is_file()):
        other = Manual(MANUAL, folder.name)
        assert {path.stem for path in folder.glob("*.md")} == set(PAGES)
        for name in PAGES:
            ours, theirs = english.pages[name], other.pages[name]
            assert [(one.level, one.anchor) for one in ours.headings] == [
                (one.level, one.anchor) for one in theirs.headings
            ], (folder.name, name)
            own = f".{folder.name}.png"  # a picture of its own where the window speaks its language
            assert ours.images == [one.replace(own, ".png") for one in theirs.images]
            assert _targets(ours.markdown) == _targets(theirs.markdown), (folder.name, name)
            assert sorted(one[::2] for one in ours.commands) == sorted(one[::2] for one in theirs.commands)


def _targets(markdown: str) -> list[str]:
    """Where the links to pages lead, in any order."""
    parts = markdown.partition(KEYS_MARK)[0].split("](")[1:]
    return sorted(part.partition(")")[0] for part in parts if ".md" in part.partition(")")[0])


def test_no_picture_is_unused_or_missing_and_all_are_small() -> None:
    pages = [page for code in ("en", "zh_CN") for page in Manual(MANUAL, code).pages.values()]
    shown = {image.rpartition("/")[2] for page in pages for image in page.images}
    kept = {path.name for path in (MANUAL / "images").glob("*.png")}
    assert shown == kept
    assert sum(path.stat().st_size for path in (MANUAL / "images").iterdir()) < MOST_BYTES


@pytest.mark.parametrize(
    ("language", "expected"), [("zh_CN", "zh_CN"), ("zh-TW", "zh_CN"), ("de_DE", "en"), ("en_GB", "en")]
)
def test_the_nearest_language_is_taken(language: str, expected: str) -> None:
    assert Manual(MANUAL, language).language == expected


def test_a_page_missing_in_a_language_is_english(tmp_path: Path) -> None:
    for language, names in (("en", PAGES), ("de", ("start",))):
        (tmp_path / language).mkdir()
        for name in names:
            (tmp_path / language / f"{name}.md").write_text(f"# {language} {name}\n", "utf-8")
    manual = Manual(tmp_path, "de")
    assert manual.pages["start"].title == "de start"
    assert manual.pages["paint"].title == "en paint"


def test_search_wants_all_words_and_puts_headings_first() -> None:
    manual = Manual(MANUAL)
    found = manual.search("rough layer")
    assert found
    assert found[0].page == "paint"
    assert not manual.search("rough xyzzy")
    assert manual.search("") == []
    titles = [one.title for one in manual.search("recipes")]
    assert titles[0].startswith("Library and recipes")
    assert Manual(MANUAL, "zh_CN").search("种子")


def test_keys_and_commands_are_as_the_window_says() -> None:
    class Window:
        def keys(self, action_id: str) -> str | None:
            return {"canvas.live": "F9", "edit.undo": ""}.get(action_id)

        def place(self, target: str) -> str | None:
            return {"action:canvas.live": "Canvas > Along", "action:edit.undo": "Edit > Undo"}.get(target)

    html = Manual(MANUAL).pages["paint"].html(Window())
    assert '<a href="action:canvas.live"><kbd>F9</kbd></a>' in html
    assert "Ctrl+L" not in html
    undo = Manual(MANUAL).pages["start"].html(Window())
    assert '<a href="action:edit.undo"><span class="command">Edit &gt; Undo</span></a>' in undo  # no key
    assert "action:" not in Manual(MANUAL).pages["paint"].html()


def test_each_language_shows_pictures_of_its_own() -> None:
    shown = {
        code: {Path(image).name for page in Manual(MANUAL, code).pages.values() for image in page.images}
        for code in ("en", "zh_CN")
    }
    assert {name.replace(".zh_CN.png", ".png") for name in shown["zh_CN"]} == shown["en"]
    assert not shown["zh_CN"] & shown["en"]
