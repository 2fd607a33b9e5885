"""Where an article names somebody or something: its mentions.

Each word of a run of capitalised words begins a name, goes on with one or stands outside: chosen
from left to right by a log-linear model (``train/names.py``), which sees the word and its
neighbours, how else the article writes them, and whether a source of a claim begins or ends there.
Spans that the tagger gives as names are taken as they are. In headlines and lines in capitals only
sources are looked into.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.spans import SortedSpans, Span
from newsbrief.text.quotation_marks import OPENING_MARKS
from newsbrief.text.tokens import words

from .capitalised_runs import Run, capitalised_runs, key
from .lexicon import word_class
from .log_linear import weights
from .mention import Mention
from .word_lists import outside_names

LABELS = "BIO"  # begins a name, is inside one, is outside

MIN_UPPER_CASE_SHARE = 0.6  # of the letters of a line in capitals
MIN_HEADLINE_WORDS = 4  # of a headline In Title Case
MAX_SMALL_WORD_CHARS = 3  # of a word in lower case in such a headline

_POSSESSIVE_CHARS = 2
_LOWER_CASE_WORD = re.compile(r"\b[a-z][\w'’-]*")
_LAST_WORD = re.compile(r"[\w'’-]+(?=\W{1,2}$)")
_BEFORE_FIRST_WORD = OPENING_MARKS + "([—–:•*-\n"  # after these a capital says nothing
_BESIDE_CHARS = 24  # code points before a run in which the word before it is looked for


class Case(NamedTuple):
    """How an article writes its words; tells names from words that only open a sentence."""

    lower: set[str]  # words in lower case
    inner: set[str]  # words with a capital where no sentence opens
    first: Counter[str]  # words by the number of runs that they begin
    pairs: Counter[tuple[str, str]]  # neighbours in runs
    alone: Counter[tuple[str, ...]]  # the keys of runs without small words, and of given names


def find_mentions(
    article: Article, sources: SortedSpans[Span], names: Sequence[Span] = ()
) -> list[Mention]:
    """The mentions in ``article``, in the order of the text; ``names`` are among them.

    ``sources`` are the spans of the words of sources.
    """
    text = article.text
    given = SortedSpans(names)
    runs = list(runs_of(article, sources))
    case = case_of(article, runs, given)
    return [
        _as_mention(article, name, run)
        for run in runs
        for name in _names(run, labels(article, run, case, sources, given))
    ]


def runs_of(article: Article, sources: SortedSpans[Span]) -> Iterator[Run]:
    """The runs of ``article``, in headlines only those in ``sources``."""
    for sentence in article.sentences:
        parts: Iterable[Span] = [Span(sentence.start, sentence.end)]
        if is_headline(article.text[sentence.start : sentence.end]):
            parts = sources.overlapping(sentence.start, sentence.end)
        for start, end in parts:
            within = max(start, sentence.start), min(end, sentence.end)
            for run in capitalised_runs(article.text, *within):
                yield from _pieces(run)


def _pieces(run: Run) -> Iterator[Run]:
    """The parts of ``run`` between words that are in no name."""
    for outside, part in groupby(run, lambda w: w.key in outside_names()):
        piece = list(part)
        while piece and not outside and not _has_capital(piece[0].text):
            piece.pop(0)
        if piece and not outside:
            yield piece


def _has_capital(shown: str) -> bool:
    return any(map(str.isupper, shown)) or shown[0] in "@"


def is_headline(line: str) -> bool:
    """Whether the capitals of ``line`` are those of a headline or of a line in capitals.

    >>> is_headline("Mayor Vows To Fight Tax Ruling"), is_headline("The mayor met Mr. Ray.")
    (True, False)
    """
    if line.upper() == line or (
        sum(map(str.isupper, line)) > MIN_UPPER_CASE_SHARE * sum(map(str.isalpha, line))
    ):
        return True
    long = [w for w in words(line) if len(w) > MAX_SMALL_WORD_CHARS]
    return len(long) >= MIN_HEADLINE_WORDS and not any(w[0].islower() for w in long)


def case_of(article: Article, runs: Sequence[Run], given: Iterable[Span] = ()) -> Case:
    """How ``article``, whose runs are ``runs``, writes its words; ``given`` are known names."""
    text = article.text
    starts = {sentence.start for sentence in article.sentences}
    case = Case(set(_LOWER_CASE_WORD.findall(text)), set(), Counter(), Counter(), Counter())
    case.alone.update(tuple(map(key, text[s:e].split())) for s, e in given)
    for run in runs:
        if len(segments(run)) == 1:
            case.alone[tuple(w.key for w in run)] += 1
        first = run[0]
        case.first[first.key] += 1
        opens = first.start in starts or text[first.start - 1] in _BEFORE_FIRST_WORD
        case.inner.update(w.key for w in (run[1:] if opens else run))
        for left, right in zip(run, run[1:], strict=False):
            case.pairs[left.key, right.key] += 1
    return case


def segments(run: Run) -> list[tuple[int, int]]:
    """The parts of ``run`` between small words, figures and possessive endings, by index."""
    found: list[tuple[int, int]] = []
    start = 0
    for i, each in enumerate(run):
        if not _has_capital(each.text):
            found.append((start, i))
            start = i + 1
        elif each.text[-1] in "'’" or each.text.endswith(("'s", "’s")):
            found.append((start, i + 1))
            start = i + 1
    found.append((start, len(run)))
    return [(s, e) for s, e in found if s < e]


@cache
def label_weights() -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """The weights of each feature of a word for the labels, of a step for the pairs of labels."""
    of_word: dict[str, list[float]] = {}
    of_step: dict[str, list[float]] = {}
    pairs = [a + b for a in LABELS for b in LABELS]
    for name, weight in weights("mentions").items():
        which, feature = name.split(" ", 1)
        if len(which) == 1:
            of_word.setdefault(feature, [0.0] * len(LABELS))[LABELS.index(which)] = weight
        else:
            of_step.setdefault(feature, [0.0] * len(pairs))[pairs.index(which)] = weight
    return of_word, of_step


def labels(
    article: Article,
    run: Run,
    case: Case,
    sources: SortedSpans[Span],
    given: SortedSpans[Span],
) -> str:
    """The likeliest labels of the words of ``run`` together (Viterbi)."""
    of_word, of_step = label_weights()
    words, steps = run_features(article, run, case, sources, given)
    begins, inside, outside = _sum(of_word, words[0], 3)
    paths = [("B", begins), ("O", outside)]  # the best that end in each label
    for features, step in zip(words[1:], steps[1:], strict=True):
        own = _sum(of_word, features, 3)
        pair = _sum(of_step, step, 9)
        longer = []
        for k, label in enumerate(LABELS):
            longer.append(
                max(
                    (
                        (path + label, score + own[k] + pair[3 * LABELS.index(path[-1]) + k])
                        for path, score in paths
                        if label != "I" or path[-1] != "O"
                    ),
                    key=itemgetter(1),
                )
            )
        paths = longer
    return max(paths, key=itemgetter(1))[0]


def _sum(table: Mapping[str, list[float]], features: Iterable[str], size: int) -> list[float]:
    """The sums of the rows of ``table`` for ``features``."""
    rows = [table[f] for f in features if f in table]
    return list(map(sum, zip(*rows, strict=True))) if rows else [0.0] * size


def run_features(
    article: Article,
    run: Run,
    case: Case,
    sources: SortedSpans[Span],
    given: SortedSpans[Span],
) -> tuple[list[list[str]], list[list[str]]]:
    """The features of each word of ``run``, and those of the steps to each from the one before."""
    word_features, step_features = [], []
    text = article.text
    classes = ["^", *(word_class(w.key) for w in run), "$"]
    shapes = ["^", *(_shape(w.text) for w in run), "$"]
    keys = ["^", *(w.key for w in run), "$"]
    before = _LAST_WORD.search(text, max(run[0].start - _BESIDE_CHARS, 0), run[0].start)
    beside = text[max(run[0].start - 1, 0) : run[0].start].strip()
    opens = run[0].start == article.sentences[article.sentence_at(run[0].start)].start
    front = f"{beside}{before.group().lower() if before and not opens else ''}"
    after = text[run[-1].end : run[-1].end + 2]
    back = "n" if after[:1].isspace() and after[1:].islower() else after[:1].strip()
    ahead, behind = _ahead(classes), _ahead(classes[::-1])[::-1]
    tails = _tails(run, case)
    told_before = "-"
    for i, w in enumerate(run, start=1):
        c, s = classes[i], shapes[i]
        tail, left, right = tails[i - 1]
        holding = sources.holding(w.start)
        place = "-"
        if holding:
            place = f"{w.start == holding.start:d}{w.end >= holding.end - 2:d}"
        name = given.holding(w.start) if given else None
        told = "-" if name is None else "B" if name.start >= w.start else "I"
        seen = f"{w.key in case.lower:d}{w.key in case.inner:d}"
        alone = min(case.first[w.key] - (i == 1), 2)
        pair = min(case.pairs[keys[i - 1], keys[i]], 3)
        found = [
            f"w {w.key}",
            f"c {c}",
            f"s {s} {shapes[i - 1]} {shapes[i + 1]}",
            f"w- {keys[i - 1]}",
            f"w+ {keys[i + 1]}",
            f"c- {classes[i - 1]} {c}",
            f"c+ {c} {classes[i + 1]}",
            f"src {place} {s}",
            f"srcs {place} {c} {shapes[i + 1]}",
            f"s- {shapes[i - 1]} {s} {c[:1]}",
            f"ahead {ahead[i]} {c}",
            f"aheads {ahead[i]} {s} {shapes[i + 1]}",
            f"cs {c} {shapes[i - 1]} {shapes[i + 1]}",
            f"x {w.key[-2:]} {s}",
            f"tail {tail} {c}",
            f"tails {tail} {s}",
            f"seg {left} {right} {s}",
            f"behind {behind[i]} {s} {ahead[i]}",
            f"alone {alone} {pair} {s}",
            f"{s} {c} {seen}",
        ]
        if i == 1:
            found += [f"f {front}", f"open {opens:d} {seen} {place} {c} {shapes[2]}"]
            if opens or (beside and beside in _BEFORE_FIRST_WORD):
                found += [f"op {seen} {place}", f"ow {w.key}"]
        if i == len(run):
            found += [f"b {back} {c}", f"bs {back} {s}"]
        if told_before + told != "--":
            found += [f"told {told}", f"told {told_before}{told}"]
        word_features.append(found)
        step_features.append(
            ["", f"c {c}", f"s {shapes[i - 1]} {s}", f"p {pair} {alone}", f"cc {classes[i - 1]} {c}",
             f"between {behind[i]} {shapes[i - 1]} {s} {ahead[i]}", f"after {keys[i - 1]}",
             f"seg {left} {right} {tail}", f"told {told_before}{told}"]
        )
        told_before = told
    return word_features, step_features


def _tails(run: Run, case: Case) -> list[tuple[str, str, str]]:
    """For each word of ``run`` its place in its segment, and what of it and the one before is known.

    A segment is known ("2") where it stands alone elsewhere, or its last word does ("1").
    """
    found = [("-", "-", "-")] * len(run)
    known_before = "^"
    keys = tuple(w.key for w in run)
    parts = segments(run)
    alone_once = 1 if len(parts) == 1 else 0  # the run itself
    for start, end in parts:
        whole = case.alone[keys[start:end]] > alone_once
        last = end - start > 1 and case.alone[keys[end - 1 : end]] > 0
        known = f"{2 * whole + last}"
        for i in range(start, end):
            rest = case.alone[keys[i:end]] > (alone_once if i == start else 0)
            found[i] = (f"{min(end - i, 3)}{last:d}{rest:d}", known_before if i == start else "=", known)
        if end < len(run):
            found[end] = (found[end][0], known, "?")
        known_before = known
    for i in range(len(run) - 1):  # small words see both sides
        if found[i][2] == "?" and found[i + 1][2] not in "?-":
            found[i] = (found[i][0], found[i][1], found[i + 1][2])
    return found


def _ahead(classes: list[str]) -> list[str]:
    """For each word of a run whether a first name, a role or a body's last word comes later."""
    ahead = ["---"] * len(classes)
    seen = set("")
    for i in range(len(classes) - 1, -1, -1):
        ahead[i] = "".join(c if c in seen else "-" for c in "fro")
        seen.update(classes[i].replace("t", "r"))
    return ahead


def _shape(shown: str) -> str:
    """How ``shown`` is written: with capitals, digits, an initial, in small letters."""
    if shown[0].islower() and not any(map(str.isupper, shown)):
        return shown if len(shown) <= MAX_SMALL_WORD_CHARS else "x"
    if not shown[0].isalpha():
        return "9" if shown.isdigit() else shown[0]
    letters = shown.rstrip("'’sS.") or shown
    if len(letters) == 1 or (len(letters) <= MAX_SMALL_WORD_CHARS + 2 and letters[1::2].strip(".") == ""):
        return "J"
    ending = "s" if shown[-2:] in ("'s", "’s") or shown[-1] in "'’" else "."if shown[-1] == "." else ""
    head, hyphen, tail = shown.partition("-")
    hyphen += tail[:1].islower() * "x"
    return ("XX" if letters.isupper() else "Xx") + hyphen + ending


def _names(run: Run, chosen: str) -> Iterator[Run]:
    """The words of each name in ``run`` by the labels ``chosen``."""
    for match in re.finditer("BI*", chosen):
        yield run[slice(*match.span())]


def _as_mention(article: Article, name: Run, run: Run = []) -> Mention:
    """The ``name``, which stands in ``run``, as a mention."""
    text, last = article.text, name[-1]
    end = last.end
    sentence = article.sentence_at(name[0].start)
    possessive = last.text.endswith(("'s", "’s", "'S", "’S"))
    if possessive:
        end -= _POSSESSIVE_CHARS
    elif last.text.endswith(".") and "." not in last.key and (
        end >= len(text[: article.sentences[sentence].end].rstrip())
    ):
        end -= 1
    before = ""
    if run and name[0] is not run[0]:
        before = run[run.index(name[0]) - 1].key
    possessive = possessive or text[end : end + 1] in ("'", "’")
    return Mention(
        name[0].start, end, tuple(w.key for w in name), sentence, before, possessive
    )
