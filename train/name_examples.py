"""Examples of which words of an article are names, from the gold names of its sources."""

from collections.abc import Iterator

from newsbrief.article import Article
from newsbrief.names.capitalised_runs import Run, key
from newsbrief.names.mentions import case_of, runs_of, with_label_before, word_features
from newsbrief.names.mentions import LABELS
from newsbrief.spans import SortedSpans, Span

from .log_linear import Example
from .rows import Row

Keys = tuple[str, ...]

_LINKS = frozenset("of for on at in and the to & de".split())


def keys(name: str) -> Keys:
    """The words of ``name`` as the words of mentions are compared."""
    return tuple(map(key, name.split()))


def mention_examples(row: Row, article: Article) -> Iterator[Example]:
    """For each word near a gold name the choice of its label."""
    full = {keys(a["name"]) for a in row["attributions"] if a["name"]}
    people = {keys(a["name"]) for a in row["attributions"] if a["name"] and a["type"] == "person"}
    short = {(n[-1],) for n in people} | {(n[0],) for n in people}
    sources = SortedSpans(Span(*s) for a in row["attributions"] for s in a["source"] or [])
    runs = list(runs_of(article, sources))
    case = case_of(article, runs)
    for run in runs:
        gold = gold_labels(run, full, short) or opening_word(article, run, case.lower, sources)
        if not gold:
            continue
        before = ""
        for label, features in zip(gold, word_features(article, run, case, sources), strict=True):
            if label != "?":
                features = with_label_before(features, before)
                yield Example(
                    [[each + f for f in features] for each in LABELS], LABELS.index(label)
                )
            before = label if label != "?" else "O"


def opening_word(article: Article, run: Run, lower: set[str], sources: SortedSpans[Span]) -> str:
    """"O" for a run of a word that the article also has in lower case, outside sources."""
    first = run[0]
    opens = first.start == article.sentences[article.sentence_at(first.start)].start
    if len(run) == 1 and opens and first.key in lower and not sources.holding(first.start):
        return "O"
    return ""


def gold_labels(run: Run, full: set[Keys], short: set[Keys]) -> str:
    """The labels of ``run``: "?" where nothing is known, "" where no gold name stands in it."""
    in_run = tuple(w.key for w in run)
    labels = ["?"] * len(run)
    for known in (full, short):
        for start in range(len(run)):
            for end in range(len(run), start, -1):
                if in_run[start:end] in known and set(labels[start:end]) == {"?"}:
                    if known is short and not (end == len(run) or start == 0):
                        continue
                    labels[start:end] = "B" + "I" * (end - start - 1)
    if set(labels) == {"?"}:
        return ""
    for i in range(1, len(run)):
        if labels[i] == "?" and labels[i - 1] != "?" and not ends_name(run, i - 1, labels):
            labels[i] = "O"
    for i in range(len(run) - 2, -1, -1):
        if labels[i] == "?" and labels[i + 1] != "?" and not ends_name(run, i, labels):
            labels[i] = "O"
    return "".join(labels)


def ends_name(run: Run, index: int, labels: list[str]) -> bool:
    """Whether another name may stand on the other side of the word at ``index``."""
    word = run[index]
    return labels[index] in "O?" and (word.key in _LINKS or word.text.endswith(("'s", "’s")))
