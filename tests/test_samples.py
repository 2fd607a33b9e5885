"""Every sample article goes through everything; some have their results kept in tests/golden/.

``python tests/test_samples.py`` writes the golden files anew; read what changes before it stays.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import newsbrief
from newsbrief import Article, Attribution
from newsbrief.article import BlockKind
from newsbrief.attribution import Part
from newsbrief.cli.facts_text import label_line
from newsbrief.spans import join

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "samples"
GOLDEN = HERE / "golden"

ALL = sorted(SAMPLES.rglob("*.txt"))
ENGLISH = [path for path in ALL if path.parent.name != "languages"]
KEPT = sorted(path.stem for path in GOLDEN.glob("*.txt"))


def name(path: Path) -> str:
    return path.relative_to(SAMPLES).as_posix()


@pytest.mark.parametrize("path", ALL, ids=name)
def test_blocks_and_sentences_are_in_order_and_inside(path: Path) -> None:
    article = newsbrief.read(path)
    spans = [(block.start, block.end) for block in article.blocks]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    for sentence in article.sentences:
        block = article.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end


@pytest.mark.parametrize("path", ALL, ids=name)
def test_no_word_is_lost_between_blocks(path: Path) -> None:
    article = newsbrief.read(path)
    kept = " ".join(article.text[b.start : b.end] for b in article.blocks)
    assert kept.split() == article.text.split()


@pytest.mark.parametrize("path", ALL, ids=name)
def test_the_title_is_the_headline(path: Path) -> None:
    article = newsbrief.read(path)
    headline = {
        "saved_page.txt": "Invasive mussel found in three more lakes, biologists say",
        "wire.txt": "Aid convoys reach quake-hit valley after bridge reopens",
    }.get(path.name, article.text.partition("\n")[0])
    assert article.title == headline


@pytest.mark.parametrize("path", ALL, ids=name)
def test_summaries_are_the_articles_own_sentences(path: Path) -> None:
    article = newsbrief.read(path)
    for length in (1, 3, 1000):
        rows = newsbrief.summarize(article, sentences=length).sentences
        assert len(rows) == min(length, len(article.body))
        body = {(s.start, s.end) for s in article.body}
        assert all((row.start, row.end) in body for row in rows)
        assert all(row.text.split() == article.text[row.start : row.end].split() for row in rows)


@pytest.mark.parametrize("path", ENGLISH, ids=name)
def test_facts_slice_back(path: Path) -> None:
    article = newsbrief.read(path)
    facts = newsbrief.facts(article)
    assert facts
    for fact in facts:
        for part in parts(fact):
            assert part.text
            assert join(article.text, part.spans) == part.text


def parts(fact: Attribution) -> Iterator[Part]:
    yield fact.claim
    if fact.source:
        yield fact.source
        yield from filter(None, (fact.source.role, fact.source.why))
    if fact.cue:
        yield fact.cue


BOILERPLATE = (
    "Skip to main content",
    "Home |",
    "Published",
    "Share this",
    "Facebook",
    "Advertisement",
    "Read more",
    "What happens next",
    "Related stories",
    "Sign up",
    "Get the Courier",
    "©",
    "(MORE)",
    "BC-QUAKE",
    "Eds:",
    "A diver holds",
    "- ",
    "• ",
    "By Rosalind",
    "By Tobias",
    "By Imogen",
    "By our",
)


@pytest.mark.parametrize("path", ALL, ids=name)
def test_boilerplate_is_no_part_of_the_body(path: Path) -> None:
    article = newsbrief.read(path)
    assert not [s for s in map(article.fold, article.body) if s.startswith(BOILERPLATE)]


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    article = newsbrief.read(SAMPLES / "agency.txt")
    assert article.fold(article.body[0]).startswith("Envoys from Kessany")
    assert BlockKind.DATELINE in {block.kind for block in article.blocks}


def test_hard_wrapped_lines_are_joined() -> None:
    article = newsbrief.read(SAMPLES / "wire.txt")
    paragraphs = [b for b in article.blocks if b.kind is BlockKind.PARAGRAPH]
    assert len(paragraphs) == 10
    assert "denied that help had come too slowly" in article.fold(paragraphs[5])


def test_windows_1252_is_decoded() -> None:
    article = newsbrief.read(SAMPLES / "windows_1252.txt")
    assert article.title == "Café owners in Vallon claim a right to the pavement"
    assert "“We have paid €1,150 for each square metre,”" in article.text


@pytest.mark.parametrize("path", sorted((SAMPLES / "languages").glob("*.txt")), ids=name)
def test_other_languages_split_into_sentences(path: Path) -> None:
    """Abbreviations ("Sr.", "Mio.", "3. Mai") and quoted questions end no sentence."""
    sentences = {"de": 10, "es": 10, "fr": 10, "it": 10, "nl": 10, "pt": 10}
    sentences |= {"ar": 10, "hi": 10, "ja": 10, "ru": 11, "zh": 9}
    assert len(newsbrief.read(path).body) == sentences[path.stem]


@pytest.mark.parametrize("path", sorted((SAMPLES / "languages").glob("*.txt")), ids=name)
def test_other_languages_have_no_facts(path: Path) -> None:
    assert newsbrief.facts(newsbrief.read(path)) == ()


@pytest.mark.parametrize("stem", KEPT)
def test_golden(stem: str) -> None:
    kept = (GOLDEN / f"{stem}.txt").read_text(encoding="utf-8")
    assert kept == rendered(newsbrief.read(SAMPLES / f"{stem}.txt"))


def test_some_are_golden() -> None:
    assert len(KEPT) >= 4


def rendered(article: Article) -> str:
    """What newsbrief makes of ``article``, for people to read."""
    lines = [article.title or "(no title)", "", "SUMMARY", ""]
    lines += [f"- {row.text}" for row in newsbrief.summarize(article).sentences]
    lines += ["", "FACTS", ""]
    for fact in newsbrief.facts(article):
        source = fact.source
        who = f"{source.name or 'not named'} ({source.type})" if source else "no source"
        lines += [
            f"- {who}: {label_line(fact)}",
            f"  {source.text if source else '-'} | {fact.cue.text if fact.cue else '-'}",
            f"  {fact.claim.text}",
        ]
        if source and source.role:
            lines.append(f"  role: {source.role.text}")
        if source and source.why:
            lines.append(f"  why: {source.why.text}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    for stem in ("agency", "business", "politics", "wire"):
        text = rendered(newsbrief.read(SAMPLES / f"{stem}.txt"))
        (GOLDEN / f"{stem}.txt").write_text(text, encoding="utf-8")
