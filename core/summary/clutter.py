"""Sentences that a summary leaves out: bylines, time stamps, labels, credits and asides.

The blocks of an article already set most of the first four apart. The rules here are for those that
stand inside a paragraph, as in an article that was saved as one line. An aside is a question, an
answer ("Yes, ..."), a lead-in that ends in a colon, or a sentence in brackets or with one of a
pair: to be understood it needs another sentence, or a picture.
"""

import re
from collections.abc import Sequence

from newsbrief.reading.furniture import furniture
from newsbrief.text.quotation_marks import CLOSING_MARKS
from newsbrief.text.scripts import CLOSING_BRACKETS
from newsbrief.text.tokens import word_count

from .word_lists import terms_listed

_STAMP = re.compile(r"(?:last )?updated\b|published\b", re.IGNORECASE)
_ANSWER = re.compile(r"(?:yes|no|sure|well|ok|okay|oh|indeed)[,.!]", re.IGNORECASE)
_CREDIT = re.compile(r"\([A-Z][^()/\d]{2,40}/ ?[A-Z][^()/\d]{1,40}\)\.?$")  # "(Jo Bloggs/AP)"

# Limits of length, set by hand.
_MIN_WORDS = 3  # a sentence of fewer is a piece of a line: "By.", "Sgt.", "5."
_MAX_NAME_WORDS = 4  # of the sentence after "By." that gives the name
_MAX_FURNITURE_WORDS = 8  # of a label, a credit or a button
_MAX_STAMP_WORDS = 12  # a longer sentence that begins like a time stamp says something itself


def clutter(sentences: Sequence[str]) -> list[bool]:
    """For each of the ``sentences`` of a body, in order, whether a summary leaves it out.

    >>> clutter(["By.", "Ann Lee.", "UPDATED: 14:11 EST.", "By Friday the town was empty."])
    [True, True, True, False]
    """
    flags = []
    after_by = False
    for sentence in sentences:
        words = word_count(sentence)
        byline = after_by and words <= _MAX_NAME_WORDS and _is_name(sentence)
        flags.append(
            byline
            or words < _MIN_WORDS
            or sentence.isupper()
            or (
                words <= _MAX_FURNITURE_WORDS
                and (_is_name(sentence) or furniture(sentence) is not None)
            )
            or (words <= _MAX_STAMP_WORDS and _STAMP.match(sentence) is not None)
            or _is_aside(sentence)
        )
        after_by = byline or sentence.lower() in {"by", "by.", "by:"}
    return flags


def _is_aside(sentence: str) -> bool:
    """Whether ``sentence`` needs another sentence, or a picture, to be understood."""
    opens, closes = "(" in sentence, sentence.endswith((")", ")."))
    return (
        sentence.endswith((":", ":.", "："))
        or sentence.rstrip(CLOSING_MARKS + CLOSING_BRACKETS + ")").endswith(("?", "？", "؟"))
        or (sentence[0] == "(" and (closes or ")" not in sentence))
        or (closes and (not opens or bool(_CREDIT.search(sentence))))
        or bool(_ANSWER.match(sentence))
    )


def _is_name(sentence: str) -> bool:
    """Whether ``sentence`` is only a name, as a byline or the label of a picture."""
    inside_names = terms_listed("inside names")
    return all(word[0].isupper() or word in inside_names for word in sentence.split())
