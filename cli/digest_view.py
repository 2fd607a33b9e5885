"""A digest as rows, lines, JSON, Markdown and a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from newsbrief import Article, Claim, Digest
from newsbrief.archive.plain import plain_fact

from .counts import counted
from .digest_text import sayings
from .facts_text import name_or_words, words_of
from .formats import Cell, Result, article_record
from .safety import markdown, markdown_table

if TYPE_CHECKING:
    from rich.console import RenderableType

SUMMARY = "summary"
SAME_TEXT = "same text"


class Digested(NamedTuple):
    """A digest, its articles and the names of their files."""

    files: Sequence[str]
    articles: Sequence[Article]
    digest: Digest


@dataclass(frozen=True, slots=True)
class DigestView:
    """Shows digests; JSON has the text of each article ``with_text``."""

    with_text: bool = False

    columns = (
        "section",
        "claim",
        "articles",
        "agrees",
        "source",
        "cue",
        "text",
        "line",
        "start",
        "end",
    )

    def record(self, result: Result[Digested]) -> dict[str, object]:
        """The JSON object; each of a claim's "sayings" is a fact as in ``facts``, with its file.

        ``within`` of a fact is an index in the same "sayings".
        """
        files, articles, digest = result.value
        return {
            "files": list(files),
            "articles": [
                article_record(file, article, with_text=self.with_text)
                for file, article in zip(files, articles, strict=True)
            ],
            "copies": [[files[i] for i in group] for group in digest.copies],
            "summary": [
                {
                    "file": files[i],
                    "text": sentence.text,
                    "start": sentence.start,
                    "end": sentence.end,
                    "line": sentence.line,
                }
                for i, sentence in digest.summary
            ],
            "claims": [
                {
                    "text": claim.text,
                    "standing": claim.standing,
                    "articles": claim.articles,
                    "sources": list(claim.sources),
                    "sayings": [
                        {"file": files[i], "agrees": agrees, **plain_fact(fact)}
                        for i, fact, agrees in claim.facts
                    ],
                }
                for claim in digest.claims
            ],
        }

    def rows(self, result: Result[Digested]) -> Iterator[tuple[Cell, ...]]:
        """A row for each sentence of the summary, then for each fact of each claim.

        ``section`` is "summary" or the standing of a claim, ``claim`` its number, from 1. First
        comes a row for each file with the text of an earlier one, whose name is its ``text``.
        """
        files, _, digest = result.value
        for i, original in enumerate(digest.originals):
            if original != i:
                yield (files[i], SAME_TEXT, *[None] * 3, "", "", files[original], *[None] * 3)
        for i, s in digest.summary:
            yield (files[i], SUMMARY, *[None] * 3, "", "", s.text, s.line, s.start, s.end)
        for number, claim in enumerate(digest.claims, 1):
            for i, fact, agrees in claim.facts:
                start, end = fact.claim.spans[0].start, fact.claim.spans[-1].end
                place = (fact.claim.text, fact.line, start, end)
                standing = claim.standing.value
                yield (
                    files[i],
                    standing,
                    number,
                    claim.articles,
                    agrees,
                    name_or_words(fact.source),
                    words_of(fact.cue),
                    *place,
                )

    def lines(self, result: Result[Digested]) -> Iterator[tuple[str, ...]]:
        """The summary's sentences with their files, then the claims with articles and sources.

        Above them is a line for each text that several files carry.
        """
        files, _, digest = result.value
        for group in digest.copies:
            yield (SAME_TEXT, "counts as one article", _names(files, group))
        for i, sentence in digest.summary:
            yield (SUMMARY, files[i], sentence.text)
        for claim in digest.claims:
            yield (claim.standing, _articles_and_sources(claim), claim.text)

    def markdown(self, result: Result[Digested]) -> Iterator[str]:
        """The summary as a list, the claims as a table."""
        files, _, digest = result.value
        for group in digest.copies:
            yield from (markdown(same_text(files, group)), "")
        for i, sentence in digest.summary:
            yield f"- {markdown(sentence.text)} ({markdown(files[i])})"
        if digest.claims:
            rows = (
                (each.standing, each.text, str(each.articles), "; ".join(sayings(each)))
                for each in digest.claims
            )
            yield ""
            headings = ("Standing", "Claim", "Articles", "Sources")
            yield from markdown_table(headings, (map(markdown, cells) for cells in rows))

    def table(self, result: Result[Digested]) -> "RenderableType":
        """The summary with files, then the claims with what contradicts them, and their sources."""
        from .digest_table import digest_table

        files, _, digest = result.value
        notes = [same_text(files, group) for group in digest.copies]
        return digest_table(files, digest, notes)


def _names(files: Sequence[str], group: Sequence[int]) -> str:
    return "; ".join(files[i] for i in group)


def same_text(files: Sequence[str], group: Sequence[int]) -> str:
    """A sentence that says which files carry one text."""
    return f"The same text, counted as one article: {_names(files, group)}"


def _articles_and_sources(claim: Claim) -> str:
    """How many articles make ``claim``, its sources, and who says otherwise.

    "2 articles: State Emergency Office; but Northgate Power denied"
    """
    return f"{counted(claim.articles, 'article')}: {'; '.join(sayings(claim))}"
