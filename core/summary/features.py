"""The features of a sentence: the numbers that its ranking is computed from.

Each has a label that says in a reader's words what it is about. Explanations print the labels, and
features with the same label are added up in them.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import chain, pairwise
from math import log, log1p, sqrt

from newsbrief.text.idf import idf
from newsbrief.text.quotation_marks import CLOSING_MARKS

from .document import Document, TermKind, TermStatistics
from .word_lists import terms_listed

POSITION, PARAGRAPH, LENGTH = "position in the article", "place in its paragraph", "sentence length"
OPENING, SPEECH, WORDING = "opening word", "quoted or first-person speech", "wording"
ASIDE, FIGURES, NAMES = "caption or address", "figures and days", "names"
HEADLINE, IMPORTANT_WORDS = "words of the headline", "important words"
CENTRALITY = "likeness to the rest of the article"
NEVER = "likeness to what no editor takes"  # of all features together

FEATURES = {
    "first sentence": POSITION,
    "second sentence": POSITION,
    "third sentence": POSITION,
    "log position": POSITION,
    "position": POSITION,
    "in the last paragraph": POSITION,
    "opens a paragraph": PARAGRAPH,
    "log place in its paragraph": PARAGRAPH,
    "log words": LENGTH,
    "under 12 words": LENGTH,
    "over 30 words": LENGTH,
    "over 45 words": LENGTH,
    "opens with a pronoun": OPENING,
    "opens with a demonstrative": OPENING,
    "opens with a connective": OPENING,
    "opens with the first or second person": OPENING,
    "quoted share": SPEECH,
    "all quoted": SPEECH,
    "continues a quotation": SPEECH,
    "quotation goes on": SPEECH,
    "next sentence is quoted": SPEECH,
    "share of the first or second person": SPEECH,
    "according": WORDING,
    "is or are": WORDING,
    "modal verb": WORDING,
    "bracket": WORDING,
    "semicolon": WORDING,
    "address": ASIDE,
    "no full stop": ASIDE,
    "label and colon": ASIDE,
    "log figures": FIGURES,
    "amount": FIGURES,
    "day of the week": FIGURES,
    "log names": NAMES,
    "no name": NAMES,
    "share of capitalized words": NAMES,
    "share of the headline's terms": HEADLINE,
    "share of its terms in the headline": HEADLINE,
    "mean probability of terms": IMPORTANT_WORDS,
    "mean probability of content terms": IMPORTANT_WORDS,
    "total probability of content terms": IMPORTANT_WORDS,
    "total probability of new content terms": IMPORTANT_WORDS,
    "log new content terms": IMPORTANT_WORDS,
    "cosine to all sentences": CENTRALITY,
    "cosine to the sentence before": CENTRALITY,
}

# Of the characters of a sentence: the rest is a full stop, or a word lost by the splitter.
_ALL_QUOTED_SHARE = 0.9
_LABEL = re.compile(r"(?:[^ :]+ ){0,4}[^ :]*:")  # as in a caption: "Long wait: passengers at ..."
_AMOUNT = re.compile(r"[$£€%]")


def features(
    document: Document,
    statistics: TermStatistics,
    probabilities: Mapping[str, float],
    stop: frozenset[str],
) -> list[tuple[float, ...]]:
    """A row for each sentence of ``document``, with a number for each of ``FEATURES``, in order.

    ``statistics`` are those of its terms, and ``probabilities`` those of the terms to be in a
    summary; ``stop`` are the terms that carry no content.
    """
    count = len(document.texts)
    pronouns, demonstratives = terms_listed("pronoun"), terms_listed("demonstrative")
    connectives, persons = terms_listed("connective"), terms_listed("first or second person")
    amounts, weekdays = terms_listed("amount"), terms_listed("weekday")
    be, modals = terms_listed("be"), terms_listed("modal verb")
    figures = {t for t in probabilities if t[0].isdigit()}
    names = {t for t, kind in statistics.kinds.items() if kind is TermKind.NAME}
    headline = document.headline_terms - stop
    distinct = document.distinct
    content = [[t for t in terms if t not in stop] for terms in distinct]
    to_all, to_previous = _cosines(content, statistics.counts)
    probability = probabilities.__getitem__
    last_paragraph = document.paragraphs[-1]
    seen: set[str] = set()
    paragraph, opened_at = -1, 0
    rows: list[tuple[float, ...]] = []
    for i, (text, terms, of_sentence, in_sentence, (share, from_previous, into_next)) in enumerate(
        zip(document.texts, document.terms, distinct, content, document.quoted, strict=True)
    ):
        if document.paragraphs[i] != paragraph:
            paragraph, opened_at = document.paragraphs[i], i
        words = len(terms) or 1
        total = sum(map(probability, in_sentence))
        new = [t for t in in_sentence if t not in seen]
        seen.update(new)
        of_names = len(names.intersection(of_sentence))
        in_headline = len(headline.intersection(in_sentence))
        opening = terms[0] if terms else ""
        end = text.rstrip(CLOSING_MARKS + ")] ")[-1:]
        # In the order of FEATURES, by which alone each has its name: the tests try each by name.
        rows.append(
            (
                # POSITION
                i == 0,
                i == 1,
                i == 2,  # noqa: PLR2004
                log1p(i),
                i / count,
                paragraph == last_paragraph,
                # PARAGRAPH
                i == opened_at,
                log1p(i - opened_at),
                # LENGTH
                log(words),
                words < 12,  # noqa: PLR2004
                words > 30,  # noqa: PLR2004
                words > 45,  # noqa: PLR2004
                # OPENING
                opening in pronouns,
                opening in demonstratives,
                opening in connectives,
                opening in persons,
                # SPEECH
                share,
                share > _ALL_QUOTED_SHARE,
                from_previous,
                into_next,
                i + 1 < count and document.quoted[i + 1].share > _ALL_QUOTED_SHARE,
                sum(map(persons.__contains__, terms)) / words,
                # WORDING
                "according" in of_sentence,
                not be.isdisjoint(of_sentence),
                not modals.isdisjoint(of_sentence),
                "(" in text or ")" in text or "[" in text,
                ";" in text,
                # ASIDE
                "@" in text or "www." in text or "http" in text,
                end not in ".!?…",
                ":" in text and _LABEL.match(text) is not None,
                # FIGURES
                log1p(len(figures.intersection(of_sentence))),
                not amounts.isdisjoint(of_sentence) or _AMOUNT.search(text) is not None,
                not weekdays.isdisjoint(of_sentence),
                # NAMES
                log1p(of_names),
                of_names == 0,
                len(document.capitalized[i]) / words,
                # HEADLINE
                in_headline / (len(headline) or 1),
                in_headline / (len(in_sentence) or 1),
                # IMPORTANT_WORDS
                sum(map(probability, of_sentence)) / (len(of_sentence) or 1),
                total / (len(in_sentence) or 1),
                total,
                sum(map(probability, new)),
                log1p(len(new)),
                # CENTRALITY
                to_all[i],
                to_previous[i],
            )
        )
    return rows


def _cosines(
    content: Sequence[Sequence[str]], counts: Mapping[str, int]
) -> tuple[list[float], list[float]]:
    """The cosine of each sentence to the sum of all, and to the one before; 0 where there is none.

    ``content`` has the distinct content terms of each sentence, ``counts`` how many sentences hold
    a term. A sentence is a vector of the inverse document frequencies of its terms.
    """
    distinct = dict.fromkeys(chain.from_iterable(content))
    squares = {t: value * value for t, value in zip(distinct, map(idf(), distinct), strict=True)}
    in_all = {t: square * counts[t] for t, square in squares.items()}
    norm = sqrt(sum([in_all[t] * counts[t] for t in in_all])) or 1.0
    norms = [sqrt(sum(map(squares.__getitem__, terms))) or 1.0 for terms in content]
    products = [sum(map(in_all.__getitem__, terms)) for terms in content]
    to_all = [product / (own * norm) for product, own in zip(products, norms, strict=True)]
    shared = [
        sum([squares[t] for t in other if t in one])
        for one, other in pairwise(map(dict.fromkeys, content))
    ]
    to_previous = [
        s / (one * other) for s, (one, other) in zip(shared, pairwise(norms), strict=True)
    ]
    return to_all, [0.0, *to_previous]
