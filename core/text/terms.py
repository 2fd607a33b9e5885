"""Terms: the words that rankings count, in lower case, plurals as singulars.

The plural rule is that of English, and does little to other languages.
"""

import re
from functools import lru_cache

WORD = re.compile(r"\w+")


def terms_of(text: str) -> list[str]:
    """The terms of ``text``, in order."""
    return [term(word) for word in WORD.findall(text)]


@lru_cache(maxsize=1 << 15)
def term(word: str) -> str:
    """``word`` in small letters, without the plural's ending.

    >>> [term(w) for w in ("Stories", "ships", "crisis", "glass", "US")]
    ['story', 'ship', 'crisis', 'glass', 'us']
    """
    word = word.lower()
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "sui":  # noqa: PLR2004
        return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]  # noqa: PLR2004
    return word
