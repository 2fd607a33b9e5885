"""The language that attribution is read in, and what is said of an article in another."""

from newsbrief import Article
from newsbrief.text.language import ENGLISH, language

_NAMES = {
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
}


def foreign(article: Article) -> str:
    """Why no claims are looked for in ``article``; empty where they are."""
    code = language(article.text)
    if code == ENGLISH:
        return ""
    return f"facts are read in English only, and this seems to be {_NAMES.get(code, 'none')}"
