"""Bullets: the marks before the items of a list, which are no words of theirs."""

import re

from newsbrief.spans import Span

# A dash is one where a line begins.
_BULLETS = re.compile(r"(?:[•·‣▪◦►●○■□➤→✓⁃*+]+|(?<![^\n])[–—-])[ \t\xa0]+(?=\S)")


def without_bullet(text: str, span: Span) -> Span:
    """``span`` of ``text`` without the bullets at its start: "• | It rained"."""
    bullets = _BULLETS.match(text, span.start, span.end)
    return Span(bullets.end(), span.end) if bullets else span
