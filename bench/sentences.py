"""Measure sentence boundaries beside NLTK's stock English Punkt.

    python bench/sentences.py DATA

DATA has ``nltk_data/`` with the stock model too. Prints the F1 of the boundaries, as
``scoring/sentences.py`` counts them, also by language (``pud de``), the share of the golden rules
that come out right, and how many places of these sets newsbrief left to NLTK: it looks most of them
up in Punkt's learned words.
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import nltk
from nltk.tokenize.punkt import PunktTokenizer

from newsbrief import sentences
from newsbrief.reading.punkt import by_nltk

import sets
from scoring.rates import mean
from scoring.rows import Row, Spans
from scoring.sentences import score
from tables import Figures, print_tables

Splitter = Callable[[str], Iterable[tuple[int, int]]]

NEWSWIRE = sets.SENTENCES[0]
PARAGRAPH = re.compile(r"\S.*")


def measure(data: Path) -> Figures:
    """The figures of newsbrief and of Punkt."""
    by_nltk.cache_clear()
    figures = {
        f"sentences/{name}/{column}": value
        for name, splitter in splitters(data).items()
        for column, value in _figures(data, splitter)
    }
    asked = by_nltk.cache_info()
    return figures | {"sentences/newsbrief/left to NLTK": asked.hits + asked.misses}


def splitters(data: Path) -> dict[str, Splitter]:
    """The splitters by name."""
    nltk.data.path.insert(0, str(data / "nltk_data"))
    stock = PunktTokenizer("english").span_tokenize
    return {"newsbrief": sentences, "Punkt": by_paragraph(stock)}


def by_paragraph(splitter: Splitter) -> Splitter:
    """``splitter`` on each paragraph by itself: Punkt runs on over a blank line."""

    def split(text: str) -> Iterable[tuple[int, int]]:
        for match in PARAGRAPH.finditer(text):
            for start, end in splitter(match[0]):
                yield match.start() + start, match.start() + end

    return split


def _figures(data: Path, splitter: Splitter) -> Iterable[tuple[str, float]]:
    for name in sets.SENTENCES:
        texts = _split(sets.rows(data, name), splitter)
        yield Path(name).stem, score(texts, newswire=name == NEWSWIRE).f1
    rows = sets.rows(data, sets.LANGUAGES)
    for language in dict.fromkeys(row["lang"] for row in rows):
        texts = _split((row for row in rows if row["lang"] == language), splitter)
        yield f"pud {language}", score(texts).f1
    yield (
        "golden rules",
        mean(
            [
                [row["text"][start:end] for start, end in splitter(row["text"])] == row["sentences"]
                for row in sets.rows(data, sets.GOLDEN_RULES)
            ]
        ),
    )


def _split(rows: Iterable[Row], splitter: Splitter) -> list[tuple[str, Spans, Spans]]:
    """The text of each of ``rows``, its gold spans and those of ``splitter``."""
    return [(row["text"], row["spans"], list(splitter(row["text"]))) for row in rows]


if __name__ == "__main__":
    print_tables(measure(sets.data_folder(__doc__)))
