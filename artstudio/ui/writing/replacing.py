"""Replaces many places of a passage at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artstudio.documents.forks import followed
from artstudio.documents.prose import Prose, typed_look
from artstudio.documents.runs import Runs
from artstudio.documents.text_edits import ReplaceText
from artstudio.ui.writing.finding import Found, replacement

if TYPE_CHECKING:
    from artstudio.documents.prose import CharStyle, Origin, ParagraphStyle
    from artstudio.documents.writing import Passage


def replaced_all(passage: Passage, label: str, found: Found, template: str) -> ReplaceText:
    """One edit that puts what `template` says in all places found, of which there is at least one.

    What is new looks like the first character that it stands for. Meant for a thread beside the window.
    """
    prose = passage.prose
    first, last = int(found.starts[0]), int(found.ends[-1])
    texts: list[str] = []
    chars: list[tuple[CharStyle, int]] = []
    origins: list[tuple[Origin, int]] = []
    paragraphs: list[tuple[ParagraphStyle, int]] = [(prose.paragraphs.at(prose.paragraph_at(first)), 1)]
    at, sizes = first, []
    for number, (start, end) in enumerate(zip(found.starts.tolist(), found.ends.tolist(), strict=True)):
        if at < start:
            texts.append(prose.text[at:start])
            chars += [(look, stop - begin) for begin, stop, look in prose.chars.part(at, start)]
            origins += [(origin, stop - begin) for begin, stop, origin in prose.origins.part(at, start)]
            one, two = prose.paragraph_at(at), prose.paragraph_at(start)
            paragraphs += [
                (style, stop - begin) for begin, stop, style in prose.paragraphs.part(one + 1, two + 1)
            ]
        new = replacement(template, found.groups[number] if found.groups else None)
        texts.append(new)
        sizes.append(len(new))
        chars.append((typed_look(prose.chars.at(start)), len(new)))
        origins.append(("typed" if prose.origins.at(start) == "typed" else "edited", len(new)))
        paragraphs.append((paragraphs[-1][0], new.count("\n")))
        at = end
    made = Prose(
        "".join(texts), Runs.collected(chars), Runs.collected(paragraphs), Runs.collected(origins)
    )  # fmt: skip
    forks = passage.forks
    if forks:  # from the last place on, so that those before keep theirs
        for start, end, size in zip(
            found.starts[::-1].tolist(), found.ends[::-1].tolist(), sizes[::-1], strict=True
        ):
            forks = followed(forks, start, end, size)
    return ReplaceText(label, passage.id, first, last, prose=made, forks=forks)
