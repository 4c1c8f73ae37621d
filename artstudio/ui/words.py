"""Errors and figures in words that an artist reads."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from artstudio.sdk.errors import StudioError
from artstudio.ui.phrases import phrase


def sentence(error: BaseException) -> str:
    """`error` as one sentence in the window's language.

    The template of a `StudioError` is translated before its values are filled in. The system's own
    errors (a full disk, a forbidden folder) keep their reason and name the file.
    """
    if isinstance(error, StudioError):
        template = QCoreApplication.translate("errors", error.template)
        if template == error.template:
            template = phrase(template)  # a plugin's own
        values = {name: phrase(value) for name, value in error.values.items()}  # some are sentences
        text = template.format(**values) if values else template
    elif isinstance(error, OSError) and error.strerror:
        template = QCoreApplication.translate("errors", "{name}: {reason}") if error.filename else "{reason}"
        text = template.format(name=error.filename, reason=error.strerror)
    else:
        template = QCoreApplication.translate("errors", "something went wrong inside artstudio: {reason}")
        text = template.format(reason=str(error) or type(error).__name__)
    if not template.startswith("{"):  # a file's name stays as it is written
        text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", "。")) else text + QCoreApplication.translate("errors", ".")


def kind_word(kind: str) -> str:
    """What a kind is called."""
    return {
        "image": QCoreApplication.translate("Library", "Picture"),
        "video": QCoreApplication.translate("Library", "Film"),
        "score": QCoreApplication.translate("Library", "Tune"),
        "text": QCoreApplication.translate("Library", "Text"),
        "audio": QCoreApplication.translate("Library", "Sound"),
        "tilemap": QCoreApplication.translate("Library", "Tile map"),
        "model": QCoreApplication.translate("Library", "Model"),
    }.get(kind, kind)


def number(n: int) -> str:
    """A count with the separators that are the custom here: "12,000"."""
    return QLocale().toString(n)


def counted(n: int, one: str, many: str) -> str:
    """`one` for a single thing, `many` for more or none; "{n}" in either becomes the count.

    Both are translated already; a language without plurals says the same in both.
    """
    return (one if n == 1 else many).replace("{n}", number(n))


def size(n_bytes: int) -> str:
    """Room in memory or on the disk, nothing rounded away: "0 bytes", "1 KiB", "3.1 MiB", "312 MiB"."""
    shown = max(n_bytes, 1024) if n_bytes else 0
    power = max(0, shown.bit_length() - 1) // 10
    exact = power > 1 and shown < 100 * 1024**power
    return QLocale().formattedDataSize(shown, 1 if exact else 0)
