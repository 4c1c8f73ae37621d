"""Which script a text is written in."""

from __future__ import annotations


def han_count(text: str) -> int:
    """How many Chinese characters there are."""
    return sum("\u3400" <= character <= "\u9fff" or character >= "\U00020000" for character in text)


def mostly_chinese(text: str) -> bool:
    """Whether of the letters of a text most are Chinese; an English word counts as much as a character."""
    han = han_count(text)
    words = len([word for word in text.split() if word.isascii() and any(map(str.isalpha, word))])
    return han > words
