"""Letters without the marks that writers of English leave off: "José" is "Jose"."""

import unicodedata


def unaccented(text: str) -> str:
    """``text`` without marks on its letters, and with one of each that Unicode calls compatible.

    >>> unaccented("José Müller"), unaccented("ﬁne")
    ('Jose Muller', 'fine')
    """
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def with_and_without_accents(word: str) -> tuple[str, ...]:
    """``word``, and before it ``word`` without accents, if it has any."""
    return (word,) if word.isascii() else (unaccented(word), word)
