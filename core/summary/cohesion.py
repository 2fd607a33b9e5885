"""Which other sentences a sentence depends on: those without which a reader would ask who or what.

- One that opens with a pronoun ("He") depends on the last one that does not.
- One that opens with "This", "But" or a lower-case letter depends on the one before.
- So it is after a preposition or a conjunction: "When he left", "During that visit".
- A question, or a sentence that ends in a colon, depends on the one after.
- A part of a quotation of several sentences depends on the parts next to it.
- One with a bare surname depends on the one that gives the full name.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newsbrief.text.quotation_marks import CLOSING_MARKS, OPENING_MARKS

from .document import Document
from .word_lists import terms_listed

# What it costs to leave out the sentence depended on, in units of the objective, where the best
# sentence has some 3 more than the average. Set by hand: of three sentences, 1.3 of 100 words in
# common with those that editors took are lost by them.
_OPENING_COST = 2.0
_QUESTION_COST = 2.0
_QUOTATION_COST = 2.0
_SURNAME_COST = 0.6

_OPENING_TERMS = 6  # of a sentence, among which a pronoun may point back
_MIN_SURNAME_LETTERS = 3  # set by hand, against initials


class Dependency(NamedTuple):
    """The index of a sentence that another depends on, and the cost of leaving it out."""

    on: int
    cost: float


def dependencies(document: Document) -> list[tuple[Dependency, ...]]:
    """For each sentence of ``document``, the sentences that it depends on."""
    pronouns, joining = terms_listed("pronoun"), terms_listed("demonstrative", "connective")
    introduced: dict[str, int] = {}
    antecedent = 0  # the last sentence that opens with no pronoun
    rows = []
    for i, (text, words, terms) in enumerate(
        zip(document.texts, document.words, document.terms, strict=True)
    ):
        row = []
        opening = "" if text[:1] in OPENING_MARKS else _opening(terms, document.capitalized[i])
        if i and document.quoted[i].from_previous:
            row.append(Dependency(i - 1, _QUOTATION_COST))
        elif i and opening in pronouns:
            row.append(Dependency(antecedent, _OPENING_COST))
        elif i and (text[:1].islower() or opening in joining):
            row.append(Dependency(i - 1, _OPENING_COST))
        leads_on = document.quoted[i].into_next or text.rstrip(".").endswith(":")
        if i + 1 < len(document.texts) and leads_on:
            row.append(Dependency(i + 1, _QUOTATION_COST))
        elif text.rstrip(CLOSING_MARKS + ")] ").endswith("?"):
            row.append(Dependency(i + 1, _QUESTION_COST))
        introduction = _introduction(i, words, document.capitalized[i], introduced)
        if introduction is not None:
            row.append(Dependency(introduction, _SURNAME_COST))
        if opening not in pronouns:
            antecedent = i
        rows.append(tuple(row))
    return rows


def _opening(terms: Sequence[str], capitalized: Sequence[int]) -> str:
    """The term that a sentence opens with; "" if there is none.

    After a preposition or a conjunction it is the demonstrative next to it, or the first pronoun
    near it, if either stands before the first name.
    """
    if not terms or terms[0] not in terms_listed("subordinating"):
        return terms[0] if terms else ""
    first_name = next((k for k in capitalized if k), len(terms))
    after = terms[1 : min(first_name, _OPENING_TERMS)]
    if after and after[0] in terms_listed("demonstrative"):
        return after[0]
    pronouns = terms_listed("person")
    return next((t for t in after if t in pronouns), terms[0])


def _introduction(
    i: int, words: Sequence[str], capitalized: Sequence[int], introduced: dict[str, int]
) -> int | None:
    """The earlier sentence that gives in full the first bare surname of sentence ``i``, if any.

    Surnames that sentence ``i`` gives with a capitalized word before them are added to
    ``introduced``, with its index.
    """
    earlier = None
    for k in capitalized:
        word = words[k]
        if k + 1 in capitalized or len(word) < _MIN_SURNAME_LETTERS:
            continue
        if k - 1 in capitalized:
            introduced.setdefault(word, i)
        elif earlier is None and introduced.get(word, i) < i:
            earlier = introduced[word]
    return earlier
