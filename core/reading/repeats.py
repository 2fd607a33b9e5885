"""Paragraphs that say again what stands elsewhere in the article: title, quotation or all."""

from collections import Counter
from collections.abc import Iterator, Sequence

_MIN_PULL_QUOTE_WORDS = 5
_MIN_DOUBLED_WORDS = 8  # shorter ones are said twice on purpose
# Lines times letters that are searched for them: with more, in a text of some 200 KB, none are
# sought. Up to there it takes a tenth of a second.
_MAX_SEARCHED_LETTERS = 160_000_000


def title_again(wordings: Sequence[str], title: int) -> Iterator[int]:
    """The indexes of the other paragraphs with the ``letters`` of the one at index ``title``."""
    return (i for i, each in enumerate(wordings) if each == wordings[title] and i != title)


def pull_quotes(lines: Sequence[str], wordings: Sequence[str]) -> Iterator[int]:
    """The indexes of the ``lines`` that stand, word for word, in a longer paragraph.

    ``wordings`` are the ``letters`` of all paragraphs. ``lines`` are the same paragraphs, those
    that are too long for a pull quote empty.

    >>> from newsbrief.text.letters import letters
    >>> lines = ["‘The quay is not safe now’", "“The quay is not safe now,” he said."]
    >>> list(pull_quotes(lines, [letters(line) for line in lines]))
    [0]
    """
    long_enough = [
        i for i, line in enumerate(lines) if line.count(" ") + 1 >= _MIN_PULL_QUOTE_WORDS
    ]
    text = "\n".join(wordings)
    if len(long_enough) * len(text) > _MAX_SEARCHED_LETTERS:
        return
    alike = Counter(wordings)
    for i in long_enough:
        if text.count(wordings[i]) > alike[wordings[i]]:
            yield i


def doubled(paragraphs: Sequence[str], wordings: Sequence[str]) -> list[int]:
    """The indexes of the ``paragraphs`` that stand above already, word for word.

    ``wordings`` are their ``letters``. One that does so alone, and not right below, may be a
    refrain.

    >>> from newsbrief.text.letters import letters
    >>> shut = "It is shut, and it will stay shut."
    >>> doubled([shut, shut], [letters(shut)] * 2)
    [1]
    """
    first: dict[str, int] = {}
    again: dict[int, int] = {}
    for i, (paragraph, wording) in enumerate(zip(paragraphs, wordings, strict=True)):
        if paragraph.count(" ") + 1 >= _MIN_DOUBLED_WORDS:
            above = first.setdefault(wording, i)
            if above != i:
                again[i] = above
    systematic = len({*again.values()}) > 1
    return [i for i, above in again.items() if systematic or i == above + 1]
