"""What a news article says, and who says so.

The names in ``__all__`` are the public ones; the rooms behind them (``reading``, ``summary``,
``extraction``, ...) may change. Models and word lists are loaded by the first call that needs them.
Each name is imported when it is first asked for: all of them would be a sixth of a cold start, and
an interruption in that time could only be a traceback.
"""

TYPE_CHECKING = False  # of typing, whose import takes longer than all else here
if TYPE_CHECKING:
    from .archive.analyze import analyze, record_schema
    from .article import Article, Block, BlockKind, Metadata, Sentence
    from .attribution import Attribution, Kind, Part, QuoteType, Source, SourceType
    from .checking.check import check
    from .checking.values import Change, ChangeKind, Check, Finding, Speaker, Verdict
    from .citing.anchors import Anchors
    from .citing.context import Context, context
    from .citing.selectors import TextQuote
    from .errors import EmptyError, InputError, NewsbriefError, OptionError
    from .extraction.facts import facts
    from .formats.files import read, read_all
    from .formats.options import ReadOptions
    from .pages.brief import Brief, FigureSentence, SourceFacts, brief
    from .pages.claims import Claim, ClaimFact, Standing
    from .pages.digest import Digest, DigestSentence, digest
    from .pages.marks import Mark, MarkKind, Segment
    from .pages.report import Report, ReportBlock, ReportSource, report
    from .pages.source_audit import Counts, GroupBy, GroupCount, SourceAudit, SourceCount
    from .pages.sources import sources
    from .reading.parsing import parse
    from .reading.sentences import sentences
    from .spans import Span
    from .summary.methods import Method
    from .summary.result import Reason, Summary, SummarySentence
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
    "analyze",
    "brief",
    "check",
    "context",
    "digest",
    "facts",
    "parse",
    "read",
    "read_all",
    "record_schema",
    "report",
    "sentences",
    "sources",
    "summarize",
]

_MODULES = {
    "archive.analyze": ("analyze", "record_schema"),
    "article": ("Article", "Block", "BlockKind", "Metadata", "Sentence"),
    "attribution": ("Attribution", "Kind", "Part", "QuoteType", "Source", "SourceType"),
    "checking.check": ("check",),
    "checking.values": ("Change", "ChangeKind", "Check", "Finding", "Speaker", "Verdict"),
    "citing.anchors": ("Anchors",),
    "citing.context": ("Context", "context"),
    "citing.selectors": ("TextQuote",),
    "errors": ("EmptyError", "InputError", "NewsbriefError", "OptionError"),
    "extraction.facts": ("facts",),
    "formats.files": ("read", "read_all"),
    "formats.options": ("ReadOptions",),
    "pages.brief": ("Brief", "FigureSentence", "SourceFacts", "brief"),
    "pages.claims": ("Claim", "ClaimFact", "Standing"),
    "pages.digest": ("Digest", "DigestSentence", "digest"),
    "pages.marks": ("Mark", "MarkKind", "Segment"),
    "pages.report": ("Report", "ReportBlock", "ReportSource", "report"),
    "pages.source_audit": ("Counts", "GroupBy", "GroupCount", "SourceAudit", "SourceCount"),
    "pages.sources": ("sources",),
    "reading.parsing": ("parse",),
    "reading.sentences": ("sentences",),
    "spans": ("Span",),
    "summary.methods": ("Method",),
    "summary.result": ("Reason", "Summary", "SummarySentence"),
    "summary.summarize": ("summarize",),
    "text.figures": ("Figure", "FigureKind"),
}


def __getattr__(name: str) -> object:
    """The public ``name`` from its module, which is imported now."""
    from importlib import import_module

    for module, names in _MODULES.items():
        if name in names:
            value: object = getattr(import_module(f".{module}", __name__), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names, for completion in a Python session."""
    return __all__
