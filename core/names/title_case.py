"""Names in lines whose capitals tell nothing: headlines In Title Case and lines IN CAPITALS.

There only names that the rest of the article knows are found.
"""

from collections.abc import Iterable

from newsbrief.text.tokens import word_spans, words

from .mention import POSSESSIVE_CHARS, POSSESSIVES, Mention
from .word_lists import name_words

CAPITALS = 0.6  # share of upper case among the letters of a line in capitals
FEWEST = 4  # capitalised words of a headline

_SURNAME_FROM = 2  # words of a name whose last word alone is known too


def is_headline(line: str) -> bool:
    """Whether the capitals of ``line`` are a headline's.

    >>> is_headline("Mayor Vows To Fight Tax Ruling"), is_headline("The mayor met Mr. Ray.")
    (True, False)
    """
    if sum(map(str.isupper, line)) > CAPITALS * sum(map(str.isalpha, line)):
        return True
    large = [word for word in words(line) if word not in name_words("title case")]
    return len(large) >= FEWEST and not any(word[0].islower() for word in large)


def known_names(
    text: str, lines: Iterable[tuple[int, int, int]], mentions: Iterable[Mention]
) -> list[Mention]:
    """The names of ``mentions`` that stand in ``lines``: start, end and number of sentences."""
    known: dict[tuple[str, ...], bool] = {}
    for mention in mentions:
        name = tuple(word.lower() for word in mention.words)
        known[name] = mention.organisation
        if len(name) >= _SURNAME_FROM and not mention.organisation:
            known.setdefault(name[-1:], False)
    longest = max(map(len, known), default=0)
    found: list[Mention] = []
    for start, end, number in lines:
        spans = word_spans(text, start, end)
        i = 0
        while i < len(spans):
            for length in range(min(longest, len(spans) - i), 0, -1):
                left, right = spans[i].start, spans[i + length - 1].end
                possessive = text.endswith(POSSESSIVES, left, right)
                if possessive:
                    right -= POSSESSIVE_CHARS
                name = tuple(text[left:right].split())
                key = tuple(word.lower() for word in name)
                if key in known and name[0][:1].isupper():
                    found.append(
                        Mention(left, left, right, name, number, "", known[key], possessive)
                    )
                    i += length
                    break
            else:
                i += 1
    return found
