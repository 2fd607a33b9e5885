"""Which words of a run are names: a linear-chain CRF (Lafferty et al. 2001).

Each word begins a name, goes on with one or stands outside. The features of a word are the word and
its neighbours, the lists that they stand in, how else the article writes them, where sources begin
and end; ``train/name_tagger.py`` fits their weights.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

from .capitalised_runs import Run, key, segments
from .lexicon import word_class
from .log_linear import rows
from .mention import Keys

LABELS = "BIO"  # begins a name, is inside one, is outside

MAX_SMALL_WORD_CHARS = 3  # of words that are told apart as shapes: "of", "and"
# Of words, and of groups of features. Four times as many, and twice as many in the modules that
# remember words beside this one, take 12 MB more after 10,000 articles and save a hundredth of the
# time.
_CACHE_SIZE = 1 << 11


class Case(NamedTuple):
    """How an article writes its words; tells names from words that only open a sentence."""

    lower: set[str]  # words in lower case
    inner: set[str]  # words with a capital where no sentence opens
    alone: Counter[Keys]  # runs without small words


class Place(NamedTuple):
    """The words of a run, and what their place in the article says about them."""

    words: tuple[str, ...]
    opens: bool  # whether it opens a sentence, or a quotation or the like
    before: str  # the mark right before it, and the small word before that
    after: str  # the mark right after it, "n" where a word in lower case follows
    in_source: tuple[str, ...]  # for each word whether it begins or ends a source: "10", "-"
    seen: tuple[str, ...]  # for each word whether the article has it in lower case, as a name
    elsewhere: tuple[tuple[str, str, str], ...]  # for each word what ``seen_elsewhere`` gives


# The name of a function that gives features, and what it gives them of. Not the function: of
# tuples that hold nothing but text Python's garbage collector lets go, and there are thousands.
Group = tuple[Any, ...]


def forget_weights() -> None:
    """Forget what was worked out with the weights that were in use."""
    _scores.cache_clear()


def labels(place: Place) -> str:
    """The likeliest labels of the words of a run together (Viterbi)."""
    paths: list[tuple[str, float]] = []  # the best to each label
    for groups, step in label_features(place):
        begins, inside, outside = map(sum, zip(*map(_scores, groups), strict=True))
        if len(place.words) == 1:
            return "B" if begins >= outside else "O"
        if step is None:
            paths = [("B", begins), ("I", float("-inf")), ("O", outside)]
            continue
        pair = _scores(step)
        (b, to_b), (i, to_i), (o, to_o) = paths
        paths = [
            _longer("B", begins, ((b, to_b + pair[0]), (i, to_i + pair[3]), (o, to_o + pair[6]))),
            _longer("I", inside, ((b, to_b + pair[1]), (i, to_i + pair[4]))),
            _longer("O", outside, ((b, to_b + pair[2]), (i, to_i + pair[5]), (o, to_o + pair[8]))),
        ]
    return max(paths, key=itemgetter(1))[0]


def _longer(label: str, own: float, paths: Iterable[tuple[str, float]]) -> tuple[str, float]:
    """The best of ``paths`` with ``label`` added."""
    path, score = max(paths, key=itemgetter(1))
    return path + label, score + own


@lru_cache(_CACHE_SIZE)
def _scores(group: Group) -> tuple[float, ...]:
    """The sums of the weights of a ``group``: for each label, or for each pair of labels."""
    of_step = group[0] == "step"
    table = rows("steps" if of_step else "mentions")
    found = [table[feature] for feature in features_of(group) if feature in table]
    return tuple(map(sum, zip(*found, strict=True))) if found else (0.0,) * (9 if of_step else 3)


def features_of(group: Group) -> Sequence[str]:
    """The features of a ``group``."""
    name, *parts = group
    features: Sequence[str] = _FEATURES[name](*parts)
    return features


def label_features(place: Place) -> Iterator[tuple[list[Group], Group | None]]:
    """For each word of a run the groups of its features, and that of the step to it, if any."""
    keys = ["^", *map(key, place.words), "$"]
    classes = ("^", *map(word_class, keys[1:-1]), "$")
    shapes = ["^", *map(shape, place.words), "$"]
    ahead, behind = _lists_ahead(classes), _lists_ahead(classes[::-1])[::-1]
    for i, (source, seen, (rest, left, right)) in enumerate(
        zip(place.in_source, place.seen, place.elsewhere, strict=True), start=1
    ):
        c, s = classes[i], shapes[i]
        near = slice(i - 1, i + 2)
        groups: list[Group] = [
            ("word", *keys[near], *shapes[near]),
            ("place", c, s, source, seen, left, right),
        ]
        step: Group | None = None
        if i == 1:
            opens = (place.opens, place.before, seen, source, c, shapes[2], keys[1])
            groups.append(("first", *opens))
        else:
            near_lists = (behind[i], shapes[i - 1], s, ahead[i])
            step = ("step", *near_lists, keys[i - 1], left, right, rest)
        if i == len(place.words):
            groups.append(("last", place.after, c, s))
        yield groups, step


def word_features(*near: str) -> Sequence[str]:
    """The features of a word and its neighbours: by their keys, and then by their shapes."""
    before, word, after, shape_before, own_shape, shape_after = near
    classes = [each if each in ("^", "$") else word_class(each) for each in near[:3]]
    return (
        f"w {word}",
        f"w- {before}",
        f"w+ {after}",
        f"c- {classes[0]} {classes[1]}",
        f"c+ {classes[1]} {classes[2]}",
        f"s {own_shape} {shape_before} {shape_after}",
        f"x {word[-2:] or '-'} {own_shape}",
    )


def place_features(c: str, s: str, source: str, seen: str, *sides: str) -> Sequence[str]:
    """The features of a word of class ``c`` and shape ``s`` by its place in article and source.

    ``sides``: what the article has elsewhere of the segments before the word and of it.
    """
    return f"src {source} {s} {c}", f"seg {' '.join(sides)} {s}", f"seen {s} {c} {seen}"


def first_features(opens: bool, before: str, seen: str, source: str, *rest: str) -> Sequence[str]:  # noqa: FBT001 - a feature
    """The features of the first word; ``rest``: its class, the shape of the next one, its key."""
    c, shape_after, word = rest
    found = (f"before {before}", f"open {opens:d} {seen} {source} {c} {shape_after}")
    return (*found, f"opens {seen} {source}", f"opens {word}") if opens else found


def last_features(after: str, c: str, s: str) -> Sequence[str]:
    """The features of the last word."""
    return f"after {after} {c}", f"after {after} {s}"


def step_features(*near: str) -> Sequence[str]:
    """The features of the step to a word: the lists and shapes beside it, its segment."""
    behind, shape_before, s, ahead, before, left, right, rest = near
    return (
        "-",
        f"s {behind} {shape_before} {s} {ahead}",
        f"w- {before}",
        f"seg {left} {right} {rest}",
    )


_FEATURES: dict[str, Callable[..., Sequence[str]]] = {
    "word": word_features,
    "place": place_features,
    "first": first_features,
    "last": last_features,
    "step": step_features,
}


def seen_elsewhere(run: Run, case: Case) -> list[tuple[str, str, str]]:
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
        standing = f"{2 * (case.alone[keys[start:end]] > itself) + last}"
        for i in range(start, end):
            rest = case.alone[keys[i:end]] > (itself and i == start)
            found[i] = f"{min(end - i, 3)}{last:d}{rest:d}", before if i == start else "=", standing
        if end < len(run):
            found[end] = "-", standing, "?"
        before = standing
    for i in range(len(run) - 1):  # a small word sees both sides
        if found[i][2] == "?":
            found[i] = found[i][0], found[i][1], found[i + 1][2]
    return found


@lru_cache(_CACHE_SIZE)
def _lists_ahead(classes: tuple[str, ...]) -> tuple[str, ...]:
    """For each word whether a first name, a role or the last word of a body comes later."""
    ahead = []
    seen = ""
    for each in reversed(classes):
        ahead.append("".join(c if c in seen else "-" for c in "fro"))
        seen += each.replace("t", "r")
    return tuple(reversed(ahead))


@lru_cache(_CACHE_SIZE)
def shape(shown: str) -> str:
    """How ``shown`` is written: with a capital, in capitals, as an initial, in small letters.

    >>> [shape(s) for s in ("Ray’s", "BBC", "J.", "of", "Mill-based", "2000")]
    ['Xxs', 'XX', 'J', 'of', 'Xx-x', '9']
    """
    if shown.islower():
        return shown if len(shown) <= MAX_SMALL_WORD_CHARS else "x"
    if not shown[0].isalpha():
        return ("9" if shown.isdigit() else "9X") if shown[0].isdigit() else shown[0]
    letters = shown.rstrip("'’sS.") or shown
    if len(letters) == 1 or (len(letters) <= 2 * MAX_SMALL_WORD_CHARS and letters[1] == "."):
        return "J"
    ending = "s" if shown.endswith(("'s", "’s", "'", "’")) else "." if shown[-1] == "." else ""
    _, hyphen, tail = shown.partition("-")
    return f"{'XX' if letters.isupper() else 'Xx'}{hyphen}{'x' * tail[:1].islower()}{ending}"
