"""Examples of which words of an article are names, from the gold names of its sources."""

import re
from collections.abc import Iterator, Sequence

from newsbrief.article import Article
from newsbrief.names.capitalised_runs import Run, key
from newsbrief.names.lexicon import word_class
from newsbrief.names.mentions import case_of, place_of, runs_of
from newsbrief.names.name_labels import neighbour_features, place_features
from newsbrief.names.mention import Keys, Mention
from newsbrief.names.short_forms import ShortForms
from newsbrief.spans import SortedSpans, Span

from . import name_tagger
from .log_linear import Example
from .rows import Row

_AND = r",?\s(?:and|&)\s|,\s"
_LINKS = ("of", "for", "on", "at", "in", "and", "the", "to", "&", "de")


def keys(name: str) -> Keys:
    """The words of ``name`` as the words of mentions are compared."""
    return tuple(map(key, name.split()))


def mention_examples(
    row: Row, article: Article, given: Sequence[Span] = ()
) -> Iterator[name_tagger.Example]:
    """For each word near a gold name the choice of its label."""
    named = [a for a in row["attributions"] if a["name"]]
    full = {keys(a["name"]) for a in named if a["type"] != "person"}
    people = {
        keys(name) for a in named if a["type"] == "person" for name in re.split(_AND, a["name"])
    }
    full |= people
    short = {(n[-1],) for n in people} | {(n[0],) for n in people}
    sources = SortedSpans(Span(*s) for a in row["attributions"] for s in a["source"] or [])
    runs = list(runs_of(article, sources))
    names = SortedSpans(given)
    case = case_of(article, runs, names)
    for run in runs:
        gold = gold_labels(run, full, short) or opening_word(article, run, case.lower, sources)
        if not gold:
            continue
        words, steps = place_features(place_of(article, run, sources, names), case)
        shown = ["", *(word.text for word in run), ""]
        apart = [neighbour_features(*shown[i : i + 3]) for i in range(len(run))]
        words = [a + b for a, b in zip(apart, words, strict=True)]
        yield name_tagger.Example(words, steps, gold)


def opening_word(article: Article, run: Run, lower: set[str], sources: SortedSpans[Span]) -> str:
    """ "O" for a run of a word that the article also has in lower case, outside sources."""
    first = run[0]
    opens = first.start == article.sentences[article.sentence_at(first.start)].start
    if len(run) == 1 and opens and first.key in lower and not sources.holding(first.start):
        return "O"
    return ""


def gold_labels(run: Run, full: set[Keys], short: set[Keys]) -> str:
    """The labels of ``run``: "?" where nothing is known, "" where no gold name stands in it."""
    in_run = tuple(w.key for w in run)
    labels = ["?"] * len(run)
    for start in range(len(run)):
        for end in range(len(run), start, -1):
            if in_run[start:end] in full and set(labels[start:end]) == {"?"}:
                labels[start:end] = "B" + "I" * (end - start - 1)
    for i, each in enumerate(run):
        stands_alone = (
            i + 1 == len(run) or ends_name(run, i + 1, labels) or ends_name(run, i, labels)
        ) and (i == 0 or ends_name(run, i - 1, labels) or "t" in word_class(run[i - 1].key))
        if labels[i] == "?" and stands_alone and (each.key,) in short:
            labels[i] = "B"
    if set(labels) == {"?"}:
        return ""
    for i in range(1, len(run)):
        if labels[i] == "?" and labels[i - 1] != "?" and not ends_name(run, i - 1, labels):
            labels[i] = "O"
    for i in range(len(run) - 2, -1, -1):
        if labels[i] == "?" and labels[i + 1] != "?" and not ends_name(run, i, labels):
            labels[i] = "O"
    for i in range(1, len(run)):
        if labels[i] == "?" and labels[i - 1] != "?":
            labels[i] = name_tagger.OTHER
    return "".join(labels)


def ends_name(run: Run, index: int, labels: list[str]) -> bool:
    """Whether another name may stand on the other side of the word at ``index``."""
    word = run[index]
    return labels[index] in "O?" and (word.key in _LINKS or word.text.endswith(("'s", "’s")))


def link_examples(row: Row, mentions: Sequence[Mention]) -> Iterator[Example]:
    """For each name in a source the choice of the longer one that it is short for."""
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
