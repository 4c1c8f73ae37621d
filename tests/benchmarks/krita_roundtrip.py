"""Whether Krita shows our OpenRaster files as we do, and whether what it writes opens here.

python tests/benchmarks/krita_roundtrip.py [--side 192]

Needs Krita and xvfb-run (Debian: apt-get install --no-install-recommends krita xvfb); says so and ends with 0
where they are missing. Ends with 1 where one of the modes that must agree differs by more than 2 of 255, or a
name, an order, a group or a mode is lost.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import PIL.Image

from artstudio.documents.canvas import MODES, Canvas, Layer
from artstudio.documents.tiles import Tiles
from artstudio.project.ora import export_ora, import_ora
from artstudio.render.compositor import composite
from artstudio.sdk import Image

MUST_AGREE = ("normal", "multiply", "screen", "darken", "lighten", "difference", "overlay")
WITHIN = 2  # of 255


def patches(side: int, seed: int) -> Tiles:
    """Patches of 8 pixels in all colours; half of them opaque, half of any opacity."""
    cells = -(-side // 8)
    colours = np.random.default_rng(seed).integers(0, 256, (cells, cells, 4), np.uint8)
    colours[: cells // 2, :, 3] = 255
    return Tiles.from_image(Image(colours.repeat(8, 0).repeat(8, 1)[:side, :side]))


def scene(side: int, mode: str, *, grouped: bool) -> Canvas:
    """A ground and over it a layer in `mode`; or a group in `mode` that holds two, one in `mode` too."""
    ground = Layer("l1", "Ground 地", patches(side, 1))
    if not grouped:
        return Canvas(
            side, side, (ground, Layer("l2", f"In {mode}", patches(side, 2), opacity=0.8, mode=mode))
        )
    group = Layer("l4", "The <group>", Tiles(side, side), opacity=0.6, mode=mode, group=True)
    inner = replace(group, id="l6", name="Inner & empty", mode="normal", parent="l4")
    held = (
        Layer("l2", "Held", patches(side, 2), parent="l4"),
        Layer("l3", "Over it", patches(side, 3), opacity=0.4, mode=mode, locked=True, parent="l4"),
    )
    return Canvas(
        side, side, (ground, *held, inner, group, Layer("l5", "Off", patches(side, 4), visible=False))
    )


def krita(source: Path, target: Path, home: Path) -> None:
    """Let Krita turn one file into another."""
    command = ["krita", "--export", "--export-filename", str(target), str(source)]
    quiet = {**os.environ, "HOME": str(home), "QT_LOGGING_RULES": "*=false", "LC_ALL": "C.UTF-8"}
    quiet.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(command, env=quiet, cwd=home, capture_output=True, text=True, timeout=300)
    if not target.exists():
        sys.exit(f"krita wrote no {target.name}: {done.stderr[-500:]}")


def difference(canvas: Canvas, picture: Path) -> int:
    """The largest difference of a channel between what we show and a PNG, 0-255."""
    with PIL.Image.open(picture) as opened:
        theirs = np.asarray(opened.convert("RGBA")).astype(int)
    return int(np.abs(composite(canvas).pixels.astype(int) - theirs).max())


def described(canvas: Canvas) -> list[tuple[object, ...]]:
    """Name, kind, group, mode and flags of each layer; opacity in Krita's steps of 1/255, rounded down."""
    names = {layer.id: layer.name for layer in canvas.layers}
    return [
        (one.name, one.group, names.get(one.parent or ""), one.mode, one.visible, one.locked,
         int(one.opacity * 255 + 1e-6))
        for one in canvas.layers
    ]  # fmt: skip


def check(mode: str, side: int, folder: Path) -> bool:
    """Prints one line; False where something that must hold does not."""
    worst: list[int] = []
    kept = True
    for grouped in (False, True):
        canvas = scene(side, mode, grouped=grouped)
        ours, png, theirs = (folder / f"{mode}-{grouped}{end}" for end in (".ora", ".png", "-krita.ora"))
        shown = composite(canvas)
        export_ora(canvas, ours, partial(Image, shown.pixels))
        krita(ours, png, folder)
        krita(ours, theirs, folder)
        worst.append(difference(canvas, png))
        # what each makes of the same file: with our background as the lowest layer
        kept = kept and described(import_ora(theirs)) == described(import_ora(ours))
        worst.append(difference(import_ora(theirs), png))
    must = mode in MUST_AGREE
    good = kept and (not must or max(worst) <= WITHIN)
    print(  # noqa: T201
        f"{mode:12s} layer {worst[0]:3d}  group {worst[2]:3d}  written by krita {worst[1]:3d} {worst[3]:3d}"
        f"  names, order, groups, modes {'kept' if kept else 'LOST'}"
        f"  {'' if good else 'FAILED'}{'' if must else '(need not agree)'}"
    )
    return good


def check_picture(side: int, folder: Path) -> bool:
    """A PNG that Krita turns into OpenRaster opens here with the same pixels."""
    canvas = Canvas(side, side, (Layer("l1", "", patches(side, 5)),), background=None)
    PIL.Image.fromarray(composite(canvas).pixels).save(folder / "picture.png")
    krita(folder / "picture.png", folder / "picture.ora", folder)
    read = import_ora(folder / "picture.ora")
    worst = difference(read, folder / "picture.png")
    print(f"png to ora by krita: {[one.name for one in read.layers]}, differs by {worst} of 255")  # noqa: T201
    return worst <= WITHIN


def main() -> None:
    """Prints one line a mode."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--side", type=int, default=192)
    options = parser.parse_args()
    missing = [name for name in ("krita", "xvfb-run") if shutil.which(name) is None]
    if missing:
        print(f"skipped: {' and '.join(missing)} not installed")  # noqa: T201
        return
    if "DISPLAY" not in os.environ:
        # one display for all runs, which must not start anew whenever a Krita leaves it
        screen = "-screen 0 1280x1024x24 -noreset"
        os.execvp("xvfb-run", ["xvfb-run", "-a", "-s", screen, sys.executable, *sys.argv])
    with tempfile.TemporaryDirectory(prefix="artstudio-krita-") as name:
        folder = Path(name)
        good = [check(mode, options.side, folder) for mode in MODES]
        good.append(check_picture(options.side, folder))
    sys.exit(0 if all(good) else 1)


if __name__ == "__main__":
    main()
