"""Files of text, and prose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from artstudio.base.atomic import read_bytes, write_bytes
from artstudio.documents.prose import PICTURE, Prose
from artstudio.media.prose.encodings import decoded
from artstudio.media.prose.markdown_recipe import split_recipe
from artstudio.media.prose.pieces import LINE_BREAK, paragraphs_of, written
from artstudio.sdk import InvalidValue

if TYPE_CHECKING:
    from pathlib import Path

MAX_MIB: Final = 100
SUFFIXES: Final = (".txt", ".md", ".docx", ".html", ".htm")


def read_prose(path: Path) -> Prose:
    """The text in a plain text, Markdown, Word or HTML file; an empty file is an empty text.

    Raises:
        BadFile: it is not what its suffix says, is damaged, or too large.
        InvalidValue: a suffix that is none of `SUFFIXES`.
    """
    kind = _kind(path)
    if path.is_file() and path.stat().st_size == 0:
        return Prose()
    data = read_bytes(path, MAX_MIB)
    match kind:
        case ".docx":
            from artstudio.media.prose.docx_in import prose_from_docx

            return prose_from_docx(data, path.name)
        case ".html" | ".htm":
            from artstudio.media.prose.html_in import prose_from_html

            return prose_from_html(data, path.name)
        case ".md":
            from artstudio.media.prose.markdown_in import prose_from_markdown

            return prose_from_markdown(with_newlines(decoded(data, path.name)), path.name)
    return Prose.plain(with_newlines(decoded(data, path.name)))


def write_prose(prose: Prose, path: Path, recipe: str | None = None, title: str = "") -> None:
    """Writes a text, with its recipe (JSON) and title where the format has a place for them; .txt has none.

    Raises:
        BadFile: the file cannot be written, or the text holds half a character.
        InvalidValue: a suffix that is none of `SUFFIXES`.
    """
    match _kind(path):
        case ".docx":
            from artstudio.media.prose.docx_out import docx_of

            data = docx_of(prose, recipe, title)
        case ".html" | ".htm":
            from artstudio.media.prose.html_out import html_of

            data = html_of(prose, recipe, title).encode()
        case ".md":
            from artstudio.media.prose.markdown_out import markdown_of

            data = markdown_of(prose, recipe).encode()
        case _:
            data = plain_text_of(prose).encode()
    write_bytes(path, data)


def read_recipe(path: Path) -> str | None:
    """The recipe that `write_prose` stored, if any.

    Raises:
        BadFile: the file is not what its suffix says.
    """
    kind = _kind(path)
    if kind == ".txt" or (path.is_file() and path.stat().st_size == 0):
        return None
    data = read_bytes(path, MAX_MIB)
    match kind:
        case ".docx":
            from artstudio.media.prose.docx_parts import recipe_in_docx

            return recipe_in_docx(data, path.name)
        case ".html" | ".htm":
            from artstudio.media.prose.html_in import recipe_in_html

            return recipe_in_html(data, path.name)
    return split_recipe(with_newlines(decoded(data, path.name)))[1]


def plain_text_of(prose: Prose) -> str:
    """The text without looks: lists keep their signs, pictures their descriptions, a rule is three stars."""
    lines: list[str] = []
    numbers: list[int] = []
    for paragraph in paragraphs_of(prose):
        style = paragraph.style
        text = "".join(
            look.picture.alt * piece.count(PICTURE) if look.picture is not None else piece
            for piece, look in paragraph.pieces
        ).replace(LINE_BREAK, "\n")
        if style.kind in ("bullet", "numbered"):
            del numbers[style.level + 1 :]
            numbers += [0] * (style.level + 1 - len(numbers))
            numbers[style.level] += 1
            sign = "-" if style.kind == "bullet" else f"{numbers[style.level]}."
            text = f"{'   ' * style.level}{sign} {text}"
        else:
            numbers.clear()
            text = "* * *" if style.kind == "rule" else text
        lines.append(text)
    text = "\n".join(lines)
    written(text)  # refuses half characters; signs that are not seen stay, as this is no document format
    return text


def with_newlines(text: str) -> str:
    """The same with every line end one newline."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _kind(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise InvalidValue(
            "{name} is no file of text: use one of {allowed}", name=path.name, allowed=" ".join(SUFFIXES)
        )
    return suffix
