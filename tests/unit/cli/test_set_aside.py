"""A plugin that keeps failing, on the command line."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from artstudio.cli import main
from artstudio.host.scaffold import new_plugin
from artstudio.media.images import write_image
from artstudio.sdk import Image


def test_the_third_failure_running_says_on_stderr_where_to_try_it_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = new_plugin("soft", tmp_path)
    code = source / "artstudio_soft" / "actions.py"
    code.write_text(
        code.read_text().replace("        reach =", "        raise RuntimeError\n        reach =")
    )
    write_image(Image(np.zeros((4, 4), np.uint8)), tmp_path / "in.png", None)

    def typed(*words: object) -> tuple[object, str]:
        with pytest.raises(SystemExit) as end:
            main.run([str(word) for word in words])
        return end.value.code, capsys.readouterr().err

    run = ("run", "soft", "blur", "--in", tmp_path / "in.png", "--out", tmp_path / "out.png")
    assert typed("plugins", "install", source, "--yes")[0] == 0
    for _ in range(2):
        status, said = typed(*run)
        assert status == 1
        assert "set aside" not in said
    status, said = typed(*run)
    assert status == 1
    assert "Soft failed 3 times running and was set aside" in said
    assert "artstudio plugins enable soft" in said
    status, said = typed(*run)
    assert "was set aside: try it again" in said  # it is not even started
    assert typed("plugins", "enable", "soft")[0] == 0
    assert "failed in its own code" in typed(*run)[1]
