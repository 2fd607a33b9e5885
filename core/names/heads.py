"""Which of the names in a source is the source's own: its head.

"Sanders's campaign manager, Jeff Weaver, who" is Jeff Weaver; "a spokesman for Mr. Trump", "the
Trump campaign" and "Trump and Pence" have no name for a head.
"""

import re
from collections.abc import Sequence

from newsbrief.spans import Span
from newsbrief.text.gazetteer import adjectives, titles
from newsbrief.text.tokens import word_at

from .entities import Entities
from .word_lists import name_words

REACH = 200  # code points before a name in which a preposition may govern it

# What ends the first phrase of a source, and whether another may follow that names it.
_ASIDE = re.compile(
    r"(?P<goes_on>,\s|\s[–—-]\s|[–—]|\s?\([^()]{1,30}\)\s(?=[A-Z]))|\s?\(|\s(?:who|whose|whom|which)\b"
)
# A name modifies the noun after it: "the | Trump | campaign"; but not "Trump | of New York".
_NOUN = re.compile(
    r"[/-]\w|\s+(?!(?:of|for|from|at|in|on|with|and|or|himself|herself|also|too)\b)[a-z0-9]"
)
_PREPOSITION = re.compile(
    r"\b(?:of|for|from|at|in|on|with|by|to|against|behind|near|about|than|and|or|an?)"
    r"\s(?P<owner>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_AND = re.compile(r"\s*,?\s(?:and|&|or)\s")


def head(entities: Entities, source: Sequence[Span]) -> int | None:
    """The index in the entities's mentions of the name of ``source``, or None."""
    text = entities.text
    for start, end in source:
        begin: int | None = start
        while begin is not None:
            aside = _ASIDE.search(text, begin, end)
            goes_on = aside and aside["goes_on"]
            # In "Maricopa County (Ariz.) Sheriff Joe Arpaio" the head comes after the brackets.
            bracketed = goes_on and goes_on.endswith(") ")
            found = (
                None if bracketed else _head_of(entities, begin, aside.start() if aside else end)
            )
            # Only what opens with a capital can be the name after a role: "the aide, Jo Ray,".
            if found is not None and (begin == start or text[begin].isupper()):
                return found
            begin = aside.end() if aside and goes_on else None
    return None


def _head_of(entities: Entities, start: int, end: int) -> int | None:
    """The index of the mention that is the head of the phrase from ``start`` to ``end``."""
    text, mentions = entities.text, entities.mentions
    for i in entities.overlapping(start, end):
        stop = min(mentions[i].end, end)
        if not _is_modifier(entities, i, end) and not _is_owned(entities, start, i):
            joined = _AND.match(text, stop, end)
            if not joined:
                return i
            # Of "Heart and | Stroke manager Jo Ray" neither is the head, of "Ray and Poe" both.
            if i + 1 == len(mentions) or not _is_modifier(entities, i + 1, end):
                return None
    return None


def _is_modifier(entities: Entities, index: int, end: int) -> bool:
    """Whether the mention at ``index`` belongs to what follows it before ``end``.

    "Ray's | aide", "the Ray | campaign", "Texas | Governor Jo Ray", "Ohio | Republican Jo Ray".
    """
    text, mention = entities.text, entities.mentions[index]
    stop = min(mention.end, end)
    if mention.possessive and text[stop : min(stop + 5, end)].strip("'’s "):
        return True
    after = word_at(text, stop + 1, end) if text[stop : stop + 1].isspace() else ""
    key = after.lower() if after[:1].isupper() else ""
    another = key not in name_words("postnominal") and (key in titles() or key in adjectives())
    return another or _NOUN.match(text, stop, end) is not None


def _is_owned(entities: Entities, start: int, index: int) -> bool:
    """Whether the mention at ``index`` depends on a preposition after ``start``.

    "A spokesman for | Jo Ray" and "members of Ulster's | DUP" do; in "head of Fox News | Jo Ray" a
    name comes between, and the person after it is the head.
    """
    mention = entities.mentions[index]
    before = entities.text[max(start, mention.begin - REACH) : max(mention.begin, start)]
    preposition = _PREPOSITION.search(before)
    if not preposition:
        return False
    owner = entities.of_mention[index]
    between = preposition["owner"].strip()
    is_person = owner is not None and bool(owner.person)
    return not (is_person and between[:1].isupper() and not between.endswith(("'s", "’s", "and")))
