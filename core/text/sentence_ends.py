"""How a sentence ends in any script: its last mark, and what closes behind it.

Where it ends is more than that, and ``reading/boundaries.py`` tells it; here is what a line ends
with in which nothing is left open. The strings may stand between the square brackets of a pattern.
"""

from .quotation_marks import CLOSING_MARKS
from .scripts import CLOSING_BRACKETS, TERMINALS

ENDS = f".!?…{TERMINALS}"
"""Marks that end a sentence."""

COLONS = ":："
"""Marks behind which the next line begins as after a sentence."""

CLOSERS = rf"{CLOSING_MARKS}{CLOSING_BRACKETS})\]"
"""Quotation marks and brackets that close behind such a mark."""
