"""Where an article names somebody or something: runs of capitalised words, cut into names.

Titles before a name are told from it, possessive endings left out, and the name of a body runs on
over "of" and "for". Text without capitals, and lines all in capitals, give no mentions.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.text.gazetteer import (
    adjectives,
    first_names,
    is_organisation_word,
    not_names,
    places,
    titles,
)
from newsbrief.text.quotation_marks import OPENING_MARKS

from .mention import POSSESSIVE_CHARS, POSSESSIVES, Mention
from .source_types import section
from .title_case import is_headline, known_names
from .word_lists import name_words

# Capital letters of the Latin alphabets, as a character class (re has no \p{Lu}).
UPPER = "".join(c for c in map(chr, range(0x250)) if c.isupper())
_CAPITALISED = rf"[{UPPER}][^\W_]*(?:[-.’'&][^\W_]+)*\.?"
# A hard-wrapped line may end inside a name; bounded, so that long blanks cost linear time.
_SPACE = r"(?:[^\S\n]{1,3}|[^\S\n]{0,3}\n[^\S\n]{0,8})"
PARTICLE = (
    r"(?:(?:de la|de los|de las|de|del|della|dela|di|da|dos|das|du|van der|van den|van de|van|von"
    r"|der|den|ter|bin|bint|ibn|al|el|ul|la|le|ben|abu|ait|zu|y|e)\s|(?:al|el|ul|d|l)[-’'])"
)
_RUN = re.compile(rf"(?:\b(?:al|el|d)[-’'])?{_CAPITALISED}(?:{_SPACE}{PARTICLE}?{_CAPITALISED})*")
_WORD = re.compile(r"\S+")
_LOWER = re.compile(r"\b[a-z]{2,}\b")
_BEFORE_FIRST_WORD = OPENING_MARKS + "([—–:•*-"

# "Florida-based", "Rubio-backing": capitalised adjectives; but "Xi Jin-ping" is a name.
_COMPOUND = re.compile(r".+-(?:\w{3,}(?:ed|ing)|led|run|born|era|style|wide|level|bound|only)")


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    key: str  # in lower case, without a final full stop


def find_mentions(article: Article) -> list[Mention]:
    """The names in the sentences of ``article``, in order."""
    text = article.text
    ordinary = set(_LOWER.findall(text))
    found: list[Mention] = []
    headlines: list[tuple[int, int, int]] = []
    for number, sentence in enumerate(article.sentences):
        start, end = sentence.start, sentence.end
        if is_headline(text[start:end]):
            headlines.append((start, end, number))
            continue
        runs = [
            run
            for match in _RUN.finditer(text, start, end)
            for run in _cut(text, match.span(), start, ordinary)
        ]
        for run in _joined(text, runs):
            found += _mentions(text, run, number)
    found = _confirmed(text, found, {sentence.start for sentence in article.sentences})
    return sorted(found + known_names(text, headlines, found))


def _confirmed(text: str, found: list[Mention], openings: set[int]) -> list[Mention]:
    """The mentions of ``found``, less single words that are months or only open a sentence."""

    def opens(mention: Mention) -> bool:
        return mention.begin in openings or text[mention.begin - 1] in _BEFORE_FIRST_WORD

    full = {word for m in found if len(m.words) > 1 for word in m.words}
    months = {month.capitalize() for month in name_words("month")} - full
    found = [m for m in found if len(m.words) > 1 or m.words[0] not in months]
    known = {word.lower() for m in found if len(m.words) > 1 or not opens(m) for word in m.words}
    return [
        m
        for m in found
        if len(m.words) > 1
        or m.title
        or not opens(m)
        or m.words[0].lower() in known
        or m.words[0] in places()
        or m.words[0].lower() in first_names()
        or m.words[0].isupper()
    ]


def _words(text: str, start: int, end: int) -> list[_Word]:
    return [
        _Word(m.start(), m.end(), m.group(), m.group().lower().removesuffix("."))
        for m in _WORD.finditer(text, start, end)
    ]


def _cut(
    text: str, span: tuple[int, int], opening: int, ordinary: set[str]
) -> Iterator[list[_Word]]:
    """The runs of words that the capitalised run at ``span`` holds.

    Words that are capitalised only for opening a sentence, at ``opening``, or a quotation are
    dropped; a possessive or the full stop of a sentence ends a run.
    """
    run: list[_Word] = []
    words = _words(text, *span)
    for word in words:
        if not run and _is_dropped(text, word, opening, ordinary, alone=word is words[-1]):
            continue
        if run and word.key.split("’")[0].split("'")[0] == "i":  # "Jim I've known"
            break
        run.append(word)
        if word.text.endswith(POSSESSIVES) or _is_stopped(word):
            yield run
            run = []
    if run:
        yield run


def _is_dropped(text: str, word: _Word, opening: int, ordinary: set[str], *, alone: bool) -> bool:
    """Whether ``word``, at the front of a run, is no part of a name."""
    stem = word.key.replace("’", "'")
    if stem in not_names() or stem.split("'")[0] in not_names() or _COMPOUND.fullmatch(word.text):
        return True
    if word.start != opening and text[word.start - 1] not in _BEFORE_FIRST_WORD:
        return False
    if word.key in name_words("opening") or word.key in first_names() or word.key in titles():
        return False
    participle = word.key.endswith("ing") and word.key not in name_words("ending in ing")
    return word.key in ordinary or (participle and not alone)


def _is_stopped(word: _Word) -> bool:
    """Whether the full stop of ``word`` ends more than a title, an initial or a suffix."""
    if (
        not word.text.endswith(".")
        or word.text.lower() in name_words("dotted")
        or word.key in titles()
    ):
        return False
    return len(word.key) > 1 and "." not in word.key


def _joined(text: str, runs: list[list[_Word]]) -> Iterator[list[_Word]]:
    """The runs, with those joined that make one name of a body: "Ministry | of | Defence"."""
    held: list[_Word] = []
    for run in runs:
        if held:
            gap = text[held[-1].end : run[0].start]
            if _is_plural_genitive(held[-1], gap, run):
                held = [*held, *run]
                continue
            apart = gap[:1].isspace() and gap[-1:].isspace()
            if apart and _is_joint(held, gap.strip(), run):
                held = [*held, *_words(text, held[-1].end, run[0].start), *run]
                continue
            yield held
        held = run
    if held:
        yield held


def _is_plural_genitive(left: _Word, gap: str, right: list[_Word]) -> bool:
    """Whether the name of a body runs on over the apostrophe of a plural: "Shippers' Council"."""
    return (
        left.key.endswith("s")
        and gap.rstrip() in ("'", "’")
        and len(gap) > 1
        and is_organisation_word(
            right[-1].text.removesuffix(".").removesuffix("'s").removesuffix("’s")
        )
    )


def _is_joint(left: list[_Word], between: str, right: list[_Word]) -> bool:
    between = " ".join(between.split())
    if left[-1].text.endswith(POSSESSIVES):
        return False
    body = is_organisation_word(left[-1].text) or left[0].key == "society"
    if between in ("of", "of the", "for", "for the"):
        return body
    if between == "on":
        return left[-1].key in name_words("body on")
    if between == "&":
        return True
    if between == "and" and left[-1].key in name_words("field"):
        return is_organisation_word(right[-1].text)
    chained = any(word.text in ("of", "for") for word in left)
    own = right[0].text in places() or right[0].key in first_names()
    return between == "and" and chained and len(right) == 1 and not own


def _mentions(text: str, run: list[_Word], sentence: int) -> Iterator[Mention]:
    """The name at the end of ``run``, and before it any that its titles or first name end."""
    while len(run) > 1 and run[-1].key in name_words("postnominal"):
        run = run[:-1]
    possessive = run[-1].text.endswith(POSSESSIVES)
    last = run[-1]
    if possessive:
        last = _Word(
            last.start,
            last.end - POSSESSIVE_CHARS,
            last.text[:-POSSESSIVE_CHARS],
            last.key[:-POSSESSIVE_CHARS],
        )
    elif (
        last.text.endswith(".")
        and last.text.lower() not in name_words("dotted")
        and "." not in last.key
    ):
        last = _Word(last.start, last.end - 1, last.text[:-1], last.key)
    run = [*run[:-1], last]
    possessive = possessive or (last.key[-1:] == "s" and text[last.end : last.end + 1] in "'’")
    organisation = _is_organisation(run)
    first = 0 if organisation else _name_begins(run)
    titled = next((i for i, w in enumerate(run[:first]) if w.key in titles()), first)
    before = [w for w in run[:titled] if w.key not in adjectives() and section(w.key) != "role"]
    if before:
        words = tuple(word.text for word in before)
        start, end = before[0].start, before[-1].end
        yield Mention(start, start, end, words, sentence)
    name = run[first:]
    if name and (len(name) > 1 or titled < first or last.key not in adjectives()):
        title = " ".join(word.key for word in run[titled:first])
        words = tuple(word.text for word in name)
        begin, start, end = run[titled].start, name[0].start, last.end
        yield Mention(begin, start, end, words, sentence, title, organisation, possessive)


def _is_organisation(run: list[_Word]) -> bool:
    """Whether ``run`` names a body: by its last word, or by the one before "of" or "for"."""
    first = first_names()
    if any(
        w.text in ("of", "for") and is_organisation_word(run[i].text) for i, w in enumerate(run[1:])
    ):
        return True
    if run[-1].key in titles() or not is_organisation_word(run[-1].text):
        return False
    return len(run) > 1 or run[0].key not in first


def _name_begins(run: list[_Word]) -> int:
    """The index in ``run`` where a person's name begins: after titles and what precedes them.

    "Surrey Mayor Doug McCallum" begins at 2, "State John Kerry" and "Farmer Jo Ray" at 1, "Stephen
    King" at 0. A run of titles only ("Prime Minister") has no name, and gives its length.
    """
    first = first_names()
    farmer = len(run) > 1 and run[1].key in first and section(run[0].key) == "role"
    begin = 1 if farmer else 0
    for i, word in enumerate(run):
        follows_first_name = i > 0 and run[i - 1].key in first and i - 1 >= begin
        if word.key in titles() and not follows_first_name and word.key not in first:
            begin = i + 1
    while begin < len(run) - 1 and run[begin].key in adjectives():
        if begin == len(run) - 2 and run[begin].key in first:  # "Christian Poe"
            break
        begin += 1
    if begin < len(run) and run[begin].key not in first:
        for i in range(begin + 1, len(run) - 1):
            if run[i].key in first and _is_no_name(run[i - 1]):
                return i
    return begin


def _is_no_name(word: _Word) -> bool:
    """Whether ``word`` before a first name is known for something else: "State | John Kerry"."""
    if word.key in adjectives() or word.text in places() or word.text.isupper():
        return len(word.key) > 1
    return is_organisation_word(word.text)
