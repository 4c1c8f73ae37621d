"""The plugin: morphs, blends, cleans, samples, varies, learns. Importing this imports no torch."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Final, TypeVar

import numpy as np

from artstudio.sdk import (
    BadModel,
    Checkpoint,
    Evaluation,
    Image,
    Many,
    Metrics,
    Output,
    Plugin,
    Preview,
    Progress,
    Results,
    Run,
    Training,
    TrainRun,
    Video,
    action,
    evaluation,
    mask_cover,
    training,
)
from artstudio_vae_morpher.params import (
    BlendParams,
    DenoiseParams,
    LearnParams,
    MorphParams,
    SampleParams,
    VaryParams,
)

if TYPE_CHECKING:
    from collections.abc import Generator

    from artstudio.sdk.nn.arrays import Pixels
    from artstudio_vae_morpher.codes import Codes, MorpherCoder, Steps
    from artstudio_vae_morpher.opened import Opened
    from artstudio_vae_morpher.training import Lessons

T = TypeVar("T")

FORMATS: Final = (".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".zip")
CHUNK_BYTES: Final = 16 << 20  # of frames that cross to the studio at once


class VaeMorpher(Plugin):
    """An autoencoder whose codes can be walked between, and a cleaner."""

    def __init__(self) -> None:
        self._open: Opened | None = None  # the model used last, kept warm

    def warm(self, run: Run) -> None:
        """Reads the model and draws a little, so that the first puck is followed at once."""
        from artstudio_vae_morpher.blending import blended
        from artstudio_vae_morpher.codes import done

        opened = self._opened(run)
        some = [done(opened.codes(np.full((64, 64, 3), shade, np.uint8))) for shade in (60, 180)]
        coder = opened.coder()
        coder.pictures([done(blended(coder, some, 0.4, 0.5, "growing", 0))], 64, 64, grain=0, seed=0)

    @action("Morph", icon="movie-open-play-outline")
    def morph(
        self, run: Run, pictures: Annotated[list[Image], Many(2, 16)], params: MorphParams
    ) -> Results[Video]:
        """Turn pictures into one another as a film. The first one decides its size."""
        from artstudio_vae_morpher.frames import covering, film_size, opaque
        from artstudio_vae_morpher.paths import walked

        yield Progress(0, params.frames, "frames")
        opened = self._opened(run)
        coder = opened.coder()
        width, height = film_size(pictures[0], params.width, params.height)
        stops: list[Codes] = []
        for picture in pictures:
            stop = opened.codes(covering(opaque(picture), width, height))
            stops.append((yield from _told(stop, Progress(0, params.frames, "frames"))))
        if params.loop:
            stops.append(stops[0])
        most = max(1, min(24, CHUNK_BYTES // (width * height * 3)))
        waiting: list[Codes] = []
        done = 0
        for codes in walked(coder, stops, params.frames, params.easing, params.path, run.seed):
            if codes is None:
                yield Progress(done, params.frames, "frames")
                continue
            waiting.append(codes)
            if len(waiting) == most or done + len(waiting) == params.frames:
                drawn = coder.pictures(waiting, width, height, grain=params.grain, seed=run.seed)
                done += len(waiting)
                waiting.clear()
                yield Preview(Video(drawn[-1:], params.fps))
                yield Output(Video(drawn, params.fps))
                yield Progress(done, params.frames, "frames")

    @action("Blend", icon="vector-square", live=True)
    def blend(
        self, run: Run, pictures: Annotated[list[Image], Many(2, 4)], params: BlendParams
    ) -> Results[Image]:
        """Mix two to four pictures by a puck between them. The first one decides the size."""
        from artstudio_vae_morpher.blending import blended
        from artstudio_vae_morpher.frames import covering, opaque

        yield Progress(0, len(pictures) + 1, "pictures")
        opened = self._opened(run)
        coder = opened.coder()
        width, height = pictures[0].width, pictures[0].height
        corners = []
        for number, picture in enumerate(pictures):
            corner = opened.codes(covering(opaque(picture), width, height))
            corners.append((yield from _told(corner, Progress(number, len(pictures) + 1, "pictures"))))
        mixing = blended(coder, corners, params.across, params.down, params.path, run.seed)
        codes = yield from _told(mixing, Progress(len(pictures), len(pictures) + 1, "pictures"))
        drawn = coder.pictures([codes], width, height, grain=params.grain, seed=run.seed)
        yield Output(Image(drawn[0]))

    @action("Denoise", icon="auto-fix")
    def denoise(self, run: Run, picture: Image, mask: Image | None, params: DenoiseParams) -> Results[Image]:
        """Take noise, JPEG blocks and scratches off a picture, all of it or where the mask is white."""
        from artstudio_vae_morpher.cleaning import cleaned, judged

        yield Progress(0, 1, "tiles")
        cleaner = self._opened(run).model("clean pictures").cleaner
        pixels = np.ascontiguousarray(picture.pixels[..., :3])
        # below 1 some of the noise is left; above, the cleaner is told that there is more than there is
        level = max(1.0, params.strength) * judged(cleaner, pixels, run.device)
        share = min(1.0, params.strength)
        clean = pixels
        for done, count, clean in cleaned(cleaner, pixels, level, run.device):
            yield Progress(done, count, "tiles")
            if 0 < done < count:
                yield Preview(_finished(picture, clean, mask, share))
        yield Output(_finished(picture, clean, mask, share))

    @action("Sample", icon="dice-multiple-outline")
    def sample(self, run: Run, params: SampleParams) -> Results[Image]:
        """Draw a picture from nothing, as the pictures learned from are usually made of."""
        from artstudio_vae_morpher.shape import CELL_PX, STRIDE_PX

        yield Progress(0, 1, "pictures")
        coder = self._coder(run, "draw from nothing")
        rows, columns = (
            -(-side // STRIDE_PX) * STRIDE_PX // CELL_PX for side in (params.height, params.width)
        )
        drawing = coder.sampled(rows, columns, params.boldness, run.seed)
        codes = yield from _told(drawing, Progress(0, 1, "pictures"))
        drawn = coder.pictures([codes], params.width, params.height, grain=params.grain, seed=run.seed)
        yield Output(Image(drawn[0]))

    @action("Vary", icon="shuffle-variant")
    def vary(self, run: Run, picture: Image, params: VaryParams) -> Results[Image]:
        """Draw a neighbour of a picture. The sliders move along what differs most between pictures."""
        from artstudio_vae_morpher.frames import opaque
        from artstudio_vae_morpher.neighbours import varied

        yield Progress(0, 2, "pictures")
        coder = self._coder(run, "vary pictures")
        around = yield from _told(self._opened(run).codes(opaque(picture)), Progress(0, 2, "pictures"))
        moving = varied(coder, around, params.directions(), params.amount, run.seed)
        codes = yield from _told(moving, Progress(1, 2, "pictures"))
        drawn = coder.pictures([codes], picture.width, picture.height, grain=params.grain, seed=run.seed)
        pixels = picture.pixels.copy()
        pixels[..., :3] = drawn[0]
        yield Output(Image(pixels))

    @training("Learn from pictures", formats=FORMATS)
    def train(self, run: TrainRun, params: LearnParams) -> Training:
        """Learn what a folder of pictures is made of, without labels: to morph, sample, vary and clean."""
        from artstudio_vae_morpher.training import Lessons

        others = params.surface_every, params.codes_every, params.cleaning_every
        yield from self._taught(run, params, Lessons(1, *others))

    @training("Learn which pictures are usual", formats=FORMATS)
    def codes(self, run: TrainRun, params: LearnParams) -> Training:
        """Learn only which codes are usual, for Sample, Vary and what is between pictures."""
        from artstudio_vae_morpher.training import Lessons

        self._needs_base(run)
        yield from self._taught(run, params, Lessons(0, 0, 1, 0))

    @training("Learn the surface", formats=FORMATS)
    def surface(self, run: TrainRun, params: LearnParams) -> Training:
        """Learn only the grain that is made up where codes are too coarse."""
        from artstudio_vae_morpher.training import Lessons

        self._needs_base(run)
        yield from self._taught(run, params, Lessons(0, 1, 0, 0))

    @training("Learn to clean", formats=FORMATS)
    def cleaning(self, run: TrainRun, params: LearnParams) -> Training:
        """Learn only to take off noise, blocks and scratches, for Denoise."""
        from artstudio_vae_morpher.training import Lessons

        self._needs_base(run)
        yield from self._taught(run, params, Lessons(0, 0, 0, 1))

    @staticmethod
    def _needs_base(run: TrainRun) -> None:
        if run.base is None:
            raise BadModel("this is taught to a model that knows pictures already: choose one to begin from")

    def _taught(self, run: TrainRun, params: LearnParams, lessons: Lessons) -> Training:
        import torch

        from artstudio.sdk.nn.device import seed_everything
        from artstudio.sdk.nn.fit import fit
        from artstudio.sdk.nn.pictures import read_corpus
        from artstudio_vae_morpher.model import Morpher, load
        from artstudio_vae_morpher.shape import Shape
        from artstudio_vae_morpher.sheet import contact_sheet
        from artstudio_vae_morpher.training import MorpherLearner

        corpus = yield from read_corpus(run.data)
        torch.set_num_threads(run.threads)
        seed_everything(run.seed)
        learner = MorpherLearner(
            load(run.base) if run.base is not None else Morpher(Shape.scaled(params.width)),
            [pixels for _, pixels in corpus.train],
            [pixels for _, pixels in corpus.held_out],
            seed=run.seed,
            device=run.device,
            rate=params.rate or (3e-4 if run.base is not None and lessons.pictures else 1e-3),
            rows=params.rows,
            lessons=lessons,
            about={"pictures": len(corpus.train), "held_out_pictures": len(corpus.held_out)},
        )
        steps = params.steps or (3000 if run.seconds is None else None)
        with closing(
            fit(learner, run, steps=steps, measure_every=params.measure_every, measure_every_s=150,
                patience=params.patience, about=params.model_dump())
        ) as lesson:  # fmt: skip
            for event in lesson:
                yield event
                if isinstance(event, Checkpoint) and event.best:
                    yield Preview(Image(contact_sheet(learner.average, learner.shown, run.device)))

    @evaluation
    def evaluate(self, run: TrainRun) -> Evaluation:
        """Judge a model on the pictures of the data that are never trained on."""
        import torch

        from artstudio.sdk.nn.pictures import read_corpus
        from artstudio_vae_morpher.judging import judged_all, means
        from artstudio_vae_morpher.model import load

        if run.base is None:
            raise BadModel("there is no model to judge: choose one")
        corpus = yield from read_corpus(run.data)
        torch.set_num_threads(run.threads)
        model = load(run.base).to(run.device).eval()
        pictures = [pixels for _, pixels in corpus.held_out]
        so_far: list[dict[str, float]] = []
        for figures in judged_all(model, pictures, run.device):
            so_far.append(figures)
            yield Progress(len(so_far), len(pictures), "pictures")
        yield Metrics(means(so_far), len(pictures))

    def _coder(self, run: Run, what: str) -> MorpherCoder:
        from artstudio_vae_morpher.codes import MorpherCoder

        return MorpherCoder(self._opened(run).model(what), run.device)

    def _opened(self, run: Run) -> Opened:
        import torch

        from artstudio_vae_morpher.opened import Opened

        if run.model is None:
            raise BadModel("the VAE morpher needs a model: choose one, or train one first")
        torch.set_num_threads(run.threads)
        if self._open is None or not self._open.is_still(run.model, run.device):
            self._open = Opened(run.model, run.device)
        return self._open


def _told(work: Steps[T], progress: Progress) -> Generator[Progress, None, T]:
    """Work that says `progress` wherever it may be stopped."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: T = end.value
            return found
        yield progress


def _finished(picture: Image, clean: Pixels, mask: Image | None, share: float) -> Image:
    """The picture with a share of its cleaning, where the mask is white; what is transparent stays so."""
    pixels = picture.pixels.copy()
    if mask is None and share == 1:
        pixels[..., :3] = clean
    else:
        there = share if mask is None else share * mask_cover(mask, picture)[..., None]
        pixels[..., :3] = np.rint(picture.pixels[..., :3] * (1 - there) + clean * there)
    return Image(pixels)
