"""The plugin: writes along, makes poems, translates, explains itself. Importing this imports no torch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from artstudio.sdk import (
    BadModel,
    Evaluation,
    Notice,
    Output,
    Plugin,
    Preview,
    Progress,
    Results,
    Run,
    Text,
    Token,
    Training,
    TrainRun,
    action,
    evaluation,
    training,
)
from artstudio_transformer_writer.params import (
    ContinueParams,
    ExplainParams,
    FillParams,
    LearnParams,
    PoemParams,
    taste,
)
from artstudio_transformer_writer.translation_params import TranslateParams, TranslationParams

if TYPE_CHECKING:
    from pathlib import Path

    from artstudio_transformer_writer.copies import Known
    from artstudio_transformer_writer.speaker import Speaker
    from artstudio_transformer_writer.translation_action import Translators

FORMATS = (".txt", ".md", ".docx", ".jsonl", ".gz", ".zip")
PAIR_FORMATS = (".tsv", ".gz", ".zip")
MOST_EXPLAINED = 40_000  # characters


class TransformerWriter(Plugin):
    """Small Transformers of our own, and any that the artist brings."""

    def __init__(self) -> None:
        self._speakers: dict[tuple[Path, str, int], Speaker] = {}  # those used last, kept warm
        self._translators: Translators | None = None

    def warm(self, run: Run) -> None:
        """Reads the model for prose and lets it say a word."""
        speaker, _ = self._speaker(run, "")
        speaker.scores([speaker.end])

    @action("Continue", icon="pencil-plus")
    def continue_(self, run: Run, text: Text, params: ContinueParams) -> Results[Text]:
        """Go on with a text: it stays as it is, and new words follow."""
        import numpy as np

        from artstudio_transformer_writer.writing import continued

        speaker, folder = self._speaker(run, text.text)
        stops = [one.replace("\\n", "\n") for one in params.stop.split("|") if one]
        written, told = "", False
        known = self._known(folder)
        chance = np.random.default_rng(run.seed)
        going = continued(speaker, text.text, taste(params), params.length, chance, stops)
        for count, written in enumerate(going, 1):
            yield Preview(Text(text.text + written))
            yield Progress(count, params.length, "tokens")
            if known is not None and not told and count % 16 == 0 and (notice := _copied(known, written)):
                told = True
                yield notice
        if known is not None and not told and (notice := _copied(known, written)):
            yield notice
        yield Output(Text(text.text + written))

    @action("Fill the gap", icon="format-horizontal-align-center")
    def fill(self, run: Run, before: Text, after: Text, params: FillParams) -> Results[Text]:
        """Write what stands between two texts, so that the second follows from the first."""
        from artstudio_transformer_writer.filling import filled, join

        speaker, _ = self._speaker(run, before.text + after.text)
        middle = ""
        for done, middle in filled(speaker, before.text, after.text, taste(params), params.length, run.seed):
            yield Preview(Text(join(before.text, middle, after.text)))
            yield Progress(done, 1, "tries")
        yield Output(Text(join(before.text, middle, after.text)))

    @action("Poem", icon="feather")
    def poem(self, run: Run, params: PoemParams) -> Results[Text]:
        """Write a poem that keeps its form: so many syllables or characters a line, and the rhymes."""
        import numpy as np

        from artstudio_transformer_writer import rhyme_zh, verse
        from artstudio_transformer_writer.forms import FORMS, ChineseForm

        form = FORMS[params.form]
        speaker, folder = self._speaker(run, "", "verse" if isinstance(form, ChineseForm) else "prose")
        learned = isinstance(form, ChineseForm) and (folder / rhyme_zh.FILE).is_file()
        poem = title = ""
        going = verse.write(
            speaker, form, np.random.default_rng(run.seed), title=params.title, opening=params.opening,
            rhymes=rhyme_zh.load(folder) if learned else None, taste=taste(params),
        )  # fmt: skip
        for part in going:
            title = part.title
            if part.text != poem:
                poem = part.text
                yield Preview(Text(poem))
            yield Progress(part.lines, part.of, "lines")
        yield Output(Text(poem), title)

    @action("Translate", icon="translate")
    def translate(self, run: Run, text: Text, params: TranslateParams) -> Results[Text]:
        """Chinese into English and English into Chinese; what is neither stays as it is."""
        from artstudio_transformer_writer.translation_action import Translators, translation

        if self._translators is None:
            self._translators = Translators()
        yield from translation(self._translators, run, text, params)

    @action("Explain", icon="thermometer")
    def explain(self, run: Run, text: Text, params: ExplainParams) -> Results[Text]:
        """Show how likely the model finds each word, what else it had in mind, and what it looks at."""
        from artstudio_transformer_writer.explaining import attended, explained, with_attention

        if len(text.text) > MOST_EXPLAINED:
            yield Notice("only the last 40,000 characters are explained: choose a part of the text")
        skipped = max(0, len(text.text) - MOST_EXPLAINED)
        part = text.text[skipped:]
        speaker, _ = self._speaker(run, part)
        total = max(1, len(speaker.places(part)))
        tokens: tuple[Token, ...] = ()
        for tokens in explained(speaker, part):
            yield Progress(len(tokens), total, "tokens")
        looks = attended(speaker, part, params.at - skipped) if params.at >= skipped else ()
        made = with_attention(part, tokens, looks)
        moved = tuple(replace(t, start=t.start + skipped, end=t.end + skipped) for t in made.tokens)
        yield Output(Text(text.text, moved))

    @training("Fine-tune on your texts", formats=FORMATS)
    def train(self, run: TrainRun, params: LearnParams) -> Training:
        """Learn from novels, notes or poems: .txt, .md, .docx, or JSON lines with poems."""
        from artstudio_transformer_writer.course import course

        yield from course(run, params)

    @training("Learn to translate", formats=PAIR_FORMATS)
    def translation(self, run: TrainRun, params: TranslationParams) -> Training:
        """Learn from sentence pairs: tables with an English and a Chinese column, parted by tabs."""
        from artstudio_transformer_writer.translation_course import translation_course

        yield from translation_course(run, params)

    @evaluation
    def evaluate(self, run: TrainRun) -> Evaluation:
        """Judge a model on texts or sentence pairs; of what it has learned only what was aside counts."""
        if any(path.name.lower().endswith((".tsv", ".tsv.gz")) for path in run.data):
            from artstudio_transformer_writer.translation_scores import judge_translations

            yield from judge_translations(run)
            return
        from artstudio_transformer_writer.course import judge_all

        yield from judge_all(run)

    def _speaker(self, run: Run, text: str, kind: str | None = None) -> tuple[Speaker, Path]:
        """The model that goes on with `text`, and its folder: of a starter the one for its language."""
        import torch

        from artstudio_transformer_writer.folder import part
        from artstudio_transformer_writer.script import mostly_chinese
        from artstudio_transformer_writer.speaking import open_speaker

        if run.model is None:
            raise BadModel("the Transformer writer needs a model: choose one, or train one first")
        torch.set_num_threads(run.threads)
        folder = part(run.model, kind or ("verse" if mostly_chinese(text[-400:]) else "prose"))
        weights = folder / "model.safetensors"
        key = (folder, run.device, weights.stat().st_mtime_ns if weights.is_file() else 0)
        if key not in self._speakers:
            if len(self._speakers) >= 3:
                self._speakers.pop(next(iter(self._speakers)))
            self._speakers[key] = open_speaker(folder, run.device)
        return self._speakers[key], folder

    def _known(self, folder: Path) -> Known | None:
        from artstudio_transformer_writer.copies import load_known

        return load_known(folder)


def _copied(known: Known, written: str) -> Notice | None:
    for start, end in known.copied(written):
        said = written[start : start + 60]
        return Notice(f"{end - start} characters are word for word from the training text: “{said}…”")
    return None
