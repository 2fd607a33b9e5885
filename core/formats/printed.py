"""What newsbrief itself prints, and what is not to be taken for articles."""

from .field_values import Row
from .fields import TEXT, found, is_saved

PRINTED = (
    "what newsbrief has printed holds no article: `newsbrief sources` reads what `newsbrief facts` "
    "wrote as JSON or JSON Lines, and other commands what was written as such --with-text"
)

# Some columns of CSV and TSV, and some keys of JSON, by which they are told from all else.
_COLUMNS = tuple(
    frozenset(names.split())
    for names in (
        "file rank score line start end text",  # summarize
        "file fact within source cue claim",  # facts
        "file section about cue text",  # brief
        "file section claim agrees text",  # digest
        "file verdict said_by claim difference",  # check
        "file kind start end text",  # text
        "direct direct_share words_quoted words_reported",  # sources
    )
)
_KEYS = frozenset(("summary", "claims", "checks"))
_OF_DIGESTED = "file title byline date outlet url language"  # all that a digest has of an article


def is_printed(row: Row) -> bool:
    """Whether ``row`` is of what newsbrief prints, and neither an article nor saved facts.

    >>> is_printed({"schema": 2, "summary": []})
    True
    """
    if " ".join(row) == _OF_DIGESTED or any(row.keys() >= names for names in _COLUMNS):
        return True
    has_none = isinstance(row.get("schema"), int) and not (is_saved(row) or found(row, TEXT))
    return has_none and not row.keys().isdisjoint(_KEYS)
