"""Sentences that come ready-made from lower layers and plugins, found again by their patterns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QTranslator

from artstudio.host.wording import read_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CONTEXT: Final = "plugins"
_PLACEHOLDER = re.compile(r"\{([A-Za-z_]\w*)\}")
_LEAST_LETTERS: Final = 8  # a pattern of less would be found in anything
_MOST_VALUES: Final = 6  # with more of them, or in a longer text, looking would hold the window up
_MOST_LETTERS: Final = 2000


def phrase(text: str) -> str:
    """A sentence, a title or a word of a lower layer or a plugin, in the window's language."""
    return QCoreApplication.translate(CONTEXT, text) if text else ""


class Phrases(QTranslator):
    """Answers in the context "plugins"; knows whole texts and, where they have placeholders, patterns."""

    def __init__(self, parent: QCoreApplication | None = None) -> None:
        super().__init__(parent)
        self._words: dict[str, str] = {}
        self._patterns: dict[str, tuple[re.Pattern[str], str]] = {}
        self._found: dict[str, str] = {}

    def read(self, path: Path) -> None:
        """Learn what is in a file."""
        self.learn(read_words(path))

    def learn(self, words: Mapping[str, str]) -> None:
        """Add sources with their translations; what is known stays."""
        self._found.clear()
        for source, text in words.items():
            self._words.setdefault(source, text)
            letters, values = len(_PLACEHOLDER.sub("", source)), len(_PLACEHOLDER.findall(source))
            told_apart = letters >= _LEAST_LETTERS and "}{" not in source
            if 0 < values <= _MOST_VALUES and told_apart and source not in self._patterns:
                self._patterns[source] = _pattern(source), text
        # the most telling one first
        self._patterns = dict(
            sorted(self._patterns.items(), key=lambda one: -len(_PLACEHOLDER.sub("", one[0])))
        )

    def isEmpty(self) -> bool:
        return False

    def translate(  # None says "I do not know"
        self,
        context: str,
        sourceText: str,  # Qt's own name
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str | None:
        if context != CONTEXT:
            return None  # "" would be an answer
        if sourceText not in self._found:
            if len(self._found) > 2000:
                self._found.clear()
            self._found[sourceText] = self._words.get(sourceText) or self._by_pattern(sourceText)
        return self._found[sourceText] or None

    def _by_pattern(self, text: str) -> str:
        if len(text) > _MOST_LETTERS:
            return ""
        bare, stop = (text[:-1], "。") if text.endswith(".") else (text, "")
        for pattern, translation in self._patterns.values():
            if found := pattern.fullmatch(text) or pattern.fullmatch(bare):
                values = {name: self._words.get(value, value) for name, value in found.groupdict().items()}
                return translation.format(**values) + (stop if not translation.endswith("。") else "")
        # a sentence that was begun with a capital, or ended by a full stop, on its way here
        for form in (bare, text[:1].lower() + text[1:], bare[:1].lower() + bare[1:]):
            if form in self._words:
                return self._words[form] + (stop if form != text else "")
        return ""


def _pattern(source: str) -> re.Pattern[str]:
    """What `source` becomes by any values; its first letter may be a capital."""
    parts, at, seen = [], 0, set()
    for found in _PLACEHOLDER.finditer(source):
        parts.append(re.escape(source[at : found.start()]))
        name = found[1]
        parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>.+?)")
        seen.add(name)
        at = found.end()
    parts.append(re.escape(source[at:]))
    first = source[:1]
    if first.isalpha():
        parts[0] = f"[{first}{first.upper()}]" + parts[0][1:]
    return re.compile("".join(parts), re.DOTALL)
