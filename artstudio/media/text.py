"""Files of text to and from `Text`: plain ones and Markdown as they are, others without their looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artstudio.base.atomic import read_bytes, write_bytes
from artstudio.documents.prose import Prose
from artstudio.media.prose import files
from artstudio.media.prose.encodings import decoded
from artstudio.media.prose.markdown_recipe import comment_of, split_recipe
from artstudio.sdk import BadFile, Text

if TYPE_CHECKING:
    from pathlib import Path


def read_text(path: Path) -> Text:
    """A file of text as it is, in any common encoding, with any line ends. An empty file is an empty text.

    A recipe at the end of Markdown is left out.

    Raises:
        BadFile: no text, or over 100 MiB.
    """
    if path.is_file() and path.stat().st_size == 0:
        return Text("")
    data = read_bytes(path, files.MAX_MIB)
    text = files.with_newlines(decoded(data, path.name))
    return Text(split_recipe(text)[0] if path.suffix.lower() == ".md" else text)


def read_document(path: Path) -> Text:
    """The text of a Word or HTML file, without its looks.

    Raises:
        BadFile: it is none or is damaged.
    """
    return Text(files.read_prose(path).text)


def write_document(text: Text, path: Path, recipe: str | None = None) -> None:
    """Writes a Word or HTML file, each line a paragraph.

    Raises:
        BadFile: the file cannot be written, or the text holds half a character.
    """
    files.write_prose(Prose.plain(text.text), path, recipe, path.stem)


def write_text(text: Text, path: Path, recipe: str | None = None) -> None:
    """Write UTF-8 with line feeds as line ends; in Markdown the recipe is a comment after the text.

    `read_text` gives back the same text. A plain text has no place for a recipe.

    Raises:
        BadFile: the file cannot be written, or the text holds half a character.
    """
    whole = text.text
    if recipe is not None and path.suffix.lower() == ".md":
        whole = f"{whole}\n{comment_of(recipe)}\n"
    try:
        data = whole.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadFile("the text holds half a character at {at}: delete it there", at=error.start) from error
    write_bytes(path, data)
