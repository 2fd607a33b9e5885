"""What the ranker learns from: articles with reference summaries, as the product reads them."""

from dataclasses import dataclass
from pathlib import Path

from newsbrief import parse
from newsbrief.article import Sentence
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
        sentences, document = ranked(text_of(row))
        if len(sentences) >= MIN_SENTENCES:
            out.append(_example(document, row["references"]))
    return out


def ranked(text: str) -> tuple[list[Sentence], Document]:
    """The sentences of an article that are no clutter, and the document that they make."""
    article = parse(text)
    texts = [article.fold(s) for s in article.body]
    kept = [i for i, drop in enumerate(clutter(texts)) if not drop]
    sentences = [article.body[i] for i in kept]
    return sentences, document_of(article, sentences, [texts[i] for i in kept])


def _example(document: Document, references: list[str]) -> Example:
    statistics = term_statistics(document)
    in_references = [set(terms_of(r)) for r in references]
    labels = {t: sum(t in r for r in in_references) / len(references) for t in statistics.first}
    return Example(document, statistics, references, labels)
