"""The manual as a folder of HTML files, for a browser. Needs only markdown-it: wheels are built with it."""

from __future__ import annotations

import shutil
from html import escape
from typing import TYPE_CHECKING, Final

from artstudio.studio.manual.pages import ENGLISH, PAGES, Manual

if TYPE_CHECKING:
    from pathlib import Path

_STYLE: Final = """
:root { color-scheme: light dark; --ink: #22262b; --dim: #667; --ground: #fdfdfc; --line: #d5d8dc;
  --link: #17796c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #dfe1e6; --dim: #9298a5; --ground: #1c1d21; --line: #383b43; --link: #6fd0c2; } }
body { margin: 0; font: 16px/1.55 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif;
  color: var(--ink); background: var(--ground); display: flex; flex-wrap: wrap; }
nav { flex: 0 0 13rem; padding: 1.5rem; } nav ol { list-style: none; padding: 0; } nav li { margin: .4rem 0; }
main { flex: 1 1 30rem; max-width: 46rem; padding: 1.5rem; }
img { max-width: 100%; height: auto; border-radius: 6px; }
a { color: var(--link); } nav a[aria-current] { font-weight: 600; color: var(--ink); text-decoration: none; }
kbd { border: 1px solid var(--line); border-radius: 4px; padding: 0 .35em; font-size: .9em;
  white-space: nowrap; }
.command { font-weight: 600; } table { border-collapse: collapse; } th { text-align: left; }
td, th { border-bottom: 1px solid var(--line); padding: .25rem 1rem .25rem 0; vertical-align: top; }
"""


def write_site(folder: Path, out_dir: Path) -> list[Path]:
    """Write all languages' pages below `out_dir` (<language>/<page>.html, images/); returns what was written.

    Args:
        folder: `resources/manual`.
        out_dir: Made where it is missing; files of the same names are replaced.

    Raises:
        OSError: a file cannot be read or written.
    """
    written: list[Path] = []
    languages = sorted(path.name for path in folder.iterdir() if (path / "start.md").is_file())
    for language in languages:
        manual = Manual(folder, language)
        (out_dir / language).mkdir(parents=True, exist_ok=True)
        for name in PAGES:
            path = out_dir / language / f"{name}.html"
            path.write_text(_page(manual, name, languages), "utf-8")
            written.append(path)
    images = out_dir / "images"
    images.mkdir(parents=True, exist_ok=True)
    for image in sorted((folder / "images").glob("*.png")):
        shutil.copyfile(image, images / image.name)
        written.append(images / image.name)
    index = out_dir / "index.html"
    start = f"{ENGLISH}/start.html"
    index.write_text(
        f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url={start}">'
        f'<title>artstudio</title><a href="{start}">artstudio</a>\n',
        "utf-8",
    )
    return [index, *written]


def _page(manual: Manual, name: str, languages: list[str]) -> str:
    page = manual.pages[name]
    here = ' aria-current="page"'
    entries = "".join(
        f'<li><a href="{one}.html"{here if one == name else ""}>{escape(manual.pages[one].title)}</a></li>'
        for one in PAGES
    )
    others = " · ".join(
        f'<a href="../{one}/{name}.html" lang="{one.replace("_", "-")}">{_NAMES.get(one, one)}</a>'
        for one in languages
        if one != manual.language
    )
    body = page.html()
    for one in PAGES:  # links between pages
        body = body.replace(f'href="{one}.md', f'href="{one}.html')
    return (
        f'<!doctype html>\n<html lang="{manual.language.replace("_", "-")}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(page.title)} – artstudio</title><style>{_STYLE}</style></head>\n"
        f"<body><nav><ol>{entries}</ol><p>{others}</p></nav>\n<main>{body}</main></body></html>\n"
    )


_NAMES: Final = {ENGLISH: "English", "zh_CN": "简体中文"}
