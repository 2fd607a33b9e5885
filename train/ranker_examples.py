"""What the ranker learns from: articles with reference summaries, as the product reads them."""

from dataclasses import dataclass
from pathlib import Path

from newsbrief import parse
from newsbrief.summary.candidates import document_of
from newsbrief.summary.clutter import clutter
from newsbrief.summary.document import Document, TermStatistics, term_statistics
from newsbrief.text.terms import terms_of

from .rows import text_of
from .split import unreported

SETS = ("summaries/cnndm_llm_refs", "summaries/cnn_short")
MIN_SENTENCES = 5


@dataclass
class Example:
    """An article to learn from; ``labels`` are the shares of its references that hold a term."""

    document: Document
    statistics: TermStatistics
    references: list[str]
    labels: dict[str, float]


def examples(data: Path) -> list[Example]:
    """The articles of ``SETS`` that are long enough to learn from."""
    out = []
    for _, row in unreported(data, *SETS):
        article = parse(text_of(row))
        texts = [article.fold(s) for s in article.body]
        kept = [i for i, drop in enumerate(clutter(texts)) if not drop]
        if len(kept) >= MIN_SENTENCES:
            sentences = [article.body[i] for i in kept]
            document = document_of(article, sentences, [texts[i] for i in kept])
            out.append(_example(document, row["references"]))
    return out


def _example(document: Document, references: list[str]) -> Example:
    statistics = term_statistics(document)
    in_references = [set(terms_of(r)) for r in references]
    labels = {t: sum(t in r for r in in_references) / len(references) for t in statistics.first}
    return Example(document, statistics, references, labels)
