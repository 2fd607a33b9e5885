"""What a sentence of a story is to its ranking: a row of numbers for each.

Each number has a label that says what it means to a reader; explanations print those, and numbers
of one label are explained together.
"""

import math
import re
from collections.abc import Mapping

from .story import Story, Use, terms_of

PLACE, LENGTH, OPENING = "place in the article", "length", "how it opens"
QUOTATION, ASIDE = "quotation", "question, caption or aside"
TELLING, FRESH, FIGURES = "telling words", "ties to the rest", "figures and names"

FEATURES = {
    "1st": PLACE,
    "2nd": PLACE,
    "3rd": PLACE,
    "early": PLACE,
    "depth": PLACE,
    "last": PLACE,
    "words": LENGTH,
    "under 8 words": LENGTH,
    "under 13 words": LENGTH,
    "over 35 words": LENGTH,
    "he, she, it": OPENING,
    "this, that": OPENING,
    "but, and": OPENING,
    "opens a quotation": QUOTATION,
    "holds a quotation": QUOTATION,
    "question": ASIDE,
    "exclamation": ASIDE,
    "colon": ASIDE,
    "pictured": ASIDE,
    "figure": FIGURES,
    "I, we, you": QUOTATION,
    "said": QUOTATION,
    "names": FIGURES,
    "chance of a word": TELLING,
    "chance of a content word": TELLING,
    "best chance": TELLING,
    "content told": TELLING,
    "like the first": FRESH,
    "new words": FRESH,
    "words of others": FRESH,
}

PERSONAL = frozenset(terms_of("he she they it his her their its them him himself herself"))
POINTING = frozenset(terms_of("this that these those such"))
JOINING = frozenset(
    terms_of(
        "but and however meanwhile also so yet still then instead nevertheless nor or moreover "
        "besides thus therefore otherwise indeed"
    )
)
_SPEAKING = frozenset(terms_of("i we my our us me you your"))
_SAYING = frozenset(terms_of("said say told added according"))
_PICTURE = ("pictured", "(left)", "(right)")
_QUOTES = "\"“‘'„«‹"
_INNER_QUOTE = re.compile(r"[\"“”„«»]|\s['‘]")
_CLOSERS = "\"'”’»›)] "


def features(
    told: Story, found: Mapping[str, Use], chances: Mapping[str, float], stop: frozenset[str]
) -> list[list[float]]:
    """A row of ``FEATURES`` for each sentence of ``told``.

    ``chances`` are those of its terms to be in a summary, ``stop`` the terms that carry no content.
    """
    count = len(told.texts)
    lead = set(told.terms[0]) if told.terms else set()
    rows = []
    for i, (text, words, terms) in enumerate(zip(told.texts, told.words, told.terms, strict=True)):
        n = len(terms) or 1
        distinct = set(terms)
        content = distinct - stop
        opening = terms[0] if terms else ""
        said = [chances[t] for t in distinct]
        telling = [chances[t] for t in content]
        quoted = text[:1] in _QUOTES
        bare = text.rstrip(_CLOSERS)[-1:]
        shared = len(content & lead) if i else 0
        rows.append(
            [
                i == 0,
                i == 1,
                i == 2,  # noqa: PLR2004
                1 / (1 + i),
                i / count,
                i == count - 1 and count > 3,  # noqa: PLR2004
                math.log(n),
                n < 8,  # noqa: PLR2004
                n < 13,  # noqa: PLR2004
                n > 35,  # noqa: PLR2004
                opening in PERSONAL,
                opening in POINTING,
                opening in JOINING,
                quoted,
                quoted or _INNER_QUOTE.search(text) is not None,
                bare == "?",
                bare == "!",
                ":" in " ".join(text.split(" ", 5)[:5]),
                any(mark in text for mark in _PICTURE),
                any(t[0].isdigit() for t in distinct),
                not distinct.isdisjoint(_SPEAKING),
                not distinct.isdisjoint(_SAYING),
                sum(w[0].isupper() for w in words[1:]) / n,
                sum(said) / len(said) if said else 0.0,
                sum(telling) / len(telling) if telling else 0.0,
                max(telling, default=0.0),
                sum(telling),
                shared / math.sqrt(n * len(lead) + 1),
                sum(found[t].first == i for t in distinct) / n,
                sum(found[t].sentences - 1 for t in content) / n / count,
            ]
        )
    return rows
