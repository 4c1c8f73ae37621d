from __future__ import annotations

import os
from pathlib import Path

import pytest
from packaging.specifiers import SpecifierSet

from artstudio.host.installing.indexes import PUBLIC, Indexes
from artstudio.host.installing.sdists import find_sdist
from tests.unit.host.installing.parcels import make_sdist


@pytest.fixture
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The environment of somebody without settings."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr("artstudio.host.installing.indexes.sys.prefix", str(tmp_path))
    monkeypatch.setattr("platformdirs.site_config_dir", lambda *_, **__: str(tmp_path / "etc"))
    return {"PATH": "/bin", "PIP_CONFIG_FILE": os.devnull, "APPDATA": str(tmp_path)}


def test_without_settings_the_public_index_is_asked(nobody: dict[str, str]) -> None:
    assert Indexes.of_user(nobody) == Indexes()
    assert Indexes().pages() == (PUBLIC,)


def test_settings_of_pip_are_handed_to_uv(nobody: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "own.conf"
    file.write_text(
        "[global]\nindex-url = https://ann:s%40fe@example.org/simple\ncert = /certs.pem\n"
        "extra-index-url =\n    file:///one\n    file:///two\n[install]\nfind_links = /wheels\n"
    )
    indexes = Indexes.of_user(nobody | {"PIP_CONFIG_FILE": str(file), "PIP_FIND_LINKS": "/mine /yours"})
    options = " ".join(indexes.uv_options())
    assert "--extra-index-url file:///one --extra-index-url file:///two" in options
    assert "--find-links /mine --find-links /yours" in options, "a variable wins over a file"
    assert indexes.credentials() == {"example.org": "ann:s@fe"}
    assert indexes.environment({})["SSL_CERT_FILE"] == "/certs.pem"


def test_what_uv_was_told_itself_wins(nobody: dict[str, str]) -> None:
    given = nobody | {"PIP_INDEX_URL": "https://pip.example", "UV_DEFAULT_INDEX": "https://uv.example"}
    indexes = Indexes.of_user(given)
    assert "https://pip.example" not in indexes.uv_options()
    kept = indexes.environment(given | {"UV_NO_BINARY": "1", "PYTHONPATH": "/x", "VIRTUAL_ENV": "/y"})
    assert kept["UV_DEFAULT_INDEX"] == "https://uv.example"
    assert not {"UV_NO_BINARY", "PYTHONPATH", "VIRTUAL_ENV"} & set(kept)


def test_a_source_is_found_on_an_index_and_in_a_folder(tmp_path: Path) -> None:
    page = tmp_path / "simple" / "sly-fox" / "index.html"
    page.parent.mkdir(parents=True)
    make_sdist(tmp_path / "files", "sly_fox", "1.5", {"setup.py": ""})
    page.write_text(
        '<a href="../../files/sly_fox-1.5.tar.gz#sha256=ab">sly_fox-1.5.tar.gz</a>'
        '<a data-requires-python="&gt;=9" href="../../files/sly_fox-1.9.tar.gz#sha256=cd">newer</a>'
        '<a href="../../files/sly_fox-1.6-py3-none-any.whl#sha256=ef">sly_fox-1.6-py3-none-any.whl</a>'
    )
    index = (tmp_path / "simple").as_uri()
    found = find_sdist("Sly.Fox", SpecifierSet(">=1"), Indexes(index=index))
    assert found is not None
    assert (found.version, found.sha256) == ("1.5", "ab")
    assert found.url.endswith("/files/sly_fox-1.5.tar.gz")
    make_sdist(tmp_path / "links", "sly_fox", "1.7", {"setup.py": ""})
    both = Indexes(index=index, find_links=(str(tmp_path / "links"),))
    newest, older = (
        find_sdist("sly-fox", SpecifierSet(), both),
        find_sdist("sly-fox", SpecifierSet("<1.6"), both),
    )
    assert newest is not None
    assert older is not None
    assert (newest.version, older.version) == ("1.7", "1.5")
    assert find_sdist("sly-fox", SpecifierSet(">2"), both) is None
