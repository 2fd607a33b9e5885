"""The role of a source, and why it knows or is not named, from the words that the tagger marks.

A role belongs to the name beside it, wherever in the article that stands: "Ann Lee, chief economist
at Capital Partners", and forty lines on "Lee said".
"""

import re
from collections.abc import Iterable

from newsbrief.article import Article
from newsbrief.names.resolution import ResolvedSource
from newsbrief.spans import SortedSpans, Span
from newsbrief.tagging.tagger import Tags
from newsbrief.text.tokens import words

from .linking import Link

_ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)  # 3 of 100 roles that readers give have one

MAX_GAP_CHARS = 60  # between a role and the name it belongs to: ", 43, the "
MIN_REASON_WORDS = 3  # of a reason: fewer are a part of one


class Roles:
    """The roles and reasons that an article gives, by the names that they belong to."""

    def __init__(self, article: Article, tags: Tags) -> None:
        self._article = article
        self._roles = SortedSpans(tags.roles)
        self._reasons = SortedSpans(tags.reasons)
        self._names = SortedSpans(tags.names)
        self._beside: dict[frozenset[str], list[Span]] = {}  # by the words of the name beside
        for span in tags.roles:
            name = self._name_beside(span)
            if name is not None:
                self._beside.setdefault(_words(article.text[name.start : name.end]), []).append(
                    span
                )

    def role(self, link: Link, source: ResolvedSource) -> Span | None:
        """The words that tell the role of the source of ``link``: the longest ones, or None."""
        own = _overlapping(self._roles, link.source)
        if not own and source.name:
            whole = _words(source.name)
            own = [span for name, spans in self._beside.items() if name <= whole for span in spans]
        longest = max(own, key=lambda span: span.end - span.start, default=None)
        return longest and self._without_article(longest)

    def reason(self, link: Link) -> Span | None:
        """The words that say how the source of ``link`` knows, or why it is not named, or None."""
        own = _overlapping(self._reasons, link.source)
        if not own and link.cue:
            sentence = self._article.sentences[self._article.sentence_at(link.cue[0].start)]
            own = _overlapping(self._reasons, [Span(sentence.start, sentence.end)])
        text = self._article.text
        long = (span for span in own if len(words(text[slice(*span)])) >= MIN_REASON_WORDS)
        return next(long, None)

    def _without_article(self, role: Span) -> Span:
        article = _ARTICLE.match(self._article.text, *role)
        return Span(article.end(), role.end) if article else role

    def _name_beside(self, role: Span) -> Span | None:
        """The name that is nearest to ``role``, in the same sentence and not far."""
        sentence = self._article.sentences[self._article.sentence_at(role.start)]
        start = max(sentence.start, role.start - MAX_GAP_CHARS)
        end = min(sentence.end, role.end + MAX_GAP_CHARS)
        near = [name for name in self._names.overlapping(start, end) if not _overlap(name, role)]
        return min(
            near, key=lambda name: max(name.start - role.end, role.start - name.end), default=None
        )


def _words(name: str) -> frozenset[str]:
    return frozenset(words(name.casefold()))


def _overlapping(spans: SortedSpans[Span], parts: Iterable[Span]) -> list[Span]:
    return [span for part in parts for span in spans.overlapping(*part)]


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
