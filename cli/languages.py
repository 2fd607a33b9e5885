"""The language that facts are found in, and the message about an article in another one."""

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


def language_note(article: Article) -> str:
    """Why no facts are looked for in ``article``; "" if they are."""
    code = language(article.text)
    if code == ENGLISH:
        return ""
    seems = f"seems to be {_NAMES[code]}" if code in _NAMES else "is in another language"
    return f"facts are found in English only, and this article {seems}"
