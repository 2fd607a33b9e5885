"""The language that facts are found in, and the message about an article in another one."""

from newsbrief import Article
from newsbrief.text.language import ENGLISH, language

NAMES = {
    "am": "Amharic",
    "ar": "Arabic",
    "bn": "Bengali",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "fr": "French",
    "gu": "Gujarati",
    "he": "Hebrew",
    "hi": "Hindi",
    "hy": "Armenian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "km": "Khmer",
    "kn": "Kannada",
    "ko": "Korean",
    "lo": "Lao",
    "ml": "Malayalam",
    "my": "Burmese",
    "nl": "Dutch",
    "pa": "Punjabi",
    "pt": "Portuguese",
    "ru": "Russian",
    "si": "Sinhala",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "zh": "Chinese",
}
"""What a message calls each language that ``language`` tells."""


def language_note(article: Article) -> str:
    """Why no facts are looked for in ``article``; "" if they are."""
    code = language(article.text)
    if code == ENGLISH:
        return ""
    seems = f"seems to be {NAMES[code]}" if code in NAMES else "is in another language"
    return f"facts are found in English only, and this article {seems}"
