from __future__ import annotations

import logging
from pathlib import Path

import pytest
from pydantic import ValidationError

from artstudio.base.settings import RECENT_MOST, Settings
from artstudio.sdk import BadFile


def test_what_is_saved_is_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "config" / "settings.toml"
    settings = Settings(device="cuda:0", idle_unload_minutes=2.5, journal=False, soundfont="a.sf2")
    settings.remember(tmp_path / 'a "quoted" 画 🎹\\name\x7f.artstudio')
    settings.save(path)
    assert Settings.load(path) == settings


def test_tables_of_keys_and_layouts_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    settings = Settings(shortcuts={"canvas.brush": ["B", '"'], "a.none": []}, layouts={"paint": "A= B="})
    settings.save(path)
    assert Settings.load(path) == settings


def test_a_long_list_of_recent_projects_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f"recent = {[f'/{n}' for n in range(RECENT_MOST + 40)]}", "utf-8")
    assert Settings.load(path).recent == [f"/{n}" for n in range(RECENT_MOST)]


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert Settings.load(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize("content", ["device = ", "\x00\x01", "[[["])
def test_a_broken_file_is_left_alone_and_the_defaults_are_used(
    tmp_path: Path, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(content, "utf-8")
    with caplog.at_level(logging.WARNING):
        assert Settings.load(path) == Settings()
    assert str(path) in caplog.text
    assert path.read_text("utf-8") == content


def test_a_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('undo_mib = 1\njournal = "klingon"\ndevice = "cpu"\nunheard_of = 3\n', "utf-8")
    assert Settings.load(path) == Settings(device="cpu")


def test_a_field_refuses_what_is_out_of_range() -> None:
    with pytest.raises(ValidationError):
        Settings().undo_mib = 0


def test_what_is_set_for_one_plugin_is_kept_and_forgotten_as_it_goes_back_to_all(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    settings = Settings()
    settings.set_for("soft", memory_gib=1.5, device="cuda:1")
    settings.set_for("hard-2", unload_minutes=3)
    settings.save(path)
    kept = Settings.load(path)
    assert kept == settings
    assert (kept.of("soft").memory_gib, kept.of("soft").unload_minutes) == (1.5, None)
    kept.set_for("soft", memory_gib=None, device="")
    assert list(kept.plugins) == ["hard-2"]
    with pytest.raises(ValidationError):
        kept.set_for("soft", memory_gib=0)


def test_a_wrong_value_of_one_plugin_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(
        'device = "cpu"\n[plugins.soft]\nmemory_gib = 0\ndevice = "mps"\n[plugins."../x"]\ndevice = "mps"\n'
    )
    kept = Settings.load(path)
    assert kept.device == "cpu"
    assert list(kept.plugins) == ["soft"]
    assert (kept.of("soft").memory_gib, kept.of("soft").device) == (None, "mps")
    path.write_text("plugins = 3\n")
    assert Settings.load(path) == Settings()


def test_recent_projects_are_few_unique_and_latest_first(tmp_path: Path) -> None:
    settings = Settings()
    for number in (*range(RECENT_MOST + 4), 10):
        settings.remember(tmp_path / str(number))
    assert len(settings.recent) == RECENT_MOST
    assert [Path(one).name for one in settings.recent[:3]] == [
        "10",
        str(RECENT_MOST + 3),
        str(RECENT_MOST + 2),
    ]


def test_a_failed_save_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    Settings(device="cpu").save(path)

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(BadFile, match="No space"):
        Settings(device="mps").save(path)
    monkeypatch.undo()
    assert Settings.load(path).device == "cpu"
    assert list(tmp_path.iterdir()) == [path]
