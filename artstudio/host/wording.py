"""A plugin's words in another language: `locale/<language>.json` in its folder, by the English ones."""

from __future__ import annotations

import json
import logging
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

MOST_BYTES: Final = 1 << 20
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Za-z]{2,8})*")
_PLACEHOLDER = re.compile(r"\{[A-Za-z_]\w*\}")


def read_words(path: Path) -> dict[str, str]:
    """The words in a JSON file of sources and translations; none where it is missing or is something else.

    A translation that lacks a placeholder of its source, or has another one, is left out.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            log.warning("%s is over 1 MiB and is not used", path)
            return {}
        content = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        log.warning("%s cannot be read and is not used: %s", path, error)
        return {}
    if not isinstance(content, dict):
        return {}
    return {
        source: text
        for source, text in content.items()
        if isinstance(text, str) and text and _fits(source, text)
    }


def plugin_words(folder: Path, language: str) -> dict[str, str]:
    """What the plugin in `folder` says in `language`; English needs no words."""
    if not _LANGUAGE.fullmatch(language):
        return {}
    return read_words(folder / "locale" / f"{language}.json")


def _fits(source: str, text: str) -> bool:
    """Whether the same values go into both; nothing else in braces, which `str.format` would look up."""
    rest = _PLACEHOLDER.sub("", text)
    return sorted(_PLACEHOLDER.findall(source)) == sorted(_PLACEHOLDER.findall(text)) and not {*rest} & {
        *"{}"
    }
