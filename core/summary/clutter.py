"""Sentences that a summary keeps off: bylines, time stamps, links, credits, and mere asides.

Where an article has lines, its blocks tell most of the first; this is for those that stand inside
a paragraph, as in articles saved as a single line. Asides are questions, answers ("Yes, ..."),
lead-ins that end in a colon, and sentences in brackets or half in them: what they mean stands in
another sentence. Leaving them out gained 0.2 ROUGE-1 on cnndm_train.
"""

import re
from collections.abc import Sequence

from newsbrief.reading.furniture import furniture

_LINK = re.compile(
    r"(?:video )?scroll (?:down|across|through)\b|(?:click|tap) (?:here|on|through)\b|"
    r"see (?:below for|(?:the )?(?:original|full)) |visit site\b|e-?mail to a friend\b|"
    r"sorry we are not\b|read more\b|share this\b|(?:last )?updated\b|published\b|"
    r".*\bcontributed to this (?:report|story|article)\b",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"(?:yes|no|sure|well|ok|okay|oh|indeed)[,.!]", re.IGNORECASE)
_CREDIT = re.compile(r"\([A-Z][^()/\d]{2,40}/ ?[A-Z][^()/\d]{1,40}\)\.?$")  # "(Jo Bloggs/AP)"
_IN_NAMES = frozenset("and at de for in la of on the to van von".split())  # noqa: SIM905
_SCRAP = 3  # words; a sentence of fewer is a piece of a line: "By.", "Sgt.", "5."
_NAME = 5  # words; a shorter sentence after "By." is the name
_FURNITURE = 8  # words of the lines that articles on a single line keep
_LINE = 12  # words; a longer sentence that starts like a link tells something


def clutter(sentences: Sequence[str]) -> list[bool]:
    """For each of the ``sentences`` of a body, in order, whether a summary keeps off it.

    >>> clutter(["By.", "Ann Lee.", "UPDATED: 14:11 EST.", "By Friday the town was empty."])
    [True, True, True, False]
    """
    found = []
    after_by = False
    for sentence in sentences:
        words = sentence.count(" ") + 1
        name = after_by and words < _NAME and _is_name(sentence)
        line = (words <= _LINE and _LINK.match(sentence)) or (
            words <= _FURNITURE and furniture(sentence)
        )
        label = words <= _FURNITURE and _is_name(sentence)
        scrap = words < _SCRAP or sentence.isupper()
        found.append(name or label or scrap or bool(line) or _is_aside(sentence))
        after_by = name or sentence.lower() in {"by", "by.", "by:"}
    return found


def _is_aside(sentence: str) -> bool:
    """Whether what ``sentence`` means stands in another one, or in a picture."""
    opens, closes = "(" in sentence, sentence.endswith((")", ")."))
    return (
        sentence.endswith((":", ":."))
        or sentence.rstrip("\"'”’»)").endswith("?")
        or (sentence[0] == "(" and (closes or ")" not in sentence))
        or (closes and (not opens or bool(_CREDIT.search(sentence))))
        or bool(_ANSWER.match(sentence))
    )


def _is_name(sentence: str) -> bool:
    """Whether ``sentence`` holds nothing but a name, as a byline or the label of a picture."""
    return all(word[0].isupper() or word in _IN_NAMES for word in sentence.split())
