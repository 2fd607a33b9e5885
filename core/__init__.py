"""What a news article says, and who says so.

The names below are the public ones. A function may be called as the module it stands in
(``facts``, ``sentences``), so all are imported here and now, which rebinds the name for good;
models and word lists are loaded by the first call that needs them.
"""

from .article import Article, Block, BlockKind, Sentence, parse
from .attribution import Attribution, Kind, Part, QuoteType, Source, SourceType
from .brief import Brief, Reckoning, Voice, brief
from .errors import EmptyError, InputError, NewsbriefError, OptionError
from .facts import facts
from .figures import Figure, FigureKind
from .reading import read
from .sentences import sentences
from .spans import Span
from .summary import Method, Reason, Summary, SummarySentence, summarize

__all__ = [
    "Article",
    "Attribution",
    "Block",
    "BlockKind",
    "Brief",
    "EmptyError",
    "Figure",
    "FigureKind",
    "InputError",
    "Kind",
    "Method",
    "NewsbriefError",
    "OptionError",
    "Part",
    "QuoteType",
    "Reason",
    "Reckoning",
    "Sentence",
    "Source",
    "SourceType",
    "Span",
    "Summary",
    "SummarySentence",
    "Voice",
    "brief",
    "facts",
    "parse",
    "read",
    "sentences",
    "summarize",
]
