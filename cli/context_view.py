"""The context of claims: the sentence around each and the one before, as cells and as JSON."""

from typing import NamedTuple

from newsbrief import Article, Attribution, Span

COLUMNS = ("context_before", "context")


class ContextText(NamedTuple):
    """The words of a context: "" where no sentence comes before, and both where none is asked."""

    before: str = ""
    around: str = ""

    @property
    def line(self) -> str:
        """Both sentences in a line."""
        return " ".join(filter(None, self))


NOT_ASKED = ContextText()


def context_text(article: Article, fact: Attribution) -> ContextText:
    """The words around the claim of ``fact``."""
    from newsbrief import context

    around, before = context(article, fact.claim.spans)
    return ContextText(article.fold(before) if before else "", article.fold(around))


def context_record(article: Article, fact: Attribution) -> dict[str, object]:
    """The context of the claim of ``fact``, as JSON has it."""
    from newsbrief import context

    around, before = context(article, fact.claim.spans)
    return {**_sentence(article, around), "before": before and _sentence(article, before)}


def _sentence(article: Article, span: Span) -> dict[str, object]:
    return {"text": article.fold(span), "start": span.start, "end": span.end}
