"""What the ranker learns from: articles with reference summaries, as the product reads them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newsbrief import parse
from newsbrief.summary.clutter import clutter
from newsbrief.summary.document import Document, TermStatistics, term_statistics
from newsbrief.text.terms import terms_of

from .rows import text_of
from .split import unreported

SETS = ("summaries/cnndm_llm_refs", "summaries/cnn_short")
MIN_SENTENCES = 5


@dataclass
class Example:
    """An article to learn from.

    ``labels`` are the shares of its references that hold each of its terms, ``probabilities`` what
    the word model expects of them.
    """

    document: Document
    statistics: TermStatistics
    references: list[str]
    labels: dict[str, float]
    probabilities: dict[str, float] = field(default_factory=dict)


def examples(data: Path) -> list[Example]:
    """The articles of ``SETS`` that are long enough to learn from."""
    out = []
    for _, row in unreported(data, *SETS):
        article = parse(text_of(row))
        texts = [article.fold(s) for s in article.body]
        kept = [t for t, drop in zip(texts, clutter(texts), strict=True) if not drop]
        if len(kept) >= MIN_SENTENCES:
            out.append(_example(kept, row["references"]))
    return out


def _example(texts: Sequence[str], references: list[str]) -> Example:
    document = Document.of(texts)
    statistics = term_statistics(document)
    in_references = [set(terms_of(r)) for r in references]
    labels = {t: sum(t in r for r in in_references) / len(references) for t in statistics.first}
    return Example(document, statistics, references, labels)
