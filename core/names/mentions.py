"""Where an article names somebody or something: its mentions.

A title is kept apart from the name that follows it, possessive endings are left out, and an
organisation's name runs on over "of" and "for". Text without capitals gives no mentions; in
headlines and lines in capitals only names that the rest of the article has are recognised.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from newsbrief.article import Article
from newsbrief.text.gazetteer import (
    adjectives,
    first_names,
    is_organisation_word,
    places,
    titles,
)

from .capitalised_runs import BEFORE_FIRST_WORD, Run, Word, capitalised_runs
from .mention import POSSESSIVE_CHARS, POSSESSIVES, Mention
from .source_types import section
from .title_case import is_headline, known_names
from .word_lists import name_words

_LOWER_CASE_WORD = re.compile(r"\b[a-z]{2,}\b")


def find_mentions(article: Article) -> list[Mention]:
    """The mentions in the sentences of ``article``, in the order of the text."""
    text = article.text
    lower_case = set(_LOWER_CASE_WORD.findall(text))
    mentions: list[Mention] = []
    headlines: list[tuple[int, int, int]] = []
    for index, sentence in enumerate(article.sentences):
        start, end = sentence.start, sentence.end
        if is_headline(text[start:end]):
            headlines.append((start, end, index))
            continue
        for run in capitalised_runs(text, start, end, lower_case):
            mentions += _mentions_in(text, run, index)
    sentence_starts = {sentence.start for sentence in article.sentences}
    mentions = _confirmed(text, mentions, sentence_starts)
    return sorted(mentions + known_names(text, headlines, mentions))


def _confirmed(
    text: str, mentions: Sequence[Mention], sentence_starts: Collection[int]
) -> list[Mention]:
    """``mentions`` without months and without single words that only open a sentence."""

    def opens_sentence(mention: Mention) -> bool:
        start = mention.title_start
        return start in sentence_starts or text[start - 1] in BEFORE_FIRST_WORD

    in_long_names = {word for m in mentions if len(m.words) > 1 for word in m.words}
    months = {month.capitalize() for month in name_words("month")} - in_long_names
    mentions = [m for m in mentions if len(m.words) > 1 or m.words[0] not in months]
    known = {
        word.lower()
        for m in mentions
        if len(m.words) > 1 or not opens_sentence(m)
        for word in m.words
    }
    return [
        m
        for m in mentions
        if len(m.words) > 1
        or m.title
        or not opens_sentence(m)
        or m.words[0].lower() in known
        or m.words[0] in places()
        or m.words[0].lower() in first_names()
        or m.words[0].isupper()
    ]


def _mentions_in(text: str, run: Run, sentence: int) -> Iterator[Mention]:
    """The name at the end of ``run``, and another before it that its title or first name ends."""
    while len(run) > 1 and run[-1].key in name_words("postnominal"):
        run = run[:-1]
    last = _bare(run[-1])
    possessive = run[-1].text.endswith(POSSESSIVES) or (
        last.key[-1:] == "s" and text[last.end : last.end + 1] in "'’"
    )
    run = [*run[:-1], last]
    organisation = _is_organisation(run)
    name_start = 0 if organisation else _name_start(run)
    title_start = next(
        (i for i, word in enumerate(run[:name_start]) if word.key in titles()), name_start
    )
    before = [
        word
        for word in run[:title_start]
        if word.key not in adjectives() and section(word.key) != "role"
    ]
    if before:
        start, end = before[0].start, before[-1].end
        yield Mention(start, start, end, tuple(word.text for word in before), sentence)
    name, title = run[name_start:], run[title_start:name_start]
    if name and (len(name) > 1 or title or last.key not in adjectives()):
        yield Mention(
            run[title_start].start,
            name[0].start,
            last.end,
            tuple(word.text for word in name),
            sentence,
            " ".join(word.key for word in title),
            organisation,
            possessive,
        )


def _bare(word: Word) -> Word:
    """The last ``word`` of a run without a possessive ending or a sentence's full stop."""
    if word.text.endswith(POSSESSIVES):
        chars = POSSESSIVE_CHARS
        return Word(word.start, word.end - chars, word.text[:-chars], word.key[:-chars])
    dotted = word.text.lower() in name_words("dotted") or "." in word.key
    if word.text.endswith(".") and not dotted:
        return Word(word.start, word.end - 1, word.text[:-1], word.key)
    return word


def _is_organisation(run: Run) -> bool:
    """Whether the last word of ``run``, or one before "of" or "for", is an organisation's."""
    if any(
        after.text in ("of", "for") and is_organisation_word(word.text)
        for word, after in pairwise(run)
    ):
        return True
    if run[-1].key in titles() or not is_organisation_word(run[-1].text):
        return False
    return len(run) > 1 or run[0].key not in first_names()


def _name_start(run: Run) -> int:
    """The index in ``run`` where a person's name begins: after titles and what precedes them.

    2 in "Surrey Mayor Doug McCallum", 1 in "State John Kerry" and "Farmer Jo Ray", 0 in "Stephen
    King". A run of titles alone ("Prime Minister") has no name and gives its length.
    """
    first = first_names()
    role = len(run) > 1 and run[1].key in first and section(run[0].key) == "role"
    start = 1 if role else 0
    for i, word in enumerate(run):
        follows_first_name = i > 0 and run[i - 1].key in first and i - 1 >= start
        if word.key in titles() and not follows_first_name and word.key not in first:
            start = i + 1
    while start < len(run) - 1 and run[start].key in adjectives():
        if start == len(run) - 2 and run[start].key in first:  # "Christian Poe"
            break
        start += 1
    if start < len(run) and run[start].key not in first:
        for i in range(start + 1, len(run) - 1):
            if run[i].key in first and _is_no_first_name(run[i - 1]):
                return i
    return start


def _is_no_first_name(word: Word) -> bool:
    """Whether ``word`` before a first name cannot be one itself: "State | John Kerry"."""
    if word.key in adjectives() or word.text in places() or word.text.isupper():
        return len(word.key) > 1
    return is_organisation_word(word.text)
