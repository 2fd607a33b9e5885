"""Measure how many sentences of summaries can stand where they are printed.

    python bench/standing.py DATA

`labelled/standing.jsonl` has, of 237 articles of DATA, each sentence that a reader of the headline
and of that sentence alone would stumble over: who or what it speaks of is told in another one. It
dangles in a summary that leaves all of those out which tell it. Sentences are furniture (captions,
notices, a headline told again), pieces of sentences, or need another one, much or a little. Prints
the shares of all chosen sentences that are nothing of the kind, for summaries of one, three and
five sentences, and for the first sentences of the body beside them.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import sets
from chosen import chosen, lead
from scoring.rates import share
from scoring.rows import Row, read_rows
from tables import Figures, print_tables

JUDGED = Path(__file__).with_name("labelled") / "standing.jsonl"
LENGTHS = (1, 3, 5)
# What was judged, and what is said of a sentence of which it was not.
VERDICTS = {
    "needs": "has what it needs",
    "maybe": "reads smoothly",
    "furniture": "is the article's own",
    "piece": "is whole",
}

Span = Sequence[int]
Extract = Sequence[Span]


def measure(data: Path) -> Figures:
    """The shares of chosen sentences that stand, of newsbrief and of the first sentences."""
    figures: Figures = {}
    articles = list(judged(data))
    for name, extract in (("newsbrief", chosen), ("lead", lead)):
        for length in LENGTHS:
            counts: Counter[str] = Counter()
            for text, verdicts in articles:
                counts += count(extract(text, length), verdicts)
            figures |= {
                f"standing {length}/{name}/{good}": 1 - share(counts[verdict], counts["chosen"])
                for verdict, good in VERDICTS.items()
            }
    return figures


def judged(data: Path) -> Iterator[tuple[str, list[Row]]]:
    """The texts of the articles that were judged, with what was judged of each."""
    texts: dict[str, dict[str, str]] = {}
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        name = row["set"]
        if name not in texts:
            rows = read_rows(data / f"{name}.jsonl")
            texts[name] = {str(each["id"]): each.get("text") or each["article"] for each in rows}
        yield texts[name][row["id"]], row["judged"]


def count(extract: Extract, verdicts: Sequence[Row]) -> Counter[str]:
    """How many sentences of ``extract`` there are, and how many of each verdict."""
    counts = Counter(chosen=len(extract))
    for sentence in extract:
        for verdict in verdicts:
            if _same(sentence, verdict["span"]) and not _is_mended(verdict, extract):
                counts[verdict["is"]] += 1
    return counts


def _is_mended(verdict: Row, extract: Extract) -> bool:
    """Whether the sentences of ``extract`` tell all that the sentence of ``verdict`` needs."""
    return "one_of" in verdict and all(
        any(_same(sentence, span) for sentence in extract for span in spans)
        for spans in verdict["one_of"]
    )


def _same(one: Span, other: Span) -> bool:
    """Whether two spans are mostly the same, as those of two splitters may be."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * common > max(one[1] - one[0], other[1] - other[0])


if __name__ == "__main__":
    print_tables(measure(sets.data_folder(__doc__)))
