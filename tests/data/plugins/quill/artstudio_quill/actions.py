"""What a text model does, small enough to see through: streaming, filling, explaining, translating."""

from __future__ import annotations

import re
import threading

from artstudio.sdk import (
    InvalidValue,
    Notice,
    Output,
    Params,
    Plugin,
    Preview,
    Progress,
    Results,
    Run,
    Text,
    Token,
    action,
    field,
)


class Words(Params):
    """How many words, and after how many it goes no further until it is stopped."""

    length: int = field(4, ge=1, le=100_000, title="Length")
    wait_after: int = field(100_000, ge=0, le=100_000, title="Wait after")
    fail_after: int = field(100_000, ge=0, le=100_000, title="Fail after")
    warn: bool = field(False, title="Warn")
    pause_ms: int = field(0, ge=0, le=1_000, title="Pause")


class Look(Params):
    """The character whose token says what it looks at."""

    at: int = field(-1, ge=-1, title="Look from")


class Quill(Plugin):
    """Writes "w7.1 w7.2": the seed and the number of each word."""

    @action("Continue")
    def continue_(self, run: Run, text: Text, params: Words) -> Results[Text]:
        """Go on with a text."""
        written = ""
        for count in range(1, params.length + 1):
            written += f" w{run.seed}.{count}"
            if count % 12 == 0:
                written += ".\n"
            yield Preview(Text(text.text + written))
            yield Progress(count, params.length, "tokens")
            if params.warn and count == 1:
                yield Notice("a long run is copied from the training text")
            if count == params.fail_after:
                raise InvalidValue("the quill broke after {n} words", n=count)
            if params.pause_ms:
                threading.Event().wait(params.pause_ms / 1000)
            while count >= params.wait_after:
                threading.Event().wait(0.01)
                yield Preview(Text(text.text + written))
                yield Progress(count, params.length, "tokens")
        yield Output(Text(text.text + written))

    @action("Fill the gap")
    def fill(self, run: Run, before: Text, after: Text, params: Words) -> Results[Text]:
        """Write between two texts."""
        middle = ""
        for count in range(1, params.length + 1):
            middle += f"m{run.seed}.{count} "
            yield Preview(Text(before.text + middle + after.text))
        yield Output(Text(before.text + middle + after.text))

    @action("Explain")
    def explain(self, run: Run, text: Text, params: Look) -> Results[Text]:
        """Find short words likely; what is asked about looks at the word before it."""
        found = list(re.finditer(r"\s*\S+", text.text))
        asked = next((i for i, one in enumerate(found) if one.start() <= params.at < one.end()), -1)
        tokens = []
        for i, one in enumerate(found):
            share = 1 / (1 + len(one[0].strip()))
            others = ((one[0], share), (" cat", share / 2), (" dog", share / 4))
            tokens.append(Token(one.start(), one.end(), share, others, 1.0 if i == asked - 1 else 0.0))
            yield Progress(i + 1, len(found), "tokens")
        yield Output(Text(text.text, tuple(tokens)))

    @action("Translate")
    def translate(self, run: Run, text: Text) -> Results[Text]:
        """Say every paragraph louder."""
        done: list[str] = []
        for paragraph in text.text.split("\n"):
            done.append(paragraph.upper())
            yield Preview(Text("\n".join(done)))
        yield Output(Text(text.text.upper()))
