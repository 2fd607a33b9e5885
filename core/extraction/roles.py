"""The role of a source, and why it knows or is not named, from the words that the tagger marks.

A source chooses its role among the words that may tell it, or none: a log-linear model, trained by
``train/roles.py``.
"""

from collections.abc import Iterable, Sequence

from newsbrief.article import Article
from newsbrief.attribution import SourceType
from newsbrief.names.log_linear import choose
from newsbrief.names.resolution import ResolvedSource
from newsbrief.names.source_form import source_form
from newsbrief.spans import SortedSpans, Span
from newsbrief.tagging.tags import Tags
from newsbrief.text.packaged import weights_of
from newsbrief.text.tokens import words

from .linking import Link
from .nameless import DescribedSource, taken_up
from .role_candidates import RoleCandidates

WRONG_COST = 1.0  # of a wrong role, where one that is missing costs 1

# Of the attributions in readers/train no body's and no document's have a role.
WITH_ROLES = (SourceType.PERSON, SourceType.UNNAMED)

MIN_REASON_WORDS = 3  # of a reason: fewer are a part of one


class Roles:
    """The roles and reasons that an article gives its sources."""

    def __init__(
        self, article: Article, tags: Tags, sources: Sequence[tuple[Link, ResolvedSource]]
    ) -> None:
        """``sources`` are likely ones, whose own words may tell the roles of those they are."""
        self._article = article
        self._candidates = RoleCandidates(article, tags, sources)
        self._reasons = SortedSpans(tags.reasons)
        self._reason_in: dict[int, Span | None] = {}  # by sentence
        self._chosen: dict[tuple[tuple[Span, ...], str | None], Span | None] = {}
        self._taken_up = dict(taken_up(article.text, self._described(sources)))

    def role(self, link: Link, source: ResolvedSource) -> Span | None:
        """The words that tell the role of the source of ``link``, or None.

        Those that it chooses, or the role of the nameless source that it takes up.
        """
        if self.takes_up(link, source):
            return self._taken_up[link.source[0].start]
        return self._choice(link, source)

    def takes_up(self, link: Link, source: ResolvedSource) -> bool:
        """Whether the source of ``link`` takes up a nameless one: "he" after "a spokesman"."""
        return bool(link.source) and not source.name and link.source[0].start in self._taken_up

    def _choice(self, link: Link, source: ResolvedSource) -> Span | None:
        """The role that the source of ``link`` chooses, or None."""
        if source.type not in WITH_ROLES:
            return None
        key = link.source or link.content, source.name
        if key not in self._chosen:
            none, candidates = self._candidates.of(link, source)
            features = [none, *(each.features for each in candidates)]
            index = choose(weights_of("roles.txt")[""], features, wrong_cost=WRONG_COST).candidate
            self._chosen[key] = candidates[index - 1].span if index else None
        return self._chosen[key]

    def _described(self, sources: Iterable[tuple[Link, ResolvedSource]]) -> list[DescribedSource]:
        """The ``sources`` that have words, in the order in which these stand, each once."""
        text, sentence_at = self._article.text, self._article.sentence_at
        spoken = {link.source[0].start: (link, who) for link, who in sources if link.source}
        return [
            DescribedSource(
                start,
                sentence_at(start),
                source_form(text, link.source),
                who.name is not None,
                self._choice(link, who),
            )
            for start, (link, who) in sorted(spoken.items())
        ]

    def reason(self, link: Link) -> Span | None:
        """The words that say how the source of ``link`` knows, or why it is not named, or None.

        Those of its sentence, or of its own words alone where it is nested: the others are the
        outer source's.
        """
        own = [span for part in link.source for span in self._reasons.overlapping(*part)]
        if own or not link.cue or link.nested:
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
