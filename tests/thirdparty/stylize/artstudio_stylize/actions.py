"""The plugin: paints a picture in the manner of others, and learns to. Importing this imports no torch."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Final

import numpy as np

from artstudio.sdk import (
    BadModel,
    Evaluation,
    Image,
    Many,
    Metrics,
    Output,
    Plugin,
    Progress,
    Results,
    Run,
    Training,
    TrainRun,
    action,
    evaluation,
    training,
)
from artstudio_stylize.params import LearnParams, StylizeParams

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio_stylize.model import Networks

FORMATS: Final = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".zip")
JUDGED: Final = 12  # pairs of an evaluation, of pictures so large:
JUDGED_PX: Final = 256


class Stylize(Plugin):
    """Style transfer by a small network of its own."""

    def __init__(self) -> None:
        self._open: tuple[Path, str, int, Networks] | None = None  # the model used last, kept warm

    def warm(self, run: Run) -> None:
        """Reads the model and paints a little, so that the first picture comes sooner."""
        small = Image(np.zeros((32, 32, 3), np.uint8))
        for _ in self.stylize(run, small, [small], StylizeParams()):
            pass

    @action("Stylize", icon="palette-swatch")
    def stylize(
        self, run: Run, picture: Image, styles: Annotated[list[Image], Many(1, 4)], params: StylizeParams,
        mask: Image | None = None,
    ) -> Results[Image]:  # fmt: skip
        """Paint a picture in the manner of another, or of up to four mixed; all of it or where the mask is
        white."""
        from artstudio_stylize.pictures import Frame
        from artstudio_stylize.working import work

        frame = Frame(picture, mask, params.colours)
        cover = frame.cover()
        if params.strength == 0 or not (picture.pixels[..., 3] * (1 if cover is None else cover)).any():
            yield Output(picture)
            return
        yield Progress(0, 1, "of the painting")
        yield from work(self._networks(run), run, frame, styles, params)

    @training("Learn styles", formats=FORMATS)
    def learn(self, run: TrainRun, params: LearnParams) -> Training:
        """Learn to see and to paint from pictures; from a model that has learned before, only to paint."""
        import torch

        from artstudio.sdk.nn.device import seed_everything
        from artstudio.sdk.nn.fit import fit
        from artstudio_stylize.data import read_data
        from artstudio_stylize.model import Networks, load
        from artstudio_stylize.shape import Shape
        from artstudio_stylize.training import StylizeLearner

        data = yield from read_data(run.data, params.styles)
        torch.set_num_threads(run.threads)
        seed_everything(run.seed)
        learner = StylizeLearner(
            load(run.base) if run.base is not None else Networks(Shape.scaled(params.width)),
            data.contents.train,
            data.styles.train,
            (data.contents.held_out, data.styles.held_out),
            seed=run.seed,
            device=run.device,
            rate=params.rate or (5e-4 if run.base is not None else 1e-3),
            rows=params.rows,
            side_px=params.side_px // 8 * 8,
            seeing=0.0 if run.base is not None else params.seeing,
            about=data.about(),
        )
        steps = params.steps or (6000 if run.seconds is None else None)
        with closing(
            fit(learner, run, steps=steps, measure_every=params.measure_every, measure_every_s=120,
                patience=params.patience, about=params.model_dump())
        ) as lesson:  # fmt: skip
            yield from lesson

    @evaluation
    def evaluate(self, run: TrainRun) -> Evaluation:
        """Judge a model on pictures of the data that are never trained on: what it keeps, what it reaches."""
        import torch

        from artstudio_stylize.data import read_data
        from artstudio_stylize.judging import compared, pairs, summary
        from artstudio_stylize.model import load, placed

        if run.base is None:
            raise BadModel("there is no model to judge: choose one")
        data = yield from read_data(run.data, "")
        torch.set_num_threads(run.threads)
        networks = placed(load(run.base), run.device).eval()
        figures = []
        pictures = data.contents.held_out
        chosen = pairs(pictures, data.styles.held_out, min(JUDGED, len(pictures)), JUDGED_PX)
        for number, (content, style) in enumerate(chosen):
            judging = compared(networks, content, style, run.device, number)
            while True:
                try:
                    step = next(judging)
                except StopIteration as end:
                    figures.append(end.value)
                    break
                yield Progress(number + step.share, len(chosen), "pairs")
        yield Metrics(summary(figures), len(figures))

    def _networks(self, run: Run) -> Networks:
        import torch

        from artstudio_stylize.model import load, placed

        if run.model is None:
            raise BadModel("Stylize needs a model: choose one, or train one first")
        weights = run.model / "model.safetensors"
        stamp = weights.stat().st_mtime_ns if weights.is_file() else 0
        torch.set_num_threads(run.threads)
        if self._open is None or self._open[:3] != (run.model, run.device, stamp):
            networks = placed(load(run.model), run.device).eval().requires_grad_(False)
            self._open = (run.model, run.device, stamp, networks)
        return self._open[3]
