"""Where an article names somebody or something: its mentions.

``name_labels`` chooses the names in each run of capitalised words. In headlines and lines in
capitals only the words of sources are looked into.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from newsbrief.article import Article
from newsbrief.reading.lexicon import openers
from newsbrief.spans import SortedSpans, Span
from newsbrief.text.quotation_marks import OPENING_MARKS
from newsbrief.text.tokens import words

from .capitalised_runs import POSSESSIVES, UPPER, Run, capitalised_runs, may_name, segments
from .lexicon import word_class
from .mention import Mention
from .name_labels import Case, Place, labels, seen_elsewhere, shape

MIN_UPPER_CASE_SHARE = 0.6  # of the letters of a line in capitals
MIN_HEADLINE_WORDS = 4  # of a headline In Title Case
MAX_WORD_CHARS = 24  # before a run, in which the word before it is looked for

_PLAIN_CLASSES = frozenset("fc-")  # of words, by ``word_class``
_PLAIN_SHAPES = ("Xx", "Xxs", "Xx.")  # by ``shape``; the last two only of the last word
_CAPITAL = re.compile(f"[{UPPER}]")
_NAME = re.compile("BI*")  # in labels
_LOWER_CASE_WORD = re.compile(r"\b[a-z][\w'’-]*")
_SMALL_WORD_BEFORE = re.compile(r"\b[a-z]{1,4}(?=\W{1,2}$)")
_BEFORE_FIRST_WORD = OPENING_MARKS + "([—–:•*-\n"  # after these a capital says nothing
_MAX_END_CHARS = 2  # code points between a name and the end of a source: a comma, a mark
_INITIALS = re.compile(r"\.\w$")  # ends in the key of "U.S.", whose last full stop is its own


def find_mentions(article: Article, sources: SortedSpans[Span]) -> list[Mention]:
    """The mentions in ``article``, in the order of the text.

    ``sources`` are the spans of the words of sources.
    """
    runs = list(runs_of(article, sources))
    case = case_of(article, runs)
    found: list[Mention] = []
    for sentence, run in runs:
        if is_plain(article, sentence, run, case):
            found.append(_mention(article, sentence, run, 0, len(run)))
            continue
        place = place_of(article, sentence, run, sources, case)
        names = (name.span() for name in _NAME.finditer(labels(place)))
        found += [
            _mention(article, sentence, run, *name) for name in names if may_name(run[slice(*name)])
        ]
    return found


def is_plain(article: Article, sentence: int, run: Run, case: Case) -> bool:
    """Whether ``run`` can only be one name: nothing else gives its words a capital.

    No sentence opens with it, and the lists know none of several words but as a first name. All but
    one in eighty of such runs in held-out articles are a name.
    """
    if _opens(article, sentence, run[0].start) or run[0].key in case.lower:
        return False
    if len(run) == 1:
        return "t" not in word_class(run[0].key)
    return all(
        _PLAIN_CLASSES.issuperset(word_class(word.key))
        and shape(word.text) in (_PLAIN_SHAPES if word is run[-1] else _PLAIN_SHAPES[:1])
        and word.key not in case.lower
        for word in run
    )


def runs_of(article: Article, sources: SortedSpans[Span]) -> Iterator[tuple[int, Run]]:
    """The runs of ``article``, in headlines only those in ``sources``, with their sentences."""
    for index, sentence in enumerate(article.sentences):
        start, end = sentence.start, sentence.end
        if not is_headline(article.text[start:end]):
            parts = [(start, end)]
        else:
            within = sources.overlapping(start, end)
            parts = [(max(part.start, start), min(part.end, end)) for part in within]
        for part in parts:
            for run in capitalised_runs(article.text, *part):
                if run[0].key not in openers() or len(run) > 1 or sources.holding(run[0].start):
                    yield index, run


def is_headline(line: str) -> bool:
    """Whether the capitals of ``line`` are those of a headline or of a line in capitals.

    With the first sentence of 700 articles of ``unlabelled`` put above them in capitals or In Title
    Case, 322 of 14,145 facts have another name where headlines are looked into, mostly one with
    words of the headline: "Yukos Sues".

    >>> is_headline("Mayor Vows To Fight Tax Ruling"), is_headline("The mayor met Mr. Ray.")
    (True, False)
    """
    capitals = len(_CAPITAL.findall(line))
    if capitals < MIN_HEADLINE_WORDS:
        return False
    if capitals > MIN_UPPER_CASE_SHARE * sum(map(str.isalpha, line)):
        return True
    if any(word.group() not in openers() for word in _LOWER_CASE_WORD.finditer(line)):
        return False
    return sum(not word[0].islower() for word in words(line)) >= MIN_HEADLINE_WORDS


def case_of(article: Article, runs: Iterable[tuple[int, Run]]) -> Case:
    """How ``article``, whose runs are ``runs``, writes its words."""
    text = article.text
    case = Case(set(_LOWER_CASE_WORD.findall(text)), set(), Counter())
    for sentence, run in runs:
        keys = tuple(word.key for word in run)
        if len(segments(run)) == 1:
            case.alone[keys] += 1
        case.inner.update(keys[_opens(article, sentence, run[0].start) :])
    return case


def _opens(article: Article, sentence: int, start: int) -> bool:
    """Whether a capital at ``start`` says nothing: it opens the sentence, a quotation or so."""
    first = start == article.sentences[sentence].start
    return first or article.text[start - 1] in _BEFORE_FIRST_WORD


def place_of(
    article: Article, sentence: int, run: Run, sources: SortedSpans[Span], case: Case
) -> Place:
    """What the place of ``run`` says about it."""
    text, start, end = article.text, run[0].start, run[-1].end
    first = start == article.sentences[sentence].start
    before = _SMALL_WORD_BEFORE.search(text, max(start - MAX_WORD_CHARS, 0), start)
    mark = text[max(start - 1, 0) : start].strip()
    after = text[end : end + 2]
    in_source = ("-",) * len(run)
    if sources.overlapping(start, end):
        in_source = tuple(_in_source(word.start, word.end, sources) for word in run)
    return Place(
        tuple(word.text for word in run),
        first or (bool(mark) and mark in _BEFORE_FIRST_WORD),
        mark + (before.group() if before and not first else "") or "-",
        "n" if after[:1].isspace() and after[1:].islower() else after[:1].strip() or "-",
        in_source,
        tuple(f"{word.key in case.lower:d}{word.key in case.inner:d}" for word in run),
        tuple(seen_elsewhere(run, case)),
    )


def _in_source(start: int, end: int, sources: SortedSpans[Span]) -> str:
    """Whether the word from ``start`` to ``end`` begins a source and whether it ends one."""
    source = sources.holding(start)
    if source is None:
        return "-"
    return f"{start == source.start:d}{end >= source.end - _MAX_END_CHARS:d}"


def _mention(article: Article, sentence: int, run: Run, first: int, stop: int) -> Mention:
    """The words of ``run`` from index ``first`` to ``stop``, exclusive, as a mention."""
    text, start, last = article.text, run[first].start, run[stop - 1]
    end = last.end
    if last.text.endswith(POSSESSIVES):
        end -= len(POSSESSIVES[0])
    elif last.is_possessive or (
        last.text.endswith(".") and not _INITIALS.search(last.key) and _ends(article, sentence, end)
    ):  # "PBS' news"
        end -= 1
    return Mention(
        start,
        end,
        tuple(word.key for word in run[first:stop]),
        sentence,
        run[first - 1].key if first else "",
        last.is_possessive or text[end : end + 1] in ("'", "’"),
    )


def _ends(article: Article, sentence: int, offset: int) -> bool:
    """Whether the ``sentence`` ends at ``offset``."""
    start, end = article.sentences[sentence].start, article.sentences[sentence].end
    return offset >= start + len(article.text[start:end].rstrip())
