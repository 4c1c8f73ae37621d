"""What a writer learns from: texts in folders, ZIPs and files, and which part of them is set aside."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from artstudio.sdk import BadFile, Notice, Progress
from artstudio.sdk.nn.training_files import training_files
from artstudio_transformer_writer.documents import read_text

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

SUFFIXES = (".txt", ".md", ".docx", ".jsonl")
MOST_MIB = 512  # of one file
BLOCK = 4000  # characters, about
EVERY_BLOCK = 20  # one in so many is set aside
EVERY_POEM = 50
_FORMS = {"五言绝句": "五绝", "七言绝句": "七绝", "五言律诗": "五律", "七言律诗": "七律", "词": "词"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A text to learn from, or one set aside. `mark` tells texts apart by their content."""

    name: str
    text: str
    mark: str
    poem: str = ""  # its form, of a poem


@dataclass
class Corpus:
    """Texts to learn from and texts set aside."""

    train: list[Piece] = field(default_factory=list)
    held_out: list[Piece] = field(default_factory=list)

    @property
    def poems(self) -> bool:
        """Whether these are many short texts, each with a beginning and an end of its own."""
        return bool(self.train or self.held_out) and all(piece.poem for piece in self.train + self.held_out)


def read_corpus(
    paths: Sequence[Path], aside: Sequence[str] = ()
) -> Generator[Notice | Progress, None, Corpus]:
    """Reads everything below `paths` and returns it; on the way says how far it is and what it had to skip.

    Set aside are: whole texts whose name holds one of the words of `aside`; where none is named, the
    eleventh of every 20 blocks of about 4,000 characters of each text; and of a file of poems every 50th.

    Raises:
        BadFile: a path does not exist, a ZIP holds a path that leads out of it, or nothing readable is there.
    """
    corpus = Corpus()
    skipped: list[str] = []
    files = training_files(paths, SUFFIXES, skipped, most_mib=MOST_MIB, wanted="texts")
    for count, (path, content) in enumerate(files):
        yield Progress(count, 0, "files read")
        name = PurePosixPath(path).name
        try:
            if name.lower().endswith((".jsonl", ".jsonl.gz")):
                _add_poems(corpus, name, content)
            else:
                _add_text(corpus, name, read_text(name, content), aside)
        except (BadFile, ValueError) as problem:
            skipped.append(f"{name} ({problem})")
    if skipped:
        more = f" and {len(skipped) - 3} more" if len(skipped) > 3 else ""
        yield Notice(f"left out what could not be read as text: {', '.join(skipped[:3])}{more}")
    if not corpus.train and not corpus.held_out:
        raise BadFile("there is no text to learn from: no readable .txt, .md, .docx or .jsonl was found")
    return corpus


def mark_of(text: str) -> str:
    """What tells a text apart: 16 hex digits of the SHA-256 of its words."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:16]


def blocks(text: str) -> list[str]:
    """The text in pieces of about 4,000 characters, cut where a paragraph ends if one does."""
    found, start = [], 0
    while start < len(text):
        end = min(len(text), start + BLOCK)
        if end < len(text):
            cut = max(text.rfind("\n", start + BLOCK // 2, end), text.rfind(" ", end - 100, end))
            end = cut + 1 if cut > 0 else end
        found.append(text[start:end])
        start = end
    return found


def set_aside(number: int) -> bool:
    """Whether a text's block of this number (from 0) is held out."""
    return number % EVERY_BLOCK == 10


def _add_text(corpus: Corpus, name: str, text: str, aside: Sequence[str]) -> None:
    if not text.strip():
        raise ValueError("empty")
    mark = mark_of(text)
    if aside:
        named = any(word.lower() in name.lower() for word in aside)
        (corpus.held_out if named else corpus.train).append(Piece(name, text, mark))
        return
    run: list[str] = []
    for number, block in enumerate(parts := blocks(text)):
        if set_aside(number) or (len(parts) <= 10 and number == len(parts) - 1 and number):
            corpus.held_out.append(Piece(name, block, mark))
            corpus.train += [Piece(name, "".join(run), mark)] if run else []
            run = []
        else:
            run.append(block)
    corpus.train += [Piece(name, "".join(run), mark)] if run else []


def poem_text(form: str, title: str, lines: Sequence[str]) -> str:
    """A poem as the models know it: form and title in the first line, then a line for each couplet."""
    short = _FORMS.get(form, form)
    if short != "词":
        lines = ["".join(lines[i : i + 2]) for i in range(0, len(lines), 2)]
    return "\n".join([f"{short}|{title}", *lines]) + "\n"


def _add_poems(corpus: Corpus, name: str, content: bytes) -> None:
    for number, line in enumerate(content.decode("utf-8").splitlines()):
        if not line.strip():
            continue
        entry: Any = json.loads(line)
        if not isinstance(entry, dict) or not isinstance(entry.get("lines", entry.get("text")), str | list):
            raise ValueError(f"line {number + 1} has neither lines nor text")
        if isinstance(entry.get("lines"), list):
            form = str(entry.get("form", ""))
            text = poem_text(form, str(entry.get("title", "")), [str(one) for one in entry["lines"]])
        else:
            form, text = "", str(entry.get("text", entry.get("lines")))
        held_out = number % EVERY_POEM == 0
        piece = Piece(f"{name}:{number + 1}", text, mark_of(text), form or "text")
        (corpus.held_out if held_out else corpus.train).append(piece)
