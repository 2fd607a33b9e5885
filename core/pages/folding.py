"""Names and words as they are compared: what only looks different is the same."""

from newsbrief.text.accents import unaccented
from newsbrief.text.tokens import word_parts


def folded(text: str) -> str:
    """``text`` without capitals, accents, or differences between characters that look the same.

    Of characters that Unicode calls compatible (NFKD) one stands for all of them.

    >>> folded("José  Ángel O’Neill")
    "jose angel o'neill"
    """
    return " ".join(unaccented(text.replace("’", "'")).casefold().split())


def name_key(name: str) -> str:
    """``name`` as it is compared: without capitals, accents, marks, and "the" before it.

    >>> name_key("The U.S. Coast-Guard"), name_key("José O’Neill Jr.")
    ('us coast guard', 'jose oneill jr')
    """
    words = word_parts(folded(name).replace(".", "").replace("'", ""))
    without = words[1:] if words[:1] == ["the"] and len(words) > 1 else words
    return " ".join(without) or folded(name)
