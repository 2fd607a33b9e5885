"""The choices that the models of names learn from, made of the gold names of sources."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from newsbrief.article import Article
from newsbrief.names.candidates import Candidate, candidates
from newsbrief.names.capitalised_runs import Run, Word
from newsbrief.names.discourse import TYPES, Discourse
from newsbrief.names.kinds import kind_features
from newsbrief.names.lexicon import word_class
from newsbrief.names.mention import Keys
from newsbrief.names.mentions import case_of, find_mentions, place_of, runs_of
from newsbrief.names.name_labels import LABELS, features_of, label_features
from newsbrief.names.resolution import discourse_of, places, type_features
from newsbrief.names.short_forms import ShortForms
from newsbrief.names.source_form import QUOTATION
from newsbrief.names.source_network import Floats
from newsbrief.spans import SortedSpans, Span
from newsbrief.tagging.network import network
from newsbrief.tagging.tagger import tag
from newsbrief.tagging.vectors import Vectors

from . import name_tagger
from .gold_names import LETTERS, article, keys, source_words
from .log_linear import Example
from .name_templates import ORIGIN
from .rows import Row


class SourceExample(NamedTuple):
    """The candidates of one source, "nobody" first, and the index of the right one."""

    candidates: Sequence[Sequence[str]]  # their features
    right: int
    source: Floats  # hidden units
    mentions: Floats  # [candidate but the first, last or fullest, unit]


_AND = r",?\s(?:and|&)\s|,\s"
_LINKS = ("of", "for", "on", "at", "in", "and", "the", "to", "&", "de")


def mention_examples(row: Row) -> Iterator[name_tagger.Example]:
    """The runs with gold names, and their labels."""
    here = article(row["text"])
    named = [a for a in row["attributions"] if a["name"]]
    full = {keys(a["name"]) for a in named if a["type"] != "person"}
    people = {
        keys(name) for a in named if a["type"] == "person" for name in re.split(_AND, a["name"])
    }
    full |= people
    short = {name[-1] for name in people} | {name[0] for name in people}
    sources = SortedSpans(Span(*s) for a in row["attributions"] for s in a["source"] or [])
    runs = list(runs_of(here, sources))
    case = case_of(here, runs)
    for sentence, run in runs:
        gold = gold_labels(run, full, short) or opening_word(here, run, case.lower, sources)
        if gold:
            place = place_of(here, sentence, run, sources, case)
            groups, steps = zip(*label_features(place), strict=True)
            yield name_tagger.Example(
                [[feature for group in each for feature in features_of(group)] for each in groups],
                [features_of(step) if step else [] for step in steps],
                gold,
            )


def opening_word(article: Article, run: Run, lower: set[str], sources: SortedSpans[Span]) -> str:
    """ "O" for a run of a word that the article also has in lower case, outside sources."""
    first = run[0]
    opens = first.start == article.sentences[article.sentence_at(first.start)].start
    if len(run) == 1 and opens and first.key in lower and not sources.holding(first.start):
        return "O"
    return ""


def gold_labels(run: Run, full: set[Keys], short: set[str]) -> str:
    """The labels of ``run``: "?" where nothing is known, "" where no gold name stands in it."""
    labels = _named(run, full)
    for i, word in enumerate(run):
        apart_before = i == 0 or _is_link(run[i - 1]) or "t" in word_class(run[i - 1].key)
        apart_after = i + 1 == len(run) or _is_link(run[i + 1]) or _is_link(word)
        if labels[i] == name_tagger.UNKNOWN and apart_before and apart_after:
            labels[i] = "B" if word.key in short else labels[i]
    if set(labels) == {name_tagger.UNKNOWN}:
        return ""
    for i in range(1, len(run)):
        if labels[i] == name_tagger.UNKNOWN and labels[i - 1] in LABELS:
            ends = run[i - 1].is_possessive or (labels[i - 1] == "O" and _is_link(run[i - 1]))
            labels[i] = name_tagger.OTHER if ends else "O"
    for i in range(len(run) - 2, -1, -1):
        if labels[i] == name_tagger.UNKNOWN and labels[i + 1] in LABELS and not _is_link(run[i]):
            labels[i] = "O"
    return "".join(labels)


def _named(run: Run, full: set[Keys]) -> list[str]:
    """The labels of the full names in ``run``, the first and longest, and unknown ones."""
    in_run = tuple(word.key for word in run)
    labels = [name_tagger.UNKNOWN] * len(run)
    start = 0
    while start < len(run):
        ends = (end for end in range(len(run), start, -1) if in_run[start:end] in full)
        end = next(ends, start)
        labels[start:end] = ["B", *"I" * (end - start - 1)][: end - start]
        start = max(end, start + 1)
    return labels


def _is_link(word: Word) -> bool:
    """Whether another name may stand on the other side of ``word``."""
    return word.key in _LINKS or word.is_possessive


def link_examples(row: Row) -> Iterator[Example]:
    """For each name in a source the choice of the longer one that it is short for."""
    sources = SortedSpans(span for source in source_words(row) for span in source.source)
    mentions = find_mentions(article(row["text"]), sources)
    forms = ShortForms(row["text"], mentions)
    spans = SortedSpans(mentions)
    seen = set()
    for a in row["attributions"]:
        gold = keys(a["name"] or "")
        for start, end in a["source"] or ():
            for index in spans.indexes_overlapping(start, end):
                own = mentions[index].keys
                longer = [*forms.longer.get(own, ())]
                if index not in seen and longer and gold in (own, *longer):
                    seen.add(index)
                    right = longer.index(gold) + 1 if gold in longer else 0
                    yield Example(forms.features(index), right)


def resolved_gold(
    row: Row, *, typed: bool
) -> Iterator[tuple[Discourse, int, list[Candidate], int | None]]:
    """Each source of ``row`` with its candidates and the index of the right one, or None.

    None where the article names the source, but no candidate has that name.
    """
    attributions, sources = row["attributions"], source_words(row, typed=typed)
    text = article(row["text"])
    here = discourse_of(text, sources, text.quotations, no_vector)
    for index in here.order:
        possible = candidates(here, index)
        right = _right(here, possible, attributions[index]["name"])
        yield here, index, possible, right
        letter = LETTERS.get(attributions[index]["type"], "-")
        here.settle(index, possible[right or 0].entity, letter)


def _right(here: Discourse, possible: Sequence[Candidate], name: str | None) -> int | None:
    """The index of the candidate with the gold ``name``."""
    if not name:
        return 0
    gold = keys(name)
    for i, candidate in enumerate(possible[1:], start=1):
        if candidate.entity and keys(here.entities.name(candidate.entity)) == gold:
            return i
    for i, candidate in enumerate(possible[1:], start=1):
        own = candidate.entity and candidate.is_own
        if own and candidate.entity and set(candidate.entity.keys) & set(gold):
            return i
    return None


def source_examples(row: Row) -> Iterator[SourceExample]:
    """The choices of who each source is, with and without types that the tagger gives."""
    hidden = hidden_units(article(row["text"])).mean
    for here, index, possible, right in chain(
        *(resolved_gold(row, typed=t) for t in (False, True))
    ):
        source, mentions = places(here, index, possible)
        units = hidden(*source)
        of_mentions = [np.stack([hidden(*span) for span in pair]) for pair in mentions]
        yield SourceExample(
            [c.features for c in possible],
            right or 0,
            units,
            np.stack(of_mentions) if of_mentions else np.zeros((0, 2, len(units)), np.float32),
        )


def hidden_units(article: Article) -> Vectors:
    """The hidden units of the tagger for each word of ``article``."""
    return tag(article, np.eye(network().head.shape[0], dtype=np.float32)).vectors


def no_vector(start: int, end: int) -> Floats:
    """No vector, where nothing is chosen by it."""
    raise AssertionError(start, end)


def type_examples(row: Row) -> Iterator[Example]:
    """The choices of the type of each source; templates have the types of no newspaper."""
    if row.get("origin") == ORIGIN:
        return
    for here, index, possible, right in chain(
        *(resolved_gold(row, typed=t) for t in (False, True))
    ):
        gold = row["attributions"][index]["type"]
        if gold in LETTERS and here.utterances[index].form.form != QUOTATION:
            found = type_features(here, index, possible[right or 0].entity)
            yield Example([[f"{t} {f}" for f in found] for t in TYPES], TYPES.index(LETTERS[gold]))


def kind_examples(row: Row) -> Iterator[Example]:
    """The choices whether each named source is a person or a body."""
    text = article(row["text"])
    discourse = discourse_of(text, source_words(row), text.quotations, no_vector)
    here = discourse.entities
    types = {keys(a["name"]): a["type"] for a in row["attributions"] if a["name"]}
    for entity in here.all:
        kind = types.get(keys(here.name(entity)))
        if kind in ("person", "organisation"):
            features = kind_features(here, entity, discourse.beside(entity))
            yield Example([features, []], int(kind != "person"))
