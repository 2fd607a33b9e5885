"""Which other sentences a sentence depends on: those without which a reader would ask who or what.

- One that opens with a pronoun ("He") depends on the last one that does not.
- One that opens with "This", "But" or a lower-case letter depends on the one before, and so does
  one that opens with "The pair" or "The latter".
- The same holds where a preposition or a conjunction comes first: "When he left", "During that
  visit".
- One with "that visit" further on depends on the last one that speaks of a visit, or else on the
  one before; one that opens with "The visit" depends on the one before if that speaks of it.
- A part of a quotation of several sentences depends on the parts next to it.
- What else a sentence takes as known is in ``mentions``: names, and "the visit".
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from newsbrief.text.quotation_marks import OPENING_MARKS

from .document import Document
from .mentions import Mentions
from .word_lists import terms_listed

# What it costs to leave out the sentence depended on, in units of the objective, which are log
# odds. How much likelier editors take a sentence where they take the one it depends on was counted
# in 236 articles of editors/train: the log odds are 1.9 higher for openings, 1.6 for "that visit",
# 1 for "The visit" after a sentence that speaks of it, 0.8 for names. Parts of a quotation are not
# taken without the others; their cost and that of "the visit" further on (0.2) are set by hand.
_OPENING_COST = 2.0
_POINTING_COST = 1.6
_RESUMING_COST = 1.0
_QUOTATION_COST = 3.0
_NAME_COST = 0.8
_DESCRIPTION_COST = 0.4

_OPENING_TERMS = 6  # of a sentence, among which a pronoun may point back
_MIN_NOUN_LETTERS = 3
_POINTING = frozenset({"this", "these"})  # wherever they stand; "that" and "those" may not


class Dependency(NamedTuple):
    """The index of a sentence that another depends on, and the cost of leaving it out."""

    on: int
    cost: float


def dependencies(document: Document, stop: AbstractSet[str]) -> list[tuple[Dependency, ...]]:
    """For each sentence of ``document``, the sentences that it depends on.

    ``stop`` are the terms that carry no content.
    """
    pronouns = terms_listed("pronoun")
    mentions = Mentions(document, stop)
    antecedent = 0  # the last sentence that opens with no pronoun
    rows = []
    for i in range(len(document.texts)):
        opening = _opening(document, i)
        before, after = _before(document, i, opening, antecedent, mentions), _after(document, i)
        needs = [need for need in (before, after) if need]
        known = mentions.read(i)
        if known.name is not None:
            needs.append(Dependency(known.name, _NAME_COST))
        if known.noun is not None:
            needs.append(Dependency(known.noun, _DESCRIPTION_COST))
        if opening not in pronouns:
            antecedent = i
        rows.append(tuple(needs))
    return rows


def _before(
    document: Document, i: int, opening: str, antecedent: int, mentions: Mentions
) -> Dependency | None:
    """The earlier sentence that sentence ``i`` goes on from, ``antecedent`` if from a pronoun."""
    if not i:
        return None
    if document.quoted[i].from_previous:
        return Dependency(i - 1, _QUOTATION_COST)
    if opening in terms_listed("pronoun"):
        return Dependency(antecedent, _OPENING_COST)
    joined = opening in terms_listed("demonstrative", "connective", "rare connective")
    if joined or document.texts[i][:1].islower() or _opens_with_pair(document.terms[i]):
        return Dependency(i - 1, _OPENING_COST)
    terms, last_use = document.terms[i], mentions.last_use
    pointed_at = _pointed_at(terms, mentions.stop)
    if pointed_at is not None:
        return Dependency(last_use.get(pointed_at, i - 1), _POINTING_COST)
    resumes = last_use.get(_resumed(terms, document.words[i], mentions.stop)) == i - 1
    return Dependency(i - 1, _RESUMING_COST) if resumes else None


def _after(document: Document, i: int) -> Dependency | None:
    """The next sentence, if a quotation runs on into it."""
    runs_on = document.quoted[i].into_next and i + 1 < len(document.texts)
    return Dependency(i + 1, _QUOTATION_COST) if runs_on else None


def _opening(document: Document, i: int) -> str:
    """The term that sentence ``i`` opens with; "" if there is none, or it opens with a quotation.

    After prepositions or a conjunction it is the demonstrative next to them ("Because of that"), or
    the first pronoun near them, if either stands before the first name ("On Friday he left").
    """
    terms = document.terms[i]
    if not terms or document.texts[i][:1] in OPENING_MARKS:
        return ""
    if terms[0] not in terms_listed("subordinating"):
        return terms[0]
    persons, before_objects = terms_listed("person"), terms_listed("subordinating", "whole")
    names = (k for k in document.capitalized[i] if k and terms[k] not in terms_listed("date"))
    first_name = next(names, len(terms))
    after = terms[1 : min(first_name, _OPENING_TERMS)]
    object_ = next((t for t in after if t not in before_objects), "")
    if object_ in terms_listed("demonstrative"):
        return object_
    return next((t for t in after if t in persons), terms[0])


def _opens_with_pair(terms: Sequence[str]) -> bool:
    """Whether a sentence opens with "The pair", "The latter" or the like."""
    return len(terms) > 1 and terms[0] == "the" and terms[1] in terms_listed("pair")


def _resumed(terms: Sequence[str], words: Sequence[str], stop: AbstractSet[str]) -> str:
    """The noun of "The report" at the start of a sentence; "" if more of a phrase may follow."""
    if len(terms) <= 2 or terms[0] != "the" or not words[1].islower():  # noqa: PLR2004
        return ""
    return terms[1] if terms[2] in stop and terms[1] not in stop else ""


def _pointed_at(terms: Sequence[str], stop: AbstractSet[str]) -> str | None:
    """The noun of "this visit", or of "that visit" after a preposition; "" for "this" alone.

    None if there is none: "this week" points at no sentence.
    """
    demonstratives, prepositions = terms_listed("demonstrative"), terms_listed("subordinating")
    if demonstratives.isdisjoint(terms):
        return None
    for k, t in enumerate(terms):
        if t not in demonstratives:
            continue
        noun = terms[k + 1] if k + 1 < len(terms) else ""
        if t == "this" and (not noun or noun in stop):
            return ""
        points = t in _POINTING or (k and terms[k - 1] in prepositions)
        if (
            points
            and len(noun) >= _MIN_NOUN_LETTERS
            and noun not in stop
            and noun not in terms_listed("deictic")
        ):
            return noun
    return None
