"""The shelf: starters that stay, and the artist's own models."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from artstudio.host.discovery import Found
from artstudio.host.models import ModelShelf, model_hash
from artstudio.sdk import BadModel
from artstudio.sdk.manifest import read_manifest
from tests.unit.host.conftest import PLUGINS

CALM = Found(read_manifest(PLUGINS / "calm"), PLUGINS / "calm", "builtin")


@pytest.fixture
def shelf(tmp_path: Path) -> ModelShelf:
    starter = tmp_path / "starters" / "calm" / "starter"
    (starter / "samples").mkdir(parents=True)
    (starter / "samples" / "b.mid").touch()
    (starter / "samples" / "a.wav").touch()
    (starter / "samples" / "notes.xyz").touch()
    (starter / "MODEL_CARD.md").write_text("# Calm", encoding="utf-8")
    return ModelShelf(tmp_path / "starters", tmp_path / "own")


@pytest.fixture
def trained(tmp_path: Path) -> Path:
    folder = tmp_path / "run" / "best"
    folder.mkdir(parents=True)
    (folder / "model.safetensors").write_bytes(b"weights")
    (folder / "config.json").write_text("{}")
    return folder


def test_a_folder_elsewhere_is_listed_and_never_changed(shelf: ModelShelf, trained: Path) -> None:
    best = shelf.use_folder(CALM, trained)
    assert (best.name, best.folder, best.elsewhere) == ("best", trained, True)
    assert shelf.use_folder(CALM, trained) == best, "once is enough"
    assert shelf.models(CALM)[1:] == [best]
    with pytest.raises(BadModel, match="already a model called best"):
        shelf.add(CALM, trained, "best")
    worst = shelf.rename(best, "Worst")
    assert shelf.models(CALM)[1:] == [worst]
    away = trained.rename(trained.with_name("away"))  # as on a disk that is taken out, and put in again
    assert names(shelf) == ["starter"]
    away.rename(trained)
    shelf.delete(worst)
    assert names(shelf) == ["starter"]
    assert (trained / "model.safetensors").read_bytes() == b"weights"
    with pytest.raises(BadModel, match="is no folder"):
        shelf.use_folder(CALM, trained / "config.json")


@pytest.mark.parametrize("listed", ["[", "[1]", '{"a": 1}', "[" * 9000])
def test_a_list_of_folders_that_is_damaged_is_empty(shelf: ModelShelf, tmp_path: Path, listed: str) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "calm.elsewhere.json").write_text(listed)
    assert names(shelf) == ["starter"]


def names(shelf: ModelShelf) -> list[str]:
    return [model.name for model in shelf.models(CALM)]


def test_the_starter_has_its_card_and_samples(shelf: ModelShelf, tmp_path: Path) -> None:
    (starter,) = shelf.models(CALM)
    assert (starter.title, starter.starter, starter.card()) == ("Starter", True, "# Calm")
    assert [path.name for path in starter.samples] == ["a.wav", "b.mid"]
    assert shelf.starter(CALM) == starter.folder
    assert ModelShelf(tmp_path / "nowhere", tmp_path / "own").starter(CALM) is None


def test_own_models_are_copied_renamed_and_deleted(shelf: ModelShelf, trained: Path) -> None:
    jazz = shelf.add(CALM, trained, "Jazz 爵士")
    assert names(shelf) == ["starter", "Jazz 爵士"]
    assert (jazz.folder / "model.safetensors").read_bytes() == b"weights"
    assert trained.exists()
    blues = shelf.rename(jazz, "Blues")
    assert names(shelf) == ["starter", "Blues"]
    shelf.delete(blues)
    assert names(shelf) == ["starter"]
    with pytest.raises(BadModel, match="Blues cannot be removed"):
        shelf.delete(blues)
    with pytest.raises(BadModel, match="Jazz 爵士 cannot be renamed"):
        shelf.rename(jazz, "Again")


def test_the_starter_stays_as_it_is(shelf: ModelShelf) -> None:
    (starter,) = shelf.models(CALM)
    with pytest.raises(BadModel, match="comes with the studio"):
        shelf.delete(starter)
    with pytest.raises(BadModel, match="comes with the studio"):
        shelf.rename(starter, "Mine")
    assert starter.folder.exists()


@pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden", "-x", "x.", "x ", "a\nb", "x" * 65, "a\\b"])
def test_names_that_cannot_be_folders_are_refused(shelf: ModelShelf, trained: Path, name: str) -> None:
    with pytest.raises(BadModel, match="cannot name a model"):
        shelf.add(CALM, trained, name)
    assert names(shelf) == ["starter"]


def test_a_taken_name_is_refused_and_a_free_one_is_offered(shelf: ModelShelf, trained: Path) -> None:
    shelf.add(CALM, trained, "Jazz")
    with pytest.raises(BadModel, match="already a model called Jazz"):
        shelf.add(CALM, trained, "Jazz")
    assert shelf.free_name("calm", "Jazz") == "Jazz 2"


WISHES = ["Jazz", "", "../../x", "-.-", "a/b: c?", "  é ", "x" * 200, "x" * 55 + " yz"]


@pytest.mark.parametrize("wish", WISHES)
def test_every_offered_name_can_be_used_twice(shelf: ModelShelf, trained: Path, wish: str) -> None:
    first = shelf.add(CALM, trained, shelf.free_name("calm", wish))
    second = shelf.add(CALM, trained, shelf.free_name("calm", wish))
    assert first.folder.parent == second.folder.parent
    assert first.name != second.name


def test_a_model_that_cannot_be_copied_leaves_nothing_behind(shelf: ModelShelf, tmp_path: Path) -> None:
    with pytest.raises(BadModel, match="cannot be kept"):
        shelf.add(CALM, tmp_path / "gone", "Jazz")
    assert names(shelf) == ["starter"]
    assert not list((tmp_path / "own" / "calm").iterdir())


def test_the_hash_follows_weights_and_configuration_only(trained: Path) -> None:
    first = model_hash(trained)
    (trained / "MODEL_CARD.md").write_text("x")
    assert model_hash(trained) == first
    assert len(first) == 64
    (trained / "config.json").write_text('{"layers": 2}')
    assert model_hash(trained) != first
    assert model_hash(None) == ""


def test_the_hash_follows_all_parts_of_a_model(trained: Path) -> None:
    (trained / "verse").mkdir()
    (trained / "verse" / "config.json").write_text("{}")
    first = model_hash(trained)
    (trained / "verse" / "config.json").write_text('{"layers": 2}')
    assert model_hash(trained) != first


def refused(shelf: ModelShelf, trained: Path) -> None:
    with pytest.raises(BadModel, match="is a link or no plain file"):
        shelf.add(CALM, trained, "Jazz")
    assert names(shelf) == ["starter"]
    assert not list((shelf.starter(CALM) or trained).parents[2].glob("own/calm/*"))


def test_a_link_in_a_trained_model_brings_no_file_of_the_artist_along(
    shelf: ModelShelf, trained: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "id_ed25519"
    secret.write_text("secret")
    (trained / "samples").mkdir()
    (trained / "samples" / "sample.png").symlink_to(secret)
    refused(shelf, trained)


def test_a_hard_link_a_linked_folder_and_a_pipe_are_refused(
    shelf: ModelShelf, trained: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "private" / "diary.txt"
    secret.parent.mkdir()
    secret.write_text("secret")
    (trained / "more.json").hardlink_to(secret)
    refused(shelf, trained)
    (trained / "more.json").unlink()
    (trained / "parts").symlink_to(secret.parent, target_is_directory=True)
    refused(shelf, trained)
    (trained / "parts").unlink()
    if hasattr(os, "mkfifo"):
        os.mkfifo(trained / "pipe")
        refused(shelf, trained)
        (trained / "pipe").unlink()
    moved = trained.rename(tmp_path / "elsewhere")
    trained.symlink_to(moved, target_is_directory=True)
    refused(shelf, trained)


def test_models_with_parts_are_copied_whole(shelf: ModelShelf, trained: Path) -> None:
    (trained / "verse" / "deep").mkdir(parents=True)
    (trained / "verse" / "deep" / "config.json").write_text("{}")
    jazz = shelf.add(CALM, trained, "Jazz")
    assert (jazz.folder / "verse" / "deep" / "config.json").read_text() == "{}"


def test_the_models_of_a_strangers_plugin_lie_in_its_own_folder(shelf: ModelShelf, tmp_path: Path) -> None:
    folder = tmp_path / "plugins" / "calm"
    stranger = Found(CALM.manifest, folder, "user")
    assert shelf.models(stranger) == []
    (folder / "models" / "calm" / "starter").mkdir(parents=True)
    assert shelf.starter(stranger) == folder / "models" / "calm" / "starter"
    (folder / "models" / "calm" / "starter").rmdir()
    (tmp_path / "private").mkdir()
    (folder / "models" / "calm" / "starter").symlink_to(tmp_path / "private", target_is_directory=True)
    assert shelf.models(stranger) == []
