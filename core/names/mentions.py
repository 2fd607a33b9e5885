"""Where an article names somebody or something: its mentions.

``name_labels`` chooses the names in each run of capitalised words. In headlines and lines in
capitals only the words of sources are looked into.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from newsbrief.article import Article
from newsbrief.reading.lexicon import openers
from newsbrief.spans import SortedSpans, Span
from newsbrief.text.quotation_marks import OPENING_MARKS
from newsbrief.text.tokens import words

from .capitalised_runs import POSSESSIVES, Run, capitalised_runs, key, segments
from .mention import Mention
from .name_labels import Case, Place, labels

MIN_UPPER_CASE_SHARE = 0.6  # of the letters of a line in capitals
MIN_HEADLINE_WORDS = 4  # of a headline In Title Case
MAX_WORD_CHARS = 24  # before a run, in which the word before it is looked for

_NAME = re.compile("BI*")  # in labels
_LOWER_CASE_WORD = re.compile(r"\b[a-z][\w'’-]*")
_SMALL_WORD_BEFORE = re.compile(r"\b[a-z]{1,4}(?=\W{1,2}$)")
_BEFORE_FIRST_WORD = OPENING_MARKS + "([—–:•*-\n"  # after these a capital says nothing
_MAX_END_CHARS = 2  # code points between a name and the end of a source: a comma, a mark


def find_mentions(
    article: Article, sources: SortedSpans[Span], names: Sequence[Span] = ()
) -> list[Mention]:
    """The mentions in ``article``, in the order of the text.

    ``sources`` are the spans of the words of sources. ``names`` are where the tagger sees names;
    they weigh heavily, but what the article says elsewhere may tell more.
    """
    runs = list(runs_of(article, sources))
    case = case_of(article, runs, names)
    given = SortedSpans(names)
    return [
        _mention(article, run, *name.span())
        for run in runs
        for name in _NAME.finditer(labels(place_of(article, run, sources, given), case))
    ]


def runs_of(article: Article, sources: SortedSpans[Span]) -> Iterator[Run]:
    """The runs of ``article``, in headlines only those in ``sources``."""
    for sentence in article.sentences:
        start, end = sentence.start, sentence.end
        if not is_headline(article.text[start:end]):
            yield from capitalised_runs(article.text, start, end)
        else:
            for part in sources.overlapping(start, end):
                within = max(part.start, start), min(part.end, end)
                yield from capitalised_runs(article.text, *within)


def is_headline(line: str) -> bool:
    """Whether the capitals of ``line`` are those of a headline or of a line in capitals.

    >>> is_headline("Mayor Vows To Fight Tax Ruling"), is_headline("The mayor met Mr. Ray.")
    (True, False)
    """
    capitals = sum(map(str.isupper, line))
    if capitals < MIN_HEADLINE_WORDS:
        return False
    if capitals > MIN_UPPER_CASE_SHARE * sum(map(str.isalpha, line)):
        return True
    in_line = words(line)
    small = [word for word in in_line if word[0].islower()]
    return len(in_line) - len(small) >= MIN_HEADLINE_WORDS and openers().issuperset(small)


def case_of(article: Article, runs: Sequence[Run], names: Iterable[Span] = ()) -> Case:
    """How ``article``, whose runs are ``runs``, writes its words; ``names`` are known ones."""
    text = article.text
    starts = {sentence.start for sentence in article.sentences}
    case = Case(set(_LOWER_CASE_WORD.findall(text)), set(), Counter())
    case.alone.update(tuple(map(key, text[start:end].split())) for start, end in names)
    for run in runs:
        keys = tuple(word.key for word in run)
        if len(segments(run)) == 1:
            case.alone[keys] += 1
        start = run[0].start
        opens = start in starts or text[start - 1] in _BEFORE_FIRST_WORD
        case.inner.update(keys[opens:])
    return case


def place_of(
    article: Article, run: Run, sources: SortedSpans[Span], given: SortedSpans[Span]
) -> Place:
    """What the place of ``run`` says about it."""
    text, start, end = article.text, run[0].start, run[-1].end
    before = _SMALL_WORD_BEFORE.search(text, max(start - MAX_WORD_CHARS, 0), start)
    mark = text[max(start - 1, 0) : start].strip()
    first = start == article.sentences[article.sentence_at(start)].start
    after = text[end : end + 2]
    in_source = ("-",) * len(run)
    if sources.overlapping(start, end):
        in_source = tuple(_in_source(word.start, word.end, sources) for word in run)
    names = "-" * len(run)
    if given.overlapping(start, end):
        names = "".join(_in_name(word.start, given) for word in run)
    return Place(
        run,
        first or (bool(mark) and mark in _BEFORE_FIRST_WORD),
        mark + (before.group() if before and not first else "") or "-",
        "n" if after[:1].isspace() and after[1:].islower() else after[:1].strip() or "-",
        in_source,
        names,
    )


def _in_source(start: int, end: int, sources: SortedSpans[Span]) -> str:
    """Whether the word from ``start`` to ``end`` begins a source and whether it ends one."""
    source = sources.holding(start)
    if source is None:
        return "-"
    return f"{start == source.start:d}{end >= source.end - _MAX_END_CHARS:d}"


def _in_name(start: int, given: SortedSpans[Span]) -> str:
    name = given.holding(start)
    return "-" if name is None else "B" if name.start >= start else "I"


def _mention(article: Article, run: Run, first: int, stop: int) -> Mention:
    """The words of ``run`` from index ``first`` to ``stop``, exclusive, as a mention."""
    text, start, last = article.text, run[first].start, run[stop - 1]
    end, sentence = last.end, article.sentence_at(start)
    if last.text.endswith(POSSESSIVES):
        end -= len(POSSESSIVES[0])
    elif last.text.endswith(".") and "." not in last.key and _ends(article, sentence, end):
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
