"""The outlet that programs put behind a headline: "Wall to be rebuilt | Coast News"."""

import re

MAX_OUTLET_WORDS = 5  # of its name
_BAR = re.compile(r"\s[|｜]\s+")
_ADDRESS = re.compile(r"(?<=\S)\s+https?://\S+$")
_MIN_HEADLINE_WORDS = 3
_MIN_LONGER_WORD_CHARS = 4  # a shorter one may be "of" in a name


def headline_end(line: str) -> int:
    """Where the headline in ``line`` ends: before the last bar where an outlet stands behind it.

    A name is short, shorter than the headline, and in capitals; "Live | Wall falls in Ostrand" and
    "Wall falls in Ostrand | what we know" are headlines to their end.

    An address, as a telephone shares it with the headline, ends it too.

    >>> headline_end("Wall to be rebuilt | Coast News"), headline_end("Wall to be rebuilt")
    (18, 18)
    """
    address = _ADDRESS.search(line) if "://" in line else None
    if address and address.start():
        return address.start()
    bars = list(_BAR.finditer(line))
    if not bars:
        return len(line)
    headline, name = line[: bars[-1].start()], line[bars[-1].end() :].split()
    words = len(headline.split())
    is_short = 0 < len(name) <= MAX_OUTLET_WORDS and words >= _MIN_HEADLINE_WORDS
    if not is_short or len(name) >= words or not is_name(name):
        return len(line)
    return len(headline.rstrip())


def is_name(words: list[str]) -> bool:
    """Whether all but the short ones of ``words`` have a capital, as those of a name."""
    return not any(
        word.islower() for word in words if word == words[0] or len(word) >= _MIN_LONGER_WORD_CHARS
    )
