"""Which words of a run are names: a linear-chain CRF (Lafferty et al. 2001).

Each word begins a name, goes on with one or stands outside. The features of a word are the word and
its neighbours, the lists that they stand in, how else the article writes them, where sources begin
and end, and what the tagger gives as names; ``train/name_tagger.py`` fits their weights.
"""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from .capitalised_runs import Run, key, segments
from .lexicon import word_class
from .log_linear import Rows, rows

LABELS = "BIO"  # begins a name, is inside one, is outside

GIVEN_WEIGHT = 2.0  # added to the label that a name that the tagger gives has, beside its features
MARKED_WORD = 3  # length of a run of one word with the marks of its ends
MAX_SMALL_WORD_CHARS = 3  # of words that are told apart as shapes: "of", "and"
_CACHE_SIZE = 1 << 13  # words

Keys = tuple[str, ...]


class Case(NamedTuple):
    """How an article writes its words; tells names from words that only open a sentence."""

    lower: set[str]  # words in lower case
    inner: set[str]  # words with a capital where no sentence opens
    alone: Counter[Keys]  # runs without small words, and names that the tagger gives


class Place(NamedTuple):
    """A run, and what its place in the article says about it."""

    run: Run
    opens: bool  # whether it opens a sentence, or a quotation or the like
    before: str  # the mark right before it, and the small word before that
    after: str  # the mark right after it, "n" where a word in lower case follows
    in_source: tuple[str, ...]  # for each word whether it begins or ends a source: "10", "-"
    given: str  # for each word whether it begins ("B") or goes on with ("I") a given name, or "-"


def forget_weights() -> None:
    """Forget what was worked out with the weights that were in use."""
    _neighbour_sums.cache_clear()


def labels(place: Place, case: Case) -> str:
    """The likeliest labels of the words of a run together (Viterbi)."""
    of_word, of_step = rows("mentions"), rows("steps")
    shown = ["", *(word.text for word in place.run), ""]
    word_features, step_features = place_features(place, case)
    paths = [("", 0.0)]  # the best to each label
    for i, (features, step) in enumerate(zip(word_features, step_features, strict=True)):
        apart = _neighbour_sums(*shown[i : i + 3])
        own = [a + b for a, b in zip(apart, _sums(of_word, features, 3), strict=True)]
        if place.given[i] in LABELS:
            own[LABELS.index(place.given[i])] += GIVEN_WEIGHT
        elif i and place.given[i - 1] in LABELS:
            own[LABELS.index("I")] -= GIVEN_WEIGHT
        if len(place.run) == 1:
            return "B" if own[0] >= own[2] else "O"
        if i == 0:
            paths = [("B", own[0]), ("I", float("-inf")), ("O", own[2])]
            continue
        pair = _sums(of_step, step, 9)
        (b, to_b), (g, to_g), (o, to_o) = paths
        paths = [
            _longer("B", own[0], ((b, to_b + pair[0]), (g, to_g + pair[3]), (o, to_o + pair[6]))),
            _longer("I", own[1], ((b, to_b + pair[1]), (g, to_g + pair[4]))),
            _longer("O", own[2], ((b, to_b + pair[2]), (g, to_g + pair[5]), (o, to_o + pair[8]))),
        ]
    return max(paths, key=itemgetter(1))[0]


def _longer(label: str, own: float, paths: Iterable[tuple[str, float]]) -> tuple[str, float]:
    """The best of ``paths`` with ``label`` added."""
    path, score = max(paths, key=itemgetter(1))
    return path + label, score + own


def _sums(table: Rows, names: Iterable[str], size: int) -> list[float]:
    """The sums of the rows of ``table`` for the features ``names``."""
    known = [table[name] for name in names if name in table]
    return [sum(column) for column in zip(*known, strict=True)] if known else [0.0] * size


@lru_cache(_CACHE_SIZE)
def _neighbour_sums(before: str, shown: str, after: str) -> list[float]:
    """The weights for the labels of a word by itself and its neighbours."""
    return _sums(rows("mentions"), neighbour_features(before, shown, after), 3)


def neighbour_features(before: str, shown: str, after: str) -> list[str]:
    """The features of the word ``shown`` and its neighbours, "" at the ends of a run."""
    shapes = [shape(before) if before else "^", shape(shown), shape(after) if after else "$"]
    keys = [key(before) if before else "^", key(shown), key(after) if after else "$"]
    classes = [_class_of(each) for each in keys]
    return [
        f"w {keys[1]}",
        f"w- {keys[0]}",
        f"w+ {keys[2]}",
        f"c- {classes[0]} {classes[1]}",
        f"c+ {classes[1]} {classes[2]}",
        f"s {shapes[1]} {shapes[0]} {shapes[2]}",
        f"x {keys[1][-2:] or '-'} {shapes[1]}",
    ]


def _class_of(word: str) -> str:
    return word if word in ("^", "$") else word_class(word)


def place_features(place: Place, case: Case) -> tuple[list[list[str]], list[list[str]]]:
    """The features of each word of a run by its place in run, article and source.

    And those of the step to each word from the one before.
    """
    run = place.run
    classes = ["^", *(word_class(w.key) for w in run), "$"]
    shapes = ["^", *(shape(w.text) for w in run), "$"]
    ahead, behind = _lists_ahead(classes), _lists_ahead(classes[::-1])[::-1]
    known = _known(run, case)
    words, steps = [], []
    given_before = "-"
    for i, word in enumerate(run, start=1):
        c, s, source, given = classes[i], shapes[i], place.in_source[i - 1], place.given[i - 1]
        rest, left, right = known[i - 1]
        seen = f"{word.key in case.lower:d}{word.key in case.inner:d}"
        found = [
            f"src {source} {s} {c}",
            f"seg {left} {right} {s}",
            f"seen {s} {c} {seen}",
        ]
        if i == 1:
            found += [
                f"before {place.before}",
                f"open {place.opens:d} {seen} {source} {c} {shapes[2]}",
            ]
            if place.opens:
                found += [f"opens {seen} {source}", f"opens {word.key}"]
        if i == len(run):
            found += [f"after {place.after} {c}", f"after {place.after} {s}"]
        step = []
        if i > 1:
            step = [
                "-",
                f"s {behind[i]} {shapes[i - 1]} {s} {ahead[i]}",
                f"w- {run[i - 2].key}",
                f"seg {left} {right} {rest}",
            ]
        if given_before != "-" or given != "-":
            found.append(f"given {given_before}{given}")
            step.append(f"given {given_before}{given}")
        words.append(found)
        steps.append(step)
        given_before = given
    return words, steps


def _known(run: Run, case: Case) -> list[tuple[str, str, str]]:
    """For each word of ``run`` what of its segment the article has alone elsewhere.

    First how many words the segment goes on for, and whether its last word and the rest of it stand
    alone; then what is known of the segment before, for the first word of one, and of its own.
    """
    if len(run) == 1:
        return [("100", "^", f"{2 * (case.alone[(run[0].key,)] > 1)}")]
    found = [("-", "-", "-")] * len(run)
    keys = tuple(word.key for word in run)
    parts = segments(run)
    itself = len(parts) == 1
    before = "^"
    for start, end in parts:
        last = end - start > 1 and case.alone[keys[end - 1 : end]] > 0
        known = f"{2 * (case.alone[keys[start:end]] > itself) + last}"
        for i in range(start, end):
            rest = case.alone[keys[i:end]] > (itself and i == start)
            found[i] = f"{min(end - i, 3)}{last:d}{rest:d}", before if i == start else "=", known
        if end < len(run):
            found[end] = "-", known, "?"
        before = known
    for i in range(len(run) - 1):  # a small word sees both sides
        if found[i][2] == "?":
            found[i] = found[i][0], found[i][1], found[i + 1][2]
    return found


def _lists_ahead(classes: list[str]) -> list[str]:
    """For each word whether a first name, a role or the last word of a body comes later."""
    if len(classes) == MARKED_WORD:
        return ["---"] * len(classes)
    ahead = []
    seen = ""
    for each in reversed(classes):
        ahead.append("".join(c if c in seen else "-" for c in "fro"))
        seen += each.replace("t", "r")
    return ahead[::-1]


@lru_cache(_CACHE_SIZE)
def shape(shown: str) -> str:
    """How ``shown`` is written: with a capital, in capitals, as an initial, in small letters.

    >>> [shape(s) for s in ("Ray’s", "BBC", "J.", "of", "Mill-based", "2000")]
    ['Xxs', 'XX', 'J', 'of', 'Xx-x', '9']
    """
    if shown.islower():
        return shown if len(shown) <= MAX_SMALL_WORD_CHARS else "x"
    if not shown[0].isalpha():
        return "9" if shown.isdigit() else shown[0]
    letters = shown.rstrip("'’sS.") or shown
    if len(letters) == 1 or (len(letters) <= 2 * MAX_SMALL_WORD_CHARS and letters[1] == "."):
        return "J"
    ending = "s" if shown.endswith(("'s", "’s", "'", "’")) else "." if shown[-1] == "." else ""
    _, hyphen, tail = shown.partition("-")
    return f"{'XX' if letters.isupper() else 'Xx'}{hyphen}{'x' * tail[:1].islower()}{ending}"
