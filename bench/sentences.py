"""Sentence boundaries against NLTK's stock English Punkt: bench/sentences.py DATA.

DATA is the folder that holds sentences/ (gold boundaries), nltk_data/ (the stock model) and
polnear/ (text to time). Prints F1 of boundaries: a boundary is the offset after a sentence's last
character; the last one of a text does not count, nor, in newswire, one before an opening quotation
mark. Speed is in megabytes a second of processor time. The last line says how many boundaries of
these sets and texts newsbrief left to NLTK: it looks most of them up among Punkt's learned words.
"""

import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from newsbrief.reading.punkt import by_nltk
from newsbrief.reading.sentences import sentences

Spans = Iterable[tuple[int, int]]
Splitter = Callable[[str], Spans]

QUOTES = tuple("\"'“‘«`")
# The sets, and whether a boundary before an opening quotation mark is left out.
SETS = {"wsj_dev": True, "gum_news_dev": False, "ewt_dev": False}
PARAGRAPH = re.compile(r"\S.*")
TIMED_CHARS = 3_000_000


def rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def ends(text: str, spans: Spans, *, skip: bool) -> set[int]:
    every = {a + len(text[a:b].rstrip()) for a, b in spans} - {len(text.rstrip())}
    return {end for end in every if not (skip and text[end:].lstrip().startswith(QUOTES))}


def f1(path: Path, splitter: Splitter, *, skip: bool) -> float:
    hits = total = 0
    for row in rows(path):
        gold = ends(row["text"], row["spans"], skip=skip)
        predicted = ends(row["text"], splitter(row["text"]), skip=skip)
        hits, total = hits + len(gold & predicted), total + len(gold) + len(predicted)
    return 2 * hits / total


def golden(path: Path, splitter: Splitter) -> int:
    return sum(
        [row["text"][a:b] for a, b in splitter(row["text"])] == row["sentences"]
        for row in rows(path)
    )


def by_paragraph(splitter: Splitter) -> Splitter:
    """``splitter`` on each paragraph by itself: Punkt ignores the blank lines between them."""

    def split(text: str) -> Spans:
        for match in PARAGRAPH.finditer(text):
            for start, end in splitter(match[0]):
                yield match.start() + start, match.start() + end

    return split


def speed(text: str, splitter: Splitter) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        list(splitter(text))
        best = min(best, time.process_time() - start)
    return len(text.encode()) / 1e6 / best


def main() -> None:
    data = Path(sys.argv[1])
    os.environ["NLTK_DATA"] = str(data / "nltk_data")
    from nltk.tokenize.punkt import PunktTokenizer

    folder = data / "sentences"
    text = "\n\n".join(row["text"] for row in rows(data / "polnear/train.jsonl"))[:TIMED_CHARS]
    columns = [*SETS, "golden of 48", "MB/s", "MB/s, one line"]
    print(f"{'':10}", *(f"{column:>14}" for column in columns))
    splitters: dict[str, Splitter] = {
        "stock": by_paragraph(PunktTokenizer("english").span_tokenize),
        "newsbrief": sentences,
    }
    for name, splitter in splitters.items():
        scores = [f1(folder / f"{s}.jsonl", splitter, skip=skip) for s, skip in SETS.items()]
        right = golden(folder / "golden_rules.jsonl", splitter)
        speeds = [speed(text, splitter), speed(text.replace("\n", " "), splitter)]
        print(
            f"{name:10}",
            *(f"{score:14.4f}" for score in scores),
            f"{right:14}",
            *(f"{rate:14.2f}" for rate in speeds),
        )
    print(nltk_share(folder, text))


def nltk_share(folder: Path, text: str) -> str:
    """A line on how many sentence ends of the sets and of ``text`` NLTK decided."""
    texts = [row["text"] for name in SETS for row in rows(folder / f"{name}.jsonl")]
    texts += [row["text"] for row in rows(folder / "golden_rules.jsonl")]
    by_nltk.cache_clear()
    total = sum(len(sentences(piece)) for piece in [*texts, text])
    asked = by_nltk.cache_info()
    return f"NLTK decided {asked.hits + asked.misses} places among {total} sentences"


if __name__ == "__main__":
    main()
