"""Who a source is: its fullest name in the article, and its type."""

from collections.abc import Sequence
from typing import NamedTuple

from .article import Article
from .attribution import SourceType
from .spans import Span, join


class Who(NamedTuple):
    """A resolved source: the fullest form of its name in the article, and its type."""

    name: str
    type: SourceType


def resolve(
    article: Article, sources: Sequence[tuple[Span, ...]], quotations: Sequence[Span]
) -> list[Who]:
    """Who each of ``sources`` is; they are those of ``article`` in the order of the text."""
    del quotations
    return [
        Who(join(article.text, s), SourceType.PERSON if s else SourceType.UNSOURCED)
        for s in sources
    ]
