"""The plugin: paints over roughs, fills, dreams, varies, learns. Importing this imports no torch."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

import numpy as np

from artstudio.sdk import (
    BadModel,
    Checkpoint,
    Evaluation,
    Image,
    Metrics,
    Notice,
    Output,
    Plugin,
    Preview,
    Progress,
    Results,
    Run,
    Training,
    TrainRun,
    action,
    evaluation,
    training,
)
from artstudio_gan_painter.params import (
    DreamLessonParams,
    DreamParams,
    FillParams,
    LearnParams,
    Look,
    PaintParams,
    VaryParams,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from artstudio.sdk.nn.arrays import Pixels
    from artstudio_gan_painter.model import Studio
    from artstudio_gan_painter.painting import Request

FORMATS: Final = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".zip")


class GanPainter(Plugin):
    """A painter that works over roughs, and a sketcher that makes roughs up."""

    def __init__(self) -> None:
        self._open: tuple[Path, str, int, Studio] | None = None  # the model used last, kept warm

    def warm(self, run: Run) -> None:
        """Reads the model and paints a little, so that the first stroke is answered at once."""
        from artstudio_gan_painter.painting import painted

        painted(self._studio(run).painter, np.zeros((64, 64, 3), np.uint8), device=run.device)

    @action("Paint", icon="brush-variant", live=True)
    def paint(self, run: Run, rough: Image, mask: Image | None, params: PaintParams) -> Results[Image]:
        """Paint over a rough picture, all of it or where the mask is white. Other seeds paint otherwise."""
        from artstudio_gan_painter.layers import opaque, with_mask
        from artstudio_gan_painter.painting import Request

        colours, cover = opaque(rough)
        look = params.strength, params.detail
        request = Request(colours, None, None, *look, run.seed, params.x, params.y)
        yield from self._performed(run, request, lambda painting: with_mask(painting, cover, mask))

    @action("Fill", icon="auto-fix")
    def fill(self, run: Run, picture: Image, mask: Image | None, params: FillParams) -> Results[Image]:
        """Fill what the mask covers, or what is transparent, or beyond the border, from what is around it."""
        from artstudio_gan_painter.dreaming import dreamt
        from artstudio_gan_painter.layers import grown, holes, joined, to_fill
        from artstudio_gan_painter.painting import Request

        borders = params.left, params.right, params.top, params.bottom
        wide, hole = grown(picture, borders), grown(Image(holes(picture, mask)), borders, full=255)
        if not hole.pixels[..., 0].any():
            yield Notice("nothing was filled: select a part, or say how much to add at a border")
            yield Output(picture)
            return
        request = to_fill(wide, hole, params.detail, run.seed)
        if request is None:  # nothing is left to go by
            idea = dreamt(self._studio(run).sketcher, run.seed, 1.0, (wide.width, wide.height), run.device)
            request = Request(idea, detail=params.detail, seed=run.seed)
        yield from self._performed(run, request, lambda one: joined(wide, one, hole, params.feather))

    @action("Dream", icon="weather-night")
    def dream(self, run: Run, params: DreamParams) -> Results[Image]:
        """Paint from nothing: each picture is another idea. Ask for several and keep the ones you like."""
        from artstudio_gan_painter.dreaming import dreamt

        yield Progress(0, params.count, "pictures")
        studio = self._studio(run)
        for number in range(params.count):
            seed = run.seed + 1_000_003 * number
            rough = dreamt(studio.sketcher, seed, params.boldness, (params.width, params.height), run.device)
            yield from self._painted(run, rough, params, seed)

    @action("Vary", icon="shuffle-variant")
    def vary(self, run: Run, picture: Image, params: VaryParams) -> Results[Image]:
        """Paint neighbours of a picture. The sliders move along what differs most between dreams."""
        from artstudio_gan_painter.dreaming import Neighbourhood
        from artstudio_gan_painter.layers import opaque

        yield Progress(0, 1, "looking")
        around = Neighbourhood(self._studio(run).sketcher, opaque(picture)[0], run.device)
        for share in around.search():
            yield Progress(share, 1, "looking")
        for number in range(params.count):
            seed = run.seed + 1_000_003 * number
            yield from self._painted(
                run, around.rough(params.directions(), params.amount, seed), params, seed
            )

    @training("Learn from pictures", formats=FORMATS)
    def train(self, run: TrainRun, params: LearnParams) -> Training:
        """Learn to paint like a folder of pictures, without labels; a few dozen are enough to tune."""
        import torch

        from artstudio.sdk.nn.device import seed_everything
        from artstudio.sdk.nn.fit import fit
        from artstudio.sdk.nn.pictures import read_corpus
        from artstudio_gan_painter.model import Studio, load
        from artstudio_gan_painter.shape import Shape
        from artstudio_gan_painter.sheet import contact_sheet
        from artstudio_gan_painter.training import PainterLearner

        corpus = yield from read_corpus(run.data)
        torch.set_num_threads(run.threads)
        seed_everything(run.seed)
        model = load(run.base) if run.base is not None else Studio(Shape.scaled(params.width))
        learner = PainterLearner(
            model,
            [pixels for _, pixels in corpus.train],
            [pixels for _, pixels in corpus.held_out],
            seed=run.seed,
            device=run.device,
            rate=params.rate or (1e-4 if run.base is not None else 3e-4),
            rows=params.rows,
            side_px=params.side // 16 * 16,
            tuning=run.base is not None,
            about={"pictures": len(corpus.train), "held_out_pictures": len(corpus.held_out)},
        )
        shown, known = ([pixels for _, pixels in part] for part in (corpus.held_out[:4], corpus.train))
        steps = params.steps or (2000 if run.seconds is None else None)
        every, patience = params.measure_every, params.patience
        with closing(
            fit(learner, run, steps=steps, measure_every=every, measure_every_s=150, patience=patience,
                about=params.model_dump())
        ) as lesson:  # fmt: skip
            for event in lesson:
                yield event
                if isinstance(event, Checkpoint) and event.best:
                    yield Preview(Image(contact_sheet(learner.average, shown, known, run.device)))

    @training("Learn what to dream of", formats=FORMATS)
    def dreams(self, run: TrainRun, params: DreamLessonParams) -> Training:
        """Learn what whole pictures look like from afar, for Dream and Vary; how it paints stays as it is."""
        import torch

        from artstudio.sdk.nn.device import seed_everything
        from artstudio.sdk.nn.fit import fit
        from artstudio.sdk.nn.pictures import read_corpus
        from artstudio_gan_painter.model import load
        from artstudio_gan_painter.sketching import DreamLearner

        if run.base is None:
            raise BadModel("dreams are taught to a model that can paint: choose one to begin from")
        corpus = yield from read_corpus(run.data)
        torch.set_num_threads(run.threads)
        seed_everything(run.seed)
        train, held_out = ([pixels for _, pixels in part] for part in (corpus.train, corpus.held_out))
        learner = DreamLearner(
            load(run.base),
            train,
            held_out,
            seed=run.seed,
            device=run.device,
            rate=params.rate,
            rows=params.rows,
        )
        steps = params.steps or (2000 if run.seconds is None else None)
        every, patience = params.measure_every, params.patience
        about = params.model_dump()
        yield from fit(learner, run, steps=steps, measure_every=every, patience=patience, about=about)

    @evaluation
    def evaluate(self, run: TrainRun) -> Evaluation:
        """Judge a model on the pictures of the data that are never trained on."""
        import torch

        from artstudio.sdk.nn.pictures import read_corpus
        from artstudio_gan_painter.judging import judged, summary
        from artstudio_gan_painter.model import load

        if run.base is None:
            raise BadModel("there is no model to judge: choose one")
        corpus = yield from read_corpus(run.data)
        torch.set_num_threads(run.threads)
        painter = load(run.base).painter.to(run.device).eval()
        figures = []
        for number, (_, pixels) in enumerate(corpus.held_out):
            figures.append(judged(painter, pixels, run.device, seed=number))
            yield Progress(number + 1, len(corpus.held_out), "pictures")
        yield Metrics(summary(figures), len(figures))

    def _painted(self, run: Run, rough: Pixels, params: Look, seed: int) -> Results[Image]:
        from artstudio_gan_painter.painting import Request

        yield from self._performed(
            run, Request(rough, strength=params.strength, detail=params.detail, seed=seed)
        )

    def _performed(
        self, run: Run, request: Request, finished: Callable[[Image], Image] = lambda painting: painting
    ) -> Results[Image]:
        from artstudio_gan_painter.painting import WINDOW_PX, pieces
        from artstudio_gan_painter.shape import STRIDE_PX

        window = max(128, int(WINDOW_PX * run.shrink**0.5) // STRIDE_PX * STRIDE_PX)
        painting = None
        for done, count, painting in pieces(self._studio(run).painter, request, run.device, window):
            yield Progress(done, count, "pieces")
            if done < count:
                yield Preview(finished(Image(painting)))
        assert painting is not None
        yield Output(finished(Image(painting)))

    def _studio(self, run: Run) -> Studio:
        import torch

        from artstudio_gan_painter.model import load, placed

        if run.model is None:
            raise BadModel("the GAN painter needs a model: choose one, or train one first")
        weights = run.model / "model.safetensors"
        stamp = weights.stat().st_mtime_ns if weights.is_file() else 0
        torch.set_num_threads(run.threads)
        if self._open is None or self._open[:3] != (run.model, run.device, stamp):
            studio = placed(load(run.model), run.device).eval()
            self._open = (run.model, run.device, stamp, studio)
        return self._open[3]
