"""All strings of the studio and its plugins with their translations, as they are on disk."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from installer.translations import catalogue, finding, plugins

LANGUAGE = "zh_CN"
FOLDER = "resources/translations"
PLUGINS = ("plugins", "tests/thirdparty")
LOWER = (
    "sdk",
    "base",
    "engine",
    "media",
    "render",
    "sound",
    "documents",
    "project",
    "library",
    "host",
    "studio",
)
TABLES = (
    ("artstudio/sound/instruments.py", "Instruments"),
    ("artstudio/host/installing/permissions.py", "permissions"),
)
MARK = "\u0004"  # between a context and a source, where one is named


@dataclass
class State:
    """`found` are the strings of the code with their files; `window` and `words` the translations.

    Attributes:
        found: By (context, source).
        window: What goes into the .ts file.
        sources: By JSON file: the strings that belong into it, with the files they are from.
        words: By JSON file: its translations.
    """

    root: Path
    found: finding.Strings
    window: catalogue.Translations
    sources: dict[Path, dict[str, str]]
    words: dict[Path, dict[str, str]]

    @classmethod
    def read(cls, root: Path) -> State:
        """Read the code below `root` and what was translated.

        Raises:
            finding.Unresolved: a string that is translated is not written out.
        """
        layers = [
            root / "artstudio" / name for name in (*LOWER, "ui") if (root / "artstudio" / name).is_dir()
        ]
        found = {
            **finding.window_strings(root),
            **finding.error_strings(root, layers),
            **{("errors", source): "artstudio/sound/output.py" for source in _notices(root)},
            **{
                key: file
                for table, context in TABLES
                for key, file in finding.table_strings(root, table, context).items()
            },
        }
        ts = root / FOLDER / f"artstudio_{LANGUAGE}.ts"
        known = catalogue.read(ts) if ts.exists() else {}
        elsewhere = {source: text for (_, source), text in known.items() if text}
        window = {key: known.get(key) or elsewhere.get(key[1], "") for key in found}
        # why a plugin cannot be used is a finished sentence by the time that the window hears of it
        told = finding.error_strings(root, [root / "artstudio" / "sdk", root / "artstudio" / "host"])
        phrases = plugins.phrase_strings(root) | {source: file for (_, source), file in told.items()}
        sources = {root / FOLDER / f"phrases_{LANGUAGE}.json": phrases}
        for folder in (
            path.parent for place in PLUGINS for path in root.glob(f"{place}/*/artstudio-plugin.toml")
        ):
            sources[folder / "locale" / f"{LANGUAGE}.json"] = plugins.plugin_strings(root, folder)
        words = {}
        for path, of_file in sources.items():
            written = json.loads(path.read_text("utf-8")) if path.exists() else {}
            words[path] = {source: written.get(source) or elsewhere.get(source, "") for source in of_file}
        finding.forget()
        return cls(root, found, window, sources, words)

    @property
    def ts(self) -> Path:
        return self.root / FOLDER / f"artstudio_{LANGUAGE}.ts"

    @property
    def count(self) -> int:
        return len(self.window) + sum(map(len, self.words.values()))

    def missing(self) -> dict[str, str]:
        """What lacks a translation, with room for it."""
        texts = [source for (_, source), text in self.window.items() if not text]
        texts += [source for words in self.words.values() for source, text in words.items() if not text]
        return dict.fromkeys(texts, "")

    def fill(self, translations: dict[str, str]) -> None:
        """Take `translations`, by source or by context and source; an empty one changes nothing."""
        for key in self.window:
            text = translations.get(MARK.join(key)) or translations.get(key[1])
            self.window[key] = text or self.window[key]
        for words in self.words.values():
            for source in words:
                words[source] = translations.get(source) or words[source]

    def faults(self) -> list[str]:
        """What is missing or wrong, a line each that names the file and the string."""
        faults = []
        for (context, source), text in self.window.items():
            if fault := catalogue.fault(source, text):
                faults.append(f"{self.found[context, source]}: {context}: {source!r} {fault}")
        for path, words in self.words.items():
            for source, text in words.items():
                if fault := catalogue.fault(source, text):
                    faults.append(f"{self.sources[path][source]}: {source!r} {fault} in {path.name}")
        return faults

    def write(self) -> None:
        """Write everything, and compile what Qt reads."""
        self.ts.parent.mkdir(parents=True, exist_ok=True)
        catalogue.write(self.ts, LANGUAGE, self.window)
        for path, words in self.words.items():
            path.parent.mkdir(exist_ok=True)
            text = json.dumps(words, ensure_ascii=False, indent=1, sort_keys=True)
            path.write_text(text + "\n", "utf-8")
        lrelease = [
            "pyside6-lrelease",
            "-silent",
            "-nounfinished",
            str(self.ts),
            "-qm",
            str(self.ts.with_suffix(".qm")),
        ]
        subprocess.run(lrelease, check=True)


def _notices(root: Path) -> list[str]:
    """What the sound's output says of its device."""
    table = finding.table_strings(root, "artstudio/sound/output.py", "errors")
    return [source for _, source in table if ": " in source]
