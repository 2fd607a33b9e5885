"""Measure the facts of newsbrief on articles labelled with who says what.

    python bench/facts.py DATA

Prints how well they agree with PolNeAR (attributions), the Gender Gap Tracker (quotations and
speakers), the careful reader and the sourcing project, how well the linker does on gold labels, and
how often facts of each confidence are right. The scorers in ``scoring/`` say how each is counted.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import newsbrief
from newsbrief.archive.plain import plain_fact
from newsbrief.extraction.linking import link
from newsbrief.tagging.tags import Labelled, Role

import labelled
import sets
from scoring import attributions, quotes, readers, sourcing
from scoring.facts import Fact, facts_of, joined
from scoring.rates import interval, mean
from scoring.rows import Row
from scoring.words import Words
from tables import Figures, named, print_tables

BANDS = (0.0, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95)  # lower bounds of confidence
SURE = 0.9  # confidence
OWN = Path(__file__).with_name("labelled")

Predicted = Sequence[tuple[Row, list[Fact]]]


def measure(data: Path) -> Figures:
    """The figures of all sets."""
    # PolNeAR has what is wanted and planned, which readers could list or leave out.
    polnear = predicted(sets.rows(data, sets.POLNEAR), optional=True)
    return {
        **polnear_figures(polnear),
        **linking_figures(sets.rows(data, sets.POLNEAR)),
        **confidence_figures(polnear),
        **quotes_figures(predicted(sets.rows(data, sets.QUOTES))),
        **readers_figures(predicted(sets.rows(data, sets.READERS))),
        **own_figures(predicted(own_rows())),
        **sourcing_figures(predicted(sets.rows(data, sets.SOURCING))),
    }


def predicted(rows: Sequence[Row], *, optional: bool = False) -> Predicted:
    """Each of ``rows`` with the facts that newsbrief gives for its text; as ``facts`` does."""
    return [(row, facts(row["text"], optional=optional)) for row in rows]


def facts(text: str, *, optional: bool = False) -> list[Fact]:
    """The facts of ``text``, read from the JSON that the command prints; all with ``optional``."""
    found = newsbrief.facts(text, optional=optional)
    return facts_of({"facts": [plain_fact(fact) for fact in found]})


def polnear_figures(articles: Predicted) -> Figures:
    figures: Figures = {}
    for name, found in attributions.score(articles).items():
        figures |= named("polnear", name, found)
    # PolNeAR has one attribution where one cue says two pieces: '"A," he said. "B."'.
    by_cue = attributions.score((row, joined(found)) for row, found in articles)
    return figures | named("polnear", "attribution, pieces joined", by_cue["attribution"])


def linking_figures(rows: Sequence[Row]) -> Figures:
    """The figure of the linker on the gold labels, which is a bound on the whole."""
    found = attributions.score((row, _linked(row)) for row in rows)
    return named("linking of gold labels", "attribution", found["attribution"])


def _linked(row: Row) -> list[Fact]:
    spans = {(*span, role) for a in row["attributions"] for role in Role for span in a[role]}
    labels = [Labelled(role, start, end, 1.0) for start, end, role in sorted(spans)]
    links = link(newsbrief.parse(row["text"]), labels)
    return [Fact(claim=a.content, source=a.source, cue=a.cue) for a in links]


def confidence_figures(articles: Predicted) -> Figures:
    """How many facts each band of confidence has, and the share of them that is right."""
    judged = [pair for row, found in articles for pair in judgements(row, found)]
    figures: Figures = {}
    for low, high in pairwise((*BANDS, float("inf"))):
        right = [ok for confidence, ok in judged if low <= confidence < high]
        figures |= {f"confidence/from {low:g}/facts": len(right)}
        figures |= {f"confidence/from {low:g}/right": mean(right)}
    sure = [ok for confidence, ok in judged if confidence >= SURE]
    name = f"confidence/all from {SURE}"
    return figures | {f"{name}/facts": len(sure), f"{name}/right": mean(sure)}


def judgements(row: Row, facts: Sequence[Fact]) -> Iterator[tuple[float, bool]]:
    """The confidence of each fact, and whether its source and claim agree with gold by half.

    The surer a fact, the earlier it takes its gold attribution.
    """
    words = Words(row["text"])
    left = attributions.of_row(row, words)
    for fact in sorted(joined(facts), key=lambda fact: -fact.confidence):
        (own,) = attributions.of_facts([fact], words)
        agreements = [attributions.agreement(gold, own) for gold in left]
        best = max(agreements, default=0.0)
        if best:
            del left[agreements.index(best)]
        yield fact.confidence, best > 0


def quotes_figures(articles: Predicted) -> Figures:
    figures: Figures = {}
    for threshold in quotes.THRESHOLDS:
        found = quotes.score(articles, threshold)
        row = f"overlap {threshold}"
        figures |= named("quotes", row, found.found)
        figures |= {f"quotes/{row}/speaker": found.speaker, f"quotes/{row}/named": found.named}
    return figures


def readers_figures(articles: Predicted) -> Figures:
    scored = [readers.score(row, found) for row, found in articles]
    found = readers.figures(scored)
    figures = named("readers", "all", found)
    # The higher the better, as floors want it.
    figures["readers/all/listed by the reader"] = 1 - found.invented
    figures["readers/all/in nobody else's mouth"] = 1 - found.misattributed
    low, high = interval(scored, lambda sample: readers.figures(sample).right.f1)
    return figures | {"readers/right/low": low, "readers/right/high": high}


def own_rows() -> list[Row]:
    """The articles in our own words: transcripts, court, business, interviews, wire."""
    return [row for path in sorted(OWN.glob("*.txt")) for row in labelled.load(path)]


def own_figures(articles: Predicted) -> Figures:
    return named("own", "all", readers.figures([readers.score(*pair) for pair in articles]))


def sourcing_figures(articles: Predicted) -> Figures:
    scored = [
        sourcing.score(row, sourcing.statements(found, _body_sentences(row["text"])))
        for row, found in articles
    ]
    return named("sourcing", "all", sourcing.figures(scored))


def _body_sentences(text: str) -> list[tuple[int, int]]:
    return [(sentence.start, sentence.end) for sentence in newsbrief.parse(text).body]


if __name__ == "__main__":
    print_tables(measure(sets.data_folder(__doc__)))
