"""Which other sentences a sentence depends on: those without which a reader would ask who or what.

- One that opens with a pronoun ("He") depends on the last one that does not.
- One that opens with "This", "But" or a lower-case letter depends on the one before.
- A question, or a sentence that ends in a colon, depends on the one after.
- A part of a quotation of several sentences depends on the parts next to it.
- One with a bare surname depends on the one that gives the full name.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newsbrief.article import Article, BlockKind, Sentence
from newsbrief.text.quotation_marks import CLOSING_MARKS, OPENING_MARKS
from newsbrief.text.quotations import quotations_of

from .document import Document
from .word_lists import terms_listed

# What it costs to leave out the sentence depended on, in units of the objective, where the best
# sentence has some 3 more than the average. Set by hand: on 1,300 articles they cost no ROUGE, and
# without them one summary in nine has a sentence whose reference is missing.
_OPENING_COST = 1.0
_QUESTION_COST = 1.0
_QUOTATION_COST = 1.0
_SURNAME_COST = 0.3

_MIN_SURNAME_LETTERS = 3  # set by hand, against initials


class Continuation(NamedTuple):
    """Whether a quotation runs across the start of a sentence, and across its end."""

    from_previous: bool
    into_next: bool


class Dependency(NamedTuple):
    """The index of a sentence that another depends on, and the cost of leaving it out."""

    on: int
    cost: float


def quotation_continuations(article: Article, sentences: Sequence[Sentence]) -> list[Continuation]:
    """For each of the ``sentences`` whether a quotation runs across its start, and its end."""
    paragraphs = [(b.start, b.end) for b in article.blocks if b.kind is BlockKind.PARAGRAPH]
    quotations = quotations_of(article.text, paragraphs)

    def crossed(offset: int) -> bool:
        return quotations.covers(offset - 1, offset + 1)

    return [Continuation(crossed(s.start), crossed(s.end)) for s in sentences]


def dependencies(
    document: Document, continuations: Sequence[Continuation]
) -> list[tuple[Dependency, ...]]:
    """For each sentence of ``document``, the sentences that it depends on.

    ``continuations`` has an entry for each sentence, as ``quotation_continuations`` gives them.
    """
    pronouns, joining = terms_listed("pronoun"), terms_listed("demonstrative", "connective")
    introduced: dict[str, int] = {}
    antecedent = 0  # the last sentence that opens with no pronoun
    rows = []
    for i, (text, words, terms) in enumerate(
        zip(document.texts, document.words, document.terms, strict=True)
    ):
        row = []
        opening = terms[0] if terms and text[:1] not in OPENING_MARKS else ""
        if i and continuations[i].from_previous:
            row.append(Dependency(i - 1, _QUOTATION_COST))
        elif i and opening in pronouns:
            row.append(Dependency(antecedent, _OPENING_COST))
        elif i and (text[:1].islower() or opening in joining):
            row.append(Dependency(i - 1, _OPENING_COST))
        leads_on = continuations[i].into_next or text.rstrip(".").endswith(":")
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
