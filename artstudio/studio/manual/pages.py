"""The manual: its pages in a language, and searching them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from artstudio.studio.manual.rendering import (
    KEYS_MARK,
    Heading,
    commands_in,
    headings,
    parsed,
    plain,
    to_html,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from markdown_it.token import Token

    from artstudio.studio.manual.rendering import Window

PAGES: Final = (
    "start", "paint", "compose", "write", "animate", "models", "plugins", "library", "shortcuts", "keyboard",
    "files", "privacy", "troubleshooting",
)  # fmt: skip
"""Every page, in the order of the table of contents; each is <language>/<page>.md."""
ENGLISH: Final = "en"
_EXCERPT: Final = 90  # letters around what was found


@dataclass(frozen=True)
class Found:
    """A place that a search found.

    Attributes:
        page: One of `PAGES`.
        anchor: Of the heading it stands below.
        title: The page's title and the heading.
        excerpt: The words around it.
    """

    page: str
    anchor: str
    title: str
    excerpt: str


@dataclass(frozen=True)
class _Section:
    page: str
    heading: Heading
    title: str
    text: str

    def weight(self, words: Sequence[str]) -> int:
        """How well it answers; 0 where a word is missing."""
        title, text = self.title.casefold(), self.text.casefold()
        if not all(word in title or word in text for word in words):
            return 0
        return sum(
            20 * (word in self.heading.text.casefold()) + 5 * (word in title) + min(text.count(word), 4)
            for word in words
        )


class Page:
    """One page. Its Markdown is read once, when it is first asked for."""

    def __init__(self, name: str, path: Path) -> None:
        self.name, self.path = name, path

    @cached_property
    def markdown(self) -> str:
        """What stands in the file."""
        return self.path.read_text("utf-8")

    @cached_property
    def tokens(self) -> list[Token]:
        """As markdown-it sees it."""
        return parsed(self.markdown)

    @cached_property
    def headings(self) -> list[Heading]:
        """The page's title first."""
        return headings(self.tokens)

    @property
    def title(self) -> str:
        """The text of the first heading."""
        return self.headings[0].text

    @cached_property
    def images(self) -> list[str]:
        """The addresses of its pictures."""
        children = (child for token in self.tokens for child in token.children or ())
        return [str(child.attrs["src"]) for child in children if child.type == "image"]

    @property
    def commands(self) -> list[tuple[str, str, bool]]:
        """Each link to a command or pane: its target, its words, and whether those are a key."""
        return [one for token in self.tokens for one in commands_in(token.children or [])]

    def html(
        self, window: Window | None = None, keys: str = "", image_px: dict[str, int] | None = None
    ) -> str:
        """The page; `keys` is Markdown to stand in the place of the tables of keys that the file holds."""
        tokens = self.tokens
        if keys and KEYS_MARK in self.markdown:
            tokens = parsed(self.markdown.partition(KEYS_MARK)[0] + keys)
        return to_html(tokens, window, image_px)

    @cached_property
    def _sections(self) -> list[_Section]:
        sections: list[_Section] = []
        words: list[str] = []
        found = iter(self.headings)
        for place, token in enumerate(self.tokens):
            if token.type == "heading_open":
                words = []
                heading = next(found)
                title = self.title if heading.level == 1 else f"{self.title} › {heading.text}"
                sections.append(_Section(self.name, heading, title, ""))
            elif token.type == "inline" and sections and self.tokens[place - 1].type != "heading_open":
                words.append(plain(token))
                last = sections[-1]
                sections[-1] = _Section(last.page, last.heading, last.title, " ".join(words))
        return sections


class Manual:
    """All pages in one language; those that are missing in it are English.

    Args:
        folder: The folder of the languages' folders.
        language: As Qt names it ("zh_CN", "de"); any Chinese takes the one there is.
    """

    def __init__(self, folder: Path, language: str = ENGLISH) -> None:
        self.folder = folder
        self.language = _nearest(folder, language)
        self.pages = {name: Page(name, self._path(name)) for name in PAGES}

    def _path(self, name: str) -> Path:
        own = self.folder / self.language / f"{name}.md"
        return own if own.is_file() else self.folder / ENGLISH / f"{name}.md"

    def search(self, words: str, most: int = 40) -> list[Found]:
        """The places where all of `words` stand, the best first."""
        wanted = words.casefold().split()
        if not wanted:
            return []
        rated = [
            (-weight, number, section)
            for number, section in enumerate(
                section for page in self.pages.values() for section in page._sections
            )
            if (weight := section.weight(wanted))
        ]
        return [
            Found(section.page, section.heading.anchor, section.title, _excerpt(section.text, wanted))
            for _, _, section in sorted(rated, key=lambda one: one[:2])[:most]
        ]


def _nearest(folder: Path, language: str) -> str:
    """The folder for a language: itself, the same language of another country, or English."""
    names = sorted(path.name for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []
    spoken = language.replace("-", "_")
    if spoken in names:
        return spoken
    kin = [name for name in names if name.partition("_")[0] == spoken.partition("_")[0]]
    return kin[0] if kin else ENGLISH


def _excerpt(text: str, words: Sequence[str]) -> str:
    folded = text.casefold()
    at = min((place for word in words if (place := folded.find(word)) >= 0), default=0)
    begin = max(0, at - _EXCERPT // 3)
    if begin:
        begin = text.find(" ", begin) + 1 or begin
    piece = text[begin : begin + _EXCERPT]
    return ("…" if begin else "") + piece.strip() + ("…" if begin + _EXCERPT < len(text) else "")
