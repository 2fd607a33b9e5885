"""What "who", "it" and "they" mean, where they are sources.

"He" is resolved by salience. These have each a place of their own to look: "who" right before it,
"it" and "they" at the last source or at the name that opens a sentence. Elsewhere they may mean too
much.
"""

import re
from collections.abc import Callable, Iterable

from newsbrief.spans import Span

from .entities import Entities, Entity, is_place
from .word_lists import description_nouns

SENTENCES_BACK = 2  # from a pronoun to its antecedent

# Code points before the name that opens a sentence: a quotation mark and "The".
_MAX_CHARS_BEFORE_NAME = 5

_NOUN_PHRASE = re.compile(
    r"\b(?:the|an?|some|many|most|several|those|these|his|her|their|its|all|other|two|three|four"
    r"|any|every|each|one)(?:\s(?!(?:is|are|was|were|has|have|had|said|says|will|would|to)\b)"
    r"[\w'’.-]+){1,6}$",
    re.IGNORECASE,
)
_NOUN = re.compile(r"(?<!\S)(?!(?:in|of|for|to|on|by|with|from|at|and|or|but)$)[\w'’-]+$")


def relative_antecedent(entities: Entities, pronoun: int, sentence_start: int) -> Span | None:
    """The span that the relative pronoun at the offset ``pronoun`` refers to, or None.

    It is the name before the apposition that the pronoun follows ("Jo Ray, the mayor of Ayr, who"),
    or the name right before the pronoun, else the noun phrase there.
    """
    text = entities.text
    stop = sentence_start + len(text[sentence_start:pronoun].rstrip())
    after_comma = text[stop - 1 : stop] == ","
    if after_comma:
        stop -= 1
    mentions = [entities.mentions[i] for i in entities.within(sentence_start, stop)]
    mentions = [mention for mention in mentions if mention.end <= stop]
    last = mentions[-1] if mentions and mentions[-1].end == stop else None
    comma = text.rfind(",", sentence_start, stop) if after_comma else -1
    in_list = last and not text[comma + 1 : last.title_start].strip()  # "Al Poe, Jo Ray, who"
    before_comma = [mention for mention in mentions if mention.end == comma]
    if before_comma and not in_list:
        return Span(before_comma[-1].start, comma)
    if last:
        return Span(last.start, stop)
    noun_phrase = _NOUN_PHRASE.search(text, sentence_start, stop)
    phrase = noun_phrase or _NOUN.search(text, sentence_start, stop)
    return Span(*phrase.span()) if phrase else None


def opening_name(
    entities: Entities,
    pronoun: int,
    sentence_starts: Iterable[int],
    is_compatible: Callable[[Entity], bool],
) -> int | None:
    """The index of the first compatible mention that opens a sentence before ``pronoun``, or None.

    All are offsets; the sentences are tried in the order of ``sentence_starts``.
    """
    for start in sentence_starts:
        for i in entities.within(start, min(start + _MAX_CHARS_BEFORE_NAME, pronoun)):
            entity = entities.of_mention[i]
            if entity and is_compatible(entity) and not entities.mentions[i].possessive:
                return i
    return None


def is_plural(word: str) -> bool:
    """Whether ``word``, the last of a name or phrase, is plural: "Democrats", "the police".

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
    """Whether a person called ``noun`` may be of ``gender``, "female" or "male".

    >>> [is_of_gender(noun, "female") for noun in ("spokesman", "spokeswoman", "aide", "person")]
    [False, True, True, True]
    """
    for section in ("female", "neutral", "male"):  # "woman" and "person" before "man" and "son"
        if noun.endswith(tuple(description_nouns(section))):
            return section in (gender, "neutral")
    return True


def is_plural_entity(entity: Entity) -> bool:
    """Whether "they" may mean ``entity``: a party, a team or a people with a plural name."""
    return not entity.is_person and not is_place(entity.words) and is_plural(entity.words[-1])


def is_singular_organisation(entity: Entity) -> bool:
    """Whether "it" may mean ``entity``: an organisation, or a place that means its government."""
    return entity.is_person is False and not is_plural_entity(entity)
