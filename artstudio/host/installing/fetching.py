"""Downloads files of a known SHA-256: `python -I -S fetching.py JOB`, a process that can be ended.

JOB is a JSON file: {"files": [{"url", "target", "sha256", "most_bytes"}], "credentials": {host: "name:word"},
"trusted": [host]}. A file has its name only when it is whole. Only the standard library is used. What
goes wrong is said in one line on standard error.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import http.client
import json
import netrc
import ssl
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import IO, Any, cast
from urllib.parse import urlsplit

_TRIES = 3
_SILENCE_S = 30.0
_BLOCK_BYTES = 1 << 18


def fetch(entry: dict[str, Any], credentials: dict[str, str], trusted: list[str]) -> None:
    """Downloads one file of a job.

    Raises:
        OSError: the address cannot be read.
        ValueError: it is not what was expected: another hash, or too long.
    """
    target = Path(entry["target"])
    part = target.with_name(target.name + ".part")
    hashed, size = hashlib.sha256(), 0
    with contextlib.closing(_opened(entry["url"], credentials, trusted)) as source, part.open("wb") as file:
        while block := source.read(_BLOCK_BYTES):
            size += len(block)
            if size > entry["most_bytes"]:
                raise ValueError(f"{target.name} is larger than it was said to be")
            hashed.update(block)
            file.write(block)
    if hashed.hexdigest() != entry["sha256"]:
        raise ValueError(f"{target.name} is not the file that was chosen: its SHA-256 is another one")
    part.replace(target)


def _opened(url: str, credentials: dict[str, str], trusted: list[str]) -> IO[bytes]:
    parts = urlsplit(url)
    if parts.scheme == "file":
        return Path(urllib.request.url2pathname(parts.path)).open("rb")
    if parts.scheme not in ("https", "http"):
        raise ValueError(f"{parts.scheme} addresses are not read")
    context = ssl.create_default_context()
    if parts.hostname in trusted or parts.netloc in trusted:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    request = urllib.request.Request(
        url, headers={"User-Agent": "artstudio", "Accept-Encoding": "identity"}
    )  # checked above
    word = credentials.get(parts.netloc) or _from_netrc(parts.hostname or "")
    if word:
        # not sent on to where the server redirects
        request.add_unredirected_header("Authorization", "Basic " + base64.b64encode(word.encode()).decode())
    opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context))
    return cast("IO[bytes]", opener.open(request, timeout=_SILENCE_S))


def _from_netrc(host: str) -> str:
    with contextlib.suppress(OSError, netrc.NetrcParseError):
        if found := netrc.netrc().authenticators(host):
            return f"{found[0]}:{found[2]}"
    return ""


def main(path: Path) -> str | None:
    """Does the job in the file `path`; says what file could not be had, and why."""
    job = json.loads(path.read_text(encoding="utf-8"))
    for entry in job["files"]:
        for left in reversed(range(_TRIES)):
            try:
                fetch(entry, job["credentials"], job["trusted"])
                break
            except ValueError as error:
                return str(error)
            except (OSError, http.client.HTTPException) as error:
                if not left or isinstance(error, FileNotFoundError | urllib.error.HTTPError):
                    host = urlsplit(entry["url"]).hostname or entry["url"]
                    reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or error
                    return f"{Path(entry['target']).name} cannot be had from {host}: {reason}"
    return None


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
