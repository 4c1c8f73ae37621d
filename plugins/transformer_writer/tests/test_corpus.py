import gzip
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from writer_toys import poems, story

from artstudio.sdk import BadFile, Notice
from artstudio_transformer_writer.corpus import Corpus, read_corpus


def read(*paths: Path, aside: Sequence[str] = ()) -> tuple[Corpus, list[str]]:
    """The corpus, and the sentences said on the way."""
    said: list[str] = []
    reading = read_corpus(paths, aside)
    while True:
        try:
            event = next(reading)
        except StopIteration as end:
            return end.value, said
        if isinstance(event, Notice):
            said.append(event.sentence)


def test_texts_of_every_kind_are_read_in_the_encoding_they_come_in(tmp_path: Path) -> None:
    chinese = "春眠不觉晓，处处闻啼鸟。\n" * 20
    (tmp_path / "a.txt").write_bytes(story().replace("\n", "\r\n").encode("utf-16"))
    (tmp_path / "b.txt").write_bytes(chinese.encode("gb18030"))
    (tmp_path / "c.md").write_text("# A title\n\n" + story(20, seed=2))
    paper = docx.Document()
    paper.add_heading("Wolves")
    paper.add_paragraph("There were none.")
    paper.save(str(tmp_path / "d.docx"))
    corpus, said = read(tmp_path, aside=("nothing",))
    assert said == []
    assert [piece.text for piece in corpus.train] == [
        story(), chinese, "# A title\n\n" + story(20, seed=2), "Wolves\nThere were none.",
    ]  # fmt: skip


def test_a_twentieth_of_each_text_is_set_aside_by_a_fixed_rule(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(story(4000))
    corpus, _ = read(tmp_path)
    kept = sum(len(piece.text) for piece in corpus.held_out)
    assert 0.02 < kept / len(story(4000)) < 0.1
    assert all(piece.text not in other.text for piece in corpus.held_out for other in corpus.train)
    assert sorted("".join(p.text for p in corpus.train + corpus.held_out)) == sorted(story(4000))


def test_named_texts_are_set_aside_whole(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(story(seed=1))
    (tmp_path / "two.txt").write_text(story(seed=2))
    corpus, _ = read(tmp_path, aside=["two"])
    assert [piece.name for piece in corpus.train] == ["one.txt"]
    assert [piece.text for piece in corpus.held_out] == [story(seed=2)]


def test_poems_are_laid_out_by_couplets_and_every_fiftieth_is_set_aside(tmp_path: Path) -> None:
    path = poems(tmp_path)
    packed = tmp_path / "poems.jsonl.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    corpus, _ = read(packed)
    assert corpus.poems
    assert [piece.name for piece in corpus.held_out] == [f"poems.jsonl.gz:{n}" for n in (1, 51, 101)]
    first = corpus.train[0].text.split("\n")
    assert first[0] == "五绝|诗1"
    assert [len(line) for line in first[1:]] == [12, 12, 0]


def test_what_cannot_be_read_is_named_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(story())
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 no")
    (tmp_path / "broken.jsonl").write_text('{"title": 3}\n')
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(b"x" * 1000)[:20])
    corpus, said = read(tmp_path)
    assert {piece.name for piece in corpus.train} == {"good.txt"}
    assert "left out what could not be read" in said[0]
    assert "and 2 more" in said[0]


def test_an_archive_that_leads_out_of_its_folder_is_refused_whole(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as archive:
        archive.writestr("../out.txt", story())
    with pytest.raises(BadFile, match="leads out"):
        read(tmp_path)


def test_nothing_to_read_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no text to learn from"):
        read(tmp_path)
    with pytest.raises(BadFile, match="there is no"):
        read(tmp_path / "missing")
