"""Terms: the parts of words that rankings count, in lower case, plurals as singulars.

The plural rule is that of English, and does little to other languages.
"""

from functools import lru_cache

from .stems import singular
from .tokens import word_parts


def terms_of(text: str) -> list[str]:
    """The terms of ``text``, in order.

    >>> terms_of("The well-known stories")
    ['the', 'well', 'known', 'story']
    """
    return [term(part) for part in word_parts(text)]


@lru_cache(maxsize=1 << 13)
def term(part: str) -> str:
    """The term that ``part`` of a word counts as."""
    return singular(part.lower())
