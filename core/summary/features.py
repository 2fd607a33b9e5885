"""The features of a sentence: the numbers that its ranking is computed from.

Each has a label that says in a reader's words what it is about. Explanations print the labels, and
features with the same label are added up in them.
"""

import re
from collections.abc import Mapping
from math import fsum, log

from newsbrief.text.quotation_marks import CLOSING_MARKS, OPENING_MARKS

from .document import Document
from .word_lists import terms_listed

POSITION, LENGTH, OPENING = "position in the article", "sentence length", "opening word"
SPEECH, ASIDE = "quoted or first-person speech", "question or caption"
IMPORTANT_WORDS, FIGURES = "important words", "figures"

FEATURES = {
    "second sentence": POSITION,
    "third sentence": POSITION,
    "position": POSITION,
    "log words": LENGTH,
    "under 8 words": LENGTH,
    "opens with a pronoun": OPENING,
    "opens with a demonstrative": OPENING,
    "opens with a quotation": SPEECH,
    "first or second person": SPEECH,
    "question": ASIDE,
    "label and colon": ASIDE,
    "picture": ASIDE,
    "figure": FIGURES,
    "mean probability of terms": IMPORTANT_WORDS,
    "mean probability of content terms": IMPORTANT_WORDS,
    "total probability of content terms": IMPORTANT_WORDS,
}

_LABEL = re.compile(r"(?:[^ :]+ ){0,4}[^ :]*:")  # as in a caption: "Long wait: passengers at ..."
_PICTURE = re.compile(r"pictured|\((?:left|right)\)")


def features(
    document: Document, probabilities: Mapping[str, float], stop: frozenset[str]
) -> list[tuple[float, ...]]:
    """A row for each sentence of ``document``, with a number for each of ``FEATURES``, in order.

    ``probabilities`` are those of its terms to be in a summary; ``stop`` are the terms that carry
    no content.
    """
    count = len(document.texts)
    pronouns, demonstratives = terms_listed("pronoun"), terms_listed("demonstrative")
    first_or_second_person = terms_listed("first or second person")
    figures = {t for t in probabilities if t[0].isdigit()}
    rows: list[tuple[float, ...]] = []
    for i, (text, terms) in enumerate(zip(document.texts, document.terms, strict=True)):
        distinct = set(terms)
        of_terms = [probabilities[t] for t in distinct]
        of_content = [probabilities[t] for t in distinct - stop]
        opening = terms[0] if terms else ""
        rows.append(
            (
                i == 1,
                i == 2,  # noqa: PLR2004
                i / count,
                log(len(terms) or 1),
                len(terms) < 8,  # noqa: PLR2004
                opening in pronouns,
                opening in demonstratives,
                text[:1] in OPENING_MARKS,
                not distinct.isdisjoint(first_or_second_person),
                text.rstrip(CLOSING_MARKS + ")] ").endswith("?"),
                _LABEL.match(text) is not None,
                _PICTURE.search(text) is not None,
                not distinct.isdisjoint(figures),
                fsum(of_terms) / (len(of_terms) or 1),
                fsum(of_content) / (len(of_content) or 1),
                fsum(of_content),
            )
        )
    return rows
