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
from newsbrief.text.language import ENGLISH
from newsbrief.text.stop_words import stop_terms
from newsbrief.text.subsets import Subsets
from newsbrief.text.terms import terms_of
from newsbrief.text.tokens import words

from .linking import Link

# What stands before a role. Of 14,757 that readers give 3 in 100 have an article, 2 in 1,000 one of
# the other words.
_JOINTS = re.compile(r"(?:(?:and|at|but|for|from|is|of|or)\s+)?(?:(?:an?|the)\s+)?", re.IGNORECASE)

MAX_GAP_CHARS = 60  # between a role and the name it belongs to: ", 43, the "
MIN_REASON_WORDS = 3  # of a reason: fewer are a part of one


class Roles:
    """The roles and reasons that an article gives, by the names that they belong to."""

    def __init__(self, article: Article, tags: Tags) -> None:
        self._article = article
        # Of some roles the tagger marks no more than "of".
        roles = [
            s for s in tags.roles if {*terms_of(article.text[slice(*s)])} - stop_terms(ENGLISH)
        ]
        self._roles = SortedSpans(roles)
        self._reasons = SortedSpans(tags.reasons)
        self._names = SortedSpans(tags.names)
        beside: dict[frozenset[str], Span] = {}  # the longest by the words of the name beside
        for span in roles:
            name = self._name_beside(span)
            if name is not None:
                words_of_name = _words(article.text[name.start : name.end])
                beside[words_of_name] = _longest([beside.get(words_of_name, span), span])
        self._beside = Subsets(beside)
        self._longest_beside = beside
        self._reason_in: dict[int, Span | None] = {}  # by sentence

    def role(self, link: Link, source: ResolvedSource) -> Span | None:
        """The words that tell the role of the source of ``link``: the longest ones, or None."""
        own = _overlapping(self._roles, link.source)
        if not own and source.name:
            own = [self._longest_beside[name] for name in self._beside.within(_words(source.name))]
        return self._without_joints(_longest(own)) if own else None

    def reason(self, link: Link) -> Span | None:
        """The words that say how the source of ``link`` knows, or why it is not named, or None."""
        own = _overlapping(self._reasons, link.source)
        if own or not link.cue:
            return self._long_reason(own)
        at = self._article.sentence_at(link.cue[0].start)
        if at not in self._reason_in:
            sentence = self._article.sentences[at]
            in_sentence = self._reasons.overlapping(sentence.start, sentence.end)
            self._reason_in[at] = self._long_reason(in_sentence)
        return self._reason_in[at]

    def _long_reason(self, reasons: Iterable[Span]) -> Span | None:
        """The first of ``reasons`` that is long enough."""
        text = self._article.text
        long = (span for span in reasons if len(words(text[slice(*span)])) >= MIN_REASON_WORDS)
        return next(long, None)

    def _without_joints(self, role: Span) -> Span:
        joints = _JOINTS.match(self._article.text, *role)
        return Span(joints.end(), role.end) if joints else role

    def _name_beside(self, role: Span) -> Span | None:
        """The name that is nearest to ``role``, in the same sentence and not far."""
        sentence = self._article.sentences[self._article.sentence_at(role.start)]
        start = max(sentence.start, role.start - MAX_GAP_CHARS)
        end = min(sentence.end, role.end + MAX_GAP_CHARS)
        near = [name for name in self._names.overlapping(start, end) if not _overlap(name, role)]
        return min(
            near, key=lambda name: max(name.start - role.end, role.start - name.end), default=None
        )


def _longest(spans: Iterable[Span]) -> Span:
    """The longest of ``spans``, the first of several."""
    return max(spans, key=lambda span: span.end - span.start)


def _words(name: str) -> frozenset[str]:
    return frozenset(words(name.casefold()))


def _overlapping(spans: SortedSpans[Span], parts: Iterable[Span]) -> list[Span]:
    return [span for part in parts for span in spans.overlapping(*part)]


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
