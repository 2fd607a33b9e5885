"""The names in a source's own words: which of them is the source's, by where it stands there.

The own name of "Ray's aide, Jo Poe, who" is Jo Poe; "a spokesman for Ray" has none; that of "the
Ray campaign" may be the campaign's.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from newsbrief.article import Article
from newsbrief.spans import SortedSpans, Span, fold
from newsbrief.text.tokens import words as words_of

from .capitalised_runs import POSSESSIVES, UPPER, key
from .discourse import Discourse, Utterance
from .lexicon import is_a_people, word_class
from .mention import Mention
from .source_form import source_form
from .source_types import noun_end
from .word_lists import description_nouns

MAX_PHRASE_WORDS = 6  # of a description that may be a name
MAX_ARTICLE_CHARS = 4  # "The " before a name that is the whole source
MAX_SMALL_WORD_CHARS = 3  # of words before a name that are features themselves, not by class

_OF_DESCRIPTIONS = ("the", "a", "his")  # forms of sources
_CAPITALISED_WORD = re.compile(rf"(?<!\w)\w?[{UPPER}]")
_BRACKETS = ",–—-("


def phrase_mentions(
    article: Article, sources: Iterable[Span], mentions: SortedSpans[Mention]
) -> Iterator[Mention]:
    """The names that only sources make: "Ray and Poe", "the Ray campaign", "the TUC report".

    Whether they are names is left to the choice of who the source is.
    """
    for source in sources:
        inside = mentions.overlapping(*source)
        for left, right in pairwise(inside):
            if fold(article.text[left.end : right.start]) in ("and", "&"):
                keys = (*left.keys, "and", *right.keys)
                yield left._replace(end=right.end, keys=keys, phrase=True)
        places = {(mention.start, mention.end) for mention in inside}
        yield from (m for m in _noun_phrases(article, source) if (m.start, m.end) not in places)


def _noun_phrases(article: Article, source: Span) -> Iterator[Mention]:
    """The ``source`` up to its head noun, if that is a body or a document.

    From its first capital on, and from the one after "'s": "Seoul's state-run Yonhap agency" may be
    "Yonhap agency".
    """
    form = source_form(article.text, (source,))
    if form.section not in ("organisation", "document"):
        return
    phrase = article.text[source.start : source.end]
    end = noun_end(phrase, form.noun)
    if not phrase[max(end - len(form.noun), 0) : end].islower():
        return
    for start in _starts(phrase, 0 if form.form == "bare" else phrase.find(" ") + 1, end):
        keys = tuple(map(key, phrase[start:end].split()))
        if 0 < len(keys) <= MAX_PHRASE_WORDS:
            at = source.start + start
            yield Mention(at, source.start + end, keys, article.sentence_at(at), phrase=True)


def _starts(phrase: str, start: int, end: int) -> list[int]:
    """Where a name in ``phrase`` may begin: with the first capital, and with that after "'s"."""
    possessive = max(phrase.rfind(mark, start, end) for mark in POSSESSIVES)
    places = {start, max(start, possessive + len(POSSESSIVES[0]))}
    capitals = [_CAPITALISED_WORD.search(phrase, place, end) for place in places]
    return sorted({match.start() for match in capitals if match}) or [start]


def is_a_name(discourse: Discourse, source: Utterance) -> bool:
    """Whether ``source`` is a name, with a title or alone, and what is told of it after a comma.

    "The University of Ely" is one; "the Spaniard" and "the Prime Minister" may be descriptions in
    capitals.
    """
    if not source.own:
        return False
    form = source.form
    if form.form in _OF_DESCRIPTIONS and form.section != "organisation":
        return False
    text = discourse.article.text
    mentions = (discourse.entities.mentions[i] for i in source.own)
    return any(
        _begins_name(text[source.start : mention.start], mention)
        and _ends_name(text[mention.end : source.end])
        and not mention.phrase
        and (form.form not in _OF_DESCRIPTIONS or len(mention.keys) > 1)
        for mention in mentions
    )


def _begins_name(before: str, mention: Mention) -> bool:
    """Whether what stands ``before`` the ``mention`` is nothing, an article or its title."""
    return len(before) <= MAX_ARTICLE_CHARS or [*map(key, before.split())] == [mention.before]


def _ends_name(rest: str) -> bool:
    """Whether the ``rest`` of a source after a name is nothing or an apposition."""
    return len(rest) <= MAX_ARTICLE_CHARS or rest.lstrip()[:1] in _BRACKETS


def own_features(discourse: Discourse, source: Utterance, place: int) -> list[str]:
    """The features of the name at ``place``, from 0, among those in the words of ``source``."""
    text, mention = discourse.article.text, discourse.entities.mentions[source.own[place]]
    before = text[source.start : max(mention.start, source.start)]
    after = text[mention.end : source.end]
    words_before = words_of(before.lower().replace("’", "'"))
    words_after = words_of(after.lower())
    left = words_before[-1] if words_before else "^"
    left_class = left
    if len(left) > MAX_SMALL_WORD_CHARS:
        left_class = word_class(key(left)) + "'s" * left.endswith("'s")
    comma = "," if before.rstrip()[-1:] in _BRACKETS and before else "-"
    mark = after.lstrip("'’s")[:2].strip()[:1]
    right = "$"
    if mark and not mark.isalnum():
        right = mark
    elif words_after:
        right = word_class(words_after[0])
    # Words after which a name in a source is seldom the source's own: "of", "who", "a".
    governing = description_nouns("governing")
    governed = next((w for w in reversed(words_before) if w in governing), "-")
    possessive = mention.possessive and bool(words_after)
    entity = discourse.entities.of_mention[source.own[place]]
    own_kind = entity.kind
    is_short = len(mention.keys) < len(entity.keys)
    kind, t, g, section = own_kind[0], source.type, source.form.form, source.form.section
    rest = min(len(source.own) - place - 1, 2)
    made = _made(text[mention.start : mention.end], mention)
    only = mention.keys[0] if len(mention.keys) == 1 else ""
    return [
        "own",
        f"own only {word_class(only) if only else '-'} {g} {section}",
        f"own only -{only[-2:]} {g} {t}",
        f"own {min(place, 2)} {rest} {kind} {t}",
        f"own kind {own_kind} {t} {made}",
        f"own made {made} {section} {g}",
        f"own people {is_a_people(mention.keys[:1]):d} {made} {section}",
        f"own made {made} {source.form.noun or '-'} {is_short:d}",
        f"own short {is_short:d} {made} {min(len(entity.mentions), 3)}",
        f"own short {is_short:d} {section} {g}",
        f"own made {made} {place} {rest} {kind}",
        f"own left {comma}{left_class} {kind}",
        f"own left {comma}{left}",
        f"own right {right} {kind} {possessive:d}",
        f"own right {words_after[0] if words_after else '$'} {possessive:d}",
        f"own ends {left if left in '^the' else '-'} {right} {possessive:d} {t}",
        f"own governed {governed} {comma} {min(before.count(','), 2)} {kind}",
        f"own governed {governed} {comma} {place} {t}",
        f"own {g} {section} {possessive:d} {governed != '-':d} {comma}",
        f"own {g} {section} {kind} {t}",
        f"own noun {source.form.noun in mention.keys:d} {t}",
        f"own whole {min(len(words_before), 3)} {bool(words_after):d} {t}",
    ]


def _made(shown: str, mention: Mention) -> str:
    """How the name ``shown`` is made: "j" of two joined ones, as a phrase, or "-"."""
    if not mention.phrase:
        return "-"
    if not shown.rpartition(" ")[2].islower():
        return "j"
    return f"{shown[0].isupper():d}{any(map(str.isupper, shown)):d}{min(len(mention.keys), 3)}"
