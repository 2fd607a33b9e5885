"""Web addresses: what may be fetched, linked to, or given as the place of an article."""

_SCHEMES = ("http://", "https://")


def is_web_address(text: str) -> bool:
    """Whether ``text`` begins as the address of a web page does.

    >>> [is_web_address(text) for text in ("https://a.example", "HTTP://a", "a.example", "file:///a")]
    [True, True, False, False]
    """
    return text[:8].lower().startswith(_SCHEMES)
