from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from artstudio.engine.job import Control
from artstudio.host.installing.environment import Environments
from artstudio.host.installing.indexes import Indexes
from artstudio.host.installing.pins import Pin
from artstudio.host.installing.running import Stopped
from artstudio.sdk.errors import BadFile
from tests.helpers.loopback import needs_loopback
from tests.unit.host.installing.parcels import silent

CONTENT = b"wheel" * 1000
SHA256 = hashlib.sha256(CONTENT).hexdigest()


class Server(BaseHTTPRequestHandler):
    """An index that wants a word, sends on to another server (127.1 is another name), or says nothing."""

    asked: list[tuple[str, str | None]]
    elsewhere: str
    hurry: threading.Event

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers.get("Authorization")))
        if self.path == "/moved.whl":
            self.send_response(302)
            self.send_header("Location", self.elsewhere)
            self.end_headers()
            return
        self.send_response(404 if "missing" in self.path else 200)
        self.send_header("Content-Length", str(len(CONTENT)))
        self.end_headers()
        if self.path == "/never.whl":
            self.hurry.wait(20)
        elif "missing" not in self.path:
            self.wfile.write(CONTENT)

    def log_message(self, *_: Any) -> None:
        """Tests are quiet."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ThreadingHTTPServer]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,127.1")
    served = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    Server.asked, Server.hurry = [], threading.Event()
    Server.elsewhere = f"http://127.1:{served.server_port}/there.whl"
    thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield served
    Server.hurry.set()
    served.shutdown()
    served.server_close()
    thread.join()


def fetch(server: ThreadingHTTPServer, folder: Path, name: str, sha256: str = SHA256, **options: Any) -> Path:
    host = f"127.0.0.1:{server.server_port}"
    environments = Environments(folder / "cache", indexes=Indexes(index=f"http://ann:safe@{host}/simple"))
    pin = Pin("sly", "1.0", f"http://{host}/{name}", sha256, options.pop("size", None), shared=False)
    ((_, path),) = environments.fetch([pin], folder, say=silent, **options)
    return path


@needs_loopback
def test_a_file_comes_with_the_word_for_its_index_only(server: ThreadingHTTPServer, tmp_path: Path) -> None:
    assert fetch(server, tmp_path, "sly-1.0-py3-none-any.whl").read_bytes() == CONTENT
    assert fetch(server, tmp_path, "moved.whl").read_bytes() == CONTENT
    words = dict(Server.asked)
    assert words["/moved.whl"] == words["/sly-1.0-py3-none-any.whl"] == "Basic YW5uOnNhZmU="
    assert words["/there.whl"] is None


@needs_loopback
@pytest.mark.parametrize(
    ("name", "sha256", "size", "sentence"),
    [
        ("sly.whl", "0" * 64, None, "its SHA-256 is another one"),
        ("sly.whl", SHA256, 100, "larger than it was said to be"),
        ("missing.whl", SHA256, None, r"missing\.whl cannot be had from 127\.0\.0\.1"),
    ],
)
def test_a_file_that_is_not_the_one_is_refused(
    server: ThreadingHTTPServer, tmp_path: Path, name: str, sha256: str, size: int | None, sentence: str
) -> None:
    with pytest.raises(BadFile, match=sentence):
        fetch(server, tmp_path, name, sha256, size=size)
    assert not (tmp_path / name).exists()


@needs_loopback
def test_a_server_that_says_nothing_can_be_left(server: ThreadingHTTPServer, tmp_path: Path) -> None:
    control = Control()
    timer = threading.Timer(0.3, control.cancel)
    timer.start()
    with pytest.raises(Stopped):
        fetch(server, tmp_path, "never.whl", control=control)
    timer.join()
