"""Names in lines whose capitals mark no names: headlines In Title Case and lines IN CAPITALS.

Only names that the rest of the article has are recognised there.
"""

from collections.abc import Iterable

from newsbrief.spans import Span
from newsbrief.text.tokens import word_spans, words

from .mention import POSSESSIVE_CHARS, POSSESSIVES, Mention
from .word_lists import name_words

MIN_UPPER_CASE_SHARE = 0.6  # of the letters of a line in capitals
MIN_HEADLINE_WORDS = 4  # with a capital, in a headline In Title Case


def is_headline(line: str) -> bool:
    """Whether the capitals of ``line`` are those of a headline.

    >>> is_headline("Mayor Vows To Fight Tax Ruling"), is_headline("The mayor met Mr. Ray.")
    (True, False)
    """
    if sum(map(str.isupper, line)) > MIN_UPPER_CASE_SHARE * sum(map(str.isalpha, line)):
        return True
    capitalised = [word for word in words(line) if word not in name_words("title case")]
    return len(capitalised) >= MIN_HEADLINE_WORDS and not any(
        word[0].islower() for word in capitalised
    )


def known_names(
    text: str, lines: Iterable[tuple[int, int, int]], mentions: Iterable[Mention]
) -> list[Mention]:
    """The names of ``mentions`` that stand in ``lines``, the longest where several match.

    A line is its start and end in ``text`` and the index of its sentence.
    """
    known: dict[tuple[str, ...], bool] = {}
    for mention in mentions:
        name = tuple(word.lower() for word in mention.words)
        known[name] = mention.organisation
        if len(name) > 1 and not mention.organisation:
            known.setdefault(name[-1:], False)  # the surname
    max_words = max(map(len, known), default=0)
    recognised: list[Mention] = []
    for start, end, sentence in lines:
        spans = word_spans(text, start, end)
        i = 0
        while i < len(spans):
            for length in range(min(max_words, len(spans) - i), 0, -1):
                mention = _as_mention(
                    text, Span(spans[i].start, spans[i + length - 1].end), sentence
                )
                name = tuple(word.lower() for word in mention.words)
                if name in known and mention.words[0][:1].isupper():
                    recognised.append(mention._replace(organisation=known[name]))
                    i += length
                    break
            else:
                i += 1
    return recognised


def _as_mention(text: str, span: Span, sentence: int) -> Mention:
    """The words at ``span`` as a mention, without a possessive ending."""
    start, end = span
    possessive = text.endswith(POSSESSIVES, start, end)
    if possessive:
        end -= POSSESSIVE_CHARS
    words = tuple(text[start:end].split())
    return Mention(start, start, end, words, sentence, possessive=possessive)
