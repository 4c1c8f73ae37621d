"""Where the source of a package lies, for packages that have no wheel; nothing of it is downloaded or run.

uv and pip would run its code to know what it requires. The index says all that is needed here.
https://packaging.python.org/en/latest/specifications/simple-repository-api/
"""

from __future__ import annotations

import base64
import ssl
import sys
import urllib.error
import urllib.request
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urldefrag, urljoin, urlsplit, urlunsplit

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import InvalidSdistFilename, canonicalize_name, parse_sdist_filename

from artstudio.host.installing.pins import Pin
from artstudio.host.installing.solving import local_file, sha256_of
from artstudio.sdk.errors import BadFile

if TYPE_CHECKING:
    from packaging.version import Version

    from artstudio.host.installing.indexes import Indexes

_PAGE_BYTES = 32 << 20
_SILENCE_S = 20.0


def find_sdist(name: str, wanted: SpecifierSet, indexes: Indexes) -> Pin | None:
    """The newest source distribution (`.tar.gz`) of a package in the range `wanted`, if any.

    Raises:
        BadFile: an index cannot be read, or gives no SHA-256 for it.
    """
    found: dict[Version, tuple[str, str]] = {}
    for url, fragment, python in _links(canonicalize_name(name), indexes):
        try:
            named, version = parse_sdist_filename(unquote(urlsplit(url).path).rpartition("/")[2])
            fits = not python or SpecifierSet(python).contains(".".join(map(str, sys.version_info[:3])))
        except (InvalidSdistFilename, InvalidSpecifier):
            continue
        if named == canonicalize_name(name) and fits and url.endswith(".tar.gz"):
            found.setdefault(version, (url, fragment))
    fitting = list(wanted.filter(found))
    if not fitting:
        return None
    version = max(fitting)
    url, fragment = found[version]
    path = local_file(url)
    sha256 = fragment.removeprefix("sha256=") if fragment.startswith("sha256=") else ""
    if path is not None and not path.is_file():
        raise BadFile("{path}, which the package index names, is missing: mend the index", path=path)
    if not sha256 and path is not None:
        sha256 = sha256_of(path)
    if not sha256:
        raise BadFile("the package index gives no SHA-256 for {name} {version}", name=name, version=version)
    size_bytes = path.stat().st_size if path is not None else None
    return Pin(canonicalize_name(name), str(version), url, sha256, size_bytes, shared=False)


def _links(name: str, indexes: Indexes) -> list[tuple[str, str, str]]:
    """(address, fragment, required Python) of all files that indexes and folders have of a package."""
    links: list[tuple[str, str, str]] = []
    for place in indexes.find_links:
        folder = local_file(place) or (None if "://" in place else _path(place))
        if folder is not None and folder.is_dir():
            links += [(path.absolute().as_uri(), "", "") for path in sorted(folder.glob("*.tar.gz"))]
        elif folder is None:
            links += _of_page(place, indexes)
    for index in indexes.pages():
        links += _of_page(f"{index.rstrip('/')}/{name}/", indexes)
    return links


def _path(text: str) -> Path:
    return Path(text).expanduser()


def _of_page(address: str, indexes: Indexes) -> list[tuple[str, str, str]]:
    folder = local_file(address)
    try:
        if folder is not None:
            page, base = folder / "index.html" if folder.is_dir() else folder, address
            text = page.read_bytes()[:_PAGE_BYTES] if page.is_file() else b""
        else:
            text, base = _downloaded(address, indexes)
    except (OSError, ValueError) as error:
        host = urlsplit(address).hostname or address
        reason = getattr(error, "reason", None) or error
        raise BadFile(
            "the package index cannot be reached: {host} ({reason})", host=host, reason=reason
        ) from None
    reader = _Anchors()
    reader.feed(text.decode("utf-8", "replace"))
    return [(*urldefrag(urljoin(base, href)), python) for href, python in reader.found]


def _downloaded(address: str, indexes: Indexes) -> tuple[bytes, str]:
    parts = urlsplit(address)
    if parts.scheme not in ("https", "http"):
        raise ValueError(f"{parts.scheme} addresses are not read")
    host = parts.netloc.rpartition("@")[2]
    context = ssl.create_default_context(cafile=indexes.certificates or None)
    if parts.hostname in indexes.trusted or host in indexes.trusted:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    plain = urlunsplit((parts.scheme, host, parts.path, parts.query, ""))
    request = urllib.request.Request(plain, headers={"Accept": "text/html", "User-Agent": "artstudio"})
    if word := indexes.credentials().get(host):
        request.add_unredirected_header("Authorization", "Basic " + base64.b64encode(word.encode()).decode())
    opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context))
    try:
        with opener.open(request, timeout=_SILENCE_S) as answer:
            return answer.read(_PAGE_BYTES), answer.url
    except urllib.error.HTTPError as error:
        if error.code == 404:
            return b"", plain
        raise


class _Anchors(HTMLParser):
    """The links of a page, and what each says of Python."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a" and values.get("href"):
            self.found.append((values["href"] or "", values.get("data-requires-python") or ""))
