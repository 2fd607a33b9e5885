"""What a news article says, and who says so.

The names below are the public ones. A function may be called as the module it stands in
(``facts``, ``sentences``), so these are imported here and now, which rebinds the name for good;
models and word lists are loaded by the first call that needs them. What only a brief or a digest
needs is imported when it is first asked for: it would be a sixth of a cold start.
"""

from typing import TYPE_CHECKING

from .article import Article, Block, BlockKind, Sentence, parse
from .attribution import Attribution, Kind, Part, QuoteType, Source, SourceType
from .errors import EmptyError, InputError, NewsbriefError, OptionError
from .facts import facts
from .reading import read
from .sentences import sentences
from .spans import Span
from .summary import Method, Reason, Summary, SummarySentence, summarize

if TYPE_CHECKING:
    from .briefs import Brief, Reckoning, Voice, brief
    from .claims import Claim, Saying, Standing
    from .digests import Digest, Pick, digest
    from .figures import Figure, FigureKind

__all__ = [
    "Article",
    "Attribution",
    "Block",
    "BlockKind",
    "Brief",
    "Claim",
    "Digest",
    "EmptyError",
    "Figure",
    "FigureKind",
    "InputError",
    "Kind",
    "Method",
    "NewsbriefError",
    "OptionError",
    "Part",
    "Pick",
    "QuoteType",
    "Reason",
    "Reckoning",
    "Saying",
    "Sentence",
    "Source",
    "SourceType",
    "Span",
    "Standing",
    "Summary",
    "SummarySentence",
    "Voice",
    "brief",
    "digest",
    "facts",
    "parse",
    "read",
    "sentences",
    "summarize",
]

_LATER = {
    "briefs": ("Brief", "Reckoning", "Voice", "brief"),
    "claims": ("Claim", "Saying", "Standing"),
    "digests": ("Digest", "Pick", "digest"),
    "figures": ("Figure", "FigureKind"),
}


def __getattr__(name: str) -> object:
    """The public ``name`` from its module, which is imported now."""
    from importlib import import_module

    for module, names in _LATER.items():
        if name in names:
            value: object = getattr(import_module(f".{module}", __name__), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
