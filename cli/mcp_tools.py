"""The tools that ``newsbrief mcp`` offers: what each says of itself, takes and answers.

A tool works on one file of the folder, and a check on others beside it. Its answer is a record for
each article in it, as ``--json`` has it, or an error record.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from newsbrief import Article, ReadOptions, check, summarize
from newsbrief.errors import InputError, NewsbriefError, OptionError
from newsbrief.extraction.facts import DEFAULT_MIN_CONFIDENCE
from newsbrief.formats.document import Document, PartError
from newsbrief.formats.extras import library
from newsbrief.formats.files import article

from . import folder as folders
from .check_view import CheckView
from .drafts import Checked
from .facts_view import FactsView
from .faults import foreseen
from .filters import FactFilter, chosen_by, listed
from .formats import Result, View, error_record, record
from .inputs import called_in, with_text
from .languages import language_note
from .messages import told
from .schemas import Schema, schema
from .summary_view import SummaryView
from .text_view import TextView

WHAT = "newsbrief mcp"  # needs the libraries of the extra

Arguments = dict[str, Any]
Work = Callable[[str, Article, Arguments], dict[str, object]]


class Tool(NamedTuple):
    """A tool: what it says of itself, the options that it takes, and its work on an article.

    ``note`` gives a message about an article, or "". Of the options those ``needed`` must be given.
    """

    description: str
    options: dict[str, dict[str, object]]
    work: Work
    note: Callable[[Article], str] = lambda _: ""
    needed: tuple[str, ...] = ()


def _record(view: View[Any], name: str, found: Article, result: object) -> dict[str, object]:
    return record(view, Result(name, found, result), with_text=False)


def _summarize(name: str, found: Article, given: Arguments) -> dict[str, object]:
    result = summarize(found, sentences=given.get("sentences"), about=given.get("about"))
    return _record(SummaryView(selectors=given.get("selectors", False)), name, found, result)


def _facts(name: str, found: Article, given: Arguments) -> dict[str, object]:
    chosen = FactFilter(given.get("source", ""), unnamed=given.get("unnamed", False))
    least = given.get("min_confidence", DEFAULT_MIN_CONFIDENCE)
    view = FactsView(
        context=given.get("context", False),
        selectors=given.get("selectors", False),
        options=chosen_by(chosen, least, optional=False),
    )
    result = listed(found, kept=chosen, min_confidence=least, optional=False)
    return _record(view, name, found, result)


def _text(name: str, found: Article, _: Arguments) -> dict[str, object]:
    return _record(TextView(), name, found, found.blocks)


def _check(name: str, found: Article, given: Arguments) -> dict[str, object]:
    files, articles = zip(*given[ARTICLES], strict=True)
    return _record(CheckView(), name, found, Checked(files, check(found, articles)))


ARTICLES = "articles"
_SELECTORS: dict[str, object] = {
    "type": "boolean",
    "description": "add W3C selectors and a link to each place",
}
TOOLS = {
    "summarize": Tool(
        "The most important sentences of an article, word for word, with their places in it.",
        {
            "sentences": {"type": "integer", "minimum": 1, "description": "how many; 3 if not set"},
            "about": {"type": "string", "description": "only what the article says about this"},
            "selectors": _SELECTORS,
        },
        _summarize,
    ),
    "facts": Tool(
        "Who says what in an English article: each attributed claim with its source, the source's "
        "role, how it is quoted, a confidence, and the places of all these words.",
        {
            "source": {
                "type": "string",
                "description": "only claims whose source has this in its words, name or role",
            },
            "unnamed": {
                "type": "boolean",
                "description": "only claims whose source is not named or not given",
            },
            "min_confidence": {
                "type": "number",
                "minimum": 0,
                "maximum": 1,
                "description": f"only claims as sure as this; {DEFAULT_MIN_CONFIDENCE} if not set",
            },
            "context": {
                "type": "boolean",
                "description": "add the sentence around each claim, and the one before",
            },
            "selectors": _SELECTORS,
        },
        _facts,
        language_note,
    ),
    "check": Tool(
        "Whether the articles have each quotation and each attributed claim of a draft: word for "
        "word, altered (with the difference) or not at all, and from the same speaker.",
        {
            ARTICLES: {
                "type": "array",
                "items": {"type": "string"},
                "minItems": 1,
                "description": "the names of the files that the draft rests on",
            },
        },
        _check,
        needed=(ARTICLES,),
    ),
    "text": Tool(
        "The text of an article, to which all offsets refer, and its blocks: title, byline, "
        "paragraphs and so on.",
        {},
        _text,
    ),
}


def input_schema(tool: Tool) -> dict[str, Any]:
    """The JSON Schema of the arguments of ``tool``."""
    file = {"type": "string", "description": "the file's name in the folder, as news/quay.html"}
    return {
        "type": "object",
        "properties": {"file": file, **tool.options},
        "required": ["file", *tool.needed],
        "additionalProperties": False,
    }


def output_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of what the tool called ``name`` answers."""
    whole = {"result": schema(Schema(name)), "error": schema(Schema.ERROR)}
    parts = {key: part for each in whole.values() for key, part in each.pop("$defs", {}).items()}
    for each in whole.values():
        del each["$schema"], each["$id"]  # references count from the outer schema
    record_or_error = {"anyOf": [{"$ref": "#/$defs/result"}, {"$ref": "#/$defs/error"}]}
    return {
        "type": "object",
        "properties": {"results": {"type": "array", "items": record_or_error}},
        "required": ["results"],
        "$defs": {**whole, **parts},
    }


def results_of(
    folder: Path, name: str, given: Arguments
) -> tuple[list[dict[str, object]], list[str]]:
    """What the tool called ``name`` answers on a file of ``folder``: a record for each article.

    With them come the messages about articles, as that one is not in English.

    Raises ``NewsbriefError`` where there is no such tool, an argument makes no sense, or the file
    cannot be read.
    """
    tool = TOOLS.get(name)
    if tool is None:
        raise OptionError(f"there is no tool {name!r}, only {', '.join(TOOLS)}")
    jsonschema = library("jsonschema", "mcp", WHAT)
    for error in jsonschema.Draft202012Validator(input_schema(tool)).iter_errors(given):
        named = "".join(f"{argument}: " for argument in error.path)
        raise OptionError(f"{name}: {named}{error.message}")
    notes: list[str] = []
    return list(_results(folder, tool, given, notes)), notes


def _results(
    folder: Path, tool: Tool, given: Arguments, notes: list[str]
) -> Iterator[dict[str, object]]:
    if ARTICLES in given:
        given = given | {ARTICLES: _articles(folder, given[ARTICLES])}
    for called, document in _load(folder, given["file"]):
        if isinstance(document, PartError):
            yield error_record(called, line(str(document)))
            continue
        try:
            with foreseen():
                found = article(document)
                if note := tool.note(found):
                    notes.append(f"{called}: {note}")
                result = tool.work(called, found, given)
            yield result
        except OptionError:
            raise
        except NewsbriefError as error:
            yield error_record(called, line(str(error)))


def _load(folder: Path, file: str) -> Iterator[tuple[str, Document | PartError]]:
    """The documents in ``file``, with their names."""
    try:
        with foreseen():
            documents = list(folders.load(folder, file, ReadOptions()))
    except InputError as error:
        raise InputError(f"{told(file)}: {error}") from None
    for each in documents:
        document = with_text(each) if isinstance(each, Document) else each
        yield called_in(file, document), document


def _articles(folder: Path, files: Sequence[str]) -> list[tuple[str, Article]]:
    """The articles in ``files``, with their names; ``InputError`` where one is unreadable."""
    read = []
    for called, document in chain.from_iterable(_load(folder, file) for file in files):
        if isinstance(document, PartError):
            raise InputError(f"{called}: {document}")
        read.append((called, article(document)))
    return read


def line(text: str) -> str:
    """``text`` without line ends."""
    return " ".join(text.split())
