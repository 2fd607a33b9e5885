"""Counts in words."""


def counted(count: int, noun: str) -> str:
    """``count`` and its ``noun``.

    >>> counted(1, "claim"), counted(1234, "claim")
    ('1 claim', '1,234 claims')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
