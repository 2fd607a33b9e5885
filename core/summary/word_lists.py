"""The words of ``data/summary_words.txt``, which tell how a sentence hangs together with others."""

from functools import cache

from newsbrief.text.packaged import sections
from newsbrief.text.terms import terms_of


@cache
def terms_listed(*names: str) -> frozenset[str]:
    """The words under the headings ``names`` of the list, as terms."""
    listed = sections("summary_words.txt")
    return frozenset(terms_of(" ".join(line for name in names for line in listed[name])))
