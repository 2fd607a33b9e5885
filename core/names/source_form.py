"""The form of a source: a pronoun, a name, a description with its head noun, or no words at all."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from newsbrief.spans import Span, join
from newsbrief.text.packaged import sections
from newsbrief.text.tokens import words

from .capitalised_runs import is_acronym
from .source_types import head_noun, section

QUOTATION = "quotation"  # the form of a source without words
ANSWER = "answer"  # that of the label before an answer in an interview that prints no names
_ANSWERS = ("A", "Answer", "ANSWER")
_CACHE_SIZE = 1 << 10  # phrases
_ARTICLES = ("the", "a")
AGED = "-year-old"
FIRST_PERSON = ("i", "we")  # forms that mean the speaker of the quotation that they stand in


class SourceForm(NamedTuple):
    """How a source is worded."""

    form: str  # a pronoun group, "quotation", "answer", or "the", "a", "his", "bare": how it opens
    noun: str  # the head noun of a description, in lower case; "" for pronouns and quotations
    section: str  # that of ``source_nouns.txt`` that the noun stands in, or "-"
    words: tuple[str, ...]  # in lower case

    @property
    def pooled(self) -> str:
        """The form, "he" for "she" as well: what is learned of one holds of the other."""
        return "he" if self.form == "she" else self.form

    @property
    def group(self) -> str:
        """The form, pooled, with the section of a description's noun."""
        return f"{self.form} {self.section}" if self.noun else self.pooled


@cache
def _groups() -> dict[str, str]:
    """The group of each pronoun and determiner of ``pronouns.txt``."""
    return {
        word: group
        for group, lines in sections("pronouns.txt").items()
        for word in " ".join(lines).split()
    }


def source_form(text: str, source: Sequence[Span]) -> SourceForm:
    """The form of the ``source`` at these spans of ``text``."""
    return _form_of(join(text, source))


@lru_cache(_CACHE_SIZE)
def _form_of(phrase: str) -> SourceForm:
    in_phrase = tuple(words(phrase.lower().replace("’", "'")))
    if not in_phrase:
        return SourceForm(QUOTATION, "", "-", ())
    if phrase in _ANSWERS:
        return SourceForm(ANSWER, "", "-", in_phrase)
    first = in_phrase[0].split("'")[0]
    group = _groups().get(first, "bare")
    if group not in _ARTICLES and is_acronym(phrase[: len(first)]):  # "WHO", "WHO officials"
        group = "bare"
    pronoun = len(in_phrase) == 1 or group in ("who", "i", "we", "he", "she")
    if pronoun and group not in ("bare", *_ARTICLES):
        return SourceForm(group, "", "-", in_phrase)
    if group in ("he", "she", "they", "it", "i", "we"):
        group = "his"
    noun = head_noun(phrase)
    if noun.endswith(AGED):  # "the 34-year-old": a person told by age
        return SourceForm(group, AGED[1:], "role", in_phrase)
    return SourceForm(group, noun, section(noun) or "-", in_phrase)
