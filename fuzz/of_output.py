"""Harnesses of what is printed: every view in every format, and checks of drafts."""

import json
from typing import Any

from newsbrief import Article, GroupBy, brief, digest, facts, parse, report, sources, summarize
from newsbrief.checking.check import Checker
from newsbrief.checking.saved import saved
from newsbrief.cli.brief_view import BriefView
from newsbrief.cli.check_view import CheckView
from newsbrief.cli.digest_view import Digested, DigestView
from newsbrief.cli.drafts import Checked
from newsbrief.cli.facts_view import By, FactsView
from newsbrief.cli.filters import FactFilter, listed
from newsbrief.cli.formats import Result
from newsbrief.cli.report_page import page
from newsbrief.cli.sources_view import Audited, SourcesView
from newsbrief.cli.summary_view import SummaryView
from newsbrief.spans import Span

from .choices import Choices
from .file_pieces import FIELDS
from .output import page_holds, shown_holds
from .properties import check_holds
from .texts import built, text, texts

_ODD_NAMES = (
    *("=a.txt", "a|b.txt", "a\tb.txt", "[a](b).txt", "caf\udce9.txt", "<b>.txt", "-", "\x1b.txt"),
)


def try_shown(data: bytes) -> None:
    """Facts, summary or brief of a text in one of the formats."""
    choices, article = Choices(data[:8]), parse(text(data[8:]))
    kind = choices.below(3)
    if kind == 0:
        found = listed(article, kept=FactFilter(), min_confidence=0, optional=True)
        view: Any = FactsView(choices.one_of(tuple(By)), context=True, selectors=True)
        _show(view, choices.one_of(_ODD_NAMES), article, found, choices)
    elif kind == 1:
        view = SummaryView(explain=True, selectors=True)
        _show(view, choices.one_of(_ODD_NAMES), article, summarize(article), choices)
    else:
        _show(BriefView(context=True), choices.one_of(_ODD_NAMES), article, brief(article), choices)


def _show(
    view: Any,  # noqa: ANN401
    name: str | None,
    article: Article,
    result: object,
    choices: Choices,
) -> None:
    shown_holds(view, Result(name, article, result), choices)


def try_page(data: bytes) -> None:
    """The page of a report on a text, and on two."""
    choices = Choices(data[:1])
    names = iter((choices.one_of(_ODD_NAMES), "b.txt"))
    results = [
        Result(next(names), parse(each), report(each)) for each in texts(data[1:], 2) if each
    ]
    if results:
        page_holds(page(results[:1]))
        page_holds(page(results))


def try_digest(data: bytes) -> None:
    """Three texts on one event: their digest, and who is quoted in them."""
    choices, articles = Choices(data[:8]), [parse(each) for each in texts(data[8:], 3)]
    if choices.below(2):
        by = choices.one_of((None, *GroupBy))
        audit = sources([(article.metadata, facts(article)) for article in articles], by)
        _show(SourcesView(by), None, articles[0], Audited(audit), choices)
        return
    made = digest(articles)
    for index, sentence in made.summary:
        assert sentence.text == articles[index].fold(Span(sentence.start, sentence.end))
    digested = Digested(("a.txt", "=b.txt", "c|d.txt"), articles, made)
    _show(DigestView(with_text=True), None, articles[0], digested, choices)


def try_check(data: bytes) -> None:
    """A draft against two articles that share some of its words."""
    draft, *others = map(parse, texts(data[8:], 3))
    found = Checker(others).check(draft)
    check_holds(draft, others, found)
    checked = Checked(("=a.txt", "b|c.txt"), found)
    _show(CheckView(), "draft.txt", draft, checked, Choices(data[:8]))


def try_saved(data: bytes) -> None:
    """What claims to be newsbrief's own JSON, checked against an article."""
    choices, article, raw = Choices(data[:8]), parse(built(Choices(data[8:64]))), data[64:]
    printed = raw[1:].decode("utf-8", "replace") if raw[:1] == b"\0" else _printed(Choices(raw))
    for each in saved(printed) or ():
        found = Checker([article]).check(each.claims)
        check_holds(None, [article], found)
        title = parse(each.title or "", each.title)
        _show(CheckView(), "draft", title, Checked(("a.txt",), found), choices)


_KEYS = (
    *("facts", "summary", "sources", "claims", "unnamed", "figures", "sayings", "text", "spans"),
    *("claim", "source", "cue", "name", "type", "role", "quote", "line", "start", "end", "kind"),
    *("negated", "title", "file", *FIELDS[:2]),
)


def _printed(choices: Choices) -> str:
    """JSON much like what newsbrief prints."""
    key = choices.one_of(_KEYS[:4])
    record = {"schema": 2, key: [_entry(choices, 0) for _ in range(choices.below(5))]}
    return json.dumps(record)


def _entry(choices: Choices, depth: int) -> object:
    kind = choices.below(8)
    if depth > 6 or not choices:
        return None
    if kind <= 2:
        return {choices.one_of(_KEYS): _entry(choices, depth + 1) for _ in range(choices.below(9))}
    if kind == 3:
        return [_entry(choices, depth + 1) for _ in range(choices.below(4))]
    if kind == 4:
        start = choices.below(99)
        return [[start, start + choices.below(30)] for _ in range(choices.below(3))]
    odd = (True, None, -1, 2**70, 0.5, "direct", "mixed", "person", "denial", 1)
    return choices.one_of(odd) if kind == 5 else built(choices, 3)
