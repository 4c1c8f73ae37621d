"""What a worker says is not believed: sentences, paths and files that it makes up are refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from artstudio.engine.job import Control, Crashed
from artstudio.host.host import Host
from artstudio.host.models import ModelShelf
from artstudio.host.requests import TrainRequest
from artstudio.sdk.errors import StudioError
from tests.hostile.conftest import PLUGINS, stolen

# The worker's own connection, and how a message is put on it.
WIRE = """
import json, os, sys, threading
from multiprocessing.connection import Connection
def say(**message):
    with Connection(os.dup(int(sys.argv[1]))) as wire: wire.send_bytes(json.dumps(message).encode())
def value(name):
    say(type='sent', event='Output', fields={'name': ''}, value={'kind': 'text', 'name': name})
def fail(template):
    say(type='ended', outcome='failed', error='BadFile', template=template, values={'x': 'a'})
def wait(): threading.Event().wait(30)
"""
FORGERIES = {
    "a value that is a link": "os.symlink(facts['secret'], 'w77.json'); value('w77'); wait()",
    "a value that is a hard link": "os.link(facts['secret'], 'w77.json'); value('w77'); wait()",
    "a value elsewhere": "value('../secret'); wait()",
    "JSON as large as the disk": """
with open('w77.json', 'wb') as file: file.truncate(1 << 30)
value('w77'); wait()
""",
    "a number that is none": """
say(type='sent', event='Progress', fields={'done': 'all', 'total': 1}, value=None); wait()
""",
    "another greeting": "say(type='hello', protocol=1, api='9.9'); wait()",
    "a message of the host's": "say(type='act', action='attack'); wait()",
}
SECRET = '{"text": "secret", "tokens": []}'


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    """Unconfined: what is tested here is the host's own care."""
    monkeypatch.setattr("artstudio.base.scratch._SHARED_MEMORY", tmp_path)  # one disk, for the hard link
    shelf = ModelShelf(tmp_path / "starters", tmp_path / "own")
    made = Host(
        PLUGINS, tmp_path / "user", tmp_path / "cache", shelf, idle_s=0.0, packages=False, confine=False
    )
    yield made
    made.close()


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_message_ends_the_worker_with_a_sentence(forgery: str, host: Host, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(SECRET)
    with pytest.raises(Crashed) as refused:
        stolen(host, WIRE + FORGERIES[forgery], {"secret": str(secret)})
    assert str(refused.value).startswith("Burglar ")
    assert secret.read_text() == SECRET


@pytest.mark.parametrize("template", ["{x:>999999999}", "{x.__class__.__mro__}", "{x!r:>99999999}", "{"])
def test_a_forged_sentence_is_shown_as_it_is_and_never_filled_in(template: str, host: Host) -> None:
    with pytest.raises(StudioError) as shown:
        stolen(host, WIRE + f"fail({template!r}); wait()")
    assert str(shown.value) == template


def test_a_model_outside_the_run_is_not_taken(host: Host, tmp_path: Path) -> None:
    code = """
from pathlib import Path
from artstudio.sdk import Checkpoint
def events(run): yield Checkpoint(Path(facts['elsewhere']), 1)
"""
    facts = f'{{"elsewhere": "{tmp_path}"}}'
    request = TrainRequest("burglar", (), tmp_path / "run", params={"code": code, "facts": facts})
    with pytest.raises(Crashed, match="Burglar named a model outside its folder"):
        list(host.train(request, Control()))
    inside = facts.replace(str(tmp_path), str(tmp_path / "run"))
    request = TrainRequest("burglar", (), tmp_path / "run", params={"code": code, "facts": inside})
    assert len(list(host.train(request, Control()))) == 1
