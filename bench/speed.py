"""Measure the speed of newsbrief in one process, and of other programs beside it.

    NLTK_DATA=DATA/nltk_data python bench/speed.py DATA [--rivals PYTHON ...]

Prints articles a second of processor time for facts and summaries, splitting included; the
milliseconds for a sentence as articles grow; and the megabytes a second of sentence splitting.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from newsbrief import Method, facts, parse

import sets
from sentences import Splitter, splitters
from summaries import METHODS, rival_runs, summarizer
from tables import Figures, print_tables

ARTICLES = 60  # of the first set of summaries
SIZES = (100, 1_000, 10_000)  # sentences
PARAGRAPH = 5  # sentences
SPLIT_CHARS = 3_000_000
BEST_OF = 3


def measure(data: Path, rivals: Sequence[Path] = ()) -> Figures:
    """The figures of newsbrief, and of the programs that the Pythons ``rivals`` have."""
    texts = [row["article"] for row in sets.rows(data, sets.SUMMARIES[0])[:ARTICLES]]
    return {**_rates(texts, rivals), **_growth(texts), **_splitting(data)}


def _rates(texts: Sequence[str], rivals: Sequence[Path]) -> Figures:
    taken = {"newsbrief facts": seconds(facts, texts)}
    for method in METHODS:
        taken[f"newsbrief {method}"] = seconds(summarizer(method), texts)
    taken |= {name: run.seconds for name, run in rival_runs(rivals, texts).items()}
    figures: Figures = {f"speed/{n}/articles a second": len(texts) / s for n, s in taken.items()}
    words = sum(len(text.split()) for text in texts) / len(texts)
    return figures | {"speed/an article/words": words}


def seconds(run: Callable[[str], object], texts: Sequence[str]) -> float:
    """The processor time that ``run`` takes for ``texts``, models and lists loaded before."""
    run(texts[0])
    began = time.process_time()
    for text in texts:
        run(text)
    return time.process_time() - began


def _growth(texts: Iterable[str]) -> Figures:
    """Milliseconds a sentence, for texts of more and more sentences made of ``texts``."""
    sentences = [article.fold(s) for article in map(parse, texts) for s in article.body]
    summarize = summarizer(Method.NEWS)
    figures: Figures = {}
    for size in SIZES:
        repeated = (sentences * (size // len(sentences) + 1))[:size]
        paragraphs = (repeated[i : i + PARAGRAPH] for i in range(0, size, PARAGRAPH))
        text = "\n\n".join(map(" ".join, paragraphs))
        began = time.process_time()
        summarize(text)
        took = time.process_time() - began
        figures[f"summary of many sentences/{size} sentences/ms a sentence"] = 1000 * took / size
    return figures


def _splitting(data: Path) -> Figures:
    articles = sets.rows(data, "polnear/train.jsonl")
    text = "\n\n".join(row["text"] for row in articles)[:SPLIT_CHARS]
    figures: Figures = {}
    for name, split in splitters(data).items():
        best = min(_seconds_to_split(split, text) for _ in range(BEST_OF))
        figures[f"splitting/{name}/MB a second"] = len(text.encode()) / 1e6 / best
    return figures


def _seconds_to_split(split: Splitter, text: str) -> float:
    began = time.process_time()
    list(split(text))
    return time.process_time() - began


if __name__ == "__main__":
    arguments = sets.parser(__doc__, rivals=True).parse_args()
    print_tables(measure(arguments.data, arguments.rivals))
