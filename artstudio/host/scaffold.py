"""New plugins: a small working one of each kind, to be changed into what its author has in mind."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from string import Template
from typing import NamedTuple

from artstudio.sdk.errors import BadFile, InvalidValue

TEMPLATES = Path(__file__).parent / "templates"


class _Kind(NamedTuple):
    summary: str
    action: str
    example: str


KINDS = {
    "image": _Kind("Softens pictures", "blur", "--in PICTURE.png --out SOFT.png"),
    "music": _Kind("Lets a tune answer itself", "echo", "--in TUNE.mid --out ECHO.mid"),
    "text": _Kind("Cuts a text up and puts it together anew", "cut-up", "--in TEXT.md --out POEM.md"),
    "video": _Kind("Travels across a picture", "pan", "--in PICTURE.png --out FILM.mp4"),
}
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def new_plugin(name: str, parent: Path, kind: str = "image") -> Path:
    """Makes the folder `parent`/`name` with a working plugin whose id is `name`, and returns it.

    Raises:
        InvalidValue: `name` cannot be an id, or `kind` is none of `KINDS`.
        BadFile: the folder is there already, or cannot be written.
    """
    if kind not in KINDS:
        raise InvalidValue(
            "there is no kind of plugin {kind}; known are: {known}", kind=kind, known=", ".join(KINDS)
        )
    if not _NAME.fullmatch(name) or len(name) > 40:
        wish = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40].strip("-")
        example = wish if _NAME.fullmatch(wish) else "my-plugin"
        raise InvalidValue(
            "{name} cannot be a plugin's id: use up to 40 small letters, digits and - as in {example}",
            name=repr(name),
            example=example,
        )
    target = parent / name
    if target.exists():
        raise BadFile("{folder} is already there: choose another name or remove it", folder=target)
    words = name.replace("-", " ")
    fields = {
        "id": name,
        "title": words.capitalize(),
        "package": "artstudio_" + name.replace("-", "_"),
        # Not the bare name: a plugin called "image" must not hide the sdk's Image.
        "class": "".join(word.capitalize() for word in name.split("-")) + "Plugin",
        **KINDS[kind]._asdict(),
    }
    temporary = parent / f".{name}.part"
    try:
        shutil.rmtree(temporary, ignore_errors=True)
        _write(temporary, kind, fields)
        temporary.replace(target)
    except OSError as error:
        shutil.rmtree(temporary, ignore_errors=True)
        raise BadFile("{folder} cannot be made: {reason}", folder=target, reason=error.strerror) from None
    return target


def _write(folder: Path, kind: str, fields: dict[str, str]) -> None:
    package = folder / fields["package"]
    files = {
        folder / "artstudio-plugin.toml": "artstudio-plugin.toml.in",
        folder / "pyproject.toml": "pyproject.toml.in",
        folder / "README.md": "README.md.in",
        folder / "tests" / "test_conformance.py": "test_conformance.py.in",
        package / "actions.py": f"{kind}.py.in",
    }
    for path, template in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        text = Template((TEMPLATES / template).read_text(encoding="utf-8")).substitute(fields)
        path.write_text(text, encoding="utf-8", newline="\n")
    (package / "__init__.py").write_text("", encoding="utf-8")
