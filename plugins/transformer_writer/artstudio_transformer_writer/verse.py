"""Poems in a form, with any model: the form is held while each token is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artstudio_transformer_writer import rhyme_zh
from artstudio_transformer_writer.forms import EnglishForm
from artstudio_transformer_writer.sampling import Taste
from artstudio_transformer_writer.verse_en import EnglishPoet
from artstudio_transformer_writer.verse_zh import ChinesePoet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np

    from artstudio_transformer_writer.forms import Form, Verse
    from artstudio_transformer_writer.listening import Voice

_PLAIN = Taste()


def write(
    speaker: Voice,
    form: Form,
    chance: np.random.Generator,
    *,
    title: str = "",
    opening: str = "",
    rhymes: rhyme_zh.Rhymes | None = None,
    prompt: Sequence[int] | None = None,
    taste: Taste = _PLAIN,
    tries: int = 3,
) -> Iterator[Verse]:
    """Writes a poem; yields it after each line or couplet, and in between, unchanged, to be stopped.

    Args:
        speaker: the model; of a Chinese form one with a token a character.
        form: one of `forms.FORMS`, or a `forms.ballad`.
        chance: all chance comes from here.
        title: what the poem is about; a Chinese one without is given one.
        opening: how it begins: of a Chinese poem at most a couplet, of an English one at most a line.
        rhymes: of a Chinese form, which characters rhyme (`rhyme_zh.load`); else as they are spoken today.
        prompt: ids that stand before, in place of the end of a text and the primer.
        taste: how boldly to choose; `repetition_penalty` does nothing: verse has its own care for that.
        tries: of each line or couplet, of which one is kept; the work grows with it.

    Raises:
        InvalidValue: the opening does not fit the form.
        BadModel: the model cannot write in the form's language.
    """
    if isinstance(form, EnglishForm):
        yield from EnglishPoet(speaker, form, taste, chance, max(1, tries)).write(title, opening, prompt)
        return
    if rhymes is None:
        known = {piece.decode("utf-8", "ignore") for piece in speaker.pieces if 3 <= len(piece) <= 4}
        rhymes = rhyme_zh.by_pinyin(known)
    yield from ChinesePoet(speaker, form, rhymes, taste, chance, max(1, tries)).write(title, opening, prompt)
