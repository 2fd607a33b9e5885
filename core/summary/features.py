"""What a sentence of a story is to its ranking: a row of numbers for each.

Each number has a label that says what it means to a reader; explanations print those, and numbers
of one label are explained together.
"""

import re
from collections.abc import Mapping
from math import fsum, log

from newsbrief.text.terms import terms_of

from .document import Story

PLACE, LENGTH, OPENING = "place in the article", "length", "how it opens"
SPEECH, ASIDE = "speech", "question or caption"
TELLING, FIGURES = "telling words", "figures"

FEATURES = {
    "2nd": PLACE,
    "3rd": PLACE,
    "depth": PLACE,
    "words": LENGTH,
    "under 8 words": LENGTH,
    "he, she, it": OPENING,
    "this, that": OPENING,
    "opens a quotation": SPEECH,
    "I, we, you": SPEECH,
    "question": ASIDE,
    "colon": ASIDE,
    "pictured": ASIDE,
    "figure": FIGURES,
    "chance of a word": TELLING,
    "chance of a content word": TELLING,
    "content told": TELLING,
}

PERSONAL = frozenset(terms_of("he she they it his her their its them him himself herself"))
POINTING = frozenset(terms_of("this that these those such"))
_SPEAKING = frozenset(terms_of("i we my our us me you your"))
_LABEL = re.compile(r"(?:[^ :]+ ){0,4}[^ :]*:")  # as of a caption: "Long wait: passengers at ..."
_PICTURED = re.compile(r"pictured|\((?:left|right)\)")
_QUOTES = "\"“‘'„«‹"
_CLOSERS = "\"'”’»›)] "


def features(
    told: Story, chances: Mapping[str, float], stop: frozenset[str]
) -> list[tuple[float, ...]]:
    """A row of ``FEATURES`` for each sentence of ``told``.

    ``chances`` are those of its terms to be in a summary, ``stop`` the terms that carry no content.
    """
    count = len(told.texts)
    figures = {t for t in chances if t[0].isdigit()}
    rows: list[tuple[float, ...]] = []
    for i, (text, terms) in enumerate(zip(told.texts, told.terms, strict=True)):
        distinct = set(terms)
        said = [chances[t] for t in distinct]
        telling = [chances[t] for t in distinct - stop]
        opening = terms[0] if terms else ""
        rows.append(
            (
                i == 1,
                i == 2,  # noqa: PLR2004
                i / count,
                log(len(terms) or 1),
                len(terms) < 8,  # noqa: PLR2004
                opening in PERSONAL,
                opening in POINTING,
                text[:1] in _QUOTES,
                not distinct.isdisjoint(_SPEAKING),
                text.rstrip(_CLOSERS).endswith("?"),
                _LABEL.match(text) is not None,
                _PICTURED.search(text) is not None,
                not distinct.isdisjoint(figures),
                fsum(said) / (len(said) or 1),
                fsum(telling) / (len(telling) or 1),
                fsum(telling),
            )
        )
    return rows
