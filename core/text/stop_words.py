"""Terms that carry no content, by language."""

from functools import cache

from .packaged import sections
from .terms import terms_of


@cache
def stop_terms(language: str) -> frozenset[str]:
    """The function words of ``language`` (an ISO 639-1 code) as terms; of English if unknown."""
    words = sections("function_words.txt")
    return frozenset(terms_of(" ".join(words.get(language) or words["en"])))
