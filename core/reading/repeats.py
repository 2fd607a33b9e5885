"""Paragraphs that say again what stands elsewhere in the article: title, quotation or all."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_OTHER = re.compile(r"[\W_]+")
_MIN_PULL_QUOTE_WORDS = 5
_MIN_DOUBLED_WORDS = 8  # shorter ones are said twice on purpose
# Lines times characters that are searched for them: with more, in a text of some 200 KB, none are
# sought. Up to there it takes a tenth of a second.
_MAX_SEARCHED_CHARS = 200_000_000


def title_again(lines: Sequence[str], title: str) -> Iterator[int]:
    """The indexes of the ``lines`` with the words of ``title`` and no others."""
    wanted = _letters(title)
    return (i for i, line in enumerate(lines) if _letters(line) == wanted)


def pull_quotes(lines: Sequence[str], paragraphs: Sequence[str]) -> Iterator[int]:
    """The indexes of the ``lines`` that stand, word for word, in a longer one of ``paragraphs``.

    >>> list(pull_quotes(["‘The quay is not safe now’"], ["“The quay is not safe now,” he said."]))
    [0]
    """
    long_enough = [
        i for i, line in enumerate(lines) if line.count(" ") + 1 >= _MIN_PULL_QUOTE_WORDS
    ]
    if len(long_enough) * sum(map(len, paragraphs)) > _MAX_SEARCHED_CHARS:
        return
    body = [_letters(paragraph) for paragraph in paragraphs]
    text = "\n".join(body)
    alike = Counter(body)
    for i in long_enough:
        words = _letters(lines[i])
        if text.count(words) > alike[words]:
            yield i


def doubled(paragraphs: Sequence[str]) -> list[int]:
    """The indexes of the ``paragraphs`` that stand above already, word for word.

    One that does so alone, and not right below, may be a refrain.

    >>> doubled(["It is shut, and it will stay shut."] * 2)
    [1]
    """
    first: dict[str, int] = {}
    again: dict[int, int] = {}
    for i, paragraph in enumerate(paragraphs):
        if paragraph.count(" ") + 1 >= _MIN_DOUBLED_WORDS:
            above = first.setdefault(_letters(paragraph), i)
            if above != i:
                again[i] = above
    systematic = len({*again.values()}) > 1
    return [i for i, above in again.items() if systematic or i == above + 1]


def _letters(text: str) -> str:
    """The letters and digits of ``text``, in lower case."""
    return _OTHER.sub("", text.lower())
