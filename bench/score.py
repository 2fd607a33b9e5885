"""Score a file of predictions, of newsbrief or of another program, against a labelled set.

    python bench/score.py SCORER GOLD PREDICTED [--mistakes wrong|missed|name]

SCORER is a module of ``scoring/``, which says what the rows of both files are; facts are rows of
``newsbrief facts --jsonl`` with an ``id``. An article without a row counts as predicted empty.
``--mistakes`` prints those that ``readers`` counts, instead of figures.
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from scoring import attributions, extracts, pages, quotes, readers, sentences, sourcing, summaries
from scoring.facts import facts_of
from scoring.rates import mean
from scoring.rows import Row, Spans, aligned, read_rows
from tables import Figures, named, print_tables

Pairs = Sequence[tuple[Row, Row]]


def of_attributions(pairs: Pairs) -> Figures:
    figures: Figures = {}
    for name, rates in attributions.score((g, facts_of(p)) for g, p in pairs).items():
        figures |= named("attributions", name, rates)
    return figures


def of_extracts(pairs: Pairs) -> Figures:
    scores = [extracts.score(gold, predicted.get("summary", ())) for gold, predicted in pairs]
    never = extracts.never_share(scores)
    overlap = mean([score.overlap for score in scores])
    return {"extracts/all/overlap": overlap, "extracts/all/never": never}


def of_pages(pairs: Pairs) -> Figures:
    return named("pages", "all", pages.score(pairs))


def of_quotes(pairs: Pairs) -> Figures:
    figures: Figures = {}
    for threshold in quotes.THRESHOLDS:
        found = quotes.score(((g, facts_of(p)) for g, p in pairs), threshold)
        figures |= named("quotes", f"overlap {threshold}", found.found)
        figures |= named("quotes", f"speakers {threshold}", found)
    return figures


def of_readers(pairs: Pairs) -> Figures:
    scores = [readers.score(gold, facts_of(predicted)) for gold, predicted in pairs]
    return named("readers", "all", readers.figures(scores))


def of_sentences(pairs: Pairs) -> Figures:
    texts = [(gold["text"], gold["spans"], predicted.get("spans", ())) for gold, predicted in pairs]
    return {
        **named("sentences", "all", sentences.score(texts)),
        **named("sentences", "as in newswire", sentences.score(texts, newswire=True)),
    }


def of_sourcing(pairs: Pairs) -> Figures:
    scores = [
        sourcing.score(
            gold, sourcing.statements(facts_of(predicted), predicted.get("sentences", ()))
        )
        for gold, predicted in pairs
    ]
    return named("sourcing", "all", sourcing.figures(scores))


def of_summaries(pairs: Pairs) -> Figures:
    scores = [summaries.rouge(g["references"], p.get("summary", ())) for g, p in pairs]
    return named("summaries", "all", summaries.mean_rouge(scores))


SCORERS: dict[str, Callable[[Pairs], Figures]] = {
    "attributions": of_attributions,
    "extracts": of_extracts,
    "pages": of_pages,
    "quotes": of_quotes,
    "readers": of_readers,
    "sentences": of_sentences,
    "sourcing": of_sourcing,
    "summaries": of_summaries,
}


def print_mistakes(pairs: Pairs, fault: str) -> None:
    """Print the mistakes of the kind ``fault``: the fact, and the gold attribution beside it."""
    for row, predicted in pairs:
        for mistake in readers.score(row, facts_of(predicted)).mistakes:
            if mistake.fault != fault:
                continue
            fact, gold = mistake.fact, mistake.gold
            print(row["id"])
            print("  fact:", f"{fact.name}: {_words(row, fact.claim)}" if fact else "none")
            print("  gold:", f"{gold['name']}: {_words(row, gold['claim'])}" if gold else "none")


def _words(row: Row, spans: Spans) -> str:
    return " ... ".join(" ".join(row["text"][start:end].split()) for start, end in spans)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("scorer", choices=SCORERS)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predicted", type=Path)
    parser.add_argument("--mistakes", choices=("wrong", "missed", "name"))
    arguments = parser.parse_args()
    pairs = aligned(read_rows(arguments.gold), read_rows(arguments.predicted))
    if arguments.mistakes:
        print_mistakes(pairs, arguments.mistakes)
    else:
        print_tables(SCORERS[arguments.scorer](pairs))


if __name__ == "__main__":
    main()
