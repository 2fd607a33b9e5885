"""The line that signs a quotation: "— Ann Lee, fisherwoman"."""

import re

DASHES = ("—", "–", "―", "--", "-", "~")  # between a quotation and the name below it

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]{0,30}"  # with a capital, "Élodie" too
_NAME = rf"{_WORD}(?: (?:(?:de|da|del|van|von|der|bin|al|la|le) ){{0,2}}{_WORD}){{0,4}}"
SIGNATURE = re.compile(
    r"\s{0,3}(?:[—–―]|--|(?:(?<=\s)|^)-(?=\s)|~)\s{0,2}"
    rf"(?P<whole>(?P<name>{_NAME})(?:,? ?[(,][^\n.!?]{{1,120}})?)\.?\s*"
)
"""A dash, the name in ``name``, and what is said of who bears it, both in ``whole``."""
