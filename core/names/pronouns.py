"""What "who", "it" and "they" mean, where they are sources.

Unlike "he", which salience decides, each has its own place to look: "who" right before it, "it" and
"they" at the last source or at the name that opens a sentence. Elsewhere they may mean too much.
"""

import re
from collections.abc import Callable, Iterable

from newsbrief.spans import Span

from .entities import Entities, Entity, is_place
from .word_lists import description_nouns

SENTENCES_BACK = 2  # to which these pronouns reach

_MAX_CHARS_BEFORE_NAME = 5  # that opens a sentence: a quotation mark and "The"

_NOUN_PHRASE = re.compile(
    r"\b(?:the|an?|some|many|most|several|those|these|his|her|their|its|all|other|two|three|four"
    r"|any|every|each|one)(?:\s(?!(?:is|are|was|were|has|have|had|said|says|will|would|to)\b)"
    r"[\w'’.-]+){1,6}$",
    re.IGNORECASE,
)
_NOUN = re.compile(r"(?<!\S)(?!(?:in|of|for|to|on|by|with|from|at|and|or|but)$)[\w'’-]+$")


def before_relative(entities: Entities, pronoun: int, begin: int) -> Span | None:
    """The span of what the relative pronoun at the offset ``pronoun`` means, or None.

    ``begin`` is where its sentence begins. The name before the aside right before it ("Jo Ray, the
    mayor of Ayr, who"), or right before it, else the noun phrase.
    """
    text = entities.text
    stop = begin + len(text[begin:pronoun].rstrip())
    aside = text[stop - 1 : stop] == ","
    if aside:
        stop -= 1
    named = [entities.mentions[i] for i in entities.within(begin, stop)]
    named = [mention for mention in named if mention.end <= stop]
    last = named[-1] if named and named[-1].end == stop else None
    comma = text.rfind(",", begin, stop) if aside else -1
    listed = last and not text[comma + 1 : last.begin].strip()  # "Al Poe, Jo Ray, who"
    before = [mention for mention in named if mention.end == comma]
    if before and not listed:
        return Span(before[-1].start, comma)
    if last:
        return Span(last.start, stop)
    phrase = _NOUN_PHRASE.search(text, begin, stop) or _NOUN.search(text, begin, stop)
    return Span(*phrase.span()) if phrase else None


def opening_name(
    entities: Entities, pronoun: int, begins: Iterable[int], fits: Callable[[Entity], bool]
) -> int | None:
    """The index of the mention that opens the first of the sentences at ``begins`` and ``fits``."""
    for begin in begins:
        for i in entities.within(begin, min(begin + _MAX_CHARS_BEFORE_NAME, pronoun)):
            owner = entities.of_mention[i]
            if owner and fits(owner) and not entities.mentions[i].possessive:
                return i
    return None


def is_plural(word: str) -> bool:
    """Whether the last word of a name or phrase makes it several: "Democrats", "the police".

    >>> [word for word in ("Democrats", "Congress", "Times", "police") if is_plural(word)]
    ['Democrats', 'police']
    """
    lower = word.lower()
    if lower in description_nouns("plural"):
        return True
    return (
        lower.endswith("s")
        and not lower.endswith("ss")
        and lower not in description_nouns("singular")
    )


def is_of_gender(noun: str, gender: str) -> bool:
    """Whether somebody called ``noun`` may be of ``gender``: "spokesman" is "male".

    >>> [is_of_gender(noun, "female") for noun in ("spokesman", "spokeswoman", "aide", "person")]
    [False, True, True, True]
    """
    for section in ("female", "neutral", "male"):  # "woman" and "person" before "man" and "son"
        if noun.endswith(tuple(description_nouns(section))):
            return section in (gender, "neutral")
    return True


def is_several(entity: Entity) -> bool:
    """Whether "they" may mean ``entity``: a party, a team or a people in the plural."""
    return not entity.person and not is_place(entity.words) and is_plural(entity.words[-1])


def is_one_body(entity: Entity) -> bool:
    """Whether "it" may mean ``entity``: a body, or a place that stands for its government."""
    return entity.person is False and not is_several(entity)
