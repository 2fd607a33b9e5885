"""Who a source is: its fullest name in the article, and its type.

"Shoigu" is Sergei Shoigu and "KCNA" the Korean Central News Agency where the article says so;
"she" is whom she means where that is likely. What cannot be told is left as it stands.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from .article import Article
from .attribution import SourceType
from .coreference import GENDERS, Fit, antecedents
from .descriptions import body_fit, person_fit
from .mentions import find_mentions
from .roster import Entity, Roster, build
from .source_types import head_noun, section, type_of
from .spans import Span, fold, join

# What ends the first phrase of a source, and whether another may follow that names it.
_ASIDE = re.compile(r"(?P<comma>,\s|\s[–—-]\s|[–—])|\s?\(|\s(?:who|whose|whom|which)\b")
# A name is a modifier before these: "the | Trump | campaign"; not before "Trump | of New York".
_NOUN = re.compile(
    r"\s+(?!(?:of|for|from|at|in|on|with|and|or|himself|herself|also|too)\b)[a-z0-9]"
)
_PREPOSITION = re.compile(
    r"\b(?:of|for|from|at|in|on|with|by|to|against|behind|near|about|than|and|or|an?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*,?\s(?:and|&|or)\s")


LONGEST = 5  # words of a description that may stand for a name


class Who(NamedTuple):
    """A resolved source: the fullest form of its name in the article, and its type."""

    name: str
    type: SourceType


def resolve(
    article: Article, sources: Sequence[tuple[Span, ...]], quotations: Sequence[Span]
) -> list[Who]:
    """Who each of ``sources`` is; they are those of ``article`` in the order of the text."""
    roster = build(article.text, find_mentions(article))
    heads = [_head(roster, source) for source in sources]
    begins = {source[0].start for source in sources if source}
    begins |= {roster.mentions[head].start for head in heads if head is not None}
    phrases = [join(article.text, source) for source in sources]
    described = {
        source[0].start: fit
        for source, head, phrase in zip(sources, heads, phrases, strict=True)
        if head is None and (fit := _fit(roster, phrase))
    }
    meant = antecedents(article, roster, quotations, begins, described)
    found: list[Who] = []
    for source, head, phrase in zip(sources, heads, phrases, strict=True):
        if head is not None:
            found.append(_named(roster, head))
        elif (
            source
            and source[0].start in meant
            and (phrase.lower() in GENDERS or source[0].start in described)
        ):
            found.append(_who(roster, meant[source[0].start]))
        else:
            found.append(Who(phrase, type_of(phrase)))
    return found


def _fit(roster: Roster, phrase: str) -> Fit | None:
    """How well each entity fits ``phrase``, where it is definite and may stand for a name."""
    if phrase.lower() == "it":
        return lambda entity: body_fit(entity, "body")
    words = phrase.split()
    if words[:1] not in (["the"], ["The"]) or not 1 < len(words) <= LONGEST:
        return None
    noun = head_noun(phrase)
    if noun.endswith("s") and section(noun.removesuffix("s")):  # "the officials" are several
        return None
    if re.match(r"the \d+-year-old$", phrase.lower()) or section(noun) == "role":
        return lambda entity: person_fit(roster, entity, phrase, noun)
    if section(noun) == "organisation":
        return lambda entity: body_fit(entity, noun)
    return None


def _who(roster: Roster, entity: Entity) -> Who:
    return Who(roster.name(entity), _type(entity))


def _named(roster: Roster, index: int) -> Who:
    """Who the mention at ``index`` is of: the short form where a namesake may be meant."""
    entity = roster.owners[index]
    mention = roster.mentions[index]
    if entity is None or index in roster.unsure:
        name = fold(roster.text[mention.start : mention.end])
        return Who(name, SourceType.PERSON)
    return _who(roster, entity)


def _type(entity: Entity) -> SourceType:
    if entity.person is None:
        if section(entity.words[-1].lower()) == "people":
            return SourceType.ANONYMOUS
        return SourceType.PERSON if len(entity.words) > 1 else SourceType.ORGANISATION
    return SourceType.PERSON if entity.person else SourceType.ORGANISATION


def _head(roster: Roster, source: Sequence[Span]) -> int | None:
    """The index of the mention that names ``source``, not of one that it belongs to."""
    text = roster.text
    for start, end in source:
        begin: int | None = start
        while begin is not None:
            aside = _ASIDE.search(text, begin, end)
            stop = aside.start() if aside else end
            head = _head_of(roster, begin, stop)
            # Only what opens with a capital can be the name after a role: "the aide, Jo Ray,".
            if head is not None and (begin == start or text[begin].isupper()):
                return head
            begin = aside.end() if aside and aside["comma"] else None
    return None


def _head_of(roster: Roster, start: int, end: int) -> int | None:
    """The index of the mention that is the head of the phrase at ``start``."""
    text, mentions = roster.text, roster.mentions
    i = bisect_left(mentions, start, key=lambda mention: mention.end - 1)
    while i < len(mentions) and mentions[i].start < end:
        mention = mentions[i]
        name_end = min(mention.end, end)
        modifies = mention.possessive and name_end < end and text[name_end:end].strip("'’s ")
        modifies = modifies or _NOUN.match(text, name_end, end)
        if not modifies and not _PREPOSITION.search(text[start : max(mention.begin, start)]):
            return None if _AND.match(text, name_end, end) else i
        i += 1
    return None
