"""Words and terms that carry no content."""

from functools import cache

from .packaged import sections, word_set
from .terms import terms_of


@cache
def stop_terms(language: str) -> frozenset[str]:
    """The function words of ``language`` (an ISO 639-1 code) as terms; of English if unknown."""
    words = sections("function_words.txt")
    return frozenset(terms_of(" ".join(words.get(language) or words["en"])))


@cache
def english_function_words() -> frozenset[str]:
    """The function words of English in lower case, more than the commonest."""
    return word_set("function_words.txt", "en") | word_set("stop_words.txt", "function word")
