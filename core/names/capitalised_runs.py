"""Runs of capitalised words, cut at possessives and full stops and joined to whole names.

"Ministry of Defence" and "Shippers' Council" are one run each; a word that has a capital only
because it opens a sentence or a quotation is left out. ``mentions`` makes names of the runs.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from newsbrief.text.gazetteer import first_names, is_organisation_word, not_names, places, titles
from newsbrief.text.quotation_marks import OPENING_MARKS

from .mention import POSSESSIVES
from .word_lists import name_words

# Capital letters of the Latin alphabets, as a character class (re has no \p{Lu}).
UPPER = "".join(c for c in map(chr, range(0x250)) if c.isupper())
PARTICLE = (
    r"(?:(?:de la|de los|de las|de|del|della|dela|di|da|dos|das|du|van der|van den|van de|van|von"
    r"|der|den|ter|bin|bint|ibn|al|el|ul|la|le|ben|abu|ait|zu|y|e)\s|(?:al|el|ul|d|l)[-’'])"
)
BEFORE_FIRST_WORD = OPENING_MARKS + "([—–:•*-"  # characters after which a capital says nothing

_CAPITALISED = rf"[{UPPER}][^\W_]*(?:[-.’'&][^\W_]+)*\.?"
# A hard-wrapped line may end inside a name; bounded, so that long blanks cost linear time.
_SPACE = r"(?:[^\S\n]{1,3}|[^\S\n]{0,3}\n[^\S\n]{0,8})"
_RUN = re.compile(rf"(?:\b(?:al|el|d)[-’'])?{_CAPITALISED}(?:{_SPACE}{PARTICLE}?{_CAPITALISED})*")
_WORD = re.compile(r"\S+")
# "Florida-based", "Rubio-backing": capitalised adjectives; but "Xi Jin-ping" is a name.
_COMPOUND = re.compile(r".+-(?:\w{3,}(?:ed|ing)|led|run|born|era|style|wide|level|bound|only)")


class Word(NamedTuple):
    """A word of a run; offsets are code points from 0, the end exclusive."""

    start: int
    end: int
    text: str
    key: str  # in lower case, without a final full stop


Run = list[Word]


def capitalised_runs(text: str, start: int, end: int, lower_case: Collection[str]) -> Iterator[Run]:
    """The runs of the sentence of ``text`` from ``start`` to ``end``, in order.

    ``lower_case`` are the words that the article also writes without a capital: at the start of a
    sentence these belong to no name.
    """
    runs = (
        run
        for match in _RUN.finditer(text, start, end)
        for run in _cut(text, match.span(), start, lower_case)
    )
    return _joined(text, runs)


def _words(text: str, start: int, end: int) -> Run:
    return [
        Word(m.start(), m.end(), m.group(), m.group().lower().removesuffix("."))
        for m in _WORD.finditer(text, start, end)
    ]


def _cut(
    text: str, span: tuple[int, int], sentence_start: int, lower_case: Collection[str]
) -> Iterator[Run]:
    """The parts of the run at ``span``; a possessive or the full stop of a sentence ends one."""
    run: Run = []
    words = _words(text, *span)
    for word in words:
        alone = word is words[-1]
        if not run and _is_dropped(text, word, sentence_start, lower_case, alone=alone):
            continue
        if run and word.key.split("’")[0].split("'")[0] == "i":  # "Jim I've known"
            break
        run.append(word)
        if word.text.endswith(POSSESSIVES) or _ends_in_full_stop(word):
            yield run
            run = []
    if run:
        yield run


def _is_dropped(
    text: str, word: Word, sentence_start: int, lower_case: Collection[str], *, alone: bool
) -> bool:
    """Whether ``word``, at the front of a run, is not part of a name."""
    stem = word.key.replace("’", "'")
    if stem in not_names() or stem.split("'")[0] in not_names() or _COMPOUND.fullmatch(word.text):
        return True
    if word.start != sentence_start and text[word.start - 1] not in BEFORE_FIRST_WORD:
        return False
    if word.key in name_words("opening") or word.key in first_names() or word.key in titles():
        return False
    participle = word.key.endswith("ing") and word.key not in name_words("ending in ing")
    return word.key in lower_case or (participle and not alone)


def _ends_in_full_stop(word: Word) -> bool:
    """Whether ``word`` has a full stop that is not a title's, an initial's or a suffix's."""
    if (
        not word.text.endswith(".")
        or word.text.lower() in name_words("dotted")
        or word.key in titles()
    ):
        return False
    return len(word.key) > 1 and "." not in word.key


def _joined(text: str, runs: Iterator[Run]) -> Iterator[Run]:
    """``runs``, those that make one organisation's name joined: "Ministry | of | Defence"."""
    left: Run = []
    for run in runs:
        if left:
            gap = text[left[-1].end : run[0].start]
            if _is_plural_genitive(left[-1], gap, run):
                left = [*left, *run]
                continue
            spaced = gap[:1].isspace() and gap[-1:].isspace()
            if spaced and _is_joint(left, " ".join(gap.split()), run):
                left = [*left, *_words(text, left[-1].end, run[0].start), *run]
                continue
            yield left
        left = run
    if left:
        yield left


def _is_plural_genitive(left: Word, gap: str, right: Sequence[Word]) -> bool:
    """Whether an organisation's name goes on after a plural's apostrophe: "Shippers' Council"."""
    return (
        left.key.endswith("s")
        and gap.rstrip() in ("'", "’")
        and len(gap) > 1
        and is_organisation_word(
            right[-1].text.removesuffix(".").removesuffix("'s").removesuffix("’s")
        )
    )


def _is_joint(left: Sequence[Word], between: str, right: Sequence[Word]) -> bool:
    """Whether the words ``between`` two runs make one organisation's name of them."""
    if left[-1].text.endswith(POSSESSIVES):
        return False
    if between in ("of", "of the", "for", "for the"):
        return is_organisation_word(left[-1].text) or left[0].key == "society"
    if between == "on":
        return left[-1].key in name_words("body on")
    if between == "&":
        return True
    if between == "and" and left[-1].key in name_words("field"):
        return is_organisation_word(right[-1].text)
    has_preposition = any(word.text in ("of", "for") for word in left)
    another_name = right[0].text in places() or right[0].key in first_names()
    return between == "and" and has_preposition and len(right) == 1 and not another_name
