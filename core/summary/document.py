"""The document that a ranking works on: an article's sentences, and statistics of their terms."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain
from typing import NamedTuple, Self

from newsbrief.text.terms import term, terms_of
from newsbrief.text.tokens import word_count, word_parts

from .quoted import Quoted

EARLY_SENTENCES = 6  # at the start, where terms are counted again; the ranking was learned with it


class TermKind(IntEnum):
    """What a term is; the number is its row in the learned tables."""

    WORD = 0
    FIGURE = 1
    NAME = 2


class TermStatistics(NamedTuple):
    """Where and how often a document uses each of its terms.

    A term that is in the headline too counts as if the headline were one more sentence, the first.
    """

    first: dict[str, int]  # the index of the first sentence that holds the term
    counts: dict[str, int]  # how many sentences hold it
    early_counts: dict[str, int]  # how many of the first EARLY_SENTENCES do, if any
    kinds: dict[str, TermKind]  # FIGURE and NAME; a term that is not listed is a WORD


@dataclass(frozen=True, slots=True)
class Document:
    """The sentences that are ranked, in order, and what each holds.

    ``texts`` have their white space folded. ``words`` are as written, ``terms`` are the same words
    as terms, ``distinct`` each term once, in order, with None as value; ``capitalized`` has the
    indices of the words that begin with a capital letter.
    ``lengths`` count words as readers do. ``paragraphs`` number the paragraph of each sentence, in
    ascending order.
    """

    texts: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    terms: tuple[tuple[str, ...], ...]
    distinct: tuple[dict[str, None], ...]  # in order, as sets are not
    capitalized: tuple[list[int], ...]
    lengths: tuple[int, ...]
    headline_terms: frozenset[str]
    paragraphs: tuple[int, ...]
    quoted: tuple[Quoted, ...]

    @classmethod
    def of(
        cls,
        sentences: Sequence[str],
        headline: str | None = None,
        paragraphs: Sequence[int] | None = None,
        quoted: Sequence[Quoted] | None = None,
    ) -> Self:
        """The document of the folded texts of ``sentences``.

        Where they are not given, all ``sentences`` are in one paragraph and nothing is ``quoted``.
        """
        words = tuple(tuple(word_parts(text)) for text in sentences)
        terms = tuple(tuple(map(term, row)) for row in words)
        return cls(
            texts=tuple(sentences),
            words=words,
            terms=terms,
            distinct=tuple(map(dict[str, None].fromkeys, terms)),
            capitalized=tuple(
                [k for k, word in enumerate(row) if word[0].isupper()] for row in words
            ),
            lengths=tuple(map(word_count, sentences)),
            headline_terms=frozenset(terms_of(headline or "")),
            paragraphs=tuple(paragraphs or [0] * len(words)),
            quoted=tuple(quoted or [Quoted()] * len(words)),
        )


def term_statistics(document: Document) -> TermStatistics:
    """Where and how often ``document`` uses its terms.

    A term is a name if most of its uses after the first word of a sentence have a capital letter.
    """
    first: dict[str, int] = {}
    for i in reversed(range(len(document.terms))):
        first.update(dict.fromkeys(document.terms[i], i))
    distinct = document.distinct
    counts = Counter(chain.from_iterable(distinct))
    early_counts = Counter(chain.from_iterable(distinct[:EARLY_SENTENCES]))
    inner = Counter(chain.from_iterable(terms[1:] for terms in document.terms))
    rows = zip(document.terms, document.capitalized, strict=True)
    capitalized = Counter(terms[k] for terms, indices in rows for k in indices if k)
    kinds = {t: TermKind.NAME for t, n in capitalized.items() if 2 * n > inner[t]}
    kinds |= {t: TermKind.FIGURE for t in first if t[0].isdigit()}
    in_headline = document.headline_terms & first.keys()
    counts.update(in_headline)
    early_counts.update(in_headline)
    return TermStatistics(first | dict.fromkeys(in_headline, 0), counts, early_counts, kinds)
