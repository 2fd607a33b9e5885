"""What a news article says, and who says so.

The names in ``__all__`` are the public ones; the rooms behind them (``reading``, ``summary``,
``extraction``, ...) may change. Models and word lists are loaded by the first call that needs them.
What only some commands need is imported when it is first asked for: it would be a sixth of a cold
start.
"""

from typing import TYPE_CHECKING

from .article import Article, Block, BlockKind, Metadata, Sentence
from .attribution import Attribution, Kind, Part, QuoteType, Source, SourceType
from .errors import EmptyError, InputError, NewsbriefError, OptionError
from .extraction.facts import facts
from .formats.files import read, read_all
from .formats.options import ReadOptions
from .reading.parsing import parse
from .reading.sentences import sentences
from .spans import Span
from .summary.methods import Method
from .summary.result import Reason, Summary, SummarySentence

if TYPE_CHECKING:
    from .checking.check import check
    from .checking.values import Change, ChangeKind, Check, Finding, Speaker, Verdict
    from .citing.anchors import Anchors
    from .citing.context import Context, context
    from .citing.selectors import TextQuote
    from .pages.brief import Brief, FigureSentence, SourceFacts, brief
    from .pages.claims import Claim, ClaimFact, Standing
    from .pages.digest import Digest, DigestSentence, digest
    from .pages.marks import Mark, MarkKind, Segment
    from .pages.report import Report, ReportBlock, ReportSource, report
    from .pages.source_audit import Counts, GroupBy, GroupCount, SourceAudit, SourceCount
    from .pages.sources import sources
    from .summary.summarize import summarize
    from .text.figures import Figure, FigureKind

__all__ = [
    "Anchors",
    "Article",
    "Attribution",
    "Block",
    "BlockKind",
    "Brief",
    "Change",
    "ChangeKind",
    "Check",
    "Claim",
    "ClaimFact",
    "Context",
    "Counts",
    "Digest",
    "DigestSentence",
    "EmptyError",
    "Figure",
    "FigureKind",
    "FigureSentence",
    "Finding",
    "GroupBy",
    "GroupCount",
    "InputError",
    "Kind",
    "Mark",
    "MarkKind",
    "Metadata",
    "Method",
    "NewsbriefError",
    "OptionError",
    "Part",
    "QuoteType",
    "ReadOptions",
    "Reason",
    "Report",
    "ReportBlock",
    "ReportSource",
    "Segment",
    "Sentence",
    "Source",
    "SourceAudit",
    "SourceCount",
    "SourceFacts",
    "SourceType",
    "Span",
    "Speaker",
    "Standing",
    "Summary",
    "SummarySentence",
    "TextQuote",
    "Verdict",
    "brief",
    "check",
    "context",
    "digest",
    "facts",
    "parse",
    "read",
    "read_all",
    "report",
    "sentences",
    "sources",
    "summarize",
]

_LATER = {
    "checking.check": ("check",),
    "checking.values": ("Change", "ChangeKind", "Check", "Finding", "Speaker", "Verdict"),
    "citing.anchors": ("Anchors",),
    "citing.context": ("Context", "context"),
    "citing.selectors": ("TextQuote",),
    "pages.brief": ("Brief", "FigureSentence", "SourceFacts", "brief"),
    "pages.claims": ("Claim", "ClaimFact", "Standing"),
    "pages.digest": ("Digest", "DigestSentence", "digest"),
    "pages.marks": ("Mark", "MarkKind", "Segment"),
    "pages.report": ("Report", "ReportBlock", "ReportSource", "report"),
    "pages.source_audit": ("Counts", "GroupBy", "GroupCount", "SourceAudit", "SourceCount"),
    "pages.sources": ("sources",),
    "summary.summarize": ("summarize",),
    "text.figures": ("Figure", "FigureKind"),
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
