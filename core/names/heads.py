"""The head of a source: which of the names in it is the source's own.

The head of "Sanders's campaign manager, Jeff Weaver, who" is Jeff Weaver; "a spokesman for Mr.
Trump", "the Trump campaign" and "Trump and Pence" have no name as their head.
"""

import re
from collections.abc import Sequence

from newsbrief.spans import Span
from newsbrief.text.gazetteer import adjectives, titles
from newsbrief.text.tokens import word_at

from .entities import Entities
from .word_lists import name_words

MAX_CHARS_FROM_PREPOSITION = 200  # code points between a preposition and a name it governs

# What ends the first phrase of a source; after some of it an apposition may name the source.
_PHRASE_END = re.compile(
    r"(?P<goes_on>,\s|\s[–—-]\s|[–—]|\s?\([^()]{1,30}\)\s(?=[A-Z]))|\s?\(|\s(?:who|whose|whom|which)\b"
)
# A name modifies the noun after it: "the | Trump | campaign"; but not "Trump | of New York".
_NOUN = re.compile(
    r"[/-]\w|\s+(?!(?:of|for|from|at|in|on|with|and|or|himself|herself|also|too)\b)[a-z0-9]"
)
_PREPOSITION = re.compile(
    r"\b(?:of|for|from|at|in|on|with|by|to|against|behind|near|about|than|and|or|an?)"
    r"\s(?P<between>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_AND = re.compile(r"\s*,?\s(?:and|&|or)\s")


def head(entities: Entities, source: Sequence[Span]) -> int | None:
    """The index of the mention that is the head of ``source``, or None where no name is."""
    text = entities.text
    for start, end in source:
        phrase_start: int | None = start
        while phrase_start is not None:
            match = _PHRASE_END.search(text, phrase_start, end)
            goes_on = match and match["goes_on"]
            # In "Maricopa County (Ariz.) Sheriff Joe Arpaio" the head comes after the brackets.
            bracketed = goes_on and goes_on.endswith(") ")
            phrase_end = match.start() if match else end
            index = None if bracketed else _head_of_phrase(entities, phrase_start, phrase_end)
            # An apposition names the source only if it opens with a capital: "the aide, Jo Ray,".
            if index is not None and (phrase_start == start or text[phrase_start].isupper()):
                return index
            phrase_start = match.end() if match and goes_on else None
    return None


def _head_of_phrase(entities: Entities, start: int, end: int) -> int | None:
    """The index of the mention that is the head of the phrase from ``start`` to ``end``."""
    text, mentions = entities.text, entities.mentions
    for i in entities.overlapping(start, end):
        if _is_modifier(entities, i, end) or _is_governed(entities, start, i):
            continue
        if not _AND.match(text, min(mentions[i].end, end), end):
            return i
        # Of "Heart and | Stroke manager Jo Ray" neither is the head, of "Ray and Poe" both.
        if i + 1 == len(mentions) or not _is_modifier(entities, i + 1, end):
            return None
    return None


def _is_modifier(entities: Entities, index: int, end: int) -> bool:
    """Whether the mention at ``index`` modifies what follows it before ``end``.

    "Ray's | aide", "the Ray | campaign", "Texas | Governor Jo Ray", "Ohio | Republican Jo Ray".
    """
    text, mention = entities.text, entities.mentions[index]
    stop = min(mention.end, end)
    if mention.possessive and text[stop : min(stop + 5, end)].strip("'’s "):
        return True
    after = word_at(text, stop + 1, end) if text[stop : stop + 1].isspace() else ""
    word = after.lower() if after[:1].isupper() else ""
    before_person = word in titles() or word in adjectives()
    if before_person and word not in name_words("postnominal"):
        return True
    return _NOUN.match(text, stop, end) is not None


def _is_governed(entities: Entities, start: int, index: int) -> bool:
    """Whether a preposition after ``start`` governs the mention at ``index``.

    So in "a spokesman for | Jo Ray" and "members of Ulster's | DUP". In "head of Fox News | Jo
    Ray" another name comes between, and the person after it is the head.
    """
    mention = entities.mentions[index]
    before = entities.text[
        max(start, mention.title_start - MAX_CHARS_FROM_PREPOSITION) : max(
            mention.title_start, start
        )
    ]
    preposition = _PREPOSITION.search(before)
    if not preposition:
        return False
    entity = entities.of_mention[index]
    between = preposition["between"].strip()
    is_person = entity is not None and bool(entity.is_person)
    return not (is_person and between[:1].isupper() and not between.endswith(("'s", "’s", "and")))
